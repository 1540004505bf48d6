### Questionnaires: the chat's own words around a form's questions.

forms-head = <b>Ваши анкеты</b>
form-open = { $title } · не начата
form-draft = { $title } · не закончена
form-sent = { $title } · отправлена
form-welcome =
    <b>{ $title }</b>
    { $questions } { $questions ->
        [one] вопрос
        [few] вопроса
       *[other] вопросов
    }, около { $minutes } { $minutes ->
        [one] минуты
       *[other] минут
    }.
form-audience = { $audience }
form-pause = Каждый ответ сохраняется сразу. Можно прерваться и вернуться, когда удобно, с любого устройства.
form-later = Отложено, все ответы сохранены. Вернуться можно кнопкой или через меню.
form-thanks = Спасибо, отправлено: «{ $title }».
form-done =
    <b>{ $title }</b>
    Анкета отправлена, спасибо.
question-head = Вопрос { $number } из { $total }
question-head-section = Вопрос { $number } из { $total } · { $section }
question = <b>{ $label }</b>
question-typed = Напишите ответ сообщением.
question-hint = <i>{ $hint }</i>
question-ends = { $first } — { $low }; { $last } — { $high }
question-value = Ваш ответ: { $value }
question-suggested = Предлагаем: { $value }
question-chosen = Отмечено: { $value }
button-skip = Пропустить
button-leave = Оставить
button-clear = Убрать ответ
button-review = К итогам
button-chosen = Готово
button-acknowledge = Прочитано
button-send = Отправить
answer-ambiguous = Подходит несколько ответов: { $options }. Напишите, пожалуйста, точнее или нажмите кнопку.
example-date = Например: 1 сентября или 01.09.2026.
example-time = Например: 15:30.
example-datetime = Например: 1 сентября в 15:30.
example-integer = Например: 7.
example-decimal = Например: 7,5.
example-select-one = Можно нажать кнопку, написать номер ответа или начало его текста.
example-select-multiple = Можно отметить кнопками или написать номера: 1 и 3.
example-range = Нажмите число на шкале или напишите его цифрами.
way-round = Если не получается, отложите анкету или спросите куратора: ответы никуда не денутся.
review-head =
    <b>{ $title }</b>
    Проверьте ответы: { $first }–{ $last } из { $total }. Чтобы исправить ответ, нажмите ✎ с его номером.
review-item =
    { $number }. { $label }
    <b>{ $answer }</b>
review-skipped = пропущено
review-open = ещё нет ответа
review-incomplete = Отправить можно будет, когда будут ответы на обязательные вопросы.
review-dropped = { $count ->
        [one] { $count } прежний ответ больше не нужен и отправлен не будет
        [few] { $count } прежних ответа больше не нужны и отправлены не будут
       *[other] { $count } прежних ответов больше не нужны и отправлены не будут
    }.
forms-none = Сейчас анкет для вас нет. Когда появится новая, бот напишет.
form-survey = { $title } · ждёт ответа
form-anonymous = Ответы без имени: после отправки никто не узнает, какие из них ваши, и исправить их будет нельзя. Пока вы не отправили, черновик видите только вы.
form-thanks-anonymous = Спасибо, отправлено без имени: «{ $title }».
form-newer =
    <b>{ $title }</b>
    Анкету с тех пор обновили. В новую перейдут { $kept } из { $total } ваших ответов; остальное спросим заново.
    Можно и закончить прежнюю.
button-carry = Перейти на новую
button-finish-old = Закончить прежнюю
form-trial = <i>Проба: ответы не сохранятся, и никто их не увидит.</i>
form-trial-over =
    <b>{ $title }</b>
    Проба закончена, ответы не сохранены.
button-form-card = К анкете
form-back = Продолжим анкету.
question-image = Пришлите фотографию или картинку.
question-audio = Пришлите голосовое сообщение или запись.
question-video = Пришлите видео.
question-file = Пришлите файл или фотографию.

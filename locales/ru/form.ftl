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

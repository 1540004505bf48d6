### Training of mentors: steps 13 to 15 of the plan.

button-training = Обучение
training-head =
    <b>Обучение наставников</b>
    Занятия короткие: прочесть и ответить на два вопроса — минут десять.
training-none =
    <b>Обучение наставников</b>
    Занятия этого года ещё не назначены. Памятки уже здесь.
training-own = Обучение засчитывается, если пройти один цикл: быть хотя бы на половине встреч или прочитать все занятия.
training-own-done = Ваше обучение в этом году засчитано.
training-staff =
    { $count ->
        [0] Обучение пока никто не прошёл.
        [one] Прошёл обучение { $count } человек.
        [few] Прошли обучение { $count } человека.
       *[many] Прошли обучение { $count } человек.
    }
training-line = { $title } · { $done }/{ $total }
button-training-new = Добавить цикл
button-training-order = Приказ
button-training-feedback = Отклики
button-training-demand = Требовать обучение
button-training-free = Не требовать
button-training-dates = Встречи
button-training-change = Изменить
button-training-read = Прочитано
button-training-test = Короткий тест
button-training-again = Ещё раз
button-training-lessons = К занятиям
button-training-set-test = Тест
button-training-drop = Убрать
button-training-drop2 = Да, убрать
button-training-add = Добавить занятие
button-training-drop-cycle = Убрать цикл
button-training-date = Назначить
button-training-whole = Весь цикл
button-training-place = Место
button-training-lead = Ведущий
button-training-hours =
    { $count ->
        [one] Изменить: { $count } час
       *[few] Изменить: { $count } часа
    }
button-training-off = Отменить встречу
button-training-off2 = Да, отменить
button-training-sheet = Кто был
button-training-came = Был(а)
button-training-not = Не получилось
button-training-ask = Спросить
button-memos = Памятки
training-new = Какой цикл провести? Выберите готовый или напишите название своего.
training-cycle =
    <b>{ $title }</b>
    Занятия можно читать в любом порядке. Галочкой отмечены пройденные.
training-cycle-none =
    <b>{ $title }</b>
    Занятий пока нет. Их добавляют через «Изменить»: текстом, ссылкой или файлом.
training-lesson = { $title }
training-lesson-done = ✓ { $title }
training-lesson-head = <b>{ $title }</b>
training-right = ✓ Верно.
training-wrong = Точнее так: { $option }.
training-question =
    Вопрос { $place } из { $total }
    <b>{ $ask }</b>
training-passed = Занятие засчитано: верно { $right } из { $total }.
training-again = Верно { $right } из { $total }. Перечитайте занятие, если есть минута, и ответьте ещё раз: попыток сколько угодно.
training-read = Занятие засчитано.
training-change = <b>{ $title }</b>
training-add =
    <b>Новое занятие</b>
    Первая строка — название, дальше текст; ссылку поставьте последней строкой. Или пришлите файл: названием станет подпись.
training-test-ask =
    <b>Короткий тест</b>
    Сначала вопрос, под ним от двух до четырёх вариантов, каждый с новой строки. Перед верным поставьте плюс. Между вопросами — пустая строка. Чтобы убрать тест, пришлите «-». Например:

    Когда условиться о следующей встрече?
    + В конце нынешней
    Когда накопятся вопросы
training-lesson-drop = Убрать занятие «{ $title }»? Вместе с ним уйдут его встречи и отметки.
training-cycle-drop = Убрать цикл «{ $title }» со всеми занятиями, встречами и отметками? Вернуть их будет нельзя.
training-cycle-dropped = Цикл убран.
training-feedback-none = Пока никто не отмечен на встречах, спрашивать некого. Отметьте, кто был, или попросите отметиться самих.
training-feedback =
    Попросим отклик у тех, кто был на обучении: { $count ->
        [one] { $count } человек
        [few] { $count } человека
       *[many] { $count } человек
    }. Ответы без имён, займёт три минуты.
training-feedback-few = Результаты показываются, когда ответили не меньше { $least } человек: иначе по ответам узнали бы людей. Лучше подождать следующей встречи.
training-feedback-opened = Опрос открыт. Результаты будут в разделе «Опросы».
training-dates = <b>Встречи</b>
training-dates-none =
    <b>Встречи</b>
    Дат пока нет. Занятия можно читать и без них.
training-date = { $day }, { $time } · { $title }
training-date-off = ✕ { $day } · { $title }
training-what = Что будет на встрече?
training-day = В какой день? Нажмите или напишите, например: 12 октября в 15:30. Как только время выбрано, приглашения уйдут наставникам.
training-hour = { $day }: во сколько? Нажмите или напишите. Приглашения уйдут сразу.
training-session =
    <b>{ $title }</b>
    { $start }, { $hours ->
        [one] { $hours } академический час
       *[few] { $hours } академических часа
    }
training-closed-day = <i>В этот день по календарю школы не учатся.</i>
training-place = Где: { $place }
training-leader = Ведёт: { $name }
training-called-off = Встреча отменена.
training-was = Вы отмечены: были.
training-was-not = Вы отмечены: не были. Занятие можно прочитать здесь.
training-were-you = Вы были на этой встрече?
training-place-ask = Где встречаемся? Напишите кабинет или ссылку.
training-lead-ask = Кто ведёт встречу?
training-off-ask = Отменить встречу «{ $title }»? Приглашённым придёт сообщение.
training-sheet =
    <b>Кто был</b>
    Отмечено: { $came } из { $total }. Нажмите на имя, чтобы отметить; ещё раз — «не было».
training-sheet-none =
    <b>Кто был</b>
    Отмечать некого: наставников в реестре пока нет.
training-seat-unknown = { $name }
training-seat-came = ☑ { $name }
training-seat-missed = ✕ { $name }
memos-head =
    <b>Памятки</b>
    По одной на каждый случай, чтобы заглянуть за минуту до разговора.
memo-head = <b>{ $title }</b>
toast-training-taken = Цикл добавлен
toast-training-added = Занятие добавлено
toast-training-test =
    { $count ->
        [0] Тест убран
        [one] В тесте { $count } вопрос
        [few] В тесте { $count } вопроса
       *[many] В тесте { $count } вопросов
    }
toast-training-dropped = Убрано
toast-training-read = Засчитано
toast-training-demanded = Теперь наставниками становятся те, кто прошёл обучение
toast-training-free = Обучение больше не обязательно
toast-training-planned = Время назначено
toast-training-kept = Записано
toast-training-off = Встреча отменена
toast-training-own = Отмечено, спасибо
toast-training-asked = Опрос отправлен
notice-training = Приглашаем на обучение наставников: «{ $title }», { $start }.
notice-training-moved = Обучение перенесено: «{ $title }» теперь { $start }.
notice-training-off = Обучение отменено: «{ $title }», { $start }. Занятие можно прочитать в боте.
notice-training-shortly = Скоро обучение: «{ $title }».
notice-training-came = Вы были на обучении «{ $title }»? Хватит одного нажатия.
error-training-title = Название нужно непустое и не длиннее { $limit } знаков.
error-training-text = Текст нужен непустой и не длиннее { $limit } знаков. Длинный лучше прислать файлом.
error-training-many = Больше { $most } не поместится. Уберите что-нибудь ненужное.
error-training-test =
    { $number ->
        [0] Нужен хотя бы один вопрос и не больше десяти.
       *[other] Вопрос { $number } не разобрать: под ним нужны от двух до четырёх коротких вариантов, и перед одним из них плюс.
    }
error-training-shipped = Это готовое занятие: его можно убрать, но не изменить. Своё занятие добавьте рядом.
error-training-same = На это время встреча этого цикла уже назначена.
error-training-early = Отметиться можно, когда встреча начнётся.
error-training-marked = Ведущий отметил иначе. Если это ошибка, скажите ему: исправить может он.
error-training-nobody = Спрашивать пока некого: на встречах никто не отмечен.

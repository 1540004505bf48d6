### Reflection in the group: questions, answers, the curator's look, May's hour.

## What the group reads

group-ask = <b>Вопрос для всех.</b> { $text }
group-ask-hour = <b>Вопрос { $number } из { $total }.</b> { $text }
group-ask-how = <i>Ответьте на это сообщение: бот отметит ответ и сохранит его. Или напишите боту лично: он передаст ваши слова с именем или без.</i>
button-answer-private = Ответить лично
group-answer-signed =
    <b>{ $name }</b>
    { $text }
group-answer =
    <i>Ответ без имени</i>
    { $text }
group-summary = <b>Итоги: { $month }.</b> { $asked ->
        [one] { $asked } вопрос
        [few] { $asked } вопроса
       *[many] { $asked } вопросов
    }, { $answers ->
        [one] { $answers } ответ
        [few] { $answers } ответа
       *[many] { $answers } ответов
    }, { $reactions ->
        [one] { $reactions } реакция
        [few] { $reactions } реакции
       *[many] { $reactions } реакций
    }. Спасибо, что делитесь.
group-hour-begin =
    <b>Итоговая рефлексия года</b>
    Впереди { $total ->
        [one] { $total } вопрос
        [few] { $total } вопроса
       *[many] { $total } вопросов
    }, на каждый по { $minutes } мин. Отвечайте на сообщение с вопросом или лично боту. Правильных ответов нет.
group-hour-end =
    <b>Спасибо!</b> Ответов: { $answers }, реакций: { $reactions }.
    Куратор соберёт главное для отчёта о годе.
month-of-1 = январь
month-of-2 = февраль
month-of-3 = март
month-of-4 = апрель
month-of-5 = май
month-of-6 = июнь
month-of-7 = июль
month-of-8 = август
month-of-9 = сентябрь
month-of-10 = октябрь
month-of-11 = ноябрь
month-of-12 = декабрь

## A private answer

answer-ask =
    <b>Вопрос группы</b>
    { $text }

    Напишите ответ. В группу ничего не уйдёт, пока вы не нажмёте кнопку. Пожалуйста, не называйте учеников и коллег.
answer-begun = <i>Вы уже начали:</i> { $text }
answer-preview =
    <b>Так ответ увидят в группе</b>
    { $text }
answer-how = С именем под ним будет стоять «{ $name }», без имени подписи не будет. Чтобы изменить ответ, напишите его заново.
button-unsigned = Без имени
button-signed = С именем
button-answer-drop = Не отправлять
answer-posted = Ответ ушёл в группу. Спасибо!
answer-held = Спасибо! Ответ ждёт: куратор посмотрит его и передаст в группу. Если вы выбрали «без имени», имени куратор не увидит.
answer-dropped = Ответ не отправлен и стёрт.
button-answer-again = Изменить ответ
notice-answer-posted = Ваш ответ передан в группу.
notice-answer-back = Куратор не стал передавать ваш ответ в группу и вернул его вам: возможно, в нём узнаётся чужая история. Его можно изменить и отправить снова.
error-question-gone = Этого вопроса в вашей школе нет. Возможно, он из группы другой школы.
error-answer-empty = Здесь нужны слова. Напишите, пожалуйста, ещё раз.
error-answer-long = Ответ длиннее { $limit } знаков в группе не поместится. Сократите его, пожалуйста.

## The curator's look

notice-answer-held = Есть личный ответ на вопрос группы. Он ждёт вашего взгляда.
held-none = Все ответы просмотрены.
held-head =
    <b>На проверке: { $count }</b>
    { $text }
held-signed = Автор подписывает ответ: { $name }
held-unsigned = Автор просит не называть имени.
held-words = <blockquote>{ $text }</blockquote>
button-release = Передать в группу
button-give-back = Вернуть автору
toast-released = Ответ ушёл в группу
toast-given-back = Ответ вернулся к автору

## The questions

prompts-head =
    <b>Вопросы группы</b>
    { $first }–{ $last } из { $total }, в том порядке, в каком они придут. Нажмите номер, чтобы открыть.
prompts-none =
    <b>Вопросы группы</b>
    На это время года вопросов не осталось: все убраны. Добавьте свой или верните готовые.
button-prompt-add = Свой вопрос
button-prompts-restore = Вернуть готовые: { $count }
prompt-one =
    <b>Вопрос группы</b>
    { $text }
prompt-own = Это ваш вопрос. Свои вопросы приходят раньше готовых.
prompt-shipped = Это готовый вопрос. Если его убрать, он не придёт в вашей школе, пока вы его не вернёте.
button-ask-this = Задать сейчас
button-prompt-up = Выше
button-prompt-drop = Убрать
button-prompts-other = Другие вопросы
prompt-add-ask = Напишите вопрос для группы. Хороший вопрос не просит называть учеников и коллег и не требует оценки.
prompt-now =
    <b>Задать группе этот вопрос?</b>
    { $text }
toast-prompt-up = Вопрос придёт раньше
toast-prompt-dropped = Вопрос убран
toast-asked = Вопрос ушёл в группу
error-prompt-empty = Здесь нужен вопрос словами. Напишите, пожалуйста, ещё раз.
error-prompt-long = Вопрос длиннее { $limit } знаков в группе читать не станут. Сократите его, пожалуйста.
error-prompt-many = Своих вопросов уже { $limit }. Уберите лишние, чтобы добавить новый.

## May's hour

hour-plan =
    <b>Итоговая рефлексия</b>
    Обычно её проводят в мае. Бот задаёт группе { $total ->
        [one] { $total } вопрос
        [few] { $total } вопроса
       *[many] { $total } вопросов
    } по очереди:
hour-plan-how = Сколько минут дать на каждый вопрос? Рефлексия начнётся сразу после нажатия.
button-minutes = { $count ->
        [one] { $count } минута
        [few] { $count } минуты
       *[many] { $count } минут
    }
toast-hour-begun = Рефлексия началась
hour-going =
    <b>Идёт вопрос { $step } из { $total }</b>
    Ответов пока: { $answers }.
hour-next-at = Следующий вопрос в { $time }.
hour-ends-at = Закончим в { $time }.
button-hour-next = Дальше, не ждать
button-hour-end = Закончить
hour-over =
    <b>Итоговая рефлексия прошла</b>
    Ответов: { $answers }, реакций: { $reactions }. Из участников программы ответили: { $people }.
hour-word = <i>Ваше слово для отчёта.</i> { $text }
hour-no-word = Напишите несколько слов для отчёта о годе: что прозвучало главное, без имён.
button-hour-word = Слово для отчёта
button-hour-again = Провести ещё раз
hour-word-ask = Напишите, что прозвучало главное. Эти слова войдут в отчёт о годе. Имён, пожалуйста, не называйте.
toast-word-kept = Записано
notice-hour-over = Итоговая рефлексия закончилась. Ответов: { $count }. Осталось слово для отчёта о годе.
error-word-long = Слово для отчёта длиннее { $limit } знаков. Сократите его, пожалуйста.

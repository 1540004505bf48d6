### Reminders: later, not mine, and what did not arrive.

button-remind-later = Позже
button-not-mine = Не моё
button-dropped = Что не дошло
button-leave-as-is = Ничего не менять
remind-later-ask = Когда напомнить?
remind-tomorrow = Завтра, { $day }
remind-on-1 = В понедельник, { $day }
remind-on-2 = Во вторник, { $day }
remind-on-3 = В среду, { $day }
remind-on-4 = В четверг, { $day }
remind-on-5 = В пятницу, { $day }
remind-on-6 = В субботу, { $day }
remind-on-7 = В воскресенье, { $day }
remind-put-off = Хорошо. Напомним снова: { $day }.
remind-kept = Хорошо, ничего не меняем.
not-mine-ask = Что из этого не к вам? Об этом больше не напомним, а куратор узнает, что напоминание пришло не по адресу.
not-mine-done = Спасибо. Больше об этом не напомним, куратор узнает.
notice-not-mine = { $name }: ответ «не моё» на напоминание «{ $what }». Этому человеку о том же больше не напомним; посмотрите, пожалуйста, кому оно нужно.
error-later-none = Позже напоминать будет не о чем: срок выйдет раньше.
dropped-head =
    <b>Что не дошло</b>
    Напоминания за последние 30 дней, которые так и не были отправлены.
dropped-nothing =
    <b>Что не дошло</b>
    За последние 30 дней дошли все напоминания. Если какое-то не дойдёт, здесь будет сказано почему.
dropped-line = { $what } · { $why }: { $count }
dropped-why-late = бот не работал, а потом было поздно
dropped-why-held = срок вышел за тихие часы или выходные
dropped-why-unreachable = человеку нельзя написать
dropped-why-muted = напоминания выключены
dropped-unreachable =
    <b>Не получают сообщений:</b>
    { $names }
dropped-muted =
    <b>Выключили напоминания:</b>
    { $names }
stored-notices = Напоминания
rule-draft = Анкета не закончена
rule-survey = Новый опрос
rule-survey-end = Последний день опроса
rule-survey-nudge = Опрос без ответа
rule-survey-ended = Опрос закрыт
rule-nudge = Начатое не закончено
rule-links-expired = Неоткрытые ссылки
rule-unpaired = Нашёлся наставник
rule-offer-remind = Пара ждёт ответа
rule-ladder = Паре нужна помощь
rule-meeting-eve = Встреча завтра
rule-meeting-shortly = Скоро встреча
rule-meeting-checkin = Отметка о встрече
rule-meeting-checkin-again = Отметка о встрече, ещё раз
rule-meeting-unanswered = Встреча ждёт ответа
rule-meeting-expired = Встреча без ответа
rule-meeting-offer_new_time = Встреча не состоялась
rule-meeting-help = Стороны помнят встречу по-разному
rule-fit-asked = Подходит ли пара
rule-fit-asked-again = Подходит ли пара, ещё раз
rule-other = Другое сообщение

### /settings.

settings-head =
    <b>Настройки</b>
    Школа: { $school }
    Имя: { $name }
    Тихие часы: с { $start } до { $end }
    Напоминания: { $reminders }
button-language = Язык
button-name = Имя
button-reminders-on = Включить напоминания
button-reminders-off = Без напоминаний
button-quiet = Тихие часы
button-quiet-school = Как у школы
button-schools = Другая школа
button-setup = Настройка школы
button-leave-programme = Выйти из программы
language-ask = На каком языке говорить?
quiet-ask = В какие часы вам не писать? Выберите или напишите свои, например: 21:00-07:30.
schools-ask = Какую школу открыть?
muted = Больше не напоминаем. Включить снова можно в настройках.

### The library of materials: steps 2 to 8 and 13 of the plan.

button-library = Библиотека
library-head =
    <b>Библиотека</b>
    { $count ->
        [one] { $count } материал
        [few] { $count } материала
       *[many] { $count } материалов
    }
library-search = Напишите, что ищете: можно с ошибкой и в любом падеже.
library-none =
    <b>Библиотека</b>
    Материалов пока нет. Их добавляют куратор, заместитель директора и психолог; памятки уже здесь.
button-library-all = Все: { $count }
button-library-all-plain = Все материалы
button-library-new = Новые: { $count }
button-library-phase = Этап
button-library-subject = Тема
button-library-add = Добавить
button-library-gone = Убранные
button-library-count = { $label }: { $count }
button-library-file = Получить файл
button-library-name = Название
button-library-drop = Убрать
button-library-back = Вернуть
library-by-phase =
    <b>По этапу</b>
    Материал, которому этап не указан, есть в каждом.
library-by-subject =
    <b>По теме</b>
    Материал, которому тема не указана, есть в каждой.
library-phase-launch = Запуск
library-phase-practice = Работа пар
library-phase-completion = Завершение
library-phase-any = Для всех этапов
library-subject-personal = Личное развитие
library-subject-method = Методика
library-subject-social = Общение и климат
library-subject-any = Для всех тем
library-title-all = Все материалы
library-title-new = Новое за месяц
library-title-gone = Убранные
library-list =
    <b>{ $title }</b>
    { $first }–{ $last } из { $total }
library-list-none =
    <b>{ $title }</b>
    Здесь пока пусто. Посмотрите все материалы или напишите, что ищете.
library-line-file = 📄 { $title }
library-line-link = 🔗 { $title }
library-line-text = ✎ { $title }
library-find = Что найти? Напишите слово или несколько: ошибки и окончания не помешают.
library-found =
    { $count ->
        [one] Нашёлся { $count } материал.
        [few] Нашлось { $count } материала.
       *[many] Нашлось { $count } материалов.
    }{ $shown ->
        [1] {""}
       *[other] {" "}Сначала самые близкие; показано { $shown }.
    } Можно написать и другие слова.
library-found-none = Ничего похожего не нашлось. Попробуйте другое слово, покороче, или посмотрите все материалы.
library-card =
    <b>{ $title }</b>
    Добавлено { $day }
library-place = { $phase } · { $subject }
library-withdrawn = <i>Убрано: в списках и поиске этого материала нет.</i>
library-add =
    <b>Новый материал</b>
    Пришлите файл, ссылку или текст. У файла названием станет подпись, у текста — первая строка. Этап и тему можно указать потом.
    Пожалуйста, без имён учеников и коллег: материал увидят все участники.
library-unnamed = Файл без названия
library-phase-ask = Для какого этапа года этот материал?
library-subject-ask = О чём он?
library-name-ask = Напишите новое название.
library-file-sent = Файл выше.
toast-library-added = Материал в библиотеке
toast-library-kept = Записано
toast-library-dropped = Материал убран
error-search-empty = Напишите, пожалуйста, хотя бы одно слово.
error-material-gone = Этого материала в библиотеке уже нет.
error-material-title = Название нужно непустое и не длиннее { $limit } знаков.
error-material-empty = В сообщении нет слов. Пришлите файл, ссылку или текст.
error-material-long = Текст длиннее { $limit } знаков. Пришлите его, пожалуйста, файлом.

### A school's own templates of orders.

button-templates = Бланки и шаблоны
templates-head =
    <b>Бланки и шаблоны</b>
    На каких бланках бот печатает приказы. { $count ->
        [0] Сейчас все обычные: свой можно прислать файлом Word.
       *[other] Свой бланк отмечен галочкой.
    }
template-line-own = ☑ { $kind }
template-kind-curator = Куратор
template-kind-register = Реестр
template-kind-training = Обучение
template-kind-pairs = Пары и группы
template-kind-replacement = Замена
template-kind-end = Завершение
template-kind-encouragement = Поощрение
template-about-curator = о назначении куратора
template-about-register = об утверждении реестра наставников
template-about-training = об обучении наставников
template-about-pairs = о закреплении пар и групп
template-about-replacement = о замене в паре
template-about-end = о досрочном завершении
template-about-encouragement = о поощрении
template-card = <b>Приказ { $about }</b>
template-shipped = Сейчас он печатается на обычном бланке. Если в школе принят другой, скачайте образец, поправьте его в Word и пришлите сюда.
template-own = Сейчас он печатается на вашем бланке: прислан { $day }, отправитель — { $name }.
template-own-since = Сейчас он печатается на вашем бланке: прислан { $day }.
button-sample = Скачать образец
button-send-template = Прислать свой
button-own-file = Скачать свой
button-to-sample = Вернуть обычный
button-to-sample-really = Да, вернуть обычный
button-try-template = Посмотреть приказ
template-ask =
    <b>Приказ { $about }</b>
    Пришлите сюда файл Word (.docx) до 2 МБ. Бот попробует его заполнить: это может занять до минуты. Проще всего начать с образца: слова в двойных фигурных скобках бот заменит сам, остальное пишите как принято в школе.
template-typed = Жду файл Word (.docx) с бланком приказа { $about }: приложите его скрепкой. Если передумали, нажмите «Назад».
template-sample = Образец: слова в двойных фигурных скобках бот заменяет сам, всё остальное можно менять.
template-own-file = Бланк, который вы прислали.
template-send-back = Поправьте файл в Word и пришлите его сюда: бот проверит и скажет, если что-то не так.
template-refused =
    <b>{ $count ->
        [one] Почти получилось: вот что мешает.
       *[other] Пока не подходит. Вот что мешает:
    }</b>
template-refused-more = И ещё { $count } { $count ->
        [one] замечание
        [few] замечания
       *[other] замечаний
    }: они станут видны, когда эти исчезнут.
template-refused-next = Ничего не изменилось, приказ печатается как раньше. Поправьте файл и пришлите его сюда ещё раз.
template-kept =
    <b>Бланк принят</b>
    Приказ { $about } теперь печатается на нём. Слово ПРОЕКТ бот поставит сам, если его нет.
template-back-ask = Вернуть обычный бланк для приказа { $about }? Ваш файл бот удалит; если он ещё пригодится, сначала скачайте его.
toast-template-back = Снова обычный бланк
references-usual = Обычно школы ссылаются на эти документы, их можно добавить одной кнопкой. Проверьте, что они вам подходят:
button-references-usual = Добавить эти
toast-references = Ссылки записаны

## What may be wrong with a template
fault-file-empty = Файл пустой.
fault-file-too-big = Файл больше { $megabytes } МБ. Обычно так бывает из-за картинок: уменьшите их или уберите.
fault-file-broken = Файл повреждён или устроен необычно. Откройте его в Word и сохраните заново как .docx.
fault-file-encrypted = Файл закрыт паролем. Снимите пароль.
fault-file-nested = Внутри файла лежит архив.
fault-file-unpacks-too-big = Внутри файл намного больше, чем снаружи: больше { $megabytes } МБ. Такой открывать опасно.
fault-template-not-word = Это не документ Word. Нужен файл .docx.
fault-template-old-word = Это старый формат .doc. Откройте файл в Word и сохраните как .docx.
fault-template-macros = В файле есть макросы. Сохраните его как обычный .docx, без макросов.
fault-template-outside = В файле есть вложение или ссылка на что-то вне его: { $what }. Вставьте сам текст или рисунок.
fault-template-too-heavy = Заполнить файл не хватило времени или памяти. Упростите таблицы и оформление.
fault-template-unknown = Бот не знает, что подставить вместо «{ $name }».
fault-template-meant = Бот не знает, что подставить вместо «{ $name }». Может быть, «{ $meant }»?
fault-template-outside-rows = «{ $name }» стоит вне своего списка: его место между for и endfor.
fault-template-forbidden = Так писать в скобках нельзя: { $text }. Можно подставлять слова, повторять строки списка и спрашивать, есть ли что-то.
fault-template-syntax = В этом месте не сходятся скобки или слова for, if, endfor, endif: { $text }
fault-template-misses = Нет главного: «{ $name }». Без него приказ ничего не скажет.

stored-order_templates = Бланки приказов, которые вы прислали

### Awards, cases, the school's page, the mentor's folder, the next school year.

button-awards = Награды
button-papers = Грамоты и письма
button-cases = Кейсы
button-site = Страница школы
button-rollover = Новый учебный год
button-past-years = Прошлые годы
button-year-own = Мой год
closing-span = { $first }–{ $last } из { $total }

# --- nominations and the vote

awards-head = Номинации этого года. Откройте любую: сначала кандидаты, потом голосование, потом ваше решение.
awards-none = Номинаций пока нет: их открывает куратор.
award-line-draft = { $title }
award-line-open = { $title } · голосуем
award-line-closed = { $title } · решить
award-line-done = { $title } · решено
button-merits = Заслуги
button-nomination-new = Своя номинация
nomination-kind = Для кого номинация?
nomination-kind-mentor = Наставники
nomination-kind-mentee = Наставляемые
nomination-kind-pair = Пары
nomination-title = Как назвать номинацию? Напишите название, например «За смелый открытый урок».
error-nomination-many = Номинаций уже { $most }: этого хватит на один праздник.

award-head-draft = <b>{ $title }</b>
    Голосование ещё не открыто.
award-head-open = <b>{ $title }</b>
    Идёт голосование.
award-head-closed = <b>{ $title }</b>
    Голосование закончено, нужно решение.
award-head-done = <b>{ $title }</b>
    Решено.
award-nominees = { $count ->
        [0] Кандидатов пока нет. Для голосования нужно не меньше { $least }.
        [one] { $count } кандидат. Для голосования нужно не меньше { $least }.
        [few] { $count } кандидата. Для голосования нужно не меньше { $least }.
       *[other] { $count } кандидатов. Для голосования нужно не меньше { $least }.
    }
award-voted = Проголосовали { $voted } из { $voters }. Кто за кого, не видит никто.
award-tied = Поровну голосов набрали: { $names }. Выбор за вами.
award-leader = Больше всего голосов: { $names }.
award-few = Проголосовали слишком мало, чтобы голоса остались тайной. Решите, пожалуйста, сами.
award-winner = Победа: { $names }.
button-nominees = Кандидаты
button-nominees-all = Отметить всех
nominees-head = { $count ->
        [0] Отметьте тех, за кого можно голосовать.
        [one] Отмечен { $count } кандидат.
        [few] Отмечены { $count } кандидата.
       *[other] Отмечено { $count } кандидатов.
    }
nominees-none = Пока некого выдвигать: в этом учебном году нет подходящих пар.
button-vote-open = Открыть голосование
vote-open-ask = Открыть голосование «{ $title }»? { $count ->
        [one] { $count } кандидат
        [few] { $count } кандидата
       *[other] { $count } кандидатов
    }, { $voters ->
        [one] приглашение получит { $voters } участник
        [few] приглашение получат { $voters } участника
       *[other] приглашение получат { $voters } участников
    }. Список кандидатов после этого не меняется.
button-vote-open2 = Да, открыть
toast-vote-open = Голосование открыто
button-vote-close = Закончить
vote-close-ask = Закончить голосование? Проголосовали { $voted } из { $voters }. Открыть его снова будет нельзя.
button-vote-close2 = Да, закончить
toast-vote-closed = Голосование закончено
button-award-confirm = Принять решение
award-pick = Кого наградить?
button-award-nobody = Никого
award-sure = Наградить: { $names }? Поздравление придёт сразу и только им самим.
award-sure-nobody = Оставить номинацию без победителя?
button-award-yes = Да, подтвердить
toast-award = Решение принято

notice-vote = Открыто голосование «{ $title }». У каждого один голос, и он тайный.
button-vote = Проголосовать
button-vote-for = { $title }
vote-head = <b>{ $title }</b>
    Кого бы вы наградили?
vote-secret = Голос тайный: считают только, кто впереди. За себя и свою пару голосовать нельзя, поэтому в списке их нет.
vote-given = Ваш голос учтён. Пока голосование идёт, его можно отдать другому.
toast-voted = Голос учтён
error-vote-over = Это голосование сейчас не идёт.

notice-award = Поздравляем! Коллеги выбрали вас в номинации «{ $title }». Рассказать об этом всем или оставить между нами — решаете вы.
notice-award-quiet = Поздравляем! Коллеги выбрали вас в номинации «{ $title }». Публиковать это без вашего согласия никто не будет.
button-award-share = Рассказать всем
award-share-ask = Вот что прочитают в группе программы:
award-news = Номинация «{ $title }»: { $names }. Поздравляем!
award-share-where = Те же имена появятся на странице школы. Согласие на публикацию можно отозвать в /privacy, тогда страницу соберут заново; сообщение в группе останется.
button-award-share2 = Да, можно
button-award-keep = Не рассказывать
award-shared = Спасибо! Мы рассказали об этом.
award-share-waits = Спасибо! Расскажем, когда согласятся все, кто победил вместе с вами.
error-award-consent = Сначала нужно согласие на публикацию: его можно дать в /privacy.

# --- papers

papers-head = Сертификаты и письма — готовые PDF для печати: остаётся подпись и печать. Всем сразу приходит один архив.
papers-blank = Печатаем на вашем бланке.
papers-no-blank = Печатаем в простой рамке. Можно прислать картинку школьного бланка.
button-paper-certificate = Сертификаты всем
button-paper-thanks = Письма всем
button-paper-honour = Грамоты
button-partner = Письмо партнёру
button-encouragement = Приказ о поощрении
button-blank = Школьный бланк
papers-file = { $count ->
        [one] Готово: { $count } документ.
        [few] Готово: { $count } документа.
       *[other] Готово: { $count } документов.
    } Проверьте, пожалуйста, имена перед печатью.
partner-ask = Кого поблагодарить? Напишите название организации так, как оно должно стоять в письме.
blank-ask = Пришлите картинку бланка файлом: скрепка → «Файл», PNG или JPEG на весь лист. Обычное фото в чате сжимается, поэтому лучше именно файлом.
button-blank-drop = Убрать бланк
toast-blank = Бланк принят
toast-blank-dropped = Бланк убран
button-papers-own = Мои грамоты
papers-own-none = Для вас пока ничего не напечатали. Грамоты и письма готовит куратор в конце года.
papers-own-file = Ваш документ.
papers-own-sent = Это всё, что подготовлено для вас в этом году.
error-papers-nobody = Вручать пока некому: нет завершённых или идущих пар, а для грамот — победителей.
error-partner = Напишите название организации: до { $most } знаков.
paper-merit-honour = за победу в номинации
order-merit-winner = победа в номинации
order-merit-year = участие в программе наставничества

# --- merits and points

merits-head = Заслуги за год. Здесь отмечают поощрения и то, чего бот сам не видит. Сравнительного списка нет нарочно.
merits-none = Участников пока нет.
merits-one = <b>{ $name }</b>
merits-ways = Поощрения:
    { $lines }
points-total = { $count ->
        [one] { $count } балл за общественную работу:
        [few] { $count } балла за общественную работу:
       *[other] { $count } баллов за общественную работу:
    }
points-none = Баллов за общественную работу пока нет.
points-line = • { $what }: { $times } — { $points }
button-ways = Поощрения
ways-head = <b>{ $name }</b>
    Способы поощрения из программы. Отметьте, что решили; то, что требует приказа, попадёт в приказ о поощрении.
button-did-talk = + выступление
button-did-training = + обучение
button-undo-talk = − выступление
button-undo-training = − обучение
button-one-certificate = Сертификат
button-one-thanks = Письмо
button-points-table = Баллы школы
points-table = Сколько баллов за что — решает школа. Ноль — не считать.
points-worth = { $what }: { $count }
points-ask = Сколько баллов давать за { $what }?
toast-points = Записано

year-own = Ваш год в программе.
button-case-own = Кейс
button-evidence = Папка для категории

# --- cases

cases-head = Кейсы школы. На страницу попадает только то, на что согласились все.
cases-none = Кейсов пока нет. Пара пишет кейс сама: «Мой год» → «Кейс».
case-line-out = Опубликован: { $title }
case-line-ready = Готов: { $title }
case-line-work = В работе: { $title }
button-cases-new = Новые описания: { $count }
cases-waiting = Эти описания прислали пары. Возьмите в работу, чтобы отредактировать.
cases-waiting-none = Новых описаний нет.
toast-case-taken = Взято в работу
case-head = <b>{ $title }</b>
    Авторы: { $names }
case-state-out = Опубликован: войдёт в страницу школы.
case-state-ready = Все согласились с этим текстом, можно публиковать.
case-state-work = Ещё не опубликован.
case-no-consent = Нет согласия на публикацию: { $names }.
case-no-yes = Ещё не согласились с этим текстом: { $names }.
case-hints = Похоже, в тексте есть фамилии тех, кто не назван автором: { $names }. Проверьте, пожалуйста.
button-case-edit = Править
button-case-ask = Показать авторам
button-case-out = Опубликовать
button-case-back = Снять с публикации
case-edit = <b>{ $title }</b>
    Что поправить? После любой правки авторов спросят снова.
button-case-title = Название
case-title-ask = Сейчас: «{ $title }». Напишите новое название.
case-section-start = Начало
case-section-aim = Цель
case-section-steps = Что делали
case-section-turn = Поворот
case-section-result = Результат
case-section-mentor_gain = Наставнику
case-section-advice = Советы
case-section-materials = Материалы
case-section-ask = Раздел «{ $section }». Пришлите новый текст целиком; минус «-» уберёт раздел.
toast-case-kept = Записано, авторов спросим снова
toast-case-asked = { $count ->
        [one] Показали { $count } автору
       *[other] Показали { $count } авторам
    }
toast-case-asked-before = Этот текст авторы уже видели
toast-case-out = Опубликовано
toast-case-back = Снято с публикации
notice-case = Готов текст кейса «{ $title }». Прочитайте его, пожалуйста, до конца: без вашего «да» он не выйдет.
button-case-read = Прочитать
case-own-head = Ваши кейсы. Каждый можно прочитать и в любой день снять своё согласие.
case-own-none = Кейс — короткий рассказ о том, что у вас получилось. Хватит одного на пару; имена называть не нужно.
button-case-write = Написать
case-read = <b>{ $title }</b>
    Часть { $page } из { $total }
case-named = Имена на кейсе: { $names }
case-piece = <b>{ $section }</b>
case-needs-consent = На кейсе стоит ваше имя. Чтобы согласиться, нужно согласие на публикацию — или уберите имя.
button-case-consent = Дать согласие
case-yes-ask = Можно опубликовать этот текст слово в слово?
button-case-yes = Да, публикуйте
case-yes-given = Вы согласились с этим текстом.
button-case-no = Забрать согласие
button-case-nameless = Без моего имени
case-nameless-ask = Убрать ваше имя с кейса? Рассказ останется, остальных авторов спросят снова.
button-case-nameless2 = Да, убрать имя
toast-case-yes = Спасибо, записали
toast-case-no = Согласие снято, кейс убран
toast-case-nameless = Имя убрано
error-case-pair = Кейс пишут те, кто в этом учебном году в паре и участвует в программе.
error-case-consent = На кейсе стоит ваше имя, а согласия на публикацию нет. Дайте его в /privacy или уберите имя.
error-case-missing = Опубликовать можно, когда согласятся все авторы и у всех названных есть согласие на публикацию.
notice-site-old = Согласие на публикацию изменилось, часть кейсов снята. Соберите, пожалуйста, страницу школы заново и замените её на сайте в течение трёх рабочих дней.

# --- the school's page

site-head = Страница «Ресурсный центр наставнических практик».
    Кейсы: { $cases }
    Документы: { $files }
    Награды с именами: { $winners }
site-results = Результаты года войдут.
site-no-results = Результатов пока нет: они появятся, когда будет готов отчёт.
site-names = Имена стоят только там, где человек согласился.
button-site-make = Собрать сайт
button-site-files = Документы
site-file = Распакуйте архив на сайте школы или откройте index.html прямо с диска. Скриптов и чужих ссылок внутри нет.
site-files = { $count ->
        [one] { $count } документ на странице.
        [few] { $count } документа на странице.
       *[other] { $count } документов на странице.
    }
site-files-none = Документов пока нет. Сюда подойдут положение о наставничестве, программа, приказы, графики.
button-site-add = Добавить документ
site-document = «{ $title }», { $kilobytes } КБ.
button-site-drop = Убрать
site-add = Пришлите файл: PDF, Word, Excel или презентацию, до { $megabytes } МБ. Название файла станет названием документа. Всего — до { $most } документов. В приказах бывают имена: проверьте, что на их публикацию есть согласие.
toast-site-added = Документ добавлен
toast-site-dropped = Документ убран
error-site-kind = Такой файл на страницу не поставить. Подойдут PDF, Word, Excel, презентация или текст.
error-site-heavy = Файл больше { $megabytes } МБ, или вместе документов уже слишком много. Пришлите, пожалуйста, поменьше.
error-site-many = Документов уже { $most }. Уберите, пожалуйста, лишний.

# --- the mentor's own folder

evidence-head = Папка для вашей категории: только ваша, никто другой её не получит. Отметьте, что в неё положить.
evidence-part-meetings = Встречи
evidence-part-results = Результаты плана
evidence-part-certificates = Грамоты и письма
evidence-part-thanks = Слова благодарности
evidence-counts = Состоявшихся встреч: { $meetings }. Результатов: { $results }. Слов благодарности, которые вам передали: { $thanks }.
button-evidence-get = Собрать папку
evidence-made = Ваша папка. Имён наставляемых в ней нет.
error-evidence-none = Папку собирают наставники, у которых в этом учебном году есть пара.

# --- the next school year

rollover-head = <b>Новый учебный год { $first }/{ $last }</b>
    Вот что произойдёт. Пока ничего не изменилось.
rollover-undecided = { $count ->
        [one] { $count } пара ещё не сказала, как быть дальше
        [few] { $count } пары ещё не сказали, как быть дальше
       *[other] { $count } пар ещё не сказали, как быть дальше
    }: { $names }. Лучше сначала спросить; иначе они завершатся.
button-rollover-go = Перевести школу
rollover-sure = Перевести школу на { $first }/{ $last } учебный год? <b>Отменить это нельзя.</b>
    Пары завершатся, открытые опросы закроются, этот год останется только для чтения. { $count ->
        [0] Данные с вышедшим сроком не найдены.
        [one] { $count } запись будет уничтожена навсегда.
        [few] { $count } записи будут уничтожены навсегда.
       *[other] { $count } записей будут уничтожены навсегда.
    }
button-rollover-sure = Да, новый год
rollover-done = Школа перешла на { $first }/{ $last } учебный год. { $count ->
        [0] Люди, роли и реестры на месте.
        [one] Люди, роли и реестры на месте; { $count } паре предложено продолжить.
       *[other] Люди, роли и реестры на месте; { $count } парам предложено продолжить.
    }
rollover-failed = { $count ->
        [one] { $count } пару предложить не удалось
        [few] { $count } пары предложить не удалось
       *[other] { $count } пар предложить не удалось
    }: кто-то из них больше не участвует.
rollover-act = { $count ->
        [one] Уничтожена { $count } запись
        [few] Уничтожены { $count } записи
       *[other] Уничтожено { $count } записей
    }. Акт нужно распечатать и подписать.
toast-rolled = С новым учебным годом
button-act = Акт
button-acts = Акты уничтожения
acts-head = Акты об уничтожении данных. Людей в них называют номера.
acts-none = Актов пока нет: ничего ещё не уничтожали.
act-line = { $day } · { $count ->
        [one] { $count } запись
        [few] { $count } записи
       *[other] { $count } записей
    }
act-file = Акт и выписка из журнала. Впишите номер, подпишите и храните в школе.
years-head = Завершённые учебные годы: их можно читать, менять уже нельзя.
years-none = Завершённых учебных годов пока нет.
year-line = { $first }/{ $last }
year-head = <b>{ $first }/{ $last } учебный год</b>
    { $count ->
        [one] { $count } пара.
        [few] { $count } пары.
       *[other] { $count } пар.
    }
notice-year-over = Учебный год программы завершён. Спасибо вам за него! Всё, что вы сделали, останется для чтения.
notice-year-over-mentor = Учебный год программы завершён, спасибо вам за него! Вы собирались стать наставником: начните, пожалуйста, с анкеты наставника, а дальше — собеседование и обучение.
notice-destroyed = { $count ->
        [one] Вышел срок хранения, уничтожена { $count } запись
        [few] Вышел срок хранения, уничтожены { $count } записи
       *[other] Вышел срок хранения, уничтожено { $count } записей
    }. Акт готов: распечатайте его и подпишите.

stored-cases = Кейсы
stored-award_votes = Мои голоса
stored-award_notes = Отметки о заслугах
stored-award_told = Можно рассказать

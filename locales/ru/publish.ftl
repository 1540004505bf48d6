### The school's questionnaires: the list, a card, one's own file checked, tried and published.

button-send-own = Прислать свою
button-template = Скачать образец
button-try = Пройти пробу
button-give = Кому и когда дать
button-download = Скачать .xlsx
button-versions = Прежние версии
button-to-shipped = Вернуть исходную
button-to-shipped-sure = Да, вернуть исходную
button-form-remove = Убрать
button-form-remove-sure = Да, убрать
button-publish = Опубликовать
button-not-publish = Не публиковать
publish-list = <b>Анкеты школы</b>: { $first }–{ $last } из { $total }
publish-line =
    { $place }. { $title }
    { $questions } { $questions ->
        [one] вопрос
        [few] вопроса
       *[other] вопросов
    } · исходная
publish-line-own =
    { $place }. { $title }
    { $questions } { $questions ->
        [one] вопрос
        [few] вопроса
       *[other] вопросов
    } · школьная, с { $since }
publish-about =
    <b>{ $title }</b>
    { $questions } { $questions ->
        [one] вопрос
        [few] вопроса
       *[other] вопросов
    }, около { $minutes } { $minutes ->
        [one] минуты
       *[other] минут
    }
publish-whom =
    Кому: { $roles }
    Когда: { $wave }
    Ответы: { $names }
    На ответ обычно: { $days } { $days ->
        [one] день
        [few] дня
       *[other] дней
    }
publish-with-names = с именами
publish-without-names = без имён
form-wave-entry = при входе в программу
form-wave-before = в начале года
form-wave-interim = в середине года
form-wave-after = в конце года
form-wave-once = в любое время
form-state-candidate = не опубликована
form-state-published = действует
form-state-replaced = заменена
form-state-withdrawn = убрана
publish-in-force-shipped = Действует исходная версия. Её можно скачать, поправить и прислать: тогда люди получат вашу.
publish-in-force-own = Действует школьная версия, с { $since }.
publish-none-in-force =
    <b>{ $title }</b>
    Сейчас не опубликована: люди её не видят.
publish-history = Школа присылала версий: { $count }
publish-version = { $day } · { $questions } { $questions ->
        [one] вопрос
        [few] вопроса
       *[other] вопросов
    } · { $state }
publish-past =
    <b>Присланные версии</b>
    Любую можно посмотреть и опубликовать снова.
publish-past-none = Своих версий этой анкеты школа пока не присылала. Скачайте анкету, поправьте и пришлите.
publish-ask =
    <b>Своя анкета</b>
    Пришлите файл: .xlsx, .xls, .csv или .md, до 2 МБ. Бот проверит его и скажет обо всём, что нужно поправить. Пока вы не нажмёте «Опубликовать», анкету никто не увидит.
publish-typed = Здесь нужен файл с анкетой: .xlsx, .xls, .csv или .md. Прикрепите его скрепкой. Если файла ещё нет, начните с образца.
publish-template = Образец: в нём по одному вопросу каждого вида и подсказки к столбцам. Замените примеры своими вопросами.
publish-file = Анкета в том виде, в каком она действует. Поправьте что нужно, не меняя form_id: по нему бот узнает, что это новая версия.
publish-file-next = Когда поправите, пришлите файл: бот проверит его и покажет, что изменилось.
publish-faults = { $count ->
        [one] В файле нашлось { $count } место, которое нужно поправить:
        [few] В файле нашлись { $count } места, которые нужно поправить:
       *[other] В файле нашлось { $count } мест, которые нужно поправить:
    }
publish-refused = Этот файл анкетой пока не станет.
publish-faults-more = И ещё { $count } — в файле выше.
publish-faults-file = Все замечания по порядку: { $count }
publish-faults-next = Ничего не пропало, действующая анкета осталась прежней. Поправьте и пришлите файл сюда ещё раз.
publish-at-file = { $what }
publish-at-sheet = лист { $sheet }: { $what }
publish-at-row = лист { $sheet }, строка { $row }: { $what }
publish-at-cell = лист { $sheet }, строка { $row }, столбец { $column }: { $what }
publish-warnings = { $count ->
        [one] Файл принят. Есть { $count } замечание, оно не мешает:
        [few] Файл принят. Есть { $count } замечания, они не мешают:
       *[other] Файл принят. Есть { $count } замечаний, они не мешают:
    }
publish-warnings-file = Все замечания по порядку: { $count }
publish-unreachable = { $count ->
        [one] { $count } вопрос, похоже, никто не увидит, как бы ни отвечал:
        [few] { $count } вопроса, похоже, никто не увидит, как бы ни отвечал:
       *[other] { $count } вопросов, похоже, никто не увидит, как бы ни отвечал:
    } { $names }
publish-reach-unknown = Условий в анкете много, и проверить, до всех ли вопросов можно дойти, не хватило времени. Пройдите пробу.
publish-no-form-id = На листе settings нет form_id, поэтому анкета названа по файлу: { $name }. Чтобы следующий файл стал её новой версией, впишите form_id или не меняйте имя файла.
publish-no-title = На листе settings нет title: люди увидят название «{ $name }». Впишите, пожалуйста, понятное.
publish-is-in-force = Эта версия уже действует.
publish-replaces = Такая анкета уже есть, эта версия её заменит. Что изменится:
publish-same-questions = Вопросы те же, изменится только оформление или настройки.
publish-change-added = Новых вопросов: { $count }. { $names }
publish-change-removed = Не станет вопросов: { $count }. { $names }
publish-change-changed = Изменятся вопросы: { $count }. { $names }
publish-drafts = Сейчас её { $count ->
        [one] заполняет { $count } человек: он сможет
        [few] заполняют { $count } человека: они смогут
       *[other] заполняют { $count } человек: они смогут
    } закончить прежнюю версию или перейти на новую, сохранив подходящие ответы.
publish-lost = В исходной анкете есть вопросы, по ответам на которые заполняются базы и подбираются пары. Здесь им ничего не соответствует: { $names }
publish-done =
    <b>{ $title }</b>
    Анкета опубликована. Каждый, кто начнёт её с этой минуты, получит эту версию.
publish-to-shipped-ask =
    Вернуть исходную анкету вместо школьной «{ $title }»?
    Каждый, кто начнёт с этой минуты, получит исходную. Отправленные ответы сохранятся, школьная версия останется среди прежних.
publish-withdraw-ask =
    Убрать анкету «{ $title }»?
    Дать её людям больше не получится, пока вы не опубликуете её снова. Отправленные ответы сохранятся.
toast-publish-done = Опубликовано
toast-publish-again = Эта версия уже опубликована
toast-not-published = Не опубликована: { $title }
toast-form-removed = Готово
error-form-named = Эту анкету люди заполняют при входе в программу, и ответы хранятся с именами. Без имён (x_anonymous) её дать нельзя: обещание было бы неправдой.
error-form-in-use = По этой анкете сейчас идёт опрос. Её можно убрать, когда он закроется.
error-form-promise = По этой анкете сейчас идёт опрос, и людям уже сказано, с именами ответы или без. Версию, где это иначе, можно ввести, когда он закроется.

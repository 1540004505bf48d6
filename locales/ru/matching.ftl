### Matching: proposal, wishes, acceptance, early ends, orders.

## The hub
button-match = Подбор пар
button-match-go = Подобрать пары
button-match-again = Подобрать заново
button-proposal = Предложение
button-weights = Что важнее
button-match-rules = Мои правила
button-wishes = Пожелания
button-compare = Сравнить базы
button-standings = Ответы пар
button-unpaired = Без пары
button-orders = Приказы
match-head =
    <b>Подбор пар</b>
    Наставников в реестре: { $mentors }, свободных мест у них: { $places }. Наставляемых без пары: { $mentees }, в парах: { $paired }.
match-unapproved = Ещё { $count } { $count ->
        [one] кандидат не прошёл
        [few] кандидата не прошли
       *[other] кандидатов не прошли
    } собеседование: пока решения нет, в подборе они не участвуют.
match-open = Есть предложение от { $day }: { $count } { $count ->
        [one] пара
        [few] пары
       *[other] пар
    }. Пока вы его не утвердили, о нём не знает никто.

## The proposal
toast-proposed = Готово: посмотрите предложение
proposal-head =
    <b>Предложение</b>
    С парой { $served ->
        [one] будет
       *[other] будут
    } { $served } из { $total }. Совпадение в среднем { $mean } из 100, у самой слабой пары { $worst }. Слабые стоят первыми.
proposal-empty =
    <b>Предложение</b>
    Пар не получилось: с парой 0 из { $total }. Откройте «Почему не…», чтобы увидеть, что мешает, или смягчите правила.
proposal-edited = Состав изменён вами: то, что вы поменяли, закреплено.
proposal-unserved = Без пары остаются: { $names }.
proposal-line = { $names } · { $percent }
proposal-line-pinned = 📌 { $names } · { $percent }, закреплена
button-alternatives = Другие варианты
button-why-not = Почему не…
button-match-approve = Утвердить
button-approve-really = Утвердить и сообщить
approve-ask =
    Утвердить { $count } { $count ->
        [one] пару
        [few] пары
       *[other] пар
    }? Бот сразу напишет { $people } { $people ->
        [one] человеку
       *[other] людям
    }, с кем они будут работать, и попросит согласия. Отменить рассылку будет нельзя.
approve-unserved = Без пары пока { $count } { $count ->
        [one] человек
        [few] человека
       *[other] человек
    }: бот будет искать дальше каждую неделю.
approve-done =
    Утверждено: { $count } { $count ->
        [one] пара
        [few] пары
       *[other] пар
    }. Все участники получили сообщение; на ответ у них три рабочих дня. Приказ готовится из пар, где согласны обе стороны.
toast-match-approved = Утверждено
proposal-file = Предложение таблицей: { $count } { $count ->
        [one] пара
        [few] пары
       *[other] пар
    } с доводами и все возможные сочетания. В файле есть то, что люди сказали только вам: не пересылайте его.
proposal-sheet-pairs = Пары
proposal-sheet-table = Все сочетания
proposal-no-pair = пары нет
proposal-column-mentor = Наставник
proposal-column-mentee = Наставляемый
proposal-column-fit = Совпадение
proposal-column-for = За
proposal-column-against = Против
proposal-column-unknown = Нет ответа
proposal-column-barred = Почему нельзя

## One pair
match-card-head =
    <b>{ $mentor } — { $mentee }</b>
    Совпадение { $percent } из 100.
match-card-group = Группа: { $names }.
match-card-form = Форма контакта: { $form }.
match-card-kind = Наставник: { $kind }.
match-card-pinned = Пара закреплена.
match-card-for =
    <b>За</b>
    { $lines }
match-card-against =
    <b>Против</b>
    { $lines }
match-card-nothing-against = Против ничего не нашлось.
match-card-unknown = Не учтено, потому что нет ответа: { $what }.
match-sure-only = Если эту пару не делать, без пары останется ещё { $people } { $people ->
        [one] человек
        [few] человека
       *[other] человек
    }: замены ей нет.
match-sure-even = Есть другой расклад, который в целом так же хорош.
match-sure-narrow = Без этой пары в целом выйдет почти так же: теряется { $lost } из общего балла, у самой слабой пары { $worst }.
match-sure-clear = Без этой пары в целом выйдет заметно хуже: теряется { $lost } из общего балла, у самой слабой пары { $worst }.
button-pin = Закрепить
button-unpin = Открепить
button-ban = Не предлагать
button-other-mentor = Другой наставник
button-swap = Поменять местами
button-merge = Объединить в группу
button-split = Разделить
button-form = Форма и вид
button-leave-out = Оставить без пары
toast-pinned = Закреплено
toast-unpinned = Откреплено
toast-banned = Подобрано без этой пары
toast-moved = Переставлено и закреплено
toast-left-out = Пара убрана
toast-merged = Это теперь группа
toast-split = Это теперь отдельные пары
toast-kept-form = Записано
match-forms-head =
    <b>{ $mentor } — { $mentee }</b>
    Какая форма контакта им подойдёт и какой это наставник: консультант помогает освоиться, предметник — с методикой предмета.
mentor-kind-consultant = консультант
mentor-kind-subject = предметник
others-head = <b>{ $name }</b>: все наставники, лучшие первыми. Нажмите, чтобы увидеть, что изменится.
others-none = <b>{ $name }</b>: сейчас в таблице нет ни одного наставника. Подберите пары заново.
other-line = { $name } · { $percent }
other-line-now = ✓ { $name } · { $percent }, сейчас
other-line-barred = ✕ { $name }
other-barred = { $name } — нельзя: { $why }.
swap-head = <b>{ $name }</b>: с кем поменять наставника? В скобках — нынешний наставник.
swap-none = <b>{ $name }</b>: поменять не с кем, других пар в предложении нет.

## Why not
ask-head = Для кого спросить, почему не другой наставник?
why-not-head = <b>Почему не { $mentor } — { $mentee }?</b>
why-not-rules =
    Мешает:
    { $lines }
why-not-taken = Эта пара и так в предложении.
why-not-chain =
    Можно. Тогда изменится вот что:
    { $lines }
why-not-more = и ещё { $count }
why-not-move = { $name }: { $before } → { $after }
why-not-nobody = без наставника
why-not-lost-served = Без пары останется на { $served } { $served ->
        [one] человека
       *[other] человек
    } больше.
why-not-lost = Общий балл ниже на { $total }, совпадение у самой слабой пары — на { $worst }.
why-not-lost-nothing = Ничего не потеряется: эти варианты равны.
button-do-it = Сделать так
button-why-others = К списку

## Alternatives
alternatives-head = 
    <b>Варианты</b>
    Все правила соблюдены в каждом; отличаются они тем, что важнее.
alternative-best = <b>Лучший в целом.</b> С парой { $served }, общий балл { $total }, самая слабая пара { $worst }, перемен { $changes }.
alternative-fairest = <b>Самый ровный.</b> С парой { $served }, общий балл { $total }, самая слабая пара { $worst }, перемен { $changes }.
alternative-closest = <b>Ближе всего к прежнему.</b> С парой { $served }, общий балл { $total }, самая слабая пара { $worst }, перемен { $changes }.
alternative-title-fairest = Самый ровный
alternative-title-closest = Ближе всего к прежнему
alternative-same = <b>{ $title }.</b> Совпадает с лучшим.
alternative-loses = Теряется: общий балл { $total }, самая слабая пара { $worst }.
button-take-best = Взять лучший
button-take-fairest = Взять ровный
button-take-closest = Взять прежний

## Reasons, from people's own answers
why-needs-covered = Нужно и умеет: { $topics }
why-needs-open = Нужно, но этого среди сильных сторон нет: { $topics }
why-subject-same = Один предмет: { $subject }
why-subject-other = Предметы разные: { $mentor } и { $mentee }
why-style-close = Похожи: { $items }
why-style-far = Разные: { $items }
why-manner-same = Одинаково представляют помощь: { $manner }
why-manner-other = По-разному представляют помощь: { $mentor } и { $mentee }
why-forms-common = Обоим подходит форма: { $forms }
why-forms-none = Формы работы выбраны разные
why-hours-common = Общих часов в неделю: { $count } ({ $hours })
why-hours-few = Общих часов в неделю мало: { $count }
why-wish-named = { $side ->
        [mentor] Наставник хотел бы именно этого человека
       *[other] Наставляемый хотел бы именно этого человека
    }
why-wish-kind = Сошлись в том, какой нужен наставник: { $value }
why-wish-kind-other = { $side ->
        [mentor] Наставник видит свою роль иначе: { $value }
       *[other] Наставляемому нужен другой наставник: { $value }
    }
why-wish-partner = { $side ->
        [mentor] Наставник хотел работать именно с такими: { $value }
       *[other] Наставляемый хотел именно такого: { $value }
    }
why-wish-partner-other = { $side ->
        [mentor] Наставник хотел работать с другими: { $value }
       *[other] Наставляемый хотел другого: { $value }
    }
why-wish-rhythm = Один ритм встреч: { $value }
why-wish-rhythm-other = Ритм встреч видят по-разному
why-last-year = Были парой в прошлом году
why-load = У наставника уже есть пары: { $count }
missing-needs-mentor = сильные стороны наставника
missing-needs-mentee = запрос наставляемого
missing-subject-mentor = предмет наставника
missing-subject-mentee = предмет наставляемого
missing-style-mentor = стиль работы наставника
missing-style-mentee = стиль работы наставляемого
missing-hours-mentor = время наставника
missing-hours-mentee = время наставляемого
missing-wish-mentee-mentee = пожелания наставляемого
missing-wish-mentor-mentor = пожелания наставника
need-leadership = лидерские качества
need-active-position = активная позиция
need-stress = стрессоустойчивость
need-time = управление временем
need-documents = учебные документы
need-lesson = урок по ФГОС
need-technologies = новые технологии
need-qualification = рост квалификации
need-pupils = психология учеников
need-climate = климат в коллективе
need-creative-groups = творческие группы
style-planning = план или по ходу дела
style-frankness = прямота замечаний
style-channel = письменно или голосом
style-daytime = утро или вечер
style-showing = увидеть или обсудить
style-pace = темп
style-initiative = кто начинает разговор
manner-show = показ на уроке
manner-visit = разбор урока
manner-talk = разговор
manner-materials = готовые материалы
wished-consultant = консультант
wished-subject = предметник
wished-both = и консультант, и предметник
wished-experienced = опытный учитель
wished-peer = близкий стаж
wished-form-teacher = классный руководитель
wished-innovator = тот, кто пробует новое
wished-young = молодой специалист
wished-newcomer = новичок в школе
wished-growing = тот, кто осваивает новое
wished-weekly = каждую неделю
wished-fortnightly = раз в две недели
wished-flexible = по мере вопросов
match-day-1 = пн
match-day-2 = вт
match-day-3 = ср
match-day-4 = чт
match-day-5 = пт
match-day-6 = сб
hard-self = это один и тот же человек
hard-role = роль не та
hard-consent = нет согласия участвовать
hard-approval = наставник не в реестре
hard-capacity = у наставника нет свободных мест
hard-not-with = кто-то из двоих просил не ставить их вместе
hard-refused = эту пару уже пробовали
hard-no-common-time = слишком мало общего времени
hard-forbidden = вы просили не предлагать эту пару
hard-unknown = кого-то из двоих сейчас нет в подборе
hard-twice = у наставляемого уже есть наставник
hard-pin = закреплённая пара
hard-together = этих наставляемых вы просили держать вместе
hard-apart = этих наставляемых вы просили развести
hard-group-small = в группе слишком мало людей
hard-group-large = в группе слишком много людей

## Weights and rules
weights-head =
    <b>Что важнее</b>
    От 0 до 10: чем больше, тем сильнее это влияет. 0 — не учитывать. Изменения действуют со следующего подбора.
weight-line = { $title }: { $value }
weights-hours = Сколько общих часов в неделю нужно обязательно? Сейчас: { $hours }.
button-weights-reset = Вернуть обычные
toast-weight = Записано
weight-ask = <b>{ $title }</b>. Сейчас: { $value }.
soft-needs = Запрос и помощь
soft-needs-about = Насколько сильные стороны наставника закрывают то, в чём нужна помощь.
soft-subject = Предмет
soft-subject-about = Один ли предмет они ведут; тем важнее, чем важнее это им самим.
soft-style = Стиль работы
soft-style-about = Похожи ли привычки: план, прямота, темп, способ помогать, формы работы.
soft-hours = Общее время
soft-hours-about = Сколько общих часов в неделе; сверх нужного не считается.
soft-wish-mentee = Хочет наставляемый
soft-wish-mentee-about = Каким наставляемый хотел бы видеть наставника и кого назвал.
soft-wish-mentor = Хочет наставник
soft-wish-mentor-about = С кем хотел бы работать наставник и кого назвал.
soft-last-year = Прошлый год
soft-last-year-about = Были ли они парой в прошлом году.
soft-load = Нагрузка
soft-load-about = Много ли пар у наставника уже есть.
match-rules-head =
    <b>Мои правила</b>
    Они соблюдаются всегда. Нажмите на правило, чтобы убрать его.
match-rules-none =
    <b>Мои правила</b>
    Пока ни одного. Закрепить пару или исключить её можно на её карточке, а здесь — решить, кому из наставляемых быть вместе или порознь.
rule-line-pin = 📌 { $first } — { $second }: закреплены
rule-line-forbid = { $first } — { $second }: не предлагать
rule-line-together = { $first } и { $second }: вместе
rule-line-apart = { $first } и { $second }: порознь
button-rule-together = Вместе…
button-rule-apart = Порознь…
rule-ask-together = { $step ->
        [1] Кого из наставляемых держать вместе? Выберите первого.
       *[other] { $name } — вместе с кем?
    }
rule-ask-apart = { $step ->
        [1] Кого из наставляемых развести? Выберите первого.
       *[other] { $name } — порознь с кем?
    }
toast-rule-kept = Правило записано
toast-rule-gone = Правило убрано
error-matching-no-mentees = Подбирать некому: у всех наставляемых, которые участвуют, уже есть пара.
error-matching-no-mentors = Свободных мест у наставников нет. В подборе участвуют те, кто в реестре: проверьте собеседования и сколько наставляемых готов взять каждый.
error-matching-none = Предложения сейчас нет: оно уже утверждено или ещё не составлено.
error-matching-broken = Так нельзя: { $names } — { $why }. Ничего не изменено.
error-matching-pins = Закреплённые пары не складываются вместе. Откройте «Мои правила» и уберите лишнее.
error-matching-swap = Менять нечего: у обоих один и тот же наставник или ни у кого его нет.
error-matching-split = Этих людей нет в этой группе.
error-matching-merge = Объединять нечего.
error-matching-hard = Правил так много, что за разумное время варианта не нашлось. Уберите часть правил «вместе» и «порознь».
error-matching-score = Такие баллы слишком велики, чтобы их сложить.
error-matching-size = Слишком много людей для одного подбора.
error-matching-weight = Вес бывает от 0 до { $most }.

## Wishes
wishes-head =
    <b>Пожелания</b>
    Их видите только вы. Первыми стоят те, кто ответил, что есть коллега, с которым не хотелось бы работать: спросите их лично и отметьте здесь.
wishes-none =
    <b>Пожелания</b>
    Участников пока нет.
wishing-waits = { $name } · поговорить
wishing-said = { $name } · есть пожелания
wishing-silent = { $name }
wishes-of =
    <b>{ $name }</b>
    Нажатие меняет отметку: хотелось бы, не с ним, без отметки. Кроме вас её видит только сам человек.
wishes-waits = Есть коллега, с которым не хотелось бы работать. Имя скажут только вам и лично.
wishes-said = <i>{ $text }</i>
wishes-own =
    <b>Мои пожелания</b>
    С кем из наставников вам хотелось бы работать, а с кем нет? Нажатие меняет отметку. Её видите вы и куратор, больше никто; отмечать необязательно.
wishes-own-none =
    <b>Мои пожелания</b>
    Реестр наставников ещё не утверждён. Загляните, пожалуйста, позже.
wish-mark-none = { $name }
wish-mark-like = ☑ { $name } · хотелось бы
wish-mark-not = ☒ { $name } · не с ним
toast-wish-like = Записано: хотелось бы
toast-wish-not = Записано: не с ним
toast-wish-none = Отметка снята
button-wishes-own = Мои пожелания

## Acceptance
notice-offer-mentor = Пары сложились. Ваш наставляемый: { $names }. Подходит ли вам? Ответьте, пожалуйста, до { $day }. Если хочется другой пары, об этом узнает только куратор.
notice-offer-mentee = Пары сложились. Ваш наставник: { $names }. Подходит ли вам? Ответьте, пожалуйста, до { $day }. Если хочется другой пары, об этом узнает только куратор.
notice-offer-remind = Сегодня последний день, чтобы ответить про пару: { $names }. Подходит ли вам?
notice-offer-silent = { $name }: ответа про пару пока нет. Вторая сторона: { $others }. Может быть, стоит спросить лично.
notice-agreed-mentor = Вы оба согласны: { $names } ждёт знакомства. Предложите встречу, минут на двадцать.
notice-agreed-mentee = Вы оба согласны: ваш наставник — { $names }. Первая встреча — знакомство; время может предложить любой из вас.
notice-other-mentor = { $name } просит подобрать другого наставляемого. Сейчас в паре: { $others }. Причину называть не обязательно; другая сторона об этом не знает.
notice-other-mentee = { $name } просит подобрать другого наставника. Сейчас в паре: { $others }. Причину называть не обязательно; другая сторона об этом не знает.
notice-parted-mentor = Состав пар ещё уточняется: ваша нынешняя пара не состоится, куратор подберёт другую. Ничьей вины в этом нет, и делать сейчас ничего не нужно.
notice-parted-mentee = Состав пар ещё уточняется: ваша нынешняя пара не состоится, куратор подберёт другую. Ничьей вины в этом нет, и делать сейчас ничего не нужно.
button-offer-accept = Подходит
button-ask-other = Попросить другого
button-ask-other-really = Да, попросить
button-offer-meeting = Предложить встречу
offer-card-mentor = Ваш наставляемый: <b>{ $names }</b>.
offer-card-mentee = Ваш наставник: <b>{ $names }</b>.
offer-said-nothing = Подходит ли вам?
offer-said-yes = Вы ответили, что подходит. Когда ответят все, бот предложит познакомиться.
offer-said-other = Вы попросили подобрать другую пару. Куратор знает; другая сторона нет. Если передумали, нажмите «Подходит».
offer-other-ask = Попросить куратора подобрать другую пару? Об этом узнает только он. Объяснять ничего не нужно, и обидного в этом ничего нет: так бывает.
offer-other-sent = Куратор получил вашу просьбу. Если хотите, напишите ему пару слов, что было бы важно: их увидит только он. Можно и не писать.
offer-note-kept = Передали куратору. Спасибо, что сказали.
toast-accepted = Спасибо
toast-asked-other = Передали куратору
standings-none = Пар, которые сейчас работают, нет.
standings-head =
    <b>Ответы пар</b>
    { $first }–{ $last } из { $total }. Согласны все: { $agreed }.
standing-line-other = { $names } · просят другую
standing-line-waiting = { $names } · ждём ответа
standing-line-agreed = { $names } · согласны
standing-line-unasked = { $names }
standing-head = <b>{ $names }</b>
standing-said-nothing = { $name }: ответа пока нет, ждём до { $day }.
standing-said-yes = { $name }: подходит.
standing-said-other = { $name }: просит другую пару.
standing-note = <i>{ $text }</i>
button-part = Подобрать других
button-part-really = Разъединить
part-ask = Разъединить пару «{ $names }»? Обе стороны получат одинаковые спокойные слова: кто просил и почему, в них не сказано. Больше эту пару бот не предложит.
part-done = Пара закрыта, обе стороны знают. Наставляемый снова в списке тех, кому ищем наставника.
toast-parted = Пара закрыта
error-offer-note = Получилось слишком длинно. Уложитесь, пожалуйста, в { $limit } { $limit ->
        [one] знак
        [few] знака
       *[other] знаков
    }.

## Early ends and replacements
button-replace = Заменить наставника
button-end-early = Завершить раньше
button-end-really = Завершить
button-ending-off = Отменить
ending-why = Почему пара завершается раньше срока? Причина попадёт в приказ, поэтому здесь только общие слова.
ending-ask = Завершить пару через три рабочих дня? Причина: «{ $reason }». Обе стороны узнают день, но не причину.
ending-planned-end = Последний день пары — { $day }. Причина: «{ $reason }». До этого дня решение можно отменить.
ending-planned-replace = Наставник сменится после { $day }. Причина: «{ $reason }». До этого дня решение можно отменить.
replace-who = Кого из наставников заменить?
replace-by = Кто придёт на смену? В списке — наставники реестра со свободным местом, которым ничто не мешает; лучшие первыми.
replace-none = Заменить сейчас некем: у наставников реестра нет свободных мест или что-то мешает.
replace-why = На смену придёт { $name }. Почему? Причина попадёт в приказ. Обе стороны узнают о замене сразу, новая пара начнётся через три рабочих дня.
successor-line = { $name } · { $percent }
reason-own-wish = Личное желание
reason-workload = Нагрузка
reason-leaves-school = Уход из школы
reason-long-absence = Долгое отсутствие
reason-agreement = По соглашению
reason-goals-reached = Цели достигнуты
order-reason-own-wish = личное заявление
order-reason-workload = изменение нагрузки
order-reason-leaves-school = увольнение
order-reason-long-absence = длительное отсутствие
order-reason-agreement = соглашение сторон
order-reason-goals-reached = достижение целей наставничества
toast-ending = Объявлено обеим сторонам
toast-ending-off = Отменено: пара продолжает работу
notice-ending = Ваша пара завершает работу: последний день — { $day }. Спасибо за время, которое вы друг другу уделили. Если остались вопросы, напишите куратору.
notice-ending-off = Решение изменилось: ваша пара продолжает работу.
notice-replacing-leaving = Ваша работа в этой паре завершается: последний день — { $day }. Спасибо за всё, что вы успели вместе.
notice-replacing-staying = В вашей паре сменится наставник: нынешний работает до { $day } включительно. Потом бот напишет, кто придёт на смену.
notice-replacing-failed = Замена не состоялась: новый наставник уже не может участвовать. Без наставника остались: { $names }.

## Those without a pair
unpaired-head =
    <b>Без пары</b>
    { $first }–{ $last } из { $total }. Поиск продолжается: раз в неделю бот смотрит, не появился ли подходящий наставник.
unpaired-none =
    <b>Без пары</b>
    Таких нет: у всех наставляемых, которые участвуют, есть пара.
unpaired-fits = { $name }: есть { $count } { $count ->
        [one] подходящий наставник
        [few] подходящих наставника
       *[other] подходящих наставников
    } со свободным местом.
unpaired-waits = { $name }: подходящего наставника пока нет.
notice-unpaired-fits = Появился подходящий наставник: { $mentor }. Без пары пока { $name }. Чтобы предложить пару, запустите подбор.

## Comparison of the two bases
compare-head =
    <b>Две базы рядом</b>
    Наставников { $mentors }, мест у них { $places }; наставляемых без пары { $mentees }. Слева — кому нужно, справа — кто может помочь.
compare-line = { $topic }: { $wanted } ↔ { $offered }
compare-short = { $topic }: { $wanted } ↔ { $offered }, не хватает
compare-file = Базы наставников и наставляемых рядом.
compare-sheet-topics = Запрос и помощь
compare-sheet-mentors = Наставники
compare-sheet-mentees = Наставляемые
compare-column-topic = О чём
compare-column-wanted = Кому нужно
compare-column-offered = Кто может
compare-column-name = Имя
compare-column-subject = Предмет
compare-column-years = Стаж
compare-column-topics = Сильные стороны или запрос
compare-column-hours = Дни
compare-column-forms = Формы
compare-column-places = Мест

## Orders and events
orders-head =
    <b>Приказы</b>
    Файлы Word с пометкой ПРОЕКТ: номер и дату впишете вы. Проверьте имена и падежи перед подписью.
orders-none =
    <b>Приказы</b>
    Пока приказывать не о чем: сначала нужен реестр наставников или пары.
orders-waiting = Ещё { $count } { $count ->
        [one] пара ждёт
        [few] пары ждут
       *[other] пар ждут
    } согласия: в приказе { $count ->
        [one] её
       *[other] их
    } пока нет.
orders-references = Ссылок на документы: { $count }.
orders-references-none = Ссылок на документы пока нет, приказ составляется без них.
button-order-register = Реестр: { $count }
button-order-pairs = Пары и группы: { $count }
button-order-replacement = Замены: { $count }
button-order-end = Завершения: { $count }
button-references = Ссылки
button-name-cases = Падежи имён
button-announce = Объявить пары
button-round-table = Круглый стол
order-file = Проект приказа. Проверьте, впишите номер и дату, отдайте на подпись.
references-ask = На какие документы ссылаться? Напишите каждый с новой строки, полностью и в именительном падеже. Чтобы убрать все, отправьте «-».
names-head = 
    <b>Падежи имён</b>
    Так имена встанут в приказы (кому?). Нажмите на то, что звучит неверно.
name-head = <b>{ $name }</b>
name-case = { $case }: { $form }
name-case-own = { $case }: { $form } (исправлено)
name-case-ask = Как правильно, { $case }? Сейчас: { $form }. Чтобы вернуть, как было, отправьте «-».
case-genitive = кого
case-dative = кому
case-accusative = вижу кого
case-instrumental = кем
error-order-empty = Для этого приказа пока нет ни одной строки.
error-references = Слишком много: не больше { $most } строк, каждая до { $limit } знаков.
announce-none = Объявлять пока нечего: нет пар, где согласны обе стороны.
announce-ask = Объявить от имени школы, что пары сложились? Каждый узнает о своей паре, о чужих — нет. Пар: { $count }.
button-announce-really = Объявить
announce-done = Сообщили { $count } { $count ->
        [one] человеку
       *[other] людям
    }. Дальше — круглый стол «Наставники и наставляемые: начало пути».
announce-already = Все уже знают: новых пар нет.
toast-announced = Объявлено
notice-announced-mentor = { $school }: состав наставнических пар определён. Ваш наставляемый в этом году: { $names }. Спасибо, что взялись за это.
notice-announced-mentee = { $school }: состав наставнических пар определён. Ваш наставник в этом году: { $names }. Хорошего начала.
round-when = Когда круглый стол «Наставники и наставляемые: начало пути»? Напишите день и время, например: в четверг в 15:00.
round-place = Круглый стол { $when }. Где? Напишите место, например: актовый зал.
button-skip-place = Без места
round-ready = Приглашение получат { $count } { $count ->
        [one] человек
        [few] человека
       *[other] человек
    }. Вот оно:
button-round-send = Пригласить всех
round-sent = Приглашено: { $count }.
toast-round = Приглашения отправлены
notice-round = Приглашаем на круглый стол «Наставники и наставляемые: начало пути»: { $when }, { $place }. Там пары познакомятся и договорятся о первой встрече.
notice-round-nowhere = Приглашаем на круглый стол «Наставники и наставляемые: начало пути»: { $when }. Там пары познакомятся и договорятся о первой встрече.
error-round-when = Нужны день и время вместе, например: в четверг в 15:00.
error-round-past = Это время уже прошло. Напишите, пожалуйста, другое.
error-round-place = Место получилось слишком длинным: до { $limit } знаков.

## What is stored
stored-interviews = Собеседование
stored-match_wishes = Ваши пожелания о паре
stored-acceptances = Ваши ответы о паре
stored-name_forms = Ваше имя в падежах

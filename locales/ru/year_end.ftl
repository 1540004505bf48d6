### The year's end in the chat: mutual evaluation, final meetings, cards, indicators, report.

form-about = О работе с: { $names }
form-audience-curator = Ответы прочитает только куратор. Тот, о ком вы пишете, их не увидит, пока вы оба этого не захотите. Слова благодарности передадим, только если вы разрешите.
form-audience-psychologist = Ответы прочитает только педагог-психолог. Тот, о ком вы пишете, их не увидит, пока вы оба этого не захотите. Слова благодарности передадим, только если вы разрешите.
form-audience-curator-psychologist = Ответы прочитают куратор и педагог-психолог. Тот, о ком вы пишете, их не увидит, пока вы оба этого не захотите. Слова благодарности передадим, только если вы разрешите.

button-year-end = Итоги года
button-mutual = Взаимная оценка
button-finals = Итоги пар
button-cards = Карты пар
button-indicators = Показатели
button-report = Отчёт
button-after = Анкеты «после»
button-closing = Награды, сайт, год
year-end-head =
    <b>Итоги года</b>
    Анкеты «после» и взаимная оценка показывают, что изменилось. Карты и показатели собирают это в отчёт.
closing-head =
    <b>Завершение года</b>
    Награды, кейсы, сайт и переход на следующий год.

menu-mutual = Расскажите, как работалось вместе: { $name }. { $count ->
        [one] Это займёт минуты четыре, можно до { $until }.
       *[other] Это займёт минуты четыре, можно до { $until }. Всего таких анкет: { $count }.
    }
button-mutual-fill = Рассказать
mutual-line-open = Взаимная оценка: { $name }
mutual-line-given = ✓ Взаимная оценка: { $name }
mutual-line-over = Закрыта: { $name }
mutual-head =
    <b>Взаимная оценка</b>
    В конце года каждый рассказывает о совместной работе. Ваши ответы другой не увидит, и завершению пары это не мешает.
mutual-none =
    <b>Взаимная оценка</b>
    Сейчас рассказывать не о чем. Весной бот напишет сам.
mutual-one-open =
    <b>{ $name }</b>
    Вы ещё не рассказали о совместной работе.
mutual-one-over =
    <b>{ $name }</b>
    Взаимная оценка закрыта, ответа не было. Ничего страшного: ни на что это не влияет.
mutual-one-given =
    <b>{ $name }</b>
    Ваши ответы отправлены, другой их не видит. Если хочется, можно показать их друг другу: откроются они, только когда этого захотят оба.
mutual-one-shown =
    <b>{ $name }</b>
    Вы готовы показать ответы. Они откроются обоим, если того же захочет второй. Нажал он эту кнопку или нет, бот не говорит.
mutual-one-opened =
    <b>{ $name }</b>
    Вы оба решили показать ответы друг другу.
mutual-thanks =
    Вам передали слова благодарности:
    <i>{ $thanks }</i>
button-mutual-own = Мои ответы
button-mutual-other = Ответы обо мне
button-mutual-show = Показать друг другу
button-mutual-show-sure = Да, показать
mutual-show-ask = Показать свои ответы: { $name }? Откроются сразу обе анкеты и только если второй тоже этого захочет. Отменить это потом нельзя.
toast-mutual-shown = Принято
mutual-content =
    <b>Взаимная оценка</b>
    { $giver } о работе с: { $about }
mutual-answer =
    { $label }
    <b>{ $answer }</b>
error-mutual-sealed = Эти ответы закрыты.
error-mutual-not-given = Сначала расскажите о совместной работе сами.
error-mutual-over = Взаимная оценка уже закончилась: её итоги сосчитаны, и снова открыть её нельзя.
error-mutual-window = Взаимную оценку можно открыть на срок до { $most } дней, внутри учебного года и не в прошлом.

mutual-staff-ahead =
    <b>Взаимная оценка</b>
    Откроется { $first } и закроется { $until }: бот сам спросит каждого наставника и наставляемого и напомнит.
mutual-staff-nobody =
    <b>Взаимная оценка</b>
    С { $first } по { $until } спрашивать было некого: пар в это время не было.
mutual-staff-head =
    <b>Взаимная оценка</b>
    С { $first } по { $until }. Рассказали { $given } из { $asked }{ $late ->
        [0] {""}
       *[other] , из них с опозданием: { $late }
    }.
mutual-range = { $first }–{ $last } из { $total }
mutual-row-planned = { $giver } → { $about } · впереди
mutual-row-open = { $giver } → { $about } · ждём
mutual-row-grace = { $giver } → { $about } · ждём, срок прошёл
mutual-row-given = ✓ { $giver } → { $about }
mutual-row-late = ✓ { $giver } → { $about } · позже
mutual-row-never = { $giver } → { $about } · без ответа
mutual-row-void = { $giver } → { $about } · не нужно
button-mutual-settings = Срок и доступ
button-mutual-now = Открыть сегодня
button-mutual-now-sure = Да, открыть
mutual-now-ask = Открыть взаимную оценку сегодня на две недели? Наставники и наставляемые получат приглашения.
toast-mutual-open = Открываем
mutual-settings =
    <b>Взаимная оценка: срок и доступ</b>
    С { $first } по { $until }, поздние ответы принимаются ещё { $days } { $days ->
        [one] день
        [few] дня
       *[other] дней
    }. Кто читает ответы, каждому сказано до первого вопроса: для уже открытых анкет это обещание остаётся в силе.
mutual-readers-curator = Ответы читает куратор.
mutual-readers-psychologist = Ответы читает педагог-психолог.
mutual-readers-curator-psychologist = Ответы читают куратор и педагог-психолог.
mutual-choice-curator = Куратор
mutual-choice-psychologist = Психолог
mutual-choice-curator-psychologist = Оба
mutual-move = Сейчас взаимная оценка открыта до: { $until }. До какого дня её оставить? Нажмите кнопку или напишите день.
toast-saved = Сохранено

notice-mutual-opens = Год подходит к концу. Расскажите, пожалуйста, как работалось вместе: { $names }. Это минуты четыре, можно до { $until }. Ответы закрыты от второго участника.
notice-mutual-reminds = Ещё можно рассказать о совместной работе: { $names }. До { $until }.
notice-mutual-closed = Взаимная оценка закончилась: рассказали { $count } из { $number }.
notice-mutual-thanks = { $names } передаёт вам слова благодарности за этот год.
notice-mutual-shown = { $names } и вы решили показать друг другу ответы взаимной оценки.
rule-mutual-opens = приглашение к взаимной оценке
rule-mutual-reminds = напоминание о взаимной оценке
rule-mutual-closed = итог взаимной оценки
rule-mutual-thanks = слова благодарности

button-final = Итоги пары
menu-final = Итоговая встреча позади. Что было, что стало и как быть дальше?
final-head =
    <b>Итоги: { $names }</b>
    Двумя фразами: что было в начале и что стало. Писать необязательно. И один из путей дальше.
final-was = <b>{ $name }, что было:</b> { $text }
final-became = <b>{ $name }, что стало:</b> { $text }
final-privacy = Эти слова видит только ваша пара. Выбранный путь видит и куратор; друг другу он откроется, когда выберут все.
final-own = Ваш выбор. { $way }
final-agreed = Вместе вы выбрали одно. { $way }
final-differ = Вы выбрали разное, и это нормально: никто не обязан идти дальше, если не хочет. { $way }
button-final-was = Что было
button-final-became = Что стало
button-way-new_stage = Новый этап
button-way-informal = Просто коллеги
button-way-change_roles = Смена ролей
button-way-finish = Завершить
final-ask-was = Что было в начале года? Напишите одну-две фразы. Пожалуйста, не называйте учеников.
final-ask-became = Что стало к концу года? Напишите одну-две фразы. Пожалуйста, не называйте учеников.
error-final-long = Получилось длинновато. До { $limit } знаков, пожалуйста.
notice-final-thanks = Все в вашей паре сказали, как быть дальше. Спасибо вам за этот год: за время, терпение и открытость.
finals-head =
    <b>Итоги пар</b>
    Что каждая пара выбрала на следующий год. Их слова о том, что было и что стало, остаются у пары.
finals-none =
    <b>Итоги пар</b>
    В этом учебном году пар нет. Они появляются после подбора.
finals-range = { $first }–{ $last } из { $total }
final-line = { $names } · { $stand }
final-stand-new_stage = новый этап
final-stand-informal = коллеги
final-stand-change_roles = смена ролей
final-stand-finish = завершить
final-stand-differ = выбрали разное
final-stand-some = выбрали не все
final-stand-met = встретились
final-stand-none = встречи ещё не было
final-pair =
    <b>{ $names }</b>
    { $met ->
        [True] Итоговая встреча состоялась.
       *[False] Итоговой встречи в боте ещё не было.
    }
final-said = { $name }: { $way }
final-silent = пока без ответа

after-head =
    <b>Анкеты «после»</b>
    Они показывают, что изменилось за год. Одной кнопкой уйдут все, кого ещё не спрашивали.
after-none =
    <b>Анкеты «после»</b>
    Итоговых анкет нет: школа их сняла. Вернуть их можно в разделе «Анкеты школы».
after-offered = «{ $title }» — спросим { $count } { $count ->
        [one] человека
       *[other] человек
    }, до { $until }.
after-open = «{ $title }» — идёт.
after-over = ✓ «{ $title }» — закрыта.
after-nobody = «{ $title }» — ещё не разослана.
button-after-open = Разослать ({ $count })
toast-after-open = Разослано: { $count }

cards-head =
    <b>Карты пар</b>
    Девять показателей по 0, 1 или 2 балла, всего до { $most }. Карту видят куратор и администрация, паре её не показывают.
cards-none =
    <b>Карты пар</b>
    Пар в этом учебном году нет (в карте до { $most } баллов). Они появляются после подбора.
cards-range = { $first }–{ $last } из { $total }, заполнено: { $filled }
card-line-given = ✓ { $names } · { $total } · { $level }
card-line-draft = … { $names }
card-line-open = ☐ { $names }
report-level-short-optimal = оптимальный
report-level-short-acceptable = допустимый
report-level-short-low = нужна помощь
error-card-given = Карта этой пары за год уже отправлена.
error-card-others = Эту карту уже начал заполнять другой куратор.

indicators-head = <b>{ $group }</b> ({ $page } из { $pages })
indicators-running = Показатели ещё меняются. За каждым числом не меньше пяти человек.
indicators-frozen = Отчёт составлен: эти числа больше не меняются. За каждым не меньше пяти человек.
indicator-one =
    <b>{ $name }</b>
    { $lines }
pending-survey = Пока не учтено: «{ $title }», опрос ещё открыт.
pending-mutual = Пока не учтена взаимная оценка: она ещё идёт.
pending-cards = Без карты куратора: { $count } { $count ->
        [one] пара
        [few] пары
       *[other] пар
    }.
button-classes = Классы
button-numbers = Числа
classes-head =
    <b>Подшефные классы</b>
    Только итоги класса, никогда не ученика. Успеваемость %, качество %, замечания: начало года и конец.
classes-none =
    <b>Подшефные классы</b>
    Пока ничего не внесено. Нужны только итоги класса: успеваемость, качество знаний, замечания. В отчёт идут все классы вместе, если учителей не меньше пяти.
class-line =
    <b>{ $name }</b>, { $teacher }, учеников: { $pupils }
    { $before } → { $after }
classes-more = И ещё: { $count }.
button-class-new = Внести класс
button-class-drop = Убрать { $name }
class-who = Чей это класс?
class-nobody = Наставляемых в парах этого года пока нет, вносить не для кого.
class-ask-name = Напишите класс и сколько в нём учеников, например: 7А 25
class-ask-before = { $name }, начало года. Три числа через пробел: успеваемость %, качество %, замечания за первое полугодие. Например: 96 48 12
class-ask-after = { $name }, конец года. Снова три числа: успеваемость %, качество %, замечания за второе полугодие.
error-class-line = Нужны класс и число учеников, например: 7А 25
error-class-three = Нужны три числа через пробел, например: 96 48 12
numbers-head =
    <b>Числа года</b>
    Что бот сосчитал сам, можно поправить. Конфликты знает только администрация.
number-none = { $label }: не внесено
number-halves = { $label }: { $before } в первом полугодии, { $value } во втором
number-entered = { $label }: { $value } (внесено)
number-counted = { $label }: { $value } (сосчитано)
button-number-conflicts-parents = С родителями
button-number-conflicts-staff = С коллегами
button-number-retained = Остались в школе
button-number-publications = Публикации
button-number-methods = Разработки
button-number-projects = Проекты
button-number-open-lessons = Открытые уроки
button-number-own = Как считает бот
number-ask-one = { $label }: напишите одно число.
number-ask-two = { $label }: напишите два числа через пробел — за первое и за второе полугодие. Например: 4 1
error-number-one = Нужно одно целое число, например: 3
error-number-two = Нужны два целых числа через пробел, например: 4 1
error-number-most = Столько не бывает: самое большее { $most }.

report-none =
    <b>Отчёт</b>
    Отчёт ещё не составлен. Когда анкеты закрыты и карты заполнены, составьте его: числа зафиксируются, и по ним появятся текст, таблица и диаграммы.
button-report-make = Составить отчёт
button-report-sure = Да, составить
report-make-ask = Составить отчёт? Числа этого года зафиксируются навсегда: поздние ответы их уже не изменят. Текст SWOT и выводы можно будет править.
toast-report-made = Отчёт составлен
report-head =
    <b>Отчёт о годе</b>
    Составлен { $day }. Наставников: { $mentors }, наставляемых: { $mentees }, пар и групп: { $pairs }.
report-part =
    <b>{ $name }</b>
    { $lines }
button-report-page = Одна страница
button-report-group = В группу
button-report-send = Отправить в группу
button-conclusions = Выводы
report-file-word = Отчёт для методического совета. В нём нет имён, кроме подписи, и нет чисел, за которыми меньше пяти человек.
report-file-sheet = Все числа отчёта.
report-file-page = Год на одной странице: можно повесить в учительской.
report-file-chart = Диаграмма к отчёту.
report-group-ask = Отправить в группу школы страницу с итогами года? На ней нет ни одного имени. Посмотреть её можно кнопкой «Одна страница».
report-group-none = К школе не привязана группа. Добавьте бота в группу педагогов или перешлите страницу сами.
report-group-caption = Год наставничества на одной странице. Спасибо всем, кто учил и учился.
toast-report-sent = Отправлено
error-report-empty = Показывать пока нечего: ни одного показателя, за которым пять человек и больше.
error-report-none = Отчёт ещё не составлен.
swot-head =
    <b>SWOT-анализ</b>
    Черновик составлен по цифрам. Любую часть можно переписать.
swot-ask = { $name }: пришлите пункты одним сообщением, каждый с новой строки. Они заменят то, что есть. Чтобы очистить, пришлите «-».
error-swot-long = До { $lines } пунктов, каждый до { $limit } знаков, пожалуйста.
conclusions-ask = Выводы и предложения для методического совета: пришлите их одним сообщением. Чтобы очистить, пришлите «-».
error-conclusions-long = До { $limit } знаков, пожалуйста.
error-survey-apart = Эту анкету бот открывает сам, отдельно о каждом: смотрите «Итоги года».
stored-mutual_occasions = Взаимная оценка
stored-final_words = Ваши слова в итогах пары
stored-class_totals = Итоги ваших классов

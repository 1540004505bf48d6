### Pairs and groups.

button-pairs = Пары
button-pair = Открыть
button-pair-new = Новая пара
button-pair-mentees = Дальше: наставляемые
button-pair-make = Создать пару
button-pause = Пауза
button-resume = Продолжить
button-pair-close = Завершить
button-ending-done = Программа пройдена
button-ending-not-a-fit = Не подошли
button-ending-left = Кто-то ушёл
button-ending-other = Другое
pairs-head =
    <b>Пары и группы</b>
    { $first }–{ $last } из { $total }
pairs-none =
    <b>Пары и группы</b>
    Пока ни одной. Пара — это наставник и наставляемый; можно выбрать и нескольких с каждой стороны, тогда это группа.
pair-line-active = { $mentors } — { $mentees }
pair-line-paused = { $mentors } — { $mentees } · пауза
pair-line-closed = { $mentors } — { $mentees } · завершена
pair-card =
    <b>{ $mentors } — { $mentees }</b>
    Форма контакта: { $contact }.
    { $state }
pair-state-active = Пара работает.
pair-state-closed = Пара завершена.
pair-paused = Пауза до { $day }: напоминаний нет.
pair-pick-mentor =
    <b>Новая пара</b>
    Кто наставник? Отметьте одного или нескольких.
pair-pick-mentor-none = Наставников, которые участвуют в программе, пока нет. Пригласите их и дождитесь согласий.
pair-pick-mentee =
    <b>Новая пара</b>
    Кто наставляемый? Отметьте одного или нескольких.
pair-pick-mentee-none = Наставляемых, которые участвуют в программе, пока нет. Пригласите их и дождитесь согласий.
pair-pause-ask = На сколько остановить напоминания этой паре? Потом они вернутся сами.
pause-weeks = { $weeks } { $weeks ->
        [one] неделя
        [few] недели
       *[other] недель
    }
pair-close-ask = Завершить пару? Обе стороны узнают об этом без причины; причину видит только команда. Встреч по ней больше не будет.
contact-direct = прямая
contact-indirect = опосредованная
contact-individual = индивидуальная
contact-group = групповая
contact-open = открытая
contact-hidden = скрытая
contact-collective = коллективная
toast-pair-made = Пара создана
toast-paused = Пауза
toast-resumed = Пара снова работает
toast-pair-closed = Пара завершена
notice-pair-mentor = Ваш наставляемый в этом году: { $names }. Начните со знакомства: предложите встречу, минут на двадцать.
notice-pair-mentee = Ваш наставник в этом году: { $names }. Первая встреча — знакомство, она ни к чему не обязывает.
notice-pair-closed = Ваша пара завершила работу. Спасибо за время, которое вы друг другу уделили. Если остались вопросы, напишите куратору.
error-pair-empty = В паре нужен хотя бы один человек с каждой стороны.
error-pair-self = Один человек не может быть в паре с самим собой.
error-pair-crowd = Это слишком много для одной группы: не больше { $limit } человек.
error-pair-not-able = Кто-то из выбранных уже не участвует в программе. Выберите, пожалуйста, снова.
error-pair-known = Такая пара уже есть.
error-pair-closed = Эта пара уже завершена.
button-pair-own = Моя пара
pairs-own = <b>Ваши пары</b>
pairs-own-none = Пары у вас пока нет. Когда куратор её составит, бот напишет.
error-pause-end = Пауза должна закончиться позже, чем началась.
error-pause-long = Слишком долгая пауза: не больше { $days } дней. Если перерыв дольше, лучше завершить пару и начать заново.
button-seen = Займусь
toast-seen = Спасибо, записали
radar-overdue = очень давно не было встречи
radar-silent = давно не было встречи
radar-missed = несколько встреч не состоялось
radar-disagreement = стороны по-разному помнят, была ли встреча
radar-unanswered = на предложения встретиться нет ответа
radar-moved = встречу несколько раз переносили
radar-mood = последние встречи дались непросто
radar-support = здесь пригодилась бы поддержка
radar-line-yellow = { $names } · жёлтая: { $reason }
radar-line-red = { $names } · красная: { $reason }
ladder-mentor = { $names }: { $reason }. Может быть, предложите время? Хватит и двадцати минут. Если сейчас не до встреч, нажмите «Займусь»: бот пока помолчит.
ladder-mentee = { $names }: { $reason }. Вы тоже можете предложить время, это нормально. Если сейчас не до встреч, нажмите «Займусь»: бот пока помолчит.
ladder-person = Похоже, последние встречи дались вам непросто. Так бывает. Можно сменить темп, поговорить о другом или попросить куратора о помощи: что именно вы отметили, не видит никто.
ladder-staff = Паре нужна помощь: { $names }. Причина: { $reason }.

### Support: consultations, a colleague's answer, the psychologist. Step 23 of the plan.

button-support = Поддержка
support-head =
    <b>Поддержка</b>
    Спросить, научиться, найти памятку. Спрашивать здесь принято.
support-held =
    { $count ->
        [0] Консультаций в этом учебном году ещё не было.
        [one] В этом учебном году { $count } консультация.
        [few] В этом учебном году { $count } консультации.
       *[many] В этом учебном году { $count } консультаций.
    }
support-waiting = Вас ждут: { $count }.
button-with-count = { $label }: { $count }
button-consults = Консультации
button-questions = Спросить коллегу
button-psychologist = Психолог
button-helping = Чем помогу
helping-head =
    <b>Чем я могу помочь</b>
    Отметьте, о чём вас можно просить. Передумать можно в любой день, объяснять ничего не нужно.
helping-consults = Провожу консультации
helping-answers = Отвечаю на вопрос
helping-topics =
    { $count ->
        [one] Вопросы — по { $count } теме.
       *[other] Вопросы — по { $count } темам.
    } Изменить:
helping-topics-all = Вопросы — по любой теме. Если есть любимые, отметьте их:
helping-topics-ask = О чём вас спрашивать? Нажмите, чтобы отметить или снять.
toast-helping-kept = Записано
theme-leadership = Лидерство
theme-active-position = Активная позиция
theme-stress = Стресс и силы
theme-time = Управление временем
theme-documents = Документы
theme-lesson = Урок по ФГОС
theme-technologies = Новые технологии
theme-qualification = Рост квалификации
theme-pupils = Психология учеников
theme-climate = Климат в коллективе
theme-creative-groups = Творческие группы

consults-head =
    <b>Консультации</b>
    О чём речь, знаете только вы и тот, кто консультирует.
consults-none =
    <b>Консультации</b>
    Пока их нет. Наставник может попросить о разговоре в любое время: о чём речь, узнают только двое.
consults-waiting =
    <b>Ждут консультанта</b>
    Кто просит, видно тому, кто возьмёт.
consults-waiting-none = Все просьбы уже разобраны. Спасибо!
consult-line = { $state } { $topic }
consult-topic-line = { $topic }
consult-mark-open = ◌
consult-mark-taken = ◔
consult-mark-offered = ◑
consult-mark-agreed = ●
consult-mark-done = ✓
consult-mark-off = ✕
button-consult-ask = Попросить
button-consult-waiting = Ждут: { $count }
button-consult-take = Возьму
button-consult-times = Предложить время
button-consult-other = Другое время
button-consult-off = Отменить
button-consult-off2 = Да, отменить
button-consult-return = Вернуть
button-consult-return2 = Да, вернуть
button-consult-helped = Помогло
button-consult-more = Ещё вопрос
consult-ask =
    <b>Консультация</b>
    О чём хочется посоветоваться? Нажмите или напишите в двух словах, без имён: тему увидят те, кто может взяться, ваше имя — только тот, кто возьмётся.
consult-topic-start = С чего начать
consult-topic-silence = Разговор не клеится
consult-topic-plan = План на год
consult-topic-tired = Устали оба
consult-topic-lesson = Разбор урока
consult-topic-papers = Документы
consult-card =
    <b>Консультация</b>
    { $topic }
consult-with-taker = Консультирует: { $name }
consult-with-asker = Просит: { $name }
consult-place = Где: { $place }
consult-state-open = Просьбу увидели все, кто консультирует. Кто возьмётся первым, тот и поможет.
consult-state-taken = Осталось условиться о времени. Предложить его может любой из двоих.
consult-state-offered = Время предложено, ждём ответа.
consult-state-answer = Предложено время. Какое подходит?
consult-state-agreed = Условились:
consult-state-over = Встреча была назначена на это время:
consult-state-done = Консультация прошла.
consult-state-off = Просьба отменена.
consult-days = Выберите день или напишите время, например: завтра в 15:30. Можно предложить до трёх вариантов.
consult-hours = { $day }: во сколько? Нажмите или напишите.
consult-summary =
    Предложим:
    { $times }

    Если хотите указать место или ссылку, напишите их, и предложение уйдёт вместе с ними.
consult-off-ask = Отменить просьбу? Объяснять ничего не нужно.
consult-return-ask = Вернуть просьбу? Её увидят остальные, кто консультирует.
toast-consult-asked = Просьба отправлена
toast-consult-taken = Она ваша. Спасибо!
toast-consult-sent = Предложение отправлено
toast-consult-agreed = Условились
toast-consult-helped = Рады, что помогло
toast-consult-more = Хорошо, найдём ещё время
toast-consult-off = Сделано
notice-consult-call = Наставник просит о консультации: { $topic }. Возьмётесь? Достаточно получаса.
notice-consult-wait = Наставник всё ещё ждёт консультации: { $topic }. Может быть, у вас найдётся полчаса?
notice-consult-taken = { $name } берёт вашу консультацию. Осталось условиться о времени.
notice-consult-times = { $name } предлагает время для консультации.
notice-consult-agreed = { $name } подтверждает время консультации.
notice-consult-helped = { $name } говорит: консультация помогла. Спасибо вам!
notice-consult-more = { $name }: остался ещё вопрос. Найдётся время?
notice-consult-back = { $name } не сможет провести консультацию. Мы снова спросили остальных.
notice-consult-off = { $name } отменяет консультацию. Время у вас снова свободно.
notice-consult-shortly = Скоро консультация: { $name }.
notice-consult-how = Как прошла консультация? Хватит одного нажатия.
rule-consult-wait = Просьба о консультации
error-consult-topic = Тема нужна непустая и не длиннее { $limit } знаков.
error-consult-open = Одна просьба уже ждёт. Как только её возьмут, можно попросить ещё.
error-consult-own = Это ваша собственная просьба.
error-consult-taken = Эту консультацию уже кто-то взял. Спасибо, что откликнулись.

questions-head =
    <b>Спросить коллегу</b>
    Один вопрос — один ответ. Сначала то, о чём спросили вас.
questions-none =
    <b>Спросить коллегу</b>
    Один короткий вопрос тому, кто в этом разбирается, и его ответ. Без встреч и обязательств.
question-line-asked = ❓ { $text }
question-line-waiting = ◌ { $text }
question-line-answered = ✓ { $text }
question-line-closed = ✕ { $text }
button-question-ask = Задать вопрос
button-question-person = Выбрать коллегу
button-question-thanks = Спасибо
button-question-close = Больше не нужно
button-question-pass = Не ко мне
button-ask-colleague = Спросить ещё
question-ask = О чём вопрос? По теме спросим тех, кто в ней разбирается; можно и выбрать человека самому.
question-topic-ask = Уточните тему.
question-nobody-yet = По этой теме пока никто не вызвался отвечать. Попробуйте выбрать коллегу или другую тему.
question-text-ask = Напишите вопрос одним сообщением, без имён учеников и коллег. Ваше имя увидят только те, кого мы спросим: не больше трёх человек сразу.
question-text-ask-person = Напишите вопрос одним сообщением. Его прочтёт только { $name }.
question-who = Кого спросить? Здесь все, кто сам вызвался отвечать.
question-who-none = Пока никто не вызвался отвечать на вопросы. Можно попросить куратора о разговоре.
question-card-own = <b>Ваш вопрос</b>
question-card = <b>Вас спрашивает { $name }</b>
question-answer = <b>{ $name }</b> отвечает:
question-waiting =
    { $count ->
        [one] Спросили { $count } коллегу, ждём ответа.
       *[other] Спросили { $count } коллег, ждём ответа.
    }
question-closed = Вопрос закрыт без ответа.
question-answer-ask = Напишите ответ одним сообщением. Его прочтёт только { $name }.
toast-question-asked = Вопрос отправлен
toast-question-answered = Ответ отправлен. Спасибо!
toast-question-thanks = Передали спасибо
toast-question-passed = Хорошо, спросим других
toast-question-closed = Вопрос закрыт
notice-question = { $name } задаёт вам один вопрос. Ответить можно парой фраз.
notice-question-answered = { $name } отвечает на ваш вопрос.
notice-question-thanked = { $name } говорит вам спасибо за ответ.
notice-question-nobody = На ваш вопрос пока никто не смог ответить. Так бывает: можно спросить иначе или выбрать человека самому.
rule-question-nobody = Вопрос без ответа
error-question-text = Вопрос или ответ нужен непустой и не длиннее { $limit } знаков.
error-question-many =
    { $most ->
        [one] Ответа уже ждёт { $most } ваш вопрос.
        [few] Ответа уже ждут { $most } ваших вопроса.
       *[many] Ответа уже ждут { $most } ваших вопросов.
    } Дождитесь ответа или закройте один из них.
error-question-nobody = Сейчас некого спросить об этом. Попробуйте другую тему или выберите коллегу сами.
error-question-answered = На этот вопрос уже ответили. Спасибо, что откликнулись.

talk-door =
    <b>Психолог</b>
    Сюда можно прийти с чем угодно. Что вы обращались и что написали, не увидит никто, кроме самого психолога: ни куратор, ни директор, ни коллеги. После окончания разговора переписка хранится { $days } дн. и стирается; стереть её можно и раньше.
    Если опасность прямо сейчас, звоните 112.
talk-nobody =
    <b>Психолог</b>
    В боте пока нет школьного психолога. О том, что вы заглянули сюда, никто не узнает.
    Помощь есть и без него: по телефону 112, круглосуточно, помогут при опасности и подскажут номер психологической помощи. Ещё можно поговорить с врачом поликлиники или с человеком, которому вы доверяете.
button-talk-ask = ✎ { $name }
button-talk-own = Написать самому
button-talk-earlier = ‹ Раньше
button-talk-end = Закончить разговор
button-talk-erase = Стереть всё
button-talk-erase2 = Да, стереть
talk-line-open = { $name } · { $day }
talk-line-waits = ● { $name } · { $day }
talk-line-over = ✓ { $name } · { $day }
talks-head =
    <b>Ко мне обратились</b>
    Этот экран видите только вы. Точкой отмечены те, кто ждёт ответа.
talks-none =
    <b>Ко мне обратились</b>
    Пока никто не писал. Когда напишут, придёт сообщение без имени и слов.
talk-ask = Напишите одним сообщением, как получится. Прочтёт только психолог. После отправки своё сообщение в чате можно удалить.
talk-head = <b>{ $name }</b>
talk-mine = <i>Вы, { $at }</i>
    { $text }
talk-theirs = <i>{ $at }</i>
    { $text }
talk-go-on = Чтобы продолжить, просто напишите.
talk-over = Разговор закончен. Он сотрётся { $day }.
talk-erase-ask = Стереть весь разговор — и у вас, и у психолога? Вернуть его будет нельзя.
toast-talk-sent = Отправлено
toast-talk-ended = Разговор закончен
toast-talk-erased = Стёрто
notice-talk-asked = Вам написали. Сообщение ждёт на вашем экране.
notice-talk-answered = Вам ответили. Прочитать можете только вы.
error-talk-text = Сообщение нужно непустое и не длиннее { $limit } знаков. Если слов больше, пришлите их двумя сообщениями.
error-talk-nobody = Этот человек уже не принимает обращений здесь. Ваши слова никому не переданы.
error-talk-over = Этот разговор закончен. Ваши слова никому не переданы; можно начать новый.

### Results of a questionnaire: lines for the chat, headings of tables and pictures.

results-item = { $lead } { $figures }
results-mean = среднее { $value }
results-median = медиана { $value }
results-spread = разброс { $value }
results-answered = { $count ->
        [one] ответил { $count } человек
        [few] ответили { $count } человека
       *[other] ответили { $count } человек
    }
results-few = меньше пяти ответов — не показываем
results-close = не показываем, чтобы нельзя было узнать ответы отдельных людей
results-cell = { $label } — { $count }
results-cell-hidden = { $label } — скрыто
results-place = { $label } — место { $value }
results-group-mentor = наставники
results-group-mentee = наставляемые
results-group-none = без роли
results-role-mentor = наставник
results-role-mentee = наставляемый
results-role-none = —
results-scale = Шкала «{ $name }»
results-sheets = { $count ->
        [one] Сдана { $count } анкета
        [few] Сдано { $count } анкеты
       *[other] Сдано { $count } анкет
    }
results-change = { $lead } было { $before }, стало { $after } ({ $difference })
results-linked = { $count ->
        [one] сравнили ответы { $count } человека
       *[other] сравнили ответы { $count } человек
    }
results-moved = выше — { $up }, так же — { $same }, ниже — { $down }
results-beside = { $lead } до — { $before }, после — { $after }; это разные вопросы, их не вычитаем
results-no-pairs = некого сравнить: никто не ответил оба раза
results-title-means = Средние по шкалам
results-title-change = До и после
results-legend-before = до
results-legend-after = после
results-picture-none = Показывать пока нечего
results-head-people = Ответы
results-head-totals = Итоги
results-head-name = ФИО
results-head-group = Роль
results-head-day = День
results-head-question = Вопрос
results-head-who = Кто
results-head-answer = Ответ
results-head-count = Сколько
results-head-answered = Ответили
results-head-mean = Среднее
results-head-median = Медиана
results-head-spread = Разброс
results-head-low = Нижняя четверть
results-head-high = Верхняя четверть
results-head-place = Место
results-head-note = Примечание
results-everybody = все
results-skipped = пропущено
scale-benefit = польза программы
scale-climate = климат в коллективе
scale-confidence = уверенность
scale-environment = условия и поддержка
scale-growth = профессиональный рост
scale-participants = участники
scale-programme = программа
scale-training = учёба наставников

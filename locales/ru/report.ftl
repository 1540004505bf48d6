### The year's report.

report-title = Отчёт о результатах программы наставничества «Учитель — учитель»
report-year = { $first }/{ $last } учебный год
report-guard = В отчёте нет цифр, за которыми стоят меньше пяти человек, и таких, из которых их можно вычислить. «До» и «после» сравниваются только у тех, кто ответил оба раза.
report-participants = Участники
report-mentors = Наставники
report-mentees = Наставляемые
report-pairs = Пары и группы
report-who = Кто
report-count = Сколько
report-group-expected = Ожидаемые результаты
report-group-evaluated = Оцениваемые результаты
report-group-programme = Эффективность программы
report-group-participants = Эффективность для участников
report-group-person = Изменения у наставляемых
report-caption = { $name }: показатели, которые можно показать
report-card = По картам куратора пары в среднем набрали { $total } из { $most } баллов; уровень — { $level }.
report-card-hidden = Сумму по картам куратора не показываем: карт слишком мало или по ним можно узнать отдельную пару.
report-level-optimal = оптимальный
report-level-acceptable = допустимый
report-level-low = недопустимый: программе нужна помощь
report-swot = SWOT-анализ
report-strength = Сильные стороны
report-weakness = Слабые стороны
report-opportunity = Возможности
report-threat = Угрозы
report-nothing = Цифры этого года ничего сюда не добавили.
report-conclusions = Выводы и предложения
report-conclusions-empty = Здесь — выводы куратора и решения методического совета.
report-curator = Куратор программы
report-on = Дата составления: { $day }
report-figures = Показатели
report-group = Раздел
report-indicator = Показатель
report-figure = Что измерено
report-n = Ответили
report-before = До
report-after = После / сейчас
report-difference = Разность
report-spread = Разброс
report-last = Год назад
report-whole = Из скольких
report-share = Доля, %
report-last-whole = Год назад из
report-sentence = Словами
report-note = Примечание
report-quarter = Квадрант
report-text = Текст
report-page-title = Год наставничества на одной странице
report-page-people = В программе участвовали: { $mentors ->
        [one] { $mentors } наставник
        [few] { $mentors } наставника
       *[other] { $mentors } наставников
    }, { $mentees ->
        [one] { $mentees } наставляемый
       *[other] { $mentees } наставляемых
    }, { $pairs ->
        [one] { $pairs } пара или группа
        [few] { $pairs } пары и группы
       *[other] { $pairs } пар и групп
    }.
report-done = Что сделано
report-better = Что стало лучше
report-ahead = Над чем поработаем
report-page-thanks = Спасибо всем, кто в этом году учил и учился.

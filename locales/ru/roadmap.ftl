### The roadmap: states, progress, refusals, files.

roadmap-state-planned = впереди
roadmap-state-open = идёт
roadmap-state-overdue = срок прошёл
roadmap-state-done = сделано
roadmap-state-postponed = перенесено
roadmap-state-dropped = не делаем

roadmap-recurrence-once = однократно
roadmap-recurrence-yearly = ежегодно
roadmap-recurrence-always = постоянно
roadmap-recurrence-external = по внешнему плану

roadmap-progress-questionnaires = анкеты: { $done } из { $total }
roadmap-progress-consents = согласия: { $done } из { $total }
roadmap-progress-selected = наставники в базе: { $done } из { $total }
roadmap-progress-interviews = собеседования: { $done } из { $total }
roadmap-progress-orders = приказы: { $done } из { $total }
roadmap-progress-training = прошли обучение: { $done } из { $total }
roadmap-progress-pairs = пары утверждены: { $done } из { $total }
roadmap-progress-announced = участники знают о паре: { $done } из { $total }
roadmap-progress-first_meetings = первые встречи: { $done } из { $total }
roadmap-progress-paired = наставляемые с наставником: { $done } из { $total }
roadmap-progress-plans = планы пар: { $done } из { $total }
roadmap-progress-meetings = пары, которые встречаются: { $done } из { $total }
roadmap-progress-files = приложено: { $done } из { $total }

roadmap-closed = Этот шаг уже закрыт. Чтобы что-то изменить, откройте его снова.
roadmap-not-closed = Этот шаг и так открыт, менять ничего не нужно.
roadmap-reason-missing = Напишите причину, хотя бы в двух словах: её увидят в истории шага.
roadmap-words-missing = Здесь нужен текст. Напишите его одним сообщением.
roadmap-words-long = Получилось длинновато: можно до { $limit } знаков. Сократите, пожалуйста.
roadmap-window = Такие дни не подходят: начало должно быть в этом учебном году, а конец — не раньше начала.
roadmap-past = Этот день уже прошёл. Выберите день, который ещё впереди.
roadmap-until-missing = Срок шага прошёл. До какого дня его теперь делать?
roadmap-results-many = К шагу приложено уже { $limit }, больше не поместится. Уберите лишнее и приложите снова.
roadmap-result-gone = Этого результата у шага уже нет.

roadmap-picture-title = Дорожная карта { $years }
roadmap-picture-today = сегодня { $day }
roadmap-picture-undated = срок пока не назначен
roadmap-picture-until = до { $day }

roadmap-feed-name = Дорожная карта наставничества
roadmap-feed-step = Шаг { $n }. { $title }
roadmap-feed-done = ✓ Шаг { $n }. { $title }

roadmap-sheet-name = Дорожная карта
roadmap-column-n = №
roadmap-column-section = Раздел
roadmap-column-title = Мероприятие
roadmap-column-term = Сроки
roadmap-column-first = Начало
roadmap-column-last = Окончание
roadmap-column-result = Результат
roadmap-column-responsible = Ответственные
roadmap-column-state = Состояние
roadmap-column-reason = Причина

roadmap-sheet-no-header = В таблице не нашлось строки с заголовками. Нужны хотя бы «Мероприятие» и «Сроки».
roadmap-sheet-empty = Под заголовками нет ни одного шага.
roadmap-sheet-many = В таблице больше { $limit } шагов, остальные не прочитаны.
roadmap-sheet-title-missing = Не написано, что за мероприятие.
roadmap-sheet-term-missing = Не указан срок.
roadmap-sheet-term = Срок «{ $text }» не удалось понять. Подойдёт «сентябрь», «ноябрь – апрель, ежегодно», «постоянно», «15.10.2026».
roadmap-sheet-day = «{ $text }» — не похоже на день. Подойдёт 15.10.2026.
roadmap-sheet-role-unknown = «{ $word }»: такой роли нет. Шаг взят, ответственного можно назначить потом.

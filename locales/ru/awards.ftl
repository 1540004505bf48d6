### Nominations, votes, points, the school's blank.

nomination-mentor_of_year = Наставник года
nomination-best_pair = Лучшая пара

points-meeting = встречи
points-open_lesson = открытые уроки
points-method = методические разработки
points-project = проекты
points-publication = публикации
points-talk = выступления
points-training = обучение наставников
points-case = кейсы

error-nomination-title = Назовите номинацию: до { $most } знаков.
error-nomination-twice = Такая номинация уже есть.
error-vote-few = Чтобы голосовать, нужно не меньше { $least } кандидатов: иначе будет видно, кто не победил.
error-vote-not-yours = В этом голосовании участвуют наставники и наставляемые программы.
error-vote-gone = Этого кандидата в списке уже нет. Выберите, пожалуйста, другого.
error-vote-self = За себя и за свою пару голосовать нельзя. Выберите, пожалуйста, коллег.
error-vote-own = Вы сами среди кандидатов, поэтому решение за другим: его может принять директор, заместитель или второй куратор.
error-vote-leader = Выбрать можно только из тех, за кого проголосовали больше всего, или никого.
error-points = Баллы — целые числа от 0 до { $most }, только за дела из списка.
error-blank-heavy = Файл больше { $megabytes } МБ. Пришлите, пожалуйста, картинку поменьше.
error-blank-picture = Это не похоже на картинку. Подойдёт PNG, JPEG или WebP с бланком на весь лист.
error-blank-small = Картинка слишком мелкая для печати: короткая сторона должна быть не меньше { $least } точек.

### Meetings: why something cannot be done.

error-checkin-closed = Отметить эту встречу уже нельзя: срок прошёл.
error-checkin-early = Эта встреча ещё не закончилась: { $opens }. Отметить её можно будет после.
error-checkin-long = Получилось слишком длинно. Уложитесь, пожалуйста, в { $most } знаков.
error-checkin-minutes = Нужно число минут от { $least } до { $most }.
error-checkin-mood = Нужно число от { $least } до { $most }.
error-fit-early = Сказать, подходите ли вы друг другу, можно после встречи.
error-fit-kind = Об этом спрашиваем только после знакомства и пробной встречи.
error-fit-unsaid = Вы ещё не сказали, подходите ли вы друг другу.
error-log-future = Эта встреча ещё впереди: записать можно то, что уже было.
error-log-old = Это слишком давно: записать можно встречи за последние { $days } дней.
error-meeting-gate = Сначала должна состояться другая встреча.
error-meeting-move = Перенести эту встречу может наставник или единственный наставляемый.
error-meeting-once = Такая встреча уже была.
error-meeting-over = Эта встреча уже закончена.
error-meeting-people = На встрече должны быть люди с обеих сторон.
error-meeting-place = Слишком длинно: не больше { $most } знаков.
error-meeting-slot-far = Это слишком далеко: { $start }.
error-meeting-slot-length = Встреча должна заканчиваться позже, чем начинается, и длиться не дольше рабочего дня.
error-meeting-slot-other = Время уже выбрано.
error-meeting-slot-past = Это время уже прошло: { $start }.
error-meeting-slots = Нужно от одного до { $most } разных времён.
error-meeting-stale = Со встречей с тех пор что-то изменилось.

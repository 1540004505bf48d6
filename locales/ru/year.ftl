### The mentor's folder, the act of destruction, the rollover, cases.

evidence-title = Результаты работы наставника
evidence-file = Работа наставника.docx
evidence-meetings = Встречи
evidence-results = Результаты плана наставничества
evidence-certificates = Грамоты и сертификаты
evidence-thanks = Слова благодарности
evidence-mentees = { $count ->
        [one] { $count } наставляемый
       *[other] { $count } наставляемых
    }.
evidence-meetings-held = { $count ->
        [one] Состоялась { $count } встреча
        [few] Состоялись { $count } встречи
       *[other] Состоялось { $count } встреч
    }.
evidence-hours = Всего { $count ->
        [one] { $count } час
        [few] { $count } часа
       *[other] { $count } часов
    }.
evidence-tasks = Выполнено задач плана: { $done } из { $count }.
evidence-day = Дата
evidence-kind = Вид
evidence-name = Название
evidence-no-thanks = Слов благодарности, которые можно показать, пока нет.

act-title = Акт об уничтожении персональных данных
act-number = № ________ от «____» ______________ 20____ г.
act-on = Данные уничтожены: { $day }
act-operator = Оператор персональных данных: { $school }, адрес: { $address }
act-processor = Обработку по поручению оператора ведёт: { $processor }
act-system = Информационная система: { $system }
act-n = №
act-what = Что уничтожено
act-year = Учебный год
act-records = Записей
act-persons = Чьи данные
act-why = Причина
act-withdrawn = отозвано согласие
act-term = истёк срок хранения
act-total = { $count ->
        [one] Всего уничтожена { $count } запись
        [few] Всего уничтожены { $count } записи
       *[other] Всего уничтожено { $count } записей
    }.
act-how = Способ: удаление записей и файлов средствами информационной системы без возможности восстановления.
act-commission = Подписи
act-member = Член комиссии
act-log = Выгрузка из журнала регистрации событий
act-at = Когда
data-answers = Ответы на анкеты
data-mutual = Ответы взаимной оценки
data-meetings = Встречи и отметки о них
data-plans = Планы наставничества
data-messages = Журнал отправленных сообщений
data-files = Присланные файлы
data-cases = Неопубликованные кейсы
data-votes = Голоса за номинации
data-consents = Записи о согласиях

rollover-people = { $count ->
        [one] Остаётся { $count } человек
        [few] Остаются { $count } человека
       *[other] Остаются { $count } человек
    }: заново приглашать никого не нужно.
rollover-roles = { $count ->
        [one] Сохраняется { $count } роль
        [few] Сохраняются { $count } роли
       *[other] Сохраняются { $count } ролей
    }.
rollover-mentors = В реестре наставников { $count ->
        [one] остаётся { $count } человек
        [few] остаются { $count } человека
       *[other] остаются { $count } человек
    }.
rollover-mentees = В базе наставляемых { $count ->
        [one] остаётся { $count } человек
        [few] остаются { $count } человека
       *[other] остаются { $count } человек
    }.
rollover-pairs_end = { $count ->
        [one] { $count } пара завершится
        [few] { $count } пары завершатся
       *[other] { $count } пар завершатся
    } вместе с учебным годом.
rollover-pairs_again = { $count ->
        [one] { $count } паре предложим
        [few] { $count } парам предложим
       *[other] { $count } парам предложим
    } продолжить в новом году — каждый подтвердит сам.
rollover-pairs_swap = { $count ->
        [one] { $count } паре предложим
        [few] { $count } парам предложим
       *[other] { $count } парам предложим
    } продолжить, поменявшись ролями.
rollover-new_mentors = { $count ->
        [one] { $count } наставляемый получит
        [few] { $count } наставляемых получат
       *[other] { $count } наставляемых получат
    } приглашение в наставники: анкета, собеседование, обучение.
rollover-tasks = { $count ->
        [one] { $count } невыполненную задачу предложим
        [few] { $count } невыполненные задачи предложим
       *[other] { $count } невыполненных задач предложим
    } в новые планы.
rollover-steps_new = Начнётся новая дорожная карта: { $count ->
        [one] { $count } шаг
        [few] { $count } шага
       *[other] { $count } шагов
    }.
rollover-steps_carried = Из прошлого года { $count ->
        [one] перейдёт { $count } шаг
        [few] перейдут { $count } шага
       *[other] перейдут { $count } шагов
    }.
rollover-surveys = { $count ->
        [one] Закроется { $count } открытый опрос
        [few] Закроются { $count } открытых опроса
       *[other] Закроются { $count } открытых опросов
    }.
rollover-read_only = { $count ->
        [one] { $count } запись прошлого года останется
        [few] { $count } записи прошлого года останутся
       *[other] { $count } записей прошлого года останутся
    } для чтения, менять их будет нельзя.
rollover-destroyed = { $count ->
        [one] { $count } запись будет уничтожена
        [few] { $count } записи будут уничтожены
       *[other] { $count } записей будут уничтожены
    }: срок хранения вышел или согласие отозвано. Составим акт. Вернуть их будет нельзя.

error-rollover-early = Перевести школу на новый учебный год можно с { $day }: до этого ещё идут итоги.
error-year-over = Этот учебный год завершён. Его можно читать, а менять уже нельзя.
error-retention = Срок хранения — от 0 до { $most } лет после учебного года, для каждого вида данных.
error-evidence-empty = Выберите, что положить в папку: встречи, результаты, грамоты или слова благодарности.
error-case-title = Назовите кейс: до { $most } знаков.
error-case-long = Раздел длинноват: до { $most } знаков, пожалуйста.
error-case-empty = В кейсе пока ничего не рассказано. Заполните хотя бы один раздел.

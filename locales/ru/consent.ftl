### Consent and privacy.

consent-processing = Обработка персональных данных
consent-participation = Участие в программе
consent-publication = Публикация на сайте и в кейсах
consent-invited =
    Здравствуйте! { $school } приглашает вас в программу наставничества «Учитель – Учитель».
    Ваша роль: { $roles }.
consent-head =
    <b>Документ { $number } из { $total }</b>
    { $title }
consent-page = <b>Полный текст, страница { $page } из { $pages }</b>
consent-ask-processing = Согласны, чтобы школа обрабатывала эти данные?
consent-ask-participation = Согласны участвовать в программе?
consent-ask-publication = Согласны на публикацию? Можно отказаться, на участие это не повлияет.
button-consent-yes = Даю согласие
button-consent-no = Не даю согласия
button-consent-full = Читать полностью
button-refuse = Да, отказаться
button-think-again = Подумать ещё раз
consent-refuse-processing =
    Отказаться можно, и это нормально. Без этого согласия бот не сможет вести вас по программе и сохранит только номер вашей учётной записи и сам отказ. Передумать можно в любой момент.
consent-refuse-participation =
    Отказаться можно, и это нормально. Анкет наставника и наставляемого тогда не будет, пару вам подбирать не станут.
consent-refuse-publication =
    Отказаться можно: на участие это не влияет. Ваше имя и ваши материалы не появятся ни на сайте, ни в кейсах.
consent-taken = { $title }: согласие записано, спасибо. Копия с датой — отдельным файлом.
consent-declined = { $title }: отказ записан. Это полноценный ответ, больше об этом не спросим.
consent-refused =
    Ваш отказ записан. Кроме номера учётной записи и самого отказа, о вас ничего не хранится, и бот не будет вам писать.
    Если передумаете, нажмите кнопку или откройте приглашение ещё раз.
consent-copy = { $title }: ваша копия с датой.
copy-version = Версия
copy-text_hash = Контрольная сумма текста (SHA-256)
copy-decision = Решение
copy-decided_at = Когда
copy-person = Кто
copy-page = Страница { "{" }page{ "}" } из { "{" }pages{ "}" }
copy-accepted = Согласие дано кнопкой в боте
copy-refused = Отказ дан кнопкой в боте
copy-withdrawn = Согласие было дано и потом отозвано

privacy-stranger = О вас здесь ничего не хранится.
privacy-before = Сейчас о вас хранится только номер учётной записи Telegram и то, что вы открыли приглашение. Остальное — только после согласия.
privacy-stored =
    <b>Что о вас хранится</b>
    Имя: { $name }
    Ролей: { $roles }. Решений о согласии: { $consents }.
    Анкет: { $questionnaires }. Ответов в них: { $answers }.

    Всё это можно получить файлом, а согласие — отозвать в любой день без объяснений.
button-export = Получить файлом
button-consents = Мои согласия
button-withdraw = Отозвать согласие
button-withdraw-sure = Да, отозвать
button-stay = Ничего не менять
consents-head = <b>Ваши согласия</b>
consents-accepted = { $title }: согласие дано { $date }, версия { $version }.
consents-refused = { $title }: отказ { $date }, версия { $version }.
consents-withdrawn = { $title }: согласие отозвано; было дано { $date }, версия { $version }.
button-copy-processing = Копия: данные
button-copy-participation = Копия: участие
button-copy-publication = Копия: публикация
button-back-processing = Отозвать: данные
button-back-participation = Отозвать: участие
button-back-publication = Отозвать: публикация
button-give-participation = Дать: участие
button-give-publication = Дать: публикация
button-give-processing = Дать: данные
withdraw-processing =
    <b>Отозвать согласие на обработку данных?</b>
    Всё, что о вас хранится (имя, роли, ответы, согласия), будет удалено сразу и навсегда. Останется акт об уничтожении без имени. Перед этим можно получить копию файлом.
withdraw-participation =
    <b>Отозвать согласие на участие?</b>
    Вы перестанете быть в базах, анкеты больше не придут. Уже данные ответы останутся, пока действует согласие на обработку данных.
withdraw-publication =
    <b>Отозвать согласие на публикацию?</b>
    Новых публикаций с вашим именем не будет.
withdrawn-all =
    Готово: ваши данные удалены. Это последнее сообщение бота. Если захотите вернуться, попросите у куратора новое приглашение.
toast-withdrawn = Согласие отозвано
export-sheet = Всё, что о вас хранится: таблица.
export-json = То же для программ: JSON.
stored-people = Человек
stored-roles = Роли
stored-consents = Согласия
stored-submissions = Анкеты
stored-answers = Ответы
stored-questionnaires = Анкеты, которые вы прислали
stored-pairs = Пары
stored-files = Файлы в ответах
stored-surveys = Опросы без имён: на какие вы ответили
stored-invitations = Приглашения
stored-reflection_answers = Ответы для группы
stored-group_polls = Голосования в группе
stored-helpers = Чем готовы помочь
stored-consultations = Консультации
stored-questions = Ваши вопросы
stored-questions_answered = Ваши ответы
stored-question_people = Вопросы к вам
stored-talks = Разговоры с психологом
stored-training_marks = Занятия
stored-training_reads = Уроки
stored-materials = Материалы
stored-road_results = Результаты шагов
stored-road_changes = Изменения шагов
stored-road_steps = Закрытые шаги
stored-road_named = Шаги за вами
stored-road_holders = Роли
stored-road_stand_ins = Замещения

notice-refused-link = По приглашению № { $number } пришёл отказ от обработки данных. Это полноценный ответ; в списке он отмечен.
notice-refused = По общей ссылке пришёл отказ от обработки данных. Делать ничего не нужно.
notice-withdrawn-participation = { $name }: согласие на участие отозвано. В базах этого человека больше нет.
notice-withdrawn-publication = { $name }: согласие на публикацию отозвано. Уберите, пожалуйста, имя из материалов, если оно там есть.
notice-erased = Один из участников отозвал согласие. Роль: { $role }. Его данные удалены из бота; сотрите, пожалуйста, и скачанные таблицы с ними.

### The mentor's folder, the act of destruction, the rollover, cases.

evidence-title = Results of the mentor's work
evidence-file = Mentor's work.docx
evidence-meetings = Meetings
evidence-results = Results of the mentoring plan
evidence-certificates = Certificates
evidence-thanks = Words of thanks
evidence-mentees = { $count ->
        [one] { $count } mentee
       *[other] { $count } mentees
    }.
evidence-meetings-held = { $count ->
        [one] { $count } meeting took place
       *[other] { $count } meetings took place
    }.
evidence-hours = { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    } in all.
evidence-tasks = Tasks of the plan done: { $done } of { $count }.
evidence-day = Day
evidence-kind = Kind
evidence-name = Title
evidence-no-thanks = No words of thanks that may be shown yet.

act-title = Act of destruction of personal data
act-number = No. ________ of ____ ______________ 20____
act-on = The data were destroyed on { $day }
act-operator = Operator of personal data: { $school }, address: { $address }
act-processor = Processing on the operator's behalf: { $processor }
act-system = Information system: { $system }
act-n = No.
act-what = What was destroyed
act-year = School year
act-records = Records
act-persons = Whose data
act-why = Reason
act-withdrawn = consent withdrawn
act-term = retention term over
act-total = { $count ->
        [one] { $count } record was destroyed
       *[other] { $count } records were destroyed
    } in all.
act-how = Method: records and files deleted by the information system, beyond recovery.
act-commission = Signatures
act-member = Member of the commission
act-log = Extract of the log of events
act-at = When
data-answers = Answers to questionnaires
data-mutual = Answers of the mutual evaluation
data-meetings = Meetings and check-ins
data-plans = Mentoring plans
data-messages = Log of messages sent
data-files = Files sent in
data-cases = Cases that were not published
data-votes = Votes for nominations
data-consents = Records of consents

rollover-people = { $count ->
        [one] { $count } person stays
       *[other] { $count } people stay
    }: nobody has to be invited again.
rollover-roles = { $count ->
        [one] { $count } role is kept
       *[other] { $count } roles are kept
    }.
rollover-mentors = { $count ->
        [one] { $count } person stays
       *[other] { $count } people stay
    } on the register of mentors.
rollover-mentees = { $count ->
        [one] { $count } person stays
       *[other] { $count } people stay
    } on the register of mentees.
rollover-pairs_end = { $count ->
        [one] { $count } pair ends
       *[other] { $count } pairs end
    } with the school year.
rollover-pairs_again = { $count ->
        [one] { $count } pair is
       *[other] { $count } pairs are
    } proposed again for the new year; everybody confirms it themselves.
rollover-pairs_swap = { $count ->
        [one] { $count } pair is
       *[other] { $count } pairs are
    } proposed again with changed roles.
rollover-new_mentors = { $count ->
        [one] { $count } mentee is
       *[other] { $count } mentees are
    } invited to become a mentor: questionnaire, interview, training.
rollover-tasks = { $count ->
        [one] { $count } unfinished task is
       *[other] { $count } unfinished tasks are
    } offered to the new plans.
rollover-steps_new = The new roadmap begins: { $count ->
        [one] { $count } step
       *[other] { $count } steps
    }.
rollover-steps_carried = { $count ->
        [one] { $count } step comes
       *[other] { $count } steps come
    } over from the last year.
rollover-surveys = { $count ->
        [one] { $count } open survey is
       *[other] { $count } open surveys are
    } closed.
rollover-read_only = { $count ->
        [one] { $count } record of the last year stays
       *[other] { $count } records of the last year stay
    } to be read, and cannot be changed.
rollover-destroyed = { $count ->
        [one] { $count } record is
       *[other] { $count } records are
    } destroyed: its term is over or the consent was withdrawn. An act is drawn up. This cannot be undone.

error-rollover-early = The school can be moved into the new school year from { $day } on: the year is still being summed up.
error-year-over = This school year is over. It can be read but not changed.
error-retention = A retention term is 0 to { $most } years after the school year, for every kind of data.
error-evidence-empty = Choose what goes into the folder: meetings, results, certificates or words of thanks.
error-case-title = Give the case a title of up to { $most } characters.
error-case-long = The section is a little long: up to { $most } characters, please.
error-case-empty = Nothing is told in the case yet. Please fill in at least one section.

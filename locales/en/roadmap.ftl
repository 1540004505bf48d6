### The roadmap: states, progress, refusals, files.

roadmap-state-planned = ahead
roadmap-state-open = under way
roadmap-state-overdue = overdue
roadmap-state-done = done
roadmap-state-postponed = postponed
roadmap-state-dropped = left out

roadmap-recurrence-once = once
roadmap-recurrence-yearly = yearly
roadmap-recurrence-always = always
roadmap-recurrence-external = by an outside plan

roadmap-progress-questionnaires = questionnaires: { $done } of { $total }
roadmap-progress-consents = consents: { $done } of { $total }
roadmap-progress-selected = mentors on the register: { $done } of { $total }
roadmap-progress-interviews = interviews: { $done } of { $total }
roadmap-progress-orders = orders: { $done } of { $total }
roadmap-progress-training = trained: { $done } of { $total }
roadmap-progress-pairs = pairs approved: { $done } of { $total }
roadmap-progress-announced = told of their pair: { $done } of { $total }
roadmap-progress-first_meetings = first meetings: { $done } of { $total }
roadmap-progress-paired = mentees with a mentor: { $done } of { $total }
roadmap-progress-plans = pairs' plans: { $done } of { $total }
roadmap-progress-meetings = pairs that meet: { $done } of { $total }
roadmap-progress-files = attached: { $done } of { $total }

roadmap-closed = This step is closed. To change anything, open it again.
roadmap-not-closed = This step is open already, nothing needs changing.
roadmap-reason-missing = Please give a reason, two words will do: it is kept in the step's history.
roadmap-words-missing = Some text is needed here. Write it in one message.
roadmap-words-long = That is a little long: up to { $limit } characters fit. Please shorten it.
roadmap-window = These days do not fit: the first must lie in this school year, the last not before the first.
roadmap-past = That day has passed. Choose one that is still ahead.
roadmap-until-missing = The step's time is over. Until which day should it be done now?
roadmap-results-many = The step has { $limit } results already, no more fit. Remove one and attach again.
roadmap-result-gone = The step has no such result any more.

roadmap-picture-title = Roadmap { $years }
roadmap-picture-today = today { $day }
roadmap-picture-undated = no date yet
roadmap-picture-until = to { $day }

roadmap-feed-name = Mentoring roadmap
roadmap-feed-step = Step { $n }. { $title }
roadmap-feed-done = ✓ Step { $n }. { $title }

roadmap-sheet-name = Roadmap
roadmap-column-n = No.
roadmap-column-section = Section
roadmap-column-title = Event
roadmap-column-term = Term
roadmap-column-first = First day
roadmap-column-last = Last day
roadmap-column-result = Result
roadmap-column-responsible = Responsible
roadmap-column-state = State
roadmap-column-reason = Reason

roadmap-sheet-no-header = No row of headings was found. "Event" and "Term" are needed at least.
roadmap-sheet-empty = There is no step below the headings.
roadmap-sheet-many = The table has more than { $limit } steps, the rest was not read.
roadmap-sheet-title-missing = It does not say what the event is.
roadmap-sheet-term-missing = There is no term.
roadmap-sheet-term = The term "{ $text }" was not understood. "September", "November – April, yearly", "always", "15.10.2026" will do.
roadmap-sheet-day = "{ $text }" does not look like a day. 15.10.2026 will do.
roadmap-sheet-role-unknown = "{ $word }": there is no such role. The step was taken, somebody can be named for it later.

"""Every reason for which the engine may refuse an event: keys of the texts in `locales/`. Pure.

A reason's parameters are listed beside it; all are texts, ready to be shown.
"""

from __future__ import annotations

NOT_STARTED = "refused-not-started"
ALREADY_SENT = "refused-already-sent"
STALE = "refused-stale"  # a button of another question
NOT_HERE = "refused-not-here"  # the event does not fit what is open (the review, another kind)
NOTHING_BEFORE = "refused-nothing-before"
NOT_A_QUESTION = "refused-not-a-question"  # Edit of something that is not asked on this branch
REQUIRED = "refused-required"
EMPTY = "refused-empty"
TOO_LONG = "refused-too-long"  # limit
NOT_INTEGER = "refused-not-integer"
NOT_NUMBER = "refused-not-number"
OUT_OF_SCALE = "refused-out-of-scale"  # start, end
OFF_STEP = "refused-off-step"  # start, end, step
NOT_DATE = "refused-not-date"  # example
UNCLEAR_DAY = "refused-unclear-day"  # example; a weekday, a month, a bare "25": which day of which month?
NOT_TIME = "refused-not-time"
UNCLEAR_TIME = "refused-unclear-time"  # in the morning or in the evening?
NOT_DATETIME = "refused-not-datetime"  # example
UNCLEAR_DATETIME = "refused-unclear-datetime"  # example
NOT_A_CHOICE = "refused-not-a-choice"
CHOOSE_SOME = "refused-choose-some"
RANK_ALL = "refused-rank-all"  # left
CHOOSE_YES_NO = "refused-choose-yes-no"
ONLY_BUTTON = "refused-only-button"  # consent is given by its button alone
NEEDS_FILE = "refused-needs-file"  # kind
WRONG_FILE = "refused-wrong-file"  # kind
NEEDS_WORDS = "refused-needs-words"  # a file where words are asked
CONSTRAINT = "refused-constraint"  # the form's condition does not hold and it has no message of its own
INCOMPLETE = "refused-incomplete"  # left, label: of the first open question
NO_LONGER_VALID = "refused-no-longer-valid"  # label: an answer that no longer fits the others

REASONS = frozenset(value for name, value in globals().items() if name.isupper())

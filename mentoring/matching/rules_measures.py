"""The soft rules: what one says of a mentor and a mentee, from −SCALE to SCALE, and from which answers. Pure.

None instead of a measure: what it takes was not answered, so it speaks neither for nor against. Keys of evidence
and their parameters (`side` is whose answer it is, "mentor" or "mentee"):

- `missing` {rule, side}
- `needs-covered` {topics}, `needs-open` {topics}
- `subject-same` {subject, importance}, `subject-other` {mentor, mentee, importance}
- `style-close` {items}, `style-far` {items}, `manner-same` {manner}, `manner-other` {mentor, mentee},
  `forms-common` {forms}, `forms-none` {}
- `hours-common` {count, enough, hours: ((weekday, hour), …)}, `hours-few` the same
- `wish-named` {side}, `wish-kind`, `wish-partner`, `wish-rhythm` {side, value}, and each with `-other`
- `last-year` {}, `load` {count}
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from mentoring.matching.rules import SCALE, Evidence, Profile, Soft
from mentoring.matching.rules_subjects import same_subject
from mentoring.matching.rules_wishes import wish
from mentoring.meetings.rules import TOPICS

Measure = tuple[int | None, tuple[Evidence, ...]]
MeasureOf = Callable[[Profile, Profile, int], Measure]
IMPORTANCE: Mapping[object, int] = MappingProxyType({"only": SCALE, "better": SCALE // 2, "any": 0})
FARTHEST = 4
# Who begins is fine when one likes to and the other does not; in all else likeness is ease.
MIRRORED = frozenset({"initiative"})


def rounded(part: int, whole: int) -> int:
    """part / whole to the nearest whole number, halves up."""
    return (2 * part + whole) // (2 * whole)


def not_said(rule: Soft, *profiles: Profile) -> Measure:
    """Nothing to compare: whose answer is not there."""
    return None, tuple(Evidence("missing", 0, {"rule": rule.value, "side": one.side.value}) for one in profiles)


def needs(mentor: Profile, mentee: Profile, _enough: int) -> Measure:
    """The share of the mentee's needs among the mentor's strengths, each counted by the mentee's order."""
    silent = [one for one, said in ((mentor, mentor.strengths), (mentee, mentee.needs)) if not said]
    if silent:
        return not_said(Soft.NEEDS, *silent)
    worth = _worth(mentee)
    covered, missing = sorted(mentee.needs & mentor.strengths), sorted(mentee.needs - mentor.strengths)
    gained = sum(worth.get(topic, 1) for topic in covered)
    found = [("needs-covered", 1, covered), ("needs-open", -1, missing)]
    evidence = tuple(Evidence(key, sign, {"topics": tuple(topics)}) for key, sign, topics in found if topics)
    return rounded(2 * SCALE * gained, sum(worth.get(topic, 1) for topic in mentee.needs)) - SCALE, evidence


def _worth(mentee: Profile) -> dict[str, int]:
    """What a topic counts: 3, 2, 1 by the place of its area; all alike when no order was given."""
    order = ranked(mentee.answers.get("need_order"))
    places = {area: len(order) - place for place, area in enumerate(order)}
    return {topic: places.get(area.value, 1) for area, topics in TOPICS.items() for topic in topics}


def ranked(answer: object) -> tuple[str, ...]:
    """An order as questionnaires keep it: words in a text, or a list."""
    if isinstance(answer, str):
        return tuple(answer.split())
    return tuple(str(one) for one in answer) if isinstance(answer, list | tuple) else ()


def subject(mentor: Profile, mentee: Profile, _enough: int) -> Measure:
    """The same subject counts as much as the one who cares more says; nobody cares: it says nothing."""
    if not (mentor.subject and mentee.subject):
        return not_said(Soft.SUBJECT, *(one for one in (mentor, mentee) if not one.subject))
    said = [IMPORTANCE[one.answers.get("same_subject", "better")] for one in (mentor, mentee) if _cares(one)]
    importance = max(said, default=IMPORTANCE["better"])
    if same_subject(mentor.subject, mentee.subject):
        params: dict[str, object] = {"subject": mentee.subject, "importance": importance}
        return importance, (Evidence("subject-same", min(importance, 1), params),)
    params = {"mentor": mentor.subject, "mentee": mentee.subject, "importance": importance}
    return -importance, (Evidence("subject-other", -min(importance, 1), params),)


def _cares(one: Profile) -> bool:
    return one.answers.get("same_subject") in IMPORTANCE  # whatever else was answered says nothing


def style(mentor: Profile, mentee: Profile, _enough: int) -> Measure:
    """How near the two are on the items both answered, the way of helping and the forms of contact among them."""
    items = {item: _apart(item, mentor, mentee) for item in sorted(mentor.style.keys() & mentee.style.keys())}
    close = tuple(item for item, apart in items.items() if apart <= 1)
    far = tuple(item for item, apart in items.items() if apart >= FARTHEST - 1)
    evidence = [Evidence(key, sign, {"items": some}) for key, sign, some in _ends(close, far) if some]
    more = [*_manner(mentor, mentee), *_forms(mentor, mentee)]
    distances = [*items.values(), *(0 if one.sign > 0 else FARTHEST for one in more)]
    if not distances:
        return not_said(Soft.STYLE, *([one for one in (mentor, mentee) if not one.style] or (mentor, mentee)))
    return SCALE - rounded(2 * SCALE * sum(distances), FARTHEST * len(distances)), (*evidence, *more)


def _ends(close: tuple[str, ...], far: tuple[str, ...]) -> Iterable[tuple[str, int, tuple[str, ...]]]:
    return (("style-close", 1, close), ("style-far", -1, far))


def _apart(item: str, mentor: Profile, mentee: Profile) -> int:
    theirs = mentee.style[item]
    return abs(mentor.style[item] - (FARTHEST + 2 - theirs if item in MIRRORED else theirs))


def _manner(mentor: Profile, mentee: Profile) -> list[Evidence]:
    mine, theirs = mentor.answers.get("manner"), mentee.answers.get("manner")
    if mine is None or theirs is None:
        return []
    if mine == theirs:
        return [Evidence("manner-same", 1, {"manner": mine})]
    return [Evidence("manner-other", -1, {"mentor": mine, "mentee": theirs})]


def _forms(mentor: Profile, mentee: Profile) -> list[Evidence]:
    if not (mentor.forms and mentee.forms):
        return []
    common = sorted(mentor.forms & mentee.forms)
    return [Evidence("forms-common", 1, {"forms": tuple(common)}) if common else Evidence("forms-none", -1)]


def hours(mentor: Profile, mentee: Profile, enough: int) -> Measure:
    """Common hours up to what is needed."""
    silent = [one for one in (mentor, mentee) if not one.hours]
    if silent:
        return not_said(Soft.HOURS, *silent)
    common, enough = sorted(mentor.hours & mentee.hours), max(enough, 1)
    measure = rounded(2 * SCALE * min(len(common), enough), enough) - SCALE
    params = {"count": len(common), "enough": enough, "hours": tuple(common)}
    many = len(common) * 2 >= enough and common
    return measure, (Evidence("hours-common" if many else "hours-few", 1 if many else -1, params),)


def wish_mentee(mentor: Profile, mentee: Profile, _enough: int) -> Measure:
    found = wish(mentee, mentor)
    return found or not_said(Soft.WISH_MENTEE, mentee)


def wish_mentor(mentor: Profile, mentee: Profile, _enough: int) -> Measure:
    found = wish(mentor, mentee)
    return found or not_said(Soft.WISH_MENTOR, mentor)


def last_year(mentor: Profile, mentee: Profile, _enough: int) -> Measure:
    """They were a pair last year."""
    were = mentee.person_id in mentor.last_year or mentor.person_id in mentee.last_year
    return (SCALE, (Evidence("last-year", 1),)) if were else (0, ())


def load(mentor: Profile, _mentee: Profile, _enough: int) -> Measure:
    """The share of the mentor's places that other pairs of this year have taken already."""
    if mentor.load <= 0:
        return 0, ()
    taken = rounded(SCALE * mentor.load, mentor.load + max(mentor.capacity, 1))
    return -taken, (Evidence("load", -1, {"count": mentor.load}),)


MEASURES: Mapping[Soft, MeasureOf] = MappingProxyType(
    {
        Soft.NEEDS: needs,
        Soft.SUBJECT: subject,
        Soft.STYLE: style,
        Soft.HOURS: hours,
        Soft.WISH_MENTEE: wish_mentee,
        Soft.WISH_MENTOR: wish_mentor,
        Soft.LAST_YEAR: last_year,
        Soft.LOAD: load,
    }
)

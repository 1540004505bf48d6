"""Private wishes and the comparison of the two bases: who may see and change them."""

from __future__ import annotations

import pytest

from handlers.matching_words import evidence_words
from locales import Locales
from mentoring.errors import ProgrammeError
from mentoring.matching import service_compare, service_wishes
from mentoring.matching.rules import Evidence, Soft
from mentoring.people.rules import Role
from mentoring.ports_matching import WishKind
from tests.selection.ground import CURATOR, DIRECTOR, MENTEES, MENTORS, PSYCHOLOGIST, School, ids, ready


async def avoiding(found: School) -> int:
    """The first mentee answered that there is somebody, and wrote what else matters."""
    from datetime import timedelta

    from mentoring.questionnaires.catalogue import shipped
    from mentoring.questionnaires.rules_settings import settings_of
    from tests.selection.ground import give

    (mentee,) = await ids(found, MENTEES[:1])

    def put(unit) -> None:
        form = shipped()["matching_mentee"]
        where = unit.people.actor(CURATOR).school_id
        more = (settings_of(form), form.title, (Role.MENTEE,), unit.now, unit.now + timedelta(days=7))
        unit.surveys.open(where, form.form_id, "2026", *more)
        give(unit, mentee, form.form_id, {"avoid": "yes", "wishes": "без спешки"})

    await found.do(put)
    return mentee


async def test_who_is_to_be_talked_to_stands_first(database_url: str) -> None:
    async with ready(database_url) as found:
        mentee = await avoiding(found)
        (mentor,) = await ids(found, MENTORS[:1])
        first = (await found.use(CURATOR, service_wishes.everyone))[0]
        assert (first.person.id, first.waits, first.said) == (mentee, True, ("без спешки",))
        await found.use(CURATOR, service_wishes.mark, mentee, mentor, WishKind.NOT)
        first = (await found.use(CURATOR, service_wishes.everyone))[0]
        assert (first.person.id, first.waits, dict(first.marks)) == (mentee, False, {mentor: WishKind.NOT})


async def test_a_mentee_marks_mentors_of_the_register_alone(database_url: str) -> None:
    async with ready(database_url) as found:
        mentors, mentees = await ids(found, MENTORS), await ids(found, MENTEES)
        own = await found.use(MENTEES[0], service_wishes.marking, mentees[0])
        assert sorted(one.id for one in own.others) == sorted(mentors)
        await found.use(MENTEES[0], service_wishes.mark, mentees[0], mentors[1], WishKind.LIKE)
        marks = (await found.use(MENTEES[0], service_wishes.marking, mentees[0])).wishing.marks
        assert dict(marks) == {mentors[1]: WishKind.LIKE}
        await found.use(MENTEES[0], service_wishes.mark, mentees[0], mentors[1], None)
        assert not (await found.use(MENTEES[0], service_wishes.marking, mentees[0])).wishing.marks
        with pytest.raises(ProgrammeError, match="error-stale"):
            await found.use(MENTEES[0], service_wishes.mark, mentees[0], mentees[1], WishKind.LIKE)


async def test_nobody_else_looks(sqlite_url: str) -> None:
    async with ready(sqlite_url) as found:
        mentors, mentees = await ids(found, MENTORS), await ids(found, MENTEES)
        for tg_id in (DIRECTOR, PSYCHOLOGIST, MENTORS[0], MENTEES[1]):
            with pytest.raises(ProgrammeError, match="error-not-yours"):
                await found.use(tg_id, service_wishes.marking, mentees[0])
            with pytest.raises(ProgrammeError, match="error-not-yours"):
                await found.use(tg_id, service_wishes.mark, mentees[0], mentors[0], WishKind.NOT)
            with pytest.raises(ProgrammeError, match="error-not-yours"):
                await found.use(tg_id, service_wishes.everyone)
        with pytest.raises(ProgrammeError, match="error-not-yours"):
            await found.use(MENTORS[0], service_wishes.marking, mentors[0])


async def test_ones_own_wishes_are_handed_out_and_others_are_not(database_url: str) -> None:
    async with ready(database_url) as found:
        mentors, mentees = await ids(found, MENTORS), await ids(found, MENTEES)
        await found.use(CURATOR, service_wishes.mark, mentees[0], mentors[0], WishKind.NOT)
        where = (await found.person(CURATOR)).school_id
        own = await found.do(lambda unit: unit.people.stored(where, mentees[0]))
        assert [(row["name"], row["kind"]) for row in own["match_wishes"]] == [("Человек 0", "not")]
        theirs = await found.do(lambda unit: unit.people.stored(where, mentors[0]))
        assert list(theirs["match_wishes"]) == []
        assert [set(row) for row in theirs["interviews"]] == [{"held_on", "decided_at"}], "no remark, no marks"


async def test_the_two_bases_side_by_side(database_url: str) -> None:
    async with ready(database_url) as found:
        seen = await found.use(DIRECTOR, service_compare.compare)
        topics = {one.name: (one.wanted, one.offered, one.short) for one in seen.topics}
        assert topics == {"lesson": (3, 3, False), "technologies": (0, 3, False)}
        assert (len(seen.mentors), len(seen.mentees), seen.places) == (3, 3, 3)
        for tg_id in (PSYCHOLOGIST, MENTORS[0], MENTEES[0]):
            with pytest.raises(ProgrammeError, match="error-not-yours"):
                await found.use(tg_id, service_compare.compare)


SAID = (
    Evidence("needs-covered", 1, {"topics": ("lesson", "creative_groups", "своё")}),
    Evidence("needs-open", -1, {"topics": ("active_position",)}),
    Evidence("subject-same", 1, {"subject": "<b>&", "importance": 1}),
    Evidence("subject-other", -1, {"mentor": "физика", "mentee": "химия", "importance": 5}),
    Evidence("style-close", 1, {"items": ("planning", "pace")}),
    Evidence("style-far", -1, {"items": ("initiative",)}),
    Evidence("manner-same", 1, {"manner": "show"}),
    Evidence("manner-other", -1, {"mentor": "talk", "mentee": "materials"}),
    Evidence("forms-common", 1, {"forms": ("individual", "hidden")}),
    Evidence("forms-none", -1),
    Evidence("hours-common", 1, {"count": 2, "enough": 3, "hours": ((1, 14), (6, 15))}),
    Evidence("hours-few", -1, {"count": 0, "enough": 3, "hours": ()}),
    *(
        Evidence(f"{key}{end}", 1, {"side": side, "value": value})
        for key, value in (("wish-kind", "both"), ("wish-partner", "form_teacher"), ("wish-rhythm", "fortnightly"))
        for end in ("", "-other")
        for side in ("mentor", "mentee")
    ),
    Evidence("wish-named", 1, {"side": "mentor"}),
    Evidence("last-year", 1),
    Evidence("load", -1, {"count": 2}),
    *(
        Evidence("missing", 0, {"rule": rule.value, "side": side})
        for rule in (Soft.NEEDS, Soft.SUBJECT, Soft.STYLE, Soft.HOURS)
        for side in ("mentor", "mentee")
    ),
    Evidence("missing", 0, {"rule": "wish_mentee", "side": "mentee"}),
    Evidence("missing", 0, {"rule": "wish_mentor", "side": "mentor"}),
)


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("one", SAID, ids=lambda one: one.key)
def test_everything_the_table_says_has_words(one: Evidence, language: str) -> None:
    class Reader:
        def words(self, key: str, **params: object) -> str:
            from mentoring.texts import say

            return Locales().plain(say(key, **params), language)

    words = Locales().html(evidence_words(Reader(), one), language)  # type: ignore[arg-type]
    assert words.strip()
    assert "{" not in words
    assert "_" not in words
    assert "<b>" not in words

"""The digest's numbers against a count of whole tables by a plain driver, which knows nothing of the product's SQL."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from locales import Locales
from mentoring.calendar.rules import SchoolCalendar
from mentoring.calendar.service import calendar_of
from mentoring.digest import service, wording
from mentoring.digest.facts import WEEKS, month_facts, week_facts
from mentoring.digest.rules import Facts
from mentoring.digest.rules_when import Kind
from mentoring.meetings.rules_radar import Colour
from storage.unit import StorageUnit
from tests.digest import ground
from tests.surveys.ground import NOW, School, school

UNTIL = date(2026, 11, 23)
NAMES = (
    "people", "roles", "consents", "submissions", "surveys", "survey_given",
    "pairs", "pair_members", "meetings", "meeting_checkins",
)  # fmt: skip
Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture(
    params=[(1, "Europe/Moscow"), (2, "Asia/Vladivostok"), (3, "Europe/Kaliningrad"), (4, "Europe/Moscow")]
)
def world(request: pytest.FixtureRequest) -> tuple[int, str]:
    return request.param


async def prepared(found: School, seed: int, zone: str) -> list[int]:
    """Two schools with a past of their own, in one database: neither may count in the other."""

    def put(unit: StorageUnit) -> list[int]:
        ids = [ground.founded(unit, 1000, zone=zone), ground.founded(unit, 5000)]
        for number, one in enumerate(ids):
            ground.grown(unit, one, seed * 10 + number, 1100 + 4000 * number)
        return ids

    return await found.do(put)


async def test_every_number_is_the_count_of_the_tables(database_url: str, world: tuple[int, str]) -> None:
    seed, zone = world
    async with school(database_url) as found:
        ids = await prepared(found, seed, zone)
        for school_id in ids:
            facts = await found.do(partial(_facts, school_id=school_id))
            rows = await ground.tables(database_url, *NAMES)
            where = zone if school_id == ids[0] else "Europe/Moscow"
            counted = Count(rows, school_id, ZoneInfo(where))
            days = await found.do(partial(_days, school_id=school_id))
            assert _numbers(facts) == counted.week()
            assert {one.id: (one.missing, one.asked) for one in facts.surveys} == counted.surveys()
            assert facts.waiting == counted.waiting()
            assert {one.id: one.colour for one in facts.pairs} == counted.ill(days)
            assert sum(number for _, number in facts.history) > 0, "the ground is not empty"


def _facts(unit: StorageUnit, school_id: int) -> Facts:
    school_ = unit.schools.get(school_id)
    return week_facts(unit, school_, calendar_of(unit, school_), UNTIL, "ru")


def _days(unit: StorageUnit, school_id: int) -> SchoolCalendar:
    return calendar_of(unit, unit.schools.get(school_id))


def _numbers(facts: Facts) -> list[Any]:
    return [
        *[(one.held, one.missed, one.answered) for one in (facts.this, facts.last)],
        [number for _, number in facts.history],
    ]


class Count:
    """Whole tables, counted by hand."""

    def __init__(self, rows: Rows, school_id: int, zone: ZoneInfo) -> None:
        self.rows, self.school, self.zone = rows, school_id, zone
        self.people = {one["id"]: one for one in rows["people"] if one["school_id"] == school_id}
        self.meetings = [one for one in rows["meetings"] if one["school_id"] == school_id]

    def between(self, first: date, until: date) -> tuple[int, int, int]:
        def within(at: datetime | None) -> bool:
            return at is not None and first <= at.astimezone(self.zone).date() < until

        began = [one["state"] for one in self.meetings if within(one["starts_at"])]
        sent = [
            one for one in self.rows["submissions"]
            if one["person_id"] in self.people and one["state"] == "sent" and within(one["sent_at"])
        ]  # fmt: skip
        held = sum(state in ("counted", "happened") for state in began)
        return held, sum(state in ("not_held", "missed") for state in began), len(sent)

    def week(self) -> list[Any]:
        edges = [UNTIL - timedelta(days=7 * n) for n in range(WEEKS, -1, -1)]
        counts = [self.between(*pair) for pair in pairwise(edges)]
        return [counts[-1], counts[-2], [one[0] for one in counts]]

    def waiting(self) -> int:
        named = [one for one in self.people.values() if one["state"] == "active" and one["name"]]
        return sum(not one["approved"] for one in named)

    def surveys(self) -> dict[int, tuple[int, int]]:
        found = {}
        for one in self.rows["surveys"]:
            if one["school_id"] != self.school or one["closed_at"] or one["closes_at"] <= NOW:
                continue
            sent = {
                row["person_id"] for row in self.rows["submissions"]
                if row["state"] == "sent" and (row["form_id"], row["occasion"]) == (one["form_id"], one["occasion"])
            }  # fmt: skip
            sent |= {row["person_id"] for row in self.rows["survey_given"] if row["survey_id"] == one["id"]}
            sent &= set(self.people)
            asked = {
                row["person_id"] for row in self.rows["roles"]
                if row["role"] in one["roles"].split(",") and row["person_id"] in self.people
            }  # fmt: skip
            asked = {person for person in asked if self.takes_part(person)}
            found[one["id"]] = (len(asked - sent), len(asked | sent))
        return found

    def takes_part(self, person: int) -> bool:
        said = [
            one for one in self.rows["consents"]
            if one["person_id"] == person and one["document"] == "participation"
        ]  # fmt: skip
        return bool(said) and bool(said[-1]["accepted"]) and said[-1]["withdrawn_at"] is None

    def ill(self, days: Any) -> dict[int, Colour]:
        """By the thresholds that ship: 21 and 35 school days, two missed, a denial, two unanswered, three moves,
        two low moods running.
        """
        found = {}
        for pair in self.rows["pairs"]:
            if pair["school_id"] == self.school and pair["state"] != "closed":
                colour = self._colour(pair, days)
                if colour:
                    found[pair["id"]] = colour
        return found

    def _colour(self, pair: dict[str, Any], days: Any) -> Colour | None:
        today = NOW.astimezone(self.zone).date()
        rest = [(date.fromisoformat(a), date.fromisoformat(b)) for a, b, _ in json.loads(pair["pauses"])]
        if any(first <= today < until for first, until in rest):
            return None
        mine = [
            one | {"at": one["starts_at"] or one["offered_at"]}
            for one in self.meetings
            if one["pair_id"] == pair["id"]
        ]
        local = {one["id"]: one["at"].astimezone(self.zone).date() for one in mine}
        counted = [local[one["id"]] for one in mine if one["state"] == "counted"]
        since = max([pair["opened_at"].astimezone(self.zone).date(), *counted])
        later = [one for one in mine if one["state"] != "counted" and local[one["id"]] >= since]
        silent, day = 0, since
        while day < today:
            resting = any(first <= day < until for first, until in rest)
            silent += days.is_school_day(day) and not resting
            day += timedelta(days=1)

        def many(*states: str) -> int:
            return sum(one["state"] in states for one in later)

        ahead = any(
            one["state"] in ("agreed", "happened", "missed") and _ends(one) > NOW
            for one in mine
            if one["starts_at"]
        )
        ill = [
            many("not_held") >= 2, many("denied") > 0, many("expired", "lapsed") >= 2,
            sum(one["moves"] for one in later) >= 3, self._low(mine), silent >= 21 and not ahead,
        ]  # fmt: skip
        if silent >= 35:
            return Colour.RED
        return Colour.YELLOW if any(ill) else None

    def _low(self, mine: list[dict[str, Any]]) -> bool:
        moods: dict[int, list[int]] = {}
        for one in sorted(mine, key=lambda one: one["at"]):
            for word in self.rows["meeting_checkins"]:
                if word["meeting_id"] == one["id"]:
                    moods.setdefault(word["person_id"], []).append(json.loads(word["word"])["mood"])
        return any(len(given) >= 2 and max(given[-2:]) <= 2 for given in moods.values())


def _ends(one: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(json.loads(one["slots"])[0][1])


async def test_the_months_are_counted_likewise(database_url: str) -> None:
    async with school(database_url) as found:
        ids = await prepared(found, 7, "Asia/Vladivostok")
        found.now = datetime(2026, 12, 1, 4, tzinfo=UTC)

        def facts(unit: StorageUnit) -> Any:
            school_ = unit.schools.get(ids[0])
            return month_facts(unit, school_, calendar_of(unit, school_), date(2026, 12, 1))[0]

        month = await found.do(facts)
        rows = await ground.tables(database_url, *NAMES)
        count = Count(rows, ids[0], ZoneInfo("Asia/Vladivostok"))
        firsts = [date(2026, m, 1) for m in range(8, 13)]
        counts = [count.between(*pair) for pair in pairwise(firsts)]
        assert (month.this.held, month.this.missed, month.this.answered) == counts[-1]
        assert (month.last.held, month.last.missed, month.last.answered) == counts[-2]
        assert month.history == tuple((day, one[0]) for day, one in zip(firsts, counts, strict=False))
        going = [one for one in rows["pairs"] if one["school_id"] == ids[0] and one["state"] != "closed"]
        assert month.pairs == len(going)


async def test_nothing_that_was_written_in_private_is_in_a_digest(sqlite_url: str) -> None:
    """The reason of a low mood is that support would be welcome; places, notes and moods are nowhere."""
    async with school(sqlite_url) as found:
        reasons: set[str] = set()
        for seed in range(5):
            first = 10_000 * (seed + 3)
            school_id = await found.do(partial(ground.founded, first_account=first))
            grow = partial(ground.grown, school_id=school_id, seed=seed, first_account=first + 100, size=12)
            await found.do(grow)
            for kind in Kind:
                account = first + (kind is Kind.MONTH)
                said = await found.use(account, service.now_of, kind)
                for language in ("ru", "en"):
                    text = Locales().html(wording.whole(said), language)
                    assert ground.PRIVATE not in text
                    assert str(Locales().plain(wording.say("radar-mood"), language)) not in text
            facts = await found.do(partial(_facts, school_id=school_id))
            reasons |= {one.reason.value for one in facts.pairs}
        assert "support" in reasons, "somebody's mood was low, or this proves nothing"
        assert "mood" not in reasons


async def _statements(found: School, school_id: int) -> int:
    """How many statements a digest takes."""
    from sqlalchemy import event

    def count(unit: StorageUnit) -> int:
        seen: list[str] = []
        _facts(unit, school_id)  # the first look of a year begins its roadmap
        unit = StorageUnit(unit.connection, unit.now)

        def note(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
            seen.append(statement)

        event.listen(unit.connection, "before_cursor_execute", note)
        try:
            _facts(unit, school_id)
        finally:
            event.remove(unit.connection, "before_cursor_execute", note)
        return len(seen)

    return await found.do(count)


async def test_the_same_statements_however_many_schools_and_people_there_are(database_url: str) -> None:
    async with school(database_url) as found:
        small = await found.do(lambda unit: ground.founded(unit, 1000))
        await found.do(lambda unit: ground.grown(unit, small, 1, 1100, 3))
        alone = await _statements(found, small)

        def others(unit: StorageUnit) -> int:
            ground.crowd(unit, 300)
            big = ground.founded(unit, 900_000)
            ground.grown(unit, big, 3, 900_100, 12)
            return big

        big = await found.do(others)
        assert await _statements(found, small) == alone <= 20
        assert await _statements(found, big) == alone
        assert len(await found.do(lambda unit: unit.digests.due(NOW))) == 2 * 303

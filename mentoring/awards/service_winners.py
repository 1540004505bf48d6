"""Use cases of what follows a vote: the curator's word, congratulations, and who may hear of it.

The winner hears of it alone. Others do only by the winner's own yes to this one piece of news, besides the consent
to publication; of a pair everybody has to say so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mentoring.awards import rules
from mentoring.awards.rules import title_of
from mentoring.awards.service import Board, Nominee, board, board_of, found
from mentoring.consent.rules import ConsentKind, holds
from mentoring.errors import ProgrammeError
from mentoring.notices.rules import Notice, NoticeButton
from mentoring.people.rules import Actor, School
from mentoring.ports import Unit
from mentoring.ports_year import Contest, VoteState
from mentoring.texts import say
from mentoring.year.reading import check_open


def choices(actor: Actor, unit: Unit, contest_id: int) -> tuple[Nominee, ...]:
    """Whom the actor may confirm: who leads, or everybody where too few voted."""
    seen = board(actor, unit, contest_id)
    if seen.contest.state is not VoteState.CLOSED or seen.outcome is None:
        raise ProgrammeError("error-stale")
    leaders = seen.outcome.leaders
    return tuple(one for one in seen.nominees if not leaders or one.candidate.id in leaders)


def confirm(actor: Actor, unit: Unit, contest_id: int, choice: str | None) -> Board:
    """Award it, or nobody. Raises ProgrammeError as `rules.confirmed` does, and `error-done-already`."""
    contest = found(actor, unit, contest_id, changing=True)
    check_open(actor.school, contest.occasion)
    if contest.state is VoteState.DONE:
        raise ProgrammeError("error-done-already")
    seen = board(actor, unit, contest_id)
    if contest.state is not VoteState.CLOSED or seen.outcome is None:
        raise ProgrammeError("error-stale")
    candidates = [one.candidate for one in seen.nominees]
    won = rules.confirmed(seen.outcome, candidates, choice, actor.id, actor.person.roles)
    unit.awards.set(contest.id, state=VoteState.DONE.value, winner=won or "", confirmed_at=unit.now)
    if won is not None:
        for person in sorted(seen.named(won).candidate.people):
            _congratulate(unit, contest, person)
    return board(actor, unit, contest_id)


def _congratulate(unit: Unit, contest: Contest, person_id: int) -> None:
    allowed = holds(unit.consents.decisions(person_id), ConsentKind.PUBLICATION)
    share = NoticeButton(say("button-award-share"), f"aw.share:{contest.id}")
    papers = NoticeButton(say("button-papers-own"), "aw.mine")
    unit.tell(
        Notice(
            person_id=person_id,
            key=f"award:1:{contest.id}:0:{person_id}",
            text=say("notice-award" if allowed else "notice-award-quiet", title=title_of(contest.nomination)),
            buttons=(share, papers) if allowed else (papers,),
        )
    )


def winner_of(unit: Unit, school: School, contest: Contest) -> Nominee | None:
    """None while nobody is confirmed, and where the winner is gone."""
    if contest.state is not VoteState.DONE or not contest.winner:
        return None
    seen = board_of(unit, school, contest)
    return next((one for one in seen.possible if one.candidate.id == contest.winner), None)


@dataclass(frozen=True, slots=True)
class News:
    """What may be told of a winner now: `names` and `chats` are empty until everybody has said yes."""

    contest: Contest
    names: tuple[str, ...]
    chats: Sequence[int]


def _mine(actor: Actor, unit: Unit, contest_id: int) -> tuple[Contest, Nominee]:
    contest = found(actor, unit, contest_id, changing=True)
    won = winner_of(unit, actor.school, contest)
    if won is None or actor.id not in won.candidate.people:
        raise ProgrammeError("error-stale")
    return contest, won


def share_ask(actor: Actor, unit: Unit, contest_id: int) -> News:
    """The very words that would be told, for the winner to see first."""
    contest, won = _mine(actor, unit, contest_id)
    return News(contest, won.names, ())


def share(actor: Actor, unit: Unit, contest_id: int) -> News:
    """The winner's yes; the news goes out with the last one. Raises ProgrammeError: `error-award-consent` without
    the consent to publication, `error-done-already`.
    """
    contest, won = _mine(actor, unit, contest_id)
    if not holds(unit.consents.decisions(actor.id), ConsentKind.PUBLICATION):
        raise ProgrammeError("error-award-consent")
    if actor.id in unit.awards.telling(contest.id):
        raise ProgrammeError("error-done-already")
    unit.awards.tell(contest.id, actor.id)
    if not may_tell(unit, actor.school, contest, won):
        return News(contest, (), ())
    group = unit.groups.of_school(actor.school_id)
    return News(contest, won.names, (group.chat_id,) if group is not None else ())


def may_tell(unit: Unit, school: School, contest: Contest, won: Nominee) -> bool:
    consents = unit.consents.of_school(school.id)
    held = all(holds(consents.get(one, ()), ConsentKind.PUBLICATION) for one in won.candidate.people)
    return held and won.candidate.people <= set(unit.awards.telling(contest.id))

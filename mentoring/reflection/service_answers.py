"""Use cases of answers: heard as a reply in the group, or written privately and put there as the author says.

A private answer leaves for the group only by its author's own press, with the name only by the author's own
choice, and, where the school wants it so, after the curator's look. The curator never learns whose an unsigned
one is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from mentoring.errors import ProgrammeError
from mentoring.notices.rules import Audience, Notice, NoticeButton, Privacy
from mentoring.people.rules import PROCESSING_VERSION, Actor, Person, PersonState, Role, School
from mentoring.ports import Unit
from mentoring.reflection.rules import Answer, AnswerState, Asked, Place
from mentoring.reflection.rules_posts import Deed, GroupDeed, GroupPost, PostKind
from mentoring.reflection.service import bound_place
from mentoring.texts import Raw, Text, Words, say

LONGEST = 1500


@dataclass(frozen=True, slots=True)
class Written:
    """An answer with its question; `name` is what would stand under it, where it is signed."""

    answer: Answer
    asked: Asked
    name: str = ""


def heard(unit: Unit, tg_id: int, chat_id: int, replied_to: int, message_id: int, text: str) -> bool:
    """A reply to a question is an answer, said to everybody by its author. Anything else is none of ours.

    Of somebody who has not given a consent in the group's school only the count is kept.
    """
    post = unit.groups.post_by_message(chat_id, replied_to)
    asked = unit.reflections.asked_by_post(post.id) if post is not None else None
    words = text.strip()[:LONGEST]
    if asked is None or not words or unit.groups.school_of(chat_id) != asked.school_id:
        return False
    person = unit.people.find_account(asked.school_id, tg_id)
    if person is None or not _takes_part(person):
        unit.reflections.count_other(asked.id)
    else:
        given = Answer(0, asked.id, person.id, words, True, AnswerState.HEARD, unit.now, message_id)
        unit.reflections.add_answer(given)
    unit.deed(GroupDeed(chat_id, message_id, Deed.HEAR, audience=Audience.GROUP, privacy=Privacy.PUBLIC))
    return True


def _takes_part(person: Person) -> bool:
    active = person.state == PersonState.ACTIVE and person.approved
    return active and person.consented == PROCESSING_VERSION


def reworded(unit: Unit, tg_id: int, chat_id: int, message_id: int, text: str) -> None:
    """The author changed the reply in the group: what is kept changes with it."""
    school_id = unit.groups.school_of(chat_id)
    person = unit.people.find_account(school_id, tg_id) if school_id is not None else None
    found = unit.reflections.reply(chat_id, person.id, message_id) if person is not None else None
    if found is not None and text.strip():
        unit.reflections.change_answer(found, replace(found, text=text.strip()[:LONGEST]))


def question(actor: Actor, unit: Unit, asked_id: int) -> tuple[Asked, Answer | None]:
    """What is asked, with what the person has begun to answer. Raises ProgrammeError("error-question-gone")."""
    asked = unit.reflections.asked(actor.school_id, asked_id)
    if asked is None:
        raise ProgrammeError("error-question-gone")
    return asked, unit.reflections.draft_of(asked.id, actor.id)


def write(actor: Actor, unit: Unit, asked_id: int, text: str) -> Written:
    """Keep what was typed; nothing leaves yet. Raises ProgrammeError for no words or too many."""
    asked, draft = question(actor, unit, asked_id)
    words = text.strip()
    if not words:
        raise ProgrammeError("error-answer-empty")
    if len(words) > LONGEST:
        raise ProgrammeError("error-answer-long", limit=LONGEST)
    if draft is None:
        new = Answer(0, asked.id, actor.id, words, False, AnswerState.DRAFT, unit.now)
        return Written(replace(new, id=unit.reflections.add_answer(new)), asked)
    unit.reflections.change_answer(draft, replace(draft, text=words, state=AnswerState.DRAFT))
    return Written(replace(draft, text=words, state=AnswerState.DRAFT), asked)


def _own(actor: Actor, unit: Unit, answer_id: int, *states: AnswerState) -> Answer:
    found = unit.reflections.answer(actor.school_id, answer_id)
    if found is None or found.person_id != actor.id:
        raise ProgrammeError("error-stale")
    if found.state not in states:
        raise ProgrammeError("error-done-already")
    return found


def send(actor: Actor, unit: Unit, answer_id: int, signed: bool) -> AnswerState:
    """The author's own press: to the group at once, or to the curator's look first; which of them it was."""
    draft = _own(actor, unit, answer_id, AnswerState.DRAFT, AnswerState.BACK)
    place = bound_place(unit, actor.school)
    ready = replace(draft, signed=signed)
    if not unit.reflections.settings(actor.school_id).held:
        _put(unit, actor.school, place, draft, ready)
        return AnswerState.POSTED
    unit.reflections.change_answer(draft, replace(ready, state=AnswerState.HELD))
    _tell_curators(actor, unit)
    return AnswerState.HELD


def _tell_curators(actor: Actor, unit: Unit) -> None:
    """That something waits; once for as long as anything does."""
    if len(unit.reflections.with_state(actor.school_id, AnswerState.HELD)) > 1:
        return
    for curator in unit.people.with_role(actor.school_id, Role.CURATOR):
        unit.tell(
            Notice(
                person_id=curator.id,
                key=f"answer-held:1:{actor.school_id}:{int(unit.now.timestamp())}:{curator.id}",
                text=say("notice-answer-held"),
                buttons=(NoticeButton(say("button-look"), "rf.held"),),
                audience=Audience.CURATOR,
            )
        )


def drop(actor: Actor, unit: Unit, answer_id: int) -> None:
    """The author thinks better of it, for as long as it was not put to the group."""
    found = _own(actor, unit, answer_id, AnswerState.DRAFT, AnswerState.BACK, AnswerState.HELD)
    unit.reflections.drop_answer(found.id)


def held(actor: Actor, unit: Unit) -> list[Written]:
    """What waits for the curator's look: the words, and the name only where the author signed."""
    actor.require(Role.CURATOR)
    found = unit.reflections.with_state(actor.school_id, AnswerState.HELD)
    return [_for_curator(actor, unit, one) for one in found]


def _for_curator(actor: Actor, unit: Unit, answer: Answer) -> Written:
    asked = unit.reflections.asked(actor.school_id, answer.asked_id)
    assert asked is not None
    author = unit.people.find(actor.school_id, answer.person_id) if answer.signed else None
    return Written(replace(answer, person_id=0), asked, (author and author.name) or "")


def _held(actor: Actor, unit: Unit, answer_id: int) -> Answer:
    actor.require(Role.CURATOR)
    found = unit.reflections.answer(actor.school_id, answer_id)
    if found is None or found.state is not AnswerState.HELD:
        raise ProgrammeError("error-done-already")
    return found


def release(actor: Actor, unit: Unit, answer_id: int) -> None:
    found = _held(actor, unit, answer_id)
    _put(unit, actor.school, bound_place(unit, actor.school), found, found)
    _tell_author(unit, found, say("notice-answer-posted"))


def give_back(actor: Actor, unit: Unit, answer_id: int) -> None:
    """Not to be put to the group as it is; the words stay with their author, who may change them."""
    found = _held(actor, unit, answer_id)
    unit.reflections.change_answer(found, replace(found, state=AnswerState.BACK))
    button = NoticeButton(say("button-answer-again"), f"rq:{found.asked_id}")
    _tell_author(unit, found, say("notice-answer-back"), button)


def _tell_author(unit: Unit, answer: Answer, text: Text, *buttons: NoticeButton) -> None:
    key = f"answer:1:{answer.id}:{int(unit.now.timestamp())}:{answer.person_id}"
    unit.tell(Notice(person_id=answer.person_id, key=key, text=text, buttons=buttons))


def _put(unit: Unit, school: School, place: Place, before: Answer, answer: Answer) -> None:
    """Into the group, under its question, in the author's words."""
    key = f"group-answer:1:{answer.id}"
    post_id = unit.groups.add_post(school.id, place.chat_id, key, PostKind.ANSWER, unit.now)
    if not unit.reflections.change_answer(before, replace(answer, state=AnswerState.POSTED), post_id):
        raise ProgrammeError("error-done-already")
    unit.post(_post(unit, school, place, answer, key))


def _post(unit: Unit, school: School, place: Place, answer: Answer, key: str) -> GroupPost:
    """Public because the author has said so; without a name unless the author has said that too."""
    return GroupPost(
        chat_id=place.chat_id,
        key=key,
        text=(_words(unit, school, answer),),
        language=school.language,
        audience=Audience.GROUP,
        privacy=Privacy.PUBLIC,
        thread_id=place.thread_id,
        reply_to=_question_there(unit, school, place, answer),
        about=answer.person_id,
    )


def _words(unit: Unit, school: School, answer: Answer) -> Words:
    author = unit.people.find(school.id, answer.person_id) if answer.signed else None
    if author is not None and author.name:
        return say("group-answer-signed", name=author.name, text=Raw(answer.text))
    return say("group-answer", text=Raw(answer.text))


def _question_there(unit: Unit, school: School, place: Place, answer: Answer) -> int | None:
    """The question's message, where it is in the same chat still."""
    post = unit.reflections.post_of(school.id, answer.asked_id)
    found = unit.groups.post(school.id, post) if post is not None else None
    return found.message_id if found is not None and found.chat_id == place.chat_id else None

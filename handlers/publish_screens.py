"""How the school's questionnaires look: the list, a card, a version before it is published."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from handlers.call import Call
from handlers.screens import Button, Draft, Reply, pager, press
from mentoring.ports_questionnaires import SchoolForm
from mentoring.questionnaires.publishing import (
    CANDIDATE,
    PUBLISHED,
    Card,
    Line,
    Listing,
    Preview,
    titles_of,
)
from mentoring.questionnaires.rules_form import Form, Question
from mentoring.questionnaires.rules_preview import asked_count, labels, minutes_of
from mentoring.questionnaires.rules_settings import settings_of
from mentoring.surveys.rules import roles_asked
from mentoring.texts import Raw, Words, say

VERSIONS = 6
NAMED = 5
_CUT = 70


def listing(call: Call, found: Listing) -> Reply:
    last = found.first + len(found.lines) - 1
    draft = Draft().text("publish-list", first=found.first, last=last, total=found.total)
    lines = [_line(call, place, line) for place, line in enumerate(found.lines, found.first)]
    draft.words(Raw("\n".join(lines)))
    for place, line in enumerate(found.lines, found.first):
        draft.row(press(f"{place}. {line.title.within(call.language)}", "q.form", line.form_id))
    draft.row(*pager(found.number, found.pages, "q.page"))
    draft.row(press(say("button-send-own"), "q.send"), press(say("button-template"), "q.template"))
    return draft.button("button-back", "surveys").reply()


def _line(call: Call, place: int, line: Line) -> str:
    about = {"place": str(place), "title": line.title.within(call.language), "questions": line.questions}
    if line.since is None:
        return call.words("publish-line", **about)
    return call.words("publish-line-own", since=_day(call, line.since), **about)


def _day(call: Call, moment: datetime) -> date:
    """The day on the school's wall."""
    actor = call.actor
    return actor.school.day(moment) if actor else moment.date()


def card(call: Call, found: Card, toast: Words | None = None) -> Reply:
    draft = Draft()
    if found.form is not None:
        _about(call, draft, found.form, minutes_of(found.form))
        if found.own is None:
            draft.text("publish-in-force-shipped")
        else:
            draft.text("publish-in-force-own", since=_day(call, found.own.published_at or found.own.added_at))
    else:
        draft.text("publish-none-in-force", title=titles_of(found.history[0]).within(call.language))
    if found.history:
        draft.words(Raw(_history(call, found.history)))
    _card_buttons(draft, found)
    return draft.button("button-back", "q.list").reply(toast=toast)


def _about(call: Call, draft: Draft, form: Form, minutes: int) -> None:
    """What everybody wants to know first, the same on the card and before publishing."""
    settings = settings_of(form)
    roles = ", ".join(call.words(f"role-{role}") for role in roles_asked(settings))
    title = form.title.within(call.language)
    draft.text("publish-about", title=title, questions=asked_count(form), minutes=minutes)
    draft.text(
        "publish-whom",
        roles=roles,
        wave=say(f"form-wave-{settings.wave}"),
        names=say("publish-without-names" if settings.anonymous else "publish-with-names"),
        days=settings.expiry_days,
    )


def _history(call: Call, rows: Sequence[SchoolForm]) -> str:
    lines = [call.words("publish-history", count=len(rows))]
    return "\n".join([*lines, *(_version(call, row) for row in rows[:NAMED])])


def _version(call: Call, row: SchoolForm) -> str:
    return call.words(
        "publish-version",
        day=_day(call, row.added_at),
        state=say(f"form-state-{row.state}"),
        questions=row.questions,
    )


def _card_buttons(draft: Draft, found: Card) -> None:
    form_id = found.form_id
    if found.form is not None:
        draft.row(press(say("button-try"), "f.trial", form_id), press(say("button-give"), "sv.new", form_id))
        draft.button("button-download", "q.file", form_id)
    row: list[Button] = []
    if found.history:
        row.append(press(say("button-versions"), "q.past", form_id, 0))
    if found.own is not None:
        back = "button-to-shipped" if found.ships else "button-form-remove"
        row.append(press(say(back), "q.back", found.own.id))
    draft.row(*row)


def past(call: Call, found: Card, number: int) -> Reply:
    """All versions the school has sent; each can be looked at and put in force again."""
    pages = max(1, -(-len(found.history) // VERSIONS))
    number = min(max(number, 0), pages - 1)
    draft = Draft().text("publish-past" if found.history else "publish-past-none")
    for row in found.history[number * VERSIONS : (number + 1) * VERSIONS]:
        draft.row(press(_version(call, row), "q.preview", row.id))
    draft.row(*pager(number, pages, "q.past", found.form_id))
    return draft.button("button-back", "q.form", found.form_id).reply()


def preview(call: Call, found: Preview) -> Draft:
    """Everything a curator decides by, and the three ways on."""
    draft = Draft()
    _about(call, draft, found.form, found.minutes)
    published = found.row.state == PUBLISHED
    if published:
        draft.text("publish-is-in-force")
    else:
        _difference(call, draft, found)
    if found.lost:
        draft.text("publish-lost", names=_named(call, found.lost))
    draft.button("button-try", "f.try", found.row.id)
    if published:
        return draft.button("button-form-card", "q.form", found.row.form_id)
    if found.obstacle is not None:
        draft.text(found.obstacle)
    else:
        draft.button("button-publish", "q.publish", found.row.id, found.against)
    if found.row.state != CANDIDATE:
        return draft.button("button-back", "q.past", found.row.form_id, 0)
    return draft.button("button-not-publish", "q.drop", found.row.id)


def _difference(call: Call, draft: Draft, found: Preview) -> None:
    """What becomes different for people, against what is in force."""
    change = found.change
    if change is not None:
        parts = {"added": change.added, "removed": change.removed, "changed": change.changed}
        told = [
            call.words(f"publish-change-{what}", count=len(questions), names=_named(call, questions))
            for what, questions in parts.items()
            if questions
        ]
        draft.text("publish-replaces")
        draft.words(Raw("\n".join(told)) if told else say("publish-same-questions"))
    if found.drafts:
        draft.text("publish-drafts", count=found.drafts)


def _named(call: Call, questions: Sequence[Question]) -> str:
    """The first few by what they ask."""
    shown = [f"«{_cut(label)}»" for label in labels(questions[:NAMED], call.language)]
    return "; ".join([*shown, *(["…"] if len(questions) > NAMED else [])])


def _cut(text: str) -> str:
    return text if len(text) <= _CUT else text[: _CUT - 1] + "…"


def published(call: Call, row: SchoolForm) -> Reply:
    title = titles_of(row).within(call.language)
    draft = Draft().text("publish-done", title=title).button("button-give", "sv.new", row.form_id)
    return draft.button("button-form-card", "q.form", row.form_id).button("button-home", "home").reply()


def withdraw_ask(call: Call, found: Card, row: SchoolForm) -> Reply:
    title = titles_of(row).within(call.language)
    draft = Draft().text("publish-to-shipped-ask" if found.ships else "publish-withdraw-ask", title=title)
    draft.button("button-back", "q.form", row.form_id)
    return draft.button(
        "button-to-shipped-sure" if found.ships else "button-form-remove-sure", "q.back2", row.id
    ).reply()

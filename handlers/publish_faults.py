"""What is wrong or odd in a questionnaire's file, by sheet and row: a screenful, and all of it as a file."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.call import Call
from handlers.screens import Attachment, Draft, Reply, Screen
from mentoring.questionnaires.check_apart import FormVerdict
from mentoring.questionnaires.faults import Fault
from mentoring.questionnaires.rules_form import Form
from mentoring.questionnaires.rules_preview import labels
from mentoring.texts import Raw, Words, say

LINES, CHARACTERS = 12, 1_800
"""What one screen of a telephone holds."""
_LONGEST = 300


def refused(call: Call, verdict: FormVerdict) -> Reply:
    """All faults at once; the next file is waited for already."""
    lines = [_line(call, fault) for fault in verdict.faults]
    shown = _screenful(lines)
    total = len(lines) + verdict.more
    whole = all(not fault.sheet for fault in verdict.faults)
    draft = Draft().text("publish-refused") if whole else Draft().text("publish-faults", count=total)
    draft.words(Raw("\n".join(shown)))
    if len(shown) < total:
        draft.text("publish-faults-more", count=total - len(shown))
    draft.text("publish-faults-next").button("button-template", "q.template").button("button-back", "q.list")
    screens = [draft.screen(fresh=True)]
    if len(shown) < total or shown != lines:
        screens.insert(0, _listed(say("publish-faults-file", count=len(lines)), lines))
    return Reply(tuple(screens))


def _line(call: Call, fault: Fault) -> str:
    """ "лист survey, строка 7, столбец relevant: what is wrong" as far as the place is known."""
    what = say(f"form-fault-{fault.key}", **fault.params)
    place = {"sheet": fault.sheet, "row": str(fault.row), "column": fault.column}
    if not fault.sheet:
        return call.words("publish-at-file", what=what)
    if not fault.row:
        return call.words("publish-at-sheet", what=what, sheet=fault.sheet)
    if not fault.column:
        return call.words("publish-at-row", what=what, sheet=place["sheet"], row=place["row"])
    return call.words("publish-at-cell", what=what, **place)


def _screenful(lines: Iterable[str]) -> list[str]:
    """The first lines, each whole or cut, as many as one looks at."""
    found: list[str] = []
    for line in lines:
        cut = line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
        if found and (len(found) == LINES or sum(map(len, found)) + len(cut) > CHARACTERS):
            break
        found.append(cut)
    return found


def _listed(words: Words, lines: Iterable[str]) -> Screen:
    """A byte order mark tells old editors that it is UTF-8."""
    return Screen((words,), file=Attachment("remarks.txt", "\r\n".join(lines).encode("utf-8-sig")))


def remarks(call: Call, verdict: FormVerdict, form: Form) -> tuple[Screen, ...]:
    """What is odd in an accepted file: a message that stays above the preview, or none."""
    draft = Draft()
    lines = [_line(call, warning) for warning in verdict.warnings]
    shown = _screenful(lines)
    if shown:
        draft.text("publish-warnings", count=len(lines)).words(Raw("\n".join(shown)))
    _gaps(call, draft, verdict, form)
    if not draft.parts:
        return ()
    more = [_listed(say("publish-warnings-file", count=len(lines)), lines)] if shown != lines else []
    return (*more, draft.screen(fresh=True))


def _gaps(call: Call, draft: Draft, verdict: FormVerdict, form: Form) -> None:
    """Questions that nobody will see, and what was taken from the file's name for want of better."""
    if verdict.unreachable:
        asked = [form.by_name[name] for name in verdict.unreachable if name in form.by_name]
        names = "; ".join(f"«{label}»" for label in labels(asked, call.language)[:LINES])
        draft.text("publish-unreachable", count=len(verdict.unreachable), names=names)
    if verdict.unreachable is None:
        draft.text("publish-reach-unknown")
    if "form_id" not in verdict.declared:
        draft.text("publish-no-form-id", name=verdict.form_id)
    if "title" not in verdict.declared:
        draft.text("publish-no-title", name=form.title.within(call.language))

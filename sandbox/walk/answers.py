"""How a person answers a questionnaire's screen: buttons where there are buttons, words otherwise.

Which button follows from who answers and what is asked, so every walk gives the same answers.
"""

from __future__ import annotations

import re
import zlib

from sandbox.walk.cast import Diary, Who
from sandbox.walk.chat import Button, Message, question
from sandbox.walk.moves import Say, Tap

ON, OFF = "☑ ", "☐ "
COUNTED = ("Сколько", "How many")
# What is tried in turn when words alone were not understood.
GUESSES = ("", "7", "01.09.2026")
ANYTHING = "Так сразу и не скажешь"


def answer(who: Who, diary: Diary, message: Message) -> Tap | Say:
    """The next move on a screen of a questionnaire."""
    if (begin := message.button("a.g")) is not None:
        return Tap(message, begin)
    if (send := message.button("a.z")) is not None:
        edit = _edit(who, diary, message)
        diary.sent += edit is None
        return Tap(message, edit or send)
    asked = question(message.text)
    aside = _aside(who, diary, message, asked)
    if aside is not None:
        return Tap(message, aside)
    if message.all("a.t"):
        return Tap(message, _toggled(who, diary, message, asked))
    if message.all("a.c"):
        return Tap(message, _chosen(who, diary, message, asked))
    read = message.button("a.k")
    return Tap(message, read) if read is not None else Say(_typed(who, diary, message, asked))


def _aside(who: Who, diary: Diary, message: Message, asked: str) -> Button | None:
    """Skip what this person skips; go back once where this person does."""
    if any(piece in asked for piece in who.skips):
        return message.button("a.s")
    if who.backs_at and who.backs_at in asked and "back" not in diary.done:
        diary.done.add("back")
        return message.button("a.b")
    return None


def _edit(who: Who, diary: Diary, message: Message) -> Button | None:
    """Once, from the review, the answer this person thinks better of."""
    found = re.search(rf"^(\d+)\. .*{re.escape(who.edits)}", message.text, re.MULTILINE) if who.edits else None
    if found is None or "edit" in diary.done:
        return None
    diary.done.add("edit")
    return message.button("a.e", int(found[1]) - 1)


def _seed(who: Who, diary: Diary, asked: str) -> int:
    again = "edit" in diary.done and bool(who.edits) and who.edits in asked
    return zlib.crc32(f"{who.key}:{asked}".encode()) + again


def _chosen(who: Who, diary: Diary, message: Message, asked: str) -> Button:
    buttons = message.all("a.c")
    found = buttons[_seed(who, diary, asked) % len(buttons)]
    diary.answers[asked] = found.label.removeprefix("• ")
    return found


def _toggled(who: Who, diary: Diary, message: Message, asked: str) -> Button:
    """Tick two of them, one after the other, then go on."""
    buttons, seed = message.all("a.t"), _seed(who, diary, asked)
    wanted = sorted({seed % len(buttons), (seed // 7) % len(buttons)})
    labels = [button.label.removeprefix(ON).removeprefix(OFF) for button in buttons]
    diary.ticked[asked] = [labels[i] for i in wanted]
    diary.answers[asked] = ", ".join(diary.ticked[asked])
    for i in wanted:
        if buttons[i].label.startswith(OFF):
            return buttons[i]
    go_on = message.button("a.m")
    assert go_on is not None
    return go_on


def _typed(who: Who, diary: Diary, message: Message, asked: str) -> str:
    """The prepared words, else a number where one is asked for; if that was not understood, another guess."""
    prepared = next((words for piece, words in who.words.items() if piece in asked), "")
    if asked.startswith(COUNTED):
        prepared = str(_seed(who, diary, asked) % 30)
    again = "edit" in diary.done and bool(who.edits) and who.edits in asked
    text = f"{prepared or ANYTHING}{' (теперь точнее)' if again else ''}"
    refused = not message.text.startswith(("Вопрос", "Question"))
    if refused and asked in diary.answers:
        tries = diary.tries[asked] = diary.tries.get(asked, 0) + 1
        text = GUESSES[tries % len(GUESSES)] or text
    diary.answers[asked] = text
    diary.typed.append(text)
    return text

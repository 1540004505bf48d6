"""What the curator does: invitations, approval, looking after those who stopped, the two registers."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sandbox.walk.moves import Part, Say, Script, Tap, expect, press, press_labelled, see, see_button
from sandbox.walk.sheets import table
from sandbox.walk.tasks import Phone

LINK = re.compile(r"\bstart[= ]([A-Za-z0-9_-]+)")


def token_of(text: str) -> str:
    """The invitation inside a link."""
    found = LINK.search(text)
    expect(found, "there is no invitation link in the message")
    assert found is not None
    return found[1]


def _from_menu(route: str, *args: object) -> Part:
    """Press what the menu offers, wherever one stands: by its button, by the way home, by the command."""
    message = yield from see("any screen", lambda m: bool(m.buttons))
    button, home = message.button(route, *args), message.button("home")
    if button is not None:
        yield Tap(message, button)
        return message
    yield Tap(message, home) if home is not None else Say("/menu")
    return (yield from press(route, *args))


def invite(role: str, kind: str, links: list[str]) -> Script:
    """One link, `kind` personal or shared; its token is added to `links`."""
    yield from _from_menu("invite")
    yield from press("i.role", role)
    yield from press("i.make", role, kind)
    shown = yield from see("the link", lambda m: LINK.search(m.text) is not None)
    expect(shown.file, "the link comes with a picture")
    links.append(token_of(shown.text))
    yield from see_button("invite")


def invite_list(phone: Phone, people: Iterable[tuple[str, str]], links: dict[str, str]) -> Script:
    """Paste names with roles; the links come back in a spreadsheet, by name."""
    yield from _from_menu("invite")
    yield from press("i.list")
    yield from see("the question for the list", lambda m: m.routes == {"invite"})
    yield Say("\n".join(f"{name}; {role}" for name, role in people))
    file = yield from see("the spreadsheet with links", lambda m: m.file_name.endswith(".xlsx"))
    for row in table(phone.sandbox.download(file.file)):
        tokens = [LINK.search(str(cell)) for cell in row]
        if any(tokens):
            links[str(row[1])] = next(t[1] for t in tokens if t)
    yield from see_button("invite")


def _card(which: str, name: str) -> Part:
    """Menu, people, the filter, the person's line."""
    yield from _from_menu("people", "all", 0)
    yield from press("people", which, 0)
    return (yield from press_labelled("card", name))


def approve(name: str) -> Script:
    yield from _card("waiting", name)
    yield from press("p.ok")
    yield from see("the card without the question", lambda m: name in m.text and "p.ok" not in m.routes)


def nudge(phone: Phone, name: str) -> Script:
    """Who stopped half-way gets a reminder; the word on top of the screen says when it leaves."""
    yield from _card("unfinished", name)
    card = yield from see_button("nudge")
    expect(name in card.text, "the card names the person")
    button = card.button("nudge")
    assert button is not None
    yield Tap(card, button, hear=True)
    phone.story.note(f"сверху появляется: {phone.toast}")
    yield Say("/menu")
    yield from see_button("people")


def look_over(names: dict[str, str]) -> Script:
    """The list of everybody: `names` gets each line by the person's name."""
    message = yield from _from_menu("people", "all", 0)
    while True:
        message = yield from see("the list", lambda m: "card" in m.routes)
        for button in message.all("card"):
            name, _, stage = button.label.partition(" · ")
            names[name] = stage
        onward = [b for b in message.all("people") if b.args[0] == "all" and int(b.args[1]) > 0]
        forward = [b for b in onward if len(names) <= int(b.args[1]) * 8]
        if not forward:
            return
        yield Tap(message, forward[-1])


def registers(phone: Phone, role: str, found: dict[str, object]) -> Script:
    """A register in the chat (`found["chat"]`, its text) and as a spreadsheet (`found["file"]`, its bytes)."""
    yield from _from_menu("registers")
    yield from press("r.show", role, 0)
    shown = yield from see("the register", lambda m: "registers" in m.routes and "invite" not in m.routes)
    found["chat"] = shown.text
    file = shown.button("r.file")
    if file is None:
        found["file"] = b""
        return
    yield Tap(shown, file)
    sheet = yield from see("the spreadsheet", lambda m: m.file_name.endswith(".xlsx"))
    found["file"] = phone.sandbox.download(sheet.file)

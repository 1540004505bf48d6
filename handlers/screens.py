"""What a handler answers with: screens by key, never sentences and never calls of the Bot API."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from mentoring.notices.rules import Audience, Privacy
from mentoring.texts import Raw, Words, say


@dataclass(frozen=True, slots=True)
class Button:
    """`data` comes back on a press; a button with `url` opens a link instead."""

    label: Words
    data: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file made for one reader. `picture` is shown, anything else is offered to open.

    With a `reference` the messenger has the file already, as a message of the kind `medium`. With a `recipe` the
    file is made from `data` on its way out, where making it would keep the database waiting.
    """

    name: str
    data: bytes = b""
    picture: bool = False
    reference: str = ""
    medium: str = ""
    recipe: str = ""


Row = tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Picker:
    """A keyboard under the field of input: one button with which a person picks one of their groups for the bot.

    Without a `label` the keyboard is taken away.
    """

    label: Words | None = None


@dataclass(frozen=True, slots=True)
class Screen:
    """One message. It takes the place of the message whose button was pressed unless `fresh`. `thread_id` is the
    topic of a group it goes to.

    `parts` are paragraphs. A screen with a file is always a new message. With a `chat_id` it goes there instead
    of back to where the event came from: into the school's group, public words alone.
    """

    parts: tuple[Words, ...]
    rows: tuple[Row, ...] = ()
    file: Attachment | None = None
    fresh: bool = False
    audience: Audience = Audience.SELF
    privacy: Privacy = Privacy.OWN
    picker: Picker | None = None
    thread_id: int | None = None
    chat_id: int = 0


@dataclass(frozen=True, slots=True)
class Reply:
    """`toast` is the word on top of the screen that answers a press; `alert` makes it wait for OK."""

    screens: tuple[Screen, ...] = ()
    toast: Words | None = None
    alert: bool = False


NOTHING = Reply()


@dataclass(slots=True)
class Draft:
    """Puts a screen together row by row."""

    parts: list[Words] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)

    def text(self, key: str, **params: object) -> Draft:
        self.parts.append(say(key, **params))
        return self

    def words(self, words: Words) -> Draft:
        self.parts.append(words)
        return self

    def row(self, *buttons: Button) -> Draft:
        if buttons:
            self.rows.append(buttons)
        return self

    def button(self, key: str, *data: object, **params: object) -> Draft:
        return self.row(press(say(key, **params), *data))

    def screen(self, *, fresh: bool = False) -> Screen:
        return Screen(tuple(self.parts), tuple(self.rows), fresh=fresh)

    def reply(self, *, fresh: bool = False, toast: Words | None = None) -> Reply:
        return Reply((self.screen(fresh=fresh),), toast)


def for_staff(draft: Draft, toast: Words | None = None, *, fresh: bool = False) -> Reply:
    """A screen that names people, for those who organise."""
    screen = replace(draft.screen(fresh=fresh), audience=Audience.STAFF, privacy=Privacy.NAMED)
    return Reply((screen,), toast)


def press(label: Words | str, *data: object) -> Button:
    """A button whose data is the route's name and its arguments, colon-separated (64 bytes at most)."""
    words = Raw(label) if isinstance(label, str) else label
    return Button(words, ":".join(str(part) for part in data))


def pager(number: int, pages: int, *route: object) -> Row:
    """Arrows to the neighbouring pages; the page's number is the route's last argument."""
    found = []
    if number > 0:
        found.append(press(say("button-previous"), *route, number - 1))
    if number + 1 < pages:
        found.append(press(say("button-more"), *route, number + 1))
    return tuple(found)

"""Which handler answers what: dictionaries, because a chain of filters is paid for on every update."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from handlers.call import Call
from handlers.screens import Reply

Handler = Callable[[Call], Awaitable[Reply]]
Register = Callable[[Handler], Handler]


@dataclass(slots=True)
class Routes:
    """`before_consent` names the presses and commands that work before the consent was given.

    `asides` are presses that settle something in between: a questionnaire that is open comes back after them.
    """

    commands: dict[str, Handler] = field(default_factory=dict)
    presses: dict[str, Handler] = field(default_factory=dict)
    texts: dict[str, Handler] = field(default_factory=dict)
    uploads: dict[str, Handler] = field(default_factory=dict)
    events: dict[str, Handler] = field(default_factory=dict)
    before_consent: set[str] = field(default_factory=set)
    asides: set[str] = field(default_factory=set)

    def _into(self, table: dict[str, Handler], name: str, *, early: bool) -> Register:
        def register(handler: Handler) -> Handler:
            if name in table:
                raise ValueError(f"two handlers for {name}")
            table[name] = handler
            if early:
                self.before_consent.add(name)
            return handler

        return register

    def command(self, name: str, *, early: bool = False) -> Register:
        return self._into(self.commands, f"/{name}", early=early)

    def press(self, name: str, *, early: bool = False, aside: bool = False) -> Register:
        if aside:
            self.asides.add(name)
        return self._into(self.presses, name, early=early)

    def text(self, focus: str, *, early: bool = False) -> Register:
        """What is typed while `focus` is what the person was asked for."""
        return self._into(self.texts, focus, early=early)

    def upload(self, focus: str) -> Register:
        return self._into(self.uploads, focus, early=False)

    def event(self, name: str) -> Register:
        return self._into(self.events, name, early=True)

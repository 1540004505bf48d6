"""Takes the pictures of the guides from a running demo, in Debian's chromium.

make demo                                   # wait until the page shows that the school has come to life
.venv/bin/python docs/pictures/take.py      # [ADDRESS [FOLDER]], by default http://127.0.0.1:8081/ and here

People act through the sandbox's JSON; the page is only looked at. Run it on a demo that was just started: it
invites the newcomer, who gives consent and begins a questionnaire.
"""

from __future__ import annotations

import json
import re
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
WIDE, PHONE = (1280, 800), (360, 740)
LIMIT = 200_000  # bytes a picture


class Demo:
    """The people's side of the sandbox; `base` is its address without a slash at the end."""

    def __init__(self, base: str) -> None:
        self.base = base
        people = self.get("state")["people"]
        self.by_role: dict[str, int] = {}
        for person in people:
            self.by_role.setdefault(str(person["role"]), int(person["id"]))

    def get(self, path: str) -> dict[str, Any]:
        with urllib.request.urlopen(f"{self.base}/sandbox/{path}") as answer:  # noqa: S310 - http by its caller
            found: dict[str, Any] = json.load(answer)
            return found

    def post(self, path: str, **body: Any) -> None:
        data, head = json.dumps(body).encode(), {"Content-Type": "application/json"}
        asked = urllib.request.Request(f"{self.base}/sandbox/{path}", data, head)  # noqa: S310
        urllib.request.urlopen(asked).close()  # noqa: S310
        self.get("idle?timeout=20")

    def say(self, person: int, text: str) -> None:
        self.post("say", person=person, chat=person, text=text)

    def press(self, person: int, *buttons: str) -> None:
        for button in buttons:
            self.post("press", person=person, chat=person, message="last", button=button)

    def messages(self, person: int) -> list[dict[str, Any]]:
        found = self.get(f"chats/{person}/messages?as={person}")["messages"]
        return [one for one in found if not one["deleted"]]

    def labels(self, person: int) -> list[str]:
        """The buttons of the newest message that has any."""
        rows: list[Any] = next((m["buttons"] for m in reversed(self.messages(person)) if m["buttons"]), [])
        return [str(button["text"]) for row in rows for button in row]


Shot = tuple[str, tuple[int, int], Callable[[Demo], int]]


def curator_menu(demo: Demo) -> int:
    curator = demo.by_role["curator"]
    demo.say(curator, "/menu")
    return curator


def setup(demo: Demo) -> int:
    curator = demo.by_role["curator"]
    demo.say(curator, "/settings")
    demo.press(curator, "Настройка школы", "Тихие часы")
    return curator


def invitation(demo: Demo) -> int:
    curator = demo.by_role["curator"]
    demo.say(curator, "/menu")
    demo.press(curator, "Пригласить", "Наставляемый", "Личная ссылка")
    return curator


def consent(demo: Demo) -> int:
    """The newcomer opens the link that the curator has just made."""
    made = [m["text"] for m in demo.messages(demo.by_role["curator"]) if "?start=" in m["text"]]
    token = re.search(r"\?start=([\w-]+)", made[-1])
    assert token is not None
    newcomer = demo.by_role["newcomer"]
    demo.say(newcomer, f"/start {token[1]}")
    return newcomer


def question(demo: Demo) -> int:
    """Three consents, the name, and the questionnaire as far as its first question of several choices."""
    newcomer = demo.by_role["newcomer"]
    demo.press(newcomer, *["Даю согласие"] * 3)
    demo.say(newcomer, "Крылова Наталья Юрьевна")
    demo.press(newcomer, "Начать", "Начать")
    demo.press(newcomer, demo.labels(newcomer)[0])
    demo.say(newcomer, "2")
    demo.say(newcomer, "Химия, 8–9 классы")
    for place in (0, 2):
        demo.press(newcomer, demo.labels(newcomer)[place])
    return newcomer


def privacy(demo: Demo) -> int:
    newcomer = demo.by_role["newcomer"]
    demo.say(newcomer, "/privacy")
    return newcomer


def everyone(demo: Demo) -> int:
    curator = demo.by_role["curator"]
    demo.say(curator, "/menu")
    demo.press(curator, "Люди", "На полпути")
    return curator


def card(demo: Demo) -> int:
    curator = everyone(demo)
    demo.press(curator, next(label for label in demo.labels(curator) if "анкет" in label))
    return curator


def register(demo: Demo) -> int:
    curator = demo.by_role["curator"]
    demo.say(curator, "/menu")
    demo.press(curator, "Базы", "База наставников")
    return curator


def people(demo: Demo) -> int:
    curator = demo.by_role["curator"]
    demo.say(curator, "/menu")
    demo.press(curator, "Люди")
    return curator


SHOTS: tuple[Shot, ...] = (
    ("curator-setup.png", PHONE, setup),
    ("curator-invitation.png", PHONE, invitation),
    ("consent.png", PHONE, consent),
    ("question.png", PHONE, question),
    ("privacy.png", PHONE, privacy),
    ("curator-people.png", PHONE, everyone),
    ("curator-card.png", PHONE, card),
    ("curator-register.png", PHONE, register),
    ("curator-menu.png", PHONE, curator_menu),
    ("page.png", WIDE, people),
)


def take(browser: Browser, demo: Demo, folder: Path, shot: Shot) -> None:
    name, (width, height), play = shot
    person = play(demo)
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(f"{demo.base}/#/{person}")
    _settle(page)
    page.screenshot(path=folder / name)
    page.close()
    size = (folder / name).stat().st_size
    assert size < LIMIT, f"{name}: {size} bytes"
    sys.stdout.write(f"{name}: {size} bytes\n")


def _settle(page: Page) -> None:
    """Until the newest message and its pictures are drawn."""
    page.wait_for_selector(".message")
    page.wait_for_function("[...document.images].every(i => i.complete)")
    page.wait_for_timeout(400)


def main(address: str = "http://127.0.0.1:8081/", folder: str = str(Path(__file__).parent)) -> None:
    demo = Demo(address.rstrip("/"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--headless", "--no-sandbox", "--disable-gpu"]
        )
        for shot in SHOTS:
            take(browser, demo, Path(folder), shot)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])

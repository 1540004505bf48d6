"""The static site: valid, accessible, without scripts and outside resources, and without anybody who has not agreed."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import urlsplit

import pytest

from mentoring.cases.rules import without_name
from mentoring.questionnaires.catalogue import shipped
from mentoring.roadmap.rules import State, build
from mentoring.roadmap.steps import steps
from mentoring.site.generate import PAGES, site_zip
from mentoring.site.pages import SiteFile, case_page, winner
from mentoring.site.schedule import schedule_rows
from tests.sandbox.page_tools import launched
from tests.site.ground import CONSENTS, NAMES, case, consent, empty, files_of, site

VOID = {"meta", "link", "img", "br", "hr", "input"}
SNAPSHOT = Path(__file__).parent / "case.snapshot.html"


class Read(HTMLParser):
    """A page as strictly as a validator for what these templates use: nesting, ids, attributes, headings."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"an attribute twice in {tag}"
        if tag in {"p", "h1", "h2", "ul", "table", "figure", "dl", "article"}:
            assert not {"p", "h1", "h2"} & set(self.open), f"{tag} within {self.open}"
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, tag
        assert self.open.pop() == tag, "tags are closed in order"

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def read(page: bytes) -> Read:
    found = Read()
    found.feed(page.decode())
    found.close()
    assert found.open == []
    return found


@pytest.fixture(scope="module")
def full() -> dict[str, bytes]:
    return files_of(site_zip([site("ru"), site("en")]))


def pages(files: dict[str, bytes]) -> dict[str, Read]:
    return {name: read(content) for name, content in files.items() if name.endswith(".html")}


def test_every_page_is_there_in_both_languages(full: dict[str, bytes]) -> None:
    own = {f"{page}.html" for page in PAGES} | {"case-1.html", "case-2.html"}
    assert own | {f"en/{name}" for name in own} == set(pages(full))
    assert {"style.css", "picture-1.png", "document-1.pdf", "en/picture-1.png"} <= set(full)


def test_pages_are_well_formed_and_readable_aloud(full: dict[str, bytes]) -> None:
    for name, page in pages(full).items():
        tags = dict(page.seen)
        assert full[name].startswith(b"<!DOCTYPE html>\n")
        assert tags["html"] == {"lang": "en" if name.startswith("en/") else "ru"}
        headings = [tag for tag, _ in page.seen if re.fullmatch("h[1-6]", tag)]
        assert headings[0] == "h1"
        assert headings.count("h1") == 1
        assert set(headings) <= {"h1", "h2"}, "no level is left out"
        landmarks = [tag for tag, _ in page.seen if tag in ("header", "nav", "main", "footer")]
        assert landmarks == ["header", "nav", "main", "footer"]
        links = [attributes for tag, attributes in page.seen if tag == "a"]
        assert links[0] == {"class": "skip", "href": "#main"}, "the first thing a keyboard meets"
        assert tags["main"]["id"] == "main"
        assert sum("aria-current" in link for link in links) == 1
        assert all(a["alt"] and a["width"] and a["height"] for tag, a in page.seen if tag == "img")
        assert all(a.get("scope") in ("col", "row") for tag, a in page.seen if tag == "th")
        assert [tag for tag, _ in page.seen].count("table") == [tag for tag, _ in page.seen].count("caption")


def test_no_script_no_outside_resource_and_every_link_leads_somewhere(full: dict[str, bytes]) -> None:
    for name, page in pages(full).items():
        assert not {tag for tag, _ in page.seen} & {"script", "iframe", "object", "embed", "form", "style", "base"}
        for tag, attributes in page.seen:
            assert not any(attribute.startswith("on") or attribute == "style" for attribute in attributes)
            target = attributes.get("href") or attributes.get("src")
            if not target or target == "#main":
                continue
            if urlsplit(target).scheme:
                assert tag == "a", "only a link, never a resource"
                assert urlsplit(target).scheme in ("https", "http")
                continue
            assert normpath(join(dirname(name), target)) in full, target
    assert not re.search(rb"url\(|@import", full["style.css"])


def contrast(one: str, other: str) -> float:
    light = sorted(map(luminance, (one, other)))
    return (light[1] + 0.05) / (light[0] + 0.05)


def luminance(colour: str) -> float:
    full_form = colour if len(colour) == 6 else "".join(c * 2 for c in colour)
    parts = [int(full_form[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_colours_are_told_apart(full: dict[str, bytes]) -> None:
    colours = dict(re.findall(r"--(\w+): #(\w+);", full["style.css"].decode()))
    assert all(contrast(colours[name], colours["paper"]) >= 7 for name in ("ink", "soft", "link"))
    assert contrast(colours["ink"], colours["band"]) >= 7
    assert contrast("fff", colours["link"]) >= 7


def test_what_people_wrote_stands_as_written(full: dict[str, bytes]) -> None:
    text = "".join(read(full["case-1.html"]).text)
    assert "Как мы научились <em>заканчивать</em> урок вовремя" in text
    assert "Петрова <b>Мария</b> & Ивановна" in text
    links = [a["href"] for tag, a in read(full["case-1.html"]).seen if tag == "a"]
    assert "https://school6.example/konspekt?a=1&b=2" in links


def test_the_case_page_stays_as_it_is(full: dict[str, bytes]) -> None:
    """A snapshot: whoever changes the templates looks at the difference and writes it anew."""
    assert full["case-1.html"].decode() == SNAPSHOT.read_text(encoding="utf-8")


def test_a_document_that_a_browser_would_run_is_only_saved(full: dict[str, bytes]) -> None:
    assert "document-2.bin" in full
    for ending in ("html", "../../x", "", "PHP"):
        made = files_of(site_zip([replace(empty(), documents=[SiteFile("Д", ending, b"1")])]))
        assert "document-1.bin" in made


def test_an_empty_site_says_what_will_come() -> None:
    made = files_of(site_zip([empty()]))
    words = {name: "".join(page.text) for name, page in pages(made).items()}
    for name, said in {
        "cases": "в конце учебного года",
        "documents": "обратиться в школу",
        "schedule": "появится",
        "results": "в мае",
    }.items():
        assert said in words[f"{name}.html"]


def test_equal_sites_are_equal_bytes() -> None:
    assert site_zip([site("ru")]) == site_zip([site("ru")])


def test_a_case_is_on_the_site_only_while_all_agree() -> None:
    form = shipped()["case_description"]
    assert case_page(case(), 1, form, CONSENTS, NAMES, "ru") is not None
    assert case_page(case(), 1, form, {1: [consent()]}, NAMES, "ru") is None
    assert case_page(case(), 1, form, CONSENTS | {2: [consent(withdrawn=True)]}, NAMES, "ru") is None
    nameless = without_name(case(), 2)
    assert case_page(nameless, 1, form, CONSENTS, NAMES, "ru") is None, "another text: both are asked again"


def test_winners_are_named_only_with_consent_and_yes() -> None:
    assert winner("Лучшая пара", [1, 2], CONSENTS, [1, 2], NAMES).names == (NAMES[1], NAMES[2])
    assert winner("Лучшая пара", [1, 2], CONSENTS, [1], NAMES).names == ()
    assert winner("Лучшая пара", [1, 2], {1: [consent()]}, [1, 2], NAMES).names == ()


def test_no_hidden_figure_and_nobody_unnamed_is_anywhere(full: dict[str, bytes]) -> None:
    text = b"".join(full.values()).decode("utf-8", "replace")
    assert NAMES[3] not in text, "the pair's other half has not agreed"
    assert "Смирнова" not in text, "nor is the report's curator named"


def test_the_timetable_is_the_schools_own() -> None:
    plan = list(build(2026, steps("ru"), date(2026, 8, 1)))
    rows = schedule_rows(plan, "ru")
    assert len(rows) == len(plan) == 29
    assert {"весь год", "ноябрь – апрель", "дата уточняется"} <= {row.when for row in rows}
    dropped = [replace(plan[0], state=State.DROPPED), replace(plan[1], own_title="Наш шаг"), *plan[2:]]
    assert [row.title for row in schedule_rows(dropped, "ru")][:1] == ["Наш шаг"]


@pytest.mark.browser
async def test_it_reads_on_a_phone(full: dict[str, bytes], tmp_path: Path) -> None:
    """Nothing runs over the edge at 390 pixels and no page asks for anything that is not there."""
    for name, content in full.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    async with launched() as browser:
        page = await browser.new_page(viewport={"width": 390, "height": 780})
        failed: list[str] = []
        page.on("requestfailed", lambda request: failed.append(request.url))
        for name in ("index", "results", "schedule", "en/case-1"):
            await page.goto((tmp_path / f"{name}.html").as_uri())
            assert await page.evaluate("document.documentElement.scrollWidth") <= 390, name
            await page.keyboard.press("Tab")
            assert await page.evaluate("document.activeElement.className") == "skip"
    assert failed == []

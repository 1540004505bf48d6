"""The static site as a zip: plain pages that need no script, no other site, and any server that hands out files.

Links are relative, so it works from any folder and from a disk. Everything people wrote is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from typing import Any

from babel.dates import format_date
from jinja2 import Environment, PackageLoader, StrictUndefined

from mentoring.documents.evidence import Paper, zipped
from mentoring.site.pages import Picture, Site, SiteFile
from mentoring.site.words import site_words

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_ENDING = re.compile(r"[a-z0-9]{1,5}")
RISKY = frozenset({"html", "htm", "xhtml", "svg", "js", "xml", "php"})
"""Endings that a browser would run: such a file is handed out as one to be saved."""
PAGES = ("index", "cases", "documents", "schedule", "results")


@lru_cache(maxsize=1)
def _templates() -> Environment:
    made = Environment(
        loader=PackageLoader("mentoring.site"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    made.filters["lines"] = lambda text: [line.strip() for line in text.splitlines() if line.strip()]
    return made


def site_zip(sites: Sequence[Site]) -> bytes:
    """The first language at the root, others in folders of their names. Equal sites give equal bytes."""
    papers = [Paper("style.css", _style())]
    for place, site in enumerate(sites):
        papers += _papers(site, sites, place)
    return zipped(papers)


def _style() -> bytes:
    return files("mentoring.site").joinpath("templates/style.css").read_bytes()


def _papers(site: Site, sites: Sequence[Site], place: int) -> Iterator[Paper]:
    folder = f"{site.language}/" if place else ""
    common = _common(site, sites, place)
    for page in PAGES:
        yield _page(f"{folder}{page}.html", f"{page}.html", page, common)
    for case in site.cases:
        yield _page(
            f"{folder}{case.file}", "case.html", "cases", common | {"case": case, "other_page": "cases.html"}
        )
    for number, document in enumerate(site.documents, 1):
        yield Paper(f"{folder}{file_name(document, number)}", document.content)
    pictures: Sequence[Picture] = site.results.pictures if site.results else ()
    for number, picture in enumerate(pictures, 1):
        yield Paper(f"{folder}{picture_name(number)}", picture.content)


def _page(path: str, template: str, current: str, told: Mapping[str, Any]) -> Paper:
    shown = {"other_page": f"{current}.html", **told, "current": current}
    text = _templates().get_template(f"{template}.j2").render(shown)
    return Paper(path, _UNPRINTABLE.sub("", text).encode())


def _common(site: Site, sites: Sequence[Site], place: int) -> dict[str, Any]:
    words = site_words(site.language)
    up = "../" if place else ""
    others = [
        (other.language, up if number == 0 else f"{up}{other.language}/", words[f"language_{other.language}"])
        for number, other in enumerate(sites)
        if number != place
    ]
    return {
        "site": replace(site, home=site.home if site.home.startswith(("https://", "http://")) else ""),
        "w": words, "up": up, "others": others, "pages": PAGES,
        "day": format_date(site.on, "d MMMM y", locale=site.language),
        "file_name": file_name, "picture_name": picture_name, "size": lambda one: _size(one, words),
    }  # fmt: skip


def file_name(document: SiteFile, number: int) -> str:
    """Plain letters whatever the document is called: no server stumbles over it."""
    ending = document.ending.lower()
    safe = ending if _ENDING.fullmatch(ending) and ending not in RISKY else "bin"
    return f"document-{number}.{safe}"


def picture_name(number: int) -> str:
    return f"picture-{number}.png"


def _size(document: SiteFile, words: Mapping[str, str]) -> str:
    return words["size"].format(
        kind=document.ending.upper(), kilobytes=max(1, round(len(document.content) / 1024))
    )

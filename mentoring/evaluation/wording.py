"""The indicators' figures as sentences that agree with their numbers; shared by chat and papers."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from mentoring.evaluation.rules_facts import CONFLICTS, SHARES, TOTALS
from mentoring.evaluation.rules_indicators import Figure, Finding, Kind
from mentoring.evaluation.rules_swot import Point
from mentoring.results.rules_results import Why
from mentoring.results.wording import SCALES, Words, number, scale_label, why_not

WHO = {
    "mentee": "mentee",
    "mentee_after": "mentee",
    "mutual_mentee": "mentee",
    "mentor": "mentor",
    "mentor_after": "mentor",
    "mutual_mentor": "mentor",
    "curators_card": "pairs",
}
"""Who stands behind a figure, by its form or series; everybody else answered all together."""


def figure_label(figure: Figure, words: Words, language: str) -> str:
    """The question as it was asked, the scale's name, or what was counted."""
    source = figure.source
    if source.kind in (Kind.FACT, Kind.ENTERED):
        return words(f"fact-{source.item}")
    asked = " ".join(figure.label.within(language).split())
    return asked or (scale_label(source.item, words) if source.item in SCALES else source.item.replace("_", " "))


def who(figure: Figure, words: Words) -> str:
    """Whose answers: "наставляемые"; empty for what nobody answered."""
    if figure.source.kind in (Kind.FACT, Kind.ENTERED):
        return ""
    return words(f"evaluation-who-{WHO.get(figure.source.of, 'all')}")


def figure_sentence(figure: Figure, words: Words, language: str) -> str:
    """One sentence, or two where last year's number stands beside: number, direction, how many stand behind it."""
    name = _named(figure, words, language)
    if figure.value is None:
        return words("evaluation-hidden", lead=name, why=why_hidden(figure, words))
    return " ".join([_told(figure, name, words, language), *_last(figure, words, language)])


def why_hidden(figure: Figure, words: Words) -> str:
    """Why there is no number, empty where there is one; nobody has answered what was counted."""
    if figure.missing:
        return words("evaluation-missing")
    counted = figure.source.kind in (Kind.FACT, Kind.ENTERED)
    return words("evaluation-few") if counted and figure.why is Why.FEW else why_not(figure.why, words)


def _named(figure: Figure, words: Words, language: str) -> str:
    """A question stands in quotes, so that its own mark ends nothing."""
    label = figure_label(figure, words, language)
    return words("evaluation-asked", label=label) if figure.label else label


def _told(figure: Figure, name: str, words: Words, language: str) -> str:
    if figure.before is not None:
        return _change(figure, name, words, language)
    value = shown(figure, figure.value, language)
    if figure.whole is not None and figure.value is not None:
        share = per_cent(figure.value, figure.whole)
        key = "evaluation-yes" if figure.source.kind is Kind.YES else "evaluation-of"
        return words(key, lead=name, value=value, whole=figure.whole, share=share)
    if figure.source.kind in (Kind.FACT, Kind.ENTERED):
        return words("evaluation-number", lead=name, value=value)
    return words("evaluation-mean", lead=name, value=value, most=most(figure, language), count=figure.n or 0)


def _change(figure: Figure, name: str, words: Words, language: str) -> str:
    key = "evaluation-change" if figure.source.kind is Kind.CHANGE else "evaluation-grown"
    key = "evaluation-halves" if figure.source.item in CONFLICTS | TOTALS else key
    verdict = "same" if figure.good is None else "better" if figure.good else "worse"
    told = {"before": shown(figure, figure.before, language), "after": shown(figure, figure.value, language)}
    if figure.source.kind is Kind.CHANGE:
        told |= {"most": most(figure, language), "count": figure.n or 0}  # type: ignore[dict-item]
    return words(key, lead=name, trend=str(figure.trend), verdict=verdict, **told)


def _last(figure: Figure, words: Words, language: str) -> Iterator[str]:
    if figure.last is None:
        return
    value = shown(figure, figure.last, language)
    if figure.last_whole is not None:
        value = words("evaluation-out-of", value=value, whole=figure.last_whole)
    yield words("evaluation-last", value=value, trend=str(figure.since_last))


def shown(figure: Figure, value: Decimal | None, language: str) -> str:
    """Counts whole, means and per cents with one place."""
    if value is None:
        return ""
    told = number(value, language, "0.0" if _has_places(figure) else "0")
    return f"{told} %" if figure.source.item in SHARES else told


def _has_places(figure: Figure) -> bool:
    return figure.source.kind in (Kind.CHANGE, Kind.MEAN, Kind.CARD) or figure.source.item in SHARES


def most(figure: Figure, language: str) -> str:
    """The upper end of the scale."""
    return "" if figure.high is None else number(figure.high, language, "0.#")


def per_cent(value: Decimal, whole: int) -> int:
    """Whole per cent, half away from zero; of nothing it is nothing."""
    return int(200 * value + whole) // (2 * whole) if whole else 0


def finding_lines(finding: Finding, words: Words, language: str) -> list[str]:
    """The indicator's name, a sentence for each figure that may be told, and how many are left out."""
    sentences = [whole_sentence(figure, words, language) for figure in finding.shown]
    left = len(finding.figures) - len(sentences)
    if left:
        sentences.append(words("evaluation-left", count=left) if sentences else words("evaluation-none"))
    return [finding.indicator.name.within(language), *sentences]


def whole_sentence(figure: Figure, words: Words, language: str) -> str:
    """The sentence with whose answers it tells of."""
    behind, sentence = who(figure, words), figure_sentence(figure, words, language)
    return words("evaluation-of-whom", who=behind, sentence=sentence) if behind else sentence


def point_line(point: Point, words: Words, language: str) -> str:
    """A point of the SWOT draft: what it is about, and the figure it rests on."""
    name = point.finding.indicator.name.within(language)
    return words("evaluation-point", name=name, sentence=whole_sentence(point.figure, words, language))

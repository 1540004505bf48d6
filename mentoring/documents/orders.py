"""The orders (приказы) of the mentoring year as Word files, ready for the director to check, number and sign.

Each says ПРОЕКТ on every page and leaves its number and date to be filled in by hand: the bot prepares an order,
a person gives it. A school that wants other words sends a template of its own, see `own_template`.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from mentoring.documents import order_facts as facts
from mentoring.documents.order_context import context, vocabulary
from mentoring.documents.order_paper import fill
from mentoring.documents.order_samples import sample
from mentoring.documents.order_words import placeholder, words
from mentoring.documents.own_template import check, fill_apart
from mentoring.documents.own_template_syntax import TemplateFault, Vocabulary

ROWS = 200


def render(order: facts.Order, template: bytes | None = None) -> bytes:
    """The order as .docx, by the template that ships or by the school's own.

    A school's template is filled in a process of its own, under limits; that blocks for up to a minute, so call
    it from a thread. Raises ProgrammeError `template-unfit` where such a template cannot be filled: show the
    faults that `own_template.check_template` finds, and use the template that ships.
    """
    if template is None:
        return fill(shipped(order.kind), context(order), known(order.kind), words()["draft"])[0]
    return fill_apart(template, context(order), known(order.kind), words()["draft"])


def check_template(template: bytes, kind: facts.OrderKind) -> list[TemplateFault]:
    """What is wrong with a school's own template for this kind of order; empty for one that may be used.

    It is filled on the way with as many rows as a large school has, in a process of its own; that blocks for up
    to a minute, so call it from a thread.
    """
    texts = {
        name: value * ROWS if isinstance(value, list) else value for name, value in context(sample(kind)).items()
    }
    return check(template, texts, known(kind), placeholder(*_ABOUT[kind]))


_ABOUT = {
    facts.OrderKind.CURATOR: ("curator",),
    facts.OrderKind.REGISTER: ("mentors",),
    facts.OrderKind.TRAINING: ("lessons",),
    facts.OrderKind.PAIRS: ("pairs",),
    facts.OrderKind.REPLACEMENT: ("replacements",),
    facts.OrderKind.END: ("endings",),
    facts.OrderKind.ENCOURAGEMENT: ("awards",),
}
"""Without what an order of the kind would say nothing."""


@lru_cache(maxsize=len(facts.OrderKind))
def shipped(kind: facts.OrderKind) -> bytes:
    """The template that ships: what a school is given to make its own from."""
    return files("mentoring.documents").joinpath(f"templates/order_{kind.value}.docx").read_bytes()


@lru_cache(maxsize=len(facts.OrderKind))
def known(kind: facts.OrderKind) -> Vocabulary:
    """What a template of this kind may name."""
    return vocabulary(sample(kind))

"""A school's own templates of orders: kept, used, given up; an order is made apart from the database."""

from __future__ import annotations

import hashlib

import pytest

from mentoring.documents import order_apart
from mentoring.documents.order_apart import TemplateVerdict
from mentoring.documents.order_facts import OrderKind
from mentoring.documents.orders import shipped
from mentoring.documents.own_template_syntax import TemplateFault
from mentoring.errors import ProgrammeError
from mentoring.matching import service_orders, service_templates
from storage.tables import order_templates
from tests.documents import order_people
from tests.documents.own_templates import LOOP, paper, text
from tests.selection.ground import CURATOR, DIRECTOR, MENTEES, MENTORS, PSYCHOLOGIST, ready

PAIRS = OrderKind.PAIRS
FIT = TemplateVerdict(PAIRS)


async def test_a_template_is_kept_with_its_hash_its_day_and_its_sender(database_url: str) -> None:
    async with ready(database_url) as found:
        own = b"a file that was found fit"
        assert await found.use(CURATOR, service_templates.content, PAIRS) is None
        kept = await found.use(DIRECTOR, service_templates.receive, FIT, own)
        assert (kept.since, kept.by) == (found.now.date(), "Орлов Пётр Ильич")
        (row,) = await found.do(lambda unit: unit.connection.execute(order_templates.select()).all())
        assert row.sha256 == hashlib.sha256(own).hexdigest()
        again = await found.use(CURATOR, service_templates.receive, FIT, own + b"!")
        assert again.by == "Сергеева Анна Львовна"
        assert await found.use(CURATOR, service_templates.content, PAIRS) == own + b"!", "the latest is in force"
        assert [one.kind for one in await found.use(CURATOR, service_templates.listed) if one.since] == [PAIRS]
        where, curator = row.school_id, (await found.person(CURATOR)).id
        await found.do(lambda unit: unit.people.erase(where, curator))
        left = await found.use(DIRECTOR, service_templates.one, PAIRS)
        assert (left.since, left.by) == (found.now.date(), ""), "the template is the school's, the sender goes"
        assert (await found.use(DIRECTOR, service_templates.back, PAIRS)).since is None
        with pytest.raises(ProgrammeError, match="error-done-already"):
            await found.use(DIRECTOR, service_templates.back, PAIRS)


async def test_who_may_not_and_what_may_not(sqlite_url: str) -> None:
    async with ready(sqlite_url) as found:
        unfit = TemplateVerdict(PAIRS, (TemplateFault("template-macros"),))
        with pytest.raises(ProgrammeError, match="template-unfit"):
            await found.use(CURATOR, service_templates.receive, unfit, b"x")
        for tg_id in (MENTORS[0], MENTEES[0], PSYCHOLOGIST):
            for use, args in (
                (service_templates.listed, ()),
                (service_templates.content, (PAIRS,)),
                (service_templates.receive, (FIT, b"x")),
                (service_templates.back, (PAIRS,)),
                (service_orders.add_usual, ()),
            ):
                with pytest.raises(ProgrammeError, match="error-not-yours"):
                    await found.use(tg_id, use, *args)


async def test_usual_references_are_offered_and_never_printed_unasked(sqlite_url: str) -> None:
    async with ready(sqlite_url) as found:
        assert await found.use(CURATOR, service_orders.references) == ()
        usual = await found.use(CURATOR, service_orders.usual_references)
        assert any("273-ФЗ" in one for one in usual)
        await found.use(CURATOR, service_orders.set_references, f"Положение школы\n{usual[1]}")
        kept = await found.use(CURATOR, service_orders.add_usual)
        assert set(kept) == {*usual, "Положение школы"}
        assert len(kept) == len(usual) + 1
        assert await found.use(CURATOR, service_orders.usual_references) == ()


def test_an_order_is_made_from_what_was_packed() -> None:
    order = order_people.pairs()
    plain = text(order_apart.made(order_apart.packed(order)))
    assert "ПРИКАЗЫВАЮ:" in plain
    own = text(order_apart.made(order_apart.packed(order, paper("Наш бланк", *LOOP))))
    assert own[0] == "Наш бланк"
    assert len(own) > 1
    spoilt = text(order_apart.made(order_apart.packed(order, b"no template at all")))
    assert spoilt == plain, "the order is there whatever became of the template"


@pytest.mark.parametrize("kind", OrderKind)
def test_every_sample_may_be_sent_back(kind: OrderKind) -> None:
    assert order_apart.verdict(kind, shipped(kind)).accepted
    other = OrderKind.CURATOR if kind is not OrderKind.CURATOR else OrderKind.END
    assert not order_apart.verdict(kind, shipped(other)).accepted

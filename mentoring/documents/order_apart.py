"""Orders away from the database: the verdict on a school's own template, and an order made on its way out.

Both may take a processor for seconds. What an order is made from is packed inside the transaction that knows the
facts; the file is made where nobody waits for it, see `made`.
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass

from mentoring.documents.order_context import context
from mentoring.documents.order_facts import Order, OrderKind
from mentoring.documents.order_paper import fill
from mentoring.documents.order_words import words
from mentoring.documents.orders import check_template, known, shipped
from mentoring.documents.own_template import fill_apart
from mentoring.documents.own_template_file import SIZE
from mentoring.documents.own_template_syntax import TemplateFault
from mentoring.errors import ProgrammeError

FOCUS = "order_template"
"""What a person is asked for whose next file is a template; the focus' reference is the kind of order."""
RECIPE = "order"
"""What a file is that is made by `made` on its way out."""
LARGEST = SIZE


@dataclass(frozen=True, slots=True)
class TemplateVerdict:
    """What was found in a file sent as the template of a kind of order; no faults: it may be used."""

    kind: OrderKind
    faults: tuple[TemplateFault, ...] = ()

    @property
    def accepted(self) -> bool:
        return not self.faults


def too_big(kind: OrderKind) -> TemplateVerdict:
    """The verdict on a file whose size alone tells."""
    return TemplateVerdict(kind, (TemplateFault("file-too-big", {"megabytes": str(LARGEST // 1024**2)}),))


def verdict(kind: OrderKind, template: bytes) -> TemplateVerdict:
    """Blocks for up to a minute: call it in a thread. Never raises for what is in the file."""
    return TemplateVerdict(kind, tuple(check_template(template, kind)))


def packed(order: Order, template: bytes | None = None) -> bytes:
    """An order as what it is made from: its texts and the school's own template, if it has one."""
    own = base64.b64encode(template).decode() if template is not None else None
    said = {"kind": order.kind.value, "texts": context(order), "template": own}
    return json.dumps(said, ensure_ascii=False).encode()


def made(recipe: bytes) -> bytes:
    """The order as .docx. Blocks for up to a minute: call it in a thread.

    A template that was fit when it was sent and cannot be filled now gives way to the one that ships: the order is
    there in either case.
    """
    asked = json.loads(recipe)
    kind, texts, draft = OrderKind(asked["kind"]), asked["texts"], words()["draft"]
    if asked["template"] is not None:
        try:
            return fill_apart(base64.b64decode(asked["template"]), texts, known(kind), draft)
        except ProgrammeError:
            pass
    return fill(shipped(kind), texts, known(kind), draft)[0]

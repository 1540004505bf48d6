"""Templates as a school might send them, made by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from docx import Document

from mentoring.documents.order_facts import OrderKind
from mentoring.documents.orders import check_template
from mentoring.documents.own_template_syntax import TemplateFault

PAIRS = OrderKind.PAIRS
LOOP = ("{%p for пара in пары %}", "{{ пара.наставник_творительный }}: {{ пара.наставляемый }}", "{%p endfor %}")


def paper(*lines: str, change: Callable[..., None] | None = None) -> bytes:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    if change:
        change(document)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def with_parts(data: bytes, changed: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in changed:
                new.writestr(name, old.read(name))
        for name, content in changed.items():
            new.writestr(name, content)
    return made.getvalue()


def part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def faults(data: bytes, kind: OrderKind = PAIRS) -> list[TemplateFault]:
    return check_template(data, kind)


def keys(*lines: str) -> list[str]:
    return [fault.key for fault in faults(paper(*LOOP, *lines))]


def text(made: bytes) -> list[str]:
    return [line.text for line in Document(io.BytesIO(made)).paragraphs]

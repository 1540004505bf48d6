"""The page of an order before its words: letterhead, numbered points, tables, signature, who has read it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as Paper
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

TARGET = Path(__file__).resolve().parents[1] / "mentoring/documents/templates"
FONT = "Times New Roman"
WIDTH = 17.0  # centimetres between the margins
FIRST, SECOND = 0, 1
_NUMBERS = """<w:abstractNum {ns} w:abstractNumId="77"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="space"/><w:lvlText w:val="%1."/>
<w:pPr><w:ind w:left="0" w:firstLine="709"/></w:pPr></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="space"/><w:lvlText w:val="%1.%2."/>
<w:pPr><w:ind w:left="0" w:firstLine="709"/></w:pPr></w:lvl></w:abstractNum>"""
_NUMBER = '<w:num {ns} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'


class Sheet:
    """An A4 page of an order that is written from the top down."""

    def __init__(self, subject: str) -> None:
        self.paper: Paper = Document()
        _page(self.paper)
        _numbering(self.paper)
        self.paper.core_properties.title = subject
        self.paper.core_properties.author = ""
        self.paper.core_properties.comments = ""
        head = self.paper.sections[0].header.paragraphs[0]
        head.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        head.add_run("ПРОЕКТ").bold = True
        self._letterhead(subject)

    def line(self, text: str, *, bold: bool = False, before: int = 0, align: Any = None) -> Paragraph:
        line = self.paper.add_paragraph()
        line.add_run(text.replace(" –", "\u00a0–")).bold = bold
        line.paragraph_format.space_before = Pt(before)
        line.alignment = align
        return line

    def text(self, text: str, before: int = 0) -> Paragraph:
        """A paragraph of the running text, its first line set in."""
        line = self.line(text, before=before, align=WD_ALIGN_PARAGRAPH.JUSTIFY)
        line.paragraph_format.first_line_indent = Cm(1.25)
        return line

    def point(self, text: str, level: int = FIRST) -> None:
        """A numbered point: the numbers are Word's own, so that one that is left out leaves no gap."""
        line = self.line(text, before=4, align=WD_ALIGN_PARAGRAPH.JUSTIFY)
        properties = line._p.get_or_add_pPr()
        number = OxmlElement("w:numPr")
        for name, value in (("w:ilvl", level), ("w:numId", 77)):
            part = OxmlElement(name)
            part.set(qn("w:val"), str(value))
            number.append(part)
        properties.insert_element_before(number, "w:spacing", "w:ind", "w:jc")

    def tag(self, text: str) -> None:
        self.line(f"{{%p {text} %}}")

    def table(self, each: str, heads: Sequence[tuple[str, float, str]], empty: str, height: float = 0.0) -> None:
        """A row for each of a list; `heads` are title, width in centimetres and text of the columns.

        `height` is the least a row has, in centimetres.
        """
        table = self.paper.add_table(rows=0, cols=len(heads))
        table.style, table.alignment, table.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
        _row(table, [title for title, _, _ in heads], bold=True)
        _flag(table.rows[0], "w:tblHeader")
        _row(table, [f"{{%tr for строка in {each} %}}"])
        _row(table, [text for _, _, text in heads])
        table.rows[-1].height = Cm(height) if height else None
        _row(table, ["{%tr else %}"])
        _row(table, [empty])
        table.rows[-1].cells[0].merge(table.rows[-1].cells[-1])
        _row(table, ["{%tr endfor %}"])
        for row in table.rows:
            _flag(row, "w:cantSplit")
            for cell, (_, width, _) in zip(row.cells, heads, strict=True):
                cell.width = Cm(width)
        for column, (_, width, _) in zip(table.columns, heads, strict=True):
            column.width = Cm(width)

    def _letterhead(self, subject: str) -> None:
        centre = WD_ALIGN_PARAGRAPH.CENTER
        self.line("{{ школа }}", bold=True, align=centre)
        self.tag("if адрес")
        self.line("{{ адрес }}", align=centre)
        self.tag("endif")
        self.line("ПРИКАЗ", bold=True, before=18, align=centre)
        dated = self.line("«____» ______________ 20____ г.\t№ ____________", before=14)
        dated.paragraph_format.tab_stops.add_tab_stop(Cm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
        self.tag("if место")
        self.line("{{ место }}", before=6, align=centre)
        self.tag("endif")
        self.line(subject, bold=True, before=14, align=centre).paragraph_format.space_after = Pt(14)

    def decides(self, why: str) -> None:
        self.text(why)
        self.line("ПРИКАЗЫВАЮ:", bold=True, before=6).paragraph_format.keep_with_next = True

    def close(self, name: str) -> None:
        """What every order ends with: duties, control, its grounds, the signature, who has read it."""
        self.tag("for строка in поручения")
        self.point(
            "Поручить {{ строка.кто_скобки_дательный }} {{ строка.поручение }}"
            "{% if строка.срок_словами %} (срок – до {{ строка.срок_словами }}){% endif %}."
        )
        self.tag("endfor")
        self.tag("if контроль")
        self.point("Контроль за исполнением приказа возложить на {{ контроль_скобки_винительный }}.")
        self.tag("else")
        self.point("Контроль за исполнением приказа оставляю за собой.")
        self.tag("endif")
        self._grounds()
        self._signature()
        self._acquaintance()
        self.paper.save(str(TARGET / f"order_{name}.docx"))

    def _grounds(self) -> None:
        self.tag("if основания")
        self.text("Основание:", before=10).paragraph_format.keep_with_next = True
        self.tag("for строка in основания")
        self.text("{{ строка.текст }}.")
        self.tag("endfor")
        self.tag("endif")

    def _signature(self) -> None:
        line = self.line("{{ директор_должность }}\t____________________\t{{ директор_подпись }}", before=28)
        stops = line.paragraph_format.tab_stops
        stops.add_tab_stop(Cm(9.5), WD_TAB_ALIGNMENT.CENTER)
        stops.add_tab_stop(Cm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)

    def _acquaintance(self) -> None:
        self.tag("if ознакомлены")
        self.line("С приказом ознакомлены:", before=24).paragraph_format.keep_with_next = True
        heads = [
            ("№", 1.0, "{{ строка.номер }}"),
            ("Фамилия, имя, отчество", 7.5, "{{ строка.кто_имя }}"),
            ("Подпись", 4.5, ""),
            ("Дата", 4.0, ""),
        ]
        self.table("ознакомлены", heads, "", 0.8)
        self.tag("endif")


def _page(paper: Paper) -> None:
    page = paper.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin, page.right_margin = Cm(2.5), Cm(1.5)
    page.top_margin = page.bottom_margin = Cm(2)
    style: Any = paper.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(12)
    for script in ("w:cs", "w:eastAsia"):
        style.element.rPr.rFonts.set(qn(script), FONT)
    style.paragraph_format.space_after = Pt(0)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "ru-RU")
    style.element.rPr.append(language)


def _numbering(paper: Paper) -> None:
    root = paper.part.numbering_part.element
    space = nsdecls("w")
    root.insert(0, parse_xml(_NUMBERS.format(ns=space)))
    root.append(parse_xml(_NUMBER.format(ns=space)))


def _row(table: Table, texts: Sequence[str], *, bold: bool = False) -> None:
    cells = table.add_row().cells
    for cell, text in zip(cells, texts, strict=False):
        line = cell.paragraphs[0]
        run = line.add_run(text)
        run.bold, run.font.size = bold, Pt(11)
        if bold:
            line.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _flag(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))

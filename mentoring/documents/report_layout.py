"""An A4 page of a Word paper, written from the top down: headings, paragraphs, lists, tables, pictures."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.document import Document as Paper
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

FONT = "Times New Roman"
WIDTH, PICTURE = 16.5, 13.0  # centimetres: between the margins, of a picture
# What XML has no place for; a tab and a line feed it has.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    return _UNPRINTABLE.sub("", text)


class Page:
    """`language` is that of the words, for the reader's spelling and voice."""

    def __init__(self, title: str, language: str) -> None:
        self.paper: Paper = Document()
        page = self.paper.sections[0]
        page.page_width, page.page_height = Cm(21), Cm(29.7)
        page.left_margin, page.right_margin = Cm(2.5), Cm(2)
        page.top_margin = page.bottom_margin = Cm(2)
        properties = self.paper.core_properties
        properties.title, properties.author, properties.language, properties.comments = title, "", language, ""
        self._styles()

    def _styles(self) -> None:
        normal: Any = self.paper.styles["Normal"]
        normal.font.name, normal.font.size = FONT, Pt(12)
        normal.paragraph_format.space_after = Pt(4)
        for name, size in (("Title", 16), ("Heading 1", 14), ("Heading 2", 12)):
            style: Any = self.paper.styles[name]
            style.font.name, style.font.size, style.font.bold = FONT, Pt(size), True
            style.font.color.rgb = RGBColor(0, 0, 0)
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(qn(f"w:{theme}"), None)
            for border in style.element.xpath("./w:pPr/w:pBdr"):
                border.getparent().remove(border)
            style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(10), Pt(4)

    def title(self, text: str, *, new_page: bool = False) -> None:
        line = self.heading(text, 0)
        line.alignment, line.paragraph_format.page_break_before = WD_ALIGN_PARAGRAPH.CENTER, new_page

    def heading(self, text: str, depth: int = 1) -> Paragraph:
        line: Paragraph = self.paper.add_heading(clean(text), depth)
        return line

    def line(self, text: str, *, bold: bool = False, centre: bool = False, right: bool = False) -> Paragraph:
        line = self.paper.add_paragraph()
        line.add_run(clean(text)).bold = bold
        if centre or right:
            line.alignment = WD_ALIGN_PARAGRAPH.CENTER if centre else WD_ALIGN_PARAGRAPH.RIGHT
        return line

    def listed(self, texts: Sequence[str]) -> None:
        for text in texts:
            line = self.paper.add_paragraph(style="List Bullet")
            line.add_run(clean(text))
            line.paragraph_format.space_after = Pt(2)

    def table(self, head: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]) -> None:
        """`widths` in centimetres; the head stands on every page, no row is torn in two."""
        table = self.paper.add_table(rows=1, cols=len(head))
        table.style, table.alignment, table.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
        self._row(table.rows[0], head, widths, bold=True)
        _flag(table.rows[0], "w:tblHeader")
        for texts in rows:
            row: _Row = table.add_row()
            self._row(row, texts, widths)
            _flag(row, "w:cantSplit")
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)

    def _row(self, row: _Row, texts: Sequence[str], widths: Sequence[float], bold: bool = False) -> None:
        for cell, text, width in zip(row.cells, texts, widths, strict=True):
            cell.width = Cm(width)
            _write(cell, text, bold)

    def picture(self, png: bytes, caption: str) -> None:
        """In the middle; `caption` is read aloud instead of it and stands below."""
        line = self.paper.add_paragraph()
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        line.paragraph_format.keep_with_next = True
        shape = line.add_run().add_picture(io.BytesIO(png), width=Cm(PICTURE))
        shape._inline.docPr.set("descr", clean(caption))
        self.line(caption, centre=True).runs[0].italic = True

    def signature(self, post: str, name: str) -> None:
        line = self.paper.add_paragraph()
        line.paragraph_format.space_before = Pt(18)
        line.paragraph_format.tab_stops.add_tab_stop(Cm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
        line.add_run(clean(f"{post}\t_________________ {name}"))

    def made(self) -> bytes:
        target = io.BytesIO()
        self.paper.save(target)
        return target.getvalue()


def _write(cell: _Cell, text: str, bold: bool) -> None:
    line = cell.paragraphs[0]
    run = line.add_run(clean(text))
    run.bold, run.font.size = bold, Pt(10.5)
    line.paragraph_format.space_after = Pt(0)


def _flag(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))

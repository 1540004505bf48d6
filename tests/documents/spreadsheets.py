"""Small real files in the formats that people send, made byte by byte where no library here writes them."""

from __future__ import annotations

import io
import struct
import zipfile
from xml.sax.saxutils import escape

import xlsxwriter

ODS_MIME = "application/vnd.oasis.opendocument.spreadsheet"
_ODS_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def xlsx(cells: dict[tuple[int, int], object], *, merge: str = "", sheets: int = 1, hidden: int = 0) -> bytes:
    """Cells by (row, column) from 0 on the last sheet; `hidden` sheets with a secret stand before them."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "default_date_format": "dd.mm.yyyy"})
    for _ in range(hidden):
        page = book.add_worksheet()
        page.write_string(0, 0, "секрет")
        page.hide()
    pages = [book.add_worksheet() for _ in range(sheets)]
    pages[-1].activate()
    for (row, column), value in cells.items():
        pages[-1].write(row, column, value)
    if merge:
        pages[-1].merge_range(merge, "вместе")
    book.close()
    return target.getvalue()


def archive(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return target.getvalue()


def ods(rows: list[list[str]], attributes: str = "", manifest_extra: str = "") -> bytes:
    cells = [
        "".join(
            f'<table:table-cell office:value-type="string" {attributes}><text:p>{escape(cell)}</text:p>'
            "</table:table-cell>"
            for cell in row
        )
        for row in rows
    ]
    body = "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_ODS_NAMES} office:version="1.2">'
        f'<office:body><office:spreadsheet><table:table table:name="Лист1">{body}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">{manifest_extra}'
        "</manifest:file-entry></manifest:manifest>"
    )
    return archive(
        {
            "mimetype": ODS_MIME.encode(),
            "content.xml": content.encode(),
            "META-INF/manifest.xml": manifest.encode(),
        }
    )


def xls(cells: dict[tuple[int, int], str | float], *, password: bool = False) -> bytes:
    """A BIFF8 workbook of one sheet in a compound file, as Excel 97–2003 wrote them."""
    globals_before = _bof(0x0005) + (_record(0x2F, bytes(54)) if password else b"")
    sheet = _bof(0x0010) + b"".join(_cell(*place, value) for place, value in cells.items()) + _record(0x0A)
    name = b"\x06\x00" + b"Sheet1"
    bound_size = 4 + 4 + 2 + len(name)
    offset = len(globals_before) + bound_size + 4
    bound = _record(0x85, struct.pack("<IH", offset, 0) + name)
    return compound("Workbook", globals_before + bound + _record(0x0A) + sheet)


def _record(code: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", code, len(body)) + body


def _bof(kind: int) -> bytes:
    return _record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 0x07CC, 0x41, 0x06))


def _cell(row: int, column: int, value: str | float) -> bytes:
    if isinstance(value, str):
        units = value.encode("utf-16-le")
        return _record(0x0204, struct.pack("<HHHHB", row, column, 0, len(units) // 2, 1) + units)
    return _record(0x0203, struct.pack("<HHHd", row, column, 0, value))


def compound(stream: str, content: bytes) -> bytes:
    """A compound file with one stream, large enough to stay out of the small-stream area."""
    content = content.ljust(max(4096, -(-len(content) // 512) * 512), b"\0")
    sectors = len(content) // 512
    end, free, fat_mark = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
    fat = [fat_mark, end, *range(3, 2 + sectors), end]
    assert len(fat) <= 128
    fat += [free] * (128 - len(fat))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    header += bytes(6) + struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, end, 0, end, 0)
    header += struct.pack("<109I", 0, *[free] * 108)
    directory = _entry("Root Entry", 5, end, 0, child=1) + _entry(stream, 2, 2, len(content))
    return header + struct.pack("<128I", *fat) + directory.ljust(512, b"\0") + content


def _entry(name: str, kind: int, start: int, size: int, child: int = 0xFFFFFFFF) -> bytes:
    encoded = (name + "\0").encode("utf-16-le")
    head = encoded.ljust(64, b"\0") + struct.pack("<HBBIII", len(encoded), kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
    return head + bytes(36) + struct.pack("<IQ", start, size)

"""Whether a workbook is closed by a password: the reader itself only says that it knows no such format."""

from __future__ import annotations

import io
import struct
import zipfile

from mentoring.errors import ProgrammeError

_OLE_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_XLS_BEGINNING = b"\x09\x08\x10\x00\x00\x06\x05\x00"  # BOF of BIFF8's workbook part
_XLS_FILEPASS = 0x2F
_SECTOR = 512
_ODS_MANIFEST = "META-INF/manifest.xml"


def is_locked_ole(data: bytes) -> bool:
    """A protected .xlsx is packed into a compound file; a protected .xls says so in its first records."""
    return _OLE_PACKAGE in data or _is_locked_xls(data)


def _is_locked_xls(data: bytes) -> bool:
    place = data.find(_XLS_BEGINNING)
    end = min(place + _SECTOR, len(data)) - 4
    while 0 <= place <= end:
        code, size = struct.unpack_from("<HH", data, place)
        if code == _XLS_FILEPASS:
            return True
        place += 4 + size
    return False


def is_locked_archive(data: bytes, names: list[str]) -> bool:
    """For an archive whose members are known to be small. Raises ProgrammeError `file-broken`."""
    if _ODS_MANIFEST not in names:
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return b"encryption-data" in archive.read(_ODS_MANIFEST)
    except Exception as error:  # more kinds than the library documents
        raise ProgrammeError("file-broken") from error

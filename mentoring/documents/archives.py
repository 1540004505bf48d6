"""Whether a zip archive may be opened at all, found out without unpacking more than allowed.

A megabyte can unpack to gigabytes, and the size an archive declares for itself need not be true: members are
inflated here in small pieces, which are counted and thrown away.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from mentoring.errors import ProgrammeError

_MAGIC = b"PK\x03\x04"
_LOCAL_HEADER = struct.Struct("<4s22xHH")
_ENCRYPTED = 0x1
_PIECE = 1 << 16


@dataclass(frozen=True, slots=True)
class ArchiveLimits:
    """`unpacked` in bytes, all members together."""

    members: int = 1_000
    unpacked: int = 64 * 1024 * 1024


def is_zip(data: bytes) -> bool:
    return data.startswith(_MAGIC)


def check_archive(data: bytes, limits: ArchiveLimits) -> list[str]:
    """The members' names of an archive that is safe to unpack.

    Raises ProgrammeError with `file-broken`, `file-encrypted`, `file-nested` (an archive within the archive) or
    `file-unpacks-too-big` (`megabytes`: the limit).
    """
    members = _members(data)
    if len(members) > limits.members or sum(m.file_size for m in members) > limits.unpacked:
        raise _too_big(limits)
    left = limits.unpacked
    for member in members:
        left -= _real_size(data, member, left, limits)
    return [member.filename for member in members]


def _members(data: bytes) -> list[zipfile.ZipInfo]:
    # The library raises more kinds of errors over a damaged directory than it documents.
    try:
        return zipfile.ZipFile(io.BytesIO(data)).infolist()
    except Exception as error:
        raise ProgrammeError("file-broken") from error


def _too_big(limits: ArchiveLimits) -> ProgrammeError:
    return ProgrammeError("file-unpacks-too-big", megabytes=limits.unpacked // (1024 * 1024))


def _real_size(data: bytes, member: zipfile.ZipInfo, left: int, limits: ArchiveLimits) -> int:
    if member.flag_bits & _ENCRYPTED:
        raise ProgrammeError("file-encrypted")
    size, beginning = 0, b""
    for piece in _pieces(_packed(data, member), member.compress_type):
        beginning = (beginning + piece)[: len(_MAGIC)] if size < len(_MAGIC) else beginning
        size += len(piece)
        if size > left:
            raise _too_big(limits)
    if beginning == _MAGIC:
        raise ProgrammeError("file-nested")
    if size != member.file_size:
        raise ProgrammeError("file-broken")
    return size


def _packed(data: bytes, member: zipfile.ZipInfo) -> memoryview:
    header = data[member.header_offset : member.header_offset + 30]
    if len(header) < 30:
        raise ProgrammeError("file-broken")
    magic, name_size, extra_size = _LOCAL_HEADER.unpack(header)
    start = member.header_offset + 30 + name_size + extra_size
    packed = memoryview(data)[start : start + member.compress_size]
    if magic != _MAGIC or len(packed) != member.compress_size:
        raise ProgrammeError("file-broken")
    return packed


def _pieces(packed: memoryview, method: int) -> Iterator[bytes]:
    """The unpacked content. Spreadsheet programmes write only stored and deflated members."""
    if method == zipfile.ZIP_STORED:
        return iter((bytes(packed),))
    if method == zipfile.ZIP_DEFLATED:
        return _inflated(packed)
    raise ProgrammeError("file-broken")


def _inflated(packed: memoryview) -> Iterator[bytes]:
    engine = zlib.decompressobj(-zlib.MAX_WBITS)
    waiting: bytes | memoryview = packed
    while not engine.eof:
        try:
            piece = engine.decompress(waiting, _PIECE)
        except zlib.error as error:
            raise ProgrammeError("file-broken") from error
        waiting = engine.unconsumed_tail
        if not piece and not waiting:
            return
        yield piece

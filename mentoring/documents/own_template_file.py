"""Whether a file is a Word document that is safe to open: no macros, nothing embedded, nothing from outside."""

from __future__ import annotations

import io
import re
import zipfile

from mentoring.documents.archives import ArchiveLimits, check_archive, is_zip
from mentoring.documents.own_template_syntax import TemplateFault, shown
from mentoring.errors import ProgrammeError

SIZE = 2 * 1024 * 1024
_LIMITS = ArchiveLimits(members=300, unpacked=16 * 1024 * 1024)
_TEXT = 4 * 1024 * 1024  # bytes of one part that is read as XML
_MEGABYTE = 1024 * 1024
_MAIN = "word/document.xml"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
# Parts that run, or that hold files of another kind: a template needs neither.
_RUNS = re.compile(r"vba|macros?/|activex|customui|userform", re.IGNORECASE)
_EMBEDDED = re.compile(
    r"word/embeddings/|afchunk|\.(?:exe|dll|js|vbs|bat|cmd|scr|lnk|html?|mht|rtf|docx?)$", re.IGNORECASE
)
_MACRO_KIND = re.compile(rb"macroEnabled|vnd\.ms-office\.vba", re.IGNORECASE)
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
# Links that a reader clicks on are its own affair; all else that is fetched from outside is fetched unasked.
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>", re.IGNORECASE)
_EXTERNAL = re.compile(rb"TargetMode\s*=\s*[\"']External", re.IGNORECASE)
_LINK = re.compile(rb"Type\s*=\s*[\"'][^\"']*/hyperlink[\"']", re.IGNORECASE)
_FETCHING = re.compile(r"\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|MACROBUTTON|DATABASE)\b")
_INSTRUCTION = re.compile(rb"<w:instrText[^>]*>([^<]*)<|<w:fldSimple[^>]*w:instr\s*=\s*\"([^\"]*)\"")


def file_faults(data: bytes) -> list[TemplateFault]:
    """What forbids opening the file; each kind of fault once."""
    if not data:
        return [TemplateFault("file-empty")]
    if len(data) > SIZE:
        return [TemplateFault("file-too-big", {"megabytes": str(SIZE // _MEGABYTE)})]
    if not is_zip(data):
        return [TemplateFault(_other_kind(data))]
    try:
        names = check_archive(data, _LIMITS)
        return _faults_inside(data, names)
    except ProgrammeError as refusal:
        return [TemplateFault(refusal.key, {name: str(value) for name, value in refusal.params.items()})]


def _other_kind(data: bytes) -> str:
    if not data.startswith(_OLE):
        return "template-not-word"
    return "file-encrypted" if _LOCKED in data else "template-old-word"


def _faults_inside(data: bytes, names: list[str]) -> list[TemplateFault]:
    if _MAIN not in names or "[Content_Types].xml" not in names:
        return [TemplateFault("template-not-word")]
    if len(set(names)) != len(names):
        return [TemplateFault("file-broken")]
    if any(_RUNS.search(name) for name in names):
        return [TemplateFault("template-macros")]
    embedded = next((name for name in names if _EMBEDDED.search(name)), None)
    if embedded:
        return [TemplateFault("template-outside", {"what": shown(embedded)})]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return _faults_of_parts({name: archive.read(name) for name in names if name.endswith((".xml", ".rels"))})


def _faults_of_parts(parts: dict[str, bytes]) -> list[TemplateFault]:
    if any(len(content) > _TEXT for content in parts.values()):
        return [TemplateFault("template-too-heavy")]
    if _MACRO_KIND.search(parts["[Content_Types].xml"]):
        return [TemplateFault("template-macros")]
    if any(_DECLARES.search(content) or b"\x00" in content for content in parts.values()):
        return [TemplateFault("file-broken")]
    outside = next((what for content in parts.values() for what in _outside(content)), None)
    return [TemplateFault("template-outside", {"what": shown(outside)})] if outside else []


def _outside(content: bytes) -> list[str]:
    """Relations that fetch something, and fields that do."""
    relations = [one for one in _RELATION.findall(content) if _EXTERNAL.search(one) and not _LINK.search(one)]
    said = ["".join(part.decode("utf-8", "replace") for part in pair) for pair in _INSTRUCTION.findall(content)]
    fetching = _FETCHING.search("".join(said).upper())
    return ["TargetMode=External" for _ in relations] + ([fetching[0]] if fetching else [])

"""Text from bytes: its encoding, and what is no text though its bytes are."""

from __future__ import annotations

import re
import unicodedata

from clausetrack.errors import UnreadableInput, finding
from clausetrack.ingest.characters import NOT_XML
from clausetrack.model import Finding, Source

#: More than any agreement holds: an agreement of a thousand pages is about four megabytes.
MAX_BYTES = 32_000_000
#: How formats begin whose files are text, and whose text is mostly not what a reader sees.
_OTHER = {
    rb"\s*\{\\rtf": "rich text (RTF)",
    rb"%!PS": "PostScript",
    rb"(?:\xef\xbb\xbf)?(?:[A-Z][\w-]*: [^\n]*\r?\n(?:[ \t][^\n]*\n)*){0,30}?MIME-Version: 1":
        "a message or a web archive (MIME)",
    rb"\s*(?:%[^\n]*\n\s*)*\\documentclass\b": "LaTeX",
}  # fmt: skip
#: What is called so is thought to be text.
_IS_TEXT = re.compile(r"(?:\A|\.(?:txt|text|md|markdown|html?|xml)|(?:\A|/)[^./]*)\Z", re.I)
_NOTHING = (
    "{} is no text, and no Word file or PDF whatever its name says: it is damaged, or something"
    " else; give another copy"
)
_ASCII = frozenset(range(0x80))
#: Of Windows-1252: the quotation marks and dashes, and with them the other signs.
_QUOTES = frozenset((0x91, 0x92, 0x93, 0x94, 0x96, 0x97))
_WINDOWS = _QUOTES | frozenset((0x80, 0x85, 0x95, 0x99, 0xA0, 0xA3, 0xA7, 0xA9, 0xB0, 0xBD))


def decode(data: bytes, name: str) -> tuple[str, list[Finding]]:
    """The text of `data`, in NFC, with its form feeds, and what is to be said of its encoding.

    Raises UnreadableInput where it is no text, or that of another format.
    """
    where = name or "the input"
    if not data.strip():
        raise UnreadableInput(f"{where} is empty; give a document with text in it")
    for begins, what in _OTHER.items():
        if re.match(begins, data):
            raise UnreadableInput(f"{where} is {what}; save it as .docx or .pdf")
    if len(data) > MAX_BYTES:
        raise UnreadableInput(f"{where} holds more text than an agreement can; give the agreement")
    encoding, findings = _encoding(data), []
    if encoding == "windows-1252":
        message = "read as Windows-1252: its quotation marks and dashes are those of that encoding"
        findings = [finding("encoding-inferred", message, source=Source(name))]
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if not _IS_TEXT.search(name):
            raise UnreadableInput(_NOTHING.format(where)) from None
        raise UnreadableInput(
            f"{where} is not UTF-8 text (byte {error.start} cannot be read); "
            "save it as UTF-8, or give the Word or PDF file itself"
        ) from None
    if text.count("\x00") or len(NOT_XML.findall(text)) > max(16, len(text) // 100):
        raise UnreadableInput(_NOTHING.format(where))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text), findings


def _encoding(data: bytes) -> str:
    """UTF-16 by its mark or by the empty halves of its letters; Windows-1252 where every byte
    that is not ASCII is a mark of punctuation there, and a control or a letter in other encodings;
    else UTF-8."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    head = data[:200]
    for first, encoding in ((0, "utf-16-be"), (1, "utf-16-le")):
        if len(head) > 9 and 3 * head[first::2].count(0) > len(head):
            return encoding
    odd = set(data) - _ASCII
    return "windows-1252" if odd & _QUOTES and odd <= _WINDOWS else "utf-8-sig"

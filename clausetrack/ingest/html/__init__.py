"""Web pages -> lines: saved pages of sites, and what word processors export as HTML.

The main content is read; navigation, banners, forms and the like are left out, with the reason.
Labels that a browser computes stand in `Line.label`; `ins` and `del` are read as tracked changes.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import Any, Literal, cast

from lxml import etree

from clausetrack.errors import UnreadableInput, finding
from clausetrack.ingest.characters import NOT_XML
from clausetrack.ingest.html import content, nested, shown
from clausetrack.ingest.html.labels import Counters
from clausetrack.ingest.html.lines import DROPPED, INVISIBLE, Context, Writer
from clausetrack.ingest.html.styles import Element, sheets
from clausetrack.model import Finding, LeftOut, Reading, Source

MAX_FILE = 32_000_000
MAX_ELEMENTS = 100_000
MAX_ATTRIBUTES = 500  # of one element: the parser's time grows with their square
MAX_ALL_ATTRIBUTES = 1_000_000

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,400}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w:.-]+)", re.I
)
#: The encodings that a page may declare; Latin-1 and ASCII mean Windows-1252, as in browsers.
_ENCODINGS = re.compile(
    r"utf-?8|windows-125\d|cp125\d|iso-?8859-\d{1,2}|macintosh|koi8-[ru]|big5"
    r"|gbk|gb18030|shift_jis|euc-(?:jp|kr)"
)
_LATIN = {"iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii"}
#: How LibreOffice marks the ends of fields and content controls, in a page that it writes too.
#: "&#1;", "&#x1;"
_BY_NUMBER = re.compile(
    r"&#(?:[xX]0*(?P<hex>[0-9a-fA-F]{1,7})(?![0-9a-fA-F])|0*(?P<decimal>[0-9]{1,7})(?![0-9]));?"
)
_FIELD_ENDS = re.compile("[\x01-\x08]")
_OF_LIBREOFFICE = re.compile(r"<meta name=\"generator\" content=\"LibreOffice", re.I)


def read(
    data: bytes, name: str, revisions: Literal["accepted", "rejected"] = "accepted"
) -> Reading:
    """Read a web page; raises UnreadableInput.

    `revisions` says how insertions and deletions are read: all accepted or all rejected.
    """
    text, findings = decode(data, name)
    root = parse(text, name)
    body = root.find("body")
    if body is None:
        raise UnreadableInput(f"{name or 'the input'} holds no text; give the page itself")
    styles = sheets(root)
    drops, _ = DROPPED[revisions]
    writer = Writer(name, styles, content.reasons(root, styles), drops, Counters(styles))
    writer.walk(body, Context())
    writer.flush(Context())
    writer.leave_out()
    if not writer.lines and not writer.left_out:
        raise UnreadableInput(f"{name or 'the input'} holds no text; give the page itself")
    if writer.marked_up:
        message = f"the document holds tracked changes; it is read with all of them {revisions}"
        findings.append(finding("document-marked-up", message, source=Source(name)))
    findings += [*_left_out(writer.left_out), *writer.raised]
    lines, inferred = nested.joined(writer.lines)
    findings += inferred
    return Reading(
        tuple(lines), file=name, markup=tuple(writer.markup),
        left_out=tuple(writer.left_out), findings=tuple(findings), read=_count(body),
        pictures=tuple(shown.pictures(body, writer.reasons, name)),
    )  # fmt: skip


def _left_out(entries: list[LeftOut]) -> list[Finding]:
    """One finding for each reason, but that of the tracked changes."""
    out = []
    known = {why for _, why in DROPPED.values()}
    for why in dict.fromkeys(entry.why for entry in entries if entry.why not in known):
        found = [entry for entry in entries if entry.why == why]
        message = f"text left out of the clauses: {why} ({len(found)} passages)"
        out.append(finding("text-left-out", message, source=found[0].source))
    return out


def _count(body: Element) -> int:
    """The visible non-space characters of the page: a pass of its own over its text nodes."""
    count = 0
    hidden = set()
    for node in body.iter():
        parent = node.getparent()
        if node.tag in content.NOT_TEXT or parent in hidden:
            hidden.add(node)
        texts = [None if node in hidden else node.text,
                 None if node is body or parent in hidden else node.tail]  # fmt: skip
        for text in texts:
            if text:
                shown = unicodedata.normalize("NFC", INVISIBLE.sub("", text))
                count += len("".join(shown.split()))
    return count


# ------------------------------------------------------------------------------------- parsing


def decode(data: bytes, name: str) -> tuple[str, list[Finding]]:
    """The text of the page's bytes, and a finding where characters of it could not be read.

    A byte order mark decides; bytes that are UTF-8 are UTF-8; else it is what the page declares,
    and Windows-1252 where it declares nothing.
    """
    where = name or "the input"
    if not data.strip():
        raise UnreadableInput(f"{where} is empty; give a document with text in it")
    if len(data) > MAX_FILE:
        raise UnreadableInput(
            f"{where} is too large for a web page ({len(data) // 1_000_000} MB, at most "
            f"{MAX_FILE // 1_000_000}); save it without its pictures"
        )
    text = _decoded(data).replace("\r\n", "\n").replace("\r", "\n").replace("\f", " ")
    if _OF_LIBREOFFICE.search(text[:2000]):
        text = _FIELD_ENDS.sub("", text)
    odd = list(NOT_XML.finditer(text))
    replaced = len(odd) + text.count("\ufffd")
    if text.count("\x00") > 8 or replaced > max(16, len(text) // 100):
        raise UnreadableInput(f"{where} is a binary file, not a web page; give the page itself")
    findings = []
    text = _BY_NUMBER.sub(_as_held, NOT_XML.sub("\ufffd", text))
    if replaced := text.count("\ufffd"):
        line = text.count("\n", 0, text.index("\ufffd")) + 1
        message = f"{replaced} characters that cannot be read are shown as U+FFFD"
        findings.append(finding("character-replaced", message, source=Source(name, line)))
    return text, findings


def _as_held(spelt: re.Match[str]) -> str:
    """A character that is spelt by its number, as it stands, or U+FFFD where XML cannot hold it."""
    number = int(spelt["hex"], 16) if spelt["hex"] else int(spelt["decimal"])
    held = number < 0x110000 and NOT_XML.match(chr(number)) is None
    return spelt[0] if held else "\ufffd"


def _decoded(data: bytes) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    for opens, encoding in ((b"<\x00", "utf-16-le"), (b"\x00<", "utf-16-be")):
        if data.startswith(opens):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _CHARSET.search(data[:4096])
    encoding = declared[1].decode("ascii").lower() if declared else ""
    if encoding in _LATIN or not _ENCODINGS.fullmatch(encoding):
        encoding = "windows-1252"
    try:
        return data.decode(encoding, "replace")
    except LookupError:
        return data.decode("windows-1252", "replace")


class _Limits:
    """Counts elements and attributes as they are parsed, before any tree is made of them."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.elements = 0
        self.attributes = 0

    def start(
        self, tag: str | bytes, attributes: dict[str | bytes, str | bytes]  # noqa: ARG002
    ) -> None:
        self.elements += 1
        self.attributes += len(attributes)
        if self.elements > MAX_ELEMENTS:
            raise UnreadableInput(
                f"{self.where} has more than {MAX_ELEMENTS} elements; save it as text"
            )
        if len(attributes) > MAX_ATTRIBUTES or self.attributes > MAX_ALL_ATTRIBUTES:
            raise UnreadableInput(f"{self.where} has too many attributes; save it as text")

    def close(self) -> None:
        """The parser asks for a result; only the limits matter."""


def parse(text: str, name: str) -> Element:
    """The root of a page; raises UnreadableInput where it is no page or oversteps our limits.

    Nothing in a page makes the parser fetch, expand or run anything.
    """
    where = name or "the input"
    data = text.encode("utf-8")
    limits = cast(Any, _Limits(where))  # a target needs only the methods that it wants called
    counter = etree.HTMLParser(
        target=limits, encoding="utf-8", no_network=True, huge_tree=False
    )
    parser = etree.HTMLParser(encoding="utf-8", recover=True, no_network=True, huge_tree=False,
                              remove_comments=True, remove_pis=True)  # fmt: skip
    try:
        etree.fromstring(data, counter)
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableInput(f"{where} cannot be read as a web page: {error}") from None
    for entry in parser.error_log:
        if entry.type_name == "ERR_RESOURCE_LIMIT":
            deep = "depth" in entry.message
            reason = "nests its elements too deep" if deep else "holds too long a text"
            raise UnreadableInput(f"{where} {reason} for a web page; save it as text")
    # The stubs do not know that a page of comments alone has no root.
    if cast("Element | None", root) is None:
        raise UnreadableInput(f"{where} holds no text; give the page itself")
    return root

"""What two web pages show outside their clauses, held against each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from clausetrack import reasons
from clausetrack.diff import outside
from clausetrack.errors import finding
from clausetrack.ingest.html import content, decode, parse, shown
from clausetrack.ingest.html.styles import sheets
from clausetrack.model import Document, Finding, LeftOut

_PICTURE = "a picture"
#: Where text stands that is left out of the clauses, and may say what the parties agreed.
_PLACES = (reasons.HEADER, reasons.FOOTER, content.NAVIGATION, content.COOKIES, content.FORM,
           content.ASIDE, content.HIDDEN, content.NOSCRIPT, content.PICTURE, content.CONTROL,
           content.OUTSIDE)  # fmt: skip
_MARKS = (b"<input", b"<select", b"<style", b"<iframe", b"<frame", b"<object", b"<embed",
          b"<video", b"<audio")  # fmt: skip
_TOLD = 3  # differences in one place that are told one by one


def told(data: Sequence[bytes], documents: Sequence[Document]) -> Iterator[Finding]:
    """A finding for what differs in each place: the first few in their words, the rest counted.

    The pictures are known by their addresses, those in the content alone. Without the `data` of
    both, as of stored documents, only what these left out is known.
    """
    if data and data[0] == data[1]:
        return
    old, new = (
        replace(document, left_out=tuple(_left_out(one, document)))
        for one, document in zip(data or (b"", b""), documents, strict=True)
    )
    for place in (*_PLACES, *shown.KINDS, _PICTURE):
        found = outside.findings(old, new, only=(place,))
        yield from found[:_TOLD]
        if (more := len(found) - _TOLD) > 0:
            message = f"{place}, {more} more passages that differ"
            yield finding(outside.OUTSIDE, message, source=found[_TOLD].source)


def _left_out(data: bytes, document: Document) -> Iterator[LeftOut]:
    yield from document.left_out
    if data:
        yield from (LeftOut(one.key, _PICTURE, one.source) for one in document.pictures)
    if any(mark in data.lower() for mark in _MARKS):
        root = parse(decode(data, document.file)[0], document.file)
        yield from shown.shown(root, content.reasons(root, sheets(root)), document.file)

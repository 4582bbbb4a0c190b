"""Runs of text as XML, each with its emphasis, its revision and the place where it stood.

What keeps this small: a run says where it stood only where it differs from what the reader
expects, which is the clause's own line and in it the offset where the run before ended. A plain
run that stands just there is the text of the element around it.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from lxml import etree

from clausetrack.errors import InvalidXml
from clausetrack.model import Document, Run, Runs, Source
from clausetrack.references import Space
from clausetrack.xmlio import NAMESPACE
from clausetrack.xmlio.marks import Mark

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REVISIONS = {"inserted": "ins", "deleted": "del"}

Place = tuple[str, int | None, int | None, str, int | None]


@dataclass(slots=True)
class Writer:
    """What a part of the file needs to know of the whole."""

    document: Document
    spaces: dict[str | None, Space]
    part: str
    where: str = ""

    @property
    def place(self) -> Place:
        """Where text stands of which nothing is said."""
        return (self.document.file, None, None, self.part, None)


def write_runs(
    writer: Writer, holder: etree._Element, runs: Runs, place: Place, marks: Iterable[Mark]
) -> None:
    """Runs inside `holder`: as its own text where the reader would expect just that run."""
    if not runs:
        return
    first = runs[0]
    if len(runs) == 1 and first.text and not (first.emphasis or first.revision):
        source = first.source
        if source is not None and source.end == source.start + len(first.text):
            stand(writer, holder, source, place, 0)
            _marked(writer, holder, None, first.text, 0, marks)
            return
    sourced = [run.source for run in runs if run.source is not None]
    at = 0
    if sourced:
        place, at = stand(writer, holder, sourced[0], place, 0)
    else:
        holder.set("generated", "true")
    ahead = deque(marks)
    offset = 0
    last: etree._Element | None = None
    bare = False
    for run in runs:
        inside = []
        while ahead and ahead[0].end <= offset + len(run.text):
            mark = ahead.popleft()
            if mark.start >= offset:  # a mark that crosses the border of a run is left out
                inside.append(mark)
        expected = _expected(run, place, at) if sourced else run.source is None
        # Text directly after such text would be one run with it.
        if expected and run.text and not (run.emphasis or run.revision or bare):
            last = _marked(writer, holder, last, run.text, offset, inside)
            bare = True
        else:
            last, inner = _run(holder, run)
            bare = False
            if run.source is None and sourced:
                last.set("generated", "true")
            elif run.source is not None:
                place, at = stand(writer, last, run.source, place, at)
                if run.source.end != at + len(run.text):
                    last.set("end", str(run.source.end))
            _marked(writer, inner, None, run.text, offset, inside)
        if run.source is not None:
            at = run.source.end
        offset += len(run.text)


def _expected(run: Run, place: Place, at: int) -> bool:
    """Does the run stand where the reader would look for it?"""
    source = run.source
    if source is None:
        return False
    return (_place(source), source.start, source.end) == (place, at, at + len(run.text))


def _run(holder: etree._Element, run: Run) -> tuple[etree._Element, etree._Element]:
    """The element of a run, and the one inside it that holds the text.

    Each further property of the text is an element of its own: `<ins><b><i>`.
    """
    names = [_REVISIONS[run.revision]] if run.revision else []
    names += run.emphasis
    element = inner = child(holder, names[0] if names else "span")
    for name in names[1:]:
        inner = child(inner, name)
    return element, inner


def _marked(
    writer: Writer,
    holder: etree._Element,
    after: etree._Element | None,
    text: str,
    offset: int,
    marks: Iterable[Mark],
) -> etree._Element | None:
    """Put text in `holder`, after its child `after` or first, with its marks; the last child.

    `offset` is where the text begins in that in which the marks were found.
    """
    legal(writer, text)
    done = 0
    for mark in marks:
        _append(holder, after, text[done : mark.start - offset])
        after = child(holder, mark.name)
        for name, value in mark.attributes.items():
            attribute(writer, after, name, value)
        inner: etree._Element | None = None
        for name, target in mark.to:
            inner = child(after, "to")
            attribute(writer, inner, name, target)
        _append(after, inner, text[mark.start - offset : mark.end - offset])
        done = mark.end - offset
    _append(holder, after, text[done:])
    return after


def _append(holder: etree._Element, after: etree._Element | None, text: str) -> None:
    if after is None:
        holder.text = (holder.text or "") + text or None
    else:
        after.tail = (after.tail or "") + text or None


def _place(source: Source) -> Place:
    return (source.file, source.line, source.page, source.part, source.paragraph)


def stand(
    writer: Writer, element: etree._Element, source: Source, place: Place, at: int
) -> tuple[Place, int]:
    """Say on `element` how `source` differs from `place` and the offset `at`; where that leads.

    As soon as one attribute of the place stands there, those that do not are the default.
    """
    here = _place(source)
    if here != place:
        at = 0
        names = ("file", "line", "page", "part", "paragraph")
        differs = [
            pair for pair in zip(names, here, writer.place, strict=True) if pair[1] != pair[2]
        ]
        for name, value, _ in differs or [("file", source.file, "")]:
            element.set(name, "" if value is None else legal(writer, str(value)))
    if source.start != at:
        element.set("start", str(source.start))
    return here, source.start


@cache
def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def child(parent: etree._Element, name: str) -> etree._Element:
    return etree.SubElement(parent, _tag(name))


def attribute(writer: Writer, element: etree._Element, name: str, value: str) -> None:
    if value:
        element.set(name, legal(writer, value))


def write_text(writer: Writer, element: etree._Element, text: str) -> None:
    element.text = legal(writer, text)


def legal(writer: Writer, text: str) -> str:
    """The text itself; raises where XML cannot hold one of its characters."""
    if not text.isprintable() and (bad := _ILLEGAL.search(text)):
        where = writer.where or "the document"
        raise InvalidXml(f"{where} holds the character U+{ord(bad[0]):04X}, which XML cannot hold")
    return text

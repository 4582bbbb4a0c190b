"""Tracked changes written: text replaced inside a paragraph."""

from __future__ import annotations

import copy
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from lxml import etree

from clausetrack.ooxml import edges, parted
from clausetrack.ooxml.names import (
    W_NS,
    XML_SPACE,
    Element,
    child,
    elements,
    local,
    make,
    own_text,
    properties,
    remove,
    w,
)
from clausetrack.ooxml.text import Piece

_SPLIT = re.compile(r"[\t\n\u2011]|[^\t\n\u2011]+")
_BREAKS = {"\t": "tab", "\n": "br", "\u2011": "noBreakHyphen"}
_FIELD = w("fldChar")
#: What properties say of their own paragraph, run, row or table alone.
_NOT_COPIED = frozenset(
    ("rPrChange", "pPrChange", "tblPrChange", "trPrChange", "ins", "del", "moveFrom", "moveTo",
     "sectPr")
)  # fmt: skip


#: The start of a range that moved must have a day (CT_MoveBookmark), unlike all other marks: this
#: one says nothing.
NO_DAY = "1970-01-01T00:00:00Z"


_IDS = etree.XPath("descendant-or-self::*/@w:id", namespaces={"w": W_NS})


@dataclass
class Stamp:
    """Who changes, when (None: not said), and the IDs given so far: each mark gets its own."""

    author: str
    date: datetime | None = None
    last: int = 0

    def mark(self, name: str) -> Element:
        """A new element such as w:ins with its ID, author and date."""
        self.last += 1
        return make(name, id=str(self.last), **self.signature)

    @property
    def signature(self) -> dict[str, str]:
        """Author and date as attributes; without a date there is none, as the schema allows."""
        if self.date is None:
            return {"author": self.author}
        return {"author": self.author, "date": self.date.strftime("%Y-%m-%dT%H:%M:%SZ")}


def stamp(root: Element, author: str, date: datetime | None) -> Stamp:
    """A stamp whose IDs are above all of `root`."""
    found = _IDS(root)
    numbers = map(str, found) if isinstance(found, list) else ()
    used = [int(number) for number in numbers if number.isdigit() and len(number) < 10]
    return Stamp(author, date, max(used, default=0))


# -------------------------------------------------------------------------- inside a paragraph


@dataclass
class _Span:
    """A piece of text at its place in the paragraph as it was read."""

    node: Element
    run: Element
    start: int
    end: int
    text: str
    deleted: bool = False


@dataclass
class Text:
    """The text of one paragraph, open for tracked changes; offsets are those before any change."""

    paragraph: Element
    spans: list[_Span] = field(default_factory=list)
    inserted: dict[int, Element] = field(default_factory=dict)

    @cached_property
    def original(self) -> str:
        """The text before any change, which parting its runs leaves as it is."""
        return "".join(span.text for span in self.spans)

    def delete(self, start: int, end: int, by: Stamp) -> None:
        """Mark the text from `start` to `end` as deleted."""
        self.mark(start, end, "del", by)

    def mark(self, start: int, end: int, name: str, by: Stamp) -> None:
        """Put the text from `start` to `end` into marks of that name, such as w:del."""
        last: Element | None = None
        for span in self._between(start, end):
            _isolate(span, self.spans)
            for run in [] if last is None else _hyphens(last, span.run):
                wrap(run, name, by)
            wrap(span.run, name, by)
            span.deleted = name == "del"
            last = span.run

    def part(self, places: Iterable[int]) -> None:
        """Part the runs where changes will begin and end, all at once.

        The text of a long run is then copied once, and not anew at each place.
        """
        wanted = sorted(set(places))
        spans: list[_Span] = []
        gone: Element | None = None  # the run that was parted last
        for span in self.spans:
            if span.run is gone:
                span.run = spans[-1].run
            spans.append(span)
            inside = wanted[bisect_right(wanted, span.start) : bisect_left(wanted, span.end)]
            if inside and parted.holds(span.run, span.node, span.text):
                gone = span.run
                ends = [*inside[1:], span.end]
                made = parted.part(span.run, span.node, [at - span.start for at in inside])
                for (run, node), start, end in zip(made, inside, ends, strict=True):
                    spans.append(_Span(node, run, start, end, node.text or ""))
                span.end, span.text = inside[0], span.node.text or ""
        self.spans = spans

    def insert(self, at: int, text: str, by: Stamp) -> None:
        """Insert tracked text before the character at `at`."""
        before, after = self._around(at)
        self.put(at, new_run(text, self._like(before, after)), by)

    def put(self, at: int, run: Element, by: Stamp) -> None:
        """Insert a tracked run before the character at `at`."""
        before, after = self._around(at)
        box = by.mark("ins")
        box.append(run)
        if at in self.inserted:
            self.inserted[at].addnext(box)
        elif before >= 0:
            span = self.spans[before]
            _isolate(span, self.spans)
            here = _outer(span.run)
            if after < len(self.spans) and _is_mark(here.getnext()):
                _isolate(self.spans[after], self.spans)
            # what takes the place of other text stands where that did
            (here if span.deleted else edges.outside(here, after=True)).addnext(box)
        elif after < len(self.spans):
            span = self.spans[after]
            _isolate(span, self.spans)
            here = _outer(span.run)
            (here if span.deleted else edges.outside(here, after=False)).addprevious(box)
        else:
            self.paragraph.append(box)
        self.inserted[at] = box

    def restyle(self, start: int, end: int, look: Element, by: Stamp) -> None:
        """Give the text from `start` to `end` the run properties `look`, tracked."""
        for span in self._between(start, end):
            _isolate(span, self.spans)
            old, new = child(span.run, "rPr"), copy.deepcopy(look)
            change = by.mark("rPrChange")
            change.append(make("rPr") if old is None else properties_copy(old))
            new.append(change)
            if old is None:
                span.run.insert(0, new)
            else:
                span.run.replace(old, new)

    def _between(self, start: int, end: int) -> list[_Span]:
        """The spans from `start` to `end` that are not deleted, cut so that they end there."""
        self._cut(start)
        self._cut(end)
        first, last = (bisect_left(self.spans, at, key=_start) for at in (start, end))
        found = self.spans[first:last]
        return [span for span in found if span.end <= end and span.text and not span.deleted]

    def _around(self, at: int) -> tuple[int, int]:
        """Which spans with text are next to a place, where a span begins from now on.

        Before the first one there is -1, and behind the last their number.
        """
        self._cut(at)
        after = bisect_left(self.spans, at, key=_start)
        before = self._worded(after - 1, -1)
        return before, self._worded(after, 1)

    def _worded(self, index: int, step: int) -> int:
        """The first span with text from one on, forward or back."""
        while 0 <= index < len(self.spans) and not self.spans[index].text:
            index += step
        return index

    def _like(self, before: int, after: int) -> Element | None:
        """The properties that inserted text takes: of what it replaces, else of the run before."""
        spans = self.spans
        follows = after < len(spans)
        if before >= 0 and spans[before].deleted:
            found: list[_Span] = []
            while before >= 0 and spans[before].deleted:
                found.append(spans[before])
                before = self._worded(before - 1, -1)
            worded = [span for span in found if span.text.strip()]
            return child((worded or found)[-1].run, "rPr")
        if before >= 0 and not (spans[before].text.endswith(("\t", "\n")) and follows):
            return edges.look(spans[before].run, after=True)
        return edges.look(spans[after].run, after=False) if follows else None

    def _cut(self, at: int) -> None:
        """Make sure that a span begins at `at`."""
        index = bisect_right(self.spans, at, key=_start) - 1
        span = self.spans[index] if index >= 0 else None
        if span is None or not span.start < at < span.end or len(span.text) < 2:
            return
        if span.node.tag == _FIELD:
            return  # what a field prints is one: the proof finds what was not done to a part of it
        middle = at - span.start
        rest = copy.copy(span.node)
        for node in (span.node, rest):
            for inner in list(node):
                node.remove(inner)
        span.node.text, rest.text = _as_written(own_text(span.node), span.text, middle)
        for node in (span.node, rest):
            node.set(XML_SPACE, "preserve")
        span.node.addnext(rest)
        tail = _Span(rest, span.run, at, span.end, span.text[middle:], span.deleted)
        span.end, span.text = at, span.text[:middle]
        self.spans.insert(index + 1, tail)


def _as_written(raw: str, text: str, at: int) -> tuple[str, str]:
    """The two parts of the characters in the file that read as `text` up to `at` and from there."""
    if raw == text:
        return text[:at], text[at:]
    for place in range(min(len(raw) - 1, 4 * at), 0, -1):  # a character is at most four written
        parts = raw[:place], raw[place:]
        if [unicodedata.normalize("NFC", part) for part in parts] == [text[:at], text[at:]]:
            return parts
    return text[:at], text[at:]


def _start(span: _Span) -> int:
    return span.start


def text_of(paragraph: Element, found: list[Piece]) -> Text:
    """The pieces of one paragraph, open for tracked changes."""
    spans, at = [], 0
    for piece in found:
        run = piece.run if piece.run is not None else piece.node.getparent()
        if run is not None:
            spans.append(_Span(piece.node, run, at, at + len(piece.text), piece.text))
            at += len(piece.text)
    return Text(paragraph, spans)


def _isolate(span: _Span, spans: list[_Span]) -> None:
    """Split the run of a span so that it holds nothing but the span."""
    run = span.run
    content = [node for node in elements(run) if not _is_properties(node)]
    at = content.index(span.node)
    for part in (content[at + 1 :], content[:at]):
        if not part:
            continue
        other = copy.copy(run)
        for node in list(other):
            if not _is_properties(node):
                other.remove(node)
        for node in part:
            other.append(node)
        if part[0] is content[0]:
            run.addprevious(other)
        else:
            run.addnext(other)
        for neighbour in _near(span, spans):
            if any(neighbour.node is node for node in part):
                neighbour.run = other


def _near(span: _Span, spans: list[_Span]) -> Iterator[_Span]:
    """The spans in the same run as one of them: they stand around it."""
    at = next(i for i in range(bisect_left(spans, span.start, key=_start), len(spans))
              if spans[i] is span)  # fmt: skip
    for places in (range(at - 1, -1, -1), range(at + 1, len(spans))):
        for i in places:
            if spans[i].run is not span.run:
                break
            yield spans[i]


def _hyphens(run: Element, other: Element) -> list[Element]:
    """The runs between two that hold nothing but hyphens that show at the end of a line alone."""
    between: list[Element] = []
    for node in _outer(run).itersiblings():
        if node is other:
            return between
        content = [inner for inner in elements(node) if not _is_properties(inner)]
        if local(node) == "r" and content and all(local(n) == "softHyphen" for n in content):
            between.append(node)
    return []


def _is_mark(node: Element | None) -> bool:
    """Is it a run with a mark of a field?"""
    return node is not None and local(node) == "r" and child(node, "fldChar") is not None


def _is_properties(node: Element) -> bool:
    return isinstance(node.tag, str) and node.tag.endswith("}rPr")


def _outer(run: Element) -> Element:
    """The run, or the deletion or insertion around it."""
    parent = run.getparent()
    return parent if parent is not None and local(parent) in {"del", "ins"} else run


def wrap(run: Element, name: str, by: Stamp) -> None:
    """Put a run into a w:ins or w:del, its neighbour's where the author is the same."""
    parent = run.getparent()
    if parent is not None and local(parent) == "ins":
        return
    before = run.getprevious()
    joins = before is not None and local(before) == name and before.get(w("author")) == by.author
    box = before if joins and before is not None else by.mark(name)
    if not joins:
        run.addprevious(box)
    box.append(run)
    if name == "del":
        for old, new in (("t", "delText"), ("instrText", "delInstrText")):
            for text in run.findall(w(old)):
                text.tag = w(new)


def properties_copy(settings: Element) -> Element:
    """A copy of properties for a neighbour, without marks and records of changes."""
    out = copy.deepcopy(settings)
    out.tail = None
    for node in [node for node in out.iter() if local(node) in _NOT_COPIED]:
        remove(node)
    return out


def recorded(paragraph: Element, by: Stamp) -> Element:
    """The properties of a paragraph, with those it has recorded so that a change is tracked."""
    settings = properties(paragraph, "pPr")
    if child(settings, "pPrChange") is None:
        old = make("pPr")
        old.extend(copy.deepcopy(node) for node in elements(settings)
                   if local(node) not in {"rPr", "sectPr", "pPrChange"})  # fmt: skip
        change = by.mark("pPrChange")
        change.append(old)
        settings.append(change)
    return settings


def new_run(text: str, like: Element | None = None) -> Element:
    """A run of `text`, tabs and line breaks as elements, with a copy of the properties `like`."""
    run = make("r")
    if like is not None:
        own = properties_copy(like)
        if len(own):
            run.append(own)
    for part in _SPLIT.findall(text):
        if part in _BREAKS:
            run.append(make(_BREAKS[part]))
        else:
            node = make("t")
            node.text = part
            if part != part.strip():
                node.set(XML_SPACE, "preserve")
            run.append(node)
    return run

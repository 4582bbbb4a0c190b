"""What a stored document says, without the places where it stood: all that a comparison needs.

It takes a fraction of the time of the schema and `xmlio.read`, whose result it is but for the
sources, and for findings, mark-up and what was left out. It reads what `xmlio.write` writes, line
by line, and takes nothing that it does not know: a line that reads otherwise, an element out of
its order or an ID used twice, and the whole file goes to the parser, the schema and the full
reader, which say what is wrong with it. A clause that says text alone, as nearly all do, is read
at once: most of the time of reading goes by the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from clausetrack.errors import InvalidXml
from clausetrack.model import Cell, Clause, Column, Document, Fragment, Run, Runs, Source, Table
from clausetrack.xmlio import ELEMENTS, NAMESPACE, QUOTED, parse_xml, written

if TYPE_CHECKING:
    from lxml import etree

_DECLARATION = "<?xml version='1.0' encoding='UTF-8'?>\n"
_KINDS = {name: kind for kind, name in ELEMENTS.items()}
_QUOTED_KINDS = {name: kind for kind, name in QUOTED.items()}
_NOWHERE = Source()
_DEEPEST = 240  # elements in one another: the parser takes 256, and a leaf needs some

#: What XML cannot hold, and the carriage return, which a parser takes for the end of a line.
_ILLEGAL = bytes(set(range(32)) - {9, 10})
_NO_CHARACTERS = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")


class _UnknownError(Exception):
    """Something that `xmlio.write` does not write."""


def _expect(true: Any) -> None:
    if not true:
        raise _UnknownError


def _match(pattern: re.Pattern[str], line: str) -> re.Match[str]:
    match = pattern.fullmatch(line)
    if match is None:
        raise _UnknownError
    return match


def read(data: bytes) -> Document | None:
    """The document without places; None where only the schema can say whether it is one."""
    try:
        _expect(len(data.translate(None, _ILLEGAL)) == len(data))
        _expect(data.isascii() or not any(character in data for character in _NO_CHARACTERS))
        text = data.decode()
        _expect(text.startswith(_DECLARATION))
        _expect(text.count("&") == len(written.ENTITY.findall(text)))
        return _document(_Lines(text, len(_DECLARATION)))
    except (_UnknownError, ValueError, InvalidXml):
        return None


@dataclass(slots=True)
class _Lines:
    """The lines of a text from a place on; `at` is where the next one begins."""

    text: str
    at: int

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self.at > len(self.text):
            raise StopIteration
        end = self.text.find("\n", self.at)
        end = len(self.text) if end < 0 else end
        line = self.text[self.at : end]
        self.at = end + 1
        return line

    def clause(self) -> tuple[str | None, ...] | None:
        """What the next lines say where they are a clause of text alone; else they stay."""
        match = written.CLAUSE.match(self.text, self.at)
        if match is None:
            return None
        self.at = match.end()
        return match.groups()


def _document(lines: _Lines) -> Document:
    root = _match(written.ROOT, next(lines, ""))
    title, fragments = _meta(lines)
    clauses = _body(lines)
    _expect(len({(clause.fragment, clause.id) for clause in clauses}) == len(clauses))
    _rest(lines)
    kind, agreement, version, file = (written.text(value or "") for value in root.groups())
    return Document(kind, agreement, title, version, tuple(clauses), fragments, file=file)


def _meta(lines: _Lines) -> tuple[str, tuple[Fragment, ...]]:
    """The title, and the fragments of quoted wording."""
    line = next(lines, "")
    if line == "  <meta/>":
        return "", ()
    _expect(line == "  <meta>")
    rest = iter(partial(next, lines, "  </meta>"), "  </meta>")
    meta = _match(written.META, "\n".join(rest))
    listed = written.FRAGMENT.finditer(meta[2])
    found = (Fragment(written.text(each[1]), written.text(each[2])) for each in listed)
    return written.text(meta[1] or ""), tuple(found)


@dataclass(slots=True)
class _Unit:
    """A clause of which the own wording is being read line by line."""

    kind: str
    opened: Sequence[str | None]
    parent: str | None
    fragment: str | None
    said: int = 0
    number: str = ""
    label: Runs = ()
    heading: Runs = ()
    text: Runs = ()
    table: Table | None = None

    def clause(self) -> Clause:
        _, name, key, inferred, uncitable, scope, parent, _ = self.opened
        return Clause(
            written.text(name or ""), self.kind, self.number, self.label, self.heading, self.text,
            self.table, self.parent if parent is None else written.text(parent), self.fragment,
            inferred is not None, uncitable is None, written.text(scope or ""),
            written.text(key or ""), _NOWHERE,
        )  # fmt: skip

    def says(self, what: str, value: Any) -> None:
        """Its next part, which stands once and in its order."""
        order = written.ORDER.index(what) + 1
        _expect(order > self.said)
        self.said = order
        if what == "num":
            self.label, self.number = value
        elif what == "heading":
            self.heading = value
        elif what == "content":
            self.text = value
        else:
            self.table = value


@dataclass(slots=True)
class _Tree:
    """The clauses read so far, and the element that is open: its name and what stands in it."""

    clauses: list[Clause] = field(default_factory=list)
    unit: _Unit | None = None
    above: list[tuple[str, str | None, str | None]] = field(default_factory=list)
    tag: str = "body"
    parent: str | None = None
    fragment: str | None = None

    def add(self, said: Sequence[str | None]) -> None:
        """A clause that says text alone, and the ends behind it: the groups of `CLAUSE`."""
        tag, name, key, inferred, uncitable, scope, parent, empty = said[:8]
        value, label, heading, text, ends = said[8:]
        self.finish()
        name = written.text(name or "")
        runs = written.plain(label or "")
        above = self.parent if parent is None else written.text(parent)
        self.clauses.append(Clause(
            name, self.kind(tag or ""), _number(value, runs), runs, written.plain(heading or ""),
            written.plain(text or ""), None, above, self.fragment, inferred is not None,
            uncitable is None, written.text(scope or ""), written.text(key or ""), _NOWHERE,
        ))  # fmt: skip
        if not empty:
            self.open(tag or "", name, self.fragment)
        for end in written.END.findall(ends or ""):
            self.close(end)

    def begin(self, opened: Sequence[str | None]) -> None:
        """A clause of which the lines come one by one."""
        self.finish()
        self.unit = _Unit(self.kind(opened[0] or ""), opened, self.parent, self.fragment)
        if opened[7]:
            self.finish()
        else:
            self.open(opened[0] or "", written.text(opened[1] or ""), self.fragment)

    def finish(self) -> None:
        """What the clause says itself has been read."""
        if self.unit is not None:
            self.clauses.append(self.unit.clause())
            self.unit = None

    def kind(self, tag: str) -> str:
        """The kind of the clause that an element is here."""
        kind = (_KINDS if self.fragment is None else _QUOTED_KINDS).get(tag, "")
        _expect(kind and len(self.above) < _DEEPEST)
        return kind

    def open(self, tag: str, parent: str | None, fragment: str | None) -> None:
        self.above.append((self.tag, self.parent, self.fragment))
        self.tag, self.parent, self.fragment = tag, parent, fragment

    def close(self, tag: str) -> None:
        _expect(tag == self.tag and self.above)
        self.tag, self.parent, self.fragment = self.above.pop()


def _body(lines: _Lines) -> list[Clause]:
    """The clauses in document order, those of quoted wording where it stands."""
    tree = _Tree()
    line = next(lines, "")
    if line == "  <body/>":
        return tree.clauses
    _expect(line == "  <body>")
    while True:
        if said := lines.clause():
            tree.add(said)
            continue
        line = next(lines, "")
        if ' id="' in line and (match := written.unit().fullmatch(line)):
            tree.begin(match.groups())
            continue
        what, value = _next(line, lines)
        if what == "close":
            tree.finish()
            if value == tree.tag == "body":
                return tree.clauses
            tree.close(value)
        elif what == "quoted":
            tree.finish()
            _expect(tree.fragment is None and len(tree.above) < _DEEPEST)
            tree.open("quotedStructure", None, value)
        else:
            if tree.unit is None:  # after the clauses under it
                raise _UnknownError
            tree.unit.says(what, _table(lines, *value) if what == "grid" else value)


def _rest(lines: _Lines) -> None:
    """Findings, and what no clause holds: of no use here, and well-formed."""
    rest = "\n".join(lines)
    if rest == "</document>\n":
        return
    root = parse_xml(f'<document xmlns="{NAMESPACE}">{rest}'.encode(), "", comments=False)
    names = [element.tag for element in root]
    _expect(names == [f"{{{NAMESPACE}}}{name}" for name in ("findings", "coverage")
                      if f"{{{NAMESPACE}}}{name}" in names])  # fmt: skip
    for text in (root.text, *(element.tail for element in root)):
        _no_text(text)


# ----------------------------------------------------------------------------------------- lines


def _line(line: str) -> tuple[str, Any]:
    """What a line is, and what it says; raises _UnknownError."""
    name = written.name(line)
    if name[:1] == "/":
        _expect(line.endswith(f"<{name}>") and line.count("<") == 1)
        return "close", name[1:]
    if name == "grid":
        grid = _match(written.GRID, line)
        return "grid", (int(grid[1] or 0), bool(grid[2]))
    if name == "quotedStructure":
        return "quoted", written.text(_match(written.WORDING, line)[1])
    if name == "tr":
        row = _row(line)
        return name, _odd(line, name) if row is None else row
    pattern = written.leaf(name)
    if pattern is None:
        raise _UnknownError
    match = pattern.fullmatch(line)
    if match is None:
        return name, _odd(line, name)
    if name == "num":
        label = written.plain(match[2] or "")
        return name, (label, _number(match[1], label))
    if name == "column":
        role, start, end, heading = match.groups()
        return name, Column(written.text(heading or ""), role, _day(start), _day(end))
    return name, written.plain(match[1])


_known = lru_cache(written.KNOWN)(_line)


def _next(line: str, lines: _Lines) -> tuple[str, Any]:
    """What the next line is, with further ones where there are breaks in the text of a leaf."""
    try:
        return _known(line)
    except (_UnknownError, InvalidXml):
        return _line(_whole(line, lines))


def _whole(line: str, lines: _Lines) -> str:
    """A leaf with its further lines."""
    name = written.name(line)
    _expect(name == "tr" or written.leaf(name))
    end = f"</{name}>"
    found = [line]
    for further in lines:
        found.append(further)
        if further.endswith(end):
            break
    return "\n".join(found)


def _table(lines: _Lines, header_rows: int, empty: bool) -> Table:
    """The table whose rows are the next lines."""
    columns: list[Column] = []
    rows: list[tuple[Cell, ...]] = []
    for line in () if empty else lines:
        what, value = _next(line, lines)
        if what == "tr":
            rows.append(value)
        elif what == "column" and not rows:
            columns.append(value)
        else:
            _expect((what, value) == ("close", "grid"))
            return Table(tuple(rows), header_rows, tuple(columns))
    _expect(empty)
    return Table((), header_rows)


def _row(line: str) -> tuple[Cell, ...] | None:
    """The cells of a row of text and marks alone; None of another one."""
    opened = written.ROW.match(line)
    if opened is None:
        return None
    cells, at = [], opened.end()
    while match := written.CELL.match(line, at):
        cells.append(Cell(written.plain(match[4] or ""), int(match[2] or 1), int(match[3] or 1)))
        at = match.end()
    return tuple(cells) if line[at:] == "</tr>" else None


def _number(value: str | None, label: Runs) -> str:
    return "".join(run.text for run in label) if value is None else written.text(value)


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)


# ---------------------------------------------------------- text in more than one run, and the like


def _odd(line: str, name: str) -> Any:
    """What a leaf says of which some is emphasised, revised, or stood elsewhere."""
    holder = parse_xml(f'<x xmlns="{NAMESPACE}">{line}</x>'.encode(), "", comments=False)
    (element,) = holder
    _expect(element.tag == _tag(name) and not element.tail)
    _no_text(holder.text)
    if name == "num":
        label = _runs(element)
        return label, _number(element.get("value"), label)
    if name == "heading":
        return _runs(element)
    if name == "content":
        (paragraph,) = element
        _expect(paragraph.tag == _tag("p"))
        _no_text(element.text)
        _no_text(paragraph.tail)
        return _runs(paragraph)
    _expect(name == "tr")
    _no_text(element.text)
    return tuple(map(_cell, element))


def _cell(element: etree._Element) -> Cell:
    _expect(element.tag in {_tag("th"), _tag("td")})
    _no_text(element.tail)
    return Cell(_runs(element), int(element.get("colspan", 1)), int(element.get("rowspan", 1)))


def _runs(holder: etree._Element) -> Runs:
    from clausetrack.xmlio.read import RUNS, Reader

    marks = {_tag(name) for name in ("ref", "to", "quantity", "date")}
    _expect(all(child.tag in RUNS or child.tag in marks for child in holder.iterdescendants()))
    read_ = Reader(_NOWHERE).runs(holder, _NOWHERE)
    return tuple(Run(run.text, run.emphasis, run.revision) for run in read_)


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _no_text(text: str | None) -> None:
    """Between the elements of a document stands no text."""
    _expect(not text or text.isspace())

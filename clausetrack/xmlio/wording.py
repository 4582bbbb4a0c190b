"""What a stored document says, without the places where it stood: all that a comparison needs.

It takes a fraction of the time of the schema and `xmlio.read`, whose result it is but for the
sources, and for findings, mark-up and what was left out. It reads what `xmlio.write` writes, line
by line, and takes nothing that it does not know: a line that reads otherwise, an element out of
its order or an ID used twice, and the whole file goes to the parser, the schema and the full
reader, which say what is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from clausetrack.errors import InvalidXml
from clausetrack.model import Cell, Clause, Column, Document, Fragment, Run, Runs, Source, Table
from clausetrack.xmlio import ELEMENTS, NAMESPACE, QUOTED, parse_xml

if TYPE_CHECKING:
    from lxml import etree

_DECLARATION = "<?xml version='1.0' encoding='UTF-8'?>\n"
_KINDS = {name: kind for kind, name in ELEMENTS.items()}
_QUOTED_KINDS = {name: kind for kind, name in QUOTED.items()}
_NOWHERE = Source()
_DEEPEST = 240  # elements in one another: the parser takes 256, and a leaf needs some
_KNOWN = 1 << 16  # lines kept: versions of an agreement share most of theirs

#: What XML cannot hold, and the carriage return, which a parser takes for the end of a line.
_ILLEGAL = bytes(set(range(32)) - {9, 10})
_NO_CHARACTERS = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")

# ------------------------------------------------------------------ what a line may be, as written

_VALUE = r'"([^"<>\t\n]*)"'
_SOME = r'"[^"<>\t\n]*"'
_AT = r'"[0-9]+"'
_PLACE = (
    rf"(?: file={_SOME})?(?: line={_AT})?(?: page={_AT})?(?: part={_SOME})?(?: paragraph={_AT})?"
    rf"(?: start={_AT})?"
)
_LEAF = rf'(?: generated="true")?{_PLACE}'
_TARGET = rf"(?:clause|quoted|cites)={_SOME}"
_MARKED = (
    r"((?:[^<>]++"
    r'|<quantity value="-?[0-9.]+" unit="[\w/]+">[^<>]*</quantity>'
    r'|<date date="[0-9]{4}-[0-9]{2}-[0-9]{2}">[^<>]*</date>'
    rf'|<ref kind="[a-z]+"(?: instrument={_SOME})?(?: why={_SOME})?(?: {_TARGET})?>'
    rf"(?:<to {_TARGET}/>)*+[^<>]*</ref>)*+)"
)
_ROOT = re.compile(
    rf'<document xmlns="{NAMESPACE}" kind="(agreement|terms)"(?: agreement={_VALUE})?'
    rf'(?: version={_VALUE})?(?: file={_VALUE})?(?: part={_SOME})? read={_AT}>'
)
_FRAGMENT = re.compile(rf"\s*<fragment id={_VALUE} item={_VALUE}/>")
_META = re.compile(
    rf"(?: *<title>([^<>]*)</title>)?((?:\s*<fragment id={_SOME} item={_SOME}/>)*)"
)
_UNIT = re.compile(
    rf' *<(\w+) id={_VALUE}(?: key={_VALUE})?( inferred="true")?( citable="false")?'
    rf"(?: scope={_VALUE})?{_PLACE}(?: end={_AT})?(?: parent={_VALUE})?(/?)>"
)
_WORDING = re.compile(rf" *<quotedStructure fragment={_VALUE}>")
_LEAVES = {
    "num": re.compile(rf" *<num(?: value={_VALUE})?(?:/>|{_LEAF}>([^<>]*)</num>)"),
    "heading": re.compile(rf" *<heading{_LEAF}>{_MARKED}</heading>"),
    "content": re.compile(rf" *<content><p{_LEAF}>{_MARKED}</p></content>"),
    "column": re.compile(
        r' *<column role="([a-z]+)"(?: start="([0-9-]+)")?(?: end="([0-9-]+)")?'
        r"(?:/>|>([^<>]*)</column>)"
    ),
    "tr": re.compile(rf" *<tr(?: key={_SOME})?>"),
}
_CELL = re.compile(
    rf'<(t[hd])(?: colspan="([0-9]+)")?(?: rowspan="([0-9]+)")?{_LEAF}(?:/>|>{_MARKED}</\1>)'
)
_GRID = re.compile(r' *<grid(?: headerRows="([0-9]+)")?(/?)>')
_NAME = re.compile(r" *<(/?\w+)")
_TAG = re.compile(r"<[^<>]*>")
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "#9": "\t", "#10": "\n", "#13": "\r"}
_ENTITY = re.compile(rf"&({'|'.join(_ENTITIES)});")
_ORDER = ("num", "heading", "content", "grid")  # of what a clause says itself


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
        _expect(not any(character in data for character in _NO_CHARACTERS))
        text = data.decode()
        _expect(text.startswith(_DECLARATION))
        _expect(text.count("&") == len(_ENTITY.findall(text)))
        return _document(iter(text[len(_DECLARATION) :].split("\n")))
    except (_UnknownError, ValueError, InvalidXml):
        return None


def _document(lines: Iterator[str]) -> Document:
    root = _match(_ROOT, next(lines, ""))
    title, fragments = _meta(lines)
    clauses = _body(lines)
    _expect(len({(clause.fragment, clause.id) for clause in clauses}) == len(clauses))
    _rest(lines)
    kind, agreement, version, file = (_text(value or "") for value in root.groups())
    return Document(kind, agreement, title, version, tuple(clauses), fragments, file=file)


def _meta(lines: Iterator[str]) -> tuple[str, tuple[Fragment, ...]]:
    """The title, and the fragments of quoted wording."""
    line = next(lines, "")
    if line == "  <meta/>":
        return "", ()
    _expect(line == "  <meta>")
    meta = _match(_META, "\n".join(iter(partial(next, lines, "  </meta>"), "  </meta>")))
    fragments = (Fragment(_text(each[1]), _text(each[2])) for each in _FRAGMENT.finditer(meta[2]))
    return _text(meta[1] or ""), tuple(fragments)


@dataclass(slots=True)
class _Unit:
    """A clause of which the own wording is being read."""

    kind: str
    opened: tuple[str | None, ...]
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
            _text(name or ""), self.kind, self.number, self.label, self.heading, self.text,
            self.table, self.parent if parent is None else _text(parent), self.fragment,
            inferred is not None, uncitable is None, _text(scope or ""), _text(key or ""), _NOWHERE,
        )  # fmt: skip

    def says(self, what: str, value: Any) -> None:
        """Its next part, which stands once and in its order."""
        order = _ORDER.index(what) + 1
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


def _body(lines: Iterator[str]) -> list[Clause]:
    """The clauses in document order, those of quoted wording where it stands."""
    out: list[Clause] = []
    line = next(lines, "")
    if line == "  <body/>":
        return out
    _expect(line == "  <body>")
    above: list[tuple[str, str | None, str | None]] = []  # elements, and what stands in them
    tag, parent, fragment = "body", None, None
    unit: _Unit | None = None
    for line in lines:
        if ' id="' in line and (match := _UNIT.fullmatch(line)):
            if unit is not None:
                out.append(unit.clause())
            kind = (_KINDS if fragment is None else _QUOTED_KINDS).get(match[1], "")
            _expect(kind and len(above) < _DEEPEST)
            unit = _Unit(kind, match.groups(), parent, fragment)
            if match[8]:
                out.append(unit.clause())
                unit = None
            else:
                above.append((tag, parent, fragment))
                tag, parent = match[1], _text(match[2])
            continue
        what, value = _next(line, lines)
        if what == "close":
            if unit is not None:
                out.append(unit.clause())
                unit = None
            _expect(value == tag)
            if not above:
                return out
            tag, parent, fragment = above.pop()
        elif what == "quoted":
            if unit is not None:
                out.append(unit.clause())
                unit = None
            _expect(fragment is None and len(above) < _DEEPEST)
            above.append((tag, parent, fragment))
            tag, parent, fragment = "quotedStructure", None, value
        else:
            if unit is None:  # after the clauses under it
                raise _UnknownError
            unit.says(what, _table(lines, *value) if what == "grid" else value)
    raise _UnknownError


def _rest(lines: Iterator[str]) -> None:
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
    name = _name(line)
    if name[:1] == "/":
        _expect(line.endswith(f"<{name}>") and line.count("<") == 1)
        return "close", name[1:]
    if name == "grid":
        grid = _match(_GRID, line)
        return "grid", (int(grid[1] or 0), bool(grid[2]))
    if name == "quotedStructure":
        return "quoted", _text(_match(_WORDING, line)[1])
    _expect(name in _LEAVES)
    if name == "tr":
        row = _row(line)
        return name, _odd(line, name) if row is None else row
    match = _LEAVES[name].fullmatch(line)
    if match is None:
        return name, _odd(line, name)
    if name == "num":
        label = _plain(match[2] or "")
        return name, (label, _number(match[1], label))
    if name == "column":
        role, start, end, heading = match.groups()
        return name, Column(_text(heading or ""), role, _day(start), _day(end))
    return name, _plain(match[1])


_known = lru_cache(_KNOWN)(_line)


def _next(line: str, lines: Iterator[str]) -> tuple[str, Any]:
    """What the next line is, with further ones where there are breaks in the text of a leaf."""
    try:
        return _known(line)
    except (_UnknownError, InvalidXml):
        return _line(_whole(line, lines))


def _whole(line: str, lines: Iterator[str]) -> str:
    """A leaf with its further lines."""
    name = _name(line)
    _expect(name in _LEAVES)
    end = f"</{name}>"
    found = [line]
    for further in lines:
        found.append(further)
        if further.endswith(end):
            break
    return "\n".join(found)


def _table(lines: Iterator[str], header_rows: int, empty: bool) -> Table:
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
    opened = _LEAVES["tr"].match(line)
    if opened is None:
        return None
    cells, at = [], opened.end()
    while match := _CELL.match(line, at):
        cells.append(Cell(_plain(match[4] or ""), int(match[2] or 1), int(match[3] or 1)))
        at = match.end()
    return tuple(cells) if line[at:] == "</tr>" else None


def _plain(marked: str) -> Runs:
    """Text, of which some may be marked as what it means, as one run."""
    text = _text(_TAG.sub("", marked) if "<" in marked else marked)
    return (Run(text),) if text else ()


def _text(written: str) -> str:
    if "&" not in written:
        return written
    return _ENTITY.sub(lambda entity: _ENTITIES[entity[1]], written)


def _name(line: str) -> str:
    """The name of the element that a line begins with; of one that it ends, with a slash."""
    named = _NAME.match(line)
    return named[1] if named else ""


def _number(value: str | None, label: Runs) -> str:
    return "".join(run.text for run in label) if value is None else _text(value)


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

"""What a stored document says, without the places where it stood: all that a comparison needs.

It takes a fraction of the time of the schema and `xmlio.read`, whose result it is but for the
sources of clauses, mark-up, and findings but those of words that print otherwise and of what was
not read. It reads what `xmlio.write` writes, and takes nothing that it does not know: a
line that reads otherwise, an element out of its order or an ID used twice, and the whole file goes
to the parser, the schema and the full reader, which say what is wrong with it. What a clause says
is read once for all clauses that say it, in both of two versions; only the element that it begins
with, which says where it stood, is its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache, partial
from operator import attrgetter
from typing import Any, NamedTuple

from clausetrack.errors import BY_FORMAT, UNREAD, InvalidXml
from clausetrack.model import (
    Cell,
    Clause,
    Column,
    Document,
    Finding,
    Fragment,
    LeftOut,
    Runs,
    Source,
    Table,
)
from clausetrack.xmlio import ELEMENTS, QUOTED, parsed, written
from clausetrack.xmlio.stated import stated
from clausetrack.xmlio.written import UnknownError, expect

_DECLARATION = "<?xml version='1.0' encoding='UTF-8'?>\n"
_KINDS = {name: kind for kind, name in ELEMENTS.items()}
_QUOTED_KINDS = {name: kind for kind, name in QUOTED.items()}
_NOWHERE = Source()
_ID = ' id="'  # where the element of a clause begins to say which one it is
_BODY_ENDS = "  </body>\n"
_DEEPEST = 240  # elements in one another: the parser takes 256, and a leaf needs some

#: What XML cannot hold, and the carriage return, which a parser takes for the end of a line.
_ILLEGAL = (*map(chr, set(range(32)) - {9, 10}), "\ufffe", "\uffff")
_NAMES = attrgetter("fragment", "id")


def _match(pattern: re.Pattern[str], line: str) -> re.Match[str]:
    match = pattern.fullmatch(line)
    if match is None:
        raise UnknownError
    return match


def read(data: bytes) -> Document | None:
    """The document without places; None where only the schema can say whether it is one."""
    try:
        text = data.decode()
        expect(text.startswith(_DECLARATION))
        # one character at a time is found far sooner than any of several
        expect(not any(character in text for character in _ILLEGAL))
        expect("]" not in text or "]]>" not in text)
        expect("&" not in text or text.count("&") == len(written.ENTITY.findall(text)))
        return _document(_Lines(text, len(_DECLARATION)))
    except (UnknownError, ValueError, InvalidXml):
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


def _document(lines: _Lines) -> Document:
    root = _match(written.ROOT, next(lines, ""))
    title, fragments = _meta(lines)
    clauses = _body(lines)
    expect(len(set(map(_NAMES, clauses))) == len(clauses))
    kind, agreement, version, file, part = (written.text(value or "") for value in root.groups())
    left_out, findings = _rest(lines.text[lines.at :], Source(file, part=part))
    return Document(kind, agreement, title, version, tuple(clauses), fragments, left_out,
                    findings=findings, file=file)  # fmt: skip


def _rest(rest: str, default: Source) -> tuple[tuple[LeftOut, ...], tuple[Finding, ...]]:
    """What stands behind the body: the texts that were left out, and findings.

    Of those only the ones of words that print otherwise than they read, and of what was not read:
    the others are of no use here. Where a text does not say where it stood, that is the default.
    """
    if rest == "</document>\n":
        return (), ()
    found, left = _match(written.REST, rest).groups()
    findings = (map(written.text, one) for one in written.FINDING.findall(found or ""))
    return tuple(
        LeftOut(written.text(text), written.text(why), stated(_attributes(said), default))
        for why, said, text in written.LEFT_OUT.findall(left or "")
    ), tuple(
        Finding(code, severity, message, clause, quote=quote)
        for code, severity, clause, message, quote in findings
        if code in (*BY_FORMAT, *UNREAD)
    )


def _attributes(said: str) -> dict[str, str]:
    return {name: written.text(value) for name, value in written.ATTRIBUTE.findall(said)}


def _meta(lines: _Lines) -> tuple[str, tuple[Fragment, ...]]:
    """The title, and the fragments of quoted wording."""
    line = next(lines, "")
    if line == "  <meta/>":
        return "", ()
    expect(line == "  <meta>")
    rest = iter(partial(next, lines, "  </meta>"), "  </meta>")
    meta = _match(written.META, "\n".join(rest))
    listed = written.FRAGMENT.finditer(meta[2])
    found = (Fragment(written.text(each[1]), written.text(each[2])) for each in listed)
    return written.text(meta[1] or ""), tuple(found)


def _body(lines: _Lines) -> list[Clause]:
    """The clauses in document order, those of quoted wording where it stands."""
    line = next(lines, "")
    if line == "  <body/>":
        return []
    expect(line == "  <body>")
    whole, at = lines.text, lines.at
    ends = whole.find(_BODY_ENDS, at)
    expect(ends >= 0)
    lines.at = ends + len(_BODY_ENDS)

    clauses: list[Clause] = []
    # The elements that are open, with the ID and the fragment of the clauses in them.
    above: list[tuple[str, str | None, str | None]] = [("body", None, None)]
    clause, new = written.CLAUSE.match, tuple.__new__
    escaped = "&" in whole
    while at < ends:  # by places: of a long text nothing is copied but what is kept
        match = clause(whole, at, ends)
        if match is None:
            raise UnknownError
        (tag, name, key, inferred, uncitable, scope, stated, empty,
         value, marked, headed, words, ended) = match.groups()  # fmt: skip
        behind = match.end("empty") + len(">")
        if ended is not None:
            number, label = _label(value, marked)
            heading, text, table = _plain(headed), _plain(words), None
            moves, at = _ends(ended), match.end()
            own = empty and behind + len("\n") < match.start("ends")
        else:
            following = whole.find(_ID, behind, ends)
            at = ends if following < 0 else whole.rfind("\n", behind, following) + 1
            said = "".join(written.PLACED.split(whole[behind:at]))
            number, label, heading, text, table, moves, own = _line_by_line(said)
        if escaped and "&" in match[0]:
            name, key, scope, stated = map(_meant, (name, key, scope, stated))
        _, parent, fragment = above[-1]
        kind = (_KINDS if fragment is None else _QUOTED_KINDS).get(tag)
        if kind is None or (empty and own) or len(above) > _DEEPEST:
            raise UnknownError
        # As `Clause(...)` makes it, in half the time: there are many.
        clauses.append(new(Clause, (
            name, kind, number, label, heading, text, table,
            parent if stated is None else stated, fragment, inferred is not None,
            uncitable is None, scope or "", key or "", _NOWHERE,
        )))  # fmt: skip
        if not empty:
            above.append((tag, name, fragment))
        for end, quoted in moves:
            if quoted is None:
                if above.pop()[0] != end or end == "body":
                    raise UnknownError
            else:
                expect(above[-1][2] is None and len(above) <= _DEEPEST)
                above.append((end, None, quoted))
    expect(len(above) == 1)
    return clauses


def _meant(value: str | None) -> str | None:
    return None if value is None else written.text(value)


class _Said(NamedTuple):
    """What a clause says itself, and what follows up to the next one.

    `moves` are the elements that end, by name, and those of quoted wording that begin, each with
    its fragment. `own` is 0 where the clause says nothing.
    """

    number: str
    label: Runs
    heading: Runs
    text: Runs
    table: Table | None
    moves: tuple[tuple[str, str | None], ...]
    own: int


_plain = lru_cache(written.KNOWN)(written.plain)


@cache
def _ends(lines: str) -> tuple[tuple[str, str | None], ...]:
    """The names of the elements that end."""
    return tuple((name, None) for name in written.END.findall(lines))


@lru_cache(written.KNOWN)
def _line_by_line(behind: str) -> _Said:
    """What stands behind the element that a clause begins with, where that is not text alone."""
    expect(behind.startswith("\n"))
    lines = _Lines(behind.removesuffix("\n"), 1)
    said: dict[str, Any] = {}
    moves: list[tuple[str, str | None]] = []
    own = 0
    for line in lines:
        what, value = _next(line, lines)
        if what in written.ORDER:  # each stands once and in its order, before all that moves
            order = written.ORDER.index(what) + 1
            expect(order > own and not moves)
            own = order
            said[what] = _table(lines, *value) if what == "grid" else value
        else:
            expect(what in {"close", "quoted"})
            moves.append((value, None) if what == "close" else ("quotedStructure", value))
    number, label = said.get("num", ("", ()))
    return _Said(
        number, label, said.get("heading", ()), said.get("content", ()), said.get("grid"),
        tuple(moves), own,
    )  # fmt: skip


# ----------------------------------------------------------------------------------------- lines


def _line(line: str) -> tuple[str, Any]:
    """What a line is, and what it says; raises UnknownError."""
    name = written.name(line)
    if name[:1] == "/":
        expect(line.endswith(f"<{name}>") and line.count("<") == 1)
        return "close", name[1:]
    if name == "grid":
        grid = _match(written.GRID, line)
        return "grid", (int(grid[1] or 0), bool(grid[2]))
    if name == "quotedStructure":
        return "quoted", written.text(_match(written.WORDING, line)[1])
    if name == "tr":
        row = _row(line)
        return name, parsed.leaf(line, name) if row is None else row
    pattern = written.leaf(name)
    if pattern is None:
        raise UnknownError
    match = pattern.fullmatch(line)
    if match is None:
        return name, parsed.leaf(line, name)
    if name == "num":
        return name, _label(match[1], match[2])
    if name == "column":
        role, start, end, heading = match.groups()
        return name, Column(written.text(heading or ""), role, _day(start), _day(end))
    return name, written.plain(match[1])


_known = lru_cache(written.KNOWN)(_line)


def _next(line: str, lines: _Lines) -> tuple[str, Any]:
    """What the next line is, with further ones where there are breaks in the text of a leaf."""
    try:
        return _known(line)
    except (UnknownError, InvalidXml):
        return _line(_whole(line, lines))


def _whole(line: str, lines: _Lines) -> str:
    """A leaf with its further lines."""
    name = written.name(line)
    expect(name == "tr" or written.leaf(name))
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
            expect((what, value) == ("close", "grid"))
            return Table(tuple(rows), header_rows, tuple(columns))
    expect(empty)
    return Table((), header_rows)


def _row(line: str) -> tuple[Cell, ...] | None:
    """The cells of a row of text and marks alone; None of another one."""
    if written.ROW.fullmatch(line) is None:
        return None
    return tuple([_simple(*cell) for cell in written.CELL.findall(line)])


@lru_cache(written.KNOWN)
def _simple(columns: str, rows: str, marked: str) -> Cell:
    """A cell of text and marks alone."""
    return Cell(written.plain(marked), int(columns or 1), int(rows or 1))


@lru_cache(written.KNOWN)  # most are (a), (b) and the like
def _label(value: str | None, label: str | None) -> tuple[str, Runs]:
    """A number and its label, where the label is text alone."""
    runs = written.plain(label)
    return written.number(value, runs), runs


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)

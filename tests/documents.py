"""Documents for tests: made by hand with `clause` and `document`, or drawn with `documents()`.

Every document that `documents()` draws keeps the rules of `clausetrack.model`: IDs are unique in
their ID space, clauses stand in document order, and quoted wording stands inside its item. Its
texts are what agreements hold and what breaks writers: money, dates, references, white space at
both ends, line breaks, no-break spaces, mark-up characters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from hypothesis import strategies as st

from clausetrack.errors import FINDINGS
from clausetrack.model import (
    KINDS,
    Cell,
    Clause,
    Column,
    Document,
    Finding,
    Fragment,
    LeftOut,
    Run,
    Runs,
    Source,
    Table,
)
from clausetrack.numbering import ClauseId, parse

FILE = "sample.txt"

# ------------------------------------------------------------------------------------- by hand


def runs(text: str, source: Source | None = None, emphasis: str = "", revision: str = "") -> Runs:
    """One run, or none where there is no text."""
    return (Run(text, emphasis, revision, source),) if text else ()


def clause(
    clause_id: str,
    text: str = "",
    *,
    heading: str = "",
    kind: str = "",
    parent: str | None = None,
    fragment: str | None = None,
    table: Table | None = None,
    line: int | None = None,
) -> Clause:
    """A clause with its number and parent read from its ID: `clause("4.3.2(a)", "...")`.

    `kind` is guessed from the ID too: a part, a clause, a paragraph, or what a positional ID
    names ("4.1.1 table 1", "5.6.5 note 1"). Where `line` is given, number, heading and text have
    sources in it.
    """
    number, above, guess = _read(clause_id)
    source = Source(file=FILE, line=line)
    label = runs(number, _placed(source, 0, number))
    at = len(number) + 1 if number else 0
    titled = runs(heading, _placed(source, at, heading))
    at += len(heading) + 1 if heading else 0
    words = runs(text, _placed(source, at, text))
    return Clause(
        id=clause_id,
        kind=kind or guess,
        number=number,
        label=label,
        heading=titled,
        text=words,
        table=table,
        parent=above if parent is None else (parent or None),
        fragment=fragment,
        citable=guess in {"part", "clause", "paragraph"},
        source=replace(source, end=at + len(text)) if line is not None else Source(file=FILE),
    )


def _read(clause_id: str) -> tuple[str, str | None, str]:
    """The number, the parent and the kind that an ID tells of."""
    try:
        read = parse(clause_id)
    except ValueError:
        return "", None, "text"
    above = str(read.parent) if read.parent is not None else None
    if read.place:
        name = read.place.split()[0]
        return "", above, name if name in {"note", "bullet", "table"} else "text"
    if read.labels:
        return f"({read.labels[-1]})", above, "paragraph"
    if read.numbers:
        return ".".join(read.numbers), above, "clause"
    return read.division, None, "part"


def _placed(source: Source, start: int, text: str) -> Source | None:
    if source.line is None:
        return None
    return replace(source, start=start, end=start + len(text))


def document(
    *clauses: Clause,
    kind: str = "agreement",
    agreement: str = "STCA",
    version: str = "2022-25",
    title: str = "Sample Collective Agreement",
) -> Document:
    """A document of those clauses, each under the nearest clause above it that is among them.

    In terms the quoted wording of a fragment belongs to the item that stands before it.
    """
    present = {(one.fragment, one.id) for one in clauses}
    kept = tuple(one._replace(parent=_nearest(one, present)) for one in clauses)
    items: dict[str, str] = {}
    last = ""
    for one in kept:
        if one.fragment is None:
            last = one.id
        else:
            items.setdefault(one.fragment, last)
    return Document(
        kind=kind,
        agreement=agreement,
        title=title,
        version=version,
        clauses=kept,
        fragments=tuple(Fragment(name, item) for name, item in items.items()),
        read=sum(len("".join(one.printed.split())) for one in kept),
        file=FILE,
    )


def _nearest(one: Clause, present: set[tuple[str | None, str]]) -> str | None:
    """The parent of a clause, or the next above that is there."""
    parent = one.parent
    while parent is not None and (one.fragment, parent) not in present:
        above = parse(parent).parent
        parent = str(above) if above is not None else None
    return parent


def table(rows: Sequence[Sequence[str]], columns: Sequence[Column] = ()) -> Table:
    """A table of plain cells whose first row is the heading."""
    cells = tuple(tuple(Cell(runs(text)) for text in row) for row in rows)
    return Table(cells, 1, tuple(columns))


# ----------------------------------------------------------------------------------- at random

_PHRASES = (
    "$5,500 per annum",
    "62 cents",
    "2.5%",
    "28 January 2026",
    "clause 4.1",
    "clauses 4.1 to 4.3",
    "(a) and (b) above",
    "Part Eleven",
    "item 3",
    "section 53 of the Employment Relations Act 2000",
    "clause 3.9 of the PTCA",
    "kaiako and ākonga",
    "\u00a0",
    "  ",
    "\n",
    "\t",
    "\r",
    "<&>\"']]>",
    "",
)
_CHARACTERS = st.characters(
    codec="utf-8",
    exclude_categories=("Cs", "Cn"),
    exclude_characters="".join(map(chr, [*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])),
)


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def texts(max_size: int = 12) -> st.SearchStrategy[str]:
    """Text that XML can hold, with and without what the program marks in it."""
    pieces = st.one_of(st.sampled_from(_PHRASES), st.text(_CHARACTERS, max_size=max_size))
    return st.lists(pieces, max_size=4).map(lambda parts: _nfc("".join(parts)))


_SMALL = st.integers(0, 5)


@st.composite
def sources(draw: st.DrawFn) -> Source:
    """Places in the document's own file, mostly, and in others."""
    start = draw(_SMALL)
    return Source(
        file=draw(st.sampled_from([FILE, FILE, FILE, "", "terms.docx"])),
        line=draw(st.none() | st.integers(1, 3)),
        page=draw(st.none() | st.integers(1, 3)),
        part=draw(st.sampled_from(["", "", "word/document.xml", "word/footnotes.xml"])),
        paragraph=draw(st.none() | _SMALL),
        start=start,
        end=draw(st.just(start) | _SMALL),
    )


@st.composite
def run_lists(draw: st.DrawFn, place: Source) -> Runs:
    """Runs one after another in the clause's own place, or wherever."""
    found = []
    at = draw(_SMALL)
    for _ in range(draw(st.integers(0, 4))):
        text = draw(texts())
        where = draw(st.sampled_from(["follows", "follows", "beside", "nowhere", "anywhere"]))
        source: Source | None = None
        if where == "follows":
            source = replace(place, start=at, end=at + len(text))
            at += len(text)
        elif where == "beside":
            at = draw(_SMALL)
            source = replace(place, start=at, end=draw(_SMALL))
            at = source.end
        elif where == "anywhere":
            source = draw(sources())
        emphasis = draw(st.sampled_from(["", "", "b", "i", "u", "bi", "bu", "iu", "biu"]))
        revision = draw(st.sampled_from(["", "", "inserted", "deleted"]))
        found.append(Run(text, emphasis, revision, source))
    return tuple(found)


@st.composite
def tables(draw: st.DrawFn, place: Source) -> Table:
    """Tables, ragged ones and empty ones too."""
    cells = st.builds(Cell, run_lists(place), st.integers(1, 3), st.integers(1, 3))
    rows = draw(st.lists(st.lists(cells, max_size=3).map(tuple), max_size=3))
    days = st.none() | st.dates(date(1990, 1, 1), date(2100, 1, 1))
    roles = st.sampled_from(["key", "group", "rate", "other"])
    columns = draw(st.lists(st.builds(Column, texts(), roles, days, days), max_size=3))
    return Table(tuple(rows), draw(st.integers(0, 3)), tuple(columns))


@dataclass
class _Tree:
    """What is needed to hang one more clause into an ID space: the IDs, and the open path."""

    fragment: str | None = None
    ids: set[str] = field(default_factory=set)
    path: list[str] = field(default_factory=list)


@st.composite
def _clauses(draw: st.DrawFn, tree: _Tree) -> Clause:
    """One more clause, under any clause of the open path or at the top."""
    depth = draw(st.integers(0, len(tree.path)))
    del tree.path[depth:]
    above = tree.path[-1] if tree.path else None
    base = ClauseId(numbers=(draw(st.sampled_from(["1", "4", "4A"])),)) if above is None else None
    clause_id = (
        str(base) if base else f"{above}{draw(st.sampled_from(['.1', '.2', '(a)', ' note 1']))}"
    )
    clause_id = draw(st.just(clause_id) | texts())
    while clause_id in tree.ids:
        clause_id += "'"
    tree.ids.add(clause_id)
    tree.path.append(clause_id)
    place = draw(st.just(Source(file=FILE, line=len(tree.ids))) | sources())
    number = draw(st.sampled_from(["", "4", "(a)"]) | texts())
    return Clause(
        id=clause_id,
        kind=draw(st.sampled_from(KINDS)),
        number=number,
        label=draw(st.just(runs(number, place)) | run_lists(place)),
        heading=draw(st.just(()) | run_lists(place)),
        text=draw(run_lists(place)),
        table=draw(st.none() | st.none() | tables(place)),
        parent=above,
        fragment=tree.fragment,
        inferred=draw(st.booleans()),
        citable=draw(st.booleans()),
        scope=draw(st.sampled_from(["", "4"]) | texts()),
        key=draw(st.sampled_from(["", "4@2022-25"])),
        source=place,
    )


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Any document that the model allows."""
    body = _Tree()
    clauses: list[Clause] = []
    fragments: list[Fragment] = []
    for _ in range(draw(st.integers(0, 6))):
        clauses.append(draw(_clauses(body)))
        if draw(st.integers(0, 2)) == 0:
            quoted = _Tree(fragment=f"{body.path[0]} quoted {len(fragments) + 1}")
            fragments.append(Fragment(quoted.fragment or "", draw(st.sampled_from(body.path))))
            clauses += [draw(_clauses(quoted)) for _ in range(draw(st.integers(0, 4)))]
    findings = st.builds(
        Finding,
        st.sampled_from(sorted(FINDINGS)),
        st.sampled_from(["info", "warning", "error"]),
        texts(),
        texts(),
        st.none() | sources(),
        texts(),
    )
    return Document(
        kind=draw(st.sampled_from(["agreement", "terms"])),
        agreement=draw(st.sampled_from(["", "STCA"]) | texts()),
        title=draw(texts()),
        version=draw(st.sampled_from(["", "2022-25"])),
        clauses=tuple(clauses),
        fragments=tuple(draw(st.permutations(fragments))),
        left_out=tuple(draw(st.lists(st.builds(LeftOut, texts(), texts(), sources()), max_size=2))),
        markup=tuple(draw(st.lists(sources(), max_size=2))),
        findings=tuple(draw(st.lists(findings, max_size=2))),
        read=draw(st.integers(0, 10**6)),
        file=draw(st.sampled_from([FILE, FILE, ""])),
    )

"""The words of the program: documents, clauses, runs, amendments, operations, findings.

Frozen values and no I/O. A document is a flat tuple of clauses *in document order*; the tree is in
their `parent` IDs, so the subtree of a clause is a contiguous slice of that tuple.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Source:
    """Where text stood: a text file's line, or a Word package's part and paragraph.

    `line` and `page` count from 1. `paragraph` counts from 0 the `w:p` elements of `part` in
    document order, those inside tables included. `start` and `end` are character offsets in that
    line, or in that paragraph's text.
    """

    file: str = ""
    line: int | None = None
    page: int | None = None
    part: str = ""
    paragraph: int | None = None
    start: int = 0
    end: int = 0

    def __str__(self) -> str:
        where = [self.file] if self.file else []
        if self.page is not None:
            where.append(f"page {self.page}")
        if self.line is not None:
            where.append(f"line {self.line}")
        if self.paragraph is not None:
            where.append(f"paragraph {self.paragraph + 1}")
        return ", ".join(where)


class Run(NamedTuple):
    """Printed text in one emphasis, from one place.

    `emphasis` holds the letters `b`, `i`, `u` in that order; `revision` is "", "inserted" or
    "deleted". A line break inside a paragraph is "\\n". `source` is None where no source holds it.
    """

    text: str
    emphasis: str = ""
    revision: str = ""
    source: Source | None = None


Runs = tuple[Run, ...]


def plain(runs: Runs) -> str:
    """The text of `runs`, joined."""
    if not runs:  # most headings are empty, and most texts one run
        return ""
    return runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])


@dataclass(frozen=True, slots=True)
class Line:
    """What a reader hands to `segment`: one paragraph, or one row of a table.

    `cells` is None for a paragraph. `table` numbers the table that a row belongs to. `style` is
    the reader's hint, "" or one of `title`, `heading`, `list`; `level` its depth (heading level,
    list indent). `label` is a number that the format computes and the text does not hold (Word's
    automatic numbering), and `series` the list that it counts in, with the lists inside that:
    labels of one series stand as deep as their `level` says. It is 0 where the source is silent.
    """

    runs: Runs
    source: Source
    style: str = ""
    level: int = 0
    label: str = ""
    cells: tuple[Cell, ...] | None = None
    table: int | None = None
    series: int = 0

    @property
    def text(self) -> str:
        return plain(self.runs)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Text of the source that no clause holds, and why.

    `at` are the paragraphs that a note or comment is of, where the source says so.
    """

    text: str
    why: str
    source: Source
    at: tuple[Source, ...] = ()


class Picture(NamedTuple):
    """A picture that a source shows: `key` is made of its bytes, or is the address that it has.

    `whole` says that it is all that its page holds; the key is "" where nothing tells it from
    another one.
    """

    key: str
    source: Source
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a reader found in one source: the input of `segment.build`.

    `markup` and `left_out` account for every character of the source that no line holds; `read`
    counts its non-space characters independently. `pictures` are those of a PDF and of a web page.
    """

    lines: tuple[Line, ...]
    file: str = ""
    title: str = ""
    markup: tuple[Source, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    findings: tuple[Finding, ...] = ()
    read: int = 0
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text and the grid columns and rows that it covers."""

    runs: Runs
    colspan: int = 1
    rowspan: int = 1

    @property
    def text(self) -> str:
        return plain(self.runs)


@dataclass(frozen=True, slots=True)
class Column:
    """What a column of a table means.

    `role` is `key` (step), `group` (qualification group), `rate`, or `other`. A rate column is in
    force from `start` (None: not stated) and, where its heading says "until" or "to", up to `end`.
    """

    heading: str
    role: str = "other"
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; the first `header_rows` are headings. `columns` has one a column."""

    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int = 0
    columns: tuple[Column, ...] = ()

    @property
    def texts(self) -> list[list[str]]:
        """The cell texts, row by row."""
        return [[cell.text for cell in row] for row in self.rows]

    def key(self, row: int) -> str:
        """The key of a row: the text of its `key` column, or of its first cell."""
        at = next((i for i, column in enumerate(self.columns) if column.role == "key"), 0)
        cells = self.rows[row]
        return cells[at].text.strip() if at < len(cells) else ""


# ------------------------------------------------------------------------------------ clauses

#: A Part or Appendix; 4.3.2; (a); an item of terms; unnumbered headings and paragraphs.
KINDS = ("part", "clause", "paragraph", "item", "heading", "note", "bullet", "text", "table")


class Clause(NamedTuple):
    """One unit of a document.

    `id` is the printed citation, normalised (`numbering.ClauseId`), unique among the clauses of
    the same `fragment`. `number` is the label without the punctuation around it ("4.3.2", "(a)");
    `label` the label as printed, empty where the label is `inferred` or there is none. `heading`
    and `text` are the clause's own: where both are there they are two paragraphs, the heading
    first. A table's caption is its `heading`. `fragment` is None in the document's own body, and
    the ID of a `Fragment` in quoted wording. `scope` says what a note governs, as an ID. `key` is
    the permanent name: the first ID and the version that introduced it.
    """

    id: str
    kind: str
    number: str = ""
    label: Runs = ()
    heading: Runs = ()
    text: Runs = ()
    table: Table | None = None
    parent: str | None = None
    fragment: str | None = None
    inferred: bool = False
    citable: bool = True
    scope: str = ""
    key: str = ""
    source: Source = Source()

    @property
    def heading_text(self) -> str:
        return plain(self.heading)

    @property
    def own_text(self) -> str:
        return plain(self.text)

    @property
    def runs(self) -> Iterator[Run]:
        """All its runs: of the label, the heading, the text, and the cells of its table."""
        yield from (*self.label, *self.heading, *self.text)
        for row in self.table.rows if self.table else ():
            for cell in row:
                yield from cell.runs

    @property
    def shown_number(self) -> str:
        """Its number; of an item of a list its label as it is printed: "A.", "(a)"."""
        label = plain(self.label).strip() if self.kind == "paragraph" else ""
        return label or self.number

    @property
    def printed(self) -> str:
        """Number, heading and text as one line: what a reader of the paper sees."""
        parts = (plain(self.label) or self.number, self.heading_text, self.own_text)
        return " ".join(part.strip() for part in parts if part.strip())


@dataclass(frozen=True, slots=True)
class Fragment:
    """Wording that an item of the terms quotes for the agreement: an ID space of its own."""

    id: str
    item: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong or noteworthy *in a document*; `code` is permanent (`errors.FINDINGS`)."""

    code: str
    severity: str
    message: str
    clause: str = ""
    source: Source | None = None
    quote: str = ""


@dataclass(frozen=True)
class Document:
    """An agreement, or terms of settlement.

    `kind` is "agreement" or "terms"; `agreement` the short name ("STCA"), `version` its years
    ("2022-25"), both "" where it does not say. `markup` holds the places of the source's own
    mark-up (emphasis, table rules); `read` counts the non-space characters of the source.
    `pictures` are those that its reader told of; XML keeps none.
    """

    kind: str
    agreement: str = ""
    title: str = ""
    version: str = ""
    clauses: tuple[Clause, ...] = ()
    fragments: tuple[Fragment, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    markup: tuple[Source, ...] = ()
    findings: tuple[Finding, ...] = ()
    read: int = 0
    file: str = ""
    pictures: tuple[Picture, ...] = ()

    @cached_property
    def body(self) -> dict[str, Clause]:
        """The clauses of the document's own body, by ID."""
        return {clause.id: clause for clause in self.clauses if clause.fragment is None}

    @cached_property
    def _quoted(self) -> dict[str, list[Clause]]:
        quoted: dict[str, list[Clause]] = {}
        for clause in self.clauses:
            if clause.fragment is not None:
                quoted.setdefault(clause.fragment, []).append(clause)
        return quoted

    def fragment(self, name: str) -> tuple[Clause, ...]:
        """The clauses of one fragment, in order."""
        return tuple(self._quoted.get(name, ()))

    def subtree(self, clause_id: str) -> tuple[Clause, ...]:
        """A clause of the body and everything under it, in order; empty where there is none."""
        return subtree(tuple(self.body.values()), clause_id)


def subtree(clauses: tuple[Clause, ...], clause_id: str) -> tuple[Clause, ...]:
    """The clause with that ID and everything under it, of clauses in one ID space."""
    inside: set[str] = set()
    found = []
    for clause in clauses:
        if clause.id == clause_id or clause.parent in inside:
            inside.add(clause.id)
            found.append(clause)
    return tuple(found)


def by_depth(clauses: Iterable[Clause]) -> Iterator[tuple[Clause, int]]:
    """Clauses in their order, each with how many of them it stands under."""
    depths: dict[tuple[str | None, str], int] = {}
    for clause in clauses:
        depth = depths.get((clause.fragment, clause.parent or ""), -1) + 1
        depths[clause.fragment, clause.id] = depth
        yield clause, depth


def tops(clauses: tuple[Clause, ...]) -> Iterator[Clause]:
    """The clauses whose parent is not among `clauses`."""
    inside = {clause.id for clause in clauses}
    return (clause for clause in clauses if clause.parent not in inside)

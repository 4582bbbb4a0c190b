"""The base document's main part, open for tracked changes at the places its clauses came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from clausetrack.diff.words import words
from clausetrack.errors import UnreadableInput
from clausetrack.model import Clause, Runs, Source
from clausetrack.ooxml import revisions
from clausetrack.ooxml.marks import Stamp, Text, text_of
from clausetrack.ooxml.names import Element, w
from clausetrack.ooxml.numbering import labels
from clausetrack.ooxml.package import Package
from clausetrack.ooxml.styles import Styles
from clausetrack.ooxml.text import Piece, pieces, places, printed_paragraphs


@dataclass
class Base:
    """The main part: its paragraphs' texts and elements by place, and the order of its blocks.

    `labels` are those that Word computes, and `laid` the tables that only lay clauses out.
    """

    part: str
    root: Element
    by: Stamp
    texts: dict[int, Text]
    holders: dict[int, Element]
    order: dict[Element, int]
    own: dict[Element, int]
    labels: dict[Element, str] = field(default_factory=dict)
    touched: list[Element] = field(default_factory=list)
    laid: set[Element] = field(default_factory=set)

    def place(self, source: Source | None) -> int | None:
        """The place of a run in this part; None where it came from elsewhere."""
        if source is None or source.part != self.part or source.paragraph not in self.holders:
            return None
        return source.paragraph

    def places(self, runs: Runs) -> list[int]:
        """The places that `runs` came from, in order."""
        found = (self.place(run.source) for run in runs)
        return list(dict.fromkeys(at for at in found if at is not None))

    def paragraphs(self, clause: Clause) -> list[Element]:
        """The paragraphs that hold the label, heading or text of a clause, in document order."""
        found = {self.holders[at] for at in self.places(own_runs(clause))}
        return sorted(found, key=lambda element: self.order[element])

    def table(self, clause: Clause) -> Element | None:
        """The table of a clause: the outermost one that holds none of the clauses around it."""
        for at in self.places(table_runs(clause)):
            around = list(self.holders[at].iterancestors(w("tbl")))
            for table in reversed(around):
                if table not in self.laid:
                    return table
        return None

    def blocks(self, clause: Clause) -> list[Element]:
        """The paragraphs and the table of a clause, in document order."""
        table = self.table(clause)
        found = [*self.paragraphs(clause), *([] if table is None else [table])]
        return sorted(found, key=lambda element: self.order[element])

    def replace(self, old: Runs, new: str) -> bool:
        """Change the text of `old` into `new`, word by word; was there anything to change?"""
        parts = list(self._parts(old))
        before = "".join(text for text, _, _ in parts)
        at, changed = 0, False
        for edit in words(before, new):
            if edit.op == "insert":
                self._insert(parts, at, edit.text)
                changed = True
                continue
            if edit.op == "delete":
                self._delete(parts, at, at + len(edit.text))
                changed = True
            at += len(edit.text)
        return changed

    def text_in(self, paragraph: Element) -> Text:
        """The text of a paragraph that may hold none."""
        return self.texts[self.own[paragraph]]

    def touch(self, paragraph: Element) -> None:
        """Note a paragraph whose text changes."""
        self.touched.append(paragraph)

    def _parts(self, runs: Runs) -> Iterator[tuple[str, int | None, int]]:
        """The text of `runs` as it stands in the part: text, place (or None), offset there."""
        for run in runs:
            place = self.place(run.source)
            if place is None or run.source is None:
                yield run.text, None, 0
            else:
                text = self.texts[place].original[run.source.start : run.source.end]
                yield text, place, run.source.start

    def _delete(self, parts: list[tuple[str, int | None, int]], start: int, end: int) -> None:
        at = 0
        for (text, place, offset), (_, then, further) in pairwise([*parts, ("", None, 0)]):
            first, last = max(start, at), min(end, at + len(text))
            if first < last and place is not None:
                stop = offset + last - at
                if place == then and at + len(text) < end and stop < further:
                    stop = further  # the mark of a note goes with the words around it
                self.texts[place].delete(offset + first - at, stop, self.by)
                self.touch(self.holders[place])
            at += len(text)

    def _insert(self, parts: list[tuple[str, int | None, int]], where: int, text: str) -> None:
        at = 0
        found: tuple[int, int] | None = None
        for part, place, offset in parts:
            if place is not None and (
                at < where <= at + len(part) or (found is None and at >= where)
            ):
                found = (place, offset + max(where - at, 0))
            at += len(part)
        if found is None:
            located = [(place, offset + len(part)) for part, place, offset in parts
                       if place is not None]  # fmt: skip
            if not located:
                raise UnreadableInput("the base's wording does not come from the base file")
            found = located[-1]
        place, offset = found
        self.texts[place].insert(offset, text, self.by)
        self.touch(self.holders[place])


def own_runs(clause: Clause) -> Runs:
    """The runs of a clause's label, heading and text."""
    return (*clause.label, *clause.heading, *clause.text)


def table_runs(clause: Clause) -> Runs:
    """The runs of the cells of a clause's table."""
    if clause.table is None:
        return ()
    return tuple(run for row in clause.table.rows for cell in row for run in cell.runs)


def open_base(
    package: Package, known: Styles, view: revisions.View, by: Stamp, root: Element
) -> Base:
    """The main part in `root` with its places noted, then its own tracked changes settled."""
    where = places(root)
    revisions.resolve_part(root, view)
    texts: dict[int, Text] = {}
    holders: dict[int, Element] = {}
    printed = list(printed_paragraphs(root))
    for paragraph in printed:
        groups: dict[int, list[Piece]] = {}
        for piece in pieces(paragraph):
            groups.setdefault(where[piece.node], []).append(piece)
        groups.setdefault(where[paragraph], [])
        for at, group in groups.items():
            if group or at not in texts:
                texts[at] = text_of(paragraph, group)
                holders[at] = paragraph
    order = {element: at for at, element in enumerate(root.iter(w("p"), w("tbl")))}
    own = {paragraph: where[paragraph] for paragraph in printed}
    computed = labels(package, known, root)
    return Base(package.document, root, by, texts, holders, order, own, computed)

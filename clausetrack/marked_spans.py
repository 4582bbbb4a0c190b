"""In which clauses the tracked changes of a written file stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from clausetrack.model import Clause, Document, Runs


@dataclass(frozen=True, slots=True)
class Mark:
    """A revision as it stands in the written package: in the paragraph `paragraph` of `part`."""

    revision: str
    part: str
    paragraph: int
    text: str


@dataclass(frozen=True, slots=True)
class ChangedSpan:
    """Text of the written file that carries a revision, "inserted" or "deleted".

    `clause` is the clause that it stands in: of the accepted document where it is inserted, of the
    rejected one where it is deleted; "" where it stands in none. `beside` are others of the same
    paragraph ("5.1 (a) The employer …" holds two), any of which it may stand in.
    """

    revision: str
    clause: str
    text: str
    beside: tuple[str, ...] = ()


def locate(
    marks: Iterable[Mark], rejected: Document, accepted: Document
) -> tuple[ChangedSpan, ...]:
    """The clauses that `marks` stand in, by the paragraphs that the two views were read from."""
    places = {"deleted": _paragraphs(rejected), "inserted": _paragraphs(accepted)}
    out = []
    for mark in marks:
        if mark.text.strip():
            held = places[mark.revision].get((mark.part, mark.paragraph), ("",))
            clause, *beside = held
            out.append(ChangedSpan(mark.revision, clause, mark.text, tuple(beside)))
    return tuple(out)


def _paragraphs(document: Document) -> dict[tuple[str, int], dict[str, None]]:
    places: dict[tuple[str, int], dict[str, None]] = {}
    for clause in document.clauses:
        for run in _runs(clause):
            if run.source is not None and run.source.paragraph is not None:
                at = (run.source.part, run.source.paragraph)
                places.setdefault(at, {})[clause.id] = None
    return places


def _runs(clause: Clause) -> Runs:
    rows = clause.table.rows if clause.table else ()
    cells = tuple(run for row in rows for cell in row for run in cell.runs)
    return (*clause.label, *clause.heading, *clause.text, *cells)

"""The references of documents as one self-contained page: a graph, who cites what, what is open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from clausetrack.across import Followed
from clausetrack.model import Clause, Document, Finding
from clausetrack.render.html_page import page

_ROW = 22  # pixels from one clause of the graph to the next
_LEFT, _BULGE, _WIDEST = 420, 16, 520  # where arcs begin, how far each row of theirs bulges


@dataclass(frozen=True, slots=True)
class Node:
    """A clause in the graph: its ID, its heading and where it stands."""

    id: str
    heading: str
    y: int


@dataclass(frozen=True, slots=True)
class Arc:
    """One clause cites another: the path of the arc, and each citation in words."""

    path: str
    title: str
    back: bool


@dataclass(frozen=True, slots=True)
class Cited:
    """A clause that others cite: by which, and in what words."""

    id: str
    by: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Graph:
    """The references of one document to its own clauses."""

    name: str
    nodes: tuple[Node, ...]
    arcs: tuple[Arc, ...]
    cited: tuple[Cited, ...]
    outward: tuple[Followed, ...]
    height: int
    width: int = _LEFT + _WIDEST


def references(
    documents: Sequence[Document], followed: Sequence[Followed], findings: Iterable[Finding] = ()
) -> bytes:
    """The page as UTF-8. `findings` are the references that a change left behind."""
    graphs = [
        _graph(document, [one for one in followed if one.document is document])
        for document in documents
    ]
    return page("references", graphs=graphs, findings=tuple(findings))


def _graph(document: Document, own: Sequence[Followed]) -> Graph:
    inside = [
        one
        for one in own
        if one.into is document and one.reference.fragment is None and not one.new
    ]
    clauses = document.body
    pairs: dict[tuple[str, str], list[str]] = {}
    cited: dict[str, dict[tuple[str, str], None]] = {}
    for one in inside:
        for target in one.reference.targets:
            said = (one.reference.clause, one.reference.text)
            cited.setdefault(target, {})[said] = None
            ends = _unit(one.reference.clause, clauses), _unit(target, clauses)
            if ends[0] != ends[1]:
                pairs.setdefault(ends, []).append(f"{said[0]}: {said[1]}")
    at = {clause_id: n for n, clause_id in enumerate(clauses)}
    units = sorted({unit for pair in pairs for unit in pair}, key=lambda unit: at[unit])
    rows = {unit: n for n, unit in enumerate(units)}
    arcs = tuple(_arc(rows[one], rows[other], told) for (one, other), told in pairs.items())
    return Graph(
        " ".join(part for part in (document.agreement, document.version, document.kind) if part),
        tuple(Node(unit, clauses[unit].heading_text, _y(rows[unit])) for unit in units),
        arcs,
        tuple(Cited(target, tuple(by)) for target, by in sorted(cited.items(), key=_most)),
        tuple(one for one in own if one not in inside),
        _y(len(units)),
    )


def _most(entry: tuple[str, dict[tuple[str, str], None]]) -> int:
    return -len(entry[1])


def _unit(clause_id: str, clauses: dict[str, Clause]) -> str:
    """The clause of the graph that holds one: the highest above it that is no Part."""
    here = clauses[clause_id]
    while here.parent in clauses and clauses[here.parent].kind != "part":
        here = clauses[here.parent]
    return here.id


def _y(row: int) -> int:
    return _ROW * (row + 1)


def _arc(one: int, other: int, told: Sequence[str]) -> Arc:
    bulge = _LEFT + min(_WIDEST - 20, 24 + _BULGE * abs(one - other))
    path = f"M{_LEFT} {_y(one)}C{bulge} {_y(one)} {bulge} {_y(other)} {_LEFT} {_y(other)}"
    return Arc(path, "\n".join(dict.fromkeys(told)), other < one)

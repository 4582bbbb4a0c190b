"""The text of an agreement, unit by unit, with what changed in it and where it can be linked to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from clausetrack.diff.tables import TableComparison
from clausetrack.diff.words import WordEdit, words
from clausetrack.model import Clause, Document, by_depth
from clausetrack.references import references
from clausetrack.render.schedule import printed_number

DEEPEST = 8  # indents that the style sheet knows

#: The places of the links in one text: start, end, and the anchor that the words lead to.
Links = Sequence[tuple[int, int, str]]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stay, went or came (`op`: equal, delete, insert), and the anchor they lead to."""

    op: str
    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a unit as printed, marked up: `role` is number, heading or text."""

    role: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell to print: `scope` is col, row or ""; `side` old, new, neither or "".

    `side` is "" where both versions have it; neither has it where a row that went meets a
    column that came. `figure` says that it is an amount, to be set flush right.
    """

    pieces: tuple[Piece, ...]
    scope: str = ""
    colspan: int = 1
    rowspan: int = 1
    figure: bool = False
    side: str = ""


@dataclass(frozen=True, slots=True)
class TableView:
    """A table to print; `side` is old or new where one version alone has it, else ""."""

    rows: tuple[tuple[CellView, ...], ...]
    side: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to a unit, and at whose order.

    `kind` is a name of the style sheet (insertion, repeal, substitution, renumbering, move, split,
    join); `said` says it to a reader. `orders` are the places of the instructions among those of
    the report, () where there are none, and `items` what each is called. `dates` are those that a
    reader may look for it by.
    """

    kind: str
    said: str
    classes: tuple[str, ...] = ()
    dates: tuple[date, ...] = ()
    orders: tuple[int, ...] = ()
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A clause on its way from one version to the next.

    `change` is None if it reads as before; its number may follow that of the clause above it.
    """

    old: Clause | None
    new: Clause | None
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """A passage to print. `number` counts the changes from 1 and is 0 where there is none.

    `label` is what the unit is called in the contents, `""` for text that no contents would list;
    `holds` says that a change stands somewhere under it. `level` is that of its heading, 3 to 6.
    """

    anchor: str
    kind: str
    depth: int
    level: int
    parts: tuple[Part, ...]
    tables: tuple[TableView, ...]
    number: int
    title: str
    label: str
    change: Change | None
    lost: bool
    came: bool
    holds: bool = False
    comparison: TableComparison | None = None
    pictures: tuple[tuple[str, Markup], ...] = ()

    @property
    def headed(self) -> bool:
        return any(part.role == "heading" for part in self.parts)


# ------------------------------------------------------------------------------------- anchors


def anchors(passages: Iterable[Passage]) -> list[str]:
    """An anchor for each passage, from the clause's ID: `clause-4.3.2`, `repealed-6.2.8(g)`."""
    used: set[str] = set()
    out = []
    for passage in passages:
        clause = passage.new or passage.old
        name = re.sub(r"[^\w.()-]+", "-", clause.id if clause else "")
        stem = anchor = f"{'clause' if passage.new else 'repealed'}-{name}"
        again = 2
        while anchor in used:
            anchor, again = f"{stem}-{again}", again + 1
        used.add(anchor)
        out.append(anchor)
    return out


def links(document: Document, standing: Mapping[str, str]) -> dict[tuple[str, str], Links]:
    """The references of the body that lead to a unit, by the clause and the place in it."""
    out: dict[tuple[str, str], list[tuple[int, int, str]]] = {}
    for each in references(document):
        if each.resolves and each.fragment is None and each.targets[0] in standing:
            spot = (each.start, each.end, standing[each.targets[0]])
            out.setdefault((each.clause, each.place), []).append(spot)
    return {place: sorted(spots) for place, spots in out.items()}


# --------------------------------------------------------------------------------------- parts


def parts(
    old: Clause | None, new: Clause | None, linked: Mapping[tuple[str, str], Links]
) -> Iterator[Part]:
    """The printed parts of a clause with the words that went and came; empty parts are left out."""
    was, now = (printed_number(clause) if clause else "" for clause in (old, new))
    if was == now and new is not None:
        was = now = new.shown_number or now  # "A." for an item that is (A)
    if was or now:
        yield Part("number", pieces(was, now))
    for role in ("heading", "text"):
        was, now = (_said(clause, role) for clause in (old, new))
        if was.strip() or now.strip():
            spots = linked.get((new.id, role), ()) if new else ()
            shift = len(now) - len(now.lstrip())
            yield Part(role, pieces(was.strip(), now.strip(), spots, shift))


def _said(clause: Clause | None, role: str) -> str:
    if clause is None:
        return ""
    return clause.heading_text if role == "heading" else clause.own_text


def pieces(old: str, new: str, spots: Links = (), shift: int = 0) -> tuple[Piece, ...]:
    """The words that stay, went and came; those of the new text cut where a link begins or ends.

    `spots` count from `shift` characters before the new text.
    """
    edits = words(old, new) if old != new else (WordEdit("equal", new),)
    if not spots:
        return tuple(Piece(edit.op, edit.text) for edit in edits)
    out: list[Piece] = []
    at = shift
    for edit in edits:
        if edit.op == "delete":
            out.append(Piece("delete", edit.text))
            continue
        end = at + len(edit.text)
        for start, stop, anchor in _cut(at, end, spots):
            out.append(Piece(edit.op, edit.text[start - at : stop - at], anchor))
        at = end
    return tuple(out)


def _cut(at: int, end: int, spots: Links) -> Iterator[tuple[int, int, str]]:
    """The stretch from `at` to `end` in pieces, each inside one link or none."""
    for start, stop, anchor in spots:
        start, stop = max(start, at), min(stop, end)
        if start >= stop:
            continue
        if at < start:
            yield at, start, ""
        yield start, stop, anchor
        at = stop
    if at < end:
        yield at, end, ""


# --------------------------------------------------------------------------------------- names


def title(passage: Passage) -> str:
    """The clause's IDs, old → new where they differ, and its heading."""
    names = dict.fromkeys(clause.id for clause in (passage.old, passage.new) if clause)
    clause = passage.new or passage.old
    heading = " ".join(clause.heading_text.split()) if clause else ""
    called = " → ".join(names)
    return called if not heading or heading in names else f"{called}  {heading}"


def label(passage: Passage) -> str:
    """What the contents call the unit: number and heading; of a change its ID at least."""
    clause = passage.new or passage.old
    if clause is None:
        return ""
    heading = " ".join(clause.heading_text.split())
    if heading and clause.kind != "table":
        return f"{clause.number}  {heading}".strip() if clause.number not in heading else heading
    return clause.id if passage.change or clause.kind == "part" else ""


def depths(document: Document) -> dict[str, int]:
    """How deep each clause of the body stands."""
    return {clause.id: min(at, DEEPEST) for clause, at in by_depth(document.body.values())}

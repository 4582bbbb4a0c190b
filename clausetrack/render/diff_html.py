"""The changes between two documents as one self-contained page: inline, and side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from clausetrack.diff.changes import KINDS, Change
from clausetrack.diff.edits import ChangeEdit, segments
from clausetrack.diff.words import WordEdit
from clausetrack.model import Clause, Document, Finding
from clausetrack.render.figures import difference
from clausetrack.render.html import page

#: What happened, for a reader who does not know our words.
SAID = {
    "inserted": "new",
    "deleted": "deleted",
    "changed": "changed",
    "moved": "moved",
    "renumbered": "renumbered",
    "split": "split",
    "joined": "joined",
}


@dataclass(frozen=True, slots=True)
class Wording:
    """A paragraph as marked up, and as each side prints it."""

    inline: tuple[WordEdit, ...]

    @property
    def old(self) -> tuple[WordEdit, ...]:
        return tuple(edit for edit in self.inline if edit.op != "insert")

    @property
    def new(self) -> tuple[WordEdit, ...]:
        return tuple(edit for edit in self.inline if edit.op != "delete")


@dataclass(frozen=True, slots=True)
class CellLine:
    """A cell, row or column that changed: where, and from what to what."""

    where: str
    old: str
    new: str
    difference: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A change to print."""

    anchor: str
    change: Change
    said: str
    title: str
    wordings: tuple[Wording, ...]
    cells: tuple[CellLine, ...]


def diff(
    old: Document, new: Document, changes: Sequence[Change], findings: Iterable[Finding] = ()
) -> bytes:
    """The page: how much changed, every change both ways, the references left behind."""
    counts = Counter(change.kind for change in changes)
    return page(
        "diff",
        old=old,
        new=new,
        counts=[(SAID[kind], counts[kind]) for kind in KINDS if counts[kind]],
        entries=[_entry(n, change) for n, change in enumerate(changes, 1)],
        findings=tuple(findings),
    )


def _entry(number: int, change: Change) -> Entry:
    said = SAID[change.kind]
    if change.kind == "changed" and (change.moved or change.renumbered):
        said = f"{'moved' if change.moved else 'renumbered'} and changed"
    elif change.kind == "split":
        said = f"split into {', '.join(change.ids)}"
    elif change.kind == "joined":
        said = f"joined from {', '.join(change.ids)}"
    names = [name for name in (change.old_id, change.new_id) if name]
    clause = change.new or change.old
    heading = " ".join(clause.heading_text.split()) if clause else ""
    title = " → ".join(dict.fromkeys(names))
    if heading and heading not in names:
        title = f"{title}  {heading}"
    return Entry(f"change-{number}", change, said, title, _wordings(change), _cells(change))


def _wordings(change: Change) -> tuple[Wording, ...]:
    """The paragraphs of a change with their edits; one that stays as it was stands once."""
    if change.kind in {"split", "joined"} or not (change.old and change.new):
        return (Wording(tuple(segments(change.old_text, change.edits))),)
    found = []
    for part, text in _parts(change.old):
        edits = [edit for edit in change.edits if edit.part == part]
        if text or edits:
            found.append(Wording(tuple(segments(text, edits))))
    return tuple(found)


def _parts(clause: Clause) -> tuple[tuple[str, str], ...]:
    return ("heading", clause.heading_text), ("text", clause.own_text)


def _cells(change: Change) -> tuple[CellLine, ...]:
    return tuple(
        CellLine(_where(edit), edit.old, edit.new, difference(edit).strip(" ()"))
        for edit in change.edits
        if edit.part not in {"heading", "text"}
    )


def _where(edit: ChangeEdit) -> str:
    if edit.part == "cell":
        return " · ".join(filter(None, (edit.row, edit.column)))
    return f"{edit.part} “{edit.row or edit.column}”"

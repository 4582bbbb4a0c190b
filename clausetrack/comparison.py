"""The whole job of comparing two versions: bytes in, changes and what follows from them out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from clausetrack.ingest import Revisions, is_word, read
from clausetrack.model import Document, Finding

if TYPE_CHECKING:
    from clausetrack.diff.changes import Change, Comparison


@dataclass(frozen=True, slots=True)
class Compared:
    """Two documents, what changed between them, and the references that did not follow."""

    old: Document
    new: Document
    comparison: Comparison
    findings: tuple[Finding, ...]

    @property
    def changes(self) -> tuple[Change, ...]:
        return self.comparison.changes


def compared(
    old: bytes,
    new: bytes,
    old_name: str = "",
    new_name: str = "",
    *,
    revisions: Revisions = "accepted",
) -> Compared:
    """What changed from `old` to `new`, both in any format that `read` knows.

    Raises what `read` raises, but for NotAnAgreement: any two texts can be compared.
    """
    from clausetrack.diff.changes import compare
    from clausetrack.diff.consequences import stale_references

    was = read(old, old_name, revisions, any_text=True, places=False)
    now = read(new, new_name, revisions, any_text=True, places=False)
    comparison = compare(was, now)
    return Compared(was, now, comparison, stale_references(was, now, comparison))


def tracked(
    old: bytes,
    new: bytes,
    old_name: str = "",
    new_name: str = "",
    *,
    revisions: Revisions = "accepted",
    author: str = "clausetrack",
    date: datetime | None = None,
) -> bytes:
    """The old document as a Word file, with what makes it the new one as tracked changes.

    A Word file keeps its look; a document in another format is set in a plain house style. `date`
    is what the changes carry; without it they carry none, so that the same input gives the same
    bytes and no change is given a date that nobody stated.
    """
    from clausetrack.render.docx_compare import compared as written

    return written(
        _as_word(old, old_name, revisions),
        _as_word(new, new_name, revisions),
        author=author,
        date=date,
        old_name=old_name,
        new_name=new_name,
        revisions=revisions,
    )


def _as_word(data: bytes, name: str, revisions: Revisions) -> bytes:
    if is_word(data):
        return data
    from clausetrack.render.docx import house

    return house(read(data, name, revisions, any_text=True))

"""Word documents: a clean one for a document, and the base with its changes tracked in place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from clausetrack.errors import UnreadableInput
from clausetrack.model import Clause, Document, Finding, by_depth
from clausetrack.ooxml import revisions as settled
from clausetrack.ooxml.comments import add_comments
from clausetrack.ooxml.controls import settle_controls
from clausetrack.ooxml.fields import compute_anew, delete_replaced_fields
from clausetrack.ooxml.marks import stamp
from clausetrack.ooxml.names import w
from clausetrack.ooxml.package import open_to_change, save, to_bytes
from clausetrack.ooxml.seams import settle_seams
from clausetrack.ooxml.styles import styles
from clausetrack.render.docx_base import Base, open_base, own_runs, table_runs
from clausetrack.render.docx_comments import Anchors
from clausetrack.render.docx_comments import comments as comments_of
from clausetrack.render.docx_house import house
from clausetrack.render.docx_numbers import settle
from clausetrack.render.docx_paragraphs import Kin
from clausetrack.render.docx_tracked import Writer
from clausetrack.settlement import Applied

__all__ = ["house", "tracked"]


def tracked(
    base_bytes: bytes,
    base: Document,
    applied: Applied,
    *,
    author: str,
    date: datetime | None = None,
    comments: bool = True,
    findings: Sequence[Finding] = (),
    revisions: settled.View = "accepted",
) -> bytes:
    """The base file with the edits of `applied` as tracked changes by `author`, at `date` if given.

    `base` is what was read from `base_bytes`; tracked changes that the file already holds are
    settled first, as they were for reading (`revisions`). Parts and paragraphs without a change
    stay as they are. With `comments`, each outcome is a comment: at its first change, else at its
    target or the nearest clause around it; and so is each of `findings` that is more than
    information, at its clause. Raises UnreadableInput where `base` is not of the file.
    """
    package = open_to_change(base_bytes, base.file)
    part = package.document
    root = package.xml(part)
    by = stamp(root, author, date)
    known = styles(package)
    as_it_was = not settled.has_revisions(root)
    package = settled.resolve(package, revisions)
    page = open_base(package, known, revisions, by, root)
    clauses = tuple(base.body.values())
    _check(page, clauses)
    page.laid.update(
        table for clause in clauses for at in page.places(own_runs(clause))
        for table in page.holders[at].iterancestors(w("tbl"))
    )  # fmt: skip
    writer = Writer(
        page,
        Kin(page, known, clauses, _depths(base)),
        _depths(applied.document),
        _owners(page, clauses),
        frozenset(edit.old.id for edit in applied.edits if edit.old and edit.new is None),
    )
    for edit in applied.edits:
        writer.write(edit)
    for paragraph in dict.fromkeys(page.touched):
        delete_replaced_fields(paragraph, by)
    package = settle(package, known, page, writer.new, writer.renumbered)
    if applied.renumbered:
        package = compute_anew(package)
    settle_seams(root, by)
    settle_controls(root, by)
    said = []
    if comments:
        anchors = Anchors(page, base, applied, writer.first, writer.made, writer.marks)
        said = comments_of(anchors, findings)
        package = add_comments(package, said, by)
    if as_it_was and not page.touched and not said:
        return save(package)
    return save(package.changed({part: to_bytes(root)}))


def _check(page: Base, clauses: Sequence[Clause]) -> None:
    """Refuse a base whose wording is not where the clauses say."""
    for clause in clauses:
        for run in (*own_runs(clause), *table_runs(clause)):
            if run.source is None:
                continue
            at = page.place(run.source)
            found = "" if at is None else page.texts[at].original
            if at is None or found[run.source.start : run.source.end] != run.text:
                raise UnreadableInput(
                    f"clause {clause.id}: its wording does not stand in the base file where it "
                    "should; read the base from the file itself"
                )


def _depths(document: Document) -> Mapping[str, int]:
    """How many clauses stand above each clause of the body."""
    return {clause.id: depth for clause, depth in by_depth(document.body.values())}


def _owners(page: Base, clauses: Sequence[Clause]) -> Mapping[int, frozenset[str]]:
    """The clauses that have wording in each paragraph."""
    found: dict[int, set[str]] = {}
    for clause in clauses:
        for at in page.places(own_runs(clause)):
            found.setdefault(at, set()).add(clause.id)
    return {at: frozenset(ids) for at, ids in found.items()}

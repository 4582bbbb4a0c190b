"""The whole job of the marked-up agreement: base and terms in, proved outputs out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from clausetrack import prove
from clausetrack.amend import fit
from clausetrack.amend.apply import apply
from clausetrack.amend.instructions import find
from clausetrack.checks.review import review
from clausetrack.errors import ProofFailed
from clausetrack.ingest import Revisions, is_word, read
from clausetrack.ingest.docx import DROPPED_WHY
from clausetrack.model import Applied, Document, Finding, Instructions
from clausetrack.prove import Mark, Proof
from clausetrack.render import docx

AUTHOR = "clausetrack"


@dataclass(frozen=True, slots=True)
class Markup:
    """A base marked up with terms of settlement.

    `docx` is the working copy: the base with every amendment that could be applied as a tracked
    change, and a comment for each instruction. `proof` is what was proved of those very bytes.
    """

    base: Document
    terms: Document
    instructions: Instructions
    applied: Applied
    proof: Proof
    docx: bytes


def markup(
    base: bytes | str | Path,
    terms: bytes | str | Path,
    *,
    base_name: str = "",
    terms_name: str = "",
    revisions: Revisions = "accepted",
    author: str = AUTHOR,
    date: datetime | None = None,
    comments: bool = True,
) -> Markup:
    """Mark up the agreement in `base` with the terms of settlement in `terms`, and prove it.

    Each is bytes, or the path of a file, in any format that `read` knows; a Word base is changed in
    place, any other is set in a plain house style. `comments` says whether each instruction is
    quoted in a comment, and each warning raised in one. `date` is the day that the tracked changes
    carry: none unless it is given.

    Raises TermsDoNotFit where the terms amend another agreement or version, ProofFailed where the
    result does not stand the proof, and what `read` raises.
    """
    base_data, base_name = _source(base, base_name)
    terms_data, terms_name = _source(terms, terms_name)
    old = read(base_data, base_name, revisions)
    ordered = read(terms_data, terms_name, revisions)
    ordered = replace(ordered, findings=(*ordered.findings, *_noted(old, ordered)))
    instructions = find(ordered)
    applied = _apply(old, ordered, instructions)
    if not is_word(base_data):
        base_data, old = _in_house_style(old)
        applied = _apply(old, ordered, instructions)
    written = docx.tracked(
        base_data,
        old,
        applied,
        author=author,
        date=date,
        comments=comments,
        findings=_of_the_agreement(old, ordered, applied),
        revisions=revisions,
    )
    proof = _prove(old, ordered, instructions, applied, written)
    if not proof.holds:
        said = "; ".join(proof.failures[:3])
        more = f" (and {len(proof.failures) - 3} more)" if len(proof.failures) > 3 else ""
        raise ProofFailed(f"the marked-up agreement does not stand the proof: {said}{more}")
    return Markup(old, ordered, instructions, applied, proof, written)


def _source(source: bytes | str | Path, name: str) -> tuple[bytes, str]:
    if isinstance(source, bytes):
        return source, name
    path = Path(source)
    return path.read_bytes(), name or path.name


def _apply(base: Document, terms: Document, instructions: Instructions) -> Applied:
    applied = apply(base, terms, instructions)
    return replace(applied, findings=(*applied.findings, *fit.unchanged_title(base, applied)))


def _noted(base: Document, terms: Document) -> Iterator[Finding]:
    """What a careful reader would note in the terms, beside the base, that reading them did not."""
    for each in review((base, terms), severity="warning").findings:
        if each.document is terms and each.group not in {"extraction", "amending"}:
            yield each.finding


def _of_the_agreement(base: Document, terms: Document, applied: Applied) -> list[Finding]:
    """What was found in amending, and what in the base or the terms' wording is of a clause."""
    quoted = {clause.id for clause in terms.clauses if clause.fragment is not None}
    worded = [one for one in terms.findings if one.clause in quoted - terms.body.keys()]
    known = base.body.keys() | applied.document.body.keys()
    said = [one for one in (*base.findings, *worded) if one.clause in known]
    return list(dict.fromkeys((*applied.findings, *said)))


def _in_house_style(base: Document) -> tuple[bytes, Document]:
    """A base that is no Word file as one, and as it is read from there."""
    data = docx.house(base)
    again = read(data, base.file)
    if list(_contents(again)) != list(_contents(base)):
        raise ProofFailed(f"{base.file} cannot be set as a Word document without changing it")
    return data, replace(
        again,
        agreement=base.agreement,
        version=base.version,
        title=base.title,
        findings=base.findings,
        clauses=tuple(
            replace(clause, key=was.key)
            for clause, was in zip(again.clauses, base.clauses, strict=True)
        ),
    )


def _contents(document: Document) -> Iterator[tuple[object, ...]]:
    for clause in document.clauses:
        cells = clause.table.texts if clause.table else None
        yield clause.id, clause.number, clause.heading_text, clause.own_text, cells


def _prove(
    base: Document, terms: Document, instructions: Instructions, applied: Applied, written: bytes
) -> Proof:
    """Read the written bytes back both ways and hold them against the base and the terms."""
    rejected = read(written, base.file, "rejected")
    accepted = read(written, base.file, "accepted")
    spans = prove.locate(
        [*_marks(accepted, "accepted"), *_marks(rejected, "rejected")], rejected, accepted
    )
    return prove.prove(base, terms, instructions, applied, rejected, accepted, spans)


def _marks(view: Document, revisions: Revisions) -> Iterator[Mark]:
    """The text that a view of the written file left out because a tracked change takes it away."""
    kind = "deleted" if revisions == "accepted" else "inserted"
    for left in view.left_out:
        if left.why == DROPPED_WHY[revisions] and left.source.paragraph is not None:
            yield Mark(kind, left.source.part, left.source.paragraph, left.text)

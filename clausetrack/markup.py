"""The whole job of the marked-up agreement: base and terms in, proved outputs out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from clausetrack import anew, prove, reasons
from clausetrack import decisions as decided
from clausetrack.amend import fit
from clausetrack.amend.apply import apply
from clausetrack.amend.by_heading import cited_by_heading
from clausetrack.amend.instructions import find
from clausetrack.amend.plan import Refusal
from clausetrack.amend.targets import located
from clausetrack.amend.tracked import TRACKED, Taken, take
from clausetrack.checks.review import review
from clausetrack.decisions import Decision
from clausetrack.errors import BY_FORMAT, UNREAD, ProofFailed, finding
from clausetrack.ingest import Revisions, is_word, read, read_tracked
from clausetrack.marked_spans import Mark, locate
from clausetrack.model import Document, Finding, Source
from clausetrack.prove import Proof
from clausetrack.render import docx, docx_copies
from clausetrack.render.schedule import not_in_full
from clausetrack.settlement import Applied, Instructions

AUTHOR = "clausetrack"
_UNPROVED = "the marked-up agreement does not stand the proof: "
#: The clauses that a failure of the proof names.
_CLAUSE = re.compile(r"(?:\bclause |: )(?=\d|[A-Z][a-z]+ [A-Z\d])((?:[A-Z]\w+ )?[\w.()]*[\w)])")
_ORDER_ID = re.compile(r"[^\s;]+#\d+: ")
_APART = Refusal("needs-decision", "left out while the proof is made of others")


@dataclass(frozen=True, slots=True)
class Markup:
    """A base marked up with terms of settlement.

    `docx` is the working copy: the base with every amendment that could be applied as a tracked
    change, and a comment for each instruction. `proof` is what was proved of those very bytes.
    `decisions` are what a reviewer wrote on each instruction; `full` is what `applied` would be
    without them. `banner` says that, and where, the terms are not implemented in full, "" where
    they are. `fingerprint` is that of the two documents.
    """

    base: Document
    terms: Document
    instructions: Instructions
    applied: Applied
    proof: Proof
    docx: bytes
    full: Applied
    banner: str = ""
    fingerprint: str = ""
    decisions: Mapping[str, Decision] = field(default_factory=dict)


def markup(
    base: bytes | str | Path,
    terms: bytes | str | Path,
    *,
    tracked: bytes | str | Path | None = None,
    base_name: str = "",
    terms_name: str = "",
    tracked_name: str = "",
    revisions: Revisions = "accepted",
    author: str = AUTHOR,
    date: datetime | None = None,
    comments: bool = True,
    decisions: bytes | str | Path | None = None,
    decisions_name: str = "",
) -> Markup:
    """Mark up the agreement in `base` with the terms of settlement in `terms`, and prove it.

    Each is bytes, or the path of a file, in any format that `read` knows; a Word base is changed in
    place, any other is set in a plain house style. `comments` says whether each instruction is
    quoted in a comment, and each warning raised in one. `date` is the day that the tracked changes
    carry: none unless it is given. `tracked` is the tracked agreement that the terms refer to, a
    Word file or a PDF that shows its changes: wording that the terms leave to it is taken from
    there (outcome `applied-from-tracked`), where its own base text of that clause is ours.
    `decisions` is a schedule of changes (.xlsx) that a reviewer has filled in: what is withheld in
    it is left out, and the copy says so on every page.

    Raises TermsDoNotFit where the terms amend another agreement or version, InvalidDecisions where
    the decisions cannot be followed, ProofFailed where the result does not stand the proof, and
    what `read` raises.
    """
    base_data, base_name = _source(base, base_name)
    terms_data, terms_name = _source(terms, terms_name)
    old = read(base_data, base_name, revisions)
    ordered = read(terms_data, terms_name, revisions, as_terms=True)
    ordered = replace(ordered, findings=(*ordered.findings, *_noted(old, ordered)))
    instructions = cited_by_heading(old, ordered, located(old, find(ordered)))
    made_from = [base_data, terms_data]
    theirs = None
    if tracked is not None:
        tracked_data, tracked_name = _source(tracked, tracked_name)
        made_from.append(tracked_data)
        theirs = read_tracked(tracked_data, tracked_name)
        fit.check_tracked(old, theirs[0])
    made_of = decided.fingerprint(made_from, revisions)
    said: dict[str, Decision] = {}
    if decisions is not None:
        data, decisions_name = _source(decisions, decisions_name)
        known = [one.id for one in instructions.amendments]
        said = decided.read(data, decisions_name, made_of, known)
    fit.check(old, ordered)
    lost: Sequence[Finding] = ()
    if not is_word(base_data):
        lost = anew.not_taken_over(old)
        base_data, old = anew.in_house_style(old)
    work = _Work(
        base_data, old, ordered, instructions, theirs, said, made_of,
        _Written(author, date, comments, revisions), lost,
    )  # fmt: skip
    try:
        return work.done({})
    except ProofFailed as whole:
        if not (held := work.unproved([one.id for one in instructions.amendments], str(whole))):
            raise
        return work.done(held)


@dataclass(frozen=True, slots=True)
class _Written:
    """How the marked-up file is to be written."""

    author: str
    date: datetime | None
    comments: bool
    revisions: Revisions


@dataclass(frozen=True, slots=True)
class _Work:
    """What is to be marked up, and how: all that `markup` has read."""

    data: bytes
    base: Document
    terms: Document
    instructions: Instructions
    theirs: tuple[Document, Document] | None
    said: Mapping[str, Decision]
    made_of: str
    written: _Written
    lost: Sequence[Finding]

    def done(self, held: Mapping[str, Refusal]) -> Markup:
        """The base marked up and proved, but for what is held back; raises ProofFailed."""
        full, taken = self._apply(held)
        applied, terms, instructions = full, self.terms, self.instructions
        banner = not_in_full(terms, applied)
        if withheld := decided.withheld(self.said):
            by_reviewer = {one: Refusal("withheld", why) for one, why in withheld.items()}
            applied, taken = self._apply({**held, **by_reviewer})
            banner = not_in_full(terms, applied)
            told = finding("terms-not-in-full", banner)
            applied = replace(
                applied,
                document=replace(applied.document, findings=(*applied.document.findings, told)),
                findings=(told, *decided.findings(self.said), *applied.findings),
            )
        if taken is not None:
            terms, instructions = taken.terms, taken.instructions
        how = self.written
        written = docx.tracked(
            self.data,
            self.base,
            applied,
            author=how.author,
            date=how.date,
            comments=how.comments,
            findings=_of_the_agreement(self.base, terms, applied),
            revisions=how.revisions,
        )
        if withheld:
            written = docx_copies.bannered(written, banner)
        proof = proved(self.base, terms, instructions, applied, written)
        return Markup(
            self.base, terms, instructions, applied, proof, written, full, banner, self.made_of,
            dict(self.said),
        )  # fmt: skip

    def unproved(self, among: Sequence[str], failure: str) -> dict[str, Refusal]:
        """Which of some amendments do not stand the proof, found by halves, and why.

        `failure` is why they do not all together. Where each half stands it and both together do
        not, none of them is carried out.
        """
        if len(among) > 1:
            half = len(among) // 2
            found: dict[str, Refusal] = {}
            for part in (among[:half], among[half:]):
                rest = {one.id: _APART for one in self.instructions.amendments
                        if one.id not in part}  # fmt: skip
                try:
                    self.done(rest)
                except ProofFailed as failed:
                    found |= self.unproved(part, str(failed))
            if found:
                return found
        why = _not_proved(failure)
        return dict.fromkeys(among, Refusal("needs-decision", why))

    def _apply(self, held: Mapping[str, Refusal]) -> tuple[Applied, Taken | None]:
        """What the terms do, and with which wording of theirs, read rejected and accepted."""
        applied, taken = apply(self.base, self.terms, self.instructions, held), None
        if self.theirs is not None:
            applied, taken = _with_tracked(
                self.base, self.terms, self.instructions, applied, self.theirs, held
            )
        left = (*fit.unchanged_title(self.base, applied), *fit.kept_notes(self.base, applied))
        findings = (*applied.findings, *left, *self.lost)
        return replace(applied, findings=findings), taken


def _not_proved(failure: str) -> str:
    """Why an order is left whose result is not read back as ordered, in the words of a reader."""
    named = list(dict.fromkeys(_CLAUSE.findall(_ORDER_ID.sub("", failure))))
    where = f" at {', '.join(named)}" if named else ""
    said = f"carried out, the new agreement would not read as it must{where}"
    return f"{said}, read back from the file that it is written to: a person must carry it out"


def _source(source: bytes | str | Path, name: str) -> tuple[bytes, str]:
    if isinstance(source, bytes):
        return source, name
    path = Path(source)
    return path.read_bytes(), name or path.name


def _with_tracked(
    base: Document,
    terms: Document,
    instructions: Instructions,
    alone: Applied,
    theirs: tuple[Document, Document],
    held: Mapping[str, Refusal],
) -> tuple[Applied, Taken]:
    """The terms applied with wording from theirs, but for what meets another instruction there."""
    without: dict[str, str] = {}
    while True:
        taken = take(base, terms, instructions, alone, *theirs, without)
        if astray := _not_as_read(taken, base, theirs[1]):
            without |= astray
            continue
        applied = apply(base, taken.terms, taken.instructions, held)
        clash = {
            one.amendment.id: f"not taken from the tracked agreement: {one.reason}"
            for one in applied.outcomes
            if one.amendment.wording == TRACKED and not one.done
        }
        if not clash:
            return taken.explained(applied), taken
        without |= clash


def _not_as_read(taken: Taken, base: Document, theirs: Document) -> dict[str, str]:
    """Why wording is not taken that the other side's file prints otherwise than it reads: words
    that are hidden or struck out, content that was not read, or a note that belongs to it and that
    our base does not have."""
    known = {" ".join(one.text.split()) for one in base.left_out}
    out: dict[str, str] = {}
    for order in taken.instructions.amendments:
        if order.wording != TRACKED:
            continue
        clauses = [one for one in taken.terms.clauses if one.fragment == order.fragment]
        names = {one.id for one in clauses}
        said = [one.message for one in theirs.findings
                if one.code in (*BY_FORMAT, *UNREAD) and one.clause in names]  # fmt: skip
        places = {_place(run.source) for one in clauses for run in one.runs if run.source}
        said += [f"“{text}” stands there {one.why}" for one in theirs.left_out
                 if one.why in reasons.NOTES and not places.isdisjoint(map(_place, one.at))
                 and (text := " ".join(one.text.split())) not in known]  # fmt: skip
        if said:
            out[order.id] = f"not taken from the tracked agreement: {'; '.join(said)}"
    return out


def _place(source: Source) -> tuple[str, int | None]:
    return source.part, source.paragraph


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


def proved(
    base: Document, terms: Document, instructions: Instructions, applied: Applied, written: bytes
) -> Proof:
    """Read the written bytes back both ways and hold them against the base and the terms.

    Raises ProofFailed where they do not stand it.
    """
    rejected = read(written, base.file, "rejected")
    accepted = read(written, base.file, "accepted")
    spans = locate(
        [*_marks(accepted, "accepted"), *_marks(rejected, "rejected")], rejected, accepted
    )
    proof = prove.prove(base, terms, instructions, applied, rejected, accepted, spans)
    if not proof.holds:
        said = "; ".join(proof.failures[:3])
        more = f" (and {len(proof.failures) - 3} more)" if len(proof.failures) > 3 else ""
        raise ProofFailed(f"{_UNPROVED}{said}{more}")
    return proof


def _marks(view: Document, revisions: Revisions) -> Iterator[Mark]:
    """The text that a view of the written file left out because a tracked change takes it away."""
    kind = "deleted" if revisions == "accepted" else "inserted"
    for left in view.left_out:
        if left.why == reasons.DROPPED[revisions] and left.source.paragraph is not None:
            yield Mark(kind, left.source.part, left.source.paragraph, left.text)

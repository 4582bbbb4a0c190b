"""The whole job of holding another side's tracked agreement against the base and the terms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from clausetrack import unread
from clausetrack.amend import fit
from clausetrack.amend.accounted import shown
from clausetrack.amend.apply import apply
from clausetrack.amend.by_heading import cited_by_heading
from clausetrack.amend.instructions import find
from clausetrack.amend.targets import located
from clausetrack.beside import noted, things
from clausetrack.comparison import tells_raised, without_page_numbers
from clausetrack.diff.compare import compare
from clausetrack.diff.outside import COMMENT, NOTE, printed_on_pages
from clausetrack.errors import FINDINGS, UNREAD
from clausetrack.ingest import Revisions, is_pdf, is_word, read, read_tracked
from clausetrack.model import Document, Finding, Source
from clausetrack.ooxml.beside import Beside
from clausetrack.ooxml.package import open_package
from clausetrack.ooxml.tracked import tracked_changes
from clausetrack.reconcile.compare import Marks, reconcile
from clausetrack.reconcile.differences import KINDS, Difference, Mark, Reconciliation

_QUOTED = 3  # comments of which a finding has the words


def reconciled(
    base: bytes,
    terms: bytes,
    tracked: bytes,
    base_name: str = "",
    terms_name: str = "",
    tracked_name: str = "",
    *,
    revisions: Revisions = "accepted",
) -> Reconciliation:
    """How the agreement in `tracked`, with its changes, differs from what `terms` make of `base`.

    Each in any format that `read` knows; `tracked` is a Word file or a PDF that shows its changes.
    `revisions` picks the version of a base that is marked up itself. Raises what `read` raises,
    and TermsDoNotFit where the three are not of one agreement.
    """
    old = read(base, base_name, revisions)
    ordered = read(terms, terms_name)
    instructions = cited_by_heading(old, ordered, located(old, find(ordered)))
    applied = apply(old, ordered, instructions)
    rejected, accepted = read_tracked(tracked, tracked_name)
    fit.check_tracked(old, rejected)
    alike = is_word(base) and is_word(tracked)
    notes = all(is_word(one) or is_pdf(one) for one in (base, tracked))
    if alike:
        old = without_page_numbers(old, base, revisions)
        rejected = without_page_numbers(rejected, tracked, "rejected")
        accepted = without_page_numbers(accepted, tracked, "accepted")
    result = reconcile(
        old,
        ordered,
        instructions,
        applied,
        rejected,
        accepted,
        alike=alike,
        notes=notes,
        raised=tells_raised(base, old) and is_word(tracked),
        marks=_marks(tracked, tracked_name) if is_word(tracked) else None,
    )
    told = result.differences
    versions = (unread.Side(old, base, "our base", revisions),
                unread.Side(rejected, tracked, "theirs", "rejected"),
                unread.Side(accepted, tracked, "theirs", "accepted"))  # fmt: skip
    if alike:
        sides = tuple(version.shown for version in versions)
        more = [*_things("silent", (old, rejected), sides[:2]),
                *_things("not-ordered", (rejected, accepted), sides[1:])]  # fmt: skip
        told = tuple(one for one in told if not _is_of_moved(one, more))
        told = tuple(sorted((*told, *more), key=lambda one: (KINDS.index(one.kind), one.slight)))
    # what stands in an insertion of theirs is in one version of it alone
    unseen = dict.fromkeys(
        one for theirs in versions[1:] for one in unread.told(versions[0], theirs)
    )
    findings = (*_findings(old, rejected, alike, notes), *unseen,
                *unread.alone(unread.Side(ordered, terms, "the terms"), *UNREAD))  # fmt: skip
    return replace(result, differences=told, findings=(*findings, *result.findings))


def _things(
    kind: str, documents: tuple[Document, Document], sides: Sequence[Beside]
) -> Iterator[Difference]:
    """The pictures and links that are others, and the notes that moved, as differences."""
    held = any(side.things or side.notes for side in sides)
    names = compare(*documents).names if held else {}
    found = (*things(documents, sides, names), *noted((), documents, sides, names))
    for one in found:
        clauses = (one.clause,) if one.clause else ()
        yield Difference(kind, one.clause, "changed", reason=one.message, clauses=clauses,
                         place=one.source)  # fmt: skip


def _is_of_moved(one: Difference, moved: Sequence[Difference]) -> bool:
    """Is a difference that a note came or went, which only stands at another clause?"""
    if one.reason != NOTE:
        return False
    said = [other.reason for other in moved if other.kind == one.kind]
    texts = (" ".join(text.split()) for text in f"{one.ours}\n{one.theirs}".strip().split("\n"))
    return all(any(f"“{text}” stood at" in reason for reason in said) for text in texts)


def _marks(data: bytes, name: str) -> Marks:
    """The tracked changes of a Word file, by paragraph."""
    out: dict[tuple[str, int], list[Mark]] = {}
    for found in tracked_changes(open_package(data, name)):
        mark = Mark(found.kind, found.author, found.date, found.text)
        out.setdefault((found.part, found.paragraph), []).append(mark)
    return out


def _findings(ours: Document, theirs: Document, alike: bool, notes: bool) -> list[Finding]:
    """What a reader of the result should know of the comparison itself."""
    found = []
    if all(one.code != "document-marked-up" for one in theirs.findings):
        found.append(("tracked-unmarked", "it shows no tracked changes: whatever differs from the "
                      "base is told as silent, and what was ordered as absent"))  # fmt: skip
    if not alike:
        message = f"page headers, {'' if notes else 'footnotes, '}text boxes and emphasis are not "
        message += "compared: "
        message += "the base and the tracked agreement are not both Word files"
        found.append(("not-compared", message))
        edges = () if notes else printed_on_pages(ours, theirs, alike=False)
        found += [(one.code, one.message) for one in edges]
    known = Counter(one.text for one in ours.left_out if one.why == COMMENT)
    comments = Counter(one.text for one in theirs.left_out if one.why == COMMENT) - known
    if said := list(comments.elements()):
        quoted = ", ".join(f"“{shown(text)}”" for text in said[:_QUOTED])
        rest = f", and {len(said) - _QUOTED} more" if len(said) > _QUOTED else ""
        found.append(("text-left-out", f"what comments say is not compared: {quoted}{rest}"))
    source = Source(theirs.file)
    return [Finding(code, FINDINGS[code], message, source=source) for code, message in found]

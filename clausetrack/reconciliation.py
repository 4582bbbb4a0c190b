"""The whole job of holding another side's tracked agreement against the base and the terms."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from clausetrack import reasons, unread
from clausetrack.amend import fit
from clausetrack.amend.accounted import shown
from clausetrack.amend.apply import apply
from clausetrack.amend.by_heading import cited_by_heading
from clausetrack.amend.instructions import find
from clausetrack.amend.targets import located
from clausetrack.comparison import tells_raised, without_page_numbers
from clausetrack.diff.outside import printed_on_pages
from clausetrack.errors import UNREAD, finding
from clausetrack.ingest import Revisions, is_pdf, is_word, read, read_tracked
from clausetrack.model import Document, Finding, Source
from clausetrack.ooxml.package import open_package
from clausetrack.ooxml.tracked import tracked_changes
from clausetrack.reconcile.compare import Marks, reconcile
from clausetrack.reconcile.differences import Mark, Reconciliation

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
    `revisions` picks the version of a base, and of terms, that are marked up themselves. Raises
    what `read` raises, and TermsDoNotFit where the three are not of one agreement.
    """
    old = read(base, base_name, revisions)
    ordered = read(terms, terms_name, revisions, as_terms=True)
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
    versions = (unread.Side(old, base, "our base", revisions),
                unread.Side(rejected, tracked, "theirs", "rejected"),
                unread.Side(accepted, tracked, "theirs", "accepted"))  # fmt: skip
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
        shown=[version.shown for version in versions] if alike else (),
    )
    # what stands in an insertion of theirs is in one version of it alone
    unseen = dict.fromkeys(
        one for theirs in versions[1:] for one in unread.told(versions[0], theirs)
    )
    findings = (*_findings(old, rejected, alike, notes), *unseen,
                *unread.alone(unread.Side(ordered, terms, "the terms"), *UNREAD))  # fmt: skip
    return replace(result, findings=(*findings, *result.findings))


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
    known = Counter(one.text for one in ours.left_out if one.why == reasons.COMMENT)
    comments = Counter(one.text for one in theirs.left_out if one.why == reasons.COMMENT) - known
    if said := list(comments.elements()):
        quoted = ", ".join(f"“{shown(text)}”" for text in said[:_QUOTED])
        rest = f", and {len(said) - _QUOTED} more" if len(said) > _QUOTED else ""
        found.append(("text-left-out", f"what comments say is not compared: {quoted}{rest}"))
    source = Source(theirs.file)
    return [finding(code, message, source=source) for code, message in found]

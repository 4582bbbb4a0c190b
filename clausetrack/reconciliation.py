"""The whole job of holding another side's tracked agreement against the base and the terms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from clausetrack.amend import fit
from clausetrack.amend.apply import apply
from clausetrack.amend.instructions import find
from clausetrack.amend.targets import located
from clausetrack.comparison import without_page_numbers
from clausetrack.errors import FINDINGS
from clausetrack.ingest import Revisions, is_pdf, is_word, read, read_tracked
from clausetrack.model import Document, Finding, Source
from clausetrack.ooxml.package import open_package
from clausetrack.ooxml.tracked import tracked_changes
from clausetrack.reconcile.compare import Marks, reconcile
from clausetrack.reconcile.differences import Mark, Reconciliation


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
    instructions = located(old, find(ordered))
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
        marks=_marks(tracked, tracked_name) if is_word(tracked) else None,
    )
    found = (*_findings(rejected, alike, notes), *_unlike_print(old, rejected, accepted))
    return replace(result, findings=found)


def _marks(data: bytes, name: str) -> Marks:
    """The tracked changes of a Word file, by paragraph."""
    out: dict[tuple[str, int], list[Mark]] = {}
    for found in tracked_changes(open_package(data, name)):
        mark = Mark(found.kind, found.author, found.date, found.text)
        out.setdefault((found.part, found.paragraph), []).append(mark)
    return out


def _unlike_print(base: Document, *theirs: Document) -> Iterator[Finding]:
    """Words of theirs, not of the base, that a reader takes for deleted or does not see."""
    codes = {"text-struck-out", "text-hidden"}
    known = {(one.code, one.quote) for one in base.findings}
    found = (one for version in theirs for one in version.findings)
    for one in dict.fromkeys(found):
        if one.code in codes and (one.code, one.quote) not in known:
            yield one


def _findings(theirs: Document, alike: bool, notes: bool) -> list[Finding]:
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
    source = Source(theirs.file)
    return [Finding(code, FINDINGS[code], message, source=source) for code, message in found]

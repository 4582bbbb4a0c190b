"""The public verbs on a path or on bytes: a thin step to the functions that do the work."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from clausetrack.ingest import Revisions, read
from clausetrack.settlement import Instructions

if TYPE_CHECKING:
    from clausetrack.across import Followed
    from clausetrack.checks.review import Report
    from clausetrack.comparison import Compared
    from clausetrack.diff.changes import Change
    from clausetrack.rates.model import Rates
    from clausetrack.reconcile.differences import Reconciliation


def amendments(terms: bytes | str | Path, *, revisions: Revisions = "accepted") -> Instructions:
    """What terms of settlement order: see `amend.instructions.find`. Raises what `read` raises."""
    from clausetrack.amend.instructions import find

    return find(read(terms, revisions=revisions, as_terms=True))


def references(
    *sources: bytes | str | Path, revisions: Revisions = "accepted"
) -> tuple[Followed, ...]:
    """What the clauses of documents cite, and where that leads: see `across.follow`.

    Raises what `read` raises.
    """
    from clausetrack.across import follow

    return follow([read(source, revisions=revisions) for source in sources])


def check(
    *sources: bytes | str | Path,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    severity: str = "info",
    revisions: Revisions = "accepted",
) -> Report:
    """What a careful reader would note in documents, and in several held against one another.

    `select` and `ignore` name codes or groups of codes (docs/findings.md); findings below
    `severity` (info, warning, error) are left out. Raises UnknownCode, and what `read` raises.
    """
    from clausetrack.checks.review import review

    documents = [read(source, revisions=revisions) for source in sources]
    return review(documents, select=select, ignore=ignore, severity=severity)


def compare(
    old: bytes | str | Path, new: bytes | str | Path, *, revisions: Revisions = "accepted"
) -> Compared:
    """All that differs from one version of a document to the next: see `comparison.Compared`.

    Its `changes` are those of `diff`; its `findings` the references that did not follow a clause
    to its new number, what differs outside the clauses, in page headers, footnotes and text boxes
    of two Word files, and what nobody read of either; `differs` is whether anything does, or may.
    Takes and raises what `diff` does.
    """
    from clausetrack.comparison import compared

    data = [one if isinstance(one, bytes) else Path(one).read_bytes() for one in (old, new)]
    names = ["" if isinstance(one, bytes) else Path(one).name for one in (old, new)]
    return compared(data[0], data[1], *names, revisions=revisions, places=True)


def diff(
    old: bytes | str | Path, new: bytes | str | Path, *, revisions: Revisions = "accepted"
) -> tuple[Change, ...]:
    """What changed in the clauses from one version to the next: see `diff.changes.Change`.

    The two may be in different formats, and need not be agreements. `revisions` picks the version
    of a marked-up file. What differs outside the clauses (a page header, a footnote) belongs to
    none of them, and is told by `compare`. Raises UnreadableInput as `read` does.
    """
    return compare(old, new, revisions=revisions).changes


def rates(document: bytes | str | Path, *, revisions: Revisions = "accepted") -> Rates:
    """Every figure that an agreement or terms set: see `rates.model.Rates`.

    Raises UnreadableInput and NotAnAgreement as `read` does.
    """
    from clausetrack.rates.find import find

    return find(read(document, revisions=revisions))


def reconcile(
    base: bytes | str | Path,
    terms: bytes | str | Path,
    tracked: bytes | str | Path,
    *,
    revisions: Revisions = "accepted",
) -> Reconciliation:
    """How another side's tracked agreement differs from what the terms make of the base.

    Each is bytes or the path of a file: `base` and `terms` in any format, `tracked` a Word file or
    a PDF that shows its changes. The result's `differences` are told once each, silent edits
    first: see `reconcile.differences.Difference` for what they hold. Offsets count characters from
    0; money is in dollars, as a Decimal. `revisions` picks the version of a marked-up base, and of
    marked-up terms.

    Raises TermsDoNotFit where the three are not of one agreement or the terms do not amend that
    version, UnreadableInput (NotAnAgreement among it) as `read` does, and OSError for a path.
    """
    from clausetrack.reconciliation import reconciled

    given = base, terms, tracked
    first, second, third = (
        one if isinstance(one, bytes) else Path(one).read_bytes() for one in given
    )
    names = ("" if isinstance(one, bytes) else Path(one).name for one in given)
    return reconciled(first, second, third, *names, revisions=revisions)

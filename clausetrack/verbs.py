"""The public verbs on a path or on bytes: a thin step to the functions that do the work."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from clausetrack.ingest import Revisions, read
from clausetrack.model import Instructions

if TYPE_CHECKING:
    from clausetrack.checks.review import Report
    from clausetrack.diff.changes import Change
    from clausetrack.rates.model import Rates


def amendments(terms: bytes | str | Path) -> Instructions:
    """What terms of settlement order: see `amend.instructions.find`.

    Raises UnreadableInput and NotAnAgreement as `read` does.
    """
    from clausetrack.amend.instructions import find

    return find(read(terms))


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


def diff(
    old: bytes | str | Path, new: bytes | str | Path, *, revisions: Revisions = "accepted"
) -> tuple[Change, ...]:
    """What changed from one version of a document to the next: see `diff.changes.Change`.

    The two may be in different formats, and need not be agreements. `revisions` picks the version
    of a marked-up file. Raises UnreadableInput as `read` does.
    """
    from clausetrack.diff.changes import diff as changes

    return changes(
        read(old, revisions=revisions, any_text=True),
        read(new, revisions=revisions, any_text=True),
    )


def rates(document: bytes | str | Path, *, revisions: Revisions = "accepted") -> Rates:
    """Every figure that an agreement or terms set: see `rates.model.Rates`.

    Raises UnreadableInput and NotAnAgreement as `read` does.
    """
    from clausetrack.rates.find import find

    return find(read(document, revisions=revisions))

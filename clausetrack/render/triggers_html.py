"""What `triggers` answers as one self-contained web page: no script, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from clausetrack.provisions import explain, headlines, in_short
from clausetrack.provisions.agreements import AgreementStatus
from clausetrack.provisions.changes import Change
from clausetrack.provisions.evaluate import Evaluation
from clausetrack.provisions.grounds import telling
from clausetrack.provisions.places import named
from clausetrack.provisions.school import Term
from clausetrack.provisions.suppose import Threshold
from clausetrack.render.html_page import page


def triggers(
    evaluations: Sequence[Evaluation],
    changes: Sequence[Sequence[Change]],
    as_at: date | None,
    agreements: Iterable[AgreementStatus],
    thresholds: Iterable[Threshold],
    terms: Sequence[Term] = (),
) -> bytes:
    """The page as UTF-8: each provision with its answer, its reasons as a tree, and all in words.

    `changes` are what would change each of the evaluations, in their order.
    """
    told = [
        (evaluation, explain.text(evaluation, as_at, how, terms))
        for evaluation, how in zip(evaluations, changes, strict=True)
    ]
    closing = [
        explain.agreements(agreements, as_at) if as_at else "",
        explain.thresholds(thresholds),
    ]
    return page(
        "triggers",
        told=told,
        as_at=as_at,
        short=in_short.lines(evaluations) if len(evaluations) > 1 else [],
        telling=telling,
        closing=[part for part in closing if part],
        headline=headlines.headline,
        follows_from=headlines.follows_from,
        due_by=headlines.due_by,
        place=named,
    )

"""The schedule of changes as a record that is filled in: one entry a change, in columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from clausetrack.render.items import operative
from clausetrack.render.schedule import Row, item_name, rows
from clausetrack.settlement import Effective
from clausetrack.values import grouped

if TYPE_CHECKING:
    from clausetrack.decisions import Decision
    from clausetrack.model import Document
    from clausetrack.settlement import Applied


@dataclass(frozen=True, slots=True)
class Entry:
    """One change, or an instruction that changed nothing.

    `operative` is the earliest operative date; `dates` all of them in words, where there is more
    to say than that one day. `decision`, `by` and `note` are the reviewer's.
    """

    clause: str
    change: str
    old: str
    new: str
    item: str
    operative: date | None
    dates: str
    outcome: str
    reason: str
    instruction: str
    decision: str = ""
    by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a schedule was made of: the base and the terms, and what tells them from any others."""

    agreement: str
    base: str
    terms: str
    fingerprint: str


def entries(
    base: Document,
    terms: Document,
    applied: Applied,
    full: Applied,
    decisions: Mapping[str, Decision],
) -> Iterator[Entry]:
    """The schedule's rows, in its order.

    `full` is what would have been applied without `decisions`: a change that a reviewer withheld is
    shown as it would have been.
    """
    left = {o.amendment.id: o for o in applied.outcomes if o.status == "withheld"}
    would = grouped(rows(base, full), lambda row: row.amendment)
    shown: list[Row] = []
    for row in rows(base, applied):
        if (outcome := left.get(row.amendment)) is None:
            shown.append(row)
        else:
            shown += [replace(one, status=outcome.status, reason=outcome.reason)
                      for one in would[row.amendment]]  # fmt: skip
    said: set[str] = set()
    for row in shown:
        decision = decisions.get(row.amendment)
        first = row.amendment not in said
        said.add(row.amendment)
        days = sorted(effective.date for effective in row.effective)
        yield Entry(
            clause=row.clause or row.old_clause,
            change=row.operation or f"{row.action} ordered",
            old=row.old,
            new=row.new,
            item=item_name(terms, row.item),
            operative=days[0] if days else None,
            dates=_dates(row.effective),
            outcome=row.status,
            reason=row.reason,
            instruction=row.amendment,
            decision=decision.verdict if decision else "",
            by=decision.by if decision and first else "",
            note=decision.note if decision and first else "",
        )


def _dates(effective: tuple[Effective, ...]) -> str:
    """The operative dates in words, where a date alone does not say it."""
    if len(effective) < 2 and not any(one.applies_to for one in effective):
        return ""
    return "; ".join(map(operative, effective))

"""The clauses at which findings of a reader stand, which knows places and no clauses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from clausetrack.errors import BY_FORMAT, UNREAD
from clausetrack.model import Clause, Finding, Source

#: What stands in the words of a clause, or in their place.
_IN_CLAUSES = (*BY_FORMAT, *UNREAD)
_Place = tuple[str, int | None, int | None, int | None]


def located(findings: Sequence[Finding], clauses: Sequence[Clause]) -> tuple[Finding, ...]:
    """The findings, those at words with the ID of the clause that holds them."""
    wanted = {_place(one.source) for one in findings if one.code in _IN_CLAUSES and one.source}
    if not wanted:
        return tuple(findings)
    there: dict[_Place, list[tuple[int, int, str]]] = {}
    for clause in clauses:
        for run in clause.runs:
            if run.source is not None and (place := _place(run.source)) in wanted:
                there.setdefault(place, []).append((run.source.start, run.source.end, clause.id))
    return tuple(_at(one, there) for one in findings)


def _at(finding: Finding, there: dict[_Place, list[tuple[int, int, str]]]) -> Finding:
    if finding.code not in _IN_CLAUSES or finding.source is None:
        return finding
    at = finding.source.start
    holders = there.get(_place(finding.source), [])
    inside = (name for start, end, name in holders if start <= at < end)
    name = next(inside, holders[0][2] if holders else "")
    return replace(finding, clause=name)


def _place(source: Source) -> _Place:
    page = source.page if source.paragraph is None else None  # the lines of a page count from 1
    return source.part, source.paragraph, source.line, page

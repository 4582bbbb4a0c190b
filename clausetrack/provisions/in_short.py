"""All answers in short, to stand before them: what is due first, and by when."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

from clausetrack.provisions.evaluate import Evaluation
from clausetrack.provisions.explain import WIDTH
from clausetrack.provisions.places import named
from clausetrack.values import day_text

#: What somebody has to do comes first, then what is open, then what only the words name.
_RANKS = {
    "overdue": 0,
    "offered": 2,
    "accepted": 2,
    "disputed": 3,
    "unknown": 4,
    "stale": 5,
    "stated": 6,
    "declined": 7,
    "varied": 7,
    "not-met": 7,
    "expired": 7,
    "lapsed": 7,
}
_DUE = 1  # the status of any duty that is to be done: "offer-due"
_FIRST = 3  # ranks below which each answer has a line of its own


def by_urgency(evaluations: Sequence[Evaluation]) -> list[int]:
    """The places of the evaluations, those first of which something is to be done."""
    return sorted(range(len(evaluations)), key=lambda at: _rank(evaluations[at]))


def lines(evaluations: Sequence[Evaluation]) -> list[str]:
    """A sentence for each thing that is to be done, and one for all others of a status."""
    out: list[str] = []
    grouped: dict[tuple[str, str], dict[str, None]] = {}
    for one in (evaluations[at] for at in by_urgency(evaluations)):
        agreement, status = one.provision.agreement, one.status.replace("-", " ").upper()
        if _rank(one) < _FIRST:
            doubt = " The record is unconfirmed." if one.state == "suggested" else ""
            out.append(f"{status}: {agreement}, {_where(one)}.{_last_day(one)}{doubt}")
        else:
            said = ", ".join(map(day_text, one.provision.stated.dates))
            where = f"{_where(one)}: {said}" if said else _where(one)
            grouped.setdefault((status, agreement), {})[where] = None
    return [
        *out, *(f"{status}: {agreement}, {'; '.join(places)}."
                for (status, agreement), places in grouped.items()),
    ]  # fmt: skip


def text(evaluations: Sequence[Evaluation]) -> str:
    """The lines under a title, "" where there is one answer alone, which needs none."""
    if len(evaluations) < 2:
        return ""
    return "\n".join(["In short", *_wrapped(lines(evaluations))])


def _wrapped(said: Iterable[str]) -> list[str]:
    return [
        line
        for each in said
        for line in textwrap.wrap(each, WIDTH, initial_indent="  ", subsequent_indent="    ")
    ]


def _rank(evaluation: Evaluation) -> int:
    return _RANKS.get(evaluation.status, _DUE)


def _where(evaluation: Evaluation) -> str:
    source = evaluation.provision.source
    clause = f" (clause {source.clause})" if source.item and source.clause else ""
    return f"{named(source)}{clause}"


def _last_day(evaluation: Evaluation) -> str:
    """The first last day of what is not done yet."""
    open_ = [
        (deadline.day, deadline.passed)
        for follows in evaluation.follows
        for deadline in follows.deadlines
        if deadline.day is not None and not deadline.done
    ]
    if not open_:
        return ""
    day, passed = min(open_, key=lambda each: each[0])
    return f" Last day: {day_text(day)}{', which has passed' if passed else ''}."

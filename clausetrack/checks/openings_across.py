"""What one version closes with and the next opens with: figures, and qualification groups."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from clausetrack.checks.scales import Series, series
from clausetrack.checks.subject import Subject
from clausetrack.model import Finding

GROUP = "documents"
WHY = {
    "opening-differs": "An increase is reckoned from a figure that nobody was paid.",
    "group-dropped": "Whoever holds the notation that is gone no longer finds a step to begin or"
    " end on; no words say that this is meant.",
}

_SAME = 0.6  # the share of steps whose figures must agree for two tables to be one scale
_GROUP = re.compile(r"\b[A-Z]\d\+[A-Z]?|\b[A-Z]\d[A-Z]?\b")


def check(subjects: Sequence[Subject]) -> Iterator[tuple[Subject, Finding]]:
    by_agreement: dict[str, list[Subject]] = {}
    for subject in subjects:
        if subject.document.agreement:
            by_agreement.setdefault(subject.document.agreement, []).append(subject)
    for versions in by_agreement.values():
        versions.sort(key=_begins)
        for old, new in pairwise(versions):
            closing = list(series(old))
            for opening in series(new):
                for before in closing:
                    yield from _compared(new, before, opening, old.document.file)


def _begins(subject: Subject) -> tuple[str, date]:
    start = subject.term.start if subject.term is not None else date.max
    return (subject.document.version or "9999", start)


def _compared(
    new: Subject, before: Series, opening: Series, file: str
) -> Iterator[tuple[Subject, Finding]]:
    """Two series that are one scale, if most steps of the one end where the other's begin."""
    common = [key for key in opening.rows if key in before.rows]
    pairs = {key: (before.rows[key][-1], opening.rows[key][0]) for key in common}
    known = {key: pair for key, pair in pairs.items() if None not in pair}
    same = sum(old == now for old, now in known.values())
    if len(known) < 3 or same < _SAME * len(known):
        return
    for key, (old_amount, now_amount) in known.items():
        if old_amount != now_amount:
            name = opening.called(key)
            quote = opening.quoted(key, 0)
            message = f"{name} opens with ${now_amount:,}; it closed with ${old_amount:,}"
            yield _at(new, opening, key, "opening-differs", f"{message} ({file})", quote)
    named = {each for step in opening.steps.values() for each in _groups(step.group)}
    for key in common:
        was, now = _groups(before.steps[key].group), _groups(opening.steps[key].group)
        lost = [each for each in was if each not in named]
        if lost and (now or named):
            message = f"{opening.called(key)} no longer names {', '.join(lost)},"
            message += f" which it did in {file}"
            yield _at(new, opening, key, "group-dropped", message, opening.steps[key].group)


def _at(
    subject: Subject, one: Series, key: str, code: str, message: str, quote: str
) -> tuple[Subject, Finding]:
    finding = subject.finding(code, message, one.clause, quote)
    sources = one.steps[key].sources
    return subject, replace(finding, source=sources[0] if sources else one.clause.source)


def _groups(text: str) -> list[str]:
    """The notations of a cell in their short form: "G3 Entry" is G3E, "G5 Max" G5M."""
    text = re.sub(r"\s+Entry\b", "E", text)
    text = re.sub(r"\s+Max(?:imum)?\b", "M", text)
    return _GROUP.findall(text)

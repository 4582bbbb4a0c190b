"""The dated columns or figures that are of one thing, so that the later of them ends the earlier.

A table may be as wide as it is never printed, so each is asked of what all of them say together,
and not of every other.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import accumulate

from clausetrack.rates.model import Span


class Kind:
    """The columns of one label and unit, each by its place among all, in their order."""

    def __init__(self, placed: Sequence[tuple[int, Span]]) -> None:
        self.placed = placed
        self.places = [place for place, _ in placed]
        self.starts = sorted({span.start for _, span in placed if span.start})
        self.events = [one for one in placed if one[1].event]
        self.last_days = sorted({span.end for _, span in placed if span.end})
        runs = sorted((span.start or date.min, span.end) for _, span in placed if span.end)
        self.runs = [start for start, _ in runs]
        self.ends = list(accumulate((end for _, end in runs if end), max))

    def later(self, day: date | None) -> date | None:
        """The first day after `day` on which one begins, or the first of all."""
        at = bisect_right(self.starts, day) if day else 0
        return self.starts[at] if at < len(self.starts) else None

    def overlaps(self, span: Span) -> bool:
        """Does one begin within the days of `span`, or run into it?"""
        begun = self.later(span.start)
        if span.end and begun and begun < span.end:
            return True
        before = bisect_left(self.runs, span.start) if span.start else 0
        return bool(span.start and before and self.ends[before - 1] > span.start)

    def ended_before(self, day: date) -> date | None:
        """The last day before `day` on which one ends."""
        at = bisect_left(self.last_days, day)
        return self.last_days[at - 1] if at else None

    def begins(self, day: date) -> bool:
        at = bisect_left(self.starts, day)
        return at < len(self.starts) and self.starts[at] == day

    def behind(self, place: int) -> Iterator[tuple[int, Span]]:
        """Those at a place and behind it."""
        for at in range(bisect_left(self.places, place), len(self.placed)):
            yield self.placed[at]

    def telling(self, place: int) -> Iterator[tuple[int, Span]]:
        """Those that may tell what ends the one at a place: events before it, all behind it."""
        for one in self.events:
            if one[0] >= place:
                break
            yield one
        yield from self.behind(place + 1)


def kinds(spans: Sequence[Span]) -> dict[tuple[str, str], Kind]:
    """The columns of each kind together, by its name."""
    placed: dict[tuple[str, str], list[tuple[int, Span]]] = {}
    for at, span in enumerate(spans):
        placed.setdefault(name(span), []).append((at, span))
    return {one: Kind(each) for one, each in placed.items()}


def name(span: Span) -> tuple[str, str]:
    """What columns of one kind have in common: the label and the unit."""
    return span.label, span.unit


def lost(spans: Sequence[Span]) -> list[str]:
    """Why the figures of each column are nobody's: its heading has lost what tells them apart."""
    known = any(each.start or each.end or each.event for each in spans)
    told = [(one.start, one.end, one.event, one.label, one.unit) for one in spans]
    often = Counter(told)
    out = []
    for span, mine in zip(spans, told, strict=True):
        if known and not (span.start or span.end or span.event or span.heading):
            out.append("a figure stands under a heading that has lost its day")
        else:
            same = often[mine] > 1
            out.append("nothing tells a figure from another of its row" if same else "")
    return out

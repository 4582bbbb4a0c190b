"""Rates as one self-contained page, with pictures of every scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from clausetrack.rates import units
from clausetrack.rates.brief import owed, steps, still_open
from clausetrack.rates.compare import Difference
from clausetrack.rates.model import Rate
from clausetrack.rates.report import Report
from clausetrack.render import html_charts as charts
from clausetrack.render.html_page import page
from clausetrack.render.rates import (
    APART,
    OWED,
    amount,
    amounts,
    apart,
    between,
    by_scale,
    said,
)
from clausetrack.values import grouped


@dataclass(frozen=True, slots=True)
class ScaleView:
    """One scale as the page shows it."""

    agreement: str
    clause: str
    name: str
    measure: str
    rates: tuple[Rate, ...]
    pictures: tuple[tuple[str, Markup], ...]


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """The steps of one scale on one day, on both sides."""

    scale: str
    day: date | None
    by: str
    old: str
    new: str
    rows: tuple[Difference, ...]


def rates_page(report: Report) -> bytes:
    """The page: the brief, the differences, every scale with its chart, and the findings."""
    return page(
        "rates",
        title=", ".join(dict.fromkeys(rates.agreement for rates in report.given)),
        as_at=report.as_at,
        briefs=report.briefs,
        differences=_differences(report),
        apart=apart(report),
        apart_title=APART,
        between=between,
        steps=steps,
        scales=_scales(report),
        stated=still_open(report.given),
        owed=owed(report.given),
        owed_title=OWED,
        undecided=report.undecided,
        findings=report.findings,
        amount=lambda rate: amount(rate.amount, rate.unit),
        amounts=amounts,
        event=said,
        is_count=units.is_count,
    )


def _scales(report: Report) -> list[ScaleView]:
    groups = grouped(zip(report.rates, report.measures, strict=True),
                     lambda one: (one[0].agreement, one[0].clause, one[0].scale, one[0].unit))
    return [
        ScaleView(agreement, clause, name, found[0][1], tuple(r for r, _ in found),
                  _pictures(f"scale-{at}", [r for r, _ in found]))
        for at, ((agreement, clause, name, _), found) in enumerate(groups.items(), 1)
    ]  # fmt: skip


def _differences(report: Report) -> list[DifferenceView]:
    return [
        DifferenceView(
            scale, day, by,
            next((d.old.agreement for d in found if d.old), report.against),
            next((d.new.agreement for d in found if d.new), ""), tuple(found),
        )
        for (scale, day, by), found in by_scale(report.differences).items()
    ]  # fmt: skip


# ------------------------------------------------------------------------------------ pictures


def _pictures(name: str, rates: Sequence[Rate]) -> tuple[tuple[str, Markup], ...]:
    """The pictures of one scale that have something to show, each with its caption.

    None of what is no money, nor where a step has several amounts in one period.
    """
    amounts = {(r.step, (r.start, r.end)): r.amount for r in rates}
    if units.is_count(rates[0].unit) or len(amounts) != len(rates):
        return ()
    periods = sorted(
        {(r.start, r.end) for r in rates}, key=lambda p: (p[0] or date.min, p[1] or date.max)
    )
    labels = list(dict.fromkeys(r.step for r in rates))
    series = [
        charts.Series(
            charts.period(*period) or "no day stated",
            tuple(amounts.get((label, period)) for label in labels),
        )
        for period in periods
    ]
    captions = "By step", "Rates by date"
    drawn = (
        charts.scale(f"{name}-scale", captions[0], labels, series),
        charts.steps(f"{name}-rates", captions[1],
                     [(r.step, r.start, r.amount) for r in rates if r.start or r.end]),
    )  # fmt: skip
    return tuple(each for each in zip(captions, drawn, strict=True) if each[1])

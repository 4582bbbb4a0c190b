"""Rates as one self-contained page, with a chart of every scale as inline SVG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from markupsafe import Markup, escape

from clausetrack.rates.compare import Difference
from clausetrack.rates.model import Rate
from clausetrack.rates.report import Report
from clausetrack.render.html_page import page
from clausetrack.render.rates import amount, amounts, said

_WIDTH, _HEIGHT, _LEFT, _BOTTOM, _TOP = 720, 240, 70, 34, 26
_SERIES = 6  # periods of one chart; the earliest give way
_FEWEST = 3  # steps that make a chart worth its room


@dataclass(frozen=True, slots=True)
class ScaleView:
    """One scale as the page shows it."""

    agreement: str
    clause: str
    name: str
    measure: str
    rates: tuple[Rate, ...]
    chart: Markup


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """The steps of one scale on one day, on both sides."""

    scale: str
    day: date
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
        scales=_scales(report),
        findings=report.findings,
        amount=lambda rate: amount(rate.amount, rate.unit),
        amounts=amounts,
        event=said,
    )


def _scales(report: Report) -> list[ScaleView]:
    groups: dict[tuple[str, str, str, str], list[tuple[Rate, str]]] = {}
    for rate, measure in zip(report.rates, report.measures, strict=True):
        key = (rate.agreement, rate.clause, rate.scale, rate.unit)
        groups.setdefault(key, []).append((rate, measure))
    return [
        ScaleView(agreement, clause, name, found[0][1], tuple(r for r, _ in found),
                  steps([r for r, _ in found]))
        for (agreement, clause, name, _), found in groups.items()
    ]  # fmt: skip


def _differences(report: Report) -> list[DifferenceView]:
    groups: dict[tuple[str, date], list[Difference]] = {}
    for each in report.differences:
        groups.setdefault((each.scale, each.day), []).append(each)
    return [
        DifferenceView(
            scale, day, found[0].by,
            next((d.old.agreement for d in found if d.old), report.against),
            next((d.new.agreement for d in found if d.new), ""), tuple(found),
        )
        for (scale, day), found in groups.items()
    ]  # fmt: skip


# -------------------------------------------------------------------------------------- chart


def steps(rates: Sequence[Rate]) -> Markup:
    """A step chart of one scale: the steps across, the amount up, a line for each period.

    Empty for fewer than three steps, and where a step has several amounts in one period.
    """
    periods = sorted(
        {(r.start, r.end) for r in rates}, key=lambda p: (p[0] or date.min, p[1] or date.max)
    )[-_SERIES:]
    keys = list(dict.fromkeys(r.step for r in rates if (r.start, r.end) in periods))
    amounts = {(r.step, (r.start, r.end)): r.amount for r in rates}
    if len(keys) < _FEWEST or len(amounts) != len(rates):
        return Markup("")
    low, high = min(amounts.values()), max(amounts.values())
    room = (high - low) or Decimal(1)
    across = Decimal(_WIDTH - _LEFT) / len(keys)

    def height(value: Decimal) -> int:
        return int(_HEIGHT - _BOTTOM - (value - low) / room * (_HEIGHT - _BOTTOM - _TOP - 10))

    parts = [
        f'<line class="axis" x1="{_LEFT}" y1="{height(value)}" x2="{_WIDTH}" y2="{height(value)}"/>'
        f'<text x="{_LEFT - 6}" y="{height(value) + 4}" text-anchor="end">'
        f"{escape(amount(value, 'NZD'))}</text>"
        for value in (low, high)
    ]
    for at, key in enumerate(keys):
        middle = int(_LEFT + across * at + across / 2)
        name = key if len(key) <= 12 else key[:11] + "…"
        parts.append(
            f'<text x="{middle}" y="{_HEIGHT - 14}" text-anchor="middle">{escape(name)}</text>'
        )
    for number, period in enumerate(periods):
        path, drawn = [], False
        for at, key in enumerate(keys):
            value = amounts.get((key, period))
            if value is None:
                drawn = False
                continue
            first, last = int(_LEFT + across * at), int(_LEFT + across * (at + 1))
            path.append(f"{'L' if drawn else 'M'}{first} {height(value)}L{last} {height(value)}")
            drawn = True
        parts.append(f'<path class="series s{number}" d="{"".join(path)}"/>')
        x = _LEFT + number * ((_WIDTH - _LEFT) // len(periods))
        parts.append(
            f'<rect class="k{number}" x="{x}" y="4" width="10" height="10"/>'
            f'<text x="{x + 14}" y="13">{escape(_period(*period))}</text>'
        )
    label = f"Amounts by step, {', '.join(_period(*period) for period in periods)}"
    return Markup(
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" height="{_HEIGHT}" role="img" '
        f'aria-label="{escape(label)}">{"".join(parts)}</svg>'
    )


def _period(start: date | None, end: date | None) -> str:
    if start:
        return f"from {start}"
    return f"to {end}" if end else "no day stated"

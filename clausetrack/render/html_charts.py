"""Pictures of amounts and days as inline SVG: pay scales, dated rates, a timeline of dates.

Pure functions of plain rows. Colours are classes of the style sheet, with shapes that tell them
apart without it; the words of a picture are its title and its description, and the figures
themselves stand in a table or a list beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from markupsafe import Markup, escape

from clausetrack.values import counted, day_text

WIDTH = 440
_WIDE = 640
_ROW = 24
_FOOT = 30  # room below the rows for the axis
_LEAD = 30  # room for what was paid before the first day

#: How many series have a shape and a colour of their own in the style sheet.
MOST_SERIES = 5


@dataclass(frozen=True, slots=True)
class Series:
    """Amounts that belong together ("from 28 January 2026"), one a label or None."""

    name: str
    amounts: tuple[Decimal | None, ...]


def scale(name: str, title: str, labels: Sequence[str], series: Sequence[Series]) -> Markup:
    """A pay scale by step: a row for each label, a mark for each series, oldest first.

    `name` begins the picture's IDs on its page. Returns an empty string where there is nothing to
    compare: fewer than two labels or two series with an amount. Of more than five series the first
    one and the last four are drawn, and the description says so.
    """
    drawn = [each for each in series if any(a is not None for a in each.amounts)]
    left_out = len(drawn) - MOST_SERIES
    if left_out > 0:
        drawn = [drawn[0], *drawn[1 - MOST_SERIES :]]
    found = [a for each in drawn for a in each.amounts if a is not None]
    if len(labels) < 2 or len(drawn) < 2:
        return Markup()
    axis = _Axis.of(found, _margin(labels), WIDTH - 32)
    key, top = _legend([each.name for each in drawn])
    bottom = top + _ROW * len(labels)
    out = [*key, *axis.grid(top, bottom)]
    for at, label in enumerate(labels):
        y = top + _ROW * at + _ROW // 2
        out.append(_text(axis.left - 12, y + 4, _short(label), "end"))
        here = [(n, a) for n, each in enumerate(drawn) if (a := each.amounts[at]) is not None]
        if len(here) > 1:
            xs = [axis.at(a) for _, a in here]
            out.append(_line(min(xs), y, max(xs), y, "span"))
        out += [_mark(n, axis.at(a), y, f"{label}: {drawn[n].name} {_money(a)}")
                for n, a in here]  # fmt: skip
    extents = "; ".join(f"{each.name}: {_extent(each.amounts)}" for each in drawn)
    said = f"{counted(len(labels), 'step')}; {extents}."
    if left_out > 0:
        said += f" {counted(left_out, 'earlier set')} of rates not drawn."
    return _svg(name, title, said, bottom + _FOOT, out)



def steps(name: str, title: str, rates: Iterable[tuple[str, date | None, Decimal]]) -> Markup:
    """Dated rates as a step chart: `rates` are (label, day from which it is paid, amount).

    None is what is paid until the label's first day; it comes in from the left, without a day.
    Returns an empty string where no label has two rates.
    """
    lines: dict[str, dict[date | None, Decimal]] = {}
    for label, start, rate in rates:
        lines.setdefault(label, {})[start] = rate
    days = sorted({start for line in lines.values() for start in line if start})
    if not days or not any(len(line) > 1 for line in lines.values()):
        return Markup()
    lead = _LEAD if any(None in line for line in lines.values()) else 0
    across = _Days(days, 70 + lead, WIDTH - 78)
    axis = _Axis.of([a for line in lines.values() for a in line.values()], 250, 16)
    out = [
        part
        for value in axis.ticks
        for part in (_line(70, axis.at(value), WIDTH - 64, axis.at(value), "grid"),
                     _text(64, axis.at(value) + 4, _money(value), "end"))
    ]  # fmt: skip
    previous = -200
    for start in days:
        out.append(_line(across.at(start), 16, across.at(start), 250, "grid"))
        if across.at(start) - previous > 92:
            out.append(_text(across.at(start), 270, brief(start), "middle"))
            previous = across.at(start)
    ends: list[int] = []
    for label, line in sorted(lines.items(), key=lambda each: max(each[1].values())):
        out.append(_stepped(line, across, axis))
        y = axis.at(line[max((day for day in line if day), default=None)])
        if all(abs(y - other) >= 13 for other in ends):
            out.append(_text(WIDTH - 58, y + 4, _short(label, 8), "start"))
            ends.append(y)
    said = (
        f"{counted(len(lines), 'rate')} from {day_text(days[0])} to {day_text(days[-1])}, on "
        f"{counted(len(days), 'date')}{', and what was paid before' if lead else ''}."
    )
    return _svg(name, title, said, 284, out)


def _stepped(line: dict[date | None, Decimal], across: _Days, axis: _Axis) -> str:
    path = f"M70 {axis.at(line[None])}" if None in line else ""
    for start in sorted(day for day in line if day):
        x, y = across.at(start), axis.at(line[start])
        path += f"H{x}V{y}" if path else f"M{x} {y}"
    path += f"H{WIDTH - 64}"
    return f'<path class="rate" d="{path}" fill="none" stroke="#1c5060" stroke-width="1.5"/>'


def timeline(name: str, title: str, dates: Iterable[tuple[str, date]]) -> Markup:
    """Days in order with what happens on each: `dates` are (label, day).

    Returns an empty string for fewer than two days. The same is to be listed beside the picture.
    """
    events: dict[date, list[str]] = {}
    for label, when in dates:
        events.setdefault(when, []).append(label)
    if len(events) < 2:
        return Markup()
    across = _Days(list(events), 150, _WIDE - 260)
    bottom = 12 + _ROW * len(events)
    out = [_line(across.at(when), 8, across.at(when), bottom, "grid") for when in across.years]
    out += [_text(across.at(when), bottom + 18, str(when.year), "middle") for when in across.years]
    for at, when in enumerate(sorted(events)):
        x, y = across.at(when), 12 + _ROW * at + _ROW // 2
        said = ", ".join(dict.fromkeys(events[when]))
        out.append(_text(138, y + 4, day_text(when), "end"))
        out.append(_line(150, y, x, y, "span"))
        out.append(_mark(1, x, y, f"{day_text(when)}: {said}"))
        out.append(_text(x + 12, y + 4, _short(said, 36), "start"))
    first, last = min(events), max(events)
    said = f"{counted(len(events), 'date')} from {day_text(first)} to {day_text(last)}."
    return _svg(name, title, said, bottom + _FOOT, out, _WIDE)


# ---------------------------------------------------------------------------------------- axes


@dataclass(frozen=True, slots=True)
class _Axis:
    """Amounts along a line from `left` to `right` pixels, with round values marked."""

    low: Decimal
    high: Decimal
    left: int
    right: int
    ticks: tuple[Decimal, ...]

    @classmethod
    def of(cls, amounts: Sequence[Decimal], left: int, right: int) -> _Axis:
        low, high = min(amounts), max(amounts)
        step = _round_step((high - low) / 5 or abs(high) / 5 or Decimal(1))
        low = (low / step).to_integral_value(ROUND_FLOOR) * step
        high = (high / step).to_integral_value(ROUND_CEILING) * step
        high = high if high > low else low + step
        count = int((high - low) / step)
        return cls(low, high, left, right, tuple(low + step * n for n in range(count + 1)))

    def at(self, amount: Decimal) -> int:
        return round(self.left + (self.right - self.left) * (amount - self.low)
                     / (self.high - self.low))  # fmt: skip

    def grid(self, top: int, bottom: int) -> Iterator[str]:
        for value in self.ticks:
            yield _line(self.at(value), top, self.at(value), bottom, "grid")
            yield _text(self.at(value), bottom + 18, _money(value), "middle")


def _round_step(least: Decimal) -> Decimal:
    """The smallest of 1, 2, 5, 10, 20, 50 ... that is not below `least`."""
    unit = Decimal(10) ** least.adjusted()
    return next(unit * n for n in (1, 2, 5, 10) if unit * n >= least)


class _Days:
    """Days along a line from `left` to `right` pixels."""

    def __init__(self, days: Sequence[date], left: int, right: int) -> None:
        self.first, self.left = min(days).toordinal(), left
        self.span, self.width = max(days).toordinal() - self.first or 1, right - left
        years = range(min(days).year + 1, max(days).year + 1)
        every = -(-len(years) // 8) or 1
        self.years = [date(year, 1, 1) for year in years[::every]]

    def at(self, when: date) -> int:
        return self.left + round(self.width * (when.toordinal() - self.first) / self.span)


# ----------------------------------------------------------------------------------------- SVG


def _svg(
    name: str, title: str, said: str, height: int, parts: Iterable[str], width: int = WIDTH
) -> Markup:
    head = (
        f'<svg class="picture" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-labelledby="{escape(name)}-title {escape(name)}-said">'
        f'<title id="{escape(name)}-title">{escape(title)}</title>'
        f'<desc id="{escape(name)}-said">{escape(said)}</desc>'
    )
    return Markup(head + "".join(parts) + "</svg>")


def _legend(names: Sequence[str]) -> tuple[list[str], int]:
    """The key of the series, in as many lines as it needs, and how far down it reaches."""
    out: list[str] = []
    x, y = 8, 14
    for at, name in enumerate(names):
        width = 34 + 7 * min(len(name), 28)
        if x > 8 and x + width > WIDTH:
            x, y = 8, y + 20
        out.append(_mark(at, x + 6, y, name))
        out.append(_text(x + 18, y + 4, _short(name, 28), "start"))
        x += width
    return out, y + 20


def _line(x1: int, y1: int, x2: int, y2: int, css: str) -> str:
    colour = "#ddd8ce" if css == "grid" else "#8a9098"
    return f'<line class="{css}" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{colour}"/>'


def _text(x: int, y: int, text: str, anchor: str) -> str:
    return (
        f'<text x="{x}" y="{y}" text-anchor="{anchor}" font-size="12" '
        f'font-family="sans-serif" fill="#5b616a">{escape(text)}</text>'
    )


def _mark(series: int, x: int, y: int, said: str) -> str:
    """The mark of a series: a hollow circle for what was, a shape of its own for each later one."""
    shape = (
        f'circle cx="{x}" cy="{y}" r="4.5" fill="#ffffff" stroke="#5b616a" stroke-width="1.6"',
        f'circle cx="{x}" cy="{y}" r="5" fill="#1c5060"',
        f'path d="M{x} {y - 6}l6 6l-6 6l-6 -6z" fill="#714600"',
        f'rect x="{x - 4}" y="{y - 4}" width="9" height="9" fill="#0b5a34"',
        f'path d="M{x} {y - 6}l6 10h-12z" fill="#8f1f1d"',
    )[series]
    tag = shape.split(" ", 1)[0]
    return f'<{shape} class="s{series}"><title>{escape(said)}</title></{tag}>'


# --------------------------------------------------------------------------------------- words


def _money(amount: Decimal) -> str:
    places = 0 if amount == amount.to_integral_value() else 2
    return f"{'−' if amount < 0 else ''}${abs(amount):,.{places}f}"


def brief(when: date) -> str:
    """28 Jan 2026."""
    return f"{when.day} {day_text(when).split()[1][:3]} {when.year}"


def period(start: date | None, end: date | None) -> str:
    """From 28 Jan 2026; until 27 Jan 2026, where only its end is known; "" where neither is."""
    if start:
        return f"from {brief(start)}"
    return f"until {brief(end)}" if end else ""


def _extent(amounts: Iterable[Decimal | None]) -> str:
    found = [amount for amount in amounts if amount is not None]
    low, high = min(found), max(found)
    return _money(low) if low == high else f"{_money(low)} to {_money(high)}"


def _short(text: str, most: int = 22) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _margin(labels: Iterable[str]) -> int:
    return 34 + 7 * max((len(_short(label)) for label in labels), default=0)

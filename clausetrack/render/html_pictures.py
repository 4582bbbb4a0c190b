"""What the pictures of a changed pay scale show: before and after by step, and rates by date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from markupsafe import Markup

from clausetrack.diff.rises import amount
from clausetrack.diff.tables import Step, TableComparison, compare, step_names
from clausetrack.grids import fill
from clausetrack.model import Table
from clausetrack.render import html_charts as charts


def comparison(old: Table, new: Table) -> TableComparison | None:
    """The two tables by step and date, where the new one is a table of rates."""
    if not any(column.role == "rate" for column in new.columns):
        return None
    return compare(old, new)


def pictures(
    name: str, old: Table, new: Table, by_step: TableComparison
) -> tuple[tuple[str, Markup], ...]:
    """The pictures of a table of rates that have something to show, each with its caption.

    `name` is the anchor of the table on its page.
    """
    captions = "Before and after, by step", "Rates by date"
    was, now = step_names(old, new)
    rates = list(_dated(new, now))
    first = min((start for _, start, _ in rates), default=date.min)
    rates = [each for each in _dated(old, was) if each[1] < first] + rates
    drawn = (
        _scale(f"{name}-scale", captions[0], by_step),
        charts.steps(f"{name}-rates", captions[1], rates),
    )
    return tuple(each for each in zip(captions, drawn, strict=True) if each[1])


def _scale(name: str, title: str, by_step: TableComparison) -> Markup:
    """Each changed column against what was paid before the first of them."""
    changed = [
        at
        for at in range(len(by_step.columns))
        if any(
            step.cells[at].kind != "removed" and step.cells[at].old != step.cells[at].new
            for step in by_step.steps
        )
    ]
    if not changed:
        return Markup()
    before = tuple(amount(step.cells[changed[0]].old) for step in by_step.steps)
    series = [charts.Series("before", before)]
    for at in changed:
        after = tuple(amount(step.cells[at].new) for step in by_step.steps)
        series.append(charts.Series(_heading(by_step, at), after))
    return charts.scale(name, title, _labels(by_step.steps), series)


def _heading(by_step: TableComparison, at: int) -> str:
    column = by_step.columns[at]
    return charts.period(column.start, column.end) or column.heading or "after"


def _labels(steps: tuple[Step, ...]) -> list[str]:
    """The keys of the steps, with their groups where one key stands for several.

    A step that had another key is called by both.
    """
    keys = [step.key if step.old_key in {"", step.key} else f"{step.old_key} → {step.key}"
            for step in steps]  # fmt: skip
    counts = Counter(keys)
    return [
        key if counts[key] == 1 else f"{key} {step.group or step.old_group}".strip()
        for key, step in zip(keys, steps, strict=True)
    ]


def _dated(table: Table, names: list[str]) -> Iterator[tuple[str, date, Decimal]]:
    """The amounts of the columns that say from when they are paid, by what their row goes by."""
    cells = fill(table.rows)[table.header_rows :]
    counts = Counter(names)
    for at, column in enumerate(table.columns):
        if column.role != "rate" or column.start is None:
            continue
        for label, row in zip(names, cells, strict=True):
            paid = amount(row[at].text.strip()) if at < len(row) else None
            if label and counts[label] == 1 and paid is not None:
                yield label, column.start, paid

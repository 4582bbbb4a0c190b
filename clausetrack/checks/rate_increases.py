"""Figures of a scale that do not follow the increase that is stated, or that the others follow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from clausetrack.checks import increases, opening_column, rounding
from clausetrack.checks.increases import Increase
from clausetrack.checks.rounding import Fit, Row
from clausetrack.checks.scales import Series, series
from clausetrack.checks.subject import Subject
from clausetrack.model import Finding

GROUP = "arithmetic"
WHY = {
    "rate-off-increase": "Either the figure or the stated increase is wrong; whoever is on that"
    " step is paid by one and was promised the other.",
    "rate-off-column": "A figure that rises otherwise than its column may be meant, or be a slip;"
    " the words do not say.",
}

#: A method that leaves more of a table over than this is none: the words speak of something else.
_HALF = Decimal("0.5")
#: Nobody is paid so much an hour; what is more than it is paid by the week or the year.
_SALARY = 1000
#: Hourly rates are rounded to ten cents, to five or to one, and rise by so many half dollars.
_ROUND = (Decimal("0.10"), Decimal("0.05"), Decimal("0.01"), Decimal("0.0001"))
_SUM = Decimal("0.50")


def check(subject: Subject) -> Iterator[Finding]:
    for printed_alone in series(subject):
        one = opening_column.opened(printed_alone, subject)
        if len(one.columns) < 2:
            continue
        one = replace(one, rows=rounding.as_counted(one.rows))
        stated = increases.by_cell(
            one.scale, one.columns, one.lead, one.rows, rounding.explains
        )
        inferred = _inferred(one, stated)
        rows = rounding.as_counted(_openings(one, stated | inferred))
        if not (stated or inferred):
            continue
        found = rounding.fit(rows, stated | inferred, rounding.stated_unit(one.lead))
        told = sum(1 for cell in found.left if cell in stated)
        if stated and told > _HALF * len(stated) and told > 1:
            yield _off_throughout(subject, one, stated)
            continue
        meant: dict[tuple[str, int], Decimal] = {}
        for key, at in found.left:
            rise = (stated | inferred)[key, at]
            before, printed = rows[key][at - 1], rows[key][at]
            if before is None or printed is None:
                continue
            told_before = meant.get((key, at - 1))
            meant[key, at] = increases.raised(before, rise)
            if told_before is not None and rounding.explains(told_before, printed, rise):
                continue  # it follows from what the figure before should have been
            if rise.stated or not _may_be_meant(before, printed, rise):
                yield _finding(subject, one, found, key, at, rows[key], rise)
        yield from _about(subject, one, stated, rows)


def _off_throughout(
    subject: Subject, one: Series, stated: dict[tuple[str, int], Increase]
) -> Finding:
    """Most figures follow another increase than the stated one, or none at all."""
    for at in sorted({at for _, at in stated}):
        said = {(rise.amount, rise.percent) for (_, column), rise in stated.items() if column == at}
        usual = rounding.of_most(one.rows, at)
        if usual is not None and len(said) == 1 and (usual.amount, usual.percent) not in said:
            amount, percent = said.pop()
            wanted = _by(Increase(amount, percent=percent))
            return subject.finding(
                "rate-off-increase",
                f"most figures rise by {_by(usual)}, and {wanted} is stated",
                one.clause,
                one.columns[at].heading or one.lead.strip()[:120],
            )
    return subject.finding(
        "rate-off-increase",
        "the figures do not follow the increase that is stated, however they are rounded",
        one.clause,
        one.lead.strip()[:120],
        severity="info",
    )


def _by(rise: Increase) -> str:
    return f"{rise.amount.normalize():f}%" if rise.percent else f"${rise.amount:,}"


def _may_be_meant(before: Decimal, printed: Decimal, rise: Increase) -> bool:
    """Where nothing is stated: a rule of the figure's own, or what is left of it unprinted."""
    exact = increases.raised(before, rise)
    if printed < before < exact or rounding.is_swapped(exact, printed):
        return False
    off = abs(exact - printed)
    if max(before, printed) >= _SALARY:
        return off <= 1 or rounding.is_round(before, printed)
    near = next(unit for unit in _ROUND if printed % unit == 0)
    return off <= near or (printed - before) % _SUM == 0 or rounding.is_round(before, printed)


def _inferred(one: Series, stated: dict[tuple[str, int], Increase]) -> (
    dict[tuple[str, int], Increase]
):  # fmt: skip
    """What most of a column follows, for the columns of which the words say nothing."""
    out: dict[tuple[str, int], Increase] = {}
    for at in range(1, len(one.columns)):
        if any(column == at for _, column in stated):
            continue
        usual = rounding.of_most(one.rows, at)
        if usual is not None:
            out |= {(key, at): usual for key in one.rows}
    return out


def _openings(one: Series, rises: dict[tuple[str, int], Increase]) -> dict[str, Row]:
    """The rows, a merged step with the opening figure from which its next follows."""
    rows = dict(one.rows)
    for key, choices in one.openings.items():
        rise = rises.get((key, 1))
        following = rows[key][1] if len(rows[key]) > 1 else None
        if rise is None or following is None or len(choices) < 2:
            continue
        nearest = min(choices, key=lambda each: abs(increases.raised(each, rise) - following))
        rows[key] = (nearest, *rows[key][1:])
    return rows


def _finding(
    subject: Subject, one: Series, found: Fit, key: str, at: int, row: Row, rise: Increase
) -> Finding:
    printed, before = row[at], row[at - 1]
    assert printed is not None  # the caller looked
    assert before is not None
    code = "rate-off-increase" if rise.stated else "rate-off-column"
    gives = _gives(at, row, rise, found.method.unit)
    held = "" if at - 1 in one.offset or one.openings else "the agreement’s "
    message = (
        f"{one.called(key)}: ${printed:,} is not {held}${before:,} and {_by(rise)}"
        f" ({'stated' if rise.stated else 'as most of the column'}), which gives {gives};"
        f" the rest of the table is {found.method}"
    )
    if rounding.is_swapped(increases.raised(before, rise), printed):
        message += "; two of its digits may have changed places"
    elif printed < before < increases.raised(before, rise):
        message += f"; it is ${before - printed:,} less than before"
    elif (printed - before) % 100 == 0 and rise.percent:
        message += f"; it is a round ${printed - before:,} more"
    column = one.offset.get(at)
    sources = one.steps[key].sources
    source = sources[column] if column is not None and column < len(sources) else one.clause.source
    return replace(subject.finding(code, message, one.clause, one.quoted(key, at)), source=source)


def _gives(at: int, row: Row, rise: Increase, unit: Decimal | None) -> str:
    """What each method makes of a cell.

    "$102,476 if rounded to the nearest or up, $102,475 if rounded down".
    """
    printed, before = row[at], row[at - 1]
    assert printed is not None
    assert before is not None
    results: dict[Decimal, list[str]] = {}
    for name in rounding.ROUNDINGS:
        value = rounding.rounded(increases.raised(before, rise), name, printed, unit)
        results.setdefault(value, []).append(name)
    if not rise.percent or len(results) == 1:
        return f"${next(iter(results)):,}"
    return ", ".join(
        f"${value:,} if rounded {rounding.said(*names)}" for value, names in results.items()
    )


def _about(
    subject: Subject, one: Series, stated: dict[tuple[str, int], Increase], rows: dict[str, Row]
) -> Iterator[Finding]:
    """A percentage in brackets beside a sum of dollars that is not what the sum comes to."""
    for (key, at), rise in stated.items():
        before = rows[key][at - 1]
        if rise.about is None or not before:
            continue
        percent = (rise.amount / before * 100).quantize(rise.about, ROUND_HALF_UP)
        if percent != rise.about:
            yield subject.finding(
                "rate-off-increase",
                f"{one.called(key)}: ${rise.amount:,} of ${before:,} is {percent}%,"
                f" not {rise.about}%",
                one.clause,
                one.lead.strip()[:120],
            )

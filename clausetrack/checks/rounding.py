"""How a scale was rounded: the method that leaves the fewest of its cells unexplained.

Real scales are rounded by mixed habits, so a method is fitted to the whole table before any cell is
called wrong: half up, down or up; from the printed figure before, or from the unrounded one; and,
where none of these explains three rows in four, from an opening figure that was itself rounded and
whose cents are not printed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from clausetrack.checks.increases import Increase, raised

ROUNDINGS = {"half up": ROUND_HALF_UP, "down": ROUND_FLOOR, "up": ROUND_CEILING}
PRINTED, UNROUNDED, HIDDEN = "the printed figure", "the unrounded figure", "hidden cents"
#: The share of rows that a plain method must explain before hidden cents are thought of.
_ENOUGH = Decimal("0.75")
_CENT = Decimal("0.01")
#: A rise is a round number of per cent, or one with a quarter: 2.5, 2.25.
_TENTH, _TWENTIETH = Decimal("0.1"), Decimal("0.05")
_LIKELY = 5  # percentages of a column that are tried
#: A scale is in cents where one figure in so many has some.
_IN_CENTS = 5

#: Whole cents and dollars need no saying; other units do.
_NEAREST = re.compile(
    r"\bround(?:ed|ing)?\b[^.;$]{0,30}?\bnearest\s+(?:(?P<count>\d{1,3}|five|ten|twenty|fifty)\s+)"
    r"(?:(?P<cents>cents?)|dollars?)\b",
    re.I,
)
_COUNTS = {"five": Decimal(5), "ten": Decimal(10), "twenty": Decimal(20), "fifty": Decimal(50)}

Row = tuple[Decimal | None, ...]
Rises = Mapping[tuple[str, int], Increase]


@dataclass(frozen=True, slots=True)
class Method:
    """A rounding ("half up", "down", "up"), what is multiplied, and the unit that is stated."""

    rounding: str
    basis: str
    unit: Decimal | None = None

    def __str__(self) -> str:
        to = f" to a multiple of ${self.unit}" if self.unit else ""
        return f"rounded {said(self.rounding)}{to}, from {self.basis}"


@dataclass(frozen=True, slots=True)
class Fit:
    """The method that fits a table best, and the cells (step, column) that it leaves over."""

    method: Method
    left: tuple[tuple[str, int], ...]
    cells: int


def fit(rows: Mapping[str, Row], rises: Rises, unit: Decimal | None = None) -> Fit:
    """The best method for the rows of a table, each a first figure and those that follow it.

    `unit` is that to which the words say that it is rounded.
    """
    cells = sum(_known(rows[key], at) for key, at in rises if key in rows)
    plain = [
        Method(rounding, basis, unit) for basis in (PRINTED, UNROUNDED) for rounding in ROUNDINGS
    ]
    best = min((_tried(method, rows, rises, cells) for method in plain), key=_left)
    wrong = {key for key, _ in best.left}
    if unit is None and len(wrong) > (1 - _ENOUGH) * len({key for key, _ in rises}):
        hidden = [Method(rounding, HIDDEN) for rounding in ROUNDINGS]
        best = min((best, *(_tried(each, rows, rises, cells) for each in hidden)), key=_left)
    return best


def _left(found: Fit) -> int:
    return len(found.left)


def _tried(method: Method, rows: Mapping[str, Row], rises: Rises, cells: int) -> Fit:
    left = [
        (key, at)
        for key, row in rows.items()
        for at in (_hidden(row, key, rises, method) if method.basis == HIDDEN
                   else _unexplained(row, key, rises, method))
    ]  # fmt: skip
    return Fit(method, tuple(left), cells)


def _known(row: Row, at: int) -> bool:
    return at < len(row) and row[at] is not None and row[at - 1] is not None


def said(*names: str) -> str:
    """Roundings in plain words: "to the nearest or up"."""
    return " or ".join("to the nearest" if name == "half up" else name for name in names)


def rounded(value: Decimal, rounding: str, like: Decimal, unit: Decimal | None = None) -> Decimal:
    """`value` to whole dollars, or to cents where the printed figure has them; or to a `unit`."""
    if unit is not None:
        return ((value / unit).quantize(Decimal(1), ROUNDINGS[rounding]) * unit).quantize(_CENT)
    return value.quantize(_unit(like), ROUNDINGS[rounding])


def stated_unit(text: str) -> Decimal | None:
    """The unit to which words say that figures are rounded: "up to the nearest 5 cents"."""
    found = {_amount(match) for match in _NEAREST.finditer(text)}
    return found.pop() if len(found) == 1 else None


def _amount(match: re.Match[str]) -> Decimal:
    count = _COUNTS.get(match["count"].lower()) or Decimal(match["count"])
    return count * (_CENT if match["cents"] else 1)


def _unit(like: Decimal) -> Decimal:
    exponent = like.as_tuple().exponent
    return Decimal(1) if isinstance(exponent, int) and exponent >= 0 else _CENT


def as_counted(rows: Mapping[str, Row]) -> dict[str, Row]:
    """The rows with their figures in whole dollars, or all in cents where the scale is in cents.

    "$31.00" beside "$30.90" is no figure that was rounded to a dollar; "$62,000.00" may be one.
    """
    known = [amount for row in rows.values() for amount in row if amount is not None]
    cents = sum(amount != amount.to_integral_value() for amount in known)
    unit = _CENT if cents * _IN_CENTS >= len(known) else Decimal(1)
    return {
        key: tuple(
            amount.quantize(unit)
            if amount is not None and amount % unit == 0
            else amount
            for amount in row
        )
        for key, row in rows.items()
    }


def explains(
    before: Decimal, printed: Decimal, increase: Increase, unit: Decimal | None = None
) -> bool:
    """Is a figure the one before after an increase, however it is rounded, to the unit if any?"""
    exact = raised(before, increase)
    return any(rounded(exact, name, printed, unit) == printed for name in ROUNDINGS)


def _unexplained(row: Row, key: str, rises: Rises, method: Method) -> Iterator[int]:
    """The columns of a row whose figure the method does not give.

    After a figure that is wrong, the next may follow from it or from what it should have been.
    """
    bases: list[Decimal] = [row[0]] if row and row[0] is not None else []
    for at in range(1, len(row)):
        printed, rise = row[at], rises.get((key, at))
        if printed is None or rise is None or not bases:
            bases = [printed] if printed is not None else []
            continue
        exact = [raised(base, rise) for base in bases]
        wanted = [rounded(value, method.rounding, printed, method.unit) for value in exact]
        bases = wanted if method.basis == PRINTED else exact
        if printed not in wanted:
            yield at
            bases = [*bases, printed]
        elif method.basis == PRINTED:
            bases = [printed]


def _hidden(row: Row, key: str, rises: Rises, method: Method) -> Iterator[int]:
    """The columns that no cents of the row's first figure explain together with those before."""
    low = high = None
    for at, printed in enumerate(row):
        rise = rises.get((key, at))
        if printed is None or low is None or high is None or rise is None:
            low, high = _span(printed, method.rounding) if printed is not None else (None, None)
            continue
        least, most = _span(printed, method.rounding)
        low, high = max(raised(low, rise), least), min(raised(high, rise), most)
        if low >= high:
            yield at
            low, high = least, most


def _span(printed: Decimal, rounding: str) -> tuple[Decimal, Decimal]:
    """The figures that are printed so: from the first, up to and without the second.

    Rounding up leaves out the lower end and takes in the upper; the difference is below any cent.
    """
    unit = _unit(printed)
    below = {"half up": unit / 2, "down": Decimal(0), "up": unit}[rounding]
    return printed - below, printed - below + unit


def of_most(rows: Mapping[str, Row], at: int) -> Increase | None:
    """The increase that most figures of a column follow: a round percentage, or one sum.

    A percentage must give the figures, however they are rounded: 2.25 is not 2.3. None where fewer
    than three rows, or fewer than three in five, agree.
    """
    pairs = [
        (before, printed)
        for row in rows.values()
        if (printed := row[at]) is not None and (before := row[at - 1]) and printed != before
    ]
    sums = Counter(printed - before for before, printed in pairs)
    votes = {Increase(each, percent=False, stated=False): n for each, n in sums.most_common(1)}
    for unit in (_TENTH, _TWENTIETH):
        shares = Counter(_percent(before, printed, unit) for before, printed in pairs)
        for each, _ in shares.most_common(_LIKELY):
            rise = Increase(each, percent=True, stated=False)
            votes[rise] = sum(explains(*pair, rise) for pair in pairs)
    if not votes:
        return None
    best = max(votes, key=lambda each: (votes[each], not each.percent))
    return best if votes[best] >= max(3, len(pairs) * 3 / 5) else None


def _percent(before: Decimal, printed: Decimal, unit: Decimal) -> Decimal:
    """By how many per cent a figure rose, to the nearest multiple of a unit."""
    return ((printed / before - 1) * 100 / unit).quantize(Decimal(1), ROUND_HALF_UP) * unit


def is_round(before: Decimal, printed: Decimal) -> bool:
    """Does a figure follow a rule of its own: a whole hundred of dollars, or a round percentage?"""
    if (printed - before) % 100 == 0:
        return True
    exact = raised(before, Increase(_percent(before, printed, _TENTH), percent=True))
    return rounded(exact, "half up", printed) == printed


def is_swapped(exact: Decimal, printed: Decimal) -> bool:
    """Is a figure what it should be, but for two digits beside one another that changed places?"""
    wanted, got = str(rounded(exact, "half up", printed)), str(rounded(printed, "half up", printed))
    odd = [at for at, (one, two) in enumerate(zip(wanted, got, strict=False)) if one != two]
    return (
        len(wanted) == len(got)
        and len(odd) == 2
        and wanted[odd[0]] == got[odd[1]]
        and wanted[odd[1]] == got[odd[0]]
        and set(range(odd[0] + 1, odd[1])) <= {at for at, each in enumerate(got) if each == "."}
    )


def columns_by_kind(kinds: Sequence[tuple[str, str]]) -> list[list[int]]:
    """The columns that follow one another, those of each label and unit by themselves."""
    out: dict[tuple[str, str], list[int]] = {}
    for at, kind in enumerate(kinds):
        out.setdefault(kind, []).append(at)
    return list(out.values())

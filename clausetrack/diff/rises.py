"""Amounts of money, and by how much one is more than another."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from clausetrack import values


def amount(text: str) -> Decimal | None:
    """The one amount of money that a cell holds and nothing else, or None."""
    found = values.money(text)
    value = found[0].value if found and found[0].text == text.strip() else None
    return value if isinstance(value, Decimal) else None


def rise(old: str, new: str) -> tuple[Decimal | None, Decimal | None]:
    before, after = amount(old), amount(new)
    if before is None or after is None:
        return None, None
    return difference(before, after)


def difference(before: Decimal, after: Decimal) -> tuple[Decimal, Decimal | None]:
    """By how much an amount rose, and by how many per cent, to two places; None from nothing."""
    change = after - before
    if not before:
        return change, None
    return change, (change * 100 / before).quantize(Decimal("0.01"), ROUND_HALF_UP)

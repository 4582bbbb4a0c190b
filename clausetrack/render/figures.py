"""Differences between amounts, in words that a person reads."""

from __future__ import annotations

from clausetrack.diff.edits import ChangeEdit


def difference(edit: ChangeEdit) -> str:
    """What an amount rose or fell by, as `  (+$1,533, +2.50%)`; "" where it is no amount."""
    if edit.difference is None:
        return ""
    sign = "−" if edit.difference < 0 else "+"
    places = 0 if edit.difference == edit.difference.to_integral_value() else 2
    said = f"{sign}${abs(edit.difference):,.{places}f}"
    if edit.percent is not None:
        said += f", {'−' if edit.percent < 0 else '+'}{abs(edit.percent):.2f}%"
    return f"  ({said})"

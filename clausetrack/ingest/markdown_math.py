r"""Formulas in Markdown that a converter made of plain figures: "$\$ 25.00$" is $25.00.

What is set as a formula of TeX is read as it is printed, where every command in it is known. A
dollar sign that opens no formula is one of money.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausetrack.ingest.markdown import Mark

_FORMULA = re.compile(r"(?<!\\)\$(?=\S)(?P<inside>(?:\\.|[^\\$]){1,200}?)(?<!\s)\$(?!\d)")
#: What no sum of money holds: a sign behind a backslash, a command, a raised figure.
_SURE = re.compile(r"\\(?:[$%&#]|[a-z]{2,})|\^\{")
_SIGNS = {
    "times": "×", "div": "÷", "pm": "±", "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥",
    "cdot": "·", "ldots": "…", "dots": "…", "prime": "′", "circ": "°", "dagger": "†",
    "quad": " ", "qquad": " ",
}  # fmt: skip
#: How words are set and brackets grow, and nothing that is printed.
_SET = frozenset(
    ("left", "right", "text", "textbf", "textit", "mathrm", "mathbf", "mathit", "displaystyle")
)
_TOKEN = re.compile(
    r"\\(?P<sign>[$%&#_{}])(?P<gap>\s*)|\\d?frac\{(?P<above>\d+)\}\{(?P<below>\d+)\}"
    r"|\s+(?=[\s}]*$)|\\(?P<name>[A-Za-z]+)(?P<apart>\s*)|\\(?P<space>[,;:! ])"
    r"|\^(?P<power>\{\s*\d+\s*\}|\d)|\^|[{}~_]"
)


def found_in(physical: Sequence[str]) -> bool:
    """Does any line hold what is surely a formula?"""
    return any(
        _SURE.search(formula["inside"])
        for line in physical
        if "$" in line and ("\\" in line or "^{" in line)
        for formula in _FORMULA.finditer(line)
    )


def marks(line: str, start: int, end: int) -> Iterator[Mark]:
    """The mark-up of the formulas in `line[start:end]`; one that is not understood has none."""
    for formula in _FORMULA.finditer(line, start, end):
        inside = list(_inside(line, *formula.span("inside")))
        if None not in inside:
            yield Mark(formula.start(), formula.start() + 1)
            yield from (mark for mark in inside if mark is not None)
            yield Mark(formula.end() - 1, formula.end())


def _inside(line: str, start: int, end: int) -> Iterator[Mark | None]:
    """The marks inside a formula, and None for a command that is not known."""
    for token in _TOKEN.finditer(line, start, end):
        at, stop = token.span()
        if token["sign"]:
            yield Mark(at, at + 1)
            if token["sign"] == "$" and token["gap"]:
                yield Mark(*token.span("gap"))
        elif token["above"]:
            yield Mark(at, token.start("above"), shown=" " if line[at - 1].isdigit() else "")
            yield Mark(token.end("above"), token.start("below"), shown="/")
            yield Mark(token.end("below"), stop)
        elif token["name"]:
            known = token["name"] in _SET or token["name"] in _SIGNS
            sign = _SIGNS.get(token["name"], "")
            stop -= len(token["apart"]) if sign else 0
            yield Mark(at, stop, shown=sign) if known else None
        elif token["power"]:  # 10^2 is no 102
            yield from (Mark(a, a + 1) for a in range(at, stop) if line[a] in "{}")
        elif token[0] == "_":
            yield None  # lowered: it may be a name, or a figure below another
        else:
            yield Mark(at, stop, shown=" " if token["space"] or token[0] == "~" else "")

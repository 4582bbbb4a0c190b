"""Whole numbers nested in whole numbers: "2." in the list inside "3." is clause 3.2.

A list of HTML says "2." on every level. Where a word processor writes its automatic numbers as
lists, "3.2" is lost that way. It is put together again where the outermost numbers count through
the page as those of clauses do, and where nothing in the page says how its parts are cited.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from clausetrack.errors import FINDINGS
from clausetrack.model import Finding, Line

_WHOLE = re.compile(r"(\d{1,3})\.?")
_DOTTED = re.compile(r"\s*[A-Z]?\d{1,3}\.\d")
#: How a page cites what stands as "(2)" in clause 3.
_CITES = re.compile(r"\b(?:sub-?)?clauses?\s+\d{1,3}\s?\(\d", re.I)


def joined(lines: Sequence[Line]) -> tuple[list[Line], list[Finding]]:
    """The lines with the numbers of nested lists put together, and a finding that they are."""
    whole = (_WHOLE.fullmatch(line.label) for line in lines)
    numbers = [found and int(found[1]) for found in whole]
    outer = [number for line, number in zip(lines, numbers, strict=True)
             if number is not None and line.level == 0]  # fmt: skip
    inner = sum(number is not None and line.level > 0
                for line, number in zip(lines, numbers, strict=True))  # fmt: skip
    if inner < 2 or len(outer) < 2 or outer != list(range(1, len(outer) + 1)):
        return list(lines), []
    if any(_DOTTED.match(line.label or line.text) or _CITES.search(line.text) for line in lines):
        return list(lines), []
    out: list[Line] = []
    path: list[int] = []
    changed: list[Line] = []
    for line, number in zip(lines, numbers, strict=True):
        if number is not None and line.level <= len(path):
            before = path[line.level] if line.level < len(path) else 0
            if line.level == 0 or number in {1, before + 1}:
                path = [*path[: line.level], number]
                if line.level:
                    line = replace(line, label=".".join(map(str, path)))
                    changed.append(line)
        out.append(line)
    return out, [_finding(changed)] if changed else []


def _finding(changed: Sequence[Line]) -> Finding:
    code, first = "label-inferred", changed[0]
    message = (f"the page numbers each list from 1; {len(changed)} numbers are read with that of "
               f"the clause around them, as {first.label}")  # fmt: skip
    return Finding(code, FINDINGS[code], message, source=first.source)

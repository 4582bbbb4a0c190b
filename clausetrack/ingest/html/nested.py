"""Whole numbers nested in whole numbers: "2." in the list inside "3." is clause 3.2.

A list of HTML says "2." on every level. Where a word processor writes its automatic numbers as
lists, "3.2" is lost that way. It is put together again where the outermost numbers count through
the page as those of clauses do, and where nothing in the page says how its parts are cited.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from clausetrack.errors import finding
from clausetrack.model import Finding, Line

_WHOLE = re.compile(r"(\d{1,3})\.?")
_DOTTED = re.compile(r"\s*[A-Z]?\d{1,3}\.\d")
#: How a page cites what stands as "(2)" in clause 3.
_CITES = re.compile(r"\b(?:sub-?)?clauses?\s+\d{1,3}\s?\(\d", re.I)


def joined(lines: Sequence[Line]) -> tuple[list[Line], list[Finding]]:
    """The lines with the numbers of nested lists put together, and a finding that they are."""
    paths = _paths(lines)
    inner = [path for path in paths if len(path) > 1]
    outer = [path[0] for path in paths if len(path) == 1]
    if len(inner) < 2 or len(outer) < 2 or outer != list(range(1, len(outer) + 1)):
        return list(lines), []
    if any(_DOTTED.match(line.label or line.text) or _CITES.search(line.text) for line in lines):
        return list(lines), []
    out = [replace(line, label=".".join(map(str, path)) + "." * (len(path) == 1)) if path else line
           for line, path in zip(lines, paths, strict=True)]  # fmt: skip
    return out, [_finding([line for line, path in zip(out, paths, strict=True) if len(path) > 1])]


def _paths(lines: Sequence[Line]) -> list[tuple[int, ...]]:
    """The number of each line with those around it, () where it has none that counts on.

    A page counts anew where a paragraph stands between the items of a list, and a browser counts
    an item on from the list inside its own that ended straight before it: neither is meant.
    """
    out: list[tuple[int, ...]] = []
    path: tuple[int, ...] = ()
    series = 0  # the outermost list of the last number
    for line in lines:
        found = _WHOLE.fullmatch(line.label)
        out.append(())
        if found is None or line.level > len(path):
            continue
        number, level = int(found[1]), line.level
        before = path[level] if level < len(path) else 0
        inside = line.series == series and level < len(path) - 1
        if before and (inside or (level and number == 1)):
            number = before + 1
        if level == 0 or number in {1, before + 1}:
            path, series = (*path[:level], number), line.series
            out[-1] = path
    return out


def _finding(changed: Sequence[Line]) -> Finding:
    first = changed[0]
    message = (f"the page numbers each list from 1; {len(changed)} numbers are read with that of "
               f"the clause around them, as {first.label}")  # fmt: skip
    return finding("label-inferred", message, source=first.source)

"""Tables that a text sets with tabs or bars between their cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from clausetrack.ingest import text_layout

RULE = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?\s*)?$")
_BAR = re.compile(r"(?<!\\)\|")
#: What a line quotes: the row of a table in an order to add it.
_QUOTED = re.compile(r"(?<!\w)(?:“(?=\S)[^“”]*(?<=\S)”|\"(?=\S)[^\"“”]*(?<=\S)\")(?!\w)")
#: A sentence that leads into such a row: "1. Add this row to the table in 3.1: Step 3 | $29.60".
_LEADS = re.compile(r"[^|:]*\b[^\W\d_]{2,} [^|:]*\b[^\W\d_]{2,}[^|:]*:\s[^|]*\|")
#: "3\t$52,000": no clause has an amount for its whole text.
_FIGURE_CELL = re.compile(r"[^\t]{1,60}\t\s*\$\s?\d[\d,.]*[⁰¹²³⁴-⁹]*(?: (?:per|a) \w+)?")
#: What follows a figure that is no label: "121 or more", "96 - 120".
_RANGE = re.compile(r" (?:[-–+]|to|or|and|years?|months?|days?|hours?)[ \w]*\t")
#: An amount behind a bar: "1 | $28.25", "A | 50,000 - 55,000".
_AMOUNT = re.compile(r"[^|]{1,60}\|\s*(?:\$\s?\d|\d{1,3}(?:,\d{3}|\.\d\d\b))[^|]{0,40}")


class Blank(NamedTuple):
    """Is the first cell of a row empty, before its first bar, or the last one, behind its last?"""

    first: bool = False
    last: bool = False


NONE = Blank()


def indents(physical: Sequence[str]) -> list[int]:
    """How many tabs set each line in, which part no cells.

    Those that all lines of a stretch begin with, where the line above it and the one below have no
    tab: else the first cell of a row may be empty. One row alone tells nothing.
    """
    out = [0] * len(physical)
    run: list[int] = []
    for at, line in enumerate([*physical, ""]):
        if line.startswith("\t") and line.strip():
            run.append(at)
            continue
        around = (physical[n] for n in (run[0] - 1, at) if 0 <= n < len(physical)) if run else ()
        lone = len(run) == 1 and _cells(physical[run[0]]) > 1
        if run and not lone and not any("\t" in each.rstrip() for each in around):
            least = min(_leading(physical[n]) for n in run)
            for n in run:
                out[n] = least
        run = []
    return out


def rows(physical: Sequence[str], indents: Sequence[int]) -> set[int]:
    """The indices of the physical lines that are rows of tables; `indents` are those of all."""
    pipes = [_pipes(line) for line in physical]
    lines = [line[indent:] if indent else line
             for line, indent in zip(physical, indents, strict=True)]  # fmt: skip
    tabs = [line.strip("\n").count("\t") if line.strip() else 0 for line in lines]
    found = set(_of_two(physical))
    pairs: list[int] = []  # rows of two cells that follow one another
    for at, line in enumerate(lines):
        near = [n for n in (at - 1, at + 1) if 0 <= n < len(physical)]
        if (
            (pipes[at] >= 2 and not _leads_in(physical, at))
            or (pipes[at] == 1 and any(pipes[n] for n in near))
            or (tabs[at] >= 2 and not line.startswith("\t\t")
                and (at - 1 in found or not _is_item(line)))
        ):  # fmt: skip
            found.add(at)
        if tabs[at] == 1 and _two_cells(line):
            pairs.append(at)
            continue
        found.update(_of_pairs(pairs, lines))
        pairs = []
    found.update(_of_pairs(pairs, lines))
    return found


def _leads_in(physical: Sequence[str], at: int) -> bool:
    """Is a line with bars a sentence that ends in a row, and no row of a table around it?"""
    if not _LEADS.match(physical[at]):
        return False
    above = next((line for line in reversed(physical[:at]) if line.strip()), "")
    below = next((line for line in physical[at + 1 :] if line.strip()), "")
    return "|" not in above + below


def _of_pairs(run: Sequence[int], lines: Sequence[str]) -> Sequence[int]:
    """Those of a run of rows of two cells, if it is a table: one of them has a first cell."""
    return run if len(run) > 1 and any(_cells(lines[at]) > 1 for at in run) else ()


def _is_item(line: str) -> bool:
    """Is it an item that is set in by tabs: a label, a tab and its words?"""
    inner = line.lstrip("\t")
    return inner != line and inner.count("\t") == 1 and not _two_cells(inner)


def _cells(line: str) -> int:
    """How many cells have text, if tabs part them."""
    return sum(bool(cell.strip()) for cell in line.split("\t"))


def _leading(line: str) -> int:
    return len(line) - len(line.lstrip("\t"))


def borders(line: str) -> list[int]:
    """Where the bars of a row stand; in quotation marks they are words, but between outer bars."""
    if not (line.strip().startswith("|") or line.strip().endswith("|")):
        line = _QUOTED.sub(lambda found: " " * len(found[0]), line)
    return [found.start() for found in _BAR.finditer(line)]


def _of_two(physical: Sequence[str]) -> Iterator[int]:
    """Rows of two cells with one bar between them, and none outside.

    Words may have a bar among them, so one of the rows must have an amount, or be a rule.
    """
    alone = [at for at, line in enumerate(physical) if "|" in line and _is_pair(line)]
    run: list[int] = []
    for at, following in pairwise([*alone, -1]):
        run.append(at)
        if following == at + 1:
            continue
        sure = any(RULE.match(physical[n]) or _AMOUNT.fullmatch(physical[n].rstrip()) for n in run)
        if sure and len(run) > 1:
            yield from run
        run = []


def _is_pair(line: str) -> bool:
    if RULE.match(line):
        return True
    bars = borders(line)
    before, behind = (line[: bars[0]].strip(), line[bars[0] + 1 :].strip()) if bars else ("", "")
    if len(bars) != 1 or not before or not behind:
        return False
    return bool(_AMOUNT.fullmatch(line.rstrip())) or not text_layout.LABEL.match(f"{before}\t")


def blanks(physical: Sequence[str], among: set[int]) -> dict[int, Blank]:
    """The rows with an empty cell at an end, where other rows of the table have no bar outside.

    In " | Min | Max" below "Grade | From 1 May | " the first bar of all ends a cell.
    """
    out: dict[int, Blank] = {}
    run: list[int] = []
    barred = [at for at in sorted(among) if _BAR.search(physical[at])]
    for at, following in pairwise([*barred, -1]):
        run.append(at)
        if following != at + 1:
            out |= _blanks({at: physical[at].strip() for at in run if not RULE.match(physical[at])})
            run = []
    return out


def _blanks(table: dict[int, str]) -> dict[int, Blank]:
    outer = {at: Blank(line.startswith("|"), line.endswith("|")) for at, line in table.items()}
    cells = {at: len(borders(table[at])) + 1 - sum(outer[at]) for at in table}
    width = max(cells.values(), default=0)
    first, last = (not all(ends) for ends in zip(*outer.values(), strict=True)) if outer else NONE
    out = {}
    for at, (opens, ends) in outer.items():
        blank = Blank(opens and first, ends and last)
        if sum(blank) and cells[at] + sum(blank) <= width:
            out[at] = blank
    return out


def _two_cells(line: str) -> bool:
    """Is what stands before the tab of a line no bullet, and no label of a clause but before an
    amount?"""
    if text_layout.BULLET.match(line):
        return False
    label = text_layout.LABEL.match(line)
    return (
        label is None
        or bool(_RANGE.match(line, label.end()))
        or bool(_FIGURE_CELL.fullmatch(line.rstrip()))
    )


def _pipes(line: str) -> int:
    """How many cells' borders a line holds: 0 where its pipes are not those of a table."""
    if "|" not in line:  # as nearly everywhere
        return 0
    if RULE.match(line):
        return 2
    found = len(borders(line))
    return found if line.strip().startswith("|") or line.strip().endswith("|") or found > 1 else 0

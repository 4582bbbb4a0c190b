"""One row of a table: found by its key, taken out, replaced, or put in beside another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from clausetrack.amend.plan import Plan, Refusal
from clausetrack.amend.splices import Row, Splice
from clausetrack.amend.tree import folded
from clausetrack.model import Cell, Clause, Run, Table
from clausetrack.segment.wording import masked
from clausetrack.settlement import Part

_AMOUNT = r"\$?\d[\d,]*(?:\.\d+)?"
#: What stands between the cells of a row that is told in a line.
_APART = r"(?:\s*[|,:]\s+|\s+[–—-]\s+|\s+)"
_BETWEEN = re.compile(
    r"\bbetween (?:the )?(?:rows? )?(?:for )?.{1,40}? and (?P<key>\w+ [\w+]{1,6})", re.I
)


def find_row(plan: Plan, part: Part, target: str) -> tuple[Clause, int] | Refusal:
    """The one table under `target` that has the row, and the place of the row in it."""
    tables = [one for one in plan.base.subtree(target) if one.kind == "table" and one.table]
    if not tables:
        return Refusal("target-missing", f"{target} has no table")
    at_end = part.place == "end"
    having = (
        tables if at_end else [one for one in tables if one.table and found(one.table, part.which)]
    )
    if not having:
        return Refusal("target-missing", f"no table of {target} has a row “{part.which}”")
    if len(having) > 1:
        names = ", ".join(one.id for one in having)
        return Refusal("needs-decision", f"it is not certain which table is meant: {names}")
    old = having[0]
    table = old.table
    assert table is not None
    places = [len(table.rows) - 1] if at_end else found(table, part.which)
    if len(places) > 1:
        return Refusal("needs-decision", f"{old.id} has {len(places)} rows “{part.which}”")
    if any(cell.rowspan > 1 or cell.colspan > 1 for row in table.rows for cell in row):
        return Refusal("needs-decision", f"{old.id} has merged cells")
    return old, places[0]


def change_rows(plan: Plan, part: Part, target: str, wording: Sequence[Clause]) -> Refusal | None:
    """Plan the change of one row in the one table under `target` that has it."""
    place = find_row(plan, part, target)
    if isinstance(place, Refusal):
        return place
    old, at = place
    table = old.table
    assert table is not None
    start, end, given = at, at + 1, []
    action = plan.amendment.action
    if action == "repeal":
        if len(table.rows) - table.header_rows == 1:
            return Refusal("needs-decision", f"{old.id} has no other row")
    else:
        printed = _printed(table, wording)
        if isinstance(printed, Refusal):
            return printed
        given = printed
        if action == "insertion":
            start = end = at if part.place == "before" else at + 1
            following = _BETWEEN.search(masked(plan.amendment.said))
            if following and at + 1 not in found(table, following["key"]):
                reason = f"“{following['key']}” does not follow “{part.which}” in {old.id}"
                return Refusal("needs-decision", reason)
        elif len(given) != 1:
            return Refusal("needs-decision", "the terms print more than one row")
        rows = (*table.rows[:start], *given, *table.rows[end:])
        keys = [folded(key).casefold() for key in _keys(replace(table, rows=rows))]
        known = [folded(key).casefold() for key in _keys(table)]
        if twice := [key for key in keys if keys.count(key) > max(1, known.count(key))]:
            return Refusal("needs-decision", f"{old.id} has a row “{twice[0]}” already")
    plan.splice(old, Splice(old.id, "rows", start, end, rows=tuple(given)))
    return None


def found(table: Table, key: str) -> list[int]:
    """The rows below the heading that go by `key`: "3", or "Step 3" in a column of steps."""
    column = next((one for one in table.columns if one.role == "key"), None)
    heading = column.heading if column else table.columns[0].heading if table.columns else ""
    wanted = folded(key).casefold()
    return [
        at
        for at in range(table.header_rows, len(table.rows))
        if wanted
        in {folded(name).casefold() for name in (table.key(at), f"{heading} {table.key(at)}")}
    ]


def _line(table: Table, wording: Sequence[Clause]) -> Row | None:
    """A row that was read as a numbered line, since its key is a number: "7", tab, "$61,000"."""
    if len(wording) != 1 or not wording[0].number or wording[0].heading:
        return None
    cells = [wording[0].number.strip("()"), *wording[0].own_text.split("\t")]
    if len(cells) != len(table.rows[-1]):
        return None
    source = wording[0].source
    return tuple(Cell((Run(cell.strip(), source=source),)) for cell in cells)


def _told(table: Table, wording: Sequence[Clause]) -> Row | None:
    """A row that the order tells in its line: its key, and an amount for each other column."""
    if len(wording) != 1 or wording[0].number or wording[0].heading:
        return None
    last = table.rows[-1]
    told = re.compile(rf"(?P<key>.*?[^\W_]\w*)(?P<rest>(?:{_APART}{_AMOUNT}){{{len(last) - 1}}})")
    found = told.fullmatch(wording[0].own_text.strip(" .;"))
    if found is None or len(last) < 2:
        return None
    amounts = re.findall(_AMOUNT, found["rest"])
    alike = ((new.startswith("$"), was.text.strip().startswith("$"))
             for new, was in zip(amounts, last[1:], strict=True))  # fmt: skip
    if any(new != was for new, was in alike) or re.search(r"\$\d+\Z|\d[.,]\d+\Z", found["key"]):
        return None
    source = wording[0].source
    return tuple(Cell((Run(cell, source=source),)) for cell in (found["key"], *amounts))


def _keys(table: Table) -> list[str]:
    return [table.key(at) for at in range(table.header_rows, len(table.rows))]


def _printed(table: Table, wording: Sequence[Clause]) -> list[Row] | Refusal:
    """The rows that the terms print, as long as those of `table`, without its own heading."""
    given = wording[0].table if len(wording) == 1 else None
    if given is None:
        line = _line(table, wording) or _told(table, wording)
        return [line] if line else Refusal("needs-decision", "the terms do not print a row")
    rows = list(given.rows)
    heads = table.texts[: table.header_rows]
    if heads and [[folded(one) for one in row] for row in given.texts[: len(heads)]] == [
        [folded(one) for one in row] for row in heads
    ]:
        rows = rows[len(heads) :]
    elif given.header_rows and len(rows) > 1:
        return Refusal(
            "needs-decision", "the row is printed under other headings than the table has"
        )
    width = len(table.rows[-1])
    if not rows or any(len(row) != width for row in rows):
        return Refusal("needs-decision", f"the terms do not print a row of {width} cells")
    if any(cell.rowspan > 1 or cell.colspan > 1 for row in rows for cell in row):
        return Refusal("needs-decision", "the row is printed with merged cells")
    return rows

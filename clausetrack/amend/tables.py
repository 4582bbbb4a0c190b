"""A table printed alone replaces that table, never the prose or the caption of its clause."""

from __future__ import annotations

import re

from clausetrack.amend import preconditions
from clausetrack.amend.plan import Plan, Refusal, undecided
from clausetrack.amend.targets import Wording
from clausetrack.amend.tree import folded, words
from clausetrack.model import Clause

_PART = re.compile(r"\b(?:rows?|columns?|cells?|lines?)\b", re.I)
_CLAUSES = re.compile(r"(?:sub-?)?clauses?\b", re.I)
#: What raises figures, and puts no other table in place of one.
_INCREASES = re.compile(
    r"\A(?!.*\b(?:replac|substitut|delet|amend|insert|add|new\b|updat|chang))"
    r".*\b(?:increas|ris(?:e|ing)|rais|lift|go(?:es)? up)", re.I | re.S
)  # fmt: skip
#: What says that rates are replaced, and nothing of their table.
_OF_RATES = re.compile(
    r"\A(?!.*\b(?:tables?|scales?|grid|matrix|appendix|schedule|annex)\b)"
    r".*\b(?:rates|wages|salaries|salary|pay)\b.*\b(?:replac|substitut)", re.I | re.S
)  # fmt: skip


def replace_tables(plan: Plan, printed: Wording, target: str) -> Refusal | None:
    """Each table of the wording in place of the one table under `target` that it means."""
    for new in printed.units:
        old = _meant(plan, target, new)
        if isinstance(old, Refusal):
            return old
        if other := _of_other_clauses(plan, target, old, new):
            reason = f"the table printed is of {other}, and not of {target}: a person must decide"
            return undecided(reason)
        if refusal := part_of_table(plan, new) or preconditions.columns(plan, old, new):
            return refusal
        said = plan.amendment.said
        raised = _INCREASES.search(said) or _OF_RATES.search(said)
        if raised and (left := _not_whole(old, new)):
            return undecided(left)
        kept = keys(new)
        gone = [name for name, key in zip(names(old), keys(old), strict=True) if key not in kept]
        if gone:
            plan.find(
                "row-repealed",
                f"the rows {', '.join(gone[:5])} of {old.id} are not in the table printed for "
                f"{target}, and go",
                old.id,
            )
        # The caption of the base stays: the terms print their own above the figures.
        plan.rewrite(old, Clause(new.id, "table", table=new.table))
    return None


def _of_other_clauses(plan: Plan, target: str, old: Clause, new: Clause) -> str:
    """A clause outside `target` that a row of a table of changes is on; "" where none is.

    The rows are named by clauses where the column is headed so, and the old table has no such row.
    """
    if new.table is None or not new.table.header_rows:
        return ""
    head = new.table.texts[0][0].strip()
    within = {one.id for one in plan.base.subtree(target)} | {target}
    had = keys(old)
    for key in names(new):
        name = key.removeprefix("Clause ").strip()
        named = _CLAUSES.match(head) or not name.isdigit()
        if named and key.casefold() not in had and name in plan.base and name not in within:
            return name
    return ""


def _not_whole(old: Clause, new: Clause) -> str:
    """Why a table that is to change the figures of another does not stand for it; "" where it does.

    It has the same rows, and beside dated rates no column that the other has not.
    """
    if sorted(keys(old)) != sorted(keys(new)):
        return f"the terms change figures of {old.id} and print other rows than it has"
    if new.heading or old.table is None or new.table is None:
        return ""
    was = {folded(column.heading).casefold() for column in old.table.columns}
    more = [one for one in new.table.columns
            if one.start is None and folded(one.heading).casefold() not in was]  # fmt: skip
    return f"{old.id} has no column “{more[0].heading}”" if more else ""


def part_of_table(plan: Plan, new: Clause) -> Refusal | None:
    """Refuses rows, columns or cells that an instruction prints by themselves: no whole table."""
    if _PART.search(plan.amendment.said) or (new.table and not new.table.header_rows):
        return undecided("the terms print a part of a table, and not the whole")
    return None


def _meant(plan: Plan, target: str, new: Clause) -> Clause | Refusal:
    """The target's only table; of several, the one with that caption, or with those row keys."""
    under = [
        clause
        for clause in plan.base.subtree(target)
        if clause.kind == "table" and clause.id not in plan.touched
    ]
    if len(under) == 1:
        return under[0]
    captioned = [
        clause
        for clause in under
        if new.heading and words(clause.heading_text) == words(new.heading_text)
    ]
    keyed = [clause for clause in under if keys(clause) == keys(new)]
    for found in (captioned, keyed):
        if len(found) == 1:
            return found[0]
    if not under:
        return undecided(f"{target} has no table that the new one could replace")
    names = ", ".join(clause.id for clause in under)
    return undecided(
        f"{target} has several tables, and neither caption nor rows say which of {names} is meant"
    )


def keys(clause: Clause) -> list[str]:
    """The row keys of a table below its heading, as they are compared."""
    return [name.casefold() for name in names(clause)]


def names(clause: Clause) -> list[str]:
    """The row keys of a table below its heading, as they are printed."""
    table = clause.table
    if table is None:
        return []
    return [folded(table.key(row)) for row in range(table.header_rows, len(table.rows))]

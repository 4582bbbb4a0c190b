"""What an instruction says of the base must be so: old figures, and the old columns of a table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from clausetrack import values
from clausetrack.amend import everywhere
from clausetrack.amend.plan import Plan, Refusal
from clausetrack.amend.spans import APART, begins_sentence
from clausetrack.amend.tree import as_pattern, folded
from clausetrack.grids import fill
from clausetrack.model import Clause, Column, Table, plain
from clausetrack.settlement import Amendment, StatedChange

_FEW = 3  # clauses that a reason names
_CURRENT = re.compile(r"\b(?:current|present|existing)\b", re.I)


def occurrences(text: str, figure: str, *, gone: bool = False) -> list[tuple[int, int]]:
    """Where `text` says `figure`: the same value however it is written, or the same words.

    Words that begin a sentence have its capital; where they are `gone` the sentence would lose it.
    """
    meant = [value for value in values.find(figure) if value.text == figure.strip()]
    if meant and meant[0].value is not None:
        return [
            (value.start, value.end)
            for value in values.find(text)
            if (value.kind, value.value) == (meant[0].kind, meant[0].value)
        ]
    found = everywhere.occurrences(text, figure)
    if figure[:1].islower() and not gone:
        capital = everywhere.occurrences(text, figure[:1].upper() + figure[1:])
        found += [span for span in capital if begins_sentence(text, span[0])]
    return sorted(found)


def places(said: Sequence[str], change: StatedChange) -> list[tuple[int, int, int]]:
    """Which of the texts says the old words, and where in it.

    A text that only has them with a sentence's capital counts where none has them as they are.
    """
    found = [
        (at, *span)
        for at, text in enumerate(said)
        for span in occurrences(text, change.old, gone=change.gone)
    ]
    as_they_are = {at for at, text in enumerate(said) if occurrences(text, change.old, gone=True)}
    return [one for one in found if one[0] in as_they_are] or found


def printed(clauses: Iterable[Clause]) -> str:
    """All that `clauses` print below their numbers, each heading, text and cell apart."""
    return APART.join(plain(text.runs) for clause in clauses for text in everywhere.texts(clause))


def stated(
    clauses: Iterable[Clause], amendment: Amendment, every: Iterable[Clause] = ()
) -> Refusal | None:
    """Is every old figure that the instruction states in the text of `clauses`?

    Those of `every` that say one are told, where these do not.
    """
    here = tuple(clauses)
    text = printed(here)
    for change in amendment.stated:
        if change.old and not occurrences(text, change.old, gone=change.gone):
            where = here[0].id if here else "the agreement"
            said = f"the instruction says that {where} has {change.old}; it has "
            said += _instead(text, change.old) + _elsewhere(every, change)
            return Refusal("precondition-failed", said)
    return None


def _elsewhere(every: Iterable[Clause], change: StatedChange) -> str:
    """Which clauses say the old figure or words, as far as these are few; "" where none does."""
    having = [one for one in every if occurrences(printed([one]), change.old, gone=change.gone)]
    if not 0 < len(having) < _FEW:
        return ""
    return f"; {' and '.join(one.id for one in having)} {'has' if len(having) == 1 else 'have'}"


def _instead(text: str, old: str) -> str:
    """What a text has in place of the old figure or words that it does not have."""
    kinds = {value.kind for value in values.find(old)}
    if kinds:
        says = [value.text for value in values.find(text) if value.kind in kinds]
        return ", ".join(dict.fromkeys(says)) or "no such figure"
    found = re.search(rf"(?<!\w){as_pattern(old)}(?!\w)", text, re.I)
    return f"“{everywhere.whole_words(text, *found.span())}”" if found else "no such words"


# ------------------------------------------------------------------------------------- tables


def columns(plan: Plan, old: Clause, new: Clause) -> Refusal | None:
    """Do the columns of the new table that speak of the time before agree with the base's table?

    A column "until" a day, or of the current rates, is the base's latest column; a dated one is
    the base's of that date. What the base has nothing to hold against is a finding.
    """
    if old.table is None or new.table is None:
        return None
    was, now = _rows(old.table), _rows(new.table)
    for at, column in enumerate(new.table.columns):
        beside = _partner(column, old.table)
        named = f"“{column.heading}”" if column.heading else str(at + 1)
        if beside is None:
            undated = column.role == "rate" and column.start is None
            if undated or _speaks_of_before(column):
                plan.find(
                    "base-not-verified",
                    f"{old.id} has no figures to hold column {named} against",
                    old.id,
                )
            continue
        differing = []
        for key, cells in now.items():
            mine, theirs = _cell(cells, at), _cell(was.get(key, ()), beside)
            if mine and theirs and _figure(mine) != _figure(theirs):
                differing.append(f"{key[0]}: {mine}, and the base has {theirs}")
        if differing:
            return Refusal(
                "precondition-failed",
                f"column {named} does not agree with the base's table {old.id}: "
                + "; ".join(differing[:3])
                + (f"; and {len(differing) - 3} more" if len(differing) > 3 else ""),
            )
        unmatched = [
            key[0]
            for key, cells in now.items()
            if _cell(cells, at) and not _cell(was.get(key, ()), beside)
        ]
        if unmatched:
            plan.find(
                "base-not-verified",
                f"{old.id} has no figure to hold column {named} against for "
                + ", ".join(unmatched[:5]),
                old.id,
            )
    return None


def _speaks_of_before(column: Column) -> bool:
    if column.start is not None:
        return False  # "1 July 2025 to 30 June 2026" may be of the time to come
    return column.end is not None or bool(_CURRENT.search(column.heading))


def _partner(column: Column, old: Table) -> int | None:
    """The base's column for what a column of the new table says of the time before."""
    dated = [(c.start, at) for at, c in enumerate(old.columns) if c.role == "rate" and c.start]
    if _speaks_of_before(column):
        before = [(start, at) for start, at in dated if start <= (column.end or date.max)]
        undated = [at for at, c in enumerate(old.columns) if c.role == "rate"]
        return max(before)[1] if before else undated[0] if len(undated) == 1 else None
    if column.role == "rate" and column.start:
        return next((at for start, at in dated if start == column.start), None)
    return None


def _rows(table: Table) -> dict[tuple[str, int], tuple[str, ...]]:
    """The grid rows below the heading by their key; a key that returns counts its occurrences."""
    key_at = next((i for i, column in enumerate(table.columns) if column.role == "key"), 0)
    seen: Counter[str] = Counter()
    rows = {}
    for places in fill(table.rows)[table.header_rows :]:
        cells = tuple(cell.text for cell in places)
        key = folded(_cell(cells, key_at)).upper()
        if key:
            rows[key, seen[key]] = cells
            seen[key] += 1
    return rows


def _cell(cells: tuple[str, ...], at: int) -> str:
    return cells[at].strip() if at < len(cells) else ""


def _figure(text: str) -> str:
    """A cell as it is compared: the amount, however it is spaced and pointed."""
    return re.sub(r"[\s,$]", "", text).removesuffix(".00").casefold()

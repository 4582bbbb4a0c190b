"""Tables that were set in words, and words that were set in a table: which figures are others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from clausetrack import values
from clausetrack.diff.changes import Change
from clausetrack.diff.row_names import labels, meant
from clausetrack.diff.table_grid import Grid
from clausetrack.errors import FINDINGS
from clausetrack.model import Clause, Finding, Table

_FEWEST = 2  # figures in common; one may be the same by chance

#: Figures by their value, and how each of them is told.
_Figures = dict[object, list[str]]


def findings(changes: Sequence[Change]) -> tuple[Finding, ...]:
    """A finding for each table in one version only of which most figures stand in words of the
    other one that came, or went, meanwhile. Which figure is whose in words is for a reader."""
    return tuple(told for change in changes for told in _told(change, changes))


def _told(change: Change, changes: Sequence[Change]) -> Iterator[Finding]:
    gone = change.kind == "deleted"
    clause = change.old if gone else change.new
    if clause is None or clause.table is None or change.kind not in {"deleted", "inserted"}:
        return
    figures = _in_table(clause.table)
    count = sum(map(len, figures.values()))
    best: tuple[int, Clause, _Figures] | None = None
    for other in changes:
        place = other.new if gone else other.old
        if other is change or place is None or place.table is not None:
            continue
        words = _in_words(other, gone)
        both = sum(min(len(said), len(words.get(one, ()))) for one, said in figures.items())
        if both >= _FEWEST and 2 * both > count and (best is None or both > best[0]):
            best = both, place, words
    if best is not None:
        place = best[1] if gone else clause
        message = _message(clause, best[1], figures, best[2], gone)
        code = "table-in-words"
        yield Finding(code, FINDINGS[code], message, place.id, place.source)


def _message(table: Clause, words: Clause, figures: _Figures, said: _Figures, gone: bool) -> str:
    missing, more = list(_without(figures, said)), list(_without(said, figures))
    if not missing:
        message = (
            f"each figure of {table.id}, which is gone, stands in words here" if gone
            else f"each figure of this table stood in words in {words.id}"
        )  # fmt: skip
        message += f"; whose it {'is' if gone else 'was'} there is to check"
    elif gone:
        message = f"the figures of {table.id}, which is gone, stand in words here, but for "
        message += ", ".join(missing)
    else:
        message = f"most of the figures of this table stood in words in {words.id}, but for "
        message += ", ".join(missing)
    if more:
        had = "of the words the table had no" if gone else "the words had"
        message += f"; {had} {', '.join(more)}"
    return message


def _without(figures: _Figures, others: _Figures) -> Iterator[str]:
    """The figures that the others lack; of equal ones nobody can tell which is lacking."""
    for one, told in figures.items():
        lacking = len(told) - len(others.get(one, ()))
        if lacking > 0:
            figure, places = told[0].partition("\t")[0], [each.partition("\t")[2] for each in told]
            some = f"{lacking} of {len(told)} times " if lacking < len(told) else ""
            where = "; ".join(filter(None, places))
            yield f"{some}{figure}" + (f" ({where})" if where else "")


def _in_table(table: Table) -> _Figures:
    """The amounts of the body, each with the row and the column behind a tab."""
    means = meant(table, table)
    side = Grid.of(table, means[0], labels(table, table, means)[0])
    side = side.by_labels() if side.repeats() else side
    out: _Figures = defaultdict(list)
    seen: set[int] = set()
    for row in range(side.header_rows, len(side.cells)):
        for at, cell in enumerate(side.cells[row]):
            if at not in side.labels and id(cell) not in seen:
                seen.add(id(cell))  # a merged cell stands in several places and is one
                where = ", ".join(filter(None, (side.key(row), side.heading(at))))
                for amount in values.money(cell.text):
                    out[amount.value].append(f"{amount.text}\t{where}")
    return out


def _in_words(change: Change, came: bool) -> _Figures:
    """The amounts in the words of a change that came, or in those that went."""
    out: _Figures = defaultdict(list)
    for edit in change.edits:
        for amount in values.money(edit.new if came else edit.old):
            out[amount.value].append(amount.text)
    return out

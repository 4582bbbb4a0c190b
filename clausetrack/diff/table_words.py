"""Tables that were set in words, and words that were set in a table: which figures are others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clausetrack import values
from clausetrack.diff import row_lines
from clausetrack.diff.changes import Change
from clausetrack.diff.row_names import labels, meant
from clausetrack.diff.similarity import terms
from clausetrack.diff.table_grid import Grid, told_apart
from clausetrack.errors import finding
from clausetrack.model import Clause, Finding, Source, Table

_FEWEST = 2  # figures in common; one may be the same by chance

#: Figures by their value, and how each of them is told.
_Figures = dict[object, list[str]]


@dataclass(frozen=True, slots=True)
class _Words:
    """Words of one clause, or of a clause and what stands under it."""

    id: str
    source: Source
    changes: tuple[Change, ...]


def findings(changes: Sequence[Change]) -> tuple[Finding, ...]:
    """A finding for each table in one version only of which most figures stand in words of the
    other one that came, or went, meanwhile, and that name one of its rows.

    The words are those of a clause, or of a list that has few figures besides. Which figure is
    whose in words is for a reader; where each row stood as a line that begins with its name it is
    known, and the words that differ are told.
    """
    out: list[Finding] = []
    for kind in ("deleted", "inserted"):
        tables = [one for one in changes if one.kind == kind and _clause(one).table is not None]
        if tables:
            gone = kind == "deleted"
            places = [(words, _in_words(words, gone)) for words in _places(changes, gone)]
            for clause in map(_clause, tables):
                if (said := row_lines.told(clause, gone, changes)) is not None:
                    code, (message, place) = "table-in-words", said
                    out.append(finding(code, message, place.id, place.source))
                else:
                    out += _told(clause, gone, places)
    return tuple(out)


def _clause(change: Change) -> Clause:
    clause = change.old if change.kind == "deleted" else change.new
    assert clause is not None
    return clause


def _told(
    clause: Clause, gone: bool, places: Sequence[tuple[_Words, _Figures]]
) -> Iterator[Finding]:
    assert clause.table is not None
    side = _grid(clause.table)
    figures = _in_table(side)
    count = sum(map(len, figures.values()))
    best: tuple[int, _Words, _Figures] | None = None
    for words, said in places:
        both = sum(min(len(told), len(said.get(one, ()))) for one, told in figures.items())
        if (
            both >= _FEWEST
            and 2 * both > count
            and (best is None or both > best[0])
            and (len(words.changes) == 1 or 2 * both > sum(map(len, said.values())))
            and _named(side, words, gone)
        ):
            best = both, words, said
    if best is not None:
        words = best[1]
        place, source = (words.id, words.source) if gone else (clause.id, clause.source)
        message = _message(clause, words.id, figures, best[2], gone)
        code = "table-in-words"
        yield finding(code, message, place, source)


def _places(changes: Sequence[Change], came: bool) -> Iterator[_Words]:
    """The words that came, or those that went: of each clause, and of all under one clause."""
    lists: dict[tuple[str | None, str], list[Change]] = defaultdict(list)
    for change in changes:
        place = change.new if came else change.old
        if place is not None and place.table is None and change.edits:
            yield _Words(place.id, place.source, (change,))
            lists[place.fragment, place.id].append(change)
            if place.parent is not None:
                lists[place.fragment, place.parent].append(change)
    for (_, name), parts in lists.items():
        first = parts[0].new if came else parts[0].old
        if len(parts) > 1 and first is not None:
            yield _Words(name, first.source, tuple(parts))


def _named(side: Grid, words: _Words, came: bool) -> bool:
    """Is a row named in the words, in any number? Steps that are counted have no names.

    Of a table that is wider than it is long, its columns are what is named.
    """
    names = [_names(side.key(row)) for row in range(side.header_rows, len(side.cells))]
    columns = [at for at in range(side.width) if at not in side.labels]
    if len(columns) > len(names):
        names = [_names(side.heading(at)) for at in columns]
    said = _names("\n".join(one.new_text if came else one.old_text for one in words.changes))
    return not any(names) or any(name and name <= said for name in names)


def _names(text: str) -> set[str]:
    return {word.removesuffix("s") for word in terms(text) if word.isalpha() and len(word) > 2}


def _message(table: Clause, words: str, figures: _Figures, said: _Figures, gone: bool) -> str:
    missing = ", ".join(_without(figures, said))
    if not missing:
        message = (
            f"each figure of {table.id}, which is gone, stands in words here" if gone
            else f"each figure of this table stood in words in {words}"
        )  # fmt: skip
    elif gone:
        message = (
            f"the figures of {table.id}, which is gone, stand in words here, but for {missing}"
        )
    else:
        message = f"most of the figures of this table stood in words in {words}, but for {missing}"
    if more := ", ".join(_beside(figures, said)):
        message += f"; the words also {'have' if gone else 'had'} {more}"
    return f"{message}; which figure {'is' if gone else 'was'} whose there is to check"


def _beside(figures: _Figures, said: _Figures) -> Iterator[str]:
    """The figures that the words have and the table has not, or has less often."""
    for one, told in said.items():
        more = len(told) - len(figures.get(one, ()))
        if more > 0 and one in figures:
            yield f"{told[0]} {'once' if more == 1 else f'{more} times'} more"
        elif more > 0:
            yield told[0]


def _without(figures: _Figures, others: _Figures) -> Iterator[str]:
    """The figures that the others lack; of equal ones nobody can tell which is lacking."""
    for one, told in figures.items():
        lacking = len(told) - len(others.get(one, ()))
        if lacking > 0:
            figure, places = told[0].partition("\t")[0], [each.partition("\t")[2] for each in told]
            some = f"{lacking} of {len(told)} times " if lacking < len(told) else ""
            where = "; ".join(filter(None, places))
            yield f"{some}{figure}" + (f" ({where})" if where else "")


def _grid(table: Table) -> Grid:
    means = meant(table, table)
    side = Grid.of(table, means[0], labels(table, table, means)[0])
    return told_apart(side, side)[0]


def _in_table(side: Grid) -> _Figures:
    """The amounts of the body, each with the row and the column behind a tab."""
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


def _in_words(words: _Words, came: bool) -> _Figures:
    """The amounts in words that came, or in those that went."""
    out: _Figures = defaultdict(list)
    for change in words.changes:
        for edit in change.edits:
            for amount in values.money(edit.new if came else edit.old):
                out[amount.value].append(amount.text)
    return out

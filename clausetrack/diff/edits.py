"""The edits of a wording, and what an edit of a clause is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from clausetrack.diff.similarity import alike, terms
from clausetrack.diff.words import words
from clausetrack.model import Clause, Runs

#: Whether two versions have a heading and a text: both on one side, a heading alone on the other.
_ONE_LEFT = ([(True, True), (True, False)], [(True, False), (True, True)])
_HEADING_ALONE = [(True, False), (True, False)]  # in both: of other spaces, or other words
_SAME_LINE = 0.5  # how much of a line must stay to be one line that is set in another form


@dataclass(frozen=True, slots=True)
class ChangeEdit:
    """One stretch that was replaced, deleted or inserted, or a row or column that moved.

    `part` is heading, text, cell, row or column, or table for one whose rows are columns now; in
    `reconcile` it may be number, for one that is set in another way. In a heading or a text,
    `start` is the offset in the old wording of that part alone, which in `Change.old_text` follows
    the heading and a line break; only what was split or joined has its edits counted in the whole
    of `old_text`. In a table, `row` is the key of the row and `column` the heading of the column
    (of the new table where it has them), `start` the number of the row or column; `difference` and
    `percent` are given where both cells are amounts of money. What moved stood at `start`, stands
    at `to` and follows the row or column `after`, "" where that has no name and None where it is
    the first; `old` and `new` are its cells, and what was edited in it has edits of its own.
    """

    op: str
    old: str
    new: str
    part: str = "text"
    start: int = 0
    row: str = ""
    column: str = ""
    difference: Decimal | None = None
    percent: Decimal | None = None
    to: int = -1
    after: str | None = ""


def wording_edits(old: str, new: str, part: str = "text") -> tuple[ChangeEdit, ...]:
    """What to replace, delete and insert in `old`, in order, to make it `new`."""
    out: list[ChangeEdit] = []
    at = 0
    for edit in words(old, new) if old != new else ():
        if edit.op == "equal":
            at += len(edit.text)
        elif edit.op == "delete":
            out.append(ChangeEdit("delete", edit.text, "", part, at))
            at += len(edit.text)
        elif out and out[-1].op == "delete" and out[-1].start + len(out[-1].old) == at:
            out[-1] = ChangeEdit("replace", out[-1].old, edit.text, part, out[-1].start)
        else:
            out.append(ChangeEdit("insert", "", edit.text, part, at))
    return tuple(_whole_words(out, old))


def _whole_words(edits: Iterable[ChangeEdit], old: str) -> Iterator[ChangeEdit]:
    """The edits, those of spaces alone with the words that they make: "now here" for "nowhere"."""
    last: ChangeEdit | None = None
    for edit in edits:
        start = begin = edit.start
        end = at = start + len(edit.old)
        if bool(edit.old) != bool(edit.new) and (edit.old + edit.new).isspace():
            letters = old[max(start - 1, 0) : start].isalpha()
            alike = str.isalpha if letters else str.isdigit  # "7.30 am" and "7.30am" are one time
            while begin and alike(old[begin - 1]):
                begin -= 1
            while at < len(old) and alike(old[at]):
                at += 1
        if begin < start and end < at:
            lead = old[begin:start], old[begin:start]
            if last is not None and last.start + len(last.old) == start:
                lead, begin, last = (last.old, last.new), last.start, None
            was, now = f"{lead[0]}{edit.old}{old[end:at]}", f"{lead[1]}{edit.new}{old[end:at]}"
            edit = ChangeEdit("replace", was, now, edit.part, begin)
        if last is not None:
            yield last
        last = edit
    if last is not None:
        yield last


def recast(old: Clause, new: Clause) -> Clause | None:
    """The old clause with its words as heading or as text, as the new one has them.

    None where it has them so already, or where too few of them stayed to say what became of them.
    """
    if old.table is not None or new.table is not None or old.heading_text == new.heading_text:
        return None
    sides = [(bool(one.heading_text), bool(one.own_text)) for one in (old, new)]
    if sides == [(True, False), (False, True)] or sides == [(False, True), (True, False)]:
        lines = [one.heading_text or one.own_text for one in (old, new)]
        if alike(*map(terms, lines)) >= _SAME_LINE:
            return old._replace(heading=old.text, text=old.heading)
    elif sides in _ONE_LEFT:
        # a heading was dropped, or put over what stood as one
        whole, line = (old, new.heading_text) if all(sides[0]) else (new, old.heading_text)
        head, text, said = map(terms, (whole.heading_text, whole.own_text, line))
        if alike(text, said) >= _SAME_LINE and alike(text, said) > alike(head, said):
            return old._replace(heading=old.text, text=old.heading)
        if _line(old) == _line(new):
            return old._replace(heading=new.heading, text=new.text)
    elif sides != _HEADING_ALONE and _line(old) == _line(new):
        return old._replace(heading=new.heading, text=new.text)
    return None


def _line(clause: Clause) -> str:
    return " ".join(f"{clause.heading_text} {clause.own_text}".split())


def set_otherwise(old: Clause, new: Clause) -> bool:
    """Are two clauses of the same wording set in another emphasis?"""
    if old.heading == new.heading and old.text == new.text and old.table is None is new.table:
        return False
    sides = _printed(old), _printed(new)
    if not any(run.emphasis for run in sides[0] + sides[1]):
        return False
    return _emphasis(sides[0]) != _emphasis(sides[1])


def _emphasis(runs: Runs) -> list[tuple[str, str]]:
    """The stretches that are set in one emphasis, without white space."""
    out: list[tuple[str, str]] = []
    for run in runs:
        text = "".join(run.text.split())
        if out and out[-1][0] == run.emphasis:
            out[-1] = (run.emphasis, out[-1][1] + text)
        elif text:
            out.append((run.emphasis, text))
    return out


def _printed(clause: Clause) -> Runs:
    if clause.table is None:
        return (*clause.heading, *clause.text)
    cells = (run for row in clause.table.rows for cell in row for run in cell.runs)
    return (*clause.heading, *clause.text, *cells)

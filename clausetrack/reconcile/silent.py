"""Silent edits: what theirs with all changes rejected says otherwise than the base that we hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausetrack.diff.changes import Change
from clausetrack.diff.edits import wording_edits
from clausetrack.diff.moves import number
from clausetrack.model import Clause, plain
from clausetrack.reconcile.differences import Difference, Passage
from clausetrack.reconcile.drafts import Draft
from clausetrack.reconcile.sides import Sides
from clausetrack.reconcile.wording import (
    changed_words,
    classes_of,
    come_words,
    gone_words,
    same_line,
    slight,
)

#: Why a clause is told of which no word changed.
_LOOKS = {"": "the emphasis is another", "heading": "it is set as a heading",
          "text": "it is no longer set as a heading"}  # fmt: skip


def find(sides: Sides, *, emphasis: bool) -> Iterator[Draft]:
    """A draft for each; `emphasis` says whether that is compared, as between files of one kind."""
    joined = _run_on(sides.silent.changes)
    gone = {id(after) for _, after in joined.values()}
    for at, change in enumerate(sides.silent.changes):
        if id(change) in joined:
            yield _without_end(*joined[id(change)], at)
        elif id(change) not in gone:
            yield from _told(change, at, emphasis)
    for i, j in sorted(sides.silent.forth.items()):
        yield from _number_set(sides.base.clauses[i], sides.rejected.clauses[j], 2 * j)


def _run_on(changes: Sequence[Change]) -> dict[int, tuple[Change, Change]]:
    """Clauses that only lost the end of their paragraph to the clause after them, by the change.

    Word processors track the end of a paragraph with what was inserted behind it; where that is
    rejected, the next clause goes on in the same line, and no word differs.
    """
    lost = {_line(one.old): one for one in changes if one.kind == "deleted" and one.old}
    found = {}
    for one in changes:
        if one.kind != "changed" or one.old is None or one.new is None or len(one.edits) != 1:
            continue
        text = " ".join(one.edits[0].new.split())
        if one.edits[0].op == "insert" and text in lost:
            was, now = (" ".join(c.printed.split()) for c in (one.old, one.new))
            if now.endswith(text) and now.startswith(was):
                found[id(one)] = (one, lost[text])
    return found


def _line(clause: Clause) -> str:
    return " ".join(clause.printed.split())


def _without_end(one: Change, after: Change, at: int) -> Draft:
    ids = (one.old_id or "", after.old_id or "")
    told = Difference(
        "silent",
        ids[0],
        "joined",
        (Passage(ids[0], "text", f"{one.old_text}\n{after.old_text}", one.new_text),),
        reason=f"the end of the paragraph before {ids[1]} is lost, and no word",
        slight=True,
        classes=("spacing",),
        clauses=ids,
        place=one.new.source if one.new else None,
        at=at,
    )
    return Draft(told, one.old or one.new or Clause("", "text"), "silent")


def _told(change: Change, at: int, emphasis: bool) -> Iterator[Draft]:
    clause = change.old or change.new
    if clause is None:
        return
    there = change.new
    if change.kind == "inserted":
        yield _draft(change, clause, come_words(clause), at)
    elif change.kind == "deleted":
        yield _draft(change, clause, gone_words(clause), at)
    elif change.ids:
        part = "table" if clause.table else "text"
        words = (Passage(clause.id, part, change.old_text, change.new_text, change.edits),)
        yield _draft(change, clause, words, at, reason=", ".join(change.ids))
    elif change.old is not None and there is not None:
        passages = () if same_line(change.old, there) else changed_words(change.old, there)
        if change.renumbered:
            yield _draft(change, clause, (), at, what="renumbered",
                         renumbers=((change.old.id, there.id),))  # fmt: skip
        if change.moved:
            after = change.after or "the start"
            words = (Passage(clause.id, "text", change.old_text, change.new_text),)
            yield _draft(change, clause, words, at, what="moved",
                         reason=f"in theirs it stands after {after}")  # fmt: skip
        if passages:
            yield _draft(change, clause, passages, at, what="changed", is_slight=slight(passages))
        elif emphasis and "formatting" in change.classes:
            words = (Passage(clause.id, "text", change.old_text, change.new_text),)
            yield _draft(change, clause, words, at, what="changed", is_slight=True,
                         reason=_LOOKS[change.form])  # fmt: skip


def _number_set(one: Clause, other: Clause, at: int) -> Iterator[Draft]:
    """The same number, set in another way: "a)" for "(a)"."""
    was, now = plain(one.label).strip(), plain(other.label).strip()
    if was and now and was != now and number(one) == number(other):
        words = (Passage(one.id, "number", was, now, wording_edits(was, now, "number")),)
        is_slight = _words(was) == _words(now)
        told = Difference("silent", one.id, "renumbered", words, slight=is_slight,
                          reason="the number is set in another way", clauses=(one.id,),
                          place=other.source, at=at)  # fmt: skip
        yield Draft(told, one, "silent")


def _words(label: str) -> list[str]:
    """The words of a label: what else may be printed with a number."""
    return [word for word in re.findall(r"\w+", label.casefold()) if len(word) > 1]


def _draft(
    change: Change,
    clause: Clause,
    passages: tuple[Passage, ...],
    at: int,
    *,
    what: str = "",
    reason: str = "",
    is_slight: bool = False,
    renumbers: tuple[tuple[str, str], ...] = (),
) -> Draft:
    told = Difference(
        "silent",
        clause.id,
        what or change.kind,
        passages,
        "",
        reason,
        " ".join(clause.heading_text.split()),
        is_slight,
        classes_of(passages),
        (clause.id,),
        renumbers,
        change.new.source if change.new is not None else None,
        at=at,
    )
    return Draft(told, clause, "silent")

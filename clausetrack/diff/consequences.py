"""References that should have followed a renumbering or a deletion, and did not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from clausetrack.diff.changes import Comparison
from clausetrack.errors import FINDINGS
from clausetrack.model import Clause, Document, Finding
from clausetrack.references import Reference, Space, find, resolve, spaces, texts

#: The numbers in an ID.
_NUMBERS = re.compile(r"\w[\w.]*|\(\w+\)")


def stale_references(old: Document, new: Document, comparison: Comparison) -> tuple[Finding, ...]:
    """A finding for each reference that reads as before and no longer means what it meant.

    Words that were edited are written for the new numbers; only a reference that stands unchanged
    in a clause that both versions hold is looked at.
    """
    names = _names(comparison)
    if not names:
        return ()
    numbers = _mention(names)
    citing = [
        (i, j)
        for i, j in sorted(comparison.forth.items())
        if comparison.old.clauses[i].fragment is None
        and numbers.search(comparison.old.contents[i].casefold())
    ]
    if not citing:
        return ()
    index = spaces(old)[None]
    follows = spaces(new)[None]
    out = []
    for i, j in citing:
        one, other = comparison.old.clauses[i], comparison.new.clauses[j]
        for before in _references(one, index):
            gone = [target for target in before.targets if names.get(target, target) != target]
            if not (before.resolves and gone):
                continue
            for after in _references(other, follows):
                if (after.place, after.text) != (before.place, before.text):
                    continue
                wanted = [names.get(target, target) for target in before.targets]
                if list(after.targets) != wanted or not after.resolves:
                    out.append(_finding(other, before, after, gone[0], names[gone[0]]))
                break
    return tuple(out)


def _names(comparison: Comparison) -> dict[str, str | None]:
    """What clauses of the old version are called now; None for those that are gone."""
    out: dict[str, str | None] = {}
    for i, clause in enumerate(comparison.old.clauses):
        if clause.fragment is None and clause.citable:
            j = comparison.forth.get(i)
            name = None if j is None else comparison.new.clauses[j].id
            if name != clause.id:
                out[clause.id] = name
    return out


def _mention(names: Iterable[str]) -> re.Pattern[str]:
    """What finds a number that a text must print to cite one of the clauses: the end of its ID.

    The text, heading and cells at once, is given in small letters.
    """
    ends = {number for name in names for number in _NUMBERS.findall(name.casefold())[-1:]}
    rests: dict[str, list[str]] = {}
    for end in sorted(ends, key=lambda end: (-len(end), end)):
        rests.setdefault(end[0], []).append(re.escape(end[1:]))
    # By first characters, which the search then looks for without trying each number everywhere.
    listed = (
        rf"{re.escape(first)}{_by_itself(first)}(?:{'|'.join(found)})(?!\w)"
        for first, found in rests.items()
    )
    return re.compile("|".join(listed))


def _by_itself(first: str) -> str:
    """That a number does not go on one before it; a label does, as in "1.2(b)"."""
    return "" if first == "(" else rf"(?<![\w.]{re.escape(first)})"


def _references(clause: Clause, space: Space) -> Iterator[Reference]:
    for place, text in texts(clause):
        for mention in find(text):
            yield resolve(mention, clause, space, place)


def _finding(
    clause: Clause, before: Reference, after: Reference, meant: str, now: str | None
) -> Finding:
    code = "reference-unresolved" if now is None else "reference-stale"
    said = f"which is now {now}"
    if now is None:
        other = "; another clause has its number now" if meant in after.targets else ""
        said = f"which is gone{other if after.resolves else ''}"
    message = f"“{before.text}” meant {meant}, {said}"
    return Finding(code, FINDINGS[code], message, clause.id, clause.source, before.text)

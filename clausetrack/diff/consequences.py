"""References that should have followed a renumbering or a deletion, and did not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from clausetrack.diff.changes import Comparison
from clausetrack.errors import finding
from clausetrack.model import Clause, Document, Finding
from clausetrack.references import Reference, Space, find, resolve, spaces, texts

#: The numbers in an ID.
_NUMBERS = re.compile(r"\w[\w.]*|\(\w+\)")


class Stale(NamedTuple):
    """A reference that does not mean what it meant; `edited` where it was, and went astray."""

    finding: Finding
    edited: bool = False


def stale_references(old: Document, new: Document, comparison: Comparison) -> tuple[Finding, ...]:
    """The findings of `stale`."""
    return tuple(one.finding for one in stale(old, new, comparison))


def stale(old: Document, new: Document, comparison: Comparison) -> tuple[Stale, ...]:
    """Each reference that reads as before and no longer means what it meant.

    Words that were edited are written for the new numbers: of the references among them only one
    is looked at that is all that was edited. A clause that was split is in all its parts, and what
    was joined in the whole. Under another clause “(b)” may mean something else.
    """
    standing = _standing(comparison)
    names = _names(comparison, standing)
    joined = _joined(comparison)
    apart = {*comparison.divided, *joined, *_elsewhere(comparison)}
    if not (names or apart):
        return ()
    numbers = _mention(names) if names else None
    citing = [
        (i, places)
        for i, places in sorted(standing.items())
        if comparison.old.clauses[i].fragment is None
        and (i in apart or (numbers and numbers.search(comparison.old.contents[i].casefold())))
    ]
    if not citing:
        return ()
    index = spaces(old)[None]
    follows = spaces(new)[None]
    several = {comparison.old.clauses[i].id for i in (*comparison.divided, *joined)}
    out: list[Stale] = []
    for i, places in citing:
        before = list(_references(comparison.old.clauses[i], index))
        if not any((one.resolves and i in apart) or _gone(one, names) for one in before):
            continue
        after = [
            (clause, one)
            for clause in (comparison.new.clauses[j] for j in places)
            for one in _references(clause, follows)
        ]
        if len(places) == 1 and i not in joined:
            was, now = comparison.old.clauses[i], comparison.new.clauses[places[0]]
            if _between(was, before) == _between(now, [one for _, one in after]):
                astray = _astray(before, after, names, several)
                out += (Stale(one, edited=True) for one in astray)
        for cited in _left(before, after, names):
            if (at := _same(cited, after)) is not None:
                clause, one = after.pop(at)
                out += map(Stale, _told(cited, one, names, clause, i in apart))
    return tuple(out)


def _astray(
    before: Sequence[Reference],
    after: Sequence[tuple[Clause, Reference]],
    names: Mapping[str, str | None],
    several: AbstractSet[str],
) -> Iterator[Finding]:
    """A finding for each reference that was edited and does not cite what the old one meant.

    `before` and `after` are all that a clause cited and cites, nothing else of which was edited.
    What is meant has to be one clause still, and not one of `several` in either version; what is
    cited may hold it, or be held by it.
    """
    for one, (clause, other) in zip(before, after, strict=True):
        wanted = [names.get(target, target) for target in one.targets]
        cites = other.targets
        lost = [name for name in wanted if name and not any(_near(name, to) for to in cites)]
        sure = one.resolves and None not in wanted and several.isdisjoint(one.targets)
        if one.text != other.text and sure and lost and _gone(one, names):
            code = "reference-stale" if other.resolves else "reference-unresolved"
            meant, now = ", ".join(one.targets), ", ".join(filter(None, wanted))
            message = f"“{other.text}” was “{one.text}”, which meant {meant}; that is now {now}"
            yield finding(code, message, clause.id, clause.source, other.text)


def _near(one: str, other: str) -> bool:
    """Are two IDs one, or one of them under the other?"""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and not long[len(short) : len(short) + 1].isalnum()


def _between(clause: Clause, found: Iterable[Reference]) -> list[tuple[str, str]]:
    """What a clause says between its references, by place."""
    out = []
    cited: dict[str, list[Reference]] = {}
    for one in found:
        cited.setdefault(one.place, []).append(one)
    for place, text in texts(clause):
        at = 0
        for one in cited.get(place, ()):
            out.append((place, text[at : one.start]))
            at = one.end
        out.append((place, text[at:]))
    return out


def _left(
    before: Sequence[Reference],
    after: list[tuple[Clause, Reference]],
    names: Mapping[str, str | None],
) -> Sequence[Reference]:
    """The references of a clause but for those whose place has one to the same clause now.

    These are taken out of `after`: of two that were exchanged each reads as the other did.
    """
    if len(before) != len(after):
        return before
    left = [
        (one, other)
        for one, other in zip(before, after, strict=True)
        if not (one.resolves and other[1].resolves)
        or [names.get(to, to) for to in one.targets] != [*other[1].targets]
    ]
    after[:] = [other for _, other in left]
    return [one for one, _ in left]


def _same(cited: Reference, after: Sequence[tuple[Clause, Reference]]) -> int | None:
    """Which of some references reads as one does; the first of several."""
    return next((at for at, (_, one) in enumerate(after) if one.text == cited.text), None)


def _told(
    before: Reference,
    after: Reference,
    names: Mapping[str, str | None],
    clause: Clause,
    apart: bool,
) -> Iterator[Finding]:
    """The finding, if what is meant has another name, or cannot be meant from here."""
    gone = _gone(before, names)
    wanted = [names.get(target, target) for target in before.targets]
    follows = before.resolves and after.resolves and list(after.targets) == wanted
    if follows or not (gone or (apart and before.resolves)):
        return
    if gone:
        said = [one for one in gone if _mention([one]).search(before.text.casefold())]
        for one in said or gone[:1]:  # of a range only the ends
            yield _finding(clause, before, after, one, names[one])
        return
    code = "reference-stale" if after.resolves else "reference-unresolved"
    means = f"it means {', '.join(after.targets)}" if after.resolves else "it cites nothing"
    message = f"“{before.text}” meant {', '.join(before.targets)}; where it stands now {means}"
    yield finding(code, message, clause.id, clause.source, before.text)


def _elsewhere(comparison: Comparison) -> Iterator[int]:
    """The old places of clauses that stand under another clause now."""
    forth, parents = comparison.forth, comparison.new.parents
    for i, j in forth.items():
        above = comparison.old.parents[i]
        if (forth.get(above) if above >= 0 else -1) != parents[j]:
            yield i


def _gone(cited: Reference, names: Mapping[str, str | None]) -> list[str]:
    """What is cited, or may be, and has another name now, or none."""
    return [target for target in cited.meant if names.get(target, target) != target]


def _joined(comparison: Comparison) -> dict[int, int]:
    """The old places of clauses that were joined, with the new place of the whole."""
    return {i: j for j, found in comparison.united.items() for i in found}


def _standing(comparison: Comparison) -> dict[int, Sequence[int]]:
    """The new places in which the words of each old clause stand."""
    out: dict[int, Sequence[int]] = {i: (j,) for i, j in comparison.forth.items()}
    for i, j in _joined(comparison).items():
        out[i] = (j,)
    for i, found in comparison.divided.items():
        out[i] = sorted({*found, *out.get(i, ())})
    return out


def _names(
    comparison: Comparison, standing: Mapping[int, Sequence[int]]
) -> dict[str, str | None]:
    """What clauses of the old version are called now; None for those that are gone."""
    out: dict[str, str | None] = {}
    clauses = comparison.new.clauses
    for i, clause in enumerate(comparison.old.clauses):
        if clause.fragment is None and clause.citable:
            called = [clauses[j].id for j in standing.get(i, ())]
            if clause.id not in called:
                out[clause.id] = called[0] if called else None
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
        other = "; another clause has its number now" if meant in after.meant else ""
        said = f"which is gone{other}"
    verb = "meant" if before.resolves else "may have meant"
    message = f"“{before.text}” {verb} {meant}, {said}"
    return finding(code, message, clause.id, clause.source, before.text)

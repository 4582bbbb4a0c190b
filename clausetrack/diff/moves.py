"""What stands in another order, and what bears another number, of clauses that are the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from clausetrack.diff.order import heaviest_rising
from clausetrack.diff.sides import Side
from clausetrack.model import Clause, plain
from clausetrack.numbering import ClauseId, parse

_MANY = 1000  # times as much weighs what stands where it stood as what was put elsewhere


def moved(old: Side, new: Side, forth: Mapping[int, int]) -> set[int]:
    """The old places whose clause stands elsewhere; what is under it moved with it.

    Of clauses that passed each other those moved that stand under another clause now, or under
    none and have another number, and else the smaller ones, a clause counting with all under it.
    What another clause came before, or left, stands where it stood.
    """
    there = [forth[i] for i in sorted(forth)]
    if there == sorted(there):  # as nearly always
        return set()
    weights = _weights(old)
    first = _favoured(old, new, forth, weights)
    out: set[int] = set()
    waiting = [sorted(forth)]
    while waiting:
        places = waiting.pop()
        gone = _gone(places, forth, weights if out else first)
        trees: dict[int, list[int]] = {}
        roots: dict[int, int] = {}
        for i in sorted(gone):
            above = old.parents[i]
            if above in gone and forth[above] == new.parents[forth[i]]:
                roots[i] = roots[above]
                trees[roots[i]].append(i)
            else:
                roots[i] = i
                trees[i] = []
        out |= trees.keys()
        waiting += [tree for tree in trees.values() if tree]
    return out


def _favoured(
    old: Side, new: Side, forth: Mapping[int, int], weights: Sequence[int]
) -> list[int]:
    """The weights, many times as much of what was not put elsewhere, by itself or with more."""
    out = [*weights]
    stays: dict[int, int] = {}
    for i in sorted(forth):
        j, above = forth[i], old.parents[i]
        stays[i] = _stays(old, i, new, j, forth)
        if above in stays and forth[above] == new.parents[j]:
            stays[i] = min(stays[i], stays[above])
        out[i] *= _MANY ** stays[i]
    return out


def _stays(old: Side, i: int, new: Side, j: int, forth: Mapping[int, int]) -> int:
    """How much tells that a clause is where it was: 0 where it was put under another one."""
    above = old.parents[i]
    if above >= 0:  # what is above it may be gone
        return 2 if forth.get(above, new.parents[j]) == new.parents[j] else 0
    if new.parents[j] >= 0:
        return 0
    numbers = old.clauses[i].number, new.clauses[j].number
    if numbers[0] == numbers[1]:
        return 2
    names = [number.partition(" ")[0] for number in numbers]  # a Schedule that became a Part
    return int(not all(names) or names[0].isalpha() == names[1].isalpha())


def _gone(places: Sequence[int], forth: Mapping[int, int], weights: Sequence[int]) -> set[int]:
    """Those of some places, in order, that do not belong to the heaviest ones that kept theirs.

    What follows one another on both sides, with nothing between, stays or goes together.
    """
    rank = {j: at for at, j in enumerate(sorted(forth[i] for i in places))}
    rows: list[list[int]] = []
    last = -1
    for i in places:
        at = rank[forth[i]]
        if rows and at == last + 1:
            rows[-1].append(i)
        else:
            rows.append([i])
        last = at
    kept = heaviest_rising(
        [forth[row[0]] for row in rows], [sum(max(weights[i], 1) for i in row) for row in rows]
    )
    return {i for at, row in enumerate(rows) if at not in kept for i in row}


def _weights(side: Side) -> list[int]:
    """How much each clause and all under it says."""
    weights = [len(text) for text in side.contents]
    for place in range(len(weights) - 1, -1, -1):
        if side.parents[place] >= 0:
            weights[side.parents[place]] += weights[place]
    return weights


def renumbered(old: Side, new: Side, forth: Mapping[int, int]) -> set[int]:
    """The old places whose clause bears another number of its own.

    A clause that only follows the number above it (4.3.2 under what is now 4.4) is not among them;
    a line or a bullet that became an item with a number is, and the other way round.
    """
    changed: set[int] = set()  # with those that only follow
    out: set[int] = set()
    for i in sorted(forth):
        j = forth[i]
        one, other = old.clauses[i], new.clauses[j]
        if one.number == other.number:
            if one.kind == "bullet" and one.label != other.label and _counted(one, other):
                out.add(i)
            continue
        numbers = bool(one.number) + bool(other.number)
        if numbers == 1:
            out.add(i)  # what took a number, or lost the one that it was cited by
        if numbers < 2 or number(one) == number(other):
            continue
        changed.add(i)
        above = old.parents[i]
        follows = above in changed and forth[above] == new.parents[j]
        if not (follows and _last(old, i) == _last(new, j)):
            out.add(i)
    return out


def _counted(one: Clause, other: Clause) -> bool:
    """Have two bullets other letters or figures for a mark, as those that Word counts by one?"""
    marks = plain(one.label).strip(), plain(other.label).strip()
    return marks[0] != marks[1] and any(map(str.isalnum, "".join(marks)))


def number(clause: Clause) -> str:
    """The number as it is cited, without the punctuation around it."""
    return (clause.number or plain(clause.label)).strip(" .:()").casefold()


def _last(side: Side, place: int) -> str:
    """The part of a number that is a clause's own: "2" of 4.3.2, "b" of (b), "1" of A1 in A."""
    clause, above = side.clauses[place], side.parents[place]
    try:
        found: ClauseId = parse(clause.id)
    except ValueError:
        return clause.number
    own = (found.labels or found.numbers or (found.division,))[-1]
    letter = side.clauses[above].id.rpartition(" ")[2] if above >= 0 else ""
    return own.removeprefix(letter) if letter.isalpha() and own != letter else own

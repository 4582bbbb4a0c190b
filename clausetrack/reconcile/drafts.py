"""Differences on their way: found clause by clause, then told once each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from clausetrack.model import Clause
from clausetrack.reconcile.differences import Difference


@dataclass(frozen=True, slots=True)
class Draft:
    """A difference with the clause that it was found at and where that clause stands.

    `group` keeps apart what must not be told together: the documents it was found between.
    """

    told: Difference
    clause: Clause
    group: str

    @property
    def parent(self) -> str | None:
        return self.clause.parent


def folded_trees(drafts: Sequence[Draft]) -> list[Draft]:
    """A clause that came or went with what is under it is one difference."""
    roots: dict[tuple[str, ...], int] = {}
    out: list[Draft] = []
    for draft in drafts:
        told = draft.told
        if told.what not in {"inserted", "deleted"}:
            out.append(draft)
            continue
        name = (draft.group, told.kind, told.what, told.amendment)
        above = roots.get((*name, draft.parent or ""))
        at = len(out) if above is None else above
        roots[(*name, draft.clause.id)] = at
        if above is None:
            out.append(draft)
        else:
            out[at] = replace(out[at], told=_with(out[at], draft))
    return out


def _with(top: Draft, under: Draft) -> Difference:
    """The difference of a clause with that of one under it."""
    one, more = top.told, under.told
    return replace(
        one,
        passages=(*one.passages, *more.passages),
        clauses=(*one.clauses, *more.clauses),
        classes=tuple(dict.fromkeys((*one.classes, *more.classes))),
        marks=tuple(dict.fromkeys((*one.marks, *more.marks))),
    )


def folded_numbers(drafts: Sequence[Draft]) -> list[Draft]:
    """Siblings that only took another number, told with the clause that came, went or moved."""
    causes: dict[tuple[str, str | None], int] = {}
    out: list[Draft] = []
    for draft in drafts:
        if draft.told.what in {"inserted", "deleted", "moved"}:
            causes.setdefault((draft.group, draft.parent), len(out))
        out.append(draft)
    gone: set[int] = set()
    for at, draft in enumerate(out):
        cause = causes.get((draft.group, draft.parent))
        if draft.told.what != "renumbered" or cause is None or draft.told.edits:
            continue
        first = out[cause].told
        told = replace(first, renumbers=(*first.renumbers, *draft.told.renumbers))
        out[cause] = replace(out[cause], told=told)
        gone.add(at)
    return [draft for at, draft in enumerate(out) if at not in gone]


def folded_orders(drafts: Iterable[Draft], wanted: dict[str, int]) -> list[Draft]:
    """An instruction of which nothing was done is one difference.

    `wanted` says how many clauses each instruction changes.
    """
    rows = list(drafts)
    missing: dict[str, list[int]] = {}
    for at, draft in enumerate(rows):
        if draft.told.kind == "absent" and draft.told.amendment:
            missing.setdefault(draft.told.amendment, []).append(at)
    gone: set[int] = set()
    for order, places in missing.items():
        covered = sum(len(rows[at].told.clauses) for at in places)
        if len(places) < 2 or covered < wanted.get(order, 0):
            continue
        told = [rows[at].told for at in places]
        rows[places[0]] = replace(
            rows[places[0]],
            told=replace(
                told[0],
                passages=tuple(passage for one in told for passage in one.passages),
                clauses=tuple(name for one in told for name in one.clauses),
                renumbers=tuple(pair for one in told for pair in one.renumbers),
                classes=tuple(dict.fromkeys(name for one in told for name in one.classes)),
                reason="nothing of this instruction was done",
            ),
        )
        gone |= set(places[1:])
    return [draft for at, draft in enumerate(rows) if at not in gone]

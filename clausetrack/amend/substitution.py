"""Units of the wording in place of units of the base: the depth rule.

A unit that the wording prints is replaced whole: its children in both are substituted where they
differ, those of the wording alone inserted, those of the base alone repealed and reported. Where
the instruction only adds (`repeals` is False), what the wording does not print stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausetrack import numbering
from clausetrack.amend import pairing, preconditions, renumbering, targets
from clausetrack.amend.binding import relates
from clausetrack.amend.pairing import Pair
from clausetrack.amend.plan import Plan, Refusal, undecided
from clausetrack.amend.targets import Place, Wording, missing
from clausetrack.amend.tree import (
    Tree,
    citation,
    content,
    in_divisions,
    is_numbered,
    leaves_out,
    ranked,
    wording,
    words,
)
from clausetrack.model import Clause
from clausetrack.segment.wording import masked

#: "by increasing ...": the words say what is done, and leave no room for another extent.
_PURPOSE = re.compile(r"\bby\s+\w+ing\b")


def substitute(plan: Plan, printed: Wording, target: str | None) -> Refusal | None:
    """Replace each unit of the wording in the base, or insert it where the base lacks it."""
    base = plan.base
    if refusal := _some_of_a_list(plan, printed) or _named_and_not_printed(plan, printed, target):
        return refusal
    for unit in printed.units:
        opening = printed.opening.get(unit.id, [])
        if unit.id in base:
            if refusal := _not_named(plan, printed, unit):
                return refusal
            lead(plan, printed.tree, opening, unit.id)
            if refusal := replace_unit(plan, printed, base[unit.id], unit):
                return refusal
            continue
        spot = _place(plan, unit, target)
        if spot is None and in_divisions(base.at, unit.id):
            return missing(base, unit.id)
        if spot is None:
            return Refusal("target-missing", f"the agreement has no clause that {unit.id} is in")
        for clause in (*opening, unit):
            plan.insert(printed.tree, clause, spot.at, spot.under, unit.id)
    if target is not None:
        _report_siblings(plan, printed, target)
    return None


def _not_named(plan: Plan, printed: Wording, unit: Clause) -> Refusal | None:
    """Refuses other words for a clause of the base that stands beside the one that is ordered."""
    aim = plan.amendment.target
    if aim is None or relates(unit.id, aim) or targets.names(plan.amendment.said, unit.id):
        return None
    was, now = (wording(tree.subtree(unit.id)) for tree in (plan.base, printed.tree))
    if not leaves_out(was, now):
        return None
    reason = f"the terms print {unit.id} too, which stands in other words, and do not order that"
    return undecided(reason)


def _named_and_not_printed(plan: Plan, printed: Wording, target: str | None) -> Refusal | None:
    """Refuses "replace (a), (b) and (c) with" where the wording has no (c): is it to go?"""
    if target is None:
        return None
    said = masked(plan.amendment.said)
    labels = re.findall(r"(?:^|[\s,])(\([a-z]{1,4}\))(?=[\s,.;:]|$)", said)
    units = {unit.id for unit in printed.units}
    above = numbering.parse(target).parent if target.endswith(")") else None
    for label in labels:
        for holder in filter(None, (target, str(above or ""))):
            named = f"{holder}{label}"
            told = holder in units or named == target or named in printed.tree
            if named in plan.base and not told:
                return undecided(f"the instruction names {named}, and the terms do not print it")
    return None


def _some_of_a_list(plan: Plan, printed: Wording) -> Refusal | None:
    """Refuses some bullets printed for a list of more: by place alone none is meant."""
    loose = [unit for unit in printed.units if unit.kind in {"bullet", "text"}]
    for kind in {unit.kind for unit in loose}:
        alike = [unit for unit in loose if unit.kind == kind and unit.id in plan.base]
        if not alike:
            continue
        parent = plan.base[alike[0].id].parent
        there = [clause for clause in plan.base.under(parent) if clause.kind == kind]
        if len(there) > len(alike):
            return undecided(
                f"the terms print {len(alike)} of the {len(there)} that "
                f"{parent or 'the agreement'} has without a number, and do not say which"
            )
    return None


def _place(plan: Plan, unit: Clause, target: str | None) -> Place | None:
    base = plan.base
    above = citation(unit.id)
    parent = str(above.parent) if above and above.parent else None
    if not is_numbered(unit):
        home = parent if parent in base else target
        return targets.beneath(base, home, unit.kind) if home else None
    return targets.place(base, unit.id, plan.amendment)


def replace_unit(plan: Plan, printed: Wording, old: Clause, new: Clause) -> Refusal | None:
    """`new` and everything under it in place of `old` and everything under it.

    A heading alone is not the whole of a clause that has more.
    """
    alone = not (new.number or new.table or printed.tree.under(new.id))
    if alone and any(clause.table for clause in plan.base.subtree(old.id)):
        reason = f"the terms print one paragraph for {old.id}, which has a table: is that to go?"
        return undecided(reason)
    if alone and old.kind == "part" and any(map(is_numbered, plan.base.under(old.id))):
        reason = f"the terms print one paragraph for {old.id}, which has clauses: are those to go?"
        return undecided(reason)
    bare = bool(new.heading and not new.text) and not printed.tree.under(new.id)
    if bare and (plan.base.under(old.id) or (old.heading and old.text)):
        return undecided(f"the terms print the heading of {old.id} alone")
    plan.whole |= {new.id, *(clause.id for clause in plan.base.subtree(old.id))}
    return _merge(plan, printed.tree, old, new, new.id, repeals=True)


def add_to_unit(plan: Plan, printed: Wording, old: Clause, new: Clause) -> Refusal | None:
    """What the wording prints of `new`, in `old`; what it does not print stays."""
    return _merge(plan, printed.tree, old, new, new.id, repeals=False)


def lead(plan: Plan, printed: Tree, opening: Sequence[Clause], unit: str) -> None:
    """Unnumbered headings that the wording prints right before a unit of the base."""
    base = plan.base
    siblings = base.under(base[unit].parent)
    before = siblings[: [clause.id for clause in siblings].index(unit)]
    for heading in opening:
        last = before[-1] if before else None
        if (
            last
            and last.kind == "heading"
            and words(last.heading_text) == words(heading.heading_text)
        ):
            plan.rewrite(last, heading)
        else:
            plan.insert(printed, heading, base.at[unit], base[unit].parent, unit)


def _merge(
    plan: Plan, tree: Tree, old: Clause, new: Clause, unit: str, *, repeals: bool
) -> Refusal | None:
    base = plan.base
    if refusal := preconditions.columns(plan, old, new):
        return refusal
    plan.rewrite(old, new, keep=not repeals)
    standing = base.under(old.id)
    pairs = pairing.align(base, standing, tree, tree.under(new.id), pairing=repeals)
    counted = pairing.counted_on(base, old, tree, new, pairs) if repeals else None
    if counted is not None:
        pairs = counted
        renumbering.record(plan, _numbers(pairs))
    left = [before for before, after in pairs if before and not after]
    if repeals:
        for clause in left:
            _repeal(plan, clause, unit)
    elif twice := _in_another_order(left, [after for before, after in pairs if not before]):
        return undecided(f"“{twice.printed[:60]}” is in {old.id} already, in another order")
    at = base.at[old.id] + 1
    heads: list[Clause] = []
    for before, after in pairs:
        if after is None:
            at = base.end(before.id) if before and repeals else at
        elif before is None and after.kind == "heading":
            # It stands where the clause that it opens does.
            heads.append(after)
        else:
            if before is not None:
                at = max(at, base.at[before.id])
            elif counted is None:
                at = max(at, _after_siblings(base, standing, after))
            for clause in (*heads, *(() if before else (after,))):
                plan.insert(tree, clause, at, old.id, unit)
            heads = []
            if before is not None:
                if refusal := _merge(plan, tree, before, after, unit, repeals=repeals):
                    return refusal
                at = base.end(before.id)
    for clause in heads:
        plan.insert(tree, clause, at, old.id, unit)
    return None


def _repeal(plan: Plan, clause: Clause, unit: str) -> None:
    plan.repeal(clause)
    plan.find(
        "child-repealed",
        f"{clause.id}, with everything under it, is not in the wording printed for {unit} "
        "and is repealed",
        clause.id,
    )


def _numbers(pairs: Sequence[Pair]) -> dict[str, str]:
    """The clauses of the base that count anew, by the ID that they have in the wording."""
    return {
        after.id: before.id
        for before, after in pairs
        if before and after and is_numbered(before) and is_numbered(after)
        and renumbering.own_number(before.id) != renumbering.own_number(after.id)
    }  # fmt: skip


def _in_another_order(left: Sequence[Clause], new: Sequence[Clause | None]) -> Clause | None:
    """A clause without a number that the wording adds and that stays where it was as well."""
    stays = [(clause.kind, content(clause)) for clause in left if not is_numbered(clause)]
    return next((one for one in new if one and (one.kind, content(one)) in stays), None)


def _after_siblings(base: Tree, standing: Sequence[Clause], new: Clause) -> int:
    """The place after the last sibling whose number is below that of `new`; 0 if there is none."""
    numbered = [child.id for child in standing if is_numbered(child)]
    if not (numbered and is_numbered(new)):
        return 0
    order = ranked([*numbered, new.id])
    return max((base.end(child) for child in order[: order.index(new.id)]), default=0)


def _report_siblings(plan: Plan, printed: Wording, target: str) -> None:
    """Name what stays under the target where the instruction's words could mean all of it."""
    units = {unit.id for unit in printed.units}
    base = plan.base
    if target in units or target not in base or _PURPOSE.search(plan.amendment.said):
        return
    inside = all(target in base.path(unit) for unit in units if unit in base)
    stays = [
        child.id
        for child in base.under(target)
        if is_numbered(child) and not units & {below.id for below in base.subtree(child.id)}
    ]
    if inside and stays:
        plan.find(
            "other-reading",
            f"the instruction names {target} and its wording prints "
            f"{', '.join(sorted(units, key=printed.tree.at.__getitem__))} only; what stays as "
            f"it is: {', '.join(stays)}",
            target,
        )

"""Units of the wording that are added: an instruction to add or insert never repeals."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausetrack.amend import renumbering, targets
from clausetrack.amend.binding import relates
from clausetrack.amend.pairing import SAME
from clausetrack.amend.plan import Plan, Refusal
from clausetrack.amend.substitution import add_to_unit, lead
from clausetrack.amend.targets import Place, Wording
from clausetrack.amend.tree import (
    Tree,
    citation,
    family,
    is_numbered,
    leaves_out,
    ranked,
    similarity,
    wording,
    words,
)
from clausetrack.model import Clause
from clausetrack.segment.inline import new_label
from clausetrack.segment.wording import CITATION, masked

#: Below this similarity the clause that holds a number is plainly another provision.
OTHER = 40.0
_BEFORE = re.compile(rf"\bbefore (?:the )?(?:existing )?(?:sub-?)?clause (?P<id>{CITATION})", re.I)
_RUN_IN = re.compile(r"[A-ZĀĒĪŌŪ][\w’-]*(?: [\w’-]+){0,4}[.:] (?=[A-ZĀĒĪŌŪ])")
#: What an order calls a new clause: "2A Flexible working", "2A, headed “Flexible working”".
_HEADED = (
    r"(?:,? (?:to be )?(?:headed|titled|entitled|called|named)(?: as)?:? [“\"‘']?|,? [“\"‘]"
    r"|(?P<topic>\s?[–—:(-]\s?)| (?=(?-i:[A-ZĀĒĪŌŪ])))(?P<name>\w[^:.()“”\"]*)"
)
_AS_FOLLOWS = re.compile(
    r"(?:,? (?:and re-?number|immediately|after|before|in|into|to|under)\b.*"
    r"|\b(?:as follows|to read|reading|which reads|with the following|(?:with )?effect)\b.*)", re.I
)
_TERM = re.compile(r"\W*[“\"‘'](?P<term>[^“”\"‘’']+)[”\"’']")


def insert(plan: Plan, printed: Wording, target: str | None) -> Refusal | None:
    """Bring in each unit of the wording at its place; units of one family are final numbers."""
    if bare := _bare(plan, printed):
        reason = f"the order names the heading of the new {bare}, and its wording does not print it"
        return Refusal("needs-decision", reason)
    alone = next((unit for unit in printed.units if unit.kind == "part" and not unit.text
                  and not printed.tree.under(unit.id)), None)  # fmt: skip
    if alone is not None:
        return Refusal("needs-decision", f"the terms print the heading of {alone.id} alone")
    families: dict[str, list[Clause]] = {}
    for unit in printed.units:
        if is_numbered(unit):
            families.setdefault(family(unit.id), []).append(unit)
        elif refusal := _insert_unnumbered(plan, printed, unit, target):
            return refusal
    if other := _not_ordered(plan, families):
        reason = f"the terms print {other} too, and do not order that it comes in"
        return Refusal("needs-decision", reason)
    for siblings in families.values():
        if refusal := _insert_family(plan, printed, siblings):
            return refusal
    return None


def _bare(plan: Plan, printed: Wording) -> str:
    """The new clause whose heading the order alone gives, where it would be lost; "" for none.

    The wording has only what is in the clause, or no heading beside clauses that have one. What
    stands behind a dash or in brackets may be a topic, where no clause beside has a heading.
    """
    aim = plan.amendment.target
    if not aim or aim in plan.base or plan.base.families.get(aim):
        return ""
    said = rf"\bnew (?:sub-?)?clause {re.escape(aim)}{_HEADED}"
    headed = re.search(said, plan.amendment.said, re.I)
    name = _AS_FOLLOWS.sub("", headed["name"]).strip(" ,–—-") if headed else ""
    if headed is None or not name:
        return ""
    if aim not in printed.tree:
        inside = any(family(unit.id) == aim for unit in printed.units if is_numbered(unit))
        return aim if inside else ""
    run_in = rf"{re.escape(name)}\s*(?:[.:–—-]|\Z)"
    if printed.tree[aim].heading or re.match(run_in, printed.tree[aim].own_text):
        return ""
    beside = plan.base.families.get(family(aim), ())
    if not headed["topic"] or any(map(_is_headed, beside)):
        return aim
    plan.find(
        "other-reading",
        f"the order calls the new {aim} “{name}”, and its wording prints no heading: none comes in",
        aim,
    )
    return ""


def _is_headed(clause: Clause) -> bool:
    """Has a clause a heading, by itself or run into its text: "Coverage. This agreement …"?"""
    return bool(clause.heading) or bool(_RUN_IN.match(clause.own_text))


def _not_ordered(plan: Plan, families: dict[str, list[Clause]]) -> str:
    """The first clause printed that is of another family than those ordered; "" for none.

    A number that counts on from one that is ordered comes with it.
    """
    aim, said = plan.amendment.target, plan.amendment.said
    ordered = {
        above
        for above, units in families.items()
        if any(relates(one.id, aim) or targets.names(said, one.id) for one in units)
    }
    if not ordered:
        return ""
    return next((units[0].id for above, units in families.items() if above not in ordered), "")


def _insert_family(plan: Plan, printed: Wording, units: Sequence[Clause]) -> Refusal | None:
    """Siblings in ascending order, each on the numbers that the one before it left.

    `standing` maps the number that a sibling of the base has by now to its ID in the base.
    """
    base = plan.base
    by_id = {unit.id: unit for unit in units}
    standing = {c.id: c.id for c in base.families.get(family(units[0].id), [])}
    moves = renumbering.stated(plan.amendment.said)
    for number in ranked(list(by_id)):
        unit = by_id[number]
        if number in standing:
            here = base[standing[number]]
            kinship = resemblance(base, here, printed.tree, unit)
            if kinship != "other" and (here.id in moves or _makes_room(plan, unit)):
                kinship = "other"  # the terms say themselves that it makes room
            elif kinship == "same" and unit.text and _is_new(plan, printed, unit):
                kinship = "unclear" if leaves_out(here.own_text, unit.own_text) else "same"
            if kinship == "same":
                lead(plan, printed.tree, printed.opening.get(number, []), here.id)
                if refusal := add_to_unit(plan, printed, here, unit):
                    return refusal
                continue
            if kinship == "unclear":
                return Refusal(
                    "needs-decision",
                    f"clause {number} is there already, and it is not "
                    "clear whether the wording restates it or adds to it",
                )
            aim = plan.amendment.target
            label = new_label(plan.amendment.said, "")  # "a new paragraph (b) in clause 4.2"
            called = label and number in {aim, f"{aim}{label}"} and number.endswith(label)
            called = called or targets.is_called_new(plan.amendment, aim)
            if not (unit.number or called):
                return Refusal(
                    "needs-decision",
                    f"the wording is printed without a number, and clause {number} is there "
                    "already: the terms do not say where in it the wording stands",
                )
            if refusal := renumbering.shift(standing, number):
                return refusal
        spot = _place(plan, standing, number)
        if spot is None:
            return Refusal("target-missing", f"the agreement has no clause that {number} is in")
        if before := _not_before(plan, spot):
            reason = f"{number} is to stand before {before}, and is not the number for that place"
            return Refusal("needs-decision", reason)
        for clause in (*printed.opening.get(number, []), unit):
            plan.insert(printed.tree, clause, spot.at, spot.under, number)
    renumbering.record(plan, standing)
    for old, new in moves.items():
        if plan.shifted.get(old, old) != new and old in standing.values():
            reason = f"the terms make {old} {new}, and what comes in does not"
            return Refusal("needs-decision", reason)
    return renumbering.unmoved(plan)


def _makes_room(plan: Plan, unit: Clause) -> bool:
    """Do the terms call a clause new, and order that what follows it is renumbered?"""
    said = plan.amendment.said
    return renumbering.has_rest_counted_on(said) and targets.is_called_new(plan.amendment, unit.id)


def _is_new(plan: Plan, printed: Wording, unit: Clause) -> bool:
    """Do the terms mean a clause that is not there yet: in so many words, or by it alone?"""
    return [one.id for one in printed.units] == [unit.id] or targets.is_called_new(
        plan.amendment, unit.id
    )


def _not_before(plan: Plan, spot: Place) -> str:
    """The clause before which the terms say that a new one stands, where its number does not put
    it there, with nothing but headings between; else "".
    """
    base, found = plan.base, _BEFORE.search(masked(plan.amendment.said))
    named = str(citation(found["id"]) or "") if found else ""
    if named not in base:
        return ""
    end = base.at[named]
    between = base.clauses[spot.at : end]
    return named if spot.at > end or any(one.kind != "heading" for one in between) else ""


def _place(plan: Plan, standing: dict[str, str], number: str) -> Place | None:
    """Where a free number goes: after the clause that the words name, or by its order."""
    base, after = plan.base, plan.amendment.after
    if after in standing.values():
        return Place(base.after(after), base[after].parent) if after else None
    if not standing:
        return targets.place(base, number, plan.amendment)
    order = ranked([*standing, number])
    at = order.index(number)
    neighbour = standing[order[at - 1] if at else order[at + 1]]
    place = base.after(neighbour) if at else base.at[neighbour]
    return Place(place, base[neighbour].parent)


def _insert_unnumbered(
    plan: Plan, printed: Wording, unit: Clause, target: str | None
) -> Refusal | None:
    """A note, paragraph or table: at the end of the clause that it is printed for."""
    base = plan.base
    named = citation(unit.id)
    homes = (str(named.parent) if named and named.parent else None, plan.amendment.after, target)
    home = next((clause_id for clause_id in homes if clause_id in base), None)
    if home is None:
        return Refusal(
            "target-missing",
            f"the agreement has no clause that “{unit.printed[:60]}” could stand under",
        )
    said = words(wording(printed.tree.subtree(unit.id)))
    for here in base.subtree(home):
        if (
            here.kind == unit.kind
            and similarity(words(wording(base.subtree(here.id))), said) >= SAME
        ):
            return add_to_unit(plan, printed, here, unit)
    spot = targets.beneath(base, home, unit.kind)
    plan.insert(printed.tree, unit, spot.at, spot.under, unit.id if named else home)
    return None


def resemblance(base: Tree, here: Clause, printed: Tree, unit: Clause) -> str:
    """Is the unit the provision that has its number in the base? "same", "other" or "unclear"."""
    name, new_name = _name(here), _name(unit)
    if name and name == new_name:
        return "same"
    standing, new = (
        words(wording(tree.subtree(one.id))) for tree, one in ((base, here), (printed, unit))
    )
    alike = similarity(standing, new)
    if alike >= SAME and not (name and new_name):
        return "same"
    return "other" if alike < OTHER else "unclear"


def _name(clause: Clause) -> list[str]:
    """What a provision goes by: its heading, or the term in quotes that it opens with."""
    if clause.heading:
        return words(clause.heading_text)
    found = _TERM.match(clause.own_text)
    return words(found["term"]) if found else []

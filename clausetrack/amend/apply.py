"""Instructions applied to a base: the new agreement, and what became of each instruction.

Every amendment is planned against the base alone; plans that touch one clause are in conflict and
neither is carried out, unless each changes other words of it; the others are put together in one
pass.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from clausetrack.amend import (
    carried,
    everywhere,
    fit,
    meeting,
    preconditions,
    refusals,
    renumbering,
    stretch,
    subject,
    targets,
    within,
)
from clausetrack.amend.accounted import unused
from clausetrack.amend.aimed import part_named, words_exchanged
from clausetrack.amend.binding import is_conditioned, named_apart, orders_more
from clausetrack.amend.consolidate import consolidate, operations
from clausetrack.amend.figures import exchanged, replace_figures
from clausetrack.amend.insertion import insert
from clausetrack.amend.joined import holds_item
from clausetrack.amend.left_over import left_over
from clausetrack.amend.only_figure import only_figure
from clausetrack.amend.part_words import change_words
from clausetrack.amend.plan import Plan, Refusal
from clausetrack.amend.shapes import as_in_base, told
from clausetrack.amend.stale import references_left
from clausetrack.amend.substitution import substitute
from clausetrack.amend.tables import part_of_table, replace_tables
from clausetrack.amend.tree import Tree, citation, is_numbered
from clausetrack.amend.whole import is_named_whole
from clausetrack.model import Clause, Document
from clausetrack.segment.told import is_told
from clausetrack.settlement import UNREAD, Amendment, Applied, Instructions, Outcome

_ORDER = re.compile(
    r"[\[(]?(?:delete|remove|omit|repeal)[\])]?\.?$"
    r"|(?:delete|remove|omit|insert|add|replace|substitute|amend)\b[^“”\"‘]*[“\"‘]", re.I
)  # fmt: skip


def apply(
    base: Document,
    terms: Document,
    instructions: Instructions,
    held: Mapping[str, Refusal] = MappingProxyType({}),
) -> Applied:
    """The agreement that `base` becomes, with an outcome for each amendment, in their order.

    `held` are the IDs of amendments that are not to be carried out, with why. Raises
    errors.TermsDoNotFit where the terms amend another agreement or version.
    """
    findings = fit.check(base, terms)
    tree = Tree.of(base.clauses)
    as_read = instructions.amendments
    every = tuple(as_in_base(tree, one) for one in as_read)
    instructions = replace(instructions, amendments=every)
    tried: list[Plan | Refusal] = [
        held[amendment.id]
        if amendment.id in held
        else _plan(tree, terms, amendment, instructions)
        for amendment in instructions.amendments
    ]

    def again(tree: Tree, plan: Plan) -> Plan | Refusal:
        if not _of_words(plan.amendment):
            return _plan(tree, terms, plan.amendment, instructions)
        # at every place: in these clauses it is the same as in the agreement
        clauses = (tree[one] for one in plan.splices)
        anew = Plan(replace(plan.amendment, target=None), Tree.of(clauses))
        return everywhere.replace_all(anew, base, ()) or anew

    def made(plan: Plan) -> Tree:
        return Tree.of(consolidate(base, [plan], "")[0].clauses)

    tried = _throughout(base, tried, again, made)
    clashes = meeting.conflicts([one for one in tried if isinstance(one, Plan)], again, made)
    tried = carried.carry(base, instructions.amendments, tried, clashes)
    plans = [one for one in tried if isinstance(one, Plan) and one.amendment.id not in clashes]
    meeting.beside(plans)
    document, edits = consolidate(base, plans, terms.version)
    outcomes = []
    for amendment, meant, one in zip(as_read, every, tried, strict=True):
        renumbers = amendment.action == "renumbering" and amendment.held in {"", UNREAD}
        if renumbers and (done := renumbering.done(amendment, plans)):
            outcomes.append(Outcome(amendment, "applied", done))
        elif isinstance(one, Refusal):
            outcomes.append(Outcome(amendment, one.status, refusals.brought(one, amendment, plans)))
        elif amendment.id in clashes:
            outcomes.append(Outcome(amendment, "conflict", clashes[amendment.id]))
        else:
            why = "the number was taken" if amendment.action == "insertion" else "renumbered"
            moved = f"{why}: {', '.join(one.notes)}" if one.notes else ""
            reason = moved or one.said or ("the base already reads so" if one.empty() else "")
            status = "applied"
            if amendment.wording == "tracked":
                status = "applied-from-tracked"
                reason = "; ".join(filter(None, (_from(terms, amendment), reason)))
            reason = "; ".join(filter(None, (reason, told(amendment, meant))))
            outcomes.append(Outcome(amendment, status, reason, operations(one, edits)))
            findings += one.findings
    renumbered = {
        edit.old.id: edit.new.id
        for edit in edits
        if edit.old and edit.new and edit.old.id != edit.new.id
    }
    findings += references_left(base, document, plans, renumbered)
    sources = {one.id: one.source for one in instructions.amendments}
    findings += left_over(base, document, edits, sources)
    findings += unused(terms, instructions.amendments)
    return Applied(document, tuple(outcomes), edits, renumbered, tuple(findings))


def _from(terms: Document, amendment: Amendment) -> str:
    """Where wording stands that is not of the terms."""
    first = terms.fragment(amendment.fragment or "")[0]
    return f"the wording is that of {first.source}"


def _plan(
    base: Tree, terms: Document, amendment: Amendment, instructions: Instructions
) -> Plan | Refusal:
    """What the amendment would do to the base, or why it is not carried out."""
    made = _plan_clause(base, terms, amendment, instructions)
    if isinstance(made, Refusal):
        return made
    wording = terms.fragment(amendment.fragment or "")
    beside = subject.another(base, amendment, wording, instructions.amendments)
    return beside or holds_item(made) or made


def _plan_clause(
    base: Tree, terms: Document, amendment: Amendment, instructions: Instructions
) -> Plan | Refusal:
    """The same, where the order is on the clause that it names and on nothing beside it."""
    if amendment.held not in {"", UNREAD}:
        return Refusal("needs-decision", amendment.held)
    target = targets.resolve(base, amendment)
    if amendment.wording == "elsewhere":
        missing = isinstance(target, Refusal) and target.status == "target-missing"
        if isinstance(target, Refusal) and missing and not targets.is_new(amendment):
            return target
        return Refusal("needs-wording", "the terms say that the wording is in another document")
    if refusal := refusals.in_doubt(base, terms, amendment, instructions):
        return refusal
    if amendment.part is not None and amendment.wording == "given":
        return target if isinstance(target, Refusal) else _plan_part(base, terms, amendment, target)
    if amendment.wording in {"given", "tracked"}:
        return _plan_given(base, terms, amendment, instructions, target)
    return _plan_unprinted(base, amendment, instructions, target)


def _plan_unprinted(
    base: Tree, amendment: Amendment, instructions: Instructions, target: str | Refusal | None
) -> Plan | Refusal:
    """The plan of an order that no wording is printed for: whole clauses out, or a figure for one.
    """
    if isinstance(target, Refusal):
        if target.status == "target-missing" and targets.is_new(amendment):
            return refusals.not_given(amendment)
        return target
    if amendment.action == "repeal" and target and is_named_whole(base, target, amendment):
        return _repeal(Plan(amendment, base), target)
    if target and (change := only_figure(base, target, amendment)):
        if isinstance(change, Refusal):
            return change
        known = replace(amendment, wording="given", stated=(change,))
        made = _exchange(base, known, target, True)
        if isinstance(made, Plan):
            made.said = f"{change.old} is the only amount of {target} for that"
        return made
    said = amendment.said
    single = all(one is amendment or one.said != said for one in instructions.amendments)
    if not single and amendment.stated and named_apart(said):
        return Refusal("needs-decision", refusals.WORDS)  # which has which?
    more = is_conditioned(said) or (single and orders_more(said))
    alone = amendment.wording == "figures" and not more
    return _exchange(base, amendment, target, alone and bool(exchanged(amendment)))


def _plan_part(
    base: Tree, terms: Document, amendment: Amendment, target: str | None
) -> Plan | Refusal:
    """The plan for a part of a clause; words at every place wait for what the others rewrite, and
    references for what they renumber."""
    plan = Plan(amendment, base)
    if amendment.part is not None and amendment.part.kind in {"words", "references"}:
        if target is None and not amendment.part.everywhere:
            return Refusal("target-unnamed", "the terms do not say where the words are to change")
        return plan
    if amendment.part is not None:
        held = within.holder(plan, amendment.part, target)
        if isinstance(held, Refusal):
            return held
        target = held
    if amendment.part is not None and amendment.part.kind in stretch.KINDS:
        if target is None:
            return Refusal("target-unnamed", "the terms name no clause whose words these are")
        return stretch.carry_out(plan, amendment.part, target) or plan
    if amendment.stated:
        return change_words(plan, target) or plan
    return within.carry_out(plan, terms, target) or plan


def _throughout(
    base: Document, tried: Sequence[Plan | Refusal], again: meeting.Again, made: meeting.Done
) -> list[Plan | Refusal]:
    """The plans with those for words at every place worked out beside all the others."""
    if not any(isinstance(one, Plan) and _of_words(one.amendment) for one in tried):
        return list(tried)
    others = [one for one in tried if isinstance(one, Plan) and not _of_words(one.amendment)]
    clashes = meeting.conflicts(others, again, made)
    kept = [one for one in others if one.amendment.id not in clashes]
    return [
        everywhere.replace_all(one, base, kept) or one
        if isinstance(one, Plan) and _of_words(one.amendment)
        else one
        for one in tried
    ]


def _of_words(amendment: Amendment) -> bool:
    return amendment.part is not None and amendment.part.kind == "words"


def _exchange(
    base: Tree, amendment: Amendment, target: str | None, at_once: bool
) -> Plan | Refusal:
    """The stated old figure or words in the target for the new ones, where `at_once`."""
    if target is None:
        return Refusal("target-unnamed", "the terms name no clause that this would change")
    said = amendment.said
    if not at_once and amendment.wording == "described":  # what it states may be of another clause
        if is_conditioned(said):
            return Refusal("needs-decision", refusals.CONDITIONED)
        if orders_more(said):
            return refusals.not_given(amendment)
    if refusal := preconditions.stated(base.subtree(target), amendment, base.clauses):
        return refusal
    if not at_once:
        return refusals.not_given(amendment)
    plan = Plan(amendment, base)
    return replace_figures(plan, target) or plan


def _plan_given(
    base: Tree,
    terms: Document,
    amendment: Amendment,
    instructions: Instructions,
    target: str | Refusal | None,
) -> Plan | Refusal:
    """The plan where the wording is given, or where none is needed: a repeal."""
    plan = Plan(amendment, base)
    if amendment.action == "repeal":
        return _repeal(plan, target)
    if amendment.action not in {"insertion", "substitution"}:
        return Refusal("needs-decision", f"a {amendment.action} is not carried out by itself")
    if amendment.fragment is None and exchanged(amendment):
        return target if isinstance(target, Refusal) else _exchange(base, amendment, target, True)
    printed = targets.wording_of(terms, amendment, instructions.amendments)
    absent = [one for one in amendment.clauses if one not in printed.tree]
    if absent:
        return Refusal("needs-decision", f"the terms print no wording for {', '.join(absent)}")
    if amendment.action == "substitution" and renumbering.speaks_of_numbers(amendment.said):
        return Refusal("needs-decision", refusals.NUMBERED_TOO)
    if told := _directed(printed):
        return Refusal("needs-decision", f"the terms say “{told.own_text}” at {told.id}")
    if unfit := refusals.unfit(base, amendment, printed.units):
        return unfit
    if printed.only_tables:
        return _replace_tables(plan, printed, target)
    standing = [unit.id for unit in printed.units if unit.id in base]
    if isinstance(target, Refusal):
        named = amendment.target or ""
        if amendment.action == "substitution" and named and not standing:
            # A citation that has clauses under it stands, though no line of its own is printed.
            if named not in base.families and targets.names(amendment.said, named):
                return target
        elif not named and not any(is_numbered(unit) for unit in printed.units):
            return target
    known = target if isinstance(target, str) else None
    checked = [clause for top in ([known] if known else standing) for clause in base.subtree(top)]
    if checked and (refusal := preconditions.stated(checked, amendment)):
        return refusal
    if amendment.stated and not checked:
        plan.find("base-not-verified", "no clause to hold the stated figures against", "")
    if amendment.action == "insertion":
        return insert(plan, printed, known) or plan
    first = printed.units[0]
    if said := words_exchanged(base, known, amendment.said, first):
        return Refusal("needs-decision", refusals.EXCHANGES.format(said))
    if known and first.id == known and (
        said := part_named(base, known, amendment.said, first)
    ):
        reason = f"the order says “{said}” beside {known}, and its wording may be for that alone"
        return Refusal("needs-decision", f"{reason}: a person must decide")
    return substitute(plan, printed, known) or plan


def _directed(printed: targets.Wording) -> Clause | None:
    """A clause of the wording that is an order and no wording: "(c) Delete.", "(a) add: “x”"."""
    units = (clause for unit in printed.units for clause in printed.tree.subtree(unit.id))
    said = (one for one in units if _ORDER.match(one.own_text.strip()) or is_told(one.own_text))
    return next(said, None)


def _repeal(plan: Plan, target: str | Refusal | None) -> Plan | Refusal:
    """The clauses that the instruction names, with everything under them, out of the base."""
    if isinstance(target, Refusal):
        return target
    named = plan.amendment.clauses or ((target,) if target else ())
    if not named:
        return Refusal("target-unnamed", "the terms name no clause that this would repeal")
    if plan.amendment.fragment is not None:
        return Refusal("needs-decision", "the instruction repeals, and wording is printed for it")
    for clause_id in named:
        if targets.is_part(plan.amendment.said, clause_id):
            return Refusal("needs-decision", f"only a part of {clause_id} is to go")
        if clause_id not in plan.base:
            return targets.missing(plan.base, clause_id)
        clause = plan.base[clause_id]
        if refusal := preconditions.stated(plan.base.subtree(clause_id), plan.amendment):
            return refusal
        plan.repeal(clause)
        plan.whole |= {below.id for below in plan.base.subtree(clause_id)}
    return renumbering.close_up(plan, named) or plan


def _replace_tables(
    plan: Plan, printed: targets.Wording, target: str | Refusal | None
) -> Plan | Refusal:
    """A table printed alone: it replaces a table, or is added to a clause that is there."""
    amendment, base = plan.amendment, plan.base
    if target is None:
        named = (citation(unit.id) for unit in printed.units)
        target = next((str(one.parent) for one in named if one and str(one.parent) in base), None)
    if target is None:
        return Refusal("target-unnamed", "the terms name no clause whose table this is")
    caption = printed.units[0].heading_text.strip()
    if isinstance(target, Refusal) and target.status == "target-unnamed" and caption:
        # What the terms call a scale in prose and over its table may differ.
        captioned = targets.described(base, caption)
        target = captioned if isinstance(captioned, str) else target
    if isinstance(target, Refusal):
        if target.status == "target-missing" and targets.is_new(amendment):
            return Refusal("needs-decision", f"{target.reason}, and the terms give its table alone")
        return target
    if refusal := preconditions.stated(base.subtree(target), amendment):
        return refusal
    if amendment.action == "insertion":
        refusals = (part_of_table(plan, unit) for unit in printed.units)
        return next(filter(None, refusals), None) or insert(plan, printed, target) or plan
    return replace_tables(plan, printed, target) or plan

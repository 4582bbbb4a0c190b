"""Base, terms and their tracked agreement: every difference once, the gravest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from clausetrack import reasons
from clausetrack.amend.tree import Tree, folded, is_numbered
from clausetrack.beside import Note
from clausetrack.diff import table_words
from clausetrack.model import Clause, Document, Source
from clausetrack.ooxml.beside import Beside
from clausetrack.reconcile import outside, silent
from clausetrack.reconcile.differences import KINDS, Difference, Mark, Reconciliation
from clausetrack.reconcile.drafts import Draft, folded_numbers, folded_orders, folded_trees
from clausetrack.reconcile.followed import followed
from clausetrack.reconcile.orders import Orders, named
from clausetrack.reconcile.results import Results
from clausetrack.reconcile.sides import Sides
from clausetrack.reconcile.wording import changed_words, classes_of, come_words, gone_words
from clausetrack.settlement import Applied, Edit, Instructions, Outcome

#: The tracked changes of a file by the paragraph that they stand in, as a `Source` counts them.
Marks = Mapping[tuple[str, int], Sequence[Mark]]

#: The kinds that a tracked change of theirs may be told as.
_TRACKED = {"not-ordered", "different", "unverified", "agreed"}


def reconcile(
    base: Document,
    terms: Document,
    instructions: Instructions,
    applied: Applied,
    rejected: Document,
    accepted: Document,
    *,
    alike: bool = True,
    notes: bool = True,
    raised: bool = True,
    marks: Marks | None = None,
    shown: Sequence[Beside] = (),
) -> Reconciliation:
    """Hold theirs, read with its changes rejected and accepted, against ours.

    `alike` says whether the base and theirs are both Word files: emphasis and the text outside the
    clauses (page headers, text boxes) are compared between such files only; footnotes and what a
    PDF prints at the edges of its pages with `notes` too, where both may hold some, and figures
    that are raised with `raised`. `marks` are theirs. `shown` is what the base, `rejected` and
    `accepted` show beside their text, of Word files.
    """
    orders = Orders.of(base, terms, instructions, applied)
    sides = Sides.of(base, applied, rejected, accepted, orders)
    results = Results(sides, orders, alike)
    results.find()
    wanted: dict[str, int] = {}
    for edit in applied.edits:
        for amendment in edit.amendments:
            wanted[amendment] = wanted.get(amendment, 0) + 1
    drafts = [*silent.find(sides, emphasis=alike), *results.drafts]
    drafts = folded_orders(folded_numbers(folded_trees(drafts)), wanted)
    drafts, left = followed(base, rejected, accepted, sides, orders, drafts)
    results.undone |= {d.clause.id for d in drafts if d.told.kind == "different"}
    beside: list[Difference] = []
    for kind, pair, aligned, held in (
        ("silent", (base, rejected), sides.silent, shown[:2]),
        ("not-ordered", (rejected, accepted), sides.tracked, shown[1:]),
    ):
        moved: set[Note] = set()
        if held:
            found, moved = outside.things(pair, kind, held, aligned.names)
            beside += found
        if alike or notes:
            only = () if alike else (reasons.FOOTNOTE,)
            drafts += outside.find(*pair, kind, only=only, moved=moved)
        if notes and not alike:
            drafts += outside.at_edges(*pair, kind)
    drafts += outside.shown(base, rejected, sides.silent, "silent", raised=raised)
    drafts += outside.shown(rejected, accepted, sides.tracked, "not-ordered", raised=True)
    told = [draft.told for draft in drafts]
    agreed = [*_agreed(applied, results, sides)]
    told += [*_not_carried_out(base, applied, [*told, *agreed], results), *agreed]
    told.sort(key=lambda one: one.at)
    told += beside  # which comes after the words of its kind
    told = [_signed(one, rejected, accepted, marks or {}) for one in told]
    told.sort(key=lambda one: (KINDS.index(one.kind), one.slight))
    findings = (*left, *table_words.findings(sides.result.changes))
    return Reconciliation(
        base, terms, instructions, applied, rejected, accepted, tuple(told), findings
    )


# ---------------------------------------------------------------- what we did not carry out


def _not_carried_out(
    base: Document, applied: Applied, told: Iterable[Difference], results: Results
) -> Iterator[Difference]:
    """Instructions that we left to a person and that no tracked change of theirs may be."""
    answered = {one.amendment for one in told}
    tree = Tree.of(base.clauses)
    items = {outcome.amendment.id: outcome.amendment.item for outcome in applied.outcomes}
    tracked = [one for one in told if one.kind in _TRACKED and one.what != "none"]
    above = [(one, _above(one, tree, Tree.of(applied.document.clauses))) for one in tracked]
    for outcome in applied.outcomes:
        order = outcome.amendment
        if outcome.done or order.id in answered:
            continue
        clause = order.target or next(iter(named(tree, order)), "")
        known = outcome.status in {"needs-wording", "needs-decision"} and clause in tree
        said = f"{outcome.status}: {outcome.reason}"
        where = results.sides.base.at.get(clause, -1)
        others = [items.get(one.amendment, "") for one, over in above if clause in over]
        yield Difference(
            "absent" if known else "unverified",
            clause,
            "none",
            amendment=order.id,
            reason=f"{_tracked_there(clause, others)}; we did not carry it out ({said})",
            heading=" ".join(tree[clause].heading_text.split()) if clause in tree else "",
            clauses=(clause,) if clause else (),
            at=2 * where,
        )


def _above(one: Difference, *trees: Tree) -> set[str]:
    """The clauses that a difference is in, before or after the terms, and those above."""
    return {
        name
        for tree in trees
        for clause in (one.clause, *one.clauses)
        if clause in tree
        for name in tree.path(clause)
    }


def _tracked_there(clause: str, items: Iterable[str]) -> str:
    """What theirs has at the clause of an instruction, where none of it may be that instruction's.

    `items` are those that its tracked changes there are told for, "" where no item orders them.
    """
    if not clause:
        return "it names no clause"
    known = list(dict.fromkeys(items))
    if not known:
        return "theirs has no tracked change there"
    whose = [f"for item {item}" if item else "as ordered by no instruction" for item in known]
    return f"what theirs tracks there is told {', '.join(whose)}"


# ------------------------------------------------------------------------------------- agreed


def _agreed(applied: Applied, results: Results, sides: Sides) -> Iterator[Difference]:
    """What was ordered and is in theirs as ordered, a clause with what is under it once.

    In the order of the terms.
    """
    drafts: list[Draft] = []
    edits: dict[str, list[Edit]] = {}
    for edit in applied.edits:
        for one in edit.by_order:
            edits.setdefault(one.amendment, []).append(one)
    for at, outcome in enumerate(applied.outcomes):
        idle = outcome.done and not outcome.operations
        if idle and outcome.amendment.target not in results.undone:
            yield _idle(outcome, at)
        for edit in edits.get(outcome.amendment.id, ()):
            drafts += _done(edit, results, sides, at)
    yield from (draft.told for draft in folded_trees(drafts))


def _done(edit: Edit, results: Results, sides: Sides, at: int) -> Iterator[Draft]:
    clause = edit.new or edit.old
    if clause is None or clause.id in results.undone:
        return
    old, new = edit.old, edit.new
    renumbers: tuple[tuple[str, str], ...] = ()
    if old is None or new is None:
        what = "inserted" if old is None else "deleted"
        passages = come_words(clause) if old is None else gone_words(clause)
    else:
        what, passages = "changed", changed_words(old, new)
        if not passages and not is_numbered(new):
            return  # a table or a note under a clause that took another number
        if not passages:
            what, renumbers = "renumbered", ((old.id, new.id),)
    told = Difference(
        "agreed",
        clause.id,
        what,
        passages,
        edit.amendment,
        heading=" ".join(clause.heading_text.split()),
        classes=classes_of(passages),
        clauses=(clause.id,),
        renumbers=renumbers,
        place=_place(sides, old, new),
        at=at,
    )
    yield Draft(told, clause, "agreed")


def _place(sides: Sides, old: Clause | None, new: Clause | None) -> Source | None:
    """Where theirs has the clause."""
    if new is not None:
        i = sides.ours.at.get(new.id)
        j = None if i is None else sides.pairs.get(i)
        return None if j is None else sides.theirs.clauses[j].source
    there = sides.in_rejected(old)
    return None if there is None else there.source


def _idle(outcome: Outcome, at: int) -> Difference:
    """An instruction that changes nothing, since the base reads so already."""
    clause = outcome.amendment.target or ""
    named = (clause,) if clause else ()
    return Difference(
        "agreed",
        clause,
        "none",
        amendment=outcome.amendment.id,
        reason=outcome.reason,
        clauses=named,
        at=at,
    )


# -------------------------------------------------------------------------------------- marks


def _signed(one: Difference, rejected: Document, accepted: Document, marks: Marks) -> Difference:
    """The difference with the tracked changes that make it: whose they are, and when."""
    if one.kind == "silent" or not marks:
        return one
    found: dict[Mark, None] = {}
    for document, kind in ((rejected, "deleted"), (accepted, "inserted")):
        for name in one.clauses:
            clause = document.body.get(name)
            for at in _paragraphs(clause) if clause is not None else ():
                found |= dict.fromkeys(mark for mark in marks.get(at, ()) if mark.kind == kind)
    if one.place is not None and not one.clauses:  # outside the clauses
        here = (one.place.part, one.place.paragraph or 0)
        found = dict.fromkeys(marks.get(here, ()))
    edits = [folded(text) for edit in one.edits for text in (edit.old, edit.new) if text.strip()]
    touched = [mark for mark in found if _touches(folded(mark.text), edits)]
    return replace(one, marks=tuple(touched or found))


def _touches(text: str, edits: Iterable[str]) -> bool:
    return any(text and (text in edit or edit in text) for edit in edits)


def _paragraphs(clause: Clause) -> dict[tuple[str, int], None]:
    return {
        (run.source.part, run.source.paragraph): None
        for run in clause.runs
        if run.source is not None and run.source.paragraph is not None
    }

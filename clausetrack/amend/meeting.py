"""Orders that meet at one clause: carried out together, or in conflict.

They go together where each changes other words of the clause, and where it makes no difference
whether the second is read of the agreement as it was or of what the first makes of it. Which of the
two is meant is not said in most terms, so an order that depends on it is left to a person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from clausetrack.amend.apart import Apart
from clausetrack.amend.plan import Plan, Refusal, printed
from clausetrack.amend.splices import spliced
from clausetrack.amend.tree import Tree
from clausetrack.model import Clause

#: What an order does to a base, where it is read again of another one than its own.
Again = Callable[[Tree, Plan], Plan | Refusal]
#: What a base is once an order is carried out alone.
Done = Callable[[Plan], Tree]

_MOST = 20  # orders that one reason names; texts are hostile
_COUNTED = frozenset(("sentence", "occurrence"))
_MISSING = frozenset(("target-missing", "precondition-failed"))


def conflicts(plans: Sequence[Plan], again: Again, done: Done) -> dict[str, str]:
    """Why each amendment that meets another at one clause is not carried out, by its ID.

    `plans` are in the order of the terms. Of very many that meet one, the first are named.
    """
    reasons: dict[str, list[str]] = defaultdict(list)
    more: set[str] = set()
    for one, other in _pairs(plans):
        both = {one.amendment.id, other.amendment.id}
        if all(len(reasons[name]) >= _MOST for name in both):
            more |= both  # neither is carried out, whatever comes of the two
            continue
        for mine, theirs, why in _clash(one, other, again, done):
            said = reasons[mine.amendment.id]
            if len(said) < _MOST:
                said.append(f"{theirs.amendment.id} changes {why}")
            else:
                more.add(mine.amendment.id)
    return {
        name: "; ".join([*said, *(["and more may do so"] if name in more else [])])
        for name, said in reasons.items()
        if said
    }


def _pairs(plans: Sequence[Plan]) -> Iterator[tuple[Plan, Plan]]:
    """The pairs of plans that rule on one clause, or count the parts of one, in order.

    Those that plainly put words for other words in it are left out.
    """
    meeting = _by_clause(plans, lambda plan: _ground(plan) | plan.whole | _counts_in(plan))
    apart = {place: Apart(plans, every, place) for place, every in meeting.items() if every[1:]}
    words = {at: place for place, here in apart.items() for at in here.exchanges}
    for at, one in enumerate(plans):
        if at in words:
            others = apart[words[at]].beside(at)
        else:
            places = _ground(one) | one.whole | _counts_in(one)
            others = {other for place in places for other in meeting[place]}
        yield from ((one, plans[other]) for other in sorted(others) if other > at)


def _by_clause(
    plans: Sequence[Plan], places: Callable[[Plan], Iterable[str]]
) -> dict[str, list[int]]:
    """Which of the plans, by their number, have each of their `places`."""
    out: dict[str, list[int]] = defaultdict(list)
    for at, plan in enumerate(plans):
        for place in places(plan):
            out[place].append(at)
    return out


def beside(plans: Sequence[Plan]) -> None:
    """Let each plan say which others change other words of the same clause."""
    changing = _by_clause(plans, lambda plan: plan.changed)
    for at, one in enumerate(plans):
        for clause_id in one.changed:
            every = changing[clause_id]
            met = [other for other in every[: _MOST + 1] if other != at][:_MOST]
            others = [plans[other].amendment.id for other in met]
            others += [f"{len(every) - 1 - _MOST} more"] if len(every) - 1 > _MOST else []
            if others:
                verb = "changes" if len(others) == 1 else "change"
                said = f"{' and '.join(others)} {verb} other words of {clause_id}"
                one.said = "; ".join(filter(None, (one.said, said)))


def _clash(
    one: Plan, other: Plan, again: Again, done: Done
) -> Iterator[tuple[Plan, Plan, str]]:
    shared = one.touched & other.touched
    shared |= one.whole & _ground(other) | other.whole & _ground(one)
    moved = _only_moved(one, other) | _only_moved(other, one)
    if moved and not _names_as_before(one, other, again, done):
        moved = set()
    apart = {where for where in shared - moved if _are_apart(one, other, where)}
    if clash := shared - apart - moved:
        where = min(clash, key=lambda clause_id: _place(one, other, clause_id))
        yield one, other, _ruled(one, other, where)
        yield other, one, _ruled(other, one, where)
        return
    changed = [where for where in apart if where in one.changed and where in other.changed]
    doubtful = sorted(where for where in changed if not _agree(one, other, where, again))
    if doubtful or _counts_otherwise(one, other, again):
        where = doubtful[0] if doubtful else one.amendment.target or ""
        why = f"clause {where} as well, and what comes of it depends on which is done first"
        yield one, other, why
        yield other, one, why


def _ruled(plan: Plan, other: Plan, where: str) -> str:
    """What the other plan changes at a clause where it meets one."""
    if where in plan.splices and where in other.splices:
        return f"the same words of clause {where}"
    mine, theirs = where in _moved(plan), where in _moved(other)
    if mine and not theirs:
        now = f"clause {where}, which may be what has that number now or what gets it"
        return f"{now} by {plan.amendment.id}"
    if theirs and not mine:
        return f"the number of clause {where}, which may be meant as it is now or as it will be"
    return f"clause {where} as well"


def _are_apart(one: Plan, other: Plan, where: str) -> bool:
    """Does each of two plans change other words of a clause, and no more of it than them?"""
    mine, theirs = one.splices.get(where, ()), other.splices.get(where, ())
    whole = one.whole | other.whole | one.repealed | other.repealed
    return bool(mine and theirs) and where not in whole and not any(
        first.meets(second) for first in mine for second in theirs
    )


def _moved(plan: Plan) -> set[str]:
    """The clauses that get another number by a plan, with all under them, by their old ones."""
    return {below.id for top in plan.shifted for below in plan.base.subtree(top)}


def _only_moved(plan: Plan, other: Plan) -> set[str]:
    """The clauses that a plan only gives another number, and the other only changes words of."""
    ruled = {*plan.changed, *plan.whole, *plan.repealed, *other.whole, *other.repealed}
    return (_moved(plan) & other.splices.keys()) - ruled


def _names_as_before(one: Plan, other: Plan, again: Again, done: Done) -> bool:
    """Do both of two plans call clauses by the numbers of the base, though the first moves some?

    The first does. The second does where it names none that moves or comes, or where it cannot be
    carried out on what has that number then.
    """
    target = other.amendment.target
    if not one.shifted or target is None or target not in one.touched:
        return True
    then = again(done(one), other)
    return isinstance(then, Refusal) and then.status in _MISSING


def _agree(one: Plan, other: Plan, where: str, again: Again) -> bool:
    """Is it the same whether `other` is read of the base, or of what `one` makes of it?

    Where sentences, or the places of words, are counted, and only one of the two readings can be
    carried out, it is meant. Words at every place are what the other orders leave.
    """
    base = one.base
    together = spliced(base[where], (*one.splices[where], *other.splices[where]))
    after = base.reworded(one.changed[where])
    then = again(after, other)
    if isinstance(then, Refusal):
        counted = all(plan.amendment.part and plan.amendment.part.kind in _COUNTED
                      for plan in (one, other))  # fmt: skip
        throughout = any(plan.amendment.part and plan.amendment.part.kind == "words"
                         for plan in (one, other))  # fmt: skip
        return (counted or throughout) and then.status in _MISSING
    return printed(then.changed.get(where, after[where])) == printed(together)


def _counts_otherwise(one: Plan, other: Plan, again: Again) -> bool:
    """Is another bullet or note the one that `other` counts to, once `one` is done?"""
    mine, theirs = one.amendment.part, other.amendment.part
    if mine is None or theirs is None or not mine.kind == theirs.kind in {"bullet", "note"}:
        return False
    if one.amendment.target != other.amendment.target or not (one.repealed or one.inserted):
        return False
    clauses: list[Clause] = []
    for at, clause in enumerate((*one.base.clauses, None)):
        clauses += [new.clause._replace(id=new.name, parent=new.under)
                    for new in one.inserted if new.at == at]  # fmt: skip
        if clause is not None and clause.id not in one.repealed:
            clauses.append(clause)
    then = again(Tree.of(tuple(clauses)), other)
    if isinstance(then, Refusal):
        return then.status not in _MISSING
    known = one.base.at.keys()
    return then.touched & known != other.touched & known


def _counts_in(plan: Plan) -> set[str]:
    """The clause whose bullets or notes the plan counts."""
    part = plan.amendment.part
    counts = part is not None and part.kind in {"bullet", "note"}
    return {plan.amendment.target or ""} if counts else set()


def _ground(plan: Plan) -> set[str]:
    """What the plan changes, and the clauses that it puts something under."""
    return plan.touched | {new.under for new in plan.inserted if new.under is not None}


def _place(one: Plan, other: Plan, clause_id: str) -> tuple[int, str]:
    return one.base.at.get(clause_id, len(other.base.clauses)), clause_id

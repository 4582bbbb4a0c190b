"""References that an order has follow the clauses that they cite: "and update all references".

All of them follow, each by the number that it prints, or none. Where one cites what is gone, or it
is not certain how it would read, a person decides.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from clausetrack import citations, reasons
from clausetrack.amend.everywhere import Text, texts
from clausetrack.amend.plan import Plan, Refusal
from clausetrack.amend.renumbering import own_number, speaks_of_numbers
from clausetrack.model import Clause, Document, plain
from clausetrack.settlement import Amendment

if TYPE_CHECKING:
    from clausetrack.references import Reference

_NUMBER = re.compile(
    r"(?<![\w.$])(?:\d+[A-Z]?(?:\.\d+[A-Z]?)+|(?<=[Cc]lause )\d+[A-Z]?)(?:\([a-z]{1,5}\))*"
    r"(?![\w%(]|\.\d)"
    r"|(?<![\w.$])\d+[A-Z]?(?:\([a-z]{1,5}\))+(?![\w(])"
)
_TO_THEM = re.compile(r"\bto (?:them|those|these|the re)", re.I)
_MOST = 5  # places that one reason names


@dataclass
class _Numbers:
    """What becomes of the clauses of the base: other numbers, by their old ones, and who repeals.

    `settled` are the clauses that an order words anew; `taken` the stretches of the others that
    orders change: what they print is written for the new numbers.
    """

    moved: dict[str, str] = field(default_factory=dict)
    tops: dict[str, str] = field(default_factory=dict)
    gone: dict[str, str] = field(default_factory=dict)
    settled: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, plans: Iterable[Plan]) -> _Numbers:
        out = cls()
        for plan in plans:
            for top, new in plan.shifted.items():
                for below in plan.base.subtree(top):
                    out.moved[below.id] = new + below.id.removeprefix(top)
                    out.tops[below.id] = top
            out.gone |= dict.fromkeys(plan.repealed, plan.amendment.id)
            out.settled |= {*plan.changed.keys() - plan.splices.keys(), *plan.repealed}
        return out


def carry(
    base: Document,
    amendments: Sequence[Amendment],
    tried: Sequence[Plan | Refusal],
    clashes: Collection[str],
) -> list[Plan | Refusal]:
    """The plans with the new numbers put into references, for those that are to do so.

    `tried` has what was planned for each of the `amendments`, and `clashes` the IDs of those that
    are in conflict.
    """
    out = list(tried)
    for at, amendment in enumerate(amendments):
        if amendment.part is None or amendment.part.kind != "references":
            continue
        plan = out[at]
        done = [one for one in out if isinstance(one, Plan) and one is not plan
                and one.amendment.id not in clashes]  # fmt: skip
        known = {amendment.id, *(one.amendment.id for one in done)}
        left = [one for one in amendments if one.id not in known
                and (one.item == amendment.item or speaks_of_numbers(one.said))]  # fmt: skip
        if isinstance(plan, Plan):
            why = _unsettled(plan, done, left) or _put(plan, base, done)
            out[at] = Refusal("needs-decision", why) if why else plan
    return out


def _unsettled(plan: Plan, others: Iterable[Plan], left: Sequence[Amendment]) -> str:
    """Why it is not known which clauses get other numbers, or which of them are meant."""
    if left:
        return f"{left[0].id} is not carried out, and it may give clauses other numbers"
    for other in others if _TO_THEM.search(plan.amendment.said) else ():
        if other.shifted and other.amendment.item != plan.amendment.item:
            return f"{other.amendment.id} has clauses renumbered as well, and may be meant or not"
    return ""


def _put(plan: Plan, base: Document, others: Sequence[Plan]) -> str:
    """The new numbers put in; or why they are not."""
    from clausetrack.references import references

    numbers = _Numbers.of(others)
    doubtful: list[str] = []
    said: list[str] = []
    cited: dict[tuple[str, str], list[Reference]] = {}
    for one in references(base) if numbers.moved or numbers.gone else ():
        if one.fragment is None:
            cited.setdefault((one.clause, one.place), []).append(one)
    clauses = [one for one in base.clauses if one.fragment is None]
    for clause in clauses if numbers.moved or numbers.gone else ():
        for text in () if clause.id in numbers.settled else texts(clause):
            here = cited.get((clause.id, _place(text)), [])
            for start, end, new, why in _found(plain(text.runs), here, numbers):
                if any(_meet(text, clause, other, start, end) for other in others):
                    continue
                if why:
                    doubtful.append(f"{clause.id} has “{plain(text.runs)[start:end]}”{why}")
                    continue
                plan.splice(clause, text.splice(start, end, plan, new))
                said.append(f"{plain(text.runs)[start:end]} in {clause.id} is {new}")
    for left in base.left_out if numbers.moved else ():
        names = {name for one in citations.find(left.text) for name in one.ids}
        if reasons.is_place(left.why) and names & numbers.moved.keys():
            doubtful.append(f"“{left.text[:60]}” stands {left.why}")
    if doubtful:
        more = f"; and {len(doubtful) - _MOST} more" if len(doubtful) > _MOST else ""
        places = "; ".join(doubtful[:_MOST])
        return f"it is not certain what every reference is to cite: {places}{more}"
    more = f"; and {len(said) - _MOST} more" if len(said) > _MOST else ""
    plan.said = f"{'; '.join(said[:_MOST])}{more}" if said else (
        "no words that stay cite a clause that has another number"
    )
    return ""


def _place(text: Text) -> str:
    """Where a text stands, as `references` says it."""
    return f"cell {text.row + 1},{text.cell + 1}" if text.role == "cell" else text.role


def _meet(text: Text, clause: Clause, other: Plan, start: int, end: int) -> bool:
    """Does another order deal with a stretch of a text?"""
    spans = (span for one in other.splices.get(clause.id, ()) for span in text.covered(one))
    return any(first < end and start < last for first, last in spans)


def _found(
    text: str, here: Sequence[Reference], numbers: _Numbers
) -> Iterator[tuple[int, int, str, str]]:
    """The stretches of a text that cite what moves or goes: the new number, or why it is open."""
    within: set[int] = set()
    for one in here:
        within.update(range(one.start, one.end))
        printed = list(_NUMBER.finditer(text, one.start, one.end))
        if not one.resolves:
            if one.kind == "internal" and any(each[0] in numbers.moved for each in printed):
                yield one.start, one.end, "", f" ({one.why})"
            continue
        if lost := next((name for name in one.targets if name in numbers.gone), ""):
            yield one.start, one.end, "", f", and {numbers.gone[lost]} repeals {lost}"
            continue
        # "(b) below", said inside a clause that moved, means what it meant
        meant = [name for name in one.targets if name in numbers.moved
                 and own_number(numbers.tops[name]) in one.text]  # fmt: skip
        known = [each for each in printed if each[0] in meant]
        if sorted(each[0] for each in known) != sorted(meant):
            yield one.start, one.end, "", ""
            continue
        yield from ((*each.span(), numbers.moved[each[0]], "") for each in known)
    for each in _NUMBER.finditer(text):
        if each[0] in numbers.moved and each.start() not in within:
            yield *each.span(), "", ", which may cite a clause or not"

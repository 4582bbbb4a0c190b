"""The proof of orders that change one clause together: carried out one after another, they give it.

Nothing here asks which words an order was carried out on. What the clause prints in the base is
taken through the orders by the rules that hold for each by itself, and must come out as it was read
back; and it must not where any one of them is left out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import permutations

from clausetrack import values, verbatim, verbatim_parts
from clausetrack.settlement import Amendment
from clausetrack.verbatim_case import Case, Claim, Printed, content

_FREE = frozenset(("sentence", "occurrence", "words", "references"))
_MOST = 6  # orders that are tried in every sequence


def failures(case: Case) -> Iterator[str]:
    """A sentence for each clause that several orders change, and not into what they order."""
    for (before, after), claims in _shared(case).items():
        orders = [claim.outcome.amendment for claim in claims]
        named = " and ".join(order.id for order in orders)
        if any(claim.op != "substitution" or not verbatim.exchanges(order)
               for claim, order in zip(claims, orders, strict=True)):  # fmt: skip
            yield f"clause {after or before} is claimed by {named}"
        elif before not in case.base or after not in case.accepted:
            yield f"{named} change no clause {after}"
        else:
            was, now = content(case.base[before]), content(case.accepted[after])
            made = any(now in _results(case, each, was) for each in _sequences(orders))
            if not made:
                yield f"{named}: clause {after} is not what they make of it one after another"
            needed = _needed(orders, was) if made else frozenset()
            for at, order in enumerate(orders):
                if at in needed:
                    continue
                rest = [*orders[:at], *orders[at + 1 :]]
                if any(now in _results(case, each, was) for each in _sequences(rest)):
                    yield f"{order.id}: changes nothing in clause {after}"


def _shared(case: Case) -> dict[tuple[str, str], list[Claim]]:
    """The clauses whose words more than one instruction claims, in the order of the terms."""
    found: dict[tuple[str, str], list[Claim]] = {}
    for claim in case.claims:
        if claim.before and claim.after and claim.op != "renumbering":
            found.setdefault((claim.before, claim.after), []).append(claim)
    return {
        where: claims
        for where, claims in found.items()
        if len({claim.outcome.amendment.id for claim in claims}) > 1
    }


def _needed(orders: Sequence[Amendment], was: Printed) -> frozenset[int]:
    """The orders without which the others cannot make what all of them do, by their places.

    Where each puts words for words, the letters that it takes out and brings in are the same
    whatever the others do: without one that changes the letters, the clause has others.
    """
    if any(order.part is not None or len(order.stated) != 1 for order in orders):
        return frozenset()
    said = [order.stated[0] for order in orders]
    spelt: dict[object, set[str]] = defaultdict(set)  # an amount is found however it is written
    for text in (was[1], *(cell for row in was[2] for cell in row), *(one.new for one in said)):
        for value in values.find(text):
            spelt[value.value].add(value.text)
    for old in (one.old for one in said):
        for value in values.find(old):
            if value.value is not None and spelt[value.value] | {old.strip()} != {value.text}:
                return frozenset()
    return frozenset(at for at, one in enumerate(said) if _letters(one.old) != _letters(one.new))


def _letters(text: str) -> Counter[str]:
    return Counter("".join(text.casefold().split()))


def _sequences(orders: Sequence[Amendment]) -> Iterator[Sequence[Amendment]]:
    """As the terms have them; or another way, where they count sentences or go by every place.

    What is third may be so before the second is gone; the words to replace everywhere may stand in
    others that an order replaces by themselves.
    """
    yield orders
    free = any(one.part and one.part.kind in _FREE for one in orders)
    if free and len(orders) <= _MOST:
        yield from permutations(orders)
    elif free:
        yield list(reversed(orders))


def _results(case: Case, orders: Sequence[Amendment], was: Printed) -> list[Printed]:
    """All that the orders may make of a clause, one after another; none where one cannot be."""
    states = [was]
    for order in orders:
        states = [after for state in states for after in _carried_out(case, order, state)]
    return states


def _carried_out(case: Case, order: Amendment, was: Printed) -> list[Printed]:
    if order.part is not None:
        return verbatim_parts.carried_out(case, order, was)
    return verbatim.exchanged_in(order, was)

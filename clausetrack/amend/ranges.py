"""Lists and ranges of clauses in an order: "2.3(a) to (c)", "2.3(a)(ii) and (b)", "2.4 to 2.6".

Their words are read as `citations` reads them, and an order is on all that they name. Where the
agreement has more between the ends of a range, where the ends stand in different clauses, or where
a letter may name two places, a person must say which clauses are meant.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from clausetrack import citations, numbering
from clausetrack.amend.plan import Refusal
from clausetrack.amend.tree import Tree, citation, family, ranked
from clausetrack.numbering import ClauseId
from clausetrack.segment.wording import masked, without_asides
from clausetrack.settlement import Amendment

_MOST = 60  # clauses in a range
_RENUMBERS = re.compile(r"\bre-?(?:number|letter)", re.I)


def spelt_out(first: str, last: str) -> list[str]:
    """The numbers after `first` up to `last`, where only their last part differs; else `last`."""
    here, end = numbering.parse(first), numbering.parse(last)
    out = list[str]()
    while here != end and len(out) < _MOST:
        here = here.next
        out.append(str(here))
    return out if here == end else [last]


def labelled(last: str, labels: str) -> str | None:
    """The clause that labels alone name behind `last`: "(b)" behind 2.3(a)(ii) is 2.3(b)."""
    found = citations.following(numbering.parse(last), labels)
    return str(found) if found else None


def all_of(cited: Sequence[citations.Cited]) -> list[ClauseId]:
    """Every clause of a list, with those between the ends of its ranges."""
    out: list[ClauseId] = []
    for one in cited:
        more = spelt_out(str(one.first), str(one.last)) if one.last else []
        out += [one.first, *map(numbering.parse, more)]
    return out


def ends_in(cited: Sequence[str], division: str) -> bool:
    """Is a Schedule one of several ("Schedule A to Schedule B"), and not where others stand?"""
    others = (one for one in cited if one != division and family(one) == family(division))
    return division in cited and any(one.startswith(division.split()[0]) for one in others)


def unsure(base: Tree, amendment: Amendment, every: Sequence[Amendment]) -> Refusal | None:
    """Why it is not certain that an order is on its target, and `every` order with it on the rest.

    It is on all that its words name in one list with its target.
    """
    adds = amendment.action == "insertion" and not amendment.stated
    own = citation(amendment.target or "")
    if own is None or adds or amendment.action == "renumbering":
        return None
    said = _RENUMBERS.split(masked(without_asides(amendment.said)), maxsplit=1)[0]
    for mention in citations.find(said):
        cited = [_beside(one, own) for one in mention.cited if mention.kind == "internal"]
        if reason := _unsure(base, amendment, mention.text, cited, every):
            reason = f"the order says “{mention.text}”, and {reason}"
            return Refusal("needs-decision", f"{reason}: a person must say which clauses are meant")
    return None


def _unsure(
    base: Tree,
    amendment: Amendment,
    text: str,
    cited: Sequence[citations.Cited],
    others: Sequence[Amendment],
) -> str:
    """Why it is not certain which clauses one list of an order names; "" where it is."""
    meant: list[str] = []
    for at, one in enumerate(cited):
        two = _two_places(base, cited[at - 1], one.first, text) if at else []
        if amendment.target in two:
            return f"that may be {' or '.join(two)}"
        every = [str(one.first), *(_rest(one.first, one.last) if one.last else ())]
        ends = {str(one.first), str(one.last)}
        if one.last is not None and amendment.target in {*every, *ends}:
            if str(one.last) not in every:
                return "which clauses stand from one to the other is not certain"
            if more := _between(base, every, ends):
                return f"between the two stands {', '.join(more)}"
            gone = [each for each in every if each not in base]
            if gone and amendment.fragment is None and amendment.target in base:
                return f"the agreement has no {', '.join(gone)}"
        meant += every
    if amendment.target not in meant or len(meant) < 2 or amendment.fragment is not None:
        return ""
    read = {one.target for one in others if one.source == amendment.source}
    left = [one for one in meant if one not in read]
    return f"it was not read as on {', '.join(left)}" if left else ""


def _beside(cited: citations.Cited, own: ClauseId) -> citations.Cited:
    """A citation in the Schedule that an order is on, where it names none itself."""

    def inside(one: ClauseId) -> ClauseId:
        return one if one.division or not own.numbers else one._replace(division=own.division)

    return citations.Cited(inside(cited.first), inside(cited.last) if cited.last else None)


def _rest(first: ClauseId, last: ClauseId) -> list[str]:
    """What a range names behind its first clause; () where its ends are no siblings in order."""
    found = spelt_out(str(first), str(last))
    return found if found[-1] == str(last) and found[0] == str(first.next) else []


def _between(base: Tree, every: Collection[str], ends: Collection[str]) -> list[str]:
    """What the agreement has between the ends of a range, and counting on does not give."""
    siblings = ranked([one.id for one in base.families.get(family(next(iter(every))), ())])
    at = [place for place, one in enumerate(siblings) if one in ends]
    return [one for one in siblings[at[0] : at[-1] + 1] if one not in every] if at else []


def _two_places(base: Tree, before: citations.Cited, one: ClauseId, text: str) -> list[str]:
    """The clauses that a label by itself may name behind another, where that is more than one."""
    last, label = before.last or before.first, one.labels[-1:]
    if last.numbers != one.numbers or not label:
        return []
    if not re.search(rf"(?<![\w)])\({re.escape(label[0])}\)", text):
        return []
    deep = range(len(last.labels) + 1)
    every = (str(last._replace(labels=(*last.labels[:depth], *label))) for depth in deep)
    found = [*dict.fromkeys(each for each in every if each in base)]
    return found if len(found) > 1 else []

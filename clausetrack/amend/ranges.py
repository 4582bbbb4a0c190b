"""Lists and ranges of clauses in an order: "2.3(a) to (c)", "2.3(a)(ii) and (b)", "2.4 to 2.6".

Their words are read as `citations` reads them, and an order is on all that they name. Where the
agreement has more between the ends of a range, where the ends stand in different clauses, or where
a letter may name two places, a person must say which clauses are meant.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import lru_cache

from clausetrack import citations, numbering
from clausetrack.amend.plan import Refusal
from clausetrack.amend.tree import Tree, citation, family, ranked
from clausetrack.model import Source
from clausetrack.numbering import ClauseId
from clausetrack.segment.wording import masked, without_asides
from clausetrack.settlement import UNREAD, Amendment

_MOST = 60  # clauses in a range
_DECIDE = "a person must say which clauses are meant"
_OR = re.compile(r"(?<!and)(?:\s|/)or\b", re.I)
#: Behind a citation: "thru (c)", "… (c)", "et seq".
_MORE = re.compile(
    r"[\s,]*(?:(?:(?:…|\.{2,}|&|\+|[a-z]+)\s*){1,3}(?P<label>\((?:[a-z]{1,5}|\d{1,3})\))(?!\w)"
    r"|(?:et seq|ff|onwards?|and (?:the )?(?:following|after|beyond)|plus|thru|up to)\b)",
    re.I,
)
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


def hold(amendments: Sequence[Amendment]) -> list[Amendment]:
    """The amendments, those held that are on some of a list of clauses, and not on the rest of it.

    An order that prints its wording is asked of that where it is carried out.
    """
    read: dict[Source, set[str | None]] = {}
    for one in amendments:
        read.setdefault(one.source, set()).add(one.target)
    out = []
    for one in amendments:
        free = one.held in {"", UNREAD} and one.fragment is None
        reason = _read_in_part(one, read[one.source]) if free and _is_on_all(one) else ""
        out.append(replace(one, held=f"{reason}: {_DECIDE}") if reason else one)
    return out


def _is_on_all(amendment: Amendment) -> bool:
    """Is an order on all clauses of a list, and carried out by its own words?"""
    adds = amendment.action == "insertion" and not amendment.stated
    return amendment.wording in {"given", "figures"} and amendment.action != "renumbering" \
        and not adds  # fmt: skip


def _read_in_part(amendment: Amendment, read: Collection[str | None]) -> str:
    """What an order says that may name more clauses than it was read as on; "" for nothing."""
    own = citation(amendment.target or "")
    said = _ordered(amendment.said)
    for text, end, lists in _lists(said) if own else ():
        cited = [_beside(one, own) for one in lists] if own else []
        meant = [str(one) for one in all_of(cited)]
        if amendment.target not in meant:
            continue
        if len(meant) > 1 and _OR.search(text):
            return f"the order says “{text}”, and which of them is meant is not certain"
        if left := [one for one in meant if one not in read]:
            return f"the order says “{text}”, and it was not read as on {', '.join(left)}"
        more = _MORE.match(said, end)
        last = cited[-1].last or cited[-1].first
        if more and not (more["label"] and labelled(str(last), more["label"]) in read):
            return f"the order says “{more[0].strip(' ,')}” behind {last}"
    return ""


@lru_cache(8)  # of a long sentence it is asked for each of its orders
def _ordered(said: str) -> str:
    """The words of an order without what it quotes, and what it has renumbered."""
    return _RENUMBERS.split(masked(without_asides(said)), maxsplit=1)[0]


@lru_cache(8)
def _lists(said: str) -> list[tuple[str, int, tuple[citations.Cited, ...]]]:
    """The words of each list of clauses in an order, where they end, and what they cite."""
    found = (one for one in citations.find(said) if one.kind == "internal")
    return [(one.text, one.end, one.cited) for one in found]


def unsure(base: Tree, amendment: Amendment) -> Refusal | None:
    """Why it is not certain that an order is on its target, given what the agreement has."""
    own = citation(amendment.target or "")
    adds = amendment.action == "insertion" and not amendment.stated
    if own is None or adds or amendment.action == "renumbering":
        return None
    for text, _, lists in _lists(_ordered(amendment.said)):
        if len(lists) < 2 and not any(one.last for one in lists):
            continue
        for at, one in enumerate(lists):
            before = _beside(lists[at - 1], own) if at else None
            if reason := _not_certain(base, amendment, text, before, _beside(one, own)):
                reason = f"the order says “{text}”, and {reason}: {_DECIDE}"
                return Refusal("needs-decision", reason)
    return None


def _not_certain(
    base: Tree,
    amendment: Amendment,
    text: str,
    before: citations.Cited | None,
    one: citations.Cited,
) -> str:
    """Why it is not certain which clauses one entry of a list names; "" where it is."""
    if one.last is None:
        two = _two_places(base, before, one.first, text) if before else []
        return f"that may be {' or '.join(two)}" if amendment.target in two else ""
    every = [str(one.first), *_rest(one.first, one.last)]
    ends = {str(one.first), str(one.last)}
    if amendment.target not in {*every, *ends}:
        return ""
    if str(one.last) not in every:
        return "which clauses stand from one to the other is not certain"
    if more := _between(base, every, ends):
        return f"between the two stands {', '.join(more)}"
    gone = [each for each in every if each not in base]
    told = gone and amendment.fragment is None and amendment.target in base
    return f"the agreement has no {', '.join(gone)}" if told else ""


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
    if last.numbers != one.numbers or not (label and last.labels):
        return []
    if not re.search(rf"(?<![\w)])\({re.escape(label[0])}\)", text):
        return []
    deep = range(len(last.labels) + 1)
    every = (str(last._replace(labels=(*last.labels[:depth], *label))) for depth in deep)
    found = [*dict.fromkeys(each for each in every if each in base)]
    return found if len(found) > 1 else []

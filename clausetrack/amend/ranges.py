"""Lists and ranges of clauses in an order: "2.3(a) to (c)", "2.3(a)(ii) and (b)", "2.4 to 2.6".

Their words are read as `citations` reads them, and an order is on all that they name. Where the
agreement has more between the ends of a range, where the ends stand in different clauses, or where
a letter may name two places, a person must say which clauses are meant.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence, Set
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from clausetrack import citations, numbering
from clausetrack.amend.plan import Refusal
from clausetrack.amend.tree import Tree, citation, family, ranked
from clausetrack.model import Source
from clausetrack.numbering import ClauseId
from clausetrack.segment.phrases import DIVISION, RENUMBER
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
_AND = r"(?:,? (?:and|&|plus|as well as)| ?/) ?"
#: Behind a list: "and Table 1", "and its heading". A verb may stand there, or a thing that has one.
_TOO = re.compile(
    rf"{_AND}(?:in )?(?!(?:{DIVISION}|Clause|Section|Item)\b)"
    r"(?P<what>(?:the|its|their|all|any|every|each|wherever|elsewhere|[A-Z][a-z]+)\b"
    r"(?! (?:words?|figures?|numbers?|phrases?|amounts?|references?|dates?|terms?|expressions?"
    r"|following|parties|rest|remainder|place|stead)\b)[^,;:.“”\"‘]{0,60})",
)
#: Before a list: "In Table 1 and clause 4.2".
_BEFORE = re.compile(
    rf"\b(?:in|of|to|from|delete) (?:both )?(?P<what>(?:the|its|all|each|[A-Z][a-z]+)\b"
    rf"[^,;:.“”\"‘]{{0,40}}?){_AND}(?:in )?(?:the )?\Z", re.I
)  # fmt: skip
_DOES = re.compile(
    r"\b(?:is|are|be|shall|will|was|becomes?|go(?:es)?|rises?|increases?|agree[sd]?)\b", re.I
)
_RENUMBERS = re.compile(rf"\b{RENUMBER}", re.I)


def spelt_out(first: str, last: str) -> list[str]:
    """The numbers after `first` up to `last`, where only their last part differs; else `last`."""
    here, end = numbering.parse(first), numbering.parse(last)
    out = list[str]()
    while here != end and len(out) < _MOST:
        here = here.next
        out.append(str(here))
    return out if here == end else [last]


def inside(clause: str, within: str) -> str:
    """The ID of a number that a sentence names within an Appendix."""
    divided = numbering.parse(clause).division
    return clause if divided else str(numbering.parse(f"{within} {clause}"))


def beside(clause: str, before: str) -> str:
    """The ID of a bare number in a list: behind a clause of a Schedule it is in that, too."""
    last = numbering.parse(before)
    return inside(clause, last.division) if last.division and last.numbers else clause


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
        gone = one.clauses if one.action == "repeal" and one.fragment is None else ()
        read.setdefault(one.source, set()).update((one.target, *gone))
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


def _read_in_part(amendment: Amendment, read: Set[str | None]) -> str:
    """What an order says that may name more clauses than it was read as on; "" for nothing."""
    target = amendment.target or ""
    meant = [one for found in _named(_ordered(amendment.said), "") for one in found.meant]
    inside = next((one for one in meant if _division(one)), "")
    whole = next((one for one in meant if one.isdecimal()), "")
    if inside and whole and target in {inside, whole}:
        return f"the order is on {inside} and {whole}, which may be a clause of the same Schedule"
    gone = (amendment.action, amendment.wording, amendment.part) == ("repeal", "given", None)
    ordered = _ordered(amendment.said)
    for found, bare in zip(_named(ordered, _division(target)), _named(ordered, ""), strict=True):
        numbered = numbering.parse(bare.meant[0]).numbers
        left_out = gone and numbered and not any(
            one.startswith(name) for one in read if one for name in (*found.meant, *bare.meant)
        )
        if target not in found.every and not left_out:
            continue
        if len(found.meant) > 1 and _OR.search(found.text):
            return f"the order says “{found.text}”, and which of them is meant is not certain"
        if not found.every <= read:
            left = [one for one in found.meant if one not in read]
            return f"the order says “{found.text}”, and it was not read as on {', '.join(left)}"
        if found.too:
            return f"the order says “{found.too}” beside {', '.join(found.meant)}"
        last = found.meant[-1]
        if found.more and not (found.label and labelled(last, found.label) in read):
            return f"the order says “{found.more}” behind {last}"
    return ""


class _Named(NamedTuple):
    """A list of clauses in an order, and what stands behind it that may name more."""

    text: str
    meant: list[str]
    every: Set[str | None]
    more: str
    label: str
    too: str


@lru_cache(8)  # of a long sentence it is asked for each of its orders
def _ordered(said: str) -> str:
    """The words of an order without what it quotes, and what it has renumbered."""
    return _RENUMBERS.split(masked(without_asides(said)), maxsplit=1)[0]


@lru_cache(8)
def _lists(said: str, division: str) -> list[tuple[str, int, list[citations.Cited]]]:
    """The words of each list of clauses in an order, where they end, and what they cite.

    What names no Schedule itself is in that of the order.
    """

    def inside(one: ClauseId) -> ClauseId:
        return one if one.division else one._replace(division=division)

    return [
        (found.text, found.end, [
            citations.Cited(inside(one.first), inside(one.last) if one.last else None)
            for one in found.cited])
        for found in citations.find(said) if found.kind == "internal"
    ]  # fmt: skip


@lru_cache(8)
def _named(said: str, division: str) -> list[_Named]:
    out = []
    for text, end, cited in _lists(said, division):
        meant = [str(one) for one in all_of(cited)]
        more = _MORE.match(said, end)
        behind = more[0].strip(" ,") if more else ""
        label = (more["label"] or "") if more else ""
        too = _other_place(said, end - len(text), end)
        out.append(_Named(text, meant, frozenset(meant), behind, label, too))
    return out


def _other_place(said: str, start: int, end: int) -> str:
    """What is joined to the list of clauses at `start` to `end` of an order and is no clause."""
    begins = [at - len(text) for text, at, _ in _lists(said, "")]
    for found in (_TOO.match(said, end), _BEFORE.search(said[:start])):
        # another clause is an order of its own: "and the last sentence of clause 4.2"
        cites = found and any(found.start("what") <= at < found.end("what") for at in begins)
        if found and not cites and not _DOES.search(found["what"]):
            return found["what"].strip()
    return ""


@lru_cache(8)
def _entries(said: str, division: str) -> dict[str, list[_Entry]]:
    """The ranges and lone labels in the lists of an order, by the clauses that they may name."""
    out: dict[str, list[_Entry]] = {}
    for text, _, cited in _lists(said, division):
        for at, one in enumerate(cited):
            if one.last is not None:
                every = [str(one.first), *_rest(one.first, one.last)]
                names = {*every, str(one.first), str(one.last)}
            else:
                every = _places(cited[at - 1], one.first, text) if at else []
                names = {*every}
            for name in names:
                out.setdefault(name, []).append(_Entry(text, one, every))
    return out


class _Entry(NamedTuple):
    """A range of clauses, or a label by itself and the clauses that it may name."""

    text: str
    cited: citations.Cited
    every: list[str]


def unsure(base: Tree, amendment: Amendment) -> Refusal | None:
    """Why it is not certain that an order is on its target, given what the agreement has."""
    target = amendment.target or ""
    adds = amendment.action == "insertion" and not amendment.stated
    if not target or adds or amendment.action == "renumbering":
        return None
    for entry in _entries(_ordered(amendment.said), _division(target)).get(target, ()):
        if reason := _not_certain(base, amendment, entry):
            said = f"the order says “{entry.text}”, and {reason}: {_DECIDE}"
            return Refusal("needs-decision", said)
    return None


def _not_certain(base: Tree, amendment: Amendment, entry: _Entry) -> str:
    """Why it is not certain which clauses one entry of a list names; "" where it is."""
    last, every = entry.cited.last, entry.every
    if last is None:
        two = [one for one in every if one in base]
        return f"that may be {' or '.join(two)}" if len(two) > 1 else ""
    if str(last) not in every:
        return "which clauses stand from one to the other is not certain"
    if more := _between(base, every, {str(entry.cited.first), str(last)}):
        return f"between the two stands {', '.join(more)}"
    gone = [one for one in every if one not in base]
    told = gone and amendment.fragment is None and amendment.target in base
    return f"the agreement has no {', '.join(gone)}" if told else ""


def _division(target: str) -> str:
    """The Schedule that an order is on, where its clause is in one."""
    own = citation(target)
    return own.division if own and own.numbers else ""


def _rest(first: ClauseId, last: ClauseId) -> list[str]:
    """What a range names behind its first clause; () where its ends are no siblings in order."""
    found = spelt_out(str(first), str(last))
    return found if found[-1] == str(last) and found[0] == str(first.next) else []


def _between(base: Tree, every: Collection[str], ends: Collection[str]) -> list[str]:
    """What the agreement has between the ends of a range, and counting on does not give."""
    siblings = ranked([one.id for one in base.families.get(family(next(iter(every))), ())])
    at = [place for place, one in enumerate(siblings) if one in ends]
    return [one for one in siblings[at[0] : at[-1] + 1] if one not in every] if at else []


def _places(before: citations.Cited, one: ClauseId, text: str) -> list[str]:
    """The clauses that a label by itself may name behind another."""
    last, label = before.last or before.first, one.labels[-1:]
    if last.numbers != one.numbers or not (label and last.labels):
        return []
    if not re.search(rf"(?<![\w)])\({re.escape(label[0])}\)", text):
        return []
    deep = range(len(last.labels) + 1)
    every = (str(last._replace(labels=(*last.labels[:depth], *label))) for depth in deep)
    return [*dict.fromkeys(every)]

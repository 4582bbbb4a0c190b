"""Orders on a clause that they cite by its heading: "In the Hours of work clause, replace …".

The heading has to be that of one numbered clause and of nothing else, letter for letter but for
its case. The order is then read as if it cited the number, and only one that is carried out by its
own words: what its wording replaces is not settled here. The title of an item may be such a heading
over an order on words or a part, where no order of the item cites a clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import count

from clausetrack.amend.binding import is_exchange, is_whole
from clausetrack.amend.part_forms import form
from clausetrack.amend.said import all_stated
from clausetrack.amend.sentences import Order, parse
from clausetrack.amend.splitting import split
from clausetrack.amend.tree import Tree
from clausetrack.amend.under_schedules import under_schedules
from clausetrack.amend.unnumbered import aimed, is_clause
from clausetrack.model import Clause, Document, Source
from clausetrack.segment.phrases import BE, MARKED
from clausetrack.segment.wording import masked
from clausetrack.settlement import UNREAD, Amendment, Instructions

_LONGEST = 2000  # characters; texts are hostile
_NAME = r"[A-ZĀĒĪŌŪ][\w ’'/&,-]{0,100}?"
_ANY_NAME = r"\w[\w ’'/&,-]{0,100}?"
_UNIT = r"(?:clause|section|provision)"
#: Where a heading stands for its clause, and what goes on behind it. `at` is what the number takes
#: the place of, `name` the heading.
_CALLED = (
    rf"(?P<at>(?:the|that) {_UNIT} (?:headed|titled|entitled|called)"
    rf" (?P<name>{MARKED}|{_ANY_NAME})"
    rf"|the (?P<name>{MARKED}|{_ANY_NAME}) {_UNIT})"
)
_HEADED = (
    rf"(?P<at>(?:[Uu]nder|[Bb]elow|[Bb]eneath) the (?:heading|title) (?P<name>{MARKED}|{_NAME}))"
)
_DO = r"replac|delet|insert|add|omit|remov|substitut"
_FRAMES = (
    rf"(?:In|Under|From|Amend|Delete|Repeal|Remove|Omit) {_CALLED}(?=,? [a-z]|[,:]|\.?$)",
    rf"(?P<at>The {_UNIT} (?:headed|titled|entitled|called) (?P<name>{MARKED}|{_NAME})"
    rf"|The (?P<name>{MARKED}|{_NAME}) {_UNIT})"
    rf"(?= {BE}\b)",
    rf"{_HEADED}(?=,? (?:{_DO})|[,:] )",
    rf"(?:In|Amend|Under) (?P<at>(?P<name>{MARKED}|{_NAME}))(?=,? (?:by|{_DO})|[,:] )",
    rf"(?P<at>(?P<name>{_NAME}))(?=(?:: | [–—-] )(?i:{_DO}|in |after |for |the )"
    r"|,? (?:in |at )?(?:sub-?)?paragraph \([a-z]{1,4}\)[:,] )",
)
#: "…, replace “x” with “y” in the Hours of work clause."
_INSIDE = (
    rf"(?<= )(?:in|from|of|to) {_CALLED}(?=\.?$| (?:with|by|is|are)\b|[:,] )",
    rf"(?<= ){_HEADED}(?=\.?$| (?:with|by|is|are)\b|[:,] )",
)
#: "Amend the Hours of work clause as follows:", over a list of orders.
_LEADS = (
    rf"(?:In|Under|Amend|Vary) {_CALLED}(?: as follows| by)?:",
    rf"{_HEADED}(?: as follows)?:",
    rf"(?:(?:In|Under|Amend|Vary) )?(?P<at>(?P<name>{MARKED}|{_NAME}))(?: as follows| by)?:",
)
_NONE = (-1, "")


def cited_by_heading(base: Document, terms: Document, found: Instructions) -> Instructions:
    """The instructions, with the number where one cites a clause by its heading alone."""
    names: dict[str, list[Clause]] = {}
    for clause in base.clauses:
        if clause.heading:
            names.setdefault(_folded(clause.heading_text), []).append(clause)
    tree = Tree.of(base.clauses)
    titles = _titles(terms)
    citing = {titles[one.source] for one in found.amendments if one.target and one.source in titles}
    cited = tuple(
        _settled(tree, names, one, "" if (at := titles.get(one.source, _NONE)) in citing else at[1])
        for one in found.amendments
    )
    read = {was.source for was, now in zip(found.amendments, cited, strict=True)
            if was.held == UNREAD != now.held}  # fmt: skip
    findings = tuple(one for one in found.findings
                     if one.code != "instruction-unread" or one.source not in read)  # fmt: skip
    return under_schedules(base, terms, replace(found, amendments=cited, findings=findings))


def _titles(terms: Document) -> dict[Source, tuple[int, str]]:
    """The title that each paragraph of the terms stands under, with the place where that stands.

    It is that of the item, a heading in it or above it, or the clause that a line leads into.
    """
    out: dict[Source, tuple[int, str]] = {}
    over = lead = _NONE
    for at, clause in enumerate(terms.clauses):
        if clause.fragment is not None:
            continue
        above = terms.clauses[at - 1] if at else clause
        if clause.kind == "item" and not clause.number and above.kind == "heading":
            lead = _NONE  # an order alone, under its title
        elif clause.kind in {"item", "heading"}:
            over, lead = (at, _title(clause)), _NONE
        elif clause.kind in {"text", "clause"}:
            lead = _NONE
        if clause.source is not None:
            out[clause.source] = lead if lead != _NONE else over
        if name := _led(clause.own_text or clause.heading_text):
            lead = at, name
    return out


def _title(clause: Clause) -> str:
    """What an item is called: its heading, or a few words that its text begins with."""
    first = (split(clause.own_text) or [""])[0]
    return clause.heading_text or (first if first.endswith(".") else "")


def _led(text: str) -> str:
    """The heading by which a line cites the clause of the list that it leads into."""
    if not text.rstrip().endswith(":") or len(text) > _LONGEST:
        return ""
    found = next(filter(None, (one.fullmatch(text.strip()) for one in _framed()[2])), None)
    return next(_named([found]))[0] if found else ""


def _folded(text: str) -> str:
    return " ".join(text.split()).strip(" .:").casefold()


def _number(tree: Tree, names: dict[str, list[Clause]], heading: str) -> tuple[str, str]:
    """The number of the one clause that has a heading, and its ID; "" where there is no such.

    A clause without a number gets one that the agreement does not use.
    """
    clauses = names.get(_folded(heading), [])
    only = clauses[0] if len(clauses) == 1 else None
    if only is not None and only.number and only.citable:
        return only.id, only.id
    if only is not None and is_clause(tree, only):
        return next(str(at) for at in count(901) if str(at) not in tree), only.id
    return "", ""


@cache
def _framed() -> tuple[list[re.Pattern[str]], ...]:
    return tuple([form(one, 0) for one in frames] for frames in (_FRAMES, _INSIDE, _LEADS))


def _citations(said: str) -> Iterator[tuple[str, int, int]]:
    """The headings by which an order may cite its clause, and from where to where it does."""
    at_start, inside, _ = _framed()
    yield from _named([one.match(said) for one in at_start] + [one.search(said) for one in inside])


def _named(matches: Iterable[re.Match[str] | None]) -> Iterator[tuple[str, int, int]]:
    for found in filter(None, matches):
        said = [each for each, words in found.groupdict().items() if words]
        name, at = (next(one for one in said if one.startswith(which)) for which in ("name", "at"))
        yield found[name].strip("“”\"‘’"), *found.span(at)


def _settled(
    tree: Tree, names: dict[str, list[Clause]], amendment: Amendment, title: str
) -> Amendment:
    said = amendment.said
    everywhere = amendment.part is not None and amendment.part.kind == "words"
    named = amendment.target or amendment.fragment or everywhere
    if named or amendment.held not in {"", UNREAD} or len(said) > _LONGEST or len(split(said)) != 1:
        return amendment
    for heading, start, end in _citations(said):
        number, clause = _number(tree, names, heading)
        if number:
            text = _cited(said, start, end, number)
            if _names_more(names, text, number):
                return amendment
            return aimed(tree, amendment, _read(amendment, text), number, clause)
    number, clause = _number(tree, names, title)
    if number:
        text = f"In clause {number}, {said[:1].lower()}{said[1:]}"
        told = amendment if _names_more(names, text, number) else _read(amendment, text)
        bare = told.target == number and not told.clauses
        return aimed(tree, amendment, told, number, clause) if bare else amendment
    return amendment


def _names_more(names: Mapping[str, Sequence[Clause]], text: str, number: str) -> bool:
    """Does an order speak of another clause beside the one of that number, by a heading perhaps?"""
    rest = masked(text).replace(f"lause {number}", "", 1).casefold()
    return bool(re.search(r"\bclauses?\b", rest)) or any(
        re.search(rf"(?<!\w){re.escape(name)}(?!\w)", rest) for name in names if name
    )


def _cited(said: str, start: int, end: int, number: str) -> str:
    """The order with the number of the clause in the place of its heading."""
    under = re.match(r"(?:under|below|beneath) ", said[start:end], re.I)
    cited = f"{'in ' if under else ''}clause {number}"
    return f"{said[:start]}{cited if start else cited[0].upper() + cited[1:]}{said[end:]}"


def _read(amendment: Amendment, text: str) -> Amendment:
    """The amendment as the order in `text` is, where that is one that needs no wording."""
    orders = parse(text).orders
    target = orders[0].targets[0] if len(orders) == 1 and len(orders[0].targets) == 1 else None
    if target is None:
        return amendment
    order: Order = orders[0]
    said = order.alone or text
    known = replace(amendment, target=target, described_target="", wording="given", held="")
    if order.part is not None:
        if not (order.action == "repeal" or order.part.words or order.stated):
            return amendment
        return replace(known, action=order.action, part=order.part, stated=order.stated)
    if is_exchange(said):
        stated = order.stated or all_stated([said])
        return replace(known, action="substitution", stated=stated)
    if order.action == "repeal" and is_whole(said):
        return replace(known, action="repeal", clauses=(target,), stated=())
    return amendment

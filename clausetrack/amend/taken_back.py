"""What one sentence of the terms takes back of the orders of others, or says for whom they are.

"Item 1 is withdrawn.", "The changes below are for drivers only.", "Nothing in this item is agreed."
The orders that it speaks of may stand in another item, before it or behind it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace

from clausetrack.amend.held import bounded
from clausetrack.amend.splitting import split
from clausetrack.model import Clause, Document
from clausetrack.segment.wording import CITATION, is_order, masked
from clausetrack.settlement import UNREAD, Amendment

_LONGEST = 1000  # characters; texts are hostile
_MOST_SHOWN = 120
_TOGETHER = r"(?:,? and |, | to |\s?[-–]\s?|,? or )"
_ITEMS = re.compile(
    rf"\bitems? (\d+(?:{_TOGETHER}\d+)*)\b(?![.(]?\w)(?! (?:of|in) (?!these|this))", re.I
)
_LABEL = r"(?:\s?\([a-z0-9]{1,4}\))"
#: "Paragraph (2)", "item 1(b)", "point 1.2": an entry of the terms, and not of a clause.
_ENTRY = re.compile(
    r"\b(?:(?:sub-?)?(?:items?|paragraphs?)|points?|bullets?|entry|matter"
    r"|(?:change|amendment|variation|order)s? (?:in|at|under))"
    rf" (?P<at>\d+(?:(?:\.\d+)+{_LABEL}*|{_LABEL}+)|{_LABEL}+)(?![\w(])"
    r"(?! (?:of|in|to) (?:(?:sub-?)?clause|schedule|appendix|part|the agreement)\b)",
    re.I,
)
_CHANGES = r"(?:changes?|amendments?|variations?|orders?|items?)"
_BELOW = re.compile(
    rf"\b(?:following {_CHANGES}|{_CHANGES} (?:set out |listed |printed )?(?:below|that follow)"
    rf"|^\W*these {_CHANGES}|{_CHANGES} in (?:this document|these terms|this settlement))\b",
    re.I,
)
_ABOVE = re.compile(
    rf"\b(?:(?:foregoing|preceding) {_CHANGES}|{_CHANGES} (?:set out |listed |printed )?above"
    rf"|above {_CHANGES}|(?<![)\d] )(?:above|foregoing|preceding)"
    r"(?= (?:(?:is|are|was|were|has|have|remains?|stays?|applies|apply|will|shall|may)\b"
    r"|(?:now |not |all )?(?:withdrawn|agreed)\b)))\b",
    re.I,
)
_ALL_ABOVE = re.compile(
    rf"\ball (?:of )?(?:the )?(?:(?:{_CHANGES} )?above|foregoing)\b", re.I
)
_NOTHING = re.compile(
    r"\b(?:nothing|none)(?: (?:in|of|under) (?:this|these|the))?"
    r" (?P<all>terms|document|settlement|above|below|is|yet)?"
    r"(?:item|section|part|claim)?s?\b.*\b(?:agreed|settled|accepted|binding|final|approved)\b",
    re.I,
)
_STAYS = re.compile(
    rf"\bclause ({CITATION}),? (?:(?:will|shall|is to|is) )?(?:(?:now|still|to) )?"
    r"(?:stays?|remains?|be (?:kept|retained)|kept|retained|not (?:to be )?deleted)\b",
    re.I,
)
#: "Clause 4 is not to be changed": no order on it stands beside that.
_UNCHANGED = re.compile(
    rf"\bclause ({CITATION}),? "
    r"(?:(?:stays?|remains?) (?:as (?:it is|before|now)|unchanged|the same)"
    r"|(?:is|will|shall)(?: to)?(?: be)? (?:unchanged|not (?:to )?(?:be )?(?:changed|amended)))\b",
    re.I,
)
_CHANGE_OF = re.compile(
    rf"\b(?:change|amendment|variation|order|increase|deletion)s? (?:to|in|of|on)"
    rf" clause ({CITATION})",
    re.I,
)
_MORE = re.compile(
    r"\b(?:falls? away|a?waits?(?: for)?|pending|in error|by mistake"
    r"|(?:no longer|not) (?:to )?(?:stand|be (?:carried|made))"
    r"|(?:is|are|was|were) (?:now |since )?(?:claims?|proposals?|offers?|options?|drafts?)"
    r"|superseded|cancelled|void|withdr[ae]wn?|disregard(?:ed)?|ignored?|(?:is|are) (?:now )?for"
    r"|only|on hold|replaced by|as if|declined?s?|rejects?|refuses?"
    r"|not (?:\w+ )?(?:accept|approve|agree|ratify|carry|implement|make|print|include)\w*)\b",
    re.I,
)
#: "unless otherwise stated" is no condition.
_STATED = re.compile(
    r"\b(?:unless|except(?: where| as| if)?) (?:otherwise |it is |expressly |specifically )*"
    r"(?:stated|specified|noted|provided|indicated|agreed|shown)(?: otherwise)?",
    re.I,
)


_SPEAK = (_ITEMS, _ENTRY, _BELOW, _ABOVE, _NOTHING, _STAYS, _UNCHANGED, _CHANGE_OF)


def hold(terms: Document, amendments: Sequence[Amendment]) -> list[Amendment]:
    """The amendments, those held that a sentence elsewhere in the terms takes back or limits."""
    own = [(at, one) for at, one in enumerate(terms.clauses) if one.fragment is None]
    places = {one.id: at for at, one in own if one.kind in {"item", "table"}}
    titles = [at for at, one in own if one.kind == "heading" and one.parent is None]
    out = list(amendments)
    ordering = {one.item for one in amendments}
    stands = {one.source: one.id for one in terms.clauses if one.fragment is None}
    entries = {one.id: stands.get(one.source, "") for one in amendments}
    for within, at, text in _sentences(terms):
        sentence = masked(text)[:_LONGEST]
        item = within if within in ordering else ""  # one that orders nothing is of the others
        entry = _entry(sentence, item, entries)
        ends = _section(at, titles, [places.get(one.item, at) for one in out])
        for index, one in enumerate(out):
            back = one.id in entry or _takes_back(sentence, one, item, at, places, ends)
            if one.held in {"", UNREAD} and back:
                over = text.strip()[:_MOST_SHOWN]
                said = f"the terms say “{over}” of it: a person must decide"
                out[index] = replace(one, held=said)
    return out


def _section(at: int, titles: Sequence[int], orders: Sequence[int]) -> int:
    """Where what stands below a place ends: at the next title that has orders over it."""
    below = (title for title in titles if any(at < one < title for one in orders))
    return next(below, sys.maxsize)


def _entry(sentence: str, item: str, entries: dict[str, str]) -> set[str]:
    """The amendments of the entry that a sentence names, or all of its item where none is found.

    `entries` is where each stands in the terms.
    """
    found = _ENTRY.search(sentence)
    if found is None:
        return set()
    at = re.sub(r"\s", "", found["at"])
    whole = f"{item}{at}" if at.startswith("(") else at
    number = re.split(r"[.(]", whole)[0]
    named = {one for one, stands in entries.items() if _within(stands, whole)}
    return named or {one for one in entries if one.partition("#")[0] == number}


def _within(stands: str, entry: str) -> bool:
    return stands == entry or stands.startswith((f"{entry}(", f"{entry}."))


def _sentences(terms: Document) -> Iterator[tuple[str, int, str]]:
    """The sentences that may speak of other orders: the item, the place, and the words."""
    item: Clause | None = None
    for at, clause in enumerate(terms.clauses):
        if clause.fragment is not None:
            continue
        if clause.parent is None and clause.kind in {"item", "heading", "text"}:
            item = clause if clause.kind == "item" else None
        for text in (clause.heading_text, clause.own_text):
            for one in split(text) if text else ():
                plain = masked(one)[:_LONGEST]
                if any(each.search(plain) for each in _SPEAK) and _limits(plain):
                    yield item.id if item else "", at, one


def _limits(sentence: str) -> bool:
    """Does a sentence say that something stays, is not agreed, or is for some only?"""
    if any(each.search(sentence) for each in (_NOTHING, _STAYS, _UNCHANGED)):
        return True
    plain = _STATED.sub("", sentence)
    return not is_order(sentence) and bool(bounded(plain) or _MORE.search(plain))


def _takes_back(
    sentence: str, amendment: Amendment, item: str, at: int, places: dict[str, int], ends: int
) -> bool:
    """Does a sentence at a place of the terms take back an amendment, or limit it?

    What is below it ends at the place `ends`.
    """
    here = places.get(amendment.item, at)
    if found := _NOTHING.search(sentence):
        return bool(found["all"]) or (amendment.item == item if item else at < here < ends)
    stays = _STAYS.search(sentence)
    if stays and amendment.action == "repeal" and amendment.part is None:
        return stays[1] == amendment.target
    if kept := _UNCHANGED.search(sentence):
        return kept[1] == amendment.target
    if (named := _ITEMS.search(sentence)) and amendment.item in _numbers(named[1]):
        return True
    if (change := _CHANGE_OF.search(sentence)) and change[1] == amendment.target:
        return True
    if _BELOW.search(sentence):
        return amendment.item == item if item else at < here < ends
    if _ALL_ABOVE.search(sentence):
        return here <= at
    return bool(_ABOVE.search(sentence)) and (amendment.item == item if item else here < at)


def _numbers(said: str) -> set[str]:
    """The numbers of a list, with those between two: "1, 3 to 5" is 1, 3, 4 and 5."""
    out = set(re.findall(r"\d+", said))
    for first, last in re.findall(r"(\d{1,3})(?: to |\s?[-–]\s?)(\d{1,3})\b", said):
        out |= {str(one) for one in range(int(first), int(last))}
    return out

"""Why an order is left to a person: the reasons, and the one of an order without wording."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from clausetrack import numbering
from clausetrack.amend import ranges, topics
from clausetrack.amend.accounted import shown
from clausetrack.amend.between import misplaced
from clausetrack.amend.binding import (
    behind_whole,
    behind_words,
    is_conditioned,
    is_held_back,
    orders_more,
)
from clausetrack.amend.figures import NOT_READ
from clausetrack.amend.leading import qualified
from clausetrack.amend.moves import behind_exchange
from clausetrack.amend.plan import Plan, Refusal
from clausetrack.amend.remarks import remark, unfinished
from clausetrack.amend.tree import Tree, words
from clausetrack.model import Clause, Document
from clausetrack.segment.wording import CITATION, masked
from clausetrack.settlement import Amendment, Instructions

_NOT_GIVEN = {
    "figures": "the terms give figures and not the wording of the clause",
    "partial": "the terms give only a part of the wording: a sentence, words, or a row",
    "described": "no wording for the clause could be read from the terms; a person must write it",
}
_PART_OPEN = (
    "the order on a part has no wording, does not say where, or has a condition, a day or an "
    "exception"
)
_SAYS_MORE = (
    "the order is on a part of the clause, or on more than one, and was not read to the end: "
    "a person must carry it out"
)
WORDS = (
    "the order gives words, and says more of where, for whom or how often; a person must carry it "
    "out"
)
_BEHIND = "the order says “{}” behind {}, which was not understood; a person must decide"
_MOST_SHOWN = 120
CONDITIONED = "the order has a condition, an exception or a day of its own; a person must decide"
_FIGURES = (
    "the order says what figures come to, and “{}” may be these and not the wording of the clause: "
    "a person must write it"
)
_REPLACES = re.compile(r"\b(?:replac|substitut|delet|omit|remov|repeal)", re.I)
_ANOTHER_NUMBER = (
    "a clause is to have another number, and no clause that comes in or goes gives it that; a "
    "person must carry it out"
)
EXCHANGES = "the order quotes {}, which may be all that its wording replaces: a person must decide"
_UNSETTLED = "which is not settled, or stands for words that are not printed"
NUMBERED_TOO = "the order replaces clauses and has others renumbered; a person must carry it out"
_NOT_WHOLE = "only a part is to go, or on a condition or a day of its own; a person must decide"
#: Words enough for a sentence of a clause.
_MARKED = re.compile(r"“(?:[^\s“”]+\s+){3,}[^“”]*”|\"(?:[^\s\"]+\s+){3,}[^\"]*\"")
_QUOTES = (
    "the order quotes “{}”, and what is to be done with that was not understood: a person must "
    "decide"
)
#: "Replace the figure in clause 4.1 with “12”."
_PUT = re.compile(
    r"\b(?:with|by|to|reads?)(?: the)?(?: (?:words?|figures?))? (?P<put>“[^“”]+”|\"[^\"]+\")",
    re.I,
)
_FOR_WHAT = (
    "the order gives {}, and in place of what was not understood: a person must decide"
)
#: "Add new clause 8 – Parking. The employer provides …"
_BEHIND_NAME = re.compile(
    rf"\bnew (?:sub-?)?clause {CITATION}(?:\s?[:–—-]\s|\s\()[^.:;“”\"]{{2,80}}\.\s+(?P<rest>\S.*)",
    re.I | re.S,
)
_WORDING_OR_NOT = (
    "“{}” stands behind the name of the new clause, and may be its wording or a "
    "remark: a person must decide"
)


_DECIDE = "a person must decide"
#: "Rename clause 4 “Leave” and insert:"
_NAMES = re.compile(
    r"\b(?:re-?nam|re-?titl)(?:e[sd]?|ing)\b"
    r"|\b(?:amend|chang|replac|substitut|delet|remov|updat|revis|var)\w*\b[^.:;,]{0,20}"
    r"\b(?:heading|title)\b",
    re.I,
)
#: "The allowances in clause 4.1 are increased:", where no verb speaks of a text.
_RISES = re.compile(
    r"\b(?:increas|rais(?:e[sd]?|ing)\b|ris(?:es?|ing)\b|lift|uplift|reduc|decreas|adjust"
    r"|go(?:es)? up)",
    re.I,
)
_REWRITES = re.compile(
    r"\b(?:reads?|replac|substitut|delet|insert|add|reword|rewrit|stat(?:e|es|ing)|wording|new)",
    re.I,
)


def in_doubt(
    base: Tree, terms: Document, amendment: Amendment, instructions: Instructions
) -> Refusal | None:
    """Why it is not certain what an order means, or what of the text by it is its wording."""
    printed, given = amendment.fragment is not None, amendment.wording == "given"
    named = filter(None, (amendment.target, *amendment.clauses))
    if twice := next((one for one in named if _stands_twice(base, one)), ""):
        reason = f"the agreement has more than one {twice}: a person must say which is meant"
    elif given and (said := remark(terms, amendment.fragment or "")):
        reason = f"“{said}” may be the terms' own words, and not wording: a person must decide"
    elif said := unfinished(terms, amendment):
        reason = f"the wording has “{said}”, {_UNSETTLED}"
    elif given and (said := instructions.left.get(amendment.id, "")):
        reason = f"“{shown(said)}” stands by its wording and was read as no part of it"
        reason += ": a person must say where the wording ends"
    elif refusal := (
        _done_in_part(amendment, instructions.amendments)
        or ranges.unsure(base, amendment)
        or misplaced(base, amendment)
        or topics.limited(base, amendment, terms)
    ):
        return refusal
    elif printed and (said := qualified(amendment.said)):
        reason = f"the order says “{said}” of its wording: a person must decide"
    elif printed and is_held_back(amendment.said):
        reason = CONDITIONED
    elif printed and _renames_too(terms, amendment):
        reason = "the order gives a heading too, which its wording does not print: " + _DECIDE
    elif amendment.part is not None and amendment.wording == "described":
        reason = _PART_OPEN
    else:
        return None
    return Refusal("needs-decision", reason)


def _stands_twice(base: Tree, name: str) -> bool:
    """Has the agreement two clauses of one number? A Schedule may have a Part 2, too."""
    again = numbering.again(name, 2)
    return again in base and base[again].kind not in {"part", "heading"}


def _renames_too(terms: Document, amendment: Amendment) -> bool:
    """Does an order change the heading of its clause beside what it prints?"""
    named = amendment.part is None and _NAMES.search(masked(amendment.said))
    return bool(named) and not any(
        one.heading for one in terms.fragment(amendment.fragment or "")
        if one.id == amendment.target
    )  # fmt: skip


def unfit(base: Tree, amendment: Amendment, units: Sequence[Clause]) -> Refusal | None:
    """Why what is printed for an order is no wording for its clause by itself."""
    if not units:
        return Refusal("needs-decision", "no wording could be tied to this instruction")
    if labels := [one.id for one in units if one.id.startswith("(")]:
        return Refusal("target-unnamed", f"the terms do not say of which clause {labels[0]} is")
    said = masked(amendment.said)
    bare = [one for one in units if not one.number and one.kind in {"clause", "text", "paragraph"}]
    target = amendment.target or ""
    old = set(words(base[target].own_text)) if target in base else set()
    known = old & {word for one in bare for word in words(one.own_text)}
    if 2 * len(known) > len(old):
        return None  # it says what the clause says
    if bare and _RISES.search(said) and not _REWRITES.search(said):
        return Refusal("needs-decision", _FIGURES.format(shown(bare[0].own_text)))
    return None


def _done_in_part(amendment: Amendment, every: Iterable[Amendment]) -> Refusal | None:
    """Refuses an order that puts wording in the place of several clauses, and prints it for some.

    "Clauses 2.1 and 2.2 are replaced by: 2.1 …" may take 2.2 out, or leave out its wording.
    """
    if amendment.fragment is None or amendment.action != "substitution" or amendment.part:
        return None
    same = [one for one in every if one.source == amendment.source
            and one.said == amendment.said]  # fmt: skip
    bare = [str(one.target) for one in same if one.target and one.action == amendment.action
            and one.fragment is None and one.wording == "described" and not one.stated]  # fmt: skip
    if not bare or not _REPLACES.search(masked(amendment.said)):
        return None
    said = f"the order is on {amendment.target} and {', '.join(bare)} together"
    return Refusal(
        "needs-decision", f"{said}, and prints no wording for the second: a person must decide"
    )


def brought(refusal: Refusal, amendment: Amendment, plans: Iterable[Plan]) -> str:
    """The reason of a refusal, and which order brings the words that the clause does not have."""
    olds = {one.old for one in amendment.stated}
    for plan in plans if refusal.status == "precondition-failed" and olds else ():
        news = {one.new for one in plan.amendment.stated}
        if plan.amendment.target == amendment.target is not None and olds & news:
            by = f"only what {plan.amendment.id} brings says so"
            return f"{refusal.reason}: {by}, and a person must say what is meant"
    return refusal.reason


def not_given(amendment: Amendment) -> Refusal:
    """Why an instruction that gives no wording of its own is left to a person."""
    if amendment.action == "renumbering":
        return Refusal("needs-decision", _ANOTHER_NUMBER)
    if amendment.stated and amendment.fragment is None:
        conditioned = amendment.wording == "figures" and is_conditioned(amendment.said)
        left = "" if amendment.wording == "figures" else behind_words(amendment.said)
        dated = amendment.effective and not left
        reason = _BEHIND.format(_shown(left), "its words") if left else WORDS
        return Refusal("needs-decision", CONDITIONED if conditioned or dated else reason)
    if left := behind_exchange(amendment.said):
        return Refusal("needs-decision", NOT_READ.format(left))
    if amendment.held:
        return Refusal("needs-decision", amendment.held)
    part = amendment.action == "repeal" and amendment.wording == "described"
    adds = amendment.action == "insertion" and masked(amendment.said) == amendment.said
    if (
        not (part or adds)  # what is added is printed, or is no wording at all
        and amendment.wording in {"described", "figures"}
        and orders_more(amendment.said)
    ):
        return Refusal("needs-decision", _SAYS_MORE)
    if part and (left := behind_whole(amendment.said)):
        if amendment.effective:
            return Refusal("needs-decision", CONDITIONED)
        return Refusal("needs-decision", _BEHIND.format(_shown(left), "the clause that goes"))
    if amendment.action == "insertion" and (found := _BEHIND_NAME.search(amendment.said)):
        return Refusal("needs-decision", _WORDING_OR_NOT.format(_shown(found["rest"])))
    if quoted := not part and _MARKED.search(amendment.said):
        said = quoted[0].strip("“”\"")
        return Refusal("needs-decision", _QUOTES.format(_shown(said)))
    if amendment.wording == "described" and not part and (put := _PUT.search(amendment.said)):
        return Refusal("needs-decision", _FOR_WHAT.format(_shown(put["put"])))
    return Refusal("needs-decision", _NOT_WHOLE if part else _NOT_GIVEN[amendment.wording])


def _shown(text: str) -> str:
    return f"{text[:_MOST_SHOWN]} …" if len(text) > _MOST_SHOWN else text

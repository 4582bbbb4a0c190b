"""What stands between the words that an order exchanges: it may name another place than the first.

"In clause 4.2(a) replace “x” with “y” and in (b) replace “z” with “w”" is on two places, and so is
"… and in its heading “z” with “w”". No list of such places is whole, so the list is of the words
that join exchanges. A letter alone is a place where the agreement has it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from clausetrack.amend.citing import labels_last
from clausetrack.amend.plan import Refusal
from clausetrack.amend.ranges import labelled
from clausetrack.amend.tree import Tree
from clausetrack.segment.phrases import JOIN, LABEL, LABELS
from clausetrack.segment.wording import CITATION, QUOTED, as_order, masked, without_asides
from clausetrack.settlement import Amendment

#: The clauses of one list, with the letters that stand for clauses of it.
_LISTED = re.compile(
    rf"(?:(?:in|from|of|to|at|within) )?(?:(?:sub-?)?(?:clause|paragraph)s? )?{CITATION}"
    rf"(?:{JOIN}(?:(?:sub-?)?(?:clause|paragraph)s? )?(?:{CITATION}|{LABELS}))*",
    re.I,
)
_JOINS = re.compile(
    rf"(?:{LABEL}|(?!{LABEL})[\W_]|\b(?:with|by|to|for|from|and|or|then|as|in|of|at|on|after|before|behind|following"
    r"|preceding|immediately|the|an?|its?|it|them|their|these|those|that|this|each|every|both|all"
    r"|any|new|words?|figures?|phrases?|expressions?|numbers?|numerals?|terms?|amounts?|sums?"
    r"|rates?|texts?|wording|references?|place|stead|lieu|thereof|therefor|instead|respectively"
    r"|wherever|where|throughout|is|are|be|shall|will|should|must|hereby|also|now|there|out"
    r"|(?:insert|add|replac|substitut|delet|omit|remov|str[iu]|chang|amend|alter|correct|updat"
    r"|revis|consequen|read|becom|exchang|increas|vary|appear|occur|stand)\w*|put|taken?|use)\b)*",
    re.I,
)
_LAST = re.compile(rf"{LABELS}\Z")
_ALONE = re.compile(rf"(?<![\w)])(?P<labels>{LABELS})(?!\w)")


def between(text: str) -> str:
    """What stands between the words in marks of a sentence and is not understood; or ""."""
    plain = _LISTED.sub(" ", masked(labels_last(without_asides(as_order(text)))))
    marks = [found.span() for found in QUOTED.finditer(plain)]
    for (_, start), (end, _) in itertools.pairwise(marks):
        if not _JOINS.fullmatch(plain, start, end):
            return plain[start:end].strip(" ,;")
    return ""


def around(text: str, target: str | None) -> str | None:
    """The clause that an exchange of words is on, where it names others of its list by letters.

    "In clause 4.2(a) replace “x” with “y” and in (b) replace …" is on 4.2, and each of its words
    is held against its own place.
    """
    own = _LAST.search(target or "")
    if target is None or own is None:
        return target
    above, plain = target[: own.start()], _listed_out(text)
    marked = QUOTED.search(plain)
    for one in _ALONE.finditer(plain, marked.end() if marked else len(plain)):
        beside = labelled(target, one["labels"]) or target
        if beside != target and beside.startswith(f"{above}("):
            return above
    return target


def misplaced(base: Tree, amendment: Amendment) -> Refusal | None:
    """Refuses an exchange of words that names a letter, and whose words stand elsewhere."""
    target = amendment.target or ""
    if amendment.fragment is not None or not amendment.stated or target not in base:
        return None
    for labels, olds in _places(amendment):
        place = next((one for one in (f"{target}{labels}", labelled(target, labels) or "")
                      if one in base), "")  # fmt: skip
        texts = " ".join(one.own_text for one in base.subtree(place)) if place else ""
        if place and not (place.startswith(target) and all(old in texts for old in olds)):
            said = f"the order says “{labels}” of words that {place} does not have"
            return Refusal("needs-decision", f"{said}: a person must say which place is meant")
    return None


def _listed_out(text: str) -> str:
    """A sentence with its quotations and the clauses of its lists blanked, as long as it was."""
    plain = masked(labels_last(as_order(text)))
    return _LISTED.sub(lambda found: " " * len(found[0]), plain)


def _places(amendment: Amendment) -> Iterator[tuple[str, list[str]]]:
    """The letters that an order names, each with the old words that it exchanges there."""
    text = labels_last(as_order(amendment.said))
    found = [(one.start(), one.end(), one["labels"]) for one in _ALONE.finditer(_listed_out(text))]
    first = _LISTED.search(masked(text))
    if found and first and (own := _LAST.search(first[0])):
        found.insert(0, (first.start(), first.end(), own[0]))
    ends = [*(start for start, _, _ in found[1:]), len(text)]
    for (_, start, labels), end in zip(found, ends, strict=False):
        quoted = {said[0].strip("“”\"‘’'") for said in QUOTED.finditer(text, start, end)}
        olds = [change.old for change in amendment.stated if change.old in quoted]
        if olds and not (amendment.target or "").endswith(labels):
            yield re.sub(r"\s", "", labels), olds

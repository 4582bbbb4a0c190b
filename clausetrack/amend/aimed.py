"""What an order names of the clause that it is on: all of it, or something in it.

Wording that is printed without a number is the clause only where the order speaks of the clause.
"Amend the lead-in of clause 3.1 to read:" speaks of something in it. No list of such names is
whole, so the list is of the words that name the clause itself.
"""

from __future__ import annotations

import re

from clausetrack.amend.citing import labels_last
from clausetrack.amend.spans import sentences
from clausetrack.amend.tree import Tree
from clausetrack.segment.wording import CITATION, as_order, masked, without_asides

_LONGEST = 600  # characters of an order that are looked at: texts are hostile
_UNIT = r"(?:(?:sub-?)?(?:clause|paragraph|section|article|item)|part|schedule|appendix|annexe?)s?"
_CITED = re.compile(
    rf"\b{_UNIT}\.? (?:no\.? )?{CITATION}|(?<![\w.$])(?:[A-Z]\.?)?\d+(?:\.\d+)+(?:\([a-z]+\))*",
    re.I,
)
_VERB = re.compile(
    r"\b(?:amend|alter|chang|correct|delet|modif|remov|replac|revis|re-?word|re-?writ|substitut"
    r"|updat|var)(?:e|y|ing)?\b",
    re.I,
)
#: Words that stand for the clause, or join it to the verb.
_ITSELF = re.compile(
    r"(?:\W|\b(?:the|this|that|all|whole|entire|complete|full|existing|current|present|original"
    r"|old|expired|agreed|following|above|said|both|each|of|in|at|under|within|from|to|for|by|and"
    r"|its|entirety|wording|words|text|content|contents|provision|provisions|language|agreement"
    r"|collective|employment|numbered|number|is|be|as|new|body|now|also|further|hereby|with|it"
    rf"|{CITATION}|{_UNIT})\b)",
    re.I,
)
#: Where something stands in a clause.
_PLACE = re.compile(
    r"\b(?:start|beginning|begins?|end|ending|foot|top|bottom|lead(?:ing)?[- ]?in|preamble|stem"
    r"|introduct\w+|opening|closing|chapeau|proviso|tail|line|half|part|portion|first|second|third"
    r"|fourth|last|final|phrase|remainder|rest|limb|element|component|example)\b",
    re.I,
)
#: "In the Harbour branch clause 2 is amended": where, or for whom.
_SOMEWHERE = re.compile(
    r"\W*(?:in|at|within|across|throughout|among|on|under)\b(?! (?:addition|accordance|consequence"
    r"|consideration|exchange|full|keeping|light|line|order|particular|place|lieu|recognition"
    r"|relation|respect|response|return|settlement|view|that|this|the (?:same|interests?|above"
    r"|agreement|collective|current|existing|expired)|effect|its|each|item|part|schedule|appendix"
    r"|ratification|signing|\d|the (?:date|day))\b)",
    re.I,
)
_BRACKET = re.compile(r"\s*\((?P<words>[^()]{3,80})\)")
_ASIDE = re.compile(
    r"\W*(?:see|refer|formerly|previously|currently|now|old|new|page|pp?\b|as |which|cf|being|was"
    r"|(?:shown|changes|marked|in bold|underlin|additions|deletions|track)\w*)",
    re.I,
)
_SMALL = frozenset((
    "the", "a", "an", "of", "in", "to", "for", "and", "or", "on", "at", "by", "with", "from",
    "about", "clause",
))  # fmt: skip


def part_named(base: Tree, target: str, instruction: str, *, numbered: bool) -> str:
    """The words by which an order names something in `target`, or a place where it holds.

    "" where it names the clause itself, by its number and its name. Wording that is `numbered` is
    the clause, unless the order names a place in it.
    """
    text = masked(without_asides(labels_last(as_order(instruction[:_LONGEST]))))
    cited = _CITED.search(text)
    if cited is None:
        return ""
    before = text[: cited.start()]
    verbs = [*_VERB.finditer(before)]
    between = before[verbs[-1].end() :] if verbs else ""
    opening = before[: verbs[-1].start()] if verbs else before
    known = _words(" ".join(base[one].heading_text for one in base.path(target)))
    if not _is_itself(between, known) and (
        _PLACE.search(between) or not (numbered or _is_one_sentence(base, target))
    ):
        return between.strip(" ,:")
    if _SOMEWHERE.match(opening) and not _is_itself(opening, known):
        return opening.strip(" ,:")
    found = _BRACKET.match(text, cited.end())
    if found and not _ASIDE.match(found["words"]):
        every = known | _words(base[target].own_text)
        if not found["words"][0].isupper() and not _words(found["words"]) <= every:
            return f"({found['words']})"
        if re.search(r"\bonly\b", found["words"], re.I):
            return f"({found['words']})"
    return ""


def _is_one_sentence(base: Tree, target: str) -> bool:
    """Is a clause one sentence, with nothing under it?"""
    spans = sentences(base[target].own_text)
    return spans is not None and len(spans) == 1 and not base.under(target)


def _is_itself(text: str, known: frozenset[str]) -> bool:
    """Do the words stand for the clause, or are they of its name?"""
    rest = _ITSELF.sub(" ", text)
    return _words(rest) <= known and not re.search(r"\d", rest)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+", text.casefold())) - _SMALL

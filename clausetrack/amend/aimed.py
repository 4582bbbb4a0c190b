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
from clausetrack.model import Clause
from clausetrack.segment.wording import CITATION, as_order, masked, without_asides

LONGEST = 600  # characters of an order that are looked at: texts are hostile
_UNIT = r"(?:(?:sub-?)?(?:clause|paragraph|section|article|item)|part|schedule|appendix|annexe?)s?"
CITED = re.compile(
    rf"\b{_UNIT}\.? (?:no\.? )?{CITATION}(?:,? section \d[\d.]*(?:\([a-z]+\))*)?"
    r"|(?<![\w.$])(?:[A-Z]\.?)?\d+(?:\.\d+)+(?:\([a-z]+\))*",
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
#: "Clause 6.1 / Notice period to read:"
_BEFORE_READS = re.compile(
    r"(?:\s*[/:–—-]\s*|,?\s+(?=[A-ZĀĒĪŌŪ]))(?P<words>[^\W\d_][^()“”\":;.]{2,60}?)(?:\s?[–—-])?"
    r",?\s+(?:(?:is|are|shall|will) )?(?:to|now|shall|will)(?: now)? reads?\b"
)
#: What is no name of a clause: a part of it, or for whom the order is.
_IN_IT = re.compile(
    r"\b(?:sentences?|paragraphs?|bullets?|rows?|tables?|headings?|titles?|lines?|notes?|words?"
    r"|definitions?|columns?|parts?|only|(?:first|last|final)\b(?= \w+$))\b",
    re.I,
)
_STEM = 4  # letters by which a word is known in its other forms
_ASIDE = re.compile(
    r"\W*(?:see|refer|formerly|previously|currently|now|old|new|page|pp?\b|as |which|cf|being|was"
    r"|(?:shown|changes|marked|in bold|underlin|additions|deletions|track)\w*)",
    re.I,
)
_MARKED = re.compile(r"“(?P<a>[^“”]+)”|\"(?P<b>[^\"]+)\"|(?<!\w)‘(?P<c>[^‘’]+)’")
_JOINS = r"\b(?:with|by|and (?:instead )?(?:add|insert|put|replac|substitut)\w*)\b"
#: What an order puts the wording below it in the place of: "replace … with:".
_IN_PLACE_OF = re.compile(
    rf"\b(?:delet|omit|remov|replac|substitut)(?:e|es|ing)?\b(?P<what>.*?){_JOINS}[^“”\"‘]*$"
    rf"|\bthe (?P<told>[^,;:]{{1,80}}?) (?:in|of) (?:{CITED.pattern}) (?:is|are|be"
    r"|shall be|will be) (?:\w+ and )?(?:replaced|substituted)\b",
    re.I | re.S,
)
_AMENDED = re.compile(
    r"\b(?:amend|change|vary|alter|revise)\b(?P<what>.*?)\bto read\b"
    rf"|\bthe (?P<told>[^,;:]{{1,80}}?) (?:in|of) (?:{CITED.pattern}) (?:is|are|be"
    r"|shall be|will be) (?:amended|changed|varied|altered|revised)\b",
    re.I | re.S,
)
#: "In clause 4 the frequency is replaced with": what is named behind the clause.
_BEHIND = re.compile(
    rf"\W*(?:(?:in|at|under) )?(?:{CITED.pattern})[,:.]? (?!(?:shall|will|to) be\b)"
    r"(?P<what>[^,;:.()]{1,80}?) (?:is|are|be|shall be|will be|to be) (?:\w+ and )?"
    r"(?:replaced|substituted|amended|changed)\b",
    re.I,
)
_LETTER = re.compile(r"\([a-z]{1,5}\)")
_ENDS = re.compile(r"[.:;?!][”\"’)]*(?: (?:and|or))?\s*$")
_SMALL = frozenset((
    "the", "a", "an", "of", "in", "to", "for", "and", "or", "on", "at", "by", "with", "from",
    "about", "clause",
))  # fmt: skip


def words_exchanged(base: Tree, target: str | None, instruction: str, wording: Clause) -> str:
    """The quoted words that an order has the wording below it put in the place of.

    "" where it quotes none, or only the heading of the clause. Where the `wording` has no number,
    whatever it quotes may be such words ("Change “x” to:").
    """
    said = instruction[:LONGEST]
    found = _IN_PLACE_OF.search(said)
    known = _known(base, target)
    what = (found["what"] if found else "") if wording.number else said
    for marked in _MARKED.finditer(what or ""):
        if not _words(said := marked["a"] or marked["b"] or marked["c"]) or not (
            _words(said) <= known
        ):
            return marked[0]
    return ""


def part_named(base: Tree, target: str, instruction: str, wording: Clause) -> str:
    """The words by which an order names something in `target`, or a place where it holds.

    "" where it names the clause itself, by its number and its name. `wording` with a number is the
    clause, unless the order names a place in it.
    """
    numbered = bool(wording.number)
    single = _is_one_sentence(base, target) and bool(_ENDS.search(wording.own_text))
    text = masked(without_asides(labels_last(as_order(instruction[:LONGEST]))))
    if not numbered and (said := _something(text, _known(base, target), single=single)):
        return said
    cited = CITED.search(text)
    if cited is None:
        return ""
    before = text[: cited.start()]
    verbs = [*_VERB.finditer(before)]
    between = before[verbs[-1].end() :] if verbs else ""
    opening = before[: verbs[-1].start()] if verbs else before
    known = _known(base, target)
    if not _is_itself(between, known) and (_PLACE.search(between) or not (numbered or single)):
        return between.strip(" ,:")
    if _SOMEWHERE.match(opening) and not _is_itself(opening, known):
        return opening.strip(" ,:")
    bracket = _BRACKET.match(text, cited.end())
    found = bracket or _BEFORE_READS.match(text, cited.end())
    # "Clause 6.1: Amend to read:", where the verb stands behind the clause
    if found and not (_ASIDE.match(found["words"]) or _VERB.fullmatch(found["words"].strip())):
        # what names one of several sentences may be all that is to read so
        every = known | (_words(base[target].own_text) if single else frozenset())
        called = bracket is not None and found["words"][0].isupper()
        if not (called or _are_said(found["words"], every)) or _IN_IT.search(found["words"]):
            return f"({found['words']})" if bracket else found["words"]
    return ""


def _are_said(name: str, words: frozenset[str]) -> bool:
    """Are all words of a name among these, in whatever form: "carry over" by "carried over"?"""
    stems = {one[:_STEM] for one in words}
    return all(one[:_STEM] in stems for one in _words(name))


def _something(text: str, known: frozenset[str], *, single: bool) -> str:
    """What an order replaces, or amends to read so, where that is not the clause itself.

    What it amends by its subject is a clause of a `single` sentence.
    """
    found = _IN_PLACE_OF.search(text) or _BEHIND.match(text)
    found = found or (None if single else _AMENDED.search(text))
    if found is None:
        return ""
    groups = found.groupdict()
    what = _BRACKET.sub("", groups["what"] or groups.get("told") or "").strip()
    cited = CITED.search(what)
    named = _LETTER.sub(" ", what[: cited.start()] if cited else what)
    return "" if _is_itself(named, known) else what.strip(" ,:")


def _known(base: Tree, target: str | None) -> frozenset[str]:
    """The words of the headings of a clause and of what it stands under."""
    path = base.path(target) if target in base and target else ()
    return _words(" ".join(base[one].heading_text for one in path))


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

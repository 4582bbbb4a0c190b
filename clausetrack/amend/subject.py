"""What an order is on by its words: the clause that it names, or something that only goes with it.

"Amend the memorandum attached to clause 5.2" is no order on clause 5.2, and what can be attached to
a clause is in no list. So there is one of what may stand before the clause: what joins it to the
verb, names of its parts, and its own words. What else stands there is something else if it is
called a paper, or is joined to the clause by more than an "in".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from clausetrack.amend.aimed import CITED, LONGEST
from clausetrack.amend.citing import as_printed, labels_last
from clausetrack.amend.plan import Refusal
from clausetrack.amend.preconditions import printed
from clausetrack.amend.targets import names
from clausetrack.amend.tree import Tree
from clausetrack.model import Clause
from clausetrack.segment.phrases import BE, GONE, ORDINAL, SCHEDULE
from clausetrack.segment.wording import CITATION, as_order, masked, without_asides
from clausetrack.settlement import Amendment

_BARE = (
    r"(?:alter|amend|chang|correct|cut|delet|drop|modif|omit|remov|repeal|replac|revis|re-?word"
    r"|re-?writ|strik|substitut|updat|var)"
)
_FORM = r"(?:e|y|ing|ting|ping)?(?: out)?\b"
_VERB = re.compile(
    rf"\b(?:{_BARE}|add|append|includ|increas|insert|introduc|lift|mov|put|rais|reduc|renam"
    rf"|renumber|retitl|tak){_FORM}",
    re.I,
)
#: The verbs of what is done to a text, where they may stand in an order.
_CHANGES = re.compile(
    rf"(?:\A\W*|[:;,.–—-]\s+|\b(?:and|then|to|by|also|hereby)\s+){_BARE}{_FORM}", re.I
)
_APART = re.compile(r"[:;]|\s[–—-]\s|[.!?]\s")
#: What an order says before the thing that it is on: when, where, why.
_BRINGS_IN = re.compile(
    r"\W*(?:accordingly|additionally|after|also|and|as|at|because|before|consequen\w+|effective"
    r"|finally|first(?:ly)?|following|for|from|further\w*|given|having|in|it|lastly|next|on"
    r"|second(?:ly)?|since|so|subject|that|then|therefore|third(?:ly)?|throughout|to|under|upon"
    r"|wherever|with)\b",
    re.I,
)
_JOINS = frozenset(re.findall(r"\w+", """
    a above accordingly added after agreed agreement all also altogether an and any appears are
    as at be before below both by ca called cba cea collective contained current each entire
    entirely entirety entitled every everything existing expired first following for from full
    further have headed hereby immediately in inclusive inserted instead into is it its lieu
    meca new now number numbered occur occurs of old or original other out payable place present
    provided respect said same seca set shall should shown specified stead substituted that the
    their there therefor thereof these this those through titled to under what where wherever whole
    will with within words
"""))  # fmt: skip
#: Parts of a clause, and what figures are called.
_PARTS = frozenset(re.findall(r"\w+", """
    allowance amount article beginning bottom bullet clause column date definition duration end
    entry fee figure foot heading item label language length level limit line list loading
    maximum minimum note occasion occurrence paragraph part payment percentage period phrase
    place point provision rate reference rest row rule salary says scale section sentence start
    subclause sum table term text time title top value wage word wording
"""))  # fmt: skip
_GENERAL = frozenset(one for word in _JOINS | _PARTS for one in (word, word.removesuffix("s")))
_LINK = re.compile(
    r"\b(?:about|after|at|before|below|beside|by|concerning|for|from|in|into|of|on|regarding|to"
    r"|under|upon|with|within)\W*\Z",
    re.I,
)
_KNOWN = re.compile(
    rf"{CITATION}|“x*”|\"x*\"|‘[^‘’]*’(?!\w)|(?<!\w)'[^']*'(?!\w)|[$£€]?\d[\d.,]*%?"
    rf"|\b{ORDINAL}\b|\([^()]*\)",
    re.I,
)
_NOTE = re.compile(r"\b(?:foot|end)-? ?notes?\b", re.I)
#: What is in no clause, however it is joined to it; and what joins things that are in none.
_PAPER = re.compile(
    r"\b(?:advice|annex\w*|appendi\w+|attachment|bulletin|charter|chart|checklist|circular|code"
    r"|commentary|deed|diagram|document|explanation|form|guid\w+|handbook|illustration|instruction"
    r"|key|leaflet|legend|letter|manual|map|memo\w*|paper|polic(?:y|ies)|poster|protocol|schedule"
    r"|supplement|template|website)s?\b",
    re.I,
)
_JOINED_TO = re.compile(r"\b(?:about|accompanying|concerning|on|regarding|to)\W*\Z", re.I)
#: "Schedule A to clause 3.1": no Schedule of the agreement, and no range.
_HANGS = re.compile(
    rf"\b{SCHEDULE} (?:[A-Z]|\d+)\b,?(?: \([^()]*\))?,? (?:\w+ )??(?:to|of|in|under|for) "
    r"(?:the )?(?:sub-?)?clauses? \d[\w.()]*",
    re.I,
)
_OF_NOTE = "the order is on “{}”, and orders change no such notes: a person must change it"
_NOT_KNOWN = "the order is on “{}”, which is not known to be {} or in it: a person must decide"
#: Where what a verb is said of ends.
_OBJECT_ENDS = re.compile(
    r"[:;,“\"‘]|\.(?!\d)|\s[–—/-]\s"
    r"|\b(?:by|with|as|so|from|until|where\w*|if|unless|effective|upon|and"
    r"|re-?(?:number|letter)\w*)\b"
    r"|\bto (?!(?:the|that|this|its|(?:sub-?)?clauses?|paragraphs?)\b|\d+\.\d)",
    re.I,
)
_DONE = re.compile(
    rf"\b{BE}(?: \w+ and)? (?:{GONE}|amended|changed|corrected|modified|replaced|revised|reworded"
    r"|rewritten|substituted|updated|varied|altered)\b",
    re.I,
)


def another(
    base: Tree, amendment: Amendment, wording: Sequence[Clause], every: Iterable[Amendment]
) -> Refusal | None:
    """Refuses an order on what only goes with its clause: a footnote, a paper, a Schedule to it.

    `wording` is what is printed for the order, and `every` are all orders: what one sentence says
    of several clauses may be of each.
    """
    target = amendment.target or ""
    plain = masked(without_asides(labels_last(as_order(amendment.said[:LONGEST]))))
    if not target:
        return None
    if hangs := _HANGS.search(plain):
        return _refusal(hangs[0], target, amendment)
    together = (one.target or "" for one in every if one.said == amendment.said)
    known = _own(base, [target, *together], wording) | _stems(target)
    known |= _stems(amendment.part.which) if amendment.part else frozenset()
    for change in amendment.stated:
        known |= _stems(f"{change.old} {change.new}")
    cited = _citation(plain, target)
    named = [_before(plain[: cited.start()])] if cited else []
    if amendment.action != "insertion":
        named += _objects(plain)
    for said in named:
        if unknown := _unknown(said, known):
            return _refusal(unknown, target, amendment)
    return None


def _refusal(said: str, target: str, amendment: Amendment) -> Refusal:
    said = as_printed(said.strip(" ,."), amendment.said)
    reason = _OF_NOTE if _NOTE.search(said) else _NOT_KNOWN
    return Refusal("needs-decision", reason.format(said, target))


def _unknown(said: str, known: frozenset[str]) -> str:
    """What is named in one piece of an order, if it is not known to be the clause or in it.

    "The entitlement in clause 3" is in it, whatever that calls it; nothing says so of "the memo to
    clause 3", or of a form or a policy.
    """
    for one in said.split(", "):
        brings_in = _BRINGS_IN.match(one) and not _LINK.search(one)
        if brings_in or _is_known(one, known):
            continue
        if _NOTE.search(one) or _PAPER.search(one) or _JOINED_TO.search(one):
            return said
    return ""


def _objects(text: str) -> list[str]:
    """What a sentence says is changed: what stands behind its verbs, or before what is done."""
    out = []
    for verb in _CHANGES.finditer(text):
        end = _OBJECT_ENDS.search(text, verb.end())
        out.append(text[verb.end() : end.start() if end else len(text)])
    for done in _DONE.finditer(text):
        out.append(_before(text[: done.start()]))
    return out


def _citation(text: str, target: str) -> re.Match[str] | None:
    """Where an order names its clause; where it first names one, if not that very one."""
    every = [*CITED.finditer(text)]
    return next((one for one in every if names(one[0], target)), every[0] if every else None)


def _before(text: str) -> str:
    """The end of a text behind its last verb, or the last colon."""
    return text[max((found.end() for one in (_VERB, _APART) for found in one.finditer(text)),
                    default=0) :]  # fmt: skip


def _own(base: Tree, targets: Iterable[str], wording: Sequence[Clause]) -> frozenset[str]:
    """The words by which an order may name clauses: those of their headings, and of their text.

    Where wording is printed for them, what the text says is their own only if that says it, too.
    """
    there = [one for one in targets if one in base]
    named = _stems(" ".join(base[each].heading_text for one in there for each in base.path(one)))
    text = _stems(" ".join(printed(base.subtree(one)) for one in there))
    new = _stems(" ".join(one.printed for one in wording))
    return named | (text & new if wording and there else text | new)


def _is_known(text: str, own: frozenset[str]) -> bool:
    return _stems(_KNOWN.sub(" ", text)) <= own | _GENERAL


def _stems(text: str) -> frozenset[str]:
    """The words of a text, in singular and plural alike."""
    words = re.findall(r"[^\W\d_]+", text.casefold().replace("sub-", "sub"))
    return frozenset(one[:-1] if one.endswith("s") and len(one) > 3 else one for one in words)

"""What keeps an order from being carried out as it stands: nobody agreed it, or it is for some.

"The claim to delete clause 4 is withdrawn" names a clause and a verb, and orders nothing. Which
orders such words go for is read in `standing`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from clausetrack.amend.naming import OTHERS, PEOPLE, another_document, titled_another
from clausetrack.amend.splitting import split
from clausetrack.amend.telling import rest_stays
from clausetrack.amend.waiting import waits
from clausetrack.segment.wording import ORDER, as_order, is_order, masked

LONGEST = 1000  # characters; texts are hostile
_OUT = (
    r"(?:withdrawn|rejected|declined|refused|deferred|abandoned|dropped|parked|not pursued"
    r"|lost|lapsed|not proceeding)"
)
_UNSETTLED = (
    r"(?:not (?:yet )?(?:been )?(?:agreed|accepted|settled|approved|resolved)"
    r"|to be (?:confirmed|agreed|advised|determined|discussed|negotiated|decided|settled|finalised)"
    r"|tb[acd]|under (?:discussion|negotiation)|for (?:further )?discussion|in dispute|disputed"
    r"|unresolved|undecided)"
)
_OPEN = re.compile(
    rf"\b(?:{_UNSETTLED}|(?:did|do|does|could|can)(?: not|n[’']t) agree|cannot agree"
    r"|(?:agree[sd]?|agreement|accept(?:s|ed)?|support(?:s|ed)?|approved|settled) in principle"
    r"|fail(?:s|ed)? to agree|no agreement (?:was|has been|is|could be)"
    r"|(?:in|at|during|for|to|until) (?:the )?(?:next|future|subsequent|forthcoming|upcoming)"
    r" (?:\w+ )?(?:bargaining|negotiations?|rounds?|talks)"
    r"|(?:by way of|for|as an?) (?:example|illustration|instance)|hypothetical\w*)\b",
    re.I,
)
#: "… and the Union declined", "… is withdrawn."
_GIVEN_UP = re.compile(
    rf"\b{OTHERS}(?: has| have| had)?(?: (?:since|later|now|then))?"
    r" (?:declined|rejected|refused|withdrew|withdraws?|withdrawn|opposed|opposes)\b"
    rf"|(?:^|[\[(–—-])\s*(?:(?:claim|proposal|offer)s? )?{_OUT}(?=\s*(?:[\]).;,:]|$))"
    rf"|\b(?:is|are|was|were|be|been|remains?)(?: \w+ly)? {_OUT}(?=\W*$|:)",
    re.I,
)
_HANGS = re.compile(r"\b(?:that|which|who|where|when|if|as)\b", re.I)
#: Of words before the first verb of order.
_ASKED = re.compile(
    r"\b(?:claim|proposal|request|suggestion|demand|recommendation|offer)s?"
    r"(?= (?:to|for|that|by)\b)|^\W*(?:claim|proposal)s?\W*$"
    rf"|\b(?:{OTHERS}(?:[’']s?)?|following|its|their|our) (?:\w+ )?"
    r"(?:claim|proposal|request|demand|offer)s?\b"
    r"|\b(?:claimed|propos(?:es|ed)|request(?:s|ed)|suggest(?:s|ed)|demand(?:s|ed)|offer(?:s|ed)"
    r"|recommend(?:s|ed)|seeks?|sought|ask(?:s|ed)|want(?:s|ed)|intend(?:s|ed)?|hope[sd]?"
    r"|plan(?:s|ned)|expect(?:s|ed)?|consider(?:s|ed)?|discussed|contemplate[sd]?)\b",
    re.I,
)
_TOGETHER = re.compile(r"\b(?:the parties|we)(?: \w+)? (?:propose|recommend)|\bthis offer\b", re.I)
_AGREED = re.compile(
    r"(?<!not )(?<!not yet )(?<!not been )\b(?:agree[sd]?|accept(?:s|ed)?|adopt(?:s|ed)|settled"
    r"|granted|approved|in settlement)\b",
    re.I,
)
_NOT = re.compile(r"\b(?:not|never|neither)\b", re.I)
_MAY = re.compile(r"\b(?:may|might|could|would|can)(?: \w+){0,3} $", re.I)
_DRAFT = re.compile(r"^\W*(?:draft|tentative|provisional|placeholder)\b"
                    r"|\b(?:tentative|provisional)ly\b", re.I)  # fmt: skip
_OPTION = re.compile(
    r"\W*(?:(?:option|alternative|variant|scenario) (?:\d+|[A-Z])\b|either\b|or\b)", re.I
)
#: An order in square brackets, that they close or not.
_BRACKETED = re.compile(r"\[[^\[\]]*(?:\]\W*)?")
_ASIDE = re.compile(
    rf"\[[^\[\]]*\b(?:{_UNSETTLED}|{_OUT}|draft|pending|proposed|provisional|tentative|optional"
    r"|example|claim(?:ed)?|only|if|unless|subject to)\b[^\[\]]*\]"
    rf"|\((?:{_UNSETTLED}|{_OUT}|draft|pending|proposed|provisional|tentative|optional)"
    r"(?:[\s,:;–-]+(?:on|at|by|in|subject|for|pending|until|\d)[^()]*)?\)",
    re.I,
)
#: A sentence that takes back the order beside it.
TAKES_BACK = re.compile(
    r"\W*(?:(?:this|it|that|(?:the|this) (?:claim|change|proposal|amendment|item)|claim(?: \w+)?"
    r"|status)\b[\s:–—-]*(?:(?:is|was|has been|remains)(?: still)? )?)?"
    rf"(?:{_UNSETTLED}|{_OUT}|(?:a )?draft(?: only)?)\W*",
    re.I,
)
_OF_IT = re.compile(  # a sentence behind an order that is of it
    r"\W*(?:it|they|this|these|(?:that|those|the|all|both)(?: of)?(?: (?:the|these))?"
    r"(?: (?:above|foregoing|preceding|said|new|amended))*"
    r" (?:changes?|amendments?|variations?|clauses?|(?:sub-?|para)(?:clause|graph)s?|wording"
    r"|provisions?|insertions?|orders?|items?))\b",
    re.I,
)
#: "After seven years, no change.": of a part of the clause, which the wording leaves out.
_AS_NOW = re.compile(
    r"\W*(?!.*\b(?:clauses?|rest|remainder|balance|others?|otherwise|all|items?|is|are|was|were"
    r"|remains?|stays?|nothing)\b)\w[^.;]{3,80}\b(?:no change|unchanged|as now"
    r"|(?:existing|current|present) wording)\W*",
    re.I,
)
_LIMITS = re.compile(
    r"\b(?:(?:do|does|will|shall|is|are|to|must) (?:not|never)(?: to)?(?: be)?"
    r" (?:apply|take effect|come into|have effect|cover|extend|operate|bind|made|included|carried"
    r"|implemented|printed|inserted)|conditional|contingent|subject to|depend(?:s|ent)|unless"
    r"|an? (?:trial|pilot)|on (?:a )?trial|temporar(?:y|ily)|provisional(?:ly)?"
    r"|until|once|assuming|pending|(?:as soon|as long|so long) as"
    r"|provided (?:that|the|it)|on condition|except|if|lapses?|one[- ]off|for (?:the )?20\d\d"
    r"|expires?|ceases?|(?:appl(?:y|ies)|for|effect|holds?)\b[^.;]{0,60}\bonly"
    r"|phased|in (?:\w+ )?(?:stages|steps)|only (?:appl(?:y|ies)|for|if|when|where|takes?|in))\b",
    re.I,
)
_RATIFIED = re.compile(r"\b(?:subject to|once|until|if|unless|when|conditional (?:up)?on)\b"
                       r"[^.;,]{0,60}\bratif\w*", re.I)  # fmt: skip
FOR_SOME = (
    r"^\W*(?:for|in respect of|in the case of|as regards)\b(?! all\b)[^.;:,\d]{0,60}"
    rf"\b{PEOPLE}\b[^.;:,\d]{{0,40}}(?=[,:]|\W*$)"
)
#: What keeps a line from leading into orders that are agreed, and for all.
CONDITION = re.compile(
    r"\b(?:only|if|unless|provided (?:that|the|it)|conditional(?:ly)?|contingent"
    r"|subject to(?! (?:\w+[’']?s? ){0,4}ratif))\b"
    r"|^\W*(?:once|should|until|when|pending|except|excluding)\b"
    rf"|{FOR_SOME}",
    re.I,
)
#: The same, in a line that is no order itself and describes no clause.
_BARE_CONDITION = re.compile(
    r"\b(?:once|until|when|pending|except|excluding|without prejudice"
    rf"|{OTHERS}[’']?s? position|(?:must|will|shall|to)(?: (?:first|still|further))?"
    r" (?:approve|consider|confirm|decide|discuss|explore|investigate|negotiate|review))\b",
    re.I,
)
_TITLE = re.compile(
    rf"\b(?:{_UNSETTLED}|{_OUT}|outstanding (?:claims?|matters?|issues?|items?)"
    r"|for (?:the )?(?:next|future) \w+|^\W*(?:next|future) (?:round|bargaining)|examples?"
    r"|option (?:\d+|[A-Z])\b|conditional"
    r"|not (?:to be )?(?:included|proceeding|carried)|in principle|side letter"
    r"|subject to(?! (?:\w+[’']?s? ){0,4}ratif)|not for (?:the |inclusion)|alternative to (?!the\b)"
    r"|not (?:form|be|to form|forming|to be)? ?(?:a )?part of"
    r"|outside (?:of )?the (?:\w+ )?agreement"
    rf"|by (?:the )?{OTHERS} only)\b"
    rf"|\b(?:{OTHERS}|trust)(?:[’']s?)? (?:position|view|preference)(?= only\b|\W*$)"
    r"|^\W*draft(?: only| for \w+)?\W*$"
    rf"|^\W*(?:{OTHERS}|trust)(?:[’']s?)? (?:claims?|proposals?)\W*$"
    rf"|^\W*options? (?:for|to|\d|[A-Z]\b)|\bcounter[- ]?(?:offer|proposal|claim)s?\b"
    rf"|\b(?:{OTHERS}|trust)(?:[’']?s?)? (?:\w+ )?(?:response|reply)\b"
    rf"|\([^()]{{0,60}}\b{PEOPLE}\b[^()]{{0,20}} only\)\W*$"
    # "Pay of nurses only" is what it is about; "For nurses only" and a line that leads in are not
    rf"|^\W*(?:for|in respect of)\b[^.;]{{0,60}}\bonly\b|\b{PEOPLE}\b[^.;]{{0,60}}\bonly:\W*$",
    re.I,
)
#: What a clause is called: "clause 9.1 (Claims not paid)".
_TITLED = re.compile(r"\([^()]*\)")
_CLAIM_NUMBER = re.compile(r"\bclaims? (?:no\.? ?)?[\d.]+\w*", re.I)
@lru_cache(8)  # of a long sentence it is asked for each of its orders
def refused(text: str) -> str:
    """The words by which a sentence says that what it speaks of is not agreed; "" without any."""
    plain = masked(as_order(text))[:LONGEST]
    if _BRACKETED.fullmatch(plain):
        return text.strip()
    for pattern in (_OPTION, TAKES_BACK):
        if found := pattern.match(plain):
            return found[0].strip()
    if found := _ASIDE.search(plain) or _OPEN.search(plain):
        return found[0]
    for found in _GIVEN_UP.finditer(plain):
        if not _HANGS.search(re.split("[,;]", plain[: found.start()])[-1]):
            return found[0].strip()
    verb = ORDER.search(plain)
    head = _TITLED.sub("", plain[: verb.start() if verb else len(plain)])
    if found := _NOT.search(head):
        return " ".join([*head[: found.start()].split()[-1:], *head[found.start() :].split()[:3]])
    if found := _DRAFT.search(head) or _MAY.search(head):
        return found[0].strip()
    asked = _ASKED.search(_TOGETHER.sub("", _CLAIM_NUMBER.sub("", head)))
    return asked[0] if asked and not _AGREED.search(plain) else ""


def limits(sentence: str) -> bool:
    """Does a sentence behind an order take it back, or say for whom or when alone it holds?"""
    plain = _RATIFIED.sub("", sentence[:LONGEST])
    if TAKES_BACK.fullmatch(plain) or _AS_NOW.fullmatch(plain):
        return True
    if waits(plain) and not is_order(plain):
        return True
    return bool(_OF_IT.match(plain)) and bounded(plain)


def bounded(sentence: str) -> bool:
    """Does a sentence say that something is not agreed, or when or for whom alone it holds?"""
    plain = _RATIFIED.sub("", sentence[:LONGEST])
    return any(one.search(plain) for one in (_LIMITS, _OPEN, _GIVEN_UP, _ASIDE))


def under_line(text: str, names: str, order: bool = False) -> bool:
    """Is what stands under a line of the terms not agreed, not for all, or on another document?"""
    plain = masked(said := (split(text[-LONGEST:]) or [""])[-1])[:LONGEST]
    bare = not order and (_BARE_CONDITION.search(plain) or _TITLE.search(plain))
    held = bare or CONDITION.search(plain) or refused(said) or another_document(said, names)
    return bool(held) and not rest_stays(said)


def under_title(text: str, names: str) -> bool:
    """Does a title say so of what stands under it?"""
    other = another_document(text, names) or titled_another(text, names)
    return bool(text and (_TITLE.search(text[:LONGEST]) or other))

"""Which words of terms of settlement lead into wording for the agreement.

Only what the clause tree needs: does a paragraph order an amendment, does it open wording, for
which clause, and does the wording begin in the paragraph itself. What the order *means* is read by
`amend.instructions`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from clausetrack import numbering
from clausetrack.segment import inline as within
from clausetrack.segment.articles import sections_last
from clausetrack.segment.inline import led_by, reads, tells
from clausetrack.segment.phrases import CITATION as CITATION
from clausetrack.segment.phrases import DIVISION, SCHEDULE
from clausetrack.segment.told import is_moved, is_told
from clausetrack.segment.usual import usual
from clausetrack.values import MONTH_IN_FULL

ORDER = re.compile(
    r"\b(?:amend(?:s|ed|ing|ment)?|insert(?:s|ed|ing|ion)?|add(?:s|ed|ing|ition)?|introduc(?:e|es|ed|ing)"
    r"|replac(?:e|es|ed|ing)|substitut(?:e|es|ed|ing)|delet(?:e|es|ed|ing|ion)|remov(?:e|es|ed|ing)"
    r"|repeal(?:s|ed|ing)?|var(?:y|ied)|renumber(?:s|ed|ing)?|updat(?:e|es|ed|ing)|chang(?:e|es|ed|ing)"
    r"|(?:shall|will|is to|are to)(?: now)? read|omit(?:s|ted|ting)?|mov(?:e|es|ed|ing)"
    r"|includ(?:e|es|ed|ing)|increas(?:e|es|ed|ing)|renew(?:ed)?|increases?)\b"
    r"|^(?:an? )?new (?:sub-?)?(?:clause|paragraph|part|article|schedule|appendix)\b",
    re.I,
)
FROM = r"(?:,? (?:from|with effect from|effective(?: from| on)?) [^:.]{4,40})?"
_OPENS = re.compile(
    r"(?:as follows|as set out below|as below|to read(?: as follows)?"
    r"|(?:now |shall |will )reads?(?: as follows)?"
    r"|the following(?: new)?(?: wording| words| (?:sub-?)?clauses?"
    r"| (?:sub-?)?paragraphs?| definitions?| notes?)?|the following\b[^:]{0,60}(?=:|\s[–—]$)"
    r"|\bnew (?:sub-?)?(?:clause|paragraph|note|definition|part|article|appendix|schedule)(?=\s*:)"
    r"|\bnew (?:sub-?)?(?:clause|paragraph)\b[^:]{0,60}(?=\s*:)"
    r"|\b(?:notes?|sentences?|bullets?|rows?|definitions?)\b[^:]{0,50}(?=:)"
    r"|(?:replaced?|substituted?)(?: it)?(?: with(?=\s*$)| by(?=\s*$)|(?: with| by)?(?=\s*:))"
    r"|(?:with|by)(?: the)? following"
    r"|\b(?:insert|add)\b"
    rf"(?: in(?:to)? (?:the )?{DIVISION} \w+)?"
    r"(?: (?:(?:immediately )?(?:after|before|below)|in|into|to|under|as"
    r"|at the (?:end|foot|start|beginning) of)\b"
    r"[^:.]{0,20}(?:\.?\d[^:]{0,30})?)?(?=\s*:)|\b(?:replac|substitut|delet)\w*\b[^:]{0,80}\b(?:with|by)"
    r"(?: (?:the )?(?:new )?(?:(?:sub-?)?clauses? )?\d[^:]{0,40})?(?=\s*:)"
    r"|(?:with|by) (?:the|a) (?:new )?(?:Part|Article|Appendix|Schedule) \w+ (?:set out )?below"
    r"(?=\s*:)"
    r"|by (?:adding|inserting|including)(?: these)?(?: \w+)?(?=\s*:)"
    r"|\bthere (?:is|are|(?:shall|will) be) (?:inserted|added|substituted)(?=\s*:)"
    r"|(?:to )?stat(?:e|es|ing)(?: that)?|new wording|amended wording(?: is)?)"
    rf"{FROM}\s*(?:[:–—-]\s*)?$",
    re.I,
)
_INLINE = re.compile(
    r"(?:as follows|(?:to|shall|will)(?: now)? read(?: as follows)?"
    r"|(?:to )?stat(?:e|ing)(?: that)?|(?:replaced|substituted) (?:with|by)(?: the following)?"
    rf"|\b(?:for|after) (?:sub-?)?clause {CITATION}(?: \([^()]*\))?,? there (?:is|(?:shall|will)"
    r" be) (?:inserted|substituted)"
    r"|with the following(?: wording)?"
    r"|\b(?:sentence|bullet(?: point)?|note|heading)\b[^:“”\"]{0,60} (?:with|by)"
    r"|the following(?: new| additional)* (?:sentence|definition|bullet(?: point)?)\b"
    r"[^:“”\"]{0,60}(?=:)"
    rf"|(?P<new>\b(?:insert|add)(?: an?| the following)?(?: new)? (?:sub-?)?clause {CITATION}"
    r"[^:“”\"]{0,40}(?=:)))"
    rf"{FROM}\s*:\s*(?=\S)",
    re.I,
)
_FEW = 3  # words that are no clause
_NEXT = re.compile(r"(?<=[”\"])[.;,]? ?(?:and|or)\s*\Z")
_ENDS = re.compile(r"[.;][”\"’]?\s*$")
_LABELLED = re.compile(
    r"\b(?:sub-?clauses?|sub-?paragraphs?|paragraphs?|definitions?|wording)\b", re.I
)
_OWN_LIST = re.compile(r"\bto\s*:\s*$", re.I)
_PROSE = re.compile(
    r"^(?:(?:The|Both) parties|The (?:employer|union|Ministry|Secretary) (?:and|agrees)|We\b"
    r"|(?:Complete|Full|Amended|Clause|The) wording\b|Terms of settlement)"
    r"|tracked?[ -]changed?|\bratif|\bthis (?:offer|settlement)\b"
    r"|\bthese terms\b|^This new (?:sub-?)?clause\b",
    re.I,
)
_DUTY = re.compile(r"(?:The|Both) parties (?:will|shall|must|may)\b", re.I)
#: What the terms say of their own changes, after the wording of one of them.
_REMARK = re.compile(
    r"(?:This|These|The above|All) (?:changes?|amendments?|variations?)\b|Consequential(?:ly)?\b"
    r"|(?:Rationale|Explanat(?:ion|ory notes?)|Comment(?:ary)?|Reasons?|Drafting notes?)\s*[:–—-]"
    r"|\[[^\[\]]*\]\.?$|No (?:other |further )?changes?\b"
    r"|\(?(?:Effective|Operative|In force|Commencing)(?: date| from| on)?\W{1,3}"
    r"\d{1,2} \w{3,9} \d{4}\W{0,2}$"
    r"|(?:Agreed|Ratified|Settled|Dated)\b[^.]{0,40}\b\d{4}\W{0,2}$"
    r"|The (?:remainder|rest|balance) of (?:the|this|sub-?clause|clause)\b"
    r"|(?:All |The )?(?:other|remaining|existing) (?:provisions|(?:sub-?)?clauses?|wording|text)\b"
    r"[^.]{0,60}\b(?:remains?|unchanged|renumbered|stands?|same)\b"
    r"|(?:Sub-?c|C)lauses? [\w.()]+ (?:remains?|stands?|(?:is|are) (?:unchanged|not changed))\b"
    r"|(?:The )?(?:contents? pages?|table of contents|index|cross[- ]references?)\b[^.]{0,40}"
    r"\b(?:updated|amended|changed|corrected)\b"
    r"|The (?:union|employer)s? (?:withdraws?|accepts?|drops?)\b",
    re.I,
)
_AGREEING = re.compile(r"\b(?:parties|agreed?|settlement)\b", re.I)
_WITHIN = re.compile(
    r"(?<!set out )(?<!contained )(?<!shown )(?<!provided )(?<!whole )(?<!all )(?<!as )"
    r"(?<!refer )(?<!refers )(?<!reference )(?<!according )(?<!subject )(?<!addition )"
    rf"\b(?:[Ii]n|[Oo]f|[Tt]o|[Ww]ithin|[Aa]mend)\s+(?P<name>{SCHEDULE})\s+"
    r"(?P<at>[A-Z]|\d+)\b(?!,?\s+clauses?\b|\s+(?:of|to)\s+(?:the(?:se)?|this)\b)"
)
_PARTS = (
    r"(?:sentences?|words?|phrases?|headings?|titles?|definitions?|bullets?|notes?|rows?|columns?"
    r"|(?:sub-?)?(?:clauses?|paragraphs?)|the following|references?|figures?|[“\"‘]"
    r"|(?:at|to) the (?:end|foot|start|beginning))"
)
_DONE = (
    r"(?:is|are|be)(?: to be)? (?:deleted|replaced|omitted|removed|amended|substituted|changed)\b"
)
#: Where in a text something is to be done: "in the second sentence,", "after “ten”", "for “x”".
_AT = (
    r"(?:in|at|from|after|before|within|under|to|for|following|throughout|wherever)\s"
    r"(?=[^.:;]{0,60}?(?:\b(?:sentence|paragraph|bullet|row|column|table|scale|list|heading|title"
    r"|note|definition|line|item|clause|word|phrase|figure)s?\b|[“\"‘]))"
    r"(?:[“\"‘][^“”\"‘]{1,200}[”\"’]|\d\.(?=\d)|[^.:;“”\"‘]){1,120}?[,:]?\s+"
)
#: What is to be done to a text, and no wording for it: "delete the second sentence".
_DIRECTS = re.compile(
    rf"\W*(?:and )?(?:{_AT})?(?:delete|replace|insert|add|omit|remove|substitute|amend|rename"
    rf"|retitle|change|strike out|renumber)\b[^.:;]{{0,80}}?(?<!\w){_PARTS}"
    r"|\W*(?:the|its)\b[^.:;]{0,60}"
    r"\b(?:sentence|word|heading|title|definition|bullet|note|row)s?\b"
    rf"[^.:;]{{0,80}}\b{_DONE}|[“\"‘][^“”\"‘]{{1,200}}[”\"’] {_DONE}"
    # "Laundry – replace “$3” with “$4”": no agreement speaks of its own words so
    r"|[^.;“”\"‘]{0,80}?\b(?:delet|replac|insert|omit|remov|substitut)(?:e|ing)"
    r" (?:the )?(?:(?:words?|figures?|phrase|amount) )?[“\"‘]",
    re.I,
)
#: A second order behind wording in quotation marks.
_ORDERS_MORE = re.compile(
    r"[”\"][\s,;]+(?:and |then )*"
    r"(?:delete|insert|replace|add|omit|remove|substitute|amend|renumber)\b",
    re.I,
)
_LAST = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z][a-z]+ )")
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_DO = (
    r"(?:amend|insert|add|delete|replace|introduce|repeal|remove|substitute|omit|update|change"
    r"|increase|vary|renumber|rename|retitle|move|correct|reword|strike out|include)"
)
_IS_DONE = (
    r"(?:amended|inserted|added|deleted|replaced|introduced|repealed|removed|substituted|omitted"
    r"|updated|changed|increased|varied|renumbered|renamed|moved|corrected)"
)
_MOVED = rf"(?:{_IS_DONE}|merged|revoked|split|struck out)\b"
#: "That clause 4 be amended by …", an order in the form of a motion.
_MOTION = re.compile(
    r"(?:(?:It (?:is|was) |The (?:parties|meeting) |We )?(?:move|resolve)[sd]?,? )?that "
    rf"(?=[^;:]{{1,200}}?(?<!not )\bbe(?: hereby)? {_MOVED})",
    re.I,
)
_ALSO = r"(?: (?:also|both|all|further|hereby|jointly|mutually|now|therefore))*"
#: A word of the name of a party, and none by which it agreed to nothing.
_NAME = (
    r"(?:(?!(?:not|never|neither|no|nor|could|would|should|might|may|must|will|did|has|had|have|was"
    r"|were|that|which|who|if|when|nearly|almost|claims?|proposals?|offers?)\b)[\w’']+)"
)
#: "Accordingly, the parties have agreed to …", before an order that stands for itself.
AGREED = re.compile(
    r"(?:(?:accordingly|additionally|also|consequently|finally|further(?:more)?|in addition|lastly"
    r"|therefore),? )?"
    rf"(?:(?:(?:(?:the|both) parties|we|the (?:{_NAME} ){{1,4}}and(?: {_NAME}){{1,5}}?)"
    rf"{_ALSO}(?: (?:have|are))?{_ALSO} agreed?|it (?:is|was|has been){_ALSO} agreed) (?:to|that) "
    rf"|agreed ?[:–—-] )(?={_DO}\b|(?:strike|take|drop|scrap) "
    rf"|[^;:]{{1,200}}?(?<!not )\b(?:is|are|be)(?: hereby)? {_MOVED})",
    re.I,
)
_BE_MOVED = re.compile(
    r"(?<!will )(?<!would )(?<!shall )(?<!should )(?<!must )(?<!may )(?<!can )(?<!not )(?<!to )"
    rf"\bbe(?=(?: hereby)? {_MOVED})",
    re.I,
)
_WOULD = re.compile(rf"\bwould(?= be(?: hereby)? {_MOVED})", re.I)
#: "Amend ...", "In Schedule 1, replace ...", "After 4.2 insert ...", "Clause 7 is deleted",
#: "Clause 7: delete", "New clause 8:".
_BEGINS_ORDER = re.compile(
    rf"(?i:{_DO})\b|New (?:sub-?)?(?:clause|paragraph|part|article|schedule|appendix)\b"
    rf"[^:]{{1,80}}:|(?:Clauses?|Article) [^;:]{{1,60}}:\s*(?i:{_DO})\b"
    r"|(?:In|At|From|After|Before|Within|Under|To|For|On|Following|Throughout|Wherever|With effect"
    r"|Effective|Immediately)\b(?:[^.;]|\.(?=\d)){1,160}?(?:[,:”\"’)\d]|\b[A-Z])\s+"
    rf"(?:{_DO}|there (?:is|are|shall be) {_IS_DONE})\b"
    r"|(?!The parties\b)(?:The|A new(?= (?:(?:sub-?)?(?:clause|paragraph)|definition)\b)|Each"
    r"|All|Both|Clauses?|Sub-?clauses?|Paragraphs?|Parts?|Articles?|Schedules?"
    r"|Appendi(?:x|ces)|Annex(?:es?)?|Table)\s[^;:]{1,160}?"
    rf"(?<!deemed to )\b(?:is|are|be)(?: to be)?(?: hereby)? {_IS_DONE}\b"
)
_LIST = (
    rf"(?:(?:sub-?)?clauses? )?{CITATION}"
    rf"(?:(?:, and |, | and | to )(?:clauses? )?{CITATION}){{0,9}}"
)
_LIKE = (
    r"(?:(?:in order )?to (?:match|mirror|reflect|follow|align with|agree with|be consistent with"
    r"|correspond (?:to|with))|in (?:line|keeping) with|consistent(?:ly)? with|as (?:in|with)|like"
    r"|by analogy with|further to|because of|as a (?:result|consequence) of)"
)
#: A clause that is named only to say why, or where another stands: it is not to be changed.
_ASIDE = re.compile(
    rf"\A\W*{_LIKE} [^,;:“\"]{{0,40}}?{_LIST}[^,;:“\"\d]{{0,40}},"
    rf"|,? {_LIKE} {_LIST}(?=\W*\Z)"
    r"|\((?:formerly|previously|currently|now|old|was|being|see|cf\.?|compare|which|renumbered from"
    rf"|{_LIKE})\b[^()]{{0,40}}?{_LIST}[^()]{{0,40}}\)"
    r"|, which (?:follows|precedes|mirrors|matches|refers to|corresponds (?:to|with)|deals with"
    rf"|(?:stands|comes|is) (?:right |immediately )?(?:after|before))\b[^,;:“\"]{{0,40}}?{_LIST}"
    r"[^,;:“\"\d]{0,40},",
    re.I,
)
_NAMED = re.compile(
    rf"\bclauses? {CITATION}|(?<![\w.$])\d+\.\d|\b(?:Part|Article|Schedule|Appendix) \w", re.I
)
#: How a clause of the agreement is named, the surest first.
_TARGETS = (
    rf"\b(?P<id>{SCHEDULE}\s+(?:[A-Z]|\d+),?\s+clauses?\s+\d[\d.]*"
    r"(?:\([a-z]+\))*)",
    rf"\b(?:(?:[Cc]lauses?\.?|[Pp]aragraph(?=\s\d+\.\d))\s+|(?=Article\s))(?P<id>{CITATION})"
    r"(?!\s+of\s+(?:Schedule\s+\d+\s+(?:of|to)\s+)?the [A-Z][\w ]* Act)",
    rf"\b[Nn]ew\s+(?P<id>{DIVISION}\s+{numbering.DESIGNATION})",
    rf"\b(?:[Aa]mend(?:ing)?|[Ii]nto|[Ii]n|[Tt]o|[Dd]elete|[Rr]eplace)\s+(?P<id>{CITATION})(?=\W|$)"
    rf"(?!\s*(?:%|per\b|days?\b|{MONTH_IN_FULL}|\d{{4}}))",
    r"\bafter\s+(?P<id>[A-Z]\.?\d+(?:\.\d+)*)",
    r"\b(?:in|of|(?:[Ii]nsert|[Aa]dd)(?:\s+a new)?)\s+(?P<id>(?:[A-Z]\.?)?\d+\.\d+(?:\.\d+)*)",
)
TERMS_ONLY = re.compile(r"terms? of settlement only\b", re.I)


@dataclass(frozen=True, slots=True)
class Lead:
    """What a paragraph of terms leads into.

    `orders` that it speaks of changing something; `opens` that wording follows it at once;
    `labelled` that labelled wording may follow without a colon; `own_list` that the list which
    follows is the instruction's own; `target` the clause that it names; `inline` where wording
    begins inside the paragraph.
    """

    orders: bool = False
    opens: bool = False
    labelled: bool = False
    own_list: bool = False
    target: str | None = None
    inline: int | None = None


def lead(text: str, heading: str = "") -> Lead:
    """What `text` leads into; `heading` is its item's, which may name the clause instead."""
    text = _NEXT.sub("", usual(text, masked(text)))
    orders = bool(ORDER.search(text)) or reads(text)
    inline = _begins(text) if orders else None
    given = text[inline.end() :] if inline else ""
    told = is_told(given) or (inline and is_moved(given, text[: inline.end()]))
    more = _ORDERS_MORE.search(given) and not within.more(given)
    if inline and (told or directs(given) or more):
        inline = None
    head = text[: inline.start() or inline.end()] if inline else text
    # the last sentence leads in: "In clause 2, delete “x”. Insert a new clause 3:"
    named = target(_LAST.split(head)[-1]) or target(head) or target(heading)
    named = named and f"{named}{within.new_label(head, named)}"
    if inline and len(given.split()) < _FEW and not _is_entry(text, inline.end()):
        inline = None
    return Lead(
        orders=orders,
        opens=orders and bool(_OPENS.search(text)),
        labelled=orders and bool(_LABELLED.search(text)),
        own_list=bool(_OWN_LIST.search(text)),
        target=named,
        inline=inline.end() if inline else None,
    )


def _begins(text: str) -> re.Match[str] | None:
    """What stands before wording that begins in the paragraph of its order."""
    found = _INLINE.search(text) or _whole_inline(text) or within.numbered(text)
    if found and found.re is _INLINE and found["new"] and not _ENDS.search(text):
        found = None  # "Insert a new clause 5: Uniforms and what they cost"
    found = found or within.new_item(text) or within.sentence(text)
    return None if found is None or within.describes(text[found.end() :]) else found


def _is_entry(text: str, at: int) -> bool:
    """Do a few words in marks, from `at` on, stand for an entry of a list: "(c) “pay.”"?"""
    listed = text[at + 1 : at + 2] == "(" or (target(text[:at]) or "").endswith(")")
    return within.is_entry(text[at:]) and bool(listed or within.new_item(text))


def _whole_inline(text: str) -> re.Match[str] | None:
    """Where a whole sentence begins in quotation marks that end the paragraph, if one does."""
    found = within.quoted(text)
    if found is None:
        return None
    first = text[found.end() + 1]
    # "to read “at once.”" gives a clause no whole sentence; an entry of a list begins so.
    listed = (target(text[: found.end()]) or "").endswith(")")
    return found if listed or not first.islower() else None


def division(text: str) -> str:
    """The Appendix or Schedule that `text` speaks within: its clauses count anew."""
    text = masked(text)
    found = _WITHIN.search(text) or led_by(text)
    return numbering.division_id(found["name"], found["at"]) if found else ""


def target(text: str) -> str | None:
    """The ID of the first clause that `text` names as one of the agreement's own, or None."""
    found, within = _target(sections_last(masked(without_asides(text)))), division(text)
    if found and within and not numbering.parse(found).division:
        return str(numbering.parse(f"{within} {found}"))
    return found


@lru_cache(8)  # of a long sentence it is asked for each of its orders
def masked(text: str) -> str:
    """`text` with what stands in quotation marks blanked: a number there names no clause."""
    return QUOTED.sub(lambda found: found[0][0] + "x" * (len(found[0]) - 2) + found[0][-1], text)


def without_asides(text: str) -> str:
    """`text` with spaces for what names clauses beside the one that it is about, if it names one.

    "To match clause 2.1, clause 2.2 is amended" is about 2.2.
    """
    plain = masked(text)
    bare = _ASIDE.sub(lambda found: " " * len(found[0]), plain)
    if bare == plain or not _NAMED.search(bare):
        return text
    return "".join(" " if now == " " else was for was, now in zip(text, bare, strict=True))


def _target(text: str) -> str | None:
    for pattern in _TARGETS:
        for found in re.finditer(pattern, text):
            if re.search(r"(?:\bsection|\bs)\.?\s*$", text[: found.start("id")]):
                continue
            try:
                return str(numbering.parse(found["id"].rstrip(".")))
            except ValueError:
                continue
    return None


def is_order(text: str) -> bool:
    """Does a paragraph or title begin with an order that opens wording, or names what it changes?

    That is a clause, a part of the agreement, or words in quotation marks.
    """
    text = as_order(text).lstrip(" \t–—-")  # "2.4.1 – delete …"
    if not (_BEGINS_ORDER.match(text[:1].upper() + text[1:]) or reads(text) or tells(text)):
        return False
    opens = text.rstrip().endswith(":") or lead(text).opens
    return opens or masked(text) != text or target(text) is not None or bool(division(text))


def as_order(text: str) -> str:
    """An order in the usual words, and what moves or agrees a change as such, as long as it was."""
    text = usual(text, masked(text))
    found = AGREED.match(text) or _MOTION.match(text)
    if found is None:
        return text
    words = list(text)
    plain = masked(text)  # what is quoted stays as it is
    for one in _WOULD.finditer(plain, found.end()):
        words[one.start() : one.end()] = " will"
    for one in _BE_MOVED.finditer(plain, found.end()):
        words[one.start() : one.end()] = "is"
    words[: found.end()] = " " * found.end()
    words[found.end()] = words[found.end()].upper()
    return "".join(words)


def is_theirs(text: str) -> bool:
    """Does a paragraph under a title speak as the terms do, and not as an agreement does?"""
    return bool(ORDER.search(text) or _PROSE.search(text) or _AGREEING.search(text))


def directs(text: str) -> bool:
    """Do the words say what is to be done to a text, so that they are no wording for it?"""
    return bool(_DIRECTS.match(text))


def is_prose(text: str) -> bool:
    """Is an unlabelled paragraph after quoted wording the terms' own again?"""
    return orders(text) or bool(_PROSE.search(text) or _REMARK.match(text))


def is_duty(text: str) -> bool:
    """Does a paragraph say what the parties shall do? An agreement speaks so, and terms do."""
    return bool(_DUTY.match(text))


def orders(text: str) -> bool:
    """Does a paragraph speak of changing a clause that it names, or say what is done to a text?"""
    return directs(text) or bool(ORDER.search(text) and target(text))

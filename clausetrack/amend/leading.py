"""What an order says between the clause that it names and the wording that it prints.

"Replace clause 4 with the following, until 30 June 2027:" is not carried out as if it ended at
"the following". What is understood there is a kind of text, a place in one, or a day.
"""

from __future__ import annotations

import re

from clausetrack.amend.binding import FOR_SOME
from clausetrack.amend.citing import as_printed
from clausetrack.segment.wording import CITATION, as_order, masked

_LONGEST = 600  # characters of a line that leads in: texts are hostile
_MARK = re.compile(r":(?=\s|$)|[–—-]\s*$")
#: "with the following", and what stands behind it.
_FOLLOWING = re.compile(
    r"\b(?:with|by|as|read|to|of|add|insert|include|introduce|substitute|put|adopt|adding|inserting"
    r"|including|introducing|substituting)(?: (?:all|both|each) of)? (?:the )?follow(?:s|ing)\b",
    re.I,
)
_NEW = (
    r"(?:new|amended|additional|further|replacement|substitute[d]?|revised|updated|agreed|whole"
    r"|single|consequential|one|two|three|four|five|six|\d{1,2})"
)
_KIND = (
    r"(?:(?:sub-?)?(?:clauses?|paragraphs?|sections?|parts?|schedules?)|words?|wording|texts?"
    r"|provisions?|definitions?|changes|amendments|notes?|sentences?|bullets?(?: points?)?"
    r"|rows?|columns?|tables?"
    r"|scales?|rates?|headings?|titles?|lines?|items?|lists?|figures?|amounts?|appendix|appendices"
    r"|annex(?:es|e)?|preamble|formula|examples?|entr(?:y|ies))\b"
)
_PLACE = (
    r"(?:,? ?(?:and )?(?:immediately |directly )?"
    r"(?:in|at|into|to|under|after|before|below|above|between|as|of|from|on|for)\b"
    rf"(?=[^,;]{{0,60}}?(?:\b{_KIND}\b|\b(?:end|foot|start|beginning|place|stead|order|agreement)\b"
    rf"|[“\"‘]| {CITATION}))[^,;()]{{1,120}})"
)
_DAY = (
    r"(?:,? (?:with effect|effective|operative|commencing|starting)?(?: ?(?:from|on|as from))?"
    r" [^,;:()]{0,60}\b(?:\d{4}\b|ratification|signing|signed|settlement|period))"
)
#: What the new wording is of, or how it is shown.
_SAID = (
    r"(?:,? (?:on|about|concerning|regarding|relating to|in relation to|of|dealing with|called"
    r"|headed|entitled|titled|numbered|which|that|in full|in its entirety|in their entirety"
    r"|(?:with|and) (?:the )?"
    r"(?:subsequent|remaining|following|later|other|existing|present|consequen)\w*"
    r"|instead|accordingly|underlined|in bold)\b[^()]*)"
)
_RATIFIED = r"(?:,? subject to (?:\w+[’']?s? ){0,4}ratif\w*(?: \w+){0,6})"
#: "and renumber the remaining clauses accordingly", in words of numbers, texts and order alone
_OF_NUMBERS = (
    r"(?:the|all|any|its|those|of|and|to|as|from|in|that|by|be|follow(?:s|ing)?|subsequent(?:ly)?"
    r"|later|remain(?:ing|der)|rest|balance|existing|current|present|old|other|become|onwards?"
    r"|thereafter|behind|after|accordingly|consequential(?:ly)?|consecutive(?:ly)?|sequen(?:ce|tially)"
    r"|suit|required|necessary|appropriate|order|agreement|list"
    r"|(?:sub-?)?(?:clause|paragraph|item|provision|section|part|schedule)s?"
    rf"|\(?(?:{CITATION}|\([a-z]+\))(?: ?[–-] ?(?:{CITATION}|\([a-z]+\)))?\)?)"
)
_NUMBERED = (
    r"(?:,? (?:(?:and|then|to|with) ){0,2}(?:consequentially )?re-?(?:number|letter)(?:ing)?"
    rf"(?:,? {_OF_NUMBERS}(?![^\s,;]))*(?![^,;()\s]| [^,;()]))"
)
_SHOWN = (
    r"(?: ?[(\[][^()\[\]]*\b(?:shown|bold|underlin\w*|changes|italics|track\w*)\b"
    r"[^()\[\]]*[)\]])"
)
#: "(existing clause 15.3 becomes 15.4)", which is held against what comes of it.
_MOVED = r"(?: ?\((?:the )?(?:existing|current|present|old) [^()]*\b(?:becom|re-?number)[^()]*\))"
_TITLED = (
    r"(?:(?: ?[–—-] ?| )(?-i:[A-ZĀĒĪŌŪ])[\w ’'-]{1,60}| \((?-i:[A-ZĀĒĪŌŪ])[^()]{1,60}\)"
    r"| [“\"‘]x+[”\"’])?"
)
_NAMED = re.compile(
    rf"(?: {_NEW}){{0,4}}(?: {_KIND})?"
    rf"(?: \(?(?:{CITATION}|(?-i:[A-Z])\b|\([a-z]+\))\)?{_TITLED})?",
    re.I,
)
_MORE = re.compile(
    rf"{_RATIFIED}|{_SHOWN}|{_NUMBERED}|{_MOVED}|{_DAY}|{_PLACE}|{_SAID}"
    rf"|,? (?:and|to) (?:{_KIND}|{CITATION}|\([a-z]+\))|[\s,]+",
    re.I,
)
#: Nowhere before the wording: the order is not for all, not for good, or not in these words.
_QUALIFIES = re.compile(
    r"\b(?:if|unless|until|subject to|on (?:the )?condition|conditional(?:ly)?|contingent|pending"
    r"|except|for (?:the|a) (?:term|duration|period|life|trial)|on a trial|as a (?:trial|pilot)"
    r"|similar|along the (?:following )?lines|to the (?:following|same|like) effect|in substance"
    r"|substantially|broadly|in principle|or equivalent|something like|indicative(?:ly)?"
    r"|such as|to the effect (?:of|that)|(?:by way of|for) example|for instance)\b"
    r"|\bonly(?=\W*$)|(?:, ?|\()(?:provided|but|where|when|while)\b"
    r"|(?:, ?|\(|^\W*(?=at\b|in the case))(?:in respect of|in the case of|for|at) "
    r"(?!all\b|clarity\b|consistency\b|completeness\b|ease\b)"
    r"(?![^,:]{0,60}(?:\b(?:avoidance|end|foot|start|beginning|top|bottom|(?:sub-?)?clauses?"
    r"|paragraphs?|schedule|appendix|part|article|definitions?)\b|\d\.\d|[“\"‘]))"
    rf"|\breplac(?:e[sd]?|ing) (?:clauses? )?{CITATION},? "
    r"(?:for|at|in respect of|in relation to|as regards)\b(?! (?:the )?(?:purposes?|clarity)\b)",
    re.I,
)
#: A new clause may be for some, and say so itself.
_ADDS = re.compile(r"\b(?:insert|add|includ|introduc)", re.I)
_WAITS = re.compile(_RATIFIED, re.I)
#: Why a change is made, which is not when: "so that …", "to recognise …".
_PURPOSE = re.compile(
    r"\b(?:so that|in order to|to (?!read\b|be\b|the\b|clauses?\b)[a-z]+)\b.*", re.I | re.S
)
_TITLE = re.compile(rf"({CITATION}) \((?![Ss]ubject|[Ii]f\b|[Oo]nly|[Uu]n)[A-Z][^()]*\)")


def qualified(instruction: str) -> str:
    """The words by which an order limits what it leads into; "" where there are none."""
    plain = masked(as_order(instruction))
    start = 0
    for mark in _MARK.finditer(plain):
        line = plain[start : mark.start()][-_LONGEST:]
        line = _TITLE.sub(r"\1", re.split(r"(?<=[a-z)”\"])\. ", line)[-1])
        start = mark.end()
        for found in [*_FOLLOWING.finditer(line)][-1:]:
            tail = line[found.end() :]
            if not _is_understood(tail):
                return as_printed(f"{found[0]}{tail}".strip(" ,"), instruction)
        head = _PURPOSE.sub("", _WAITS.sub("", line))
        limit = _QUALIFIES.search(head) or (None if _ADDS.search(head) else FOR_SOME.match(head))
        if limit:
            return as_printed(head[limit.start() :].strip(" ,("), instruction)
    return ""


def _is_understood(tail: str) -> bool:
    """Does nothing stand behind "the following" but a kind of text, its place, and a day?"""
    found = _NAMED.match(tail)
    while found and found.end() < len(tail) and (more := _MORE.match(tail, found.end())):
        found = more
    return found is not None and found.end() == len(tail)

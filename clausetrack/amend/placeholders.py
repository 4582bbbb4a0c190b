"""What stands in wording for words that are not printed: "[remainder unchanged]", "Rest as is."

It is known by its kind. It speaks of the text and not of what the text is about: all its words are
names of texts, of what becomes of texts, and small words between them.
"""

from __future__ import annotations

import re

from clausetrack.amend.splitting import split
from clausetrack.segment.wording import CITATION

_LONGEST = 200  # characters of such a remark: texts are hostile
_TEXT = (
    r"(?:rest|remainder|remaining|balance|others?|(?:sub-?)?(?:clauses?|paragraphs?|sections?|items?)"
    r"|articles?|wording|text|words?|provisions?|content|terms?|parts?|schedules?|list|table|bullets?"
    r"|sentences?|definitions?|lines?|agreement|all|everything|nothing|none|otherwise|above|below)"
)
_STATE = (
    r"(?:unchanged|unaltered|unaffected|unamended|as is|as before|as (?:per|in)|current(?:ly)?"
    r"|existing|present|status quo|same|stands?|stays?|remains?|retain(?:ed)?|keep|kept|continues?"
    r"|no (?:other |further )?changes?|not changed|delet(?:e|ed|ion)|repealed|omitted|removed"
    r"|renumber(?:ed)?|ditto|etc|tb[acd]|confirm(?:ed)?|to come|to follow|not used)"
)
#: What an editor writes in square brackets beside the text.
_NOTED = (
    r"(?:new|amended|revised|updated|inserted|added|agreed|checked?|pending|draft(?:ing)?|notes?|nb"
    r"|old|previous|blank)"
)
_SMALL = (
    r"(?:the|a|an|of|in|to|is|are|be|will|shall|should|as|at|this|that|these|those|it|its|from|for"
    r"|and|or|no|not|any|with|by|on|per|also|now|change[sd]?|collective|both|each|up|out|yet)"
)
_WHO = r"(?:unions?|employers?|part(?:y|ies)|companys?|board|council|ministry|management|by)"
_WORDS = rf"{_STATE}|{_TEXT}|{_SMALL}|{CITATION}"
_STANDS_FOR = re.compile(rf"(?=.*\b{_STATE}\b)(?:\W|\b(?:{_WORDS})\b)*", re.I | re.S)
_EDITED = re.compile(
    rf"(?:\((?=.*\b{_STATE}\b)|\[(?=.*\b(?:{_NOTED}|{_STATE})\b))"
    rf"(?:\W|\b(?:{_NOTED}|{_WHO}|{_WORDS})\b)*",
    re.I | re.S,
)
_BRACKETED = re.compile(r"\[[^\[\]]{2,200}\]|\([^()]{2,200}\)")
#: A clause that is left out, and keeps its number.
_GONE = re.compile(r"\W*(?:deleted|repealed|omitted|removed|not used|blank)\W*", re.I)
#: "To be drafted by the parties."
_TO_COME = re.compile(
    r"\W*(?:(?:(?:new|the|exact|final) )*(?:wording|words|text|details?|clause|drafting) )?"
    r"(?:(?:is|are|still|yet) )*to be (?:added|advised|agreed|confirmed|determined|discussed"
    r"|drafted|finalised|inserted|negotiated|provided|settled|supplied|worded|written)\b"
    r"[^.;:]{0,60}\W*",
    re.I,
)
_AMOUNT = r"(?:\$\s?\d[\d,.]*\d|\$\d)"
#: The old figure before the new one, its lines through it lost: "[37.5] 37", "$14.50 $17.00".
_TWICE = re.compile(
    rf"\[\s*(?:{_AMOUNT}|\d[\d,.]*%?)\s*\]\s*\$?\s?\d[\d.,]*|{_AMOUNT} +{_AMOUNT}(?![\d,.]*\d)"
)


def placeholder(text: str, *, marked: bool) -> str:
    """What of a text stands for words that are not printed; "" where nothing does.

    Between quotation marks (`marked`) a sentence is wording, and "[deleted]" may be all of it.
    """
    for found in _BRACKETED.finditer(text):
        if _stands_for(found[0]) and not (marked and _GONE.fullmatch(found[0])):
            return found[0]
    if twice := _TWICE.search(text):
        return twice[0]
    return next(filter(_stands_for, () if marked else split(text)), "")


def _stands_for(said: str) -> bool:
    known = _STANDS_FOR.fullmatch(said) or _EDITED.fullmatch(said) or _TO_COME.fullmatch(said)
    return len(said) <= _LONGEST and bool(known)

"""Amounts that are measured from another, stand beside it, or are owed: what no payer may miss."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausetrack import values
from clausetrack.rates import units

_PER = (
    r"(?:(?:gross|net)\s+)?(?:(?:per|an?|each|every)\s+[\w-]+|p\.?a\.?(?!\w)|/\s?\w+|hourly|daily|weekly"
    r"|fortnightly|monthly|annually)?\s*"
)
#: What another amount is called: "the ordinary rate", "grade 3", "what a hand is paid".
_OTHER = (
    r"(?:(?!\b(?:and|or|is|are|will|shall|from|for)\b)[\w’'-]+\s+){0,6}?"
    r"(?:rates?|pay|wages?|salar(?:y|ies)|scales?|remuneration|earnings|minimum|award|adult|allowances?|amount"
    r"|(?:grades?|steps?|levels?|bands?|class(?:ification)?s?|points?|group)\b(?:\s+\w+)?)\b"
    r"(?!\s+(?:periods?|years?|days?|runs?|rounds?|cycles?)\b)"
)
_MORE = r"(?:more|less|higher|lower|greater)"
_DIFFERS = re.compile(
    rf"\s*{_PER}(?:{_MORE}\s+{_PER}than\b"
    rf"|{_MORE}\s*{_PER}(?=$|[.,;:)]|(?:for|on|at|in|when|while|where|if|during)\b)"
    rf"|(?:above|below|over(?=\s+(?:the|that|their|his|her|any|what)\b)|in\s+excess\s+of)\s+{_OTHER})",
    re.I,
)
_LESS = re.compile(
    rf"\b{_OTHER}\s*(?:\([^()]*\)\s*)?(?:less|minus|reduced\s+by|(?P<plus>plus|\+))\s+(?:an?\s+)?$",
    re.I,
)
_LESS_ENDS = re.compile(r"(?:less|minus|by|plus|\+)\s+(?:an?\s+)?$", re.I)
#: "The night rate is the ordinary rate plus $3": what it comes to is not said.
_IS_RATE = re.compile(
    r"\b(?:rate|salary|wage|pay)s?\s+(?:of\s+(?:an?\s+|the\s+)?[\w -]{2,40}?\s+)?"
    r"(?:is|are|(?:will|shall)\s+be)\b[^.;$]*$",
    re.I,
)
_MARGIN = re.compile(
    r"\b(?:margins?|differences?|gap|relativit(?:y|ies))\b[^.;,$]{0,60}?\b(?:of|is|be)\s+$", re.I
)

_EXTRA_BEFORE = re.compile(
    r"\b(?:extra|additional)\s+(?:(?:sum|amount|payment|allowance|premium)\s+of\s+)?"
    r"(?:(?:[a-z-]+\s+){1,7}?(?:dollars?|cents?)\s*\(\s*)?$"
    r"|\b(?:in\s+addition\s+to|on\s+top\s+of|over\s+and\s+above)\s+[^.;$]{0,60}?"
    r"\b(?:rates?|pay|wages?|salar(?:y|ies)|remuneration|earnings|allowances?)\b[^.;$]*$",
    re.I,
)
_EXTRA_BEHIND = re.compile(
    rf"\s*{_PER}(?:(?:is|are|will\s+be|shall\s+be)\s+)?(?:(?:paid|payable)\s+)?"
    r"(?:extra\b|in\s+addition\b|on\s+top\b|over\s+and\s+above\b|as\s+an?\s+(?:extra|addition|supplement)\b)",
    re.I,
)
_WHICH = (
    r"(?P<{}>greater|greatest|higher|highest|larger|more|lesser|less|lower|lowest|smaller|later)"
)
_GREATER = re.compile(
    rf"\bwhich(?:ever)?(?:\s+\w+)?\s+is\s+(?:the\s+)?{_WHICH.format('how')}\b"
    rf"|\bthe\s+{_WHICH.format('one')}\s+of\b",
    re.I,
)
_SUM = (
    r"(?:annual\s+)?(?:payment|amount|sum|reimbursement|grant|compensation|payout|benefit|value)s?\s*"
    r"(?:payable|paid|claimable|of\s+compensation|(?:for|per)\s+(?:an?\s+|each\s+)?[\w-]+)?"
)
_MOST = re.compile(
    r"\b(?:up\s+to|(?:a\s+)?maximum\s+of|capped\s+at|limited\s+to)\s+(?:an?\s+(?:maximum|value|total|cost)\s+of\s+)?$"
    rf"|\bmaximum\s+(?:{_SUM}|(?:per|for\s+each)\s+[\w-]+)\s*(?:is|of|(?:will|shall)\s+be)\s+$",
    re.I,
)
#: "The allowance goes up to $18": what it rises to.
_RISES = re.compile(
    r"\b(?:go(?:es|ing|ne)?|went|mov(?:es?|ed|ing)|com(?:es?|ing)|put|brought|brings?|taken?|takes?)\s+"
    r"up\s+to\s+$",
    re.I,
)
_LEAST = re.compile(
    r"\b(?:(?:not|no|be|paid)\s+less\s+than|at\s+least|(?:a\s+)?minimum(?:\s+payment)?(?:\s+of)?"
    rf"|minimum\s+{_SUM}\s*(?:is|of|(?:will|shall)\s+be))\s+$",
    re.I,
)
_EMPLOYER_GIVES = re.compile(
    r"\bemployer(?:['’]?s)?\b[^.;$]{0,60}?\bcontribut\w+\b[^.;$]{0,60}$", re.I
)

#: For what each such sum is, beside its period: "$25 per week per apprentice", "for each month
#: not worked", "$50 three times a year".
_FOR_EACH = re.compile(
    r"\s*(?P<first>(?:per|an?|each|every)\s+[\w-]+)\s+(?P<what>(?:per|for\s+(?:each|every))\s+"
    r"(?:(?!\b(?:up\s+to|to\s+a|subject)\b)[^.,;:$()]){2,60})"
    r"|[^.;:$()\d]{0,30}?\b(?P<not>(?:for\s+)?(?:per|an?|each|every)\s+\w+\s+(?:which\s+is\s+|that\s+is\s+)?not\s+\w+)"
    r"|[^.;:$()]{0,40}?\b(?P<times>(?:twice|thrice|\w+\s+times)\s+(?:an?|per|each|every|in\s+(?:an?|each|any))"
    r"\s+\w+)",
    re.I,
)

#: "$31.50 per dive": what is counted by has no name of a unit.
_PER_THING = re.compile(
    r"\s*(?:for\s+(?!per\b)|(?=per\b))(?P<what>(?:per|each|every)\s+[a-z][\w-]*"
    r"(?:\s+(?!(?:and|or|is|are|for|to|in|on|at|up|if|when|where|which|that|who|with|from|but|will|shall|by|as|plus"
    r"|of|while|worked|paid|payable|each|every|per)\b)[a-z][\w-]*)?)",
)

_WHO = (
    r"(?:employees?|workers?|teachers?|nurses?|staff|members?|persons?|apprentices?|trainees?|drivers?"
    r"|officers?|he|she|they|he\s+or\s+she|tenants?|occupants?)"
)
#: Who is given something: "an officer will reimburse eligible employees up to $300".
_TO_THEM = rf"(?:to\s+)?(?:(?:the|an?|each|every|any|all|those|such|eligible)\s+){{0,3}}{_WHO}\b"
#: Between who pays and the amount: nothing that gives it to somebody.
_NO_GIVING = (
    r"(?:(?!\b(?:is|are|be|been|paid|receives?|gets?|reimbursed|may|will|shall|claims?|entitled)\b)"
    r"[^.;:,$]){0,50}$"
)
#: What is taken: "deducts union fees of $8", "shall deduct dues of $20".
_TAKEN = (
    r"(?:[\w’'-]+\s+){0,4}?(?:fees?|dues|subscriptions?|lev(?:y|ies)|contributions?|premiums?|rent"
    r"|sums?|amounts?)"
)
#: What those who work pay: "the employee pays $12 a week", "a fine of $50".
_OWED = re.compile(
    rf"\b{_WHO}\s+(?:(?:who|living|in|using|on)\b[^.;,$]{{0,40}}?\s+)?"
    r"(?:(?:will|shall|must|may|can|has\s+to|have\s+to|agrees?\s+to|(?:is|are|may\s+be)\s+required\s+to"
    r"|(?:is|are)\s+(?:liable|obliged)\s+to)\s+)?"
    r"(?:pays?(?!\s+(?:rates?|scales?)\b)|repays?|reimburses?|refunds?|contributes?|forfeits?|owes?)\b"
    rf"(?!\s+{_TO_THEM}){_NO_GIVING}"
    r"|\b(?:reimburses?|repays?|refunds?|compensates?|pays?)\s+(?:back\s+)?(?:to\s+)?the\s+employer\b"
    rf"{_NO_GIVING}"
    r"|\bemployer\s+(?:(?:may|can|will|shall|must|is\s+entitled\s+to)\s+)?(?:also\s+)?"
    rf"(?:recovers?|withholds?|retains?|charges?|claws?\s+back)\b{_NO_GIVING}"
    r"|\b(?:fines?|rent)\s+(?:of|is|will\s+be|shall\s+be)\s+(?:up\s+to\s+)?$"
    r"|\b(?:is|are|be)\s+(?:charged|fined)\s+(?:at\s+)?(?:up\s+to\s+)?$"
    r"|(?<!\bin )\bexcess\s+(?:of|paid|payable)\b[^.;:,$]{0,60}$"
    r"|\b(?:give|hand|pay)s?\s+back\s+(?:up\s+to\s+)?$"
    r"|\b(?:union|membership|association)\s+(?:fees?|dues|subscriptions?)\s+(?:of|are|is|(?:will|shall)\s+be)\s+$"
    rf"|\bdeduct(?:s|ed|ing|ions?)?\s+(?:{_TAKEN}\s+)?(?:(?:of|up\s+to|from\b[^.;:,$]{0,40}?)\s+)?$",
    re.I,
)
_OWED_BEHIND = re.compile(
    rf"\s*{_PER}(?:and\s+)?(?:(?:is|are|will\s+be|shall\s+be|must\s+be|may\s+be|to\s+be)\s+)?"
    r"(?:(?:payable|paid|owed|owing|due|met|borne|refunded|repaid)\s+"
    rf"(?:by\s+(?:the|an?|each|every)\s+{_WHO}|to\s+the\s+employer)\b"
    r"|(?:deducted|recovered|withheld|charged|forfeited)\b)",
    re.I,
)

#: No condition or limit stands between: "shall not be paid less than $40" sets it.
_DENIED = re.compile(
    r"\b(?:(?:(?:will|shall|do|does|is|are|must|may)\s+not|cannot|no\s+longer)(?:\s+be)?(?:\s+also)?"
    r"|(?:is|are)\s+no\s+longer)\s+"
    r"(?:receives?|paid|payable|gets?|claims?|(?:entitled|eligible)\s+(?:to|for)(?:\s+receive)?)\s+"
    r"(?:(?!\b(?:until|unless|but|except|less|more|if|where|when|who|than|after|before|from|only)\b)"
    r"[a-z’'-]+\s+){1,9}\(?\s*$",
    re.I,
)

_NEAR = 200  # characters beside a figure in which the words that weigh it against another stand
_OWED_ROW = re.compile(
    rf"\b(?:payable|paid|owed|owing|met|borne)\s+by\s+(?:(?:the|an?|each|every)\s+)?{_WHO}\b"
    r"|\bdeduct(?:ed|ions?)\b|\bfines?\b",
    re.I,
)
_EXTRA_HEAD = re.compile(
    r"\b(?:extra|additional)\b|\b(?:in\s+addition\s+to|on\s+top\s+of|over\s+and\s+above)\b", re.I
)
_LONGEST = 120  # characters of a row's own words
MEASURED = "measured from another figure"
OWED = "taken off, and nobody's pay"
EXTRA = "on top of another amount"
NOT_PAID = "what is not paid"


def is_owed(before: str, sentence: str, end: int) -> bool:
    """Is it an amount that those who work pay, or that is taken from their pay?"""
    return bool(_OWED.search(before[-_NEAR:]) or _OWED_BEHIND.match(sentence, end))


def is_denied(before: str) -> bool:
    """Do the words before an amount say that it is not paid: "shall not receive the $40 fee"?"""
    return bool(_DENIED.search(before[-_NEAR:]))


def is_measured(before: str, sentence: str, end: int) -> bool:
    """Is it by how much one figure is above or below another, and no figure that is paid?"""
    if _EXTRA_BEHIND.match(sentence, end):
        return False
    if _DIFFERS.match(sentence, end) or _MARGIN.search(before):
        return True
    said = _less(before)
    return bool(said and (not said["plus"] or _IS_RATE.search(before[-_NEAR:])))


def _less(before: str) -> re.Match[str] | None:
    """The words right before a figure that take it from another, or set it beside it."""
    ends = _LESS_ENDS.search(before[-20:])
    return _LESS.search(before[-_NEAR:]) if ends else None


def of_row(texts: Sequence[str]) -> str:
    """What the words in the columns behind the figures of a row say of them, beside their unit."""
    said = []
    for text in texts:
        words = units.of_unit_cell(text) == "" and re.search(r"[^\W\d_]{2}", text)
        if words and not values.money(text):
            said.append(f"“{text[:_LONGEST]}”")
    return "; ".join(dict.fromkeys(said))


def is_owed_row(words: str) -> bool:
    """Do the words of a row say that those who work pay its figures?"""
    return bool(_OWED_ROW.search(words))


def of_heading(*texts: str) -> str:
    """The note that a heading or the name of a row makes: "Extra per hour"."""
    return EXTRA if any(map(_EXTRA_HEAD.search, texts)) else ""


def note(sentence: str, before: str, end: int) -> str:
    """What a payer must know of a figure that ends at `end`, beside its amount."""
    said = []
    plus, before = _less(before), before[-_NEAR:]
    if (
        (plus and plus["plus"])
        or _EXTRA_BEFORE.search(before)
        or _EXTRA_BEHIND.match(sentence, end)
    ):
        said.append(EXTRA)
    if _MOST.search(before) and not _RISES.search(before):
        said.append("at most")
    elif _LEAST.search(before):
        said.append("at least")
    if which := _GREATER.search(sentence, max(0, end - _NEAR), end + _NEAR):
        said.append(f"whichever is the {(which['how'] or which['one']).lower()}")
    if each := _FOR_EACH.match(sentence, end):
        words = each["what"] or each["not"] or each["times"]
        if each["first"] and units.is_time(each["what"]) and not units.is_time(each["first"]):
            words = each["first"]  # "$19 per child per day" is by the day
        said.append(f"“{' '.join(words.split())}”")
    elif (thing := _PER_THING.match(sentence, end)) and not units.of_words(
        sentence[thing.start("what") : end + _NEAR]
    ):
        said.append(f"“{' '.join(thing['what'].split())}”")
    if _EMPLOYER_GIVES.search(before):
        said.append("a contribution of the employer")
    return "; ".join(said)

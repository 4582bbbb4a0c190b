"""What an order can mean by its words alone, and which wording can belong to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from clausetrack import numbering, values
from clausetrack.amend.between import between
from clausetrack.amend.citing import labels_last
from clausetrack.amend.drafts import Draft
from clausetrack.amend.narrower import counts_place, says_where
from clausetrack.amend.said import figures_for_figures, quotations, undated, words_for_words
from clausetrack.model import Clause
from clausetrack.segment.articles import sections_last
from clausetrack.segment.inline import new_label
from clausetrack.segment.phrases import BE, DELETE, DIVISION, GONE, JOIN, LABELS, ORDINAL, SCHEDULE
from clausetrack.segment.wording import CITATION, QUOTED, as_order, masked, without_asides

_PART = re.compile(
    r"\b(?:sentences?|words|phrases?|bullet points?"
    rf"|{ORDINAL} (?:paragraph|line|part|row|column|bullet))\b",
    re.I,
)
_WITHIN = re.compile(
    r"\b(?:definitions?|headings?|titles?|bullets?|rows?|columns?|lists?|notes?"
    r"|paragraph(?!\s+\d))\b",
    re.I,
)
_CONDITIONED = re.compile(
    r"\b(?:if|unless|until|provided|subject to|where|wherever|when|except"
    r"|other than|excluding|apart from|save that|throughout"
    r"|for (?:an? )?(?:employees?|teachers?|nurses?|staff|members?|those))\b",
    re.I,
)
#: "Delete: “x”", a line by itself: what comes in its place may stand in the next.
_LINE = re.compile(r"\W*\w+:\s*(?:“[^“”]*”|\"[^\"]*\"|‘[^‘]*’|'[^']*')\W*")
_SINGLE = re.compile(r"‘[^‘’]{1,200}’(?!\w)|(?<!\w)'[^']{1,200}'(?!\w)")
#: "everything after “x”" is no "x".
_STRETCH = re.compile(
    r"\A(?!.*\b(?:insert|add)).*\b(?:words?|everything|all|text|wording|rest|remainder|part|what(?:ever)?)\b[^“”\"]{0,30}"
    r"\b(?:after|before|following|preceding|behind|from|between|up to)(?: the words?)? [“\"]",
    re.I | re.S,
)
#: A day that an event sets.
_BY_EVENT = re.compile(
    r"\bwith effect\b|\beffective\b"
    r"|\b(?:as )?from the (?:first|start|beginning|date|day|commencement)\b"
    r"|\b(?:on|upon|after|following) (?:the )?(?:ratification|signing|commencement|expiry)\b",
    re.I,
)
_THIS = r"(?:this|these|it|they|the (?:change|amendment|clause|wording)s?)"
#: What an order that prints its wording hangs on. "for employees who" describes the wording.
_HELD_BACK = re.compile(
    r"(?:(?:^|(?<=[.:;]) )(?:if|provided that|(?:but )?only)|\bunless)\b(?![^.:;]*\bratif)"
    r"|(?:^|(?<=[.:;]) )for [^.:;]{1,60} only\b"
    rf"|(?:^|(?<=[.:;]) ){_THIS} (?:[a-z]+ ){{0,3}}?(?:appl(?:y|ies)|is|are|holds?)\b"
    r"[^.:;]{0,60}\bonly\b",
    re.I,
)
#: "In Schedule 2, delete paragraph 3"
_IN_DIVISION = re.compile(
    rf"(?:In |At )?(?:the )?(?P<within>{SCHEDULE} (?:[A-Z]|\d+)),? "
    r"(?P<verb>(?:delete|remove|omit|repeal) )?"
    rf"(?P<what>(?:clause|paragraph|item)s? {CITATION})(?P<rest>\b.*)", re.S
)  # fmt: skip
_ONE = (
    r"(?:(?:the whole|all) of )?(?:(?:[Cc]|[Ss]ub-?c)lauses? |[Ii]tems? (?!\d+ to clause)"
    rf"|[Pp]aragraphs? (?=\d+[A-Z]? (?:of|in) (?:the )?{SCHEDULE} ))?{CITATION}"
    rf"(?: (?:of|in|to) (?:the )?{SCHEDULE} (?:[A-Z]|\d+)\b)?"
)
_AT = r"(?:\d+|[A-Z])"
_DIVISIONS = rf"(?:{DIVISION}s|Appendices) {_AT}(?:(?:, |,? (?:and|&) ){_AT})+(?!\w)"
#: A label by itself stands for a clause behind a label only: "2.3(a) to (c)".
_LIST = (
    rf"(?:{_DIVISIONS}|{_ONE})(?:{JOIN}{_ONE}|(?<=\)){JOIN}(?:paragraphs? )?{LABELS})*"
    r"(?:,? \(?inclusive\)?)?"
)
_ENTIRELY = (
    r"(?: (?:from|of) th(?:e|is) (?:(?:current|existing|collective|employment) )*[Aa]greement)?"
    r"(?: in (?:its|their) entirety| in full| altogether| entirely)?[.;,]?"
)
_THE_CLAUSE = r"(?: (?:(?:the|this) )?(?:(?:whole|entire) )?(?:sub-?)?clause)"
#: What may stand behind the last words in marks: where they stand, and what is done to them.
_BEHIND = re.compile(
    r",? (?:in|from|of|to|within|at)(?: both)?"
    r"(?: the (?:list|table|scale)(?: of [\w-]{1,30}){0,2} (?:in|of|to))?"
    rf" {_LIST}(?!\w| [A-Z][a-z]{{2,8}} \d{{4}})"
    r"|,? (?:in|from|of|within) (?:that|the|this) (?:(?:sub-?)?clause|paragraph|agreement)\b"
    r"|,? +(?:instead|in (?:its|their) (?:place|stead))\b"
    r"|,? (?:in (?:both|all|each) (?:places?|instances?)"
    r"|wherever (?:it|they|the words?) (?:occurs?|appears?)|throughout)\b"
    rf"|(?: words?)?,? {BE} (?:{GONE}|inserted|added)\b"
    r"| comes? out\b|\(s\)|s\b|\s*[.;:,](?=\s|$)"
    r"|\s+(?:and\s*$)?",
    re.I,
)
#: Before the first words in marks: for whom, or for how long ("for 12 months, in clause 4 …").
FOR_SOME = re.compile(
    r"(?:\A|[,;:(–—-])\s*"
    r"(?:for|in respect of|in the case of|in relation to|as regards|during|over)\s+(?=\S)"
    r"(?!(?:(?:the|this) )?(?:words?|figures?|phrase|amount|(?:sub-?)?clauses?|paragraphs?|items?"
    r"|part|article|schedule|appendix|\d+\.\d|consistency|clarity|completeness|avoidance|sake"
    r"|(?:same|these) reasons?|reasons?|purposes?)\b|[“\"‘'])",
    re.I,
)
#: “This takes effect”, without its day.
_TAKES_EFFECT = re.compile(
    r"\W*(?:this|it|the|these|they)(?: (?:change|amendment)s?)?(?: (?:shall|will|is|are|to))?"
    r"(?: (?:be|appl(?:y|ies)|operates?|comes? into (?:force|effect)|takes? effect))?\W*",
    re.I,
)
#: An order to take out whole clauses and nothing else; it needs no wording.
_WHOLE = re.compile(
    rf"(?:(?i:{DELETE}|in) )?{_LIST}(?: {BE} {GONE})?{_ENTIRELY}(?: and)?"
    rf"|{_LIST}\s*[:–—-]\s*(?:[Dd]eleted?|[Rr]emoved?|[Rr]epeal(?:ed)?|[Oo]mit(?:ted)?)"
    rf"{_THE_CLAUSE}?{_ENTIRELY}(?: and)?"
)
#: Under a title that names the clause: "Delete the clause."
_UNDER_TITLE = re.compile(
    rf"\W*(?:delete|remove|repeal|omit|strike out)(?P<clause>{_THE_CLAUSE})?{_ENTIRELY}", re.I
)
_NUMBER_ALONE = re.compile(rf"\W*(?:sub-?)?clause {CITATION}\W*", re.I)
_OF_PART = re.compile(
    r"\b(?:sentence|paragraph|bullet|row|column|table|note|word|heading|title|part|only)s?\b", re.I
)
#: The same in words that the grammar has no verb for.
_TAKES_OUT = re.compile(
    r"(?:(?:(?:(?:The|Both) parties|We) (?:have )?agreed?|It is agreed) (?:to|that) )?"
    r"(?:(?:(?:[Tt]ake|[Ss]trike|[Cc]ut) out|[Ss]trike|[Ss]crap|[Dd]rop|[Rr]evoke|[Rr]escind"
    r"|[Aa]bolish|[Gg]et rid of|[Dd]o away with|[Dd]ispense with)"
    rf"(?: the whole of| all of)? {_LIST}{_ENTIRELY}"
    rf"|(?:[Tt]hat )?{_LIST} {BE} {GONE}{_ENTIRELY}"
    rf"|{_LIST}(?:\s*[:–—-])? (?:[Tt]o (?:go|come out)|[Cc]omes? out)[.;,]?"
    rf"|{_LIST}\s*[:–—-] (?:(?:[Tt]aken?|[Ss]tr(?:ike|uck)) out|(?i:{GONE}|delete|remove"
    rf"|repeal|omit){_THE_CLAUSE}?){_ENTIRELY})"
)
_DEFINES = re.compile(r"[”\"’] (?:means?|includes?)\b[^.]{0,200}:\s*$")
_ELLIPSIS = re.compile(r"\.\.\.|…|\[\s*…")
#: What has been done is not ordered.
_TOLD = re.compile(r"\b(?:was|were|has|have|had)\b", re.I)
#: What is done to whole clauses in the same breath.
_OF_CLAUSES = re.compile(
    r"\b(?:delet|repeal|remov|omit|insert|add|(?:and|then|,) (?:amend|replac))\w*\s+"
    rf"(?:(?:the|a|an|new|following|{ORDINAL})\s+)*"
    r"(?:(?:sub-?)?(?:clauses?|paragraphs?)\b|\([a-z]{1,4}\)|(?:part|article|appendix|schedule)\b|\d\b"
    r"|(?:sentence|bullet|note|row|column|definition|heading|title|table)s?\b)",
    re.I,
)
#: A part of a clause that the words stand in: they may stand in another as well.
_COUNTED = re.compile(
    rf"\b(?:{ORDINAL}"
    r" (?:sentence|paragraph|bullet|row|line|note|item|column|definition|part|occurrence|reference)"
    r"|row (?:for|of|headed)|definition (?:of|for))", re.I
)  # fmt: skip


#: Clauses of one list, by their numbers.
_NUMBERED = r"(?<![\w.$£€])(?:[A-Z]\.?)?\d[\w.]*(?<!\.)(?:\s?\([a-z]+\))*"
_NUMBERS = re.compile(
    rf"(?:\bclauses? |(?<![\w.$£€])(?=(?:[A-Z]\.?)?\d+\.\d+(?!\d| ?(?:%|per\b)))){_NUMBERED}"
    rf"(?:(?:,? (?:and|or|to)|,| ?[-–&])(?: (?:also|both))?(?: (?:in|of|from|to))?"
    rf" ?(?:{DIVISION} (?:\d+|[A-Z]),? )?"
    rf"(?:clauses? )?{_NUMBERED})*",
    re.I,
)


def is_in(clause: str, aim: str | None) -> bool:
    """Is a clause the one that an order is on, or a part of it?"""
    try:
        return aim is not None and numbering.parse(clause).within(numbering.parse(aim))
    except ValueError:
        return False


def relates(clause: str, aim: str | None) -> bool:
    """Can wording for `clause` belong to an order on `aim`: under it, above it, in its Part?"""
    if aim is None:
        return False
    try:
        own, other = numbering.parse(clause), numbering.parse(aim)
    except ValueError:
        return False
    if not own.division and other.numbers and other.division.startswith("Part "):
        other = other._replace(division="")  # numbers count through the Parts
    if own.within(other) or other.within(own):
        return True
    part = other.division.rpartition(" ")[2] if not other.numbers else ""
    return bool(part and own.numbers and part in {own.numbers[0], own.numbers[0][0]})


def shares(drafts: Sequence[Draft], tops: Sequence[Clause]) -> list[list[Clause]]:
    """The clauses of one wording that each of several orders gets.

    A number that no order names goes with the clause that is printed before it.
    """
    if len(drafts) == 1:
        return [list(tops)]
    out: list[list[Clause]] = [[] for _ in drafts]
    last: list[list[Clause]] = []
    for top in tops:
        mine = [
            share for share, draft in zip(out, drafts, strict=True) if relates(top.id, draft.target)
        ]
        last = mine or last
        for share in mine or (last if top.number else ()):
            share.append(top)
    return out


def clause_of(clause_id: str) -> str | None:
    """The clause that quoted wording belongs to: "4.1.1 table 1" is 4.1.1's, "table 1" none's."""
    try:
        found = numbering.parse(clause_id)
    except ValueError:
        return None
    return str(found._replace(place=""))


def first_id(text: str) -> str | None:
    """A clause number of several parts that a heading names without the word "clause"."""
    found = re.search(
        r"(?<![\w.$])(?<!\w-)(?:[A-Z]\.?)?\d+[A-Z]?(?:\.\d+[A-Z]?){1,4}(?:\([a-z]+\))*"
        r"(?!\s*(?:%|per|FTT?E))",
        text,
    )
    return str(numbering.parse(found[0])) if found else None


@lru_cache(8)  # of a long sentence it is asked for each of its orders
def is_whole(text: str) -> bool:
    """Does a sentence order whole clauses out and say nothing else? Then it needs no wording."""
    return bool(_WHOLE.fullmatch(_cited_last(text))) or takes_out(text)


@lru_cache(8)
def takes_out(text: str) -> bool:
    """Does a sentence say by its own words that whole clauses go, and nothing else?"""
    return bool(_TAKES_OUT.fullmatch(_cited_last(text)))


def goes_with_title(text: str, title: str) -> bool:
    """Does a sentence take out the whole clause that the title over it names?

    Alone ("Delete.") it does so where the title says nothing but the number.
    """
    found = _UNDER_TITLE.fullmatch(text.strip())
    named = found is not None and found["clause"] and not _OF_PART.search(title)
    return bool(named or (found and _NUMBER_ALONE.fullmatch(title)))


def behind_whole(text: str) -> str:
    """What a sentence says behind the whole clauses that it orders out; "" where it orders none."""
    plain = _cited_last(text)
    found = _WHOLE.match(plain)
    if found is None or not re.search(rf"^(?:delete|remove|repeal|omit)\b|{GONE}", found[0], re.I):
        return ""
    return plain[found.end() :].strip(" ,.;")


def _cited_last(text: str) -> str:
    plain = re.sub(r"\s+(?=[.;,]|$)", "", labels_last(sections_last(as_order(text).strip())))
    plain = _IN_DIVISION.sub(
        lambda at: f"{at['verb'] or ''}{at['what']} of {at['within']}{at['rest']}", plain, count=1
    )
    return " ".join(plain.split())


def is_part(text: str) -> bool:
    """Does an instruction speak of a part of a clause: a sentence, words, a row?"""
    return bool(_PART.search(text))


def is_within(text: str, clause: str) -> bool:
    """Does an instruction speak of something in the clause, such as a definition or its (b)?"""
    plain = masked(text)
    labels = re.findall(r"(?<![a-z])\([a-z]{1,4}\)", plain)
    return any(label not in clause for label in labels) or bool(_WITHIN.search(plain))


def is_placed(text: str) -> bool:
    """Does an instruction say beside what its wording stands ("after the bullet on laundry")?"""
    return bool(re.search(r"\b(?:after|before|between)\b", masked(text), re.I))


def kind_of(draft: Draft, clauses: Sequence[Clause]) -> str:
    """What the wording in `clauses` is to the order: given, a part of a clause, or figures."""
    if draft.order.part is not None:
        return "given"
    if all(clause.kind == "table" for clause in clauses):
        # A scale alone is no clause: the sentence that a new clause needs is not given.
        return "figures" if draft.order.new else "given"
    if _DEFINES.search(draft.said[0]):
        return "partial"  # “x” means: and a list, which is no list of the clause
    texts = " ".join(clause.printed for clause in clauses)
    said = " ".join(draft.said)
    new = new_label(draft.said[0], "")  # "a new paragraph (c) in clause 4.2" is all of that
    unnumbered = clauses[0].id == draft.target and not clauses[0].number
    unnumbered = unnumbered and not (new and clauses[0].id.endswith(new))
    loose = not any(clause.citable for clause in clauses)  # bullets, paragraphs
    placed = draft.order.action == "substitution" or is_placed(said)
    if is_part(said) or ((unnumbered or (loose and placed)) and is_within(said, clauses[0].id)):
        return "partial"
    return "partial" if _ELLIPSIS.search(texts) else "given"


def action_of(text: str) -> str:
    """The action that a marker of an instruction's own list names."""
    if re.search(r"\b(?:remov|delet|repeal)\w*\b", text, re.I):
        return "repeal"
    return (
        "insertion"
        if re.search(r"\b(?:add|insert|includ|introduc)\w*\b", text, re.I)
        else "substitution"
    )


@lru_cache(8)
def is_conditioned(text: str) -> bool:
    """Does an instruction hold only for some, or only if something is so?"""
    return bool(_CONDITIONED.search(masked(text)))


@lru_cache(8)
def is_held_back(text: str) -> bool:
    """Is an order whose wording is printed to be carried out for some only, or if something is?"""
    return bool(_HELD_BACK.search(masked(text)))


@lru_cache(8)
def is_conditional(text: str) -> bool:
    """Does an instruction hang on a condition, or on a day of its own?"""
    plain = masked(text)
    return any(value.value for value in values.dates(plain)) or bool(
        _CONDITIONED.search(plain) or _BY_EVENT.search(plain)
    )


def takes_effect(text: str) -> bool:
    """Does a sentence say from which day the order before it operates, and no more?"""
    return bool(_TAKES_EFFECT.fullmatch(undated(text)))


@lru_cache(8)
def orders_more(text: str) -> bool:
    """Does an order on words speak of a whole clause as well, or of one part of it by its place?"""
    plain = masked(text)
    return bool(_OF_CLAUSES.search(plain) or _COUNTED.search(plain)) or counts_place(plain)


def named_apart(text: str) -> bool:
    """Does an order name several clauses, and not all of them in one list?

    Then one of them may be named for another reason: "Despite clause 2.1, in clause 2.2 replace …".
    """
    plain = masked(without_asides(labels_last(as_order(text))))
    lists = [re.findall(_NUMBERED, found[0]) for found in _NUMBERS.finditer(plain)]
    return len(lists) > 1 and len({one for found in lists for one in found}) > 1


def behind_words(text: str) -> str:
    """What stands behind the last words in marks and was not understood; "" where all was."""
    text = undated(without_asides(as_order(text)))
    marked = [*QUOTED.finditer(text)] or [*_SINGLE.finditer(text)]
    at = marked[-1].end() if marked else len(text)
    while (piece := _BEHIND.match(text, at)) and piece.end() > at:
        at = piece.end()
    return text[at:].strip(" ,.;")


@lru_cache(8)
def is_exchange(text: str) -> bool:
    """Does a sentence put words in the place of words, on no condition, and no more?

    It may say from which day.
    """
    if figures_for_figures(text):
        return not counts_place(text)
    text = undated(as_order(text))
    changes = words_for_words(text)
    told = bool(_TOLD.search(masked(text)) or orders_more(text))
    said = sum(1 if change.gone else 2 for change in changes)
    if _LINE.fullmatch(text):
        return False
    marked = QUOTED.search(text) or _SINGLE.search(text)
    before = text[: marked.start()] if marked else ""
    if FOR_SOME.search(before) or says_where(before):
        return False
    if behind_words(text) or _STRETCH.search(text) or named_apart(text) or between(text):
        return False
    return said == quotations(text) > 0 and not (told or is_conditional(text))

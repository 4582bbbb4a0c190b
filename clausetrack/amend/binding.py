"""What an order can mean by its words alone, and which wording can belong to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import OSA

from clausetrack import numbering, values
from clausetrack.amend.citing import labels_last
from clausetrack.amend.drafts import Draft
from clausetrack.amend.said import quotations, words_for_words
from clausetrack.amend.sentences import Sentence, parse
from clausetrack.model import Clause
from clausetrack.segment.wording import CITATION, QUOTED, masked

_PART = re.compile(
    r"\b(?:sentences?|words|phrases?|bullet points?"
    r"|(?:first|second|third|last|final) (?:paragraph|line|part|row|column|bullet))\b",
    re.I,
)
_WITHIN = re.compile(
    r"\b(?:definitions?|headings?|titles?|bullets?|rows?|columns?|lists?|notes?"
    r"|paragraph(?!\s+\d))\b",
    re.I,
)
_SAID = re.compile(r":$|\b(?:the|all|new|following|after|from|in|to|of)\b")
_CONDITIONED = re.compile(
    r"\b(?:if|unless|until|provided|subject to|where|wherever|when|except"
    r"|other than|excluding|apart from|save that|throughout"
    r"|for (?:an? )?(?:employees?|teachers?|nurses?|staff|members?|those))\b",
    re.I,
)
#: What goes on behind the words that are exchanged: more of them, or whom they are for.
_SAYS_ON = re.compile(
    r"\b(?:(?:and|but|plus)\s+\S|(?:only|capped|limited|pro[- ]?rat\w*|up to|being|meaning)\b)"
    r"|\((?!s\))",
    re.I,
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
_ONE = rf"(?:[Cc]lauses? )?{CITATION}"
_LIST = rf"{_ONE}(?:(?:, and |, | and | to | ?[-–] ?){_ONE})*"
_IN_CLAUSES = re.compile(rf"\A,? (?:in|from|of|to|within) {_LIST}")
#: An order to take out whole clauses and nothing else; it needs no wording.
_WHOLE = re.compile(
    rf"(?:The parties agree (?:to|that) )?(?:\w+ )?{_LIST}"
    r"(?: (?:is|are|will be|shall be|to be) (?:deleted|removed|repealed))?"
    r"(?: in (?:its|their) entirety| in full)?[.;,]?(?: and)?"
    rf"|{_LIST}\s*[:–—-]\s*(?:[Dd]eleted?|[Rr]emoved?|[Rr]epeal(?:ed)?|[Oo]mit(?:ted)?)"
    r"[.;,]?(?: and)?"
)
#: What has become of a clause, or is to become of it.
_DONE = (
    r"(?:added|altered|amended|changed|combined|corrected|deleted|increased|inserted|merged|modified"
    r"|moved|omitted|raised|reduced|removed|renamed|renumbered|repealed|replaced|revised|revoked"
    r"|split|struck out|substituted|suspended|updated|varied)"
)
#: A change in the form of an order, where the grammar found none.
_ELLIPSIS = re.compile(r"\.\.\.|…|\[\s*…")
_COMMAND = re.compile(
    r"\b(?:amend|insert|replace|delete|substitute|omit|repeal|move|renumber|strike out|swap)\b"
    r"|\b(?:to|that) (?:remove|add|introduce|include|increase)\b[^;]{0,40}\bclauses?\b"
    rf"|(?<!may )(?<!can )(?<!to )(?<!not )\bbe {_DONE}\b"
    r"|\b(?:does|do|shall|will) not apply\b|\bfalls? away\b|\blapses?\b|\bswap places\b"
    r"|\breads?(?: as follows)?\s*:"
    rf"|\b(?:is|are)(?: now| then| therefore| hereby| also| \w+ly)? {_DONE}\b"
    rf"|\b(?:to|will|shall|should|must)(?: now)? be {_DONE}\b"
    r"|\b(?:(?:now|shall|should|will|to) (?:be )?reads?|(?:is|are) to be (?:read|[“\"‘']))"
    r"|[”\"’] (?:becomes?|now|is to)\b|\bbecomes? [“\"‘']|\bbecomes? (?:(?:sub-?)?clause )?\d"
    r"|\b(?:deletion|insertion|replacement|omission|removal|renumbering) of\b"
    r"|\b(?:increase|raise|lift|reduce|change)\b[^;]{0,80}\bto\b|\binstead of\b"
    r"|\bamending clauses?\b|\bnew (?:sub-?)?clause\b|\(new\)"
    r"|\b(?:amend(?:ments?|ing)|changes?) (?:to|is made to|are made to)\b",
    re.I,
)
#: "Clause 3.2: four becomes six".
_ON_CLAUSE = re.compile(
    rf"\W*(?:Sub-?)?[Cc]lauses? {CITATION}\s*(?::|\s[–—-]\s)\s*\w"
    rf"|\W*(?:{CITATION})\s*(?::|\s[–—-]\s)\s*[a-z]"
)
#: A figure that a clause is to have.
_SET = re.compile(
    rf"\b[Cc]lauses? {CITATION}[^.]{{0,120}}?\b(?:(?:will|shall|is to|are to)(?: now)? be|becomes?)"
    r"(?: increased to)? (?:\$\s?\d|\d[\d.,]*(?:%| per cent| cents| hours| days| weeks))"
)
#: The wording of a clause that the title names.
_NEW = re.compile(
    r"(?:New|Proposed|Agreed|Amended|Revised)(?: (?:wording|text|clause|version))?\s*:\s*\S"
)
_CITED = re.compile(rf"(?:Clause )?(?=.*[.(A-Z]){CITATION}")
_UNIT = re.compile(
    r"\b(?:Part|Appendix|Schedule|Supplement)\s+[A-Z\d]|\bth(?:e|is) agreement\b|\breferences? to\b"
    r"|\bdefinitions? of\b|\bnew (?:sub-?)?clause\b"
)
_VERBS = ("amend", "delete", "insert", "omit", "remove", "renumber", "repeal", "replace",
          "substitute", "increase")  # fmt: skip
#: What has been done is not ordered.
_TOLD = re.compile(r"\b(?:was|were|has|have|had)\b", re.I)
#: What is done to whole clauses in the same breath.
_OF_CLAUSES = re.compile(
    r"\b(?:delet|repeal|remov|omit|insert|add|(?:and|then|,) (?:amend|replac))\w*\s+"
    r"(?:(?:the|a|an|new|following|first|second|third|fourth|fifth|last|final)\s+)*"
    r"(?:(?:sub-?)?(?:clauses?|paragraphs?)\b|\([a-z]{1,4}\)|(?:part|appendix|schedule)\b|\d\b"
    r"|(?:sentence|bullet|note|row|column|definition|heading|title|table)s?\b)",
    re.I,
)
#: A part of a clause that the words stand in: they may stand in another as well.
_COUNTED = re.compile(
    r"\b(?:(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final|\d(?:st|nd|rd|th))"
    r" (?:sentence|paragraph|bullet|row|line|note|item|column|definition|part|occurrence|reference)"
    r"|row (?:for|of|headed)|definition (?:of|for))", re.I
)  # fmt: skip
_DENIED = re.compile(
    r"\b(?:claim|proposal)\b[^.]{0,80}\bwithdr[ae]wn?\b"
    r"|\b(?:not|no longer|no change|withdr[ae]wn?|withdrew)\b[^.]{0,60}\b(?:agree|propos|clause)",
    re.I,
)


def relates(clause: str, aim: str | None) -> bool:
    """Can wording for `clause` belong to an order on `aim`: under it, above it, in its Part?"""
    if aim is None:
        return False
    try:
        own, other = numbering.parse(clause), numbering.parse(aim)
    except ValueError:
        return False
    if own.within(other) or other.within(own):
        return True
    part = other.division.rpartition(" ")[2] if not other.numbers else ""
    return bool(part and own.numbers and own.numbers[0] == part)


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
        r"(?<![\d.$])\d+[A-Z]?(?:\.\d+[A-Z]?){1,4}(?:\([a-z]+\))*(?!\s*(?:%|per|FTT?E))", text
    )
    return str(numbering.parse(found[0])) if found else None


def is_whole(text: str) -> bool:
    """Does a sentence order whole clauses out and say nothing else? Then it needs no wording."""
    plain = re.sub(r"\s+(?=[.;,]|$)", "", labels_last(text.strip()))
    return bool(_WHOLE.fullmatch(" ".join(plain.split())))


def looks_ordered(sentence: Sentence) -> bool:
    """Does a sentence that was read as no order speak of a change to a clause all the same?"""
    text = sentence.text
    named = bool(sentence.cited or _UNIT.search(text) or words_for_words(text) or _NEW.match(text))
    said = quotations(text) and re.search(rf"\b{_DONE}\b", masked(text))
    form = (_COMMAND.search(text) or _ON_CLAUSE.match(text) or _SET.search(text)
            or _NEW.match(text))  # fmt: skip
    return (
        named
        and bool(form or said or _is_misspelt(text))
        and not (sentence.promise or _DENIED.search(text))
    )


def ordered_in_row(cells: Sequence[str]) -> Sentence | None:
    """The order that a row of a table of changes gives: a clause, and what becomes of it."""
    if len(cells) > 2 and cells[0].strip(" .").isdigit() and _CITED.fullmatch(cells[1].strip()):
        cells = cells[1:]  # the number of the row
    first, rest = cells[0].strip(), " ".join(cells[1:]).strip()
    if not rest or not _CITED.fullmatch(first):
        return None
    sentence = parse(f"Clause {first.removeprefix('Clause ')}: {rest}")
    return sentence if sentence.orders or _COMMAND.search(rest) else None


def _is_misspelt(text: str) -> bool:
    """Does a sentence begin like an order, but for one letter ("Amned", "Repalce")?"""
    first = re.match(r"\W*([A-Za-z]{5,12})\b", text)
    return first is not None and any(
        OSA.distance(first[1].casefold(), verb, score_cutoff=1) == 1 for verb in _VERBS
    )


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


def is_said(heading: str) -> bool:
    """Is what was taken for a heading an order: "Remove the third bullet", "Tea: delete “hot”"?"""
    ordered = bool(_SAID.search(heading)) and bool(parse(heading).orders)
    return ordered or (bool(words_for_words(heading)) and bool(_COMMAND.search(heading)))


def kind_of(draft: Draft, clauses: Sequence[Clause]) -> str:
    """What the wording in `clauses` is to the order: given, a part of a clause, or figures."""
    if draft.order.part is not None:
        return "given"
    if all(clause.kind == "table" for clause in clauses):
        # A scale alone is no clause: the sentence that a new clause needs is not given.
        return "figures" if draft.order.new else "given"
    texts = " ".join(clause.printed for clause in clauses)
    said = " ".join(draft.said)
    unnumbered = clauses[0].id == draft.target and not clauses[0].number
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


def is_conditioned(text: str) -> bool:
    """Does an instruction hold only for some, or only if something is so?"""
    return bool(_CONDITIONED.search(masked(text)))


def is_held_back(text: str) -> bool:
    """Is an order whose wording is printed to be carried out for some only, or if something is?"""
    return bool(_HELD_BACK.search(masked(text)))


def is_conditional(text: str) -> bool:
    """Does an instruction hang on a condition, or on a day of its own?"""
    plain = masked(text)
    return any(value.value for value in values.dates(plain)) or bool(
        _CONDITIONED.search(plain) or _BY_EVENT.search(plain)
    )


def orders_more(text: str) -> bool:
    """Does an order on words speak of a whole clause as well, or of one part of it by its place?"""
    plain = masked(text)
    return bool(_OF_CLAUSES.search(plain) or _COUNTED.search(plain))


def is_exchange(text: str) -> bool:
    """Does a sentence put words in the place of words, at once, on no condition, and no more?"""
    changes = words_for_words(text)
    told = bool(_TOLD.search(masked(text)) or orders_more(text))
    said = sum(1 if change.gone else 2 for change in changes)
    behind = text[max((one.end() for one in QUOTED.finditer(text)), default=0) :]
    if _SAYS_ON.search(_IN_CLAUSES.sub("", behind)):
        return False
    return said == quotations(text) > 0 and not (told or is_conditional(text))

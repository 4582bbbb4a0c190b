"""Sentences in wording printed without quotation marks that may be the terms' own.

In "Amend clause 4.2 to read: Rosters are weekly. This change has no cost." nothing but what it says
tells the second sentence from wording, so a person has to say where the wording ends.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausetrack.amend.doubtful import doubtful, open_cell, open_words
from clausetrack.amend.placeholders import placeholder
from clausetrack.amend.splitting import split
from clausetrack.amend.telling import tells_change
from clausetrack.model import Clause, Document, Source
from clausetrack.segment.wording import ORDER, masked, target
from clausetrack.settlement import Amendment

#: What only terms say of what they order.
_CHANGE = r"(?:changes?|amendments?|variations?|settlement|new wording)"
_SPEAKS = re.compile(rf"\baffected by (?:this|these|the) {_CHANGE}\b|\bcost[- ]neutral\b", re.I)
_BEGINS = re.compile(
    rf"(?:this|these|the above|all) {_CHANGE}\b"
    r"|(?:this|it|that|the (?:change|amendment|new wording)) (?:reflects|mirrors|replaces|records"
    r"|implements|restates|confirms|gives effect|follows from|(?:is|was|has been) agreed"
    r"|(?:is|will be) effective|(?:takes|will take|has) effect|comes into force|has no cost"
    r"|is a new entitlement)\b"
    r"|(?:this|these|the) (?:new |above )?(?:(?:sub-?)?clauses?|paragraphs?|provisions?|wording)"
    r" (?:was|were|has been|have been) (?:only |not )?"
    r"(?:agreed|tabled|proposed|settled|drafted|inserted|added|accepted)\b"
    r"|no (?:other |further )?changes?\b"
    r"|.*\b(?:remains?|is|are|stays?) (?:unchanged|not changed)\W*$"
    r"|(?:(?:union|company|employer|management|drafting|editor|payroll)(?:[’']?s?)? )?"
    r"(?:notes?|comments?|remarks?|rationale|explanation|position|reasons?)\s*[:–—]"
    r"|(?:effective|operative|agreed|tabled|ratified|note|nb|rationale|comment|explanation)\b"
    r"[\s:,–—-]+(?!that\b)"
    r"|the (?:union|employer|ministry|association)s? (?:withdraws?|accepts?|drops?|notes?)\b",
    re.I,
)
_BRACKETED = re.compile(
    r"[(\[](?:agreed|tabled|effective|operative|unchanged|new|amended|(?:drafting )?note|nb"
    r"|(?:union|employer) claim)\b[^)\]]*[)\]]\W*$",
    re.I,
)
#: How a paragraph behind wording begins that is none.
_RECORDED = re.compile(
    r"\W*(?:it is (?:also )?(?:recorded|noted|agreed|understood|accepted)\b|agreed\b|subject to\b"
    r"|costs?\s?:|this (?:applies|does not apply)\b|(?:guidance|training) (?:will|is to)\b"
    r"|(?:deleted|new|changed|added) (?:text|words|wording) (?:is|are)\b"
    r"|.*\b(?:claims?|proposals?) .*\bwithdrawn\b"
    r"|the .*\b(?:sentence|paragraph|wording|clause)s?\b.*\b(?:remains?|stays?)\b)",
    re.I,
)
#: What stands for words that are still to come.
_UNFINISHED = re.compile(
    r"\$\s?\d*[Xx]+\d*\b|(?<!Part )(?<!Schedule )(?<!Appendix )(?<![\w(])(?:XX+|xx+)(?![\w)])"
    r"|\bTB[ACD]\b|\?{2,}|\[\s*(?:[xX]+|tb[acd]|[•●?_.…\s]+|to be \w+[^\]]*)\s*\]"
    r"|\[[^\[\]]{0,60}\b(?:to be|insert|title|name|date|number|amount|figure|percentage|rate"
    r"|confirm(?:ed)?|agreed|complete)\b(?![^\[\]]{0,60}:)[^\[\]]{0,60}\](?!\()",
)
_BRACKETS = re.compile(r"\[[^\[\]]*\]|_{2,}|…|\.{3}")
_LONGEST = 600  # characters of a sentence that are looked at: texts are hostile
_LOOSE = ("text", "bullet")
_STRUCK = re.compile(r"~~[^~]+~~")
#: How a paragraph begins that goes on with the wording before it, or belongs to a list of terms.
_GOES_ON = re.compile(r"\W*[a-z]|[“\"‘']|Provided\b|Notes?\b|\$")
_ENDED = (".", ".”", '."', ".’", "!", "?")
_PARTIES = re.compile(r"the parties (?:agree|note|record|acknowledge|intend)\b", re.I)

#: A mark before the number or letter of a paragraph is no word of it.
_LABELLED = re.compile(r"[“\"](?:\([a-z0-9]{1,5}\)|[A-Z]?\d+(?:\.\d+)*[A-Z]?\.?)\s+[A-Z]")
#: Words in marks that stand first in a text, and what the text says behind a term that it defines.
_QUOTED_FIRST = re.compile(
    r"(?:“(?P<double>[^“”]*)”|\"(?P<straight>[^\"]*)\"|[‘'](?P<single>[^‘“”\"]*?)[’'](?!\w))"
)
_SAYS_OF_IT = re.compile(
    r"(?!\W*(?:is|are|was|were|has been|had been) (?:now )?(?:agreed|accepted|noted|tabled|proposed"
    r"|claimed|confirmed|new\b|final\b))"
    r"\W*(?:\([^()]*\)\s*)?(?:(?:,|and|or)\s*[“\"‘']|(?:also |further |each |all |only |must )?"
    r"(?:means?|includes?|is|are|was|were|has|have|had|shall|will|may|must|can|cannot|refers?|does"
    r"|do|applies|apply|covers?|excludes?|in (?:this|these|clause|relation)|for (?:the )?purposes?)"
    r"\b)|.{0,200}?\b(?:means?|includes?|has the (?:same )?meaning|refers? to)\b",
    re.I,
)
_TERM_WORDS = 6  # of a term that is defined, at the most
#: What may be a paragraph of the item's own, by its number too.
_AGREE = re.compile(
    r"(?:the|both) parties (?:also |further |have )*(?:agree|note|record|acknowledge|intend)", re.I
)


def remark(terms: Document, fragment: str) -> str:
    """The first sentence in the wording of a fragment that may be the terms' own; "" without one.

    What stands between quotation marks is wording.
    """
    clauses = terms.fragment(fragment)
    if not clauses:
        return ""
    if stray := _unpaired(clauses):
        return stray
    if said := next(filter(None, (behind_marks(one.own_text) for one in clauses)), ""):
        return said
    if in_marks(terms, fragment):
        return ""
    inline = not clauses[0].number
    whole = clauses[0].kind == "part"
    numbered = max((at for at, one in enumerate(clauses) if one.number), default=0)
    for at, clause in enumerate(clauses):
        sentences = [one[:_LONGEST] for one in split(clause.own_text)]
        first, *behind = sentences or [""]
        if found := _BRACKETED.search(first) or _STRUCK.search(first):
            return found[0]
        if said := doubtful(clause.own_text, sentences):
            return said
        if clause is not clauses[0] and clause.kind in _LOOSE and not clause.number:
            behind = [first, *behind]  # a paragraph that may stand behind the wording
            if _RECORDED.match(first) or tells_change(first) or _AGREE.match(first):
                return first
            ended = clauses[at - 1].printed.rstrip().endswith(_ENDED)
            if at > numbered and ended and clause.kind == "text" and not whole \
                    and not _GOES_ON.match(first):  # fmt: skip
                return first  # nothing says that it is wording
        elif clause is not clauses[0] and _is_items(clause, fragment) and _AGREE.match(first):
            return first
        if said := _theirs(behind, inline=inline):
            return said
    return ""


def _unpaired(clauses: Sequence[Clause]) -> str:
    """A paragraph of wording whose quotation marks have no partner; "" where all have."""
    texts = [text for one in clauses for text in (one.heading_text, one.own_text) if text]
    for text in texts:
        if _LABELLED.match(text) or (text[0] in {"“", '"'} and not _pairs(text)):
            return text[:_LONGEST]
    return "" if _pairs("".join(texts)) else next(one for one in texts if not _pairs(one))


def behind_marks(text: str) -> str:
    """What a text says behind words in marks that may be all of its wording; "" for none.

    A term that the text defines, or speaks of, is not all of it.
    """
    found = _QUOTED_FIRST.match(text)
    rest = text[found.end() :].strip()[:_LONGEST] if found else ""
    if found is None or not rest.strip(" .,;:"):
        return ""
    words = next(one for one in found.groups() if one is not None).split()
    term = len(words) <= _TERM_WORDS and _SAYS_OF_IT.match(rest)
    return "" if term else rest


def _pairs(text: str) -> bool:
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0


def _theirs(sentences: Sequence[str], *, inline: bool) -> str:
    """The first of the sentences behind one of wording that may be the terms' own; "" for none."""
    known = (_BEGINS.match, _BRACKETED.match, _SPEAKS.search)
    # In the words of a numbered clause these are an agreement's.
    slight = (_PARTIES.match, _orders) if inline else ()
    return next((one for one in sentences if any(says(one) for says in (*known, *slight))), "")


def behind(text: str) -> str:
    """The first sentence of a paragraph of wording that may be the terms' own; "" without one."""
    if said := behind_marks(text):
        return said
    sentences = [one[:_LONGEST] for one in split(text)]
    first, *others = sentences or [""]
    if found := _BRACKETED.search(first) or _STRUCK.search(first):
        return found[0]
    doubt = doubtful(text, sentences) or open_words(text, inline=True)
    return doubt or _theirs(others, inline=True)


def is_remark(text: str) -> bool:
    """Is a paragraph behind wording plainly the terms' own ("(Union claim 14.)")?"""
    one = text[:_LONGEST]
    return any(known.match(one) for known in (_BRACKETED, _BEGINS, _RECORDED))


def _is_items(clause: Clause, fragment: str) -> bool:
    """May a clause's number be one of the item's own ("1.2" in item 1)?"""
    above, dot, _ = clause.number.partition(".")
    return bool(dot) and above == fragment.partition(" ")[0]


def _orders(sentence: str) -> bool:
    """Does a sentence speak of changing a clause?"""
    return bool(ORDER.search(masked(sentence))) and target(sentence) is not None


def unfinished(terms: Document, amendment: Amendment) -> str:
    """What of the wording of an amendment only stands for words to come; "" without it.

    In words that take the place of others, what is in square brackets may be, too.
    """
    for one in amendment.stated:
        found = _UNFINISHED.search(one.new) or _BRACKETS.search(one.new)
        if found and found[0] not in one.old:
            return found[0]
    clauses = terms.fragment(amendment.fragment or "")
    marked = bool(clauses) and in_marks(terms, clauses[0].fragment or "")
    said = [text for one in clauses for text in (one.heading_text, one.own_text) if text]
    if found_for := next(filter(None, (placeholder(one, marked=marked) for one in said)), ""):
        return found_for
    if clauses and not marked and _is_piece(amendment, clauses[0]):
        return clauses[0].own_text[:_LONGEST]
    for clause in clauses:
        if clause.table and (cell := open_cell(clause.table.texts)):
            return cell
    texts = [clause.printed for clause in clauses]
    texts += [amendment.part.words] if amendment.part else []
    found_in = (found[0] for text in texts if (found := _UNFINISHED.search(text)))
    inline = bool(clauses) and not clauses[0].number
    open_in = () if marked else (open_words(one, inline=inline) for one in said)
    return next(found_in, "") or next(filter(None, open_in), "")


def _is_piece(amendment: Amendment, first: Clause) -> bool:
    """Is what is to be all the wording of a clause, in the line of its order, no sentence?"""
    listed = first.number or amendment.part or "(" in (amendment.target or "(")
    return not listed and amendment.action == "substitution" and first.own_text[:1].islower()


def in_marks(terms: Document, fragment: str) -> bool:
    """Does a mark stand right before the wording of a fragment, and one right behind it?"""
    clauses = terms.fragment(fragment)
    first, last = (
        [run.source for run in one.runs if run.source is not None]
        for one in (clauses[0], clauses[-1])
    )
    if not first or not last:
        return False
    return any(_meet(mark, first[0]) for mark in terms.markup) and any(
        _meet(last[-1], mark) for mark in terms.markup
    )


def _meet(one: Source, other: Source) -> bool:
    """Does one place end where the other begins?"""
    places = [(each.line, each.page, each.part, each.paragraph) for each in (one, other)]
    return places[0] == places[1] and one.end == other.start

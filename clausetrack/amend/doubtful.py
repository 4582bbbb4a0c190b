"""What in wording printed without quotation marks may be no wording: remarks, orders, open words.

Nothing but what it says tells where such wording ends. An agreement does not speak of its own
sentences, of claims or of what it said before, and leaves nothing open; what does so is a person's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausetrack.numbering import NUMBER_WORD, in_figures
from clausetrack.segment.phrases import ORDINAL
from clausetrack.segment.wording import CITATION
from clausetrack.values import MONTH_IN_FULL

_LONGEST = 1000  # characters; texts are hostile
_NUMBER = rf"(?:\$?\d[\d,]*(?:\.\d+)?%?|(?:{NUMBER_WORD}))"
_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {MONTH_IN_FULL}|{MONTH_IN_FULL} \d|\d{{4}}\b|\d{{1,2}}[/.]\d"
    r"|ratification)"
)
_UNIT = (
    r"(?:(?:sub-?)?clauses?|(?:sub-?)?paragraphs?|sentences?|words?|headings?|notes?|definitions?"
    r"|references?|schedules?|appendix|items?|parts?|bullets?|rows?|columns?|tables?)"
)
#: A number alone is a clause's where it has a dot or a bracket; "$4.50" and "2026" are none.
_CITED = (
    rf"(?:(?:(?:sub-?)?clauses?|paragraphs?|sections?|items?|schedules?|appendix)\s+{CITATION}"
    r"|(?<![\w$.])[A-Z]?\d+(?:(?:\.\d+)+(?:\([a-z]{1,4}\))*|(?:\([a-z]{1,4}\))+)(?!\w|%))"
)
_PARTICIPLE = (
    r"(?:deleted|removed|repealed|omitted|replaced|amended|changed|updated|inserted|added|varied"
    r"|renumbered|unchanged|unaffected|unaltered|withdrawn|retained|revoked|corrected|checked)"
)
_BE = r"(?:(?:is|are|be|being|will|shall|should|then|also|now|therefore|to|stays?|remains?) )*"
_MEANT = rf"(?:from|as (?:from|of|at)|on|with effect from) {_DAY}"
_TAKES = (
    r"(?:effective|operative|backdated|with effect|to (?:apply|take effect|start|commence|operate)"
    r"|taking effect|applying from|commencing|starting)\b"
)
#: What is still open: blanks, square and other odd brackets, arrows, two numbers for one.
_OPEN = (
    re.compile(
        r"_{2,}[^.;]{0,20}|<[^<>]{1,60}>|\{[^{}]{0,200}\}"
        r"|\S{1,20}\s?(?:→|⇒|[-=]+>)\s?\S{1,20}"
        # "[six]", "[or leave]", "[Company: six]"; "](https://…" is the address of a link
        rf"|\[(?:\s*{_NUMBER}\b[^\[\]]{{0,100}}|\s*(?:or|and/or|either)\b[^\[\]]{{0,200}}"
        r"|[^\[\]:]{1,40}:[^\[\]]{0,200}|\s*)\](?!\()",
        re.I,
    ),
    re.compile(
        rf"(?<![\w/.$])(?!24/7|20\d\d/\d|1/\d\d?\b|[\d/]+/\d{{4}}){_NUMBER}\s?/\s?{_NUMBER}"
        r"(?![\w/]|\.\d)",
        re.I,
    ),
    re.compile(
        r"(?<=[\w.,;])\s+(?:OR\s+\w+|/\s+[A-Z]\w*)|\((?:or|and/or)\s+"
        rf"{_NUMBER}(?i:\s\w+)?\)"
    ),
    re.compile(
        r"(?:^|(?<=[.;!]\s))(?!(?:What|When|Where|Who|Whose|How|Why|Can|Could|Do|Does|Did|Is|Are"
        r"|Am|May|If|Which|Will|Would|Should|Has|Have|Must)\b)[^.;?!]{1,200}\?"
    ),
)
#: In the line of an order; "[of wool]" goes on with its sentence.
_SQUARE = re.compile(r"\[(?!(?:of|in|with|for|who|which|that|including)\b)[^\[\]]{0,200}\](?!\()")
#: A word for a number, and another number in brackets beside it.
_BESIDE = re.compile(rf"\b({_NUMBER})\s?\(({_NUMBER})\)", re.I)
_BRACKETED = re.compile(r"\([^()]{1,300}\)|\[[^\[\]]{1,300}\]")
#: In brackets: of before, of a day, of what becomes of clauses, of the talks.
_ASIDE = re.compile(
    r"\W*(?:(?:was|were|previously|formerly|presently|currently|now|instead of|in place of)"
    rf"\s+(?:{_NUMBER}\b|\$|clause|item|at\b|an?\b|the\s+\w+\W*$)"
    rf"|(?:up|down|increased?|decreased?|raised|reduced)\s+(?:from|by|of|to)?\s*{_NUMBER}"
    r"|an?\s+(?:in|de)crease\b"
    rf"|{_NUMBER}\s?(?:per cent\s)?(?:up|down|increase|decrease|more|less)\b"
    rf"|{_MEANT}|{_TAKES}"
    r"|(?:see|refer|per|as per|under|from|cf\.?)\s+(?:also\s+)?(?:to\s+)?(?:items?|claims?)\b"
    r"|(?:(?:the\s+)?(?:union|employer|trust|company|board)(?:[’']s)?\s*)?:?\s*"
    r"(?:claims?|items?) \d"
    r"|(?:union|employer|company|trust|board|parties)(?:[’']s)?\s*[:–-]"
    r"|(?:agreed|settled|draft|claimed?|proposed|withdrawn|tbc|tba|query|check)\b"
    r"|(?:(?:now|as|all) )?(?:new|amended|revised|updated|reworded|replaced|inserted|added"
    r"|deleted|unchanged)(?: (?:clause|paragraph|wording|text|sub-?clause))?\W*$"
    rf"|{_CITED}\s+(?:to (?:match|follow|be)\b|{_BE}{_PARTICIPLE}|as is\b|likewise|similarly))",
    re.I,
)
#: Behind a dash, a semicolon or a comma: the same, without brackets.
_TAIL = re.compile(
    rf"(?:[;–—]|\s-)\s*(?:agreed|settled|new|draft|claim|proposed|tb[acd]\b|{_MEANT}|{_TAKES}"
    r"|(?:the )?(?:rest|remainder|balance)\b|(?:was|were|previously|formerly|currently)\b"
    r"|no (?:other |further )?changes?\b|subject to (?:ratification|mandate|funding|approval)"
    r"|see (?:items?|claims?)\b|unchanged|as is\b|(?:up|down) from\b|this (?:replaces|amends))"
    r"[^;]{0,80}$|,\s*(?:replacing|instead of|in place of) the (?:current|existing|present|old)\b"
    rf"|,\s*(?:{_TAKES})[^;]{{0,80}}$",
    re.I,
)
#: Orders, and what becomes of clauses and of their parts.
_ORDERS = re.compile(
    rf"(?:[,;–—-]|\band|\bthen|\balso)\s+(?:also )?(?:delete|insert|replace|amend|repeal|renumber"
    rf"|omit|substitute|remove|move|update)\s+(?:(?:the|a|an|new|this|any|old) )*"
    rf"(?:\w+ )?(?:{_UNIT}\b|{_CITED})"
    rf"|\b(?:{_CITED}|(?:the |that |this )?(?:{ORDINAL}|other|remaining|old|existing) {_UNIT})"
    rf",?\s+{_BE}{_PARTICIPLE}\b(?! for\b)"
    rf"|\b{_CITED}\s+(?:as is\b|to match\b|stays?\b|to follow\b)",
    re.I,
)
_WHO = r"(?:unions?|employers?|trusts?|company|board|council|ministry|parties|members)"
#: A sentence that is of the terms, of the talks, or of the text.
_SPEAKS = re.compile(
    r"\b(?:(?:this|these) (?:document|settlement|offer|terms of settlement|memorandum|item)"
    rf"|items? \d+(?!\w* (?:of|in)\b)|claims? \d|{_WHO}[’']s? (?:\w+ )?claims?\b"
    rf"|{_WHO} (?:\w+ )?(?:withdr[ae]ws?|settles|accepts?|declines?|rejects?)"
    r" (?:its |the |their )?claims?"
    r"|(?:next|previous|following|last|other) (?:items?|claims?) (?:is|are|was|were)"
    r"|cross[ -]?references?|(?:in|to) the (?:index|table of contents|contents page)"
    r"|consequential (?:changes?|amendments?)|cost implications?"
    r"|individual (?:employment )?agreements (?:are|is|will|shall|to)\b[^.]*"
    r"\b(?:changed|amended|updated|varied|match)"
    r"|recommend\w*\b[^.]*\b(?:members|ratif\w+|acceptance|the settlement|the offer|this)"
    r"|parties (?:will|shall|are to|agreed? to) (?:\w+ )?meet (?:again|further|next)\b"
    r"|(?:discuss|review|revisit|finalise|redraft|settle) (?:the )?(?:wording|claims?|items?"
    r"|clauses? \d)"
    rf"|(?<!agreement )(?:takes?|comes? into|has|have) (?:effect|force) (?:from|on) {_DAY})",
    re.I,
)
_BEGINS = re.compile(
    r"\W*(?:(?:delete|insert|renumber|amend|repeal|omit|substitute)\b(?! (?:in|or)\b)"
    rf"|(?:remove|move|update|change|add|check|correct|replace)\s+(?:(?:the|a|an|new|this|all)\s)*"
    rf"(?:\w+\s)?(?:{_UNIT}\b|numbering|{_CITED})"
    r"|(?:see|refer)(?: also)?(?: to)? (?:the )?(?:items?|claims?|union|employer)\b"
    r"|(?:re-?)?number(?:ing|ed|s)?\b|formatting\b|layout\b|wording\b|costs?(?:ings?)?\s*[:–—-]"
    r"|nil cost|no (?:additional |extra )?costs?\b|subject to (?:[\w’']+ ){0,3}(?:mandate|funding"
    r"|ratification|approval|legal|final)|draft\b|(?:for|under) (?:further )?discussion"
    r"|(?:the|this|our|its) (?:aim|purpose|intent|intention|reason|rationale|object|objective"
    r"|idea|thinking) (?:is|was|here|behind|of (?:this|the) (?:change|amendment|item))\b"
    r"|or\b(?!,)|alternatively\b|option\b|agreed\W*$|to be \w+(?:ed|en)\b"
    r"|(?:was|were|previously|formerly|currently)\b(?!,)|(?:old|existing|current|new) wording\b"
    r"|(?:clause|paragraph|page) numbering\b"
    r"|(?!.*\b(?:is|are|was|were|has|have|may|must|will|shall|can|that|which|at)\b).*"
    r"\bto be \w+(?:ed|en|ne|ought|out)\b(?: \w+)?\W*$"
    rf"|(?:the |its |a )?(?:{ORDINAL}|remaining|other|existing|next)"
    r" (?:sentence|paragraph|bullet|item)s?\b)",
    re.I,
)
#: What stands for words that are not printed, or only joins what is.
_STANDS_FOR = re.compile(
    r"(?:\b(?:as (?:it is )?now|as is|as before|(?:existing|current|present|same|old) (?:wording"
    r"|text|words)|unchanged|no changes?|and so on(?: and so forth)?)"
    r"|(?:^|[:–—-]\s*)(?:to be (?:advised|confirmed|determined|agreed|finalised|decided)|same"
    r"|ditto|nil change|see items? \d.*))\W*$",
    re.I,
)
_BARE = re.compile(r"\s*(?:[\W_]+|and|or|plus|then|also|either)\W*", re.I)
_NOT_AGREED = re.compile(
    r"^(?!.*\b(?:if|where|when|unless|once|whether|until|that|which|who)\b).*"
    r"\b(?:(?:was|were) (?:not )?(?:yet )?agreed|not (?:yet )?agreed|withdrawn)\W*$",
    re.I,
)
#: A cell, or the heading of a column, that is no part of a table of the agreement.
_CELL = re.compile(
    r"\s*(?:tb[acd]|n/?c|no change|unchanged|as is|as now|as before|same(?: as \w+)?|ditto|[\"”″]"
    r"|to be (?:advised|confirmed|determined|agreed|finalised|decided)|\?+|x{2,}|_{2,})\W*",
    re.I,
)
_COLUMN = re.compile(
    r"\s*(?:now|was|were|old|before|previous(?:ly)?|(?:%|\$|percent(?:age)?|per cent)?\s*"
    r"(?:increase|change|difference|movement|uplift)\s*(?:\(?[%$]\)?)?|cost|comments?|proposed)\W*",
    re.I,
)


def doubtful(text: str, sentences: Sequence[str]) -> str:
    """The words of a text by which it, or one of its `sentences`, may be no wording; "" for none.

    The first of the sentences is wording by its place; what is behind it may be anything.
    """
    text = text[:_LONGEST]
    if text and _BARE.fullmatch(text):
        return text.strip()
    for aside in _BRACKETED.finditer(text):
        if _ASIDE.match(aside[0]):
            return aside[0]
    for at, one in enumerate(sentences):
        known = (_ORDERS, _TAIL, _STANDS_FOR, _SPEAKS, _NOT_AGREED)
        said = one[:_LONGEST]
        if any(each.search(said) for each in known) or (at and _BEGINS.match(said)):
            return one
    return ""


def open_words(text: str, *, inline: bool) -> str:
    """The words of a text that leave open what it is to say; "" without any.

    A clause that is printed by its number may have its own square brackets; one in the line of its
    order may not (`inline`).
    """
    text = text[:_LONGEST]
    for pattern in (*_OPEN, _SQUARE) if inline else _OPEN:
        if found := pattern.search(text):
            return found[0].strip()
    both = (found[0] for found in _BESIDE.finditer(text) if _two(found[1], found[2]))
    return next(both, "")


def open_cell(cells: Sequence[Sequence[str]]) -> str:
    """The first cell of a table that is no part of it as the agreement is to print it."""
    headings = cells[0] if cells else ()
    found = [one for one in headings if _COLUMN.fullmatch(one)]
    found += [cell for row in cells[1:] for cell in row if _CELL.fullmatch(cell)]
    return found[0] if found else ""


def _two(one: str, other: str) -> bool:
    """Are a number and the one in brackets behind it two? "four (4)" is one; "3(2)" may cite."""
    if one[0].isdigit() and other[0].isdigit():
        return False
    return _amount(one) != _amount(other)


def _amount(said: str) -> str:
    return in_figures(said.strip("$%").replace(",", "")).removesuffix(".00")

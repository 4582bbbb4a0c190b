"""What an order is on by its words: this agreement, or another document."""

from __future__ import annotations

import re
from functools import lru_cache

from clausetrack.amend.tree import words
from clausetrack.model import Document
from clausetrack.segment.wording import CITATION, masked
from clausetrack.values import MONTHS

_LONGEST = 1000  # characters; texts are hostile
_DOCUMENT = (
    r"(?:polic(?:y|ies)|handbooks?|manuals?|guidelines?|codes? of \w+|agreements?|contracts?"
    r"|awards?|deeds?|memorand(?:um|a)(?: of \w+)?|MOUs?|constitutions?|rules|regulations|by-?laws"
    r"|procedures?|plans?|charters?|protocols?|letters? of \w+|(?:job|position) descriptions?"
    r"|terms of \w+|(?-i:Code|Convention|Covenant))"
)
_NO_NAME = (
    r"(?:of|in|to|from|with|by|on|about|for|and|or|at|under|as|is|are|be|replace|delete|insert|add"
    r"|amend|the|clauses?)\b"
)
_NAME = (
    r"(?P<name>(?:(?i:the|th[ai]t|this|these|an?|each|every|all|its|their|our)\s"
    rf"|(?=[A-ZĀĒĪŌŪ]))(?:(?!(?i:{_NO_NAME}))[\w’'&–/()-]+\s){{0,7}}?"
    rf"(?:(?i:{_DOCUMENT})|(?-i:[A-Z]{{1,6}}(?:CA|EA)s?))"
    r"(?![\w-])(?! (?:(?i:clauses?(?! \d)|allowances?|leave))\b))"
)
_UNIT = (
    r"(?:(?:sub-?)?(?:clauses?|paragraphs?)|items?|parts?|articles?|sections?|schedules?|appendix"
    r"|table)"
)
_ON = (
    # "clause 2.3 of the Staff Handbook", "a new clause 3.3 in the Leave Policy"
    re.compile(
        rf"\b(?i:{_UNIT}) (?:(?:{CITATION}|[A-Z]\b)(?:(?:, | and | to |[-–]){CITATION}){{0,5}}"
        r"(?: \([^()]{1,40}\))?,? )?"
        rf"(?:of|in|to|from|under|within) {_NAME}"
    ),
    # "In the Leave Policy, …", "Amend the Leave Policy by …", "Leave Policy clause 3.2"
    re.compile(
        r"^\W*(?i:(?:(?:add|insert|include|introduce|delete|omit|remove) )?"
        rf"(?:in|into|to|throughout|within|from)) {_NAME}"
    ),
    # "The policy on leave, clause 3.2", "the handbook (section 3.2)"
    re.compile(
        rf"^\W*{_NAME}(?: (?:on|about|for) [\w’'-]+(?: [\w’'-]+){{0,4}})?,? "
        r"(?=\(?(?i:clauses?|sections?) \d)"
    ),
    re.compile(rf"^\W*(?i:amend|vary|change|update) {_NAME}(?=\s*(?:[:,(]|by\b|as\b|so\b))"),
    re.compile(
        rf"^\W*{_NAME} (?:is|are|will be|shall be)(?: (?!not)\w+)? (?:amended|varied|changed)"
    ),
    re.compile(rf"\b(?i:changes?|amendments?|variations?)(?: \w+){{0,3}} (?:to|in) {_NAME}"),
    re.compile(rf"\b(?i:throughout|wherever .{{1,40}} in) {_NAME}"),
)
#: A title, or a sentence before an order, that is nothing but the name of a document.
_ALONE = re.compile(rf"\W*{_NAME}\W*")
#: "Agreement 2 (Officers)", of two that are amended together
_NUMBERED = re.compile(
    r"\b(?:Collective )?Agreement (?:No\.? ?)?(?:[A-H]|[1-9])(?=\s*(?:[,:;.()–—-]|\Z))"
)
#: "Agreed items for the Firefighters agreement", a title
_FOR = re.compile(rf"\W*(?:[\w’'-]+ ){{0,5}}(?:for|to|in|under|of) {_NAME}\W*")
#: What a clause of an agreement is hardly called; "Leave policy" may be one.
_PAPER = re.compile(
    r"(?:handbook|manual|guidelines?|codes? of \w+|terms of reference|descriptions?"
    r"|letters? of appointment|charter|constitution)$",
    re.I,
)
PEOPLE = (
    r"(?:staff|employees?|workers?|members?|teachers?|nurses?|crew|casuals?|officers?|managers?"
    r"|apprentices?|trainees?|those (?:who|whose|hired|employed|on|in|with)|persons?|people"
    r"|operators?|drivers?)"
)
#: One of the parties, or who speaks for it.
OTHERS = (
    r"(?:union|company|employer|council|board|ministry|secretary|commissioner|association|members?"
    r"|management|side|other)s?"
)
_WHOSE = re.compile(rf" (?:for|covering|of) (?P<whose>(?:[\w’'-]+ ){{0,4}}?{PEOPLE})\b", re.I)
#: What says nothing of which agreement it is.
_ANY = frozenset(month.lower() for month in MONTHS) | frozenset(re.findall(r"\w+", """
    the this that these our its their a an all current existing present previous prior expired
    expiring old new renewed main said same above collective employment agreement agreements multi
    employer employers single company companys union unions parties party s ca cea meca seca
    and to enterprise dated between attached enclosed accompanying tracked track marked up changed
    copy version draft revised amended updated limited ltd incorporated inc
"""))  # fmt: skip
_AGREEMENT = re.compile(r"(?:agreement|\b(?:CA|CEA|MECA|SECA))\W*\Z", re.I)


def names_of(terms: Document) -> str:
    """What the terms call the agreement that they amend: its short name, and their own titles."""
    said = [terms.agreement]
    for clause in terms.clauses:
        if clause.kind == "item":
            break
        if clause.kind in {"heading", "text"} and _AGREEMENT.search(_bare(clause.printed)):
            said.append(clause.printed)
    return " ".join(filter(None, said))


@lru_cache(8)  # of a long sentence it is asked for each of its orders
def another_document(text: str, names: str) -> str:
    """The document that a sentence is on by its words, where it is not what `names` call so."""
    plain = masked(text)[:_LONGEST]
    numbered = _NUMBERED.search(plain)
    if numbered and not re.search(rf"{re.escape(numbered[0])}(?!\w)", names):
        return numbered[0]
    for pattern in _ON:
        for found in pattern.finditer(plain):
            if not _is_this(found["name"], names):
                return found["name"]
            whose = _WHOSE.match(plain, found.end("name"))
            if whose and not set(words(whose["whose"])) <= {*words(names), *_ANY}:
                return found["name"] + whose[0]
    return ""


def titled_another(title: str, names: str) -> str:
    """The document that is all that a title or a sentence names, and not what `names` call so."""
    meant = _FOR.fullmatch(title[:_LONGEST])
    if meant and _AGREEMENT.search(meant["name"]) and not _is_this(meant["name"], names):
        return meant["name"]
    found = _ALONE.fullmatch(title[:_LONGEST])
    other = found and _PAPER.search(found["name"]) and not _is_this(found["name"], names)
    return found["name"] if found and other else ""


def _is_this(name: str, names: str) -> bool:
    known = words(names)
    own = [one for one in words(name) if one not in _ANY and not one.isdigit()]
    if not own:
        return bool(_AGREEMENT.search(name))
    if all(one in known for one in own):
        return True
    if len(own) == 1 and own[0].isalpha() and own[0].upper() in name.split():
        return _stands_for(own[0], known) or not known
    return not known and bool(_AGREEMENT.search(name)) and not re.search(r"\bindividual\b", name)


def _stands_for(short: str, known: list[str]) -> bool:
    """Are the letters of a short name those with which the words begin, in their order?"""
    initials = iter("".join(word[0] for word in known))
    return all(letter in initials for letter in short)


def _bare(title: str) -> str:
    """A title without the years, and what stands in brackets."""
    return re.sub(r"\([^()]*\)|[\d\W]+\Z", " ", title[:_LONGEST]).strip()

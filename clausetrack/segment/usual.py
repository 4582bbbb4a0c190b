"""Orders in rarer words, put in the usual ones in as many characters: "By deleting clause 4."

Only what means the same is put in other words, so that each order is read by one rule. What stands
in quotation marks is masked by the caller, and what the terms say is quoted as they print it.
"""

from __future__ import annotations

import re

from clausetrack.numbering import DESIGNATION

_GERUNDS = {
    "adding": "add", "amending": "amend", "changing": "change", "deleting": "delete",
    "including": "include", "increasing": "increase", "inserting": "insert", "omitting": "omit",
    "removing": "remove", "renumbering": "renumber", "repealing": "repeal",
    "replacing": "replace", "substituting": "substitute", "varying": "vary",
}  # fmt: skip
_NOUNS = {
    "addition": "add", "amendment": "amend", "deletion": "delete", "insertion": "insert",
    "omission": "omit", "removal": "remove", "renumbering": "renumber", "repeal": "repeal",
    "replacement": "replace", "substitution": "substitute",
}  # fmt: skip
#: A sentence that has a verb of its own tells something, and is no order put as a noun.
_VERB = (
    r"\b(?:is|are|was|were|been|being|will|shall|would|should|may|might|can|could|must|have|has|had"
    r"|do|does|did|parties|[Ii]f|[Uu]nless|not|no)\b"
)
_NO_VERB = rf"(?!(?:[^:]|:(?=\S))*?{_VERB})"
#: "By deleting clause 4.", "(a) and by inserting …"
_BY = re.compile(rf"[\s–—-]*(?:and )?by (?P<verb>{'|'.join(_GERUNDS)})\b{_NO_VERB}", re.I)
_AND = re.compile(rf"\b(?:and|then)(?: in its place| instead)?,? (?P<verb>{'|'.join(_GERUNDS)})\b")
#: "Deletion of clause 4.", which without its stop is a title
_OF = re.compile(
    rf"[\s–—-]*(?:by )?(?:the )?(?P<verb>{'|'.join(_NOUNS)}) of "
    r"(?=.*(?:[.:]|;(?: and)?|[”\"])\s*\Z)"
    rf"{_NO_VERB}",
    re.I | re.S,
)
#: "delete “x” and insert in lieu thereof “y”"; "time in lieu" is something else.
_LIEU = re.compile(
    r"\bin (?:(?:lieu|place|replacement) thereof|substitution (?:therefor|thereof))\b"
    r"|\btherefor\b"
    r"|(?<!time )(?<!day )(?<!days )(?<!hours )(?<!leave )(?<!off )(?<!paid )(?<!pay )\bin lieu"
    r"(?=,? (?:insert|substitut|put|the following)|[,:]? ?[“\"‘]|\s*[:.]?\s*\Z)",
    re.I,
)
#: "“x” where it appears": there, and "wherever" is everywhere
_WHERE = re.compile(
    r"(?<=[”\"’]),? where (?:it|they|(?:that|the|those) (?:words?|figures?|phrase))"
    r"(?: (?:now|currently|presently))? (?:appears?|occurs?|stands?)"
    r"(?=,? (?:and|with|by|in|insert|substitut|replac)|[.;]?\s*\Z)",
    re.I,
)
#: "Clause 4 is no longer required and will be deleted."
_NEEDLESS = re.compile(
    r"(?<=[\d)]) (?:is|are)(?: now)? (?:no longer (?:required|needed|necessary|relevant|applicable"
    r"|used)|redundant|obsolete|spent|unnecessary|out of date) and (?=(?:(?:is|are)(?: to be)?"
    r"|(?:will|shall|to) be|be)(?: hereby| therefore)?"
    r" (?:deleted|removed|repealed|omitted|revoked)\b)",
    re.I,
)
#: "Clause 32 becomes clause 33."
_BECOMES = re.compile(
    r"\W*(?:existing |current |the )*(?:sub-?)?clause [\w.]+(?: \([^()]*\))?"
    r"(?P<becomes> (?:now |then )?becomes (?:the )?(?:new )?(?:sub-?)?clause )(?=\d[\w.]*\s*\Z)",
    re.I,
)
#: "cl. 4.2", "cls 4.2 and 4.3": a number with a point needs no word before it
_SHORT = re.compile(r"\bcls?(?:\. ?| )(?=(?:[A-Z]\.?)?\d+[A-Z]?\.\d)", re.I)
_NUMBER = r"(?:[A-Z]{1,2}\.?)?\d[\w.]*\w(?:\([a-z]{1,4}\))*|\d"
#: "Insert after clause 4.3 a new clause 4.3A", "After clause 4.3, insert a new clause 4.3A"
_PLACE = rf"(?P<place>(?:immediately )?(?:after|before|following) (?:sub-?)?clause (?:{_NUMBER}))"
_NEW = rf"(?P<new>(?:an? )?new (?:sub-?)?clause (?:{_NUMBER}))(?![\w(]|\.\d)"
_PUT_BESIDE = re.compile(
    rf"\b(?P<verb>insert|add) {_PLACE},? {_NEW}"
    rf"|{_PLACE.replace('P<place>', 'P<before>')},? (?P<then>insert|add) "
    rf"{_NEW.replace('P<new>', 'P<comes>')}",
    re.I,
)
#: "Modify Article 2 …", "Article 2, Section 3: Revise to read", "Strike Section 2"
_RARE = {
    "modify": "amend", "revise": "amend", "reword": "amend", "rewrite": "amend", "strike": "delete",
}  # fmt: skip
_RARER = re.compile(
    r"(?:\A\W*|[:–—] )(?P<verb>(?:Modify|Revise|Reword|Rewrite|Strike)"
    r"|(?<=[:–—] )(?:modify|revise|reword|rewrite|strike))"
    r"(?=[.:]?\s*\Z| (?:the|to|as|in|from|all|sub-?\w+|[Ss]ections?|[Cc]lauses?|[Aa]rticles?"
    r"|[Pp]ara\w+|words?|\d[\w.]*|[“\"(])(?!\w))"
)
_FOLLOWS = r"the following(?: (?:new )?(?:clause|wording|text|words))?"
#: "Substitute for clause 5.1 the following", "The following shall be substituted for clause 5.1"
_FOR_CLAUSE = re.compile(
    rf"\b(?:substitute for (?P<a>(?:sub-?)?clause (?:{_NUMBER})),? {_FOLLOWS}"
    rf"|{_FOLLOWS} (?:is|shall be|will be|is to be)(?: hereby)? substituted for"
    rf" (?P<b>(?:sub-?)?clause (?:{_NUMBER}))"
    rf"|replace the (?:text|wording|contents?) of (?P<c>(?:sub-?)?clause (?:{_NUMBER})) (?:with|by)"
    rf"(?: {_FOLLOWS})?)(?=\s*[:“\"]|\s*\Z)",
    re.I,
)
#: "Clause 6.2 is reworded as follows:"
_REVISED = re.compile(
    r"\b(?:is|are|shall be|will be)(?: hereby)? (?P<verb>reworded|rewritten|modified|revised)"
    r"(?= (?:to read|as follows)\b)",
    re.I,
)
#: "Delete and replace clause 4 with": what is replaced goes.
_DELETE_AND = re.compile(
    r"\b(?P<verb>(?:delete|remove|strike(?: out)?|omit) and (?P<last>replace|substitute))"
    r"(?= (?!it\b|them\b|with\b|by\b))",
    re.I,
)
#: "SCHEDULE 1", "schedule 1"
_NAME = re.compile(
    r"\b(?:schedule|appendix|annexe?|SCHEDULE|APPENDIX|ANNEXE?)(?= (?:\d+|[A-Z])(?!\w|\.\d))"
)
#: "Schedule B, paragraph 2": what a Schedule numbers by itself are its clauses.
_OF_SCHEDULE = re.compile(
    r"\b(?:Schedule|Appendix|Supplement|Annexe?) (?:[A-Z]|\d+),? "
    r"(?P<unit>paragraph(?P<several>s)?)(?= \d+(?![\w(]|\.\d))"
)
#: "Clause 4 of Part B", "clauses 4 and 5 (Pay) in PART 2"; that may be a Part of something else
_LISTED = r"\d[\w.]*(?:\(\w{1,5}\))*"
_OF_PART = re.compile(
    rf"\b(?P<clause>[Cc]lauses? {_LISTED}(?:(?:, | and | to | ?[-–] ?){_LISTED}){{0,20}}"
    r"(?: \([^()]*\))?),? (?:of|in|from|under|within) (?:the )?"
    rf"[Pp](?i:art) (?P<part>{DESIGNATION})(?!\w|\.\d| (?:of|to|in) )"
)
_CUE = re.compile(
    rf"\b(?:{'|'.join(_GERUNDS)}|{'|'.join(_NOUNS)}|lieu|thereof|therefor|where|becomes|cls?|paragraphs?|new|modify"
    r"|revised?|strike|rewrit(?:e|ten)|reword(?:ed)?|modified"
    r"|substituted?|replace"
    r"|and (?:is|are|will|shall|to) (?:to )?(?:be )?(?:hereby |therefore )?\w+ed)\b",
    re.I,
)


def usual(text: str, plain: str) -> str:
    """An order in the usual words; `plain` is `text` with what it quotes masked."""
    for name in _NAME.finditer(plain):
        text = _put(text, *name.span(), name[0].capitalize())
    plain = _NAME.sub(lambda name: name[0].capitalize(), plain)
    for inside in _OF_PART.finditer(plain):
        part, clause = f"Part {inside['part']}", f"c{inside['clause'][1:]}"
        words = part + clause.rjust(len(inside[0]) - len(part))
        text, plain = (_put(one, *inside.span(), words) for one in (text, plain))
    if not _CUE.search(plain):
        return text
    for both in _DELETE_AND.finditer(plain):
        verb = both["last"].capitalize() if both[0][0].isupper() else both["last"]
        text = _put(text, *both.span("verb"), verb)
    for pattern, verbs in ((_BY, _GERUNDS), (_OF, _NOUNS)):
        if found := pattern.match(plain):
            verb = verbs[found["verb"].casefold()].capitalize()
            text = _put(text, 0, found.end(), verb + found[0][len(found[0].rstrip()) :])
            for more in _AND.finditer(plain, found.end()) if verbs is _GERUNDS else ():
                text = _put(text, more.start("verb"), more.end(), _GERUNDS[more["verb"]])
    for pattern in (_WHERE, _NEEDLESS, _SHORT):
        for found in pattern.finditer(plain):
            text = _put(text, found.start(), found.end(), "")
    if found := _FOR_CLAUSE.search(plain):
        words = f"Replace {found['a'] or found['b'] or found['c']} with"
        words += "" if found["c"] else " the following"
        text = _put(text, *found.span(), words)
    for found in _REVISED.finditer(plain):
        text = _put(text, *found.span("verb"), "amended")
    for found in _RARER.finditer(plain):
        verb = _RARE[found["verb"].casefold()]
        verb = verb.capitalize() if found["verb"][0].isupper() else verb
        text = _put(text, *found.span("verb"), verb)
    if found := _PUT_BESIDE.search(plain):
        parts = found.group("verb", "new", "place") if found["verb"] else (
            found.group("then", "comes", "before")
        )
        verb, new, place = parts
        if found[0][0].isupper():
            verb, place = verb.capitalize(), f"{place[0].lower()}{place[1:]}"
        text = _put(text, *found.span(), f"{verb} {new} {place}")
    for found in _OF_SCHEDULE.finditer(plain):
        text = _put(text, *found.span("unit"), "clauses" if found["several"] else "clause")
    if found := _BECOMES.match(plain):
        text = _put(text, *found.span("becomes"), " is renumbered ")
    for found in _LIEU.finditer(plain):
        stead = "instead" if len(found[0]) < len("in its place") else "in its place"
        text = _put(text, found.start(), found.end(), stead)
    return text


def _put(text: str, start: int, end: int, words: str) -> str:
    """`words` at the end of a stretch of `text`, the rest of which is blank."""
    return text[:start] + words.rjust(end - start) + text[end:]

"""Orders in rarer words, put in those of the forms: "Omit from clause 4.2 the words “x”".

Each is read from end to end, so that what it says of a day, a condition or for whom leaves it
unread. What is put in other words is the order alone: the terms are quoted as they are printed.
Of orders on several clauses of which only the first has the verb, each is given it.
"""

from __future__ import annotations

import re

from clausetrack.amend.part_forms import form, names_two
from clausetrack.segment.phrases import (
    ADD,
    AGREED,
    BE,
    CLAUSE,
    DELETE,
    END,
    GONE,
    ORDINAL,
    STEAD,
)
from clausetrack.segment.phrases import QUOTATION as _Q
from clausetrack.segment.wording import CITATION

_AT = rf"(?:the )?(?:(?:(?:sub-?)?clause|paragraph) |(?=article )){CITATION}"
_CLAUSE = rf"(?P<clause>{_AT})"
_OUT = rf"(?:{DELETE}|leave out)"
_SAYS = r"(?:(?:the|a) )?(?:(?:words?|figures?|phrase|number|term) )?"
_PART = rf"{ORDINAL} (?:sentence|paragraph|bullet(?: point)?|note)"
_A, _B = rf"{_SAYS}(?P<a>{_Q})", rf"{_SAYS}(?P<b>{_Q})"
_DEFINITION = (
    r"the (?:current |existing )?definition (?:of|for)(?: the (?:term|word|expression))? (?P<a>"
    rf"{_Q})"
)
#: "In clause 1.3, ", "Clause 1.3: "
_IN = rf"(?:(?:in|at|under) {_CLAUSE},? |{_CLAUSE} ?(?::|–|—|-) )"
_TO = rf"(?:(?:in|to|into|under) {_CLAUSE},? )"
#: A definition that is printed without marks around it, or with them. An aside at its end may be
#: the terms' own.
_DEFINES = (
    rf"(?P<words>{_Q},? (?:means|mean|includes?|has the|have the|refers? to|shall mean|will mean)"
    r" [^;:\[\]]+[^;:()\[\]][.;])"
)
_PRINTED = rf" ?[:,]? ?(?:{_DEFINES}|(?P<marked>{_Q}){END})"
_WITH = r"(?: (?:with|by))?(?: the following(?: definition)?)?"

#: "Clause 4.1, second sentence: …", "In clause 4.1 (second sentence), …"
_IN_PART = (
    rf"(?:in |at )?{_CLAUSE}(?:, ?|: | [–—-] | )"
    rf"(?:\((?:the )?(?P<part>{_PART})\)|(?:the )?(?P<part>{_PART}))(?: ?[:–—-]|,) ?"
)
_THERE = rf"there {BE}"
_SIDE = r"(?P<side>(?:immediately )?(?:after|before))"
#: "In clause 4.1, ", "in clause 4.1 " behind the words
_MAY_IN = rf"(?:{_IN}|in {_CLAUSE} )?"
_OF = rf"(?: (?:in|from) {_CLAUSE},?)?"
_STEAD = rf"(?:in lieu|therefor|{STEAD})"
#: "for “x” there shall be substituted “y”, and for …"
_SUBSTITUTED = re.compile(
    rf"(\bfor {_SAYS}{_Q}(?:,? wherever (?:it|they) (?:occurs?|appears?))?,?) {_THERE} substituted"
    rf"(?= {_SAYS}{_Q})",
    re.I,
)
_BY = rf"(?:{_CLAUSE} {BE} (?:amended|varied)|(?:amend|vary) {_CLAUSE}) by the"
_AT_END = rf"(?:at the end of {_CLAUSE}|{_IN}at the end),?"

#: The usual words, each with the forms that say the same; `at` is "in {clause}, " or nothing.
_USUAL = {
    "{at}delete the {part}": (rf"{AGREED}{_IN_PART}(?:{_OUT}|{GONE}){END}",),
    "{at}in the {part}, {rest}": (
        rf"{AGREED}{_IN_PART}(?P<rest>(?:{_OUT}|{ADD}|replace|substitute|for|after|before)\b.+)",
    ),
    "{at}in the {part}, replace {a} with {b}": (
        rf"{AGREED}{_IN_PART}{_A} (?:becomes?|{BE} (?:replaced|substituted) (?:by|with)) {_B}"
        rf"{END}",
    ),
    "{at}replace {a} with {b}": (
        # "In clause 4.1, for “x” there shall be substituted “y”"
        rf"{_MAY_IN}for {_A}{_OF} {_THERE} substituted {_B}{END}",
        rf"{_MAY_IN}{_THERE} substituted for {_A}{_OF} {_B}{END}",
        rf"{_MAY_IN}{_THERE} substituted {_B} for {_A}{_OF}{END}",
        rf"{_MAY_IN}{_A} {BE} (?:deleted|omitted),? and {_B} (?:{BE} )?(?:substituted|inserted)"
        rf"(?: in (?:its|their) place| instead| therefor)?{END}",
        rf"{_MAY_IN}{_A} {BE} (?:deleted|omitted),? and (?:there )?(?:{BE} )?"
        rf"(?:substituted|inserted) {_B}{END}",
        rf"{AGREED}{_BY} substitution of {_B} for {_A}{END}",
        rf"{AGREED}{_BY} (?:deletion|omission) of {_A} and the (?:insertion|substitution) of {_B}"
        rf"(?: {_STEAD})?{END}",
        rf"{_MAY_IN}{_OUT} {_A}{_OF},? and (?:{_STEAD},? )?(?:insert|substitute)(?: {_STEAD})?,?:?"
        rf" {_B}(?: {_STEAD})?{END}",
        rf"{AGREED}{_CLAUSE} (?:is to|shall|will) have {_A} (?:replaced|substituted) (?:by|with)"
        rf" {_B}{END}",
    ),
    "{at}delete {a}": (
        rf"{_MAY_IN}leave out {_A}{END}",
        rf"{AGREED}{_BY} (?:deletion|omission) of {_A}{END}",
        rf"{AGREED}{_OUT} from {_CLAUSE},? {_A}{END}",
        rf"{AGREED}{_CLAUSE} (?:is to|shall|will) have {_A} {GONE}{END}",
    ),
    "{at}insert {a} {side} {b}": (
        rf"{_MAY_IN}{_SIDE} {_B}{_OF} {_THERE} (?:inserted|added) {_A}{END}",
        rf"{AGREED}{_BY} (?:insertion|addition) of {_A} {_SIDE} {_B}{END}",
        rf"{AGREED}{ADD} (?:to|in|into) {_CLAUSE},? {_A},? {_SIDE} {_B}{END}",
    ),
    "at the end of {clause}, add {a}": (
        rf"{_AT_END} {_THERE} (?:inserted|added)(?: the following(?: words?)?)?:? ?{_A}{END}",
    ),
    "in {clause}, add the following sentence at the end:{a}": (
        rf"{_AT_END} {_THERE} (?:inserted|added) (?:the|a)(?: following)?(?: further| new)?"
        rf" sentence:?(?P<a> ?{_Q}){END}",
        rf"{AGREED}(?:{ADD} (?:to|in|into) {_CLAUSE}|{_CLAUSE} ?(?::|–|—|-) add(?: on)?)"
        r" (?:the following|the|an?)(?: new| additional| further)*(?: final| last)? sentence:?"
        rf"(?P<a> ?{_Q}{END})?",
    ),
    "amend the heading of {clause} from {a} to {b}": (
        rf"{AGREED}the (?:heading|title) (?:of|to|for) {_CLAUSE} {BE} (?:changed|amended)"
        rf" from (?P<a>{_Q}) to (?P<b>{_Q}){END}",
    ),
    "add to {clause} {a}": (
        rf"{AGREED}{_CLAUSE} ?(?::|–|—|-) add(?: on)?(?: the following)?[,:]? ?{_A}{END}",
    ),
    # definitions, whose wording may stand without marks
    "in {clause}, replace the definition of {a} with {words}": (
        rf"{AGREED}{_IN}(?:replace|substitute|amend) {_DEFINITION}{_WITH}(?: to read| as follows)?"
        rf"{_PRINTED}",
        rf"{AGREED}{_IN}(?:delete|omit) {_DEFINITION} and (?:substitute|insert|replace"
        rf"(?: it)? with|replace(?: it)? by)(?: the following(?: definition)?)?{_PRINTED}",
        rf"{AGREED}{_IN}{_DEFINITION} {BE} (?:deleted and )?(?:replaced|substituted|amended)"
        rf"{_WITH}(?: to read| as follows)?{_PRINTED}",
        rf"{AGREED}{_IN}{_DEFINITION} {BE} (?:deleted|omitted|repealed) and the following"
        rf"(?: definition)? (?:is |be )?(?:substituted|inserted)(?: in its place)?{_PRINTED}",
    ),
    "in {clause}, insert the definition in alphabetical order: {words}": (
        rf"{AGREED}(?:{_IN}{ADD}|{ADD} {_TO}?),? ?in (?:its |the )?(?:correct |appropriate )?"
        rf"alphabetical (?:order|place|position)(?: the following(?: new)?(?: definition)?)?"
        rf"{_PRINTED}",
        rf"{AGREED}(?:{_IN}{ADD}|{ADD}(?: {_TO})?) ?(?:the following|an?)(?: new| further)*"
        rf" definition(?: (?:in|to) {_CLAUSE})?,? in (?:its |the )?(?:correct |appropriate )?"
        rf"alphabetical (?:order|place|position){_PRINTED}",
    ),
    "in {clause}, insert the definition {side} the definition of {a}: {words}": (
        rf"{AGREED}(?:{_IN}{ADD}|{ADD} {_TO}?),? ?(?P<side>after|before) {_DEFINITION}"
        rf"(?: the following(?: new)?(?: definition)?)?{_PRINTED}",
    ),
}
_FORMS = [(form_, usual) for usual, forms in _USUAL.items() for form_ in forms]
_CUE = re.compile(r"\x02|\b(?:sentence|paragraph|bullet|note)\b", re.I)


def reworded(text: str, plain: str, quoted: list[str]) -> tuple[str, list[str], bool] | None:
    """A sentence in the usual words, with what it quotes; None where it is in none of the forms.

    In `plain` a number between two marks stands for each quotation of `text`. The last says
    whether its wording stands without marks, and may go on behind the sentence.
    """
    if not _CUE.search(plain):
        return None
    for pattern, usual in _FORMS:
        found = form(pattern).fullmatch(plain)
        if found is None:
            continue
        if names_two(found):
            return None
        said = {
            name.rstrip("0123456789"): value
            for name, value in found.groupdict(default="").items()
            if value or name.startswith("a")
        }
        said["side"] = said.get("side", "").casefold()
        said["at"] = f"in {said['clause']}, " if "clause" in said else ""
        if "clause" not in said and "{clause}" in usual:
            return None
        bare = said.pop("words", None)
        if bare is not None:
            quoted = [*quoted, _as_printed(text, bare, quoted)]
            said["words"] = f"\x02{len(quoted) - 1}\x03"
        elif "marked" in said:
            said["words"] = said["marked"]
        return usual.format_map(said), quoted, bare is not None
    usual = _SUBSTITUTED.sub(r"\1 substitute", plain)
    return (usual, quoted, False) if usual != plain else None


def _as_printed(text: str, bare: str, quoted: list[str]) -> str:
    """Words with their quotations, in the marks that they have in `text`."""

    def marked(at: re.Match[str]) -> str:
        words = r"\s+".join(map(re.escape, quoted[int(at[1])].split()))
        found = re.search(rf"[“\"‘']{words}[”\"’']", text)
        return found[0] if found else f"“{quoted[int(at[1])]}”"

    return re.sub(r"\x02(\d+)\x03", marked, bare)


# ----------------------------------------------- orders on several clauses, the first with the verb

#: "Replace “a” with “b” in clause 2.1 and “c” with “d” in clause 2.2."
_JOINT = r"(?P<and>[,;] and |[,;] | and )"
_DOES = r"(?:replac|delet|insert|add|substitut|omit|remov|chang)ing\b"
#: "Clause 2.1 by replacing …", "…, and clause 2.2 by deleting …"
_PAIR_BY = re.compile(
    rf"(?P<and>\A|(?<=\x03)(?:[,;] and |[,;] | and ))(?={CLAUSE},? by {_DOES})", re.I
)
#: "…, and in clause 2.2 “c” with “d”"
_PAIR_AT = re.compile(
    rf"(?<=\x03){_JOINT}(?:in |at )?(?P<at>{CLAUSE})[,:]? (?={_Q} (?:with|by) {_Q})", re.I
)
#: "… in clause 2.1 and “c” with “d” in clause 2.2"
_PAIR_IN = re.compile(
    rf"(?P<at> (?:in|of|from) {CLAUSE}){_JOINT}"
    rf"(?={_Q} (?:with|by) {_Q},? (?:in|of|from) {CLAUSE})",
    re.I,
)
#: "… from clause 2.1 and “c” from clause 2.2"
_PAIR_FROM = re.compile(
    rf"(?P<at> (?:in|of|from) {CLAUSE}){_JOINT}(?={_Q} (?:in|of|from) {CLAUSE})", re.I
)
_DELETES = re.compile(r"(?:delete|omit|remove) ", re.I)
_REPLACES = re.compile(r"\b(?:replac|substitut)(?:e|ing)\b", re.I)
#: "Amend clauses 2.1 and 2.2 by replacing “a” with “b” and “c” with “d” respectively."
_CITED = r"[A-Z]?\.?\d+(?:\.\d+)+(?:\([a-z]{1,5}\))*"
_PAIR = rf"{_Q} (?:with|by) {_Q}"
_EACH = re.compile(
    rf"(?:amend |in )?(?:sub-?)?clauses (?P<cited>{_CITED}(?:(?:, and |, | and ){_CITED}){{1,5}}),?"
    rf" (?:by )?(?:replac|substitut)(?:e|ing)"
    rf" (?P<pairs>{_PAIR}(?:(?:, and |, | and ){_PAIR}){{1,5}})"
    r",? respectively\.?",
    re.I,
)


def spelt_out(plain: str) -> str:
    """A sentence whose quotations are masked, with its verb said before each pair of words."""
    if found := _EACH.fullmatch(plain):
        cited, pairs = re.findall(_CITED, found["cited"]), re.findall(_PAIR, found["pairs"])
        if len(cited) == len(pairs):
            each = zip(cited, pairs, strict=True)
            return " and ".join(f"in clause {one} replace {pair}" for one, pair in each)
    plain = _PAIR_BY.sub(r"\g<and>amend ", plain)
    if _REPLACES.search(plain):
        plain = _PAIR_AT.sub(r"\g<and>in \g<at> replace ", plain)
        plain = _PAIR_IN.sub(r"\g<at>\g<and>replace ", plain)
    if _DELETES.match(plain):
        plain = _PAIR_FROM.sub(r"\g<at>\g<and>delete ", plain)
    return plain

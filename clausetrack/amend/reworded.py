"""Orders in rarer words, put in those of the forms: "Omit from clause 4.2 the words “x”".

Each is read from end to end, so that what it says of a day, a condition or for whom leaves it
unread. What is put in other words is the order alone: the terms are quoted as they are printed.
"""

from __future__ import annotations

import re

from clausetrack.amend.part_forms import form
from clausetrack.segment.phrases import ADD as _ADD
from clausetrack.segment.phrases import AGREED as _AGREED
from clausetrack.segment.phrases import BE as _BE
from clausetrack.segment.phrases import DELETE, ORDINAL, STEAD
from clausetrack.segment.phrases import END as _END
from clausetrack.segment.phrases import QUOTATION as _Q
from clausetrack.segment.wording import CITATION

_AT = rf"(?:the )?(?:(?:(?:sub-?)?clause|paragraph) |(?=article )){CITATION}"
_CLAUSE = rf"(?P<clause>{_AT})"
_OUT = rf"(?:{DELETE}|leave out)"
_SAYS = r"(?:(?:the|a) )?(?:(?:words?|figures?|phrase|number|term) )?"
_PART = rf"(?:the )?{ORDINAL} (?:sentence|paragraph|bullet(?: point)?|note)"
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
    r" [^;:\[\]]+[^;:()\[\]]\.)"
)
_PRINTED = rf" ?[:,]? ?(?:{_DEFINES}|(?P<marked>{_Q}){_END})"
_WITH = r"(?: (?:with|by))?(?: the following(?: definition)?)?"

#: "Clause 4.1, second sentence: …", "In clause 4.1 (second sentence), …"
_IN_PART = (
    rf"(?:in |at )?{_CLAUSE}(?:, ?| )"
    rf"(?:\((?P<part>{_PART})\)|(?P<part>{_PART}))(?: ?[:–—-]|,) ?"
)
_THERE = rf"there {_BE}"
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
_BY = rf"(?:{_CLAUSE} {_BE} (?:amended|varied)|(?:amend|vary) {_CLAUSE}) by the"
_AT_END = rf"(?:at the end of {_CLAUSE}|{_IN}at the end),?"

#: Each form, and the words in which it is read.
_WORDS = (
    (rf"{_AGREED}{_IN_PART}(?P<rest>(?:{_OUT}|{_ADD}|replace|substitute|for|after|before)\b.+)",
     "in {clause}, in {part}, {rest}"),
    (rf"{_AGREED}{_IN_PART}{_A} (?:becomes?|{_BE} (?:replaced|substituted) (?:by|with)) {_B}{_END}",
     "in {clause}, in {part}, replace {a} with {b}"),
    # "In clause 4.1, for “x” there shall be substituted “y”"
    (rf"{_MAY_IN}for {_A}{_OF} {_THERE} substituted {_B}{_END}", "{at}replace {a} with {b}"),
    (rf"{_MAY_IN}{_THERE} substituted for {_A}{_OF} {_B}{_END}", "{at}replace {a} with {b}"),
    (rf"{_MAY_IN}{_THERE} substituted {_B} for {_A}{_OF}{_END}", "{at}replace {a} with {b}"),
    (rf"{_MAY_IN}(?P<side>(?:immediately )?(?:after|before)) {_A}{_OF} {_THERE} (?:inserted|added)"
     rf" {_B}{_END}", "{at}insert {b} {side} {a}"),
    (rf"{_MAY_IN}{_A} {_BE} (?:deleted|omitted),? and {_B} (?:{_BE} )?(?:substituted|inserted)"
     rf"(?: in (?:its|their) place| instead| therefor)?{_END}", "{at}replace {a} with {b}"),
    (rf"{_MAY_IN}{_A} {_BE} (?:deleted|omitted),? and (?:there )?(?:{_BE} )?"
     rf"(?:substituted|inserted) {_B}{_END}", "{at}replace {a} with {b}"),
    (rf"{_MAY_IN}leave out {_A}{_END}", "{at}delete {a}"),
    (rf"{_AGREED}{_BY} substitution of {_B} for {_A}{_END}", "in {clause}, replace {a} with {b}"),
    (rf"{_AGREED}{_BY} (?:deletion|omission) of {_A} and the (?:insertion|substitution) of {_B}"
     rf"(?: {_STEAD})?{_END}", "in {clause}, replace {a} with {b}"),
    (rf"{_AGREED}{_BY} (?:deletion|omission) of {_A}{_END}", "in {clause}, delete {a}"),
    (rf"{_AGREED}{_BY} (?:insertion|addition) of {_B} (?P<side>(?:immediately )?(?:after|before))"
     rf" {_A}{_END}", "in {clause}, insert {b} {side} {a}"),
    (rf"{_MAY_IN}{_OUT} {_A}{_OF},? and (?:{_STEAD},? )?(?:insert|substitute)(?: {_STEAD})?,?:?"
     rf" {_B}(?: {_STEAD})?{_END}", "{at}replace {a} with {b}"),
    (rf"{_AT_END} {_THERE} (?:inserted|added)(?: the following(?: words?)?)?:? ?{_A}{_END}",
     "at the end of {clause}, add {a}"),
    (rf"{_AT_END} {_THERE} (?:inserted|added) (?:the|a)(?: following)?(?: further| new)? sentence"
     rf":? (?P<a>{_Q}){_END}", "in {clause}, add the following sentence at the end: {a}"),
    (rf"{_AGREED}{_OUT} from {_CLAUSE},? {_A}{_END}", "in {clause}, delete {a}"),
    (
        rf"{_AGREED}{_ADD} (?:to|in|into) {_CLAUSE},? {_A},? (?P<side>(?:immediately )?"
        rf"(?:after|before)) {_B}{_END}",
        "in {clause}, insert {a} {side} {b}",
    ),
    (
        rf"{_AGREED}{_CLAUSE} (?:is to|shall|will) have {_A} (?:replaced|substituted) (?:by|with)"
        rf" {_B}{_END}",
        "in {clause}, replace {a} with {b}",
    ),
    (
        rf"{_AGREED}{_CLAUSE} (?:is to|shall|will) have {_A}"
        rf" (?:deleted|removed|omitted|struck out){_END}",
        "in {clause}, delete {a}",
    ),
    (
        rf"{_AGREED}the (?:heading|title) (?:of|to|for) {_CLAUSE} {_BE} (?:changed|amended)"
        rf" from (?P<a>{_Q}) to (?P<b>{_Q}){_END}",
        "amend the heading of {clause} from {a} to {b}",
    ),
    (
        rf"{_AGREED}(?:{_ADD} (?:to|in|into) {_CLAUSE}|{_CLAUSE} ?(?::|–|—|-) add(?: on)?)"
        r" (?:the following|the|an?)(?: new| additional"
        rf"| further)*(?: final| last)? sentence:?(?P<a> ?{_Q}{_END})?",
        "in {clause}, add the following sentence at the end:{a}",
    ),
    (
        rf"{_AGREED}{_CLAUSE} ?(?::|–|—|-) add(?: on)?(?: the following)?[,:]? ?{_A}{_END}",
        "add to {clause} {a}",
    ),
    # definitions, whose wording may stand without marks
    (
        rf"{_AGREED}{_IN}(?:replace|substitute|amend) {_DEFINITION}{_WITH}(?: to read| as follows)?"
        rf"{_PRINTED}",
        "in {clause}, replace the definition of {a} with {words}",
    ),
    (
        rf"{_AGREED}{_IN}(?:delete|omit) {_DEFINITION} and (?:substitute|insert|replace"
        rf"(?: it)? with|replace(?: it)? by)(?: the following(?: definition)?)?{_PRINTED}",
        "in {clause}, replace the definition of {a} with {words}",
    ),
    (
        rf"{_AGREED}{_IN}{_DEFINITION} {_BE} (?:deleted and )?(?:replaced|substituted|amended)"
        rf"{_WITH}(?: to read| as follows)?{_PRINTED}",
        "in {clause}, replace the definition of {a} with {words}",
    ),
    (
        rf"{_AGREED}{_IN}{_DEFINITION} {_BE} (?:deleted|omitted|repealed) and the following"
        rf"(?: definition)? (?:is |be )?(?:substituted|inserted)(?: in its place)?{_PRINTED}",
        "in {clause}, replace the definition of {a} with {words}",
    ),
    (
        rf"{_AGREED}(?:{_IN}{_ADD}|{_ADD} {_TO}?),? ?in (?:its |the )?(?:correct |appropriate )?"
        rf"alphabetical (?:order|place|position)(?: the following(?: new)?(?: definition)?)?"
        rf"{_PRINTED}",
        "in {clause}, insert the definition in alphabetical order: {words}",
    ),
    (
        rf"{_AGREED}(?:{_IN}{_ADD}|{_ADD} {_TO}?),? ?(?P<side>after|before) {_DEFINITION}"
        rf"(?: the following(?: new)?(?: definition)?)?{_PRINTED}",
        "in {clause}, insert the definition {side} the definition of {a}: {words}",
    ),
)
_CUE = re.compile(r"\x02|\bsentence\b", re.I)


def reworded(text: str, plain: str, quoted: list[str]) -> tuple[str, list[str], bool] | None:
    """A sentence in the usual words, with what it quotes; None where it is in none of the forms.

    In `plain` a number between two marks stands for each quotation of `text`. The last says
    whether its wording stands without marks, and may go on behind the sentence.
    """
    if not _CUE.search(plain):
        return None
    for pattern, usual in _WORDS:
        found = form(pattern).fullmatch(plain)
        if found is None:
            continue
        named = {value for name, value in found.groupdict().items() if name[:6] == "clause"}
        if len(named - {None}) > 1:
            return None  # on one of them, and what of the other?
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

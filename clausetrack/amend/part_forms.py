"""The forms that an order on a part of a clause takes, each from end to end.

In the patterns a quotation stands as its number between two marks (`QUOTATION`), and a group may
come more than once: `form` numbers them, and one name must then say one thing. Read them from the
bottom: an order is who agrees, the clause it is in, and one of the forms of `FORMS`.
"""

from __future__ import annotations

import re
from functools import cache

from clausetrack.segment.phrases import (
    ADD,
    AGREED,
    BE,
    DELETE,
    END,
    GONE,
    ORDINAL,
    SCHEDULE,
    STEAD,
)
from clausetrack.segment.phrases import QUOTATION as _Q
from clausetrack.segment.wording import CITATION

# ------------------------------------------------------------------------------------ the pieces

_CLAUSE = (
    rf"(?P<clause>(?:the )?(?:(?:sub-?)?(?:clause|paragraph) )?{CITATION}"
    rf"(?: (?:of|in|to) (?:the )?{SCHEDULE} (?:[A-Z]|\d+)\b)?)"
    r"(?: \([A-Z]{2,}\))?"
)
_TABLE = r"(?:the (?:table|scale|list|definitions?) (?:in|of|under|to|at) )?"
_OF = (
    r"(?: (?:of|in|into|to|from|under|below|at|within|for|on)"
    rf" {_TABLE}{_CLAUSE}(?: above| below)?)"
)
_LEAD = (
    rf"(?:(?:in|within|at|under|from|to) {_TABLE}{_CLAUSE}(?:, ?|:? )"
    rf"|(?:amend|amending|change|vary|update|revise) {_TABLE}{_CLAUSE} (?:by |as follows: ?)"
    rf"|{_CLAUSE} {BE} (?:amended|changed|varied) by "
    rf"|{_CLAUSE} ?(?::|–|—|-) |[–—-] )?"
)
_ORDINAL = rf"(?P<ordinal>{ORDINAL})"
#: What a sentence is counted in, where it is not the clause.
_HELD = (
    rf"(?:(?:the )?(?P<held_at>{ORDINAL})"
    r" (?:(?P<held_paragraph>paragraph)|(?P<held_bullet>bullet)(?: ?-?point)?|(?P<held_note>note))"
    r"|(?P<held_note>note) (?P<held_at>\d)|the (?P<held_note>note)"
    r"|the (?P<held_definition>definition) (?:of|for)(?: the (?:term|word))?"
    rf" (?P<held_term>{_Q}|[^,;:\x02]{{1,60}}?))"
)
_SENTENCE = rf"(?:(?:the|its) )?{_ORDINAL} (?P<sentence>sentence)(?: (?:of|in|to|from) {_HELD})?"
_PARAGRAPH = rf"(?:(?:the|its) )?{_ORDINAL} (?P<paragraph>paragraph)"
_BULLET = (
    rf"(?:(?:(?:the|its) )?{_ORDINAL} (?P<bullet>bullet)(?: ?-?point| item)?"
    rf"|the (?P<bullet>bullet)(?: ?-?point| item)? (?P<key>{_Q}))"
)
_NOTE = (
    rf"(?:(?:the|its) {_ORDINAL} (?P<note>note)|(?P<note>note) (?P<ordinal>\d)"
    r"|the (?P<note>note)(?: at the end)?)"
)
_ROW = (
    r"(?:(?:the )?(?P<row>row) (?:for|headed|beginning(?: with)?|starting with|labelled|of|with)"
    rf" (?P<key>{_Q}|[^,;:\x02]{{1,60}}?)"
    rf"|the (?P<row>row) (?P<key>{_Q})"
    rf"|the (?P<key>{_Q}|[^,;: \x02]+(?: [^,;: \x02]+){{0,3}}?) (?P<row>row))"
)
_DEFINED = (
    rf"the (?P<definition>definition) (?:of|for)(?: the (?:term|word|expression)s?)?"
    rf" (?P<term>{_Q}|[^,;:\x02]{{1,60}}?)"
)
_HEADING = r"(?:the|its) (?P<heading>heading|title)"
_ANY = rf"(?:{_SENTENCE}|{_BULLET}|{_PARAGRAPH}|{_NOTE}|{_ROW}|{_DEFINED}|{_HEADING})"
_GOES = (
    "delet|remov|omit|repeal|str[iu]|tak(?:e|en|ing) out|comes? out|drop"
    "|revok|rescind|abolish|scrap|cancel"
)
_COMES = (
    r"(?=.*\b(?:end|after|before|alphabetical|foot|bottom|final|last)\b).*(?:insert|add|includ)"
)
_IN_PART = "sentence|bullet|paragraph|note|row|definition|heading|title"
#: The wording: in quotation marks here, or printed below.
_GIVEN = (
    r"(?: the following(?: new| amended)?(?: wording| text| words| sentence| bullet(?: point)?"
    r"| note| row| definition| heading)?(?: in (?:its|their) (?:place|stead))?| as follows)?"
    r"(?:,|:| –)?"
    rf"(?: ?(?P<words>{_Q}))?{END}"
)
_STEAD = rf"(?:,? {STEAD},?)?"
_NEW = (
    r" ?(?:the following|an?|the)?(?: additional| further| new)*"
    r" (?:(?P<sentence>sentence)s?|(?P<bullet>bullet)s?(?: ?-?points?)?|(?P<note>note)"
    r"|(?P<row>row)s?|(?P<definition>definition)s?"
    rf"(?: (?:of|for)(?: the (?:term|word))? (?:{_Q}|[\w ]{{1,40}}?))?)"
)
_BESIDE = (
    rf"(?:immediately )?(?:(?P<after>after)|(?P<before>before))"
    rf" (?:{_SENTENCE}|{_BULLET}|{_NOTE}|{_ROW}|{_DEFINED}"
    r"|(?:the )?(?P<key>(?:step|level|grade|band) [\w+]{1,6}))"
)
_PLACE = (
    rf"(?:(?:at|to|on) (?P<end>the (?:end|foot|bottom))"
    rf"(?: of {_HELD}{_OF}?| of {_TABLE}{_CLAUSE}| of the (?:table|scale|list|clause)| thereof)?"
    rf"|{_BESIDE}{_OF}?|(?:in|at) (?:its|their|the)? ?(?:correct |appropriate |proper )?"
    r"(?P<alphabetical>alphabetical) (?:order|place|position))"
)
_BY_TERM = rf"(?:immediately )?(?:(?P<after>after)|(?P<before>before)) {_DEFINED}"
_LISTED = r"\b(?:bullet|definition)"

# ---------------------------------------------------------------------------- orders on one part

_IN_HELD = (
    rf"(?:(?:amend|amending|change|vary|in|from|to) {_HELD}{_OF}?(?: by|,|:| as follows:| –) )?"
)

_IN = AGREED + _LEAD + _IN_HELD + r"(?:(?:in|to|from) (?:the|its) (?:table|scale|list)(?:,|:)? )?"
_REPLACE = r"(?:replace|replacing|substitute|substituting)"
_AMEND = r"(?:amend|amending|change|changing|vary|reword)"
_RENAME = r"(?:rename|retitle|re-title|renaming)"
_DELETED = rf"(?:{BE} {GONE}|comes? out)"
_REPLACED = (
    rf"{BE} (?:(?:deleted and )?(?:replaced|substituted) (?:with|by)|amended(?: to(?: read)?)?"
    r"|changed to(?: read)?)"
)
_NOW = r"(?: to read| so that it reads| so as to read| to)?"

_WORDING = (
    r"(?: the following(?: wording| words| text)?| the (?:words?|wording))?"
)
#: Sentences in quotation marks that nothing calls so; `parts` asks whether they are.
_WHOLE = rf"(?P<sentence>)(?P<whole>)(?:the (?:words?|phrase) )?(?P<words>{_Q})"
_LAST = (
    r" (?:the following|an?|the)(?: additional| further| new)* (?P<end>final|last)"
    r" (?:(?P<sentence>sentence)|(?P<bullet>bullet)(?: ?-?point)?|(?P<row>row))"
)
#: Words in place of words; what they are is read by `said.words_for_words`.
_SAID = rf"(?:(?:the|a) )?(?:(?:words?|figures?|phrase|number|term|reference(?: to)?) )?{_Q}"
_EXCHANGE = (
    rf"(?:{_REPLACE}|{_AMEND}) {_SAID} (?:with|by|to)(?: read)? {_SAID}"
    rf"|substitute {_SAID} for {_SAID}|for {_SAID},? (?:substitute|read) {_SAID}"
    rf"|{DELETE} {_SAID}(?:,? and"
    rf" (?:substitut(?:e|ing)|insert(?:ing)?|replac(?:e|ing) (?:it|them) (?:with|by)) {_SAID})?"
    rf"|{ADD} {_SAID} (?:immediately )?(?:after|before) {_SAID}"
    rf"|(?:immediately )?(?:after|before) {_SAID},? {ADD} {_SAID}"
)
_CHANGE = (
    rf"(?P<change>(?:{_EXCHANGE})"
    rf"(?:(?:,|;|,? and) (?:{_EXCHANGE}|{_SAID} (?:with|by) {_SAID})){{0,9}})"
)

_PARTS = (
    (_GOES, rf"{_IN}{DELETE} {_ANY}{_OF}?{END}", "repeal"),
    (_GOES, rf"{AGREED}{DELETE} {_CLAUSE}, {_ANY}{END}", "repeal"),
    (_GOES, rf"{_IN}{_ANY}{_OF}? {_DELETED}{END}", "repeal"),
    ("repl|subst", rf"{_IN}{_REPLACE} {_ANY}{_OF}? (?:with|by){_GIVEN}", "substitution"),
    ("amend|chang|vary|reword", rf"{_IN}{_AMEND} {_ANY}{_OF}?{_NOW}{_GIVEN}", "substitution"),
    (
        _GOES,
        rf"{_IN}{DELETE} {_ANY}{_OF}?,? and{_STEAD} (?:replac|substitut|insert)(?:e|ing)?(?: it)?"
        rf"(?: with| by)?{_STEAD}{_GIVEN}",
        "substitution",
    ),
    ("ed (?:with|by|to)|amended", rf"{_IN}{_ANY}{_OF}? {_REPLACED}{_GIVEN}", "substitution"),
    (
        "to read|(?:shall|will) read",
        rf"{_IN}{_ANY}{_OF}? (?:(?:is |are )?to|shall|will)(?: now)? read{_GIVEN}",
        "substitution",
    ),
    (
        "nam|titl",
        rf"{AGREED}{_RENAME} {_CLAUSE}(?: as| to(?: read)?)?(?P<heading>){_GIVEN}",
        "substitution",
    ),
    (
        "nam|titl",
        rf"{AGREED}{_CLAUSE} {BE} (?:renamed|retitled)(?: as| to)?(?P<heading>){_GIVEN}",
        "substitution",
    ),
    # words of a heading: whole or not, they must stand in it
    (
        "chang|amend",
        rf"{_IN}{_AMEND} {_HEADING}{_OF}? from (?P<words>{_Q}) to (?P<becomes>{_Q}){END}",
        "substitution",
    ),
    (
        "repl",
        rf"{AGREED}(?:in {_HEADING}{_OF},? )?{_REPLACE} (?:the words? )?(?P<words>{_Q})"
        rf" (?:with|by) (?P<becomes>{_Q})(?: in {_HEADING}{_OF})?{END}",
        "substitution",
    ),
    # words of any part
    (_IN_PART, rf"{_IN}(?:in )?{_ANY}{_OF}?(?:,|:| –| -)? {_CHANGE}{END}", "substitution"),
    (_IN_PART, rf"{_IN}{_CHANGE},? (?:in|from|of) {_ANY}{_OF}?{END}", "substitution"),
    (
        " by ",
        rf"{_IN}{_AMEND} {_ANY}{_OF}? (?:by|as follows:|so as to) {_CHANGE}{END}",
        "substitution",
    ),
    (
        " by ",
        rf"{_IN}{_ANY}{_OF}? {BE} (?:amended|changed|varied) by {_CHANGE}{END}",
        "substitution",
    ),
    # "add at the end: “It is paid at once.”": whole sentences, whatever they are called
    (_COMES, rf"{_IN}{ADD}{_WORDING} {_PLACE}{_OF}?[,:]? {_WHOLE}{END}", "insertion"),
    (_COMES, rf"{_IN}{ADD} {_WHOLE},? {_PLACE}{_OF}?{END}", "insertion"),
    (_COMES, rf"{_IN}{_PLACE}{_OF}?,? {ADD}{_WORDING}[,:]? {_WHOLE}{END}", "insertion"),
    (r"\badd", rf"{_IN}{ADD} to {_CLAUSE}(?P<end>)[,:]? {_WHOLE}{END}", "insertion"),
    (_COMES, rf"{_IN}{ADD}(?: to {_CLAUSE})?{_LAST}{_OF}?{_GIVEN}", "insertion"),
    (_COMES, rf"{_IN}{ADD}{_OF}{_NEW},? {_PLACE}{_GIVEN}", "insertion"),
    (_COMES, rf"{_IN}{ADD}{_OF},? {_PLACE},?{_NEW}{_GIVEN}", "insertion"),
    (_COMES, rf"{_IN}{ADD}{_NEW}{_OF}?(?:,? {_PLACE})?{_OF}?{_GIVEN}", "insertion"),
    (_COMES, rf"{_IN}{ADD},? {_PLACE},?{_OF}?,?{_NEW}{_OF}?{_GIVEN}", "insertion"),
    (_COMES, rf"{_IN}{_PLACE},? {ADD}{_NEW}{_GIVEN}", "insertion"),
    (_COMES, rf"{_IN}{_NEW} {BE} (?:inserted|added)(?: {_PLACE})?{_OF}?{_GIVEN}", "insertion"),
    # where it does not say at which place of a list
    (_LISTED, rf"{_IN}{ADD}(?:{_OF}{_NEW}|{_NEW}{_OF}?){_GIVEN}", "insertion"),
    (_LISTED, rf"{_IN}{_NEW} {BE} (?:inserted|added){_OF}?{_GIVEN}", "insertion"),
    (
        r"\blist\b",
        rf"{AGREED}{ADD} (?P<words>{_Q}) (?:to|in|into) (?P<bullet>the list)"
        rf"(?: of [\w ]{{1,40}}?)? (?:in|of|under|at) {_CLAUSE}{END}",
        "insertion",
    ),
    (_COMES, rf"{_IN}{ADD}(?: the following)?{_OF}?,? {_BY_TERM}{_OF}?{_GIVEN}", "insertion"),
    (_COMES, rf"{_IN}{_BY_TERM}{_OF}?,? {ADD}(?: the following)?{_OF}?{_GIVEN}", "insertion"),
)

# ---------------------------------------------------------------------- words, wherever they stand

_IT = r"(?:it|they|that (?:word|term|phrase)|those words|the (?:words?|terms?|phrase))"
_EVERY = (
    rf"(?P<every>,? ?wherever (?:{_IT} )?(?:occurs?|appears?|(?:(?:is|are) )?(?:used|found)"
    r"|occurring|appearing)"
    rf"|,? ?in (?:each|every) place(?: (?:where|in which|that) {_IT} (?:occurs?|appears?))?"
    rf"|,? ?(?:each|every) time {_IT} (?:occurs?|appears?)|,? ?in all (?:places|instances)"
    rf"|,? ?in (?P<both>both) places(?:,? (?:where|in which|that) {_IT} (?:occurs?|appears?))?)"
)
_SCOPE = (
    r"(?:(?P<agreement>(?:the|this|the whole|the entire)(?: collective)? agreement)"
    rf"|(?P<clauses>(?:(?:sub-?)?clauses) {CITATION}(?:(?:, and |, | and ){CITATION})+)"
    rf"|{_CLAUSE})"
)
_INSIDE = rf"(?: (?:(?:in|of|within|to|from)|(?P<all>throughout)) {_SCOPE})"
_WHERE = rf"(?:{_INSIDE}|{_EVERY}|(?P<throughout>,? throughout)){{0,2}}"
_IN_ALL = (
    rf"{AGREED}(?:(?:in|within)(?: all of)? {_SCOPE},? |(?:amend|amending|vary) {_SCOPE},? by "
    rf"|(?P<all>throughout) {_SCOPE},? "
    rf"|(?P<every>wherever (?:it|they) (?:occurs?|appears?) in) {_SCOPE},? "
    rf"|{_CLAUSE} ?(?::|–|—|-) )?"
)
_TERM = r"(?:the )?(?:(?:words?|terms?|phrases?|expressions?|names?|figures?) )?"
_USES = r"(?:references?|occurrences?|instances?|mentions?|uses?)"
_MANY = (
    rf"(?:(?P<all>(?:all|every|each|any)(?: of the)? {_USES}"
    rf"|references|occurrences|instances|mentions){_INSIDE}? (?:to|of) )?"
)
_OLD_WORDS = rf"(?:the )?{_MANY}{_TERM}(?P<old>{_Q})"
#: To take out a reference is more than to take out its words.
_WORDS_ALONE = (
    rf"(?:the )?(?:(?P<all>all|every|each) (?:occurrences?|instances?) of )?{_TERM}(?P<old>{_Q})"
)
_NEW_WORDS = rf"(?:(?:a )?references? to )?{_TERM}(?P<new>{_Q})"
_EXCHANGED = rf"{BE} (?:replaced|substituted|changed|amended|updated) (?:with|by|to)"

_WORDS = (
    (
        "repl|chang|amend|updat",
        rf"{_IN_ALL}(?:replace|replacing|change|amend|update) {_OLD_WORDS}{_WHERE} (?:with|by|to)"
        rf" {_NEW_WORDS}{_WHERE}{END}",
        "substitution",
    ),
    (
        "ed (?:with|by|to)",
        rf"{_IN_ALL}{_OLD_WORDS}{_WHERE} {_EXCHANGED} {_NEW_WORDS}{_WHERE}{END}",
        "substitution",
    ),
    (
        "substitute",
        rf"{_IN_ALL}substitute {_NEW_WORDS} for {_OLD_WORDS}{_WHERE}{END}",
        "substitution",
    ),
    (
        "substitute|read",
        rf"{_IN_ALL}for {_OLD_WORDS}{_WHERE},? (?:substitute|read) {_NEW_WORDS}{_WHERE}{END}",
        "substitution",
    ),
    (
        "wherever",
        rf"{AGREED}(?P<every>wherever) {_OLD_WORDS} (?:occurs?|appears?|is used){_INSIDE}?,? "
        rf"(?:replace (?:it|them) (?:with|by)|substitute|(?:it|they) {_EXCHANGED}) {_NEW_WORDS}"
        rf"{END}",
        "substitution",
    ),
    (
        _GOES,
        rf"{_IN_ALL}{DELETE} {_OLD_WORDS}{_WHERE},? and{_STEAD}"
        rf" (?:substitute|insert|replace (?:it|them) (?:with|by)){_STEAD} {_NEW_WORDS}"
        rf"{_WHERE}{END}",
        "substitution",
    ),
    (_GOES, rf"{_IN_ALL}{DELETE} {_WORDS_ALONE}{_WHERE}{END}", "repeal"),
    (
        _GOES,
        rf"{_IN_ALL}{_WORDS_ALONE}{_WHERE} {BE} {GONE}"
        rf"{_WHERE}{END}",
        "repeal",
    ),
)

# ------------------------------------------------- one place that says words, and all words behind

_ONE_LEAD = AGREED + _LEAD
_TIME = (
    rf"(?:,? \(?(?:where |when )?(?:{_IT} )?{_ORDINAL}(?:ly)?"
    rf" (?:occurs?|appears?|occurring|appearing)\)?"
    rf"|,? (?:for |on )?the {_ORDINAL} (?:time|occasion)"
    rf"(?: (?:that |on which )?{_IT} (?:occurs?|appears?))?"
    rf"|,? in the {_ORDINAL} place(?:,? (?:where|in which|that) {_IT} (?:occurs?|appears?))?)"
)
_SAYS = r"(?:the )?(?:(?:words?|figures?|terms?|phrase) )?"
_WAS, _IS_NOW = rf"{_SAYS}(?P<was>{_Q})", rf"{_SAYS}(?P<now>{_Q})"
_ONE = (
    rf"(?:(?:the )?{_ORDINAL} (?:occurrence|instance|appearance|mention) of {_WAS}{_OF}?"
    rf"|(?:the )?{_ORDINAL} (?P<was>{_Q}){_OF}?"
    rf"|{_WAS}{_OF}?{_TIME}{_OF}?)"
)
_INSTEAD = r",? and (?:substitute|insert|replace (?:it|them) (?:with|by))"
_REST = r"(?:all(?: of)?(?: the)? (?:words?|wording|text)|everything)"
_REST_OF = (
    rf"{_REST} (?:that follows |which follows |appearing |occurring )?"
    rf"(?:(?P<after>after|following)|(?P<before>before|preceding)) {_SAYS}(?P<anchor>{_Q}){_OF}?"
)
_PLACED = "first|second|third|th |last|final"
_STRETCHES = (
    (
        _PLACED,
        rf"{_ONE_LEAD}(?:{_REPLACE}|{_AMEND}) {_ONE},? (?:with|by|to) {_IS_NOW}{_OF}?{END}",
        "substitution",
    ),
    (
        _PLACED,
        rf"{_ONE_LEAD}(?:{_REPLACE}|{_AMEND}) {_WAS}{_OF}? (?:with|by|to) {_IS_NOW}{_OF}?{_TIME}"
        rf"{_OF}?{END}",
        "substitution",
    ),
    (_PLACED, rf"{_ONE_LEAD}{DELETE} {_ONE}{_INSTEAD} {_IS_NOW}{END}", "substitution"),
    (_PLACED, rf"{_ONE_LEAD}{DELETE} {_ONE}{END}", "substitution"),
    (_PLACED, rf"{_ONE_LEAD}{_ONE} {_EXCHANGED} {_IS_NOW}{END}", "substitution"),
    (_PLACED, rf"{_ONE_LEAD}substitute {_IS_NOW} for {_ONE}{END}", "substitution"),
    (_REST, rf"{_ONE_LEAD}{DELETE} {_REST_OF}{END}", "repeal"),
    (_REST, rf"{_ONE_LEAD}{_REST_OF} {_DELETED}{END}", "repeal"),
    (
        _REST,
        rf"{_ONE_LEAD}(?:{DELETE} {_REST_OF}{_INSTEAD}|{_REPLACE} {_REST_OF} (?:with|by))"
        rf" {_SAYS}(?P<words>{_Q}){_OF}?{END}",
        "substitution",
    ),
)

#: What an order may say beside another in one sentence: words anywhere, or a whole clause.
BESIDE = (
    (rf"{_IN}{_CHANGE}{_OF}?{END}", "substitution"),
    (rf"{AGREED}{DELETE} {_CLAUSE}(?: in (?:its|their) entirety)?{END}", "repeal"),
)

#: Each form: a cue that it cannot do without, the pattern, and the action that it orders.
FORMS = (*_PARTS, *_WORDS, *_STRETCHES)


@cache
def form(pattern: str, flags: int = re.I) -> re.Pattern[str]:
    """The pattern of a form, made when it is asked for, its groups numbered apart."""
    number = iter(range(1, 100))
    unique = re.sub(r"\(\?P<(\w+)>", lambda found: f"(?P<{found[1]}{next(number)}>", pattern)
    return re.compile(unique, flags)


def names_two(found: re.Match[str]) -> bool:
    """Does a sentence in a form name two clauses: it is on one of them, and what of the other?"""
    named = {value for name, value in found.groupdict().items() if name[:6] == "clause"}
    return len(named - {None}) > 1

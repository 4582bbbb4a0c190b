"""The phrases by which agreements say that something is linked, conditional or bound to a time.

The phrases are those of the field. What a text names (days, amounts, periods) is read by `values`
and here; which kinds of provision a paragraph holds is `kinds`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import pairwise

from clausetrack.counts import COUNT, count
from clausetrack.provisions.links import LINKS, OTHER, RATE_WORD, TRIGGERS
from clausetrack.provisions.sentences import ends, one_sentence, quoted, sentences
from clausetrack.provisions.vocabulary import Period
from clausetrack.values import MONTH, dates

#: What a unit of the text is in those of a calendar, which has none for school days and terms.
_UNITS = {
    "days": (1, "days"), "working-days": (1, "working-days"), "weeks": (1, "weeks"),
    "fortnights": (2, "weeks"), "months": (1, "months"), "years": (12, "months"),
    "hours": (1, "hours"),
}  # fmt: skip
_UNIT = r"(?:(?:working|school|calendar)[ -])?(?:days?|weeks?|fortnights?|months?|terms?|years?)"
#: Those that no calendar here counts: their words are told, and no day.
_UNCOUNTED = (
    r"hours|(?:business|clear|clear working|consecutive) days|(?:pay|payroll) (?:period|run|day)s?"
)
_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}\.?,?\s+\d{{4}}"
    rf"|{MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}})"
)
_WHEN = rf"(?:(?:\d{{1,2}}(?:[.:]\d\d)?\s?[ap]\.?m\.?|midnight)\s+(?:on\s+)?)?{_DAY}"
#: What hangs on these terms being ratified, or signed, in time or at all.
_ON_CONDITION = (
    r"\b(?:provided(?: that)?|condition(?:al)? (?:up)?on|on condition|contingent (?:up)?on"
    r"|only (?:if|where|when)|as long as|so long as|subject to (?:this|these|the) [a-z]+ being)\b"
)
_IF_RATIFIED = (
    rf"{_ON_CONDITION}"
    r".{0,60}?\b(?:ratif\w+|sign(?:ed|ing|ature)|settled|ballot|accepted|carried)\b"
)
#: What a sentence hangs on: "If the levy rises, ...", but not "if possible".
CONDITIONAL = re.compile(
    r"(?<!\bas )\bif\b(?! (?:possible|practicable|needed|necessary|required|applicable|so)\b)"
    r"(?! any(?:\s*[,;.)]|\s+(?:and|or)\b|\Z))"
    rf"|\bunless\b|\bin the event\b|{_ON_CONDITION}"
    r"|(?:\A|[.;:]\s+)(?-i:Should|Where|When|Whenever|Once)\b",
    re.I,
)

_AT_LEAST = r"\b(?:at least|(?:not|no) (?:less|fewer|later|earlier) than|a minimum of)"
#: Who is heard before something is done, or told of it.
_HEARD = r"\b(?:consult\w*|notice|respon[ds]\w*|comments?|submissions?|feedback|repl(?:y|ies))\b"
_NO_RISE = r"(?<!\bgo )(?<!\bgoes )(?<!\bmoves )"  # "the allowance goes up to $18": no limit
#: Kind -> the phrases of which one is enough. What may stand between two words is bounded: in
#: hostile texts a phrase must not search the rest again from each of its words.
CUES: dict[str, tuple[re.Pattern[str], ...]] = {"cross-agreement-trigger": TRIGGERS} | {
    kind: tuple(re.compile(phrase, re.I | re.S) for phrase in phrases)
    for kind, phrases in {
        "conditional-variation": (
            r"\b(?<!may )(?:be|been|is|are) varied\b(?!\)| by (?:mutual )?agreement\b)",
            r"\b(?:offers?|offering|propos\w+) (?:a|the) variation\b|\boffer\b.{0,30}\bto vary\b"
            r"|\b(?:undertakes?|agrees?) to vary\b",
            r"\bupon the sign(?:ing|ature) of (?:the|a) variation\b",
            r"\bby (?:means|way) of (?:a )?variation\b",
            r"\b(?:up)?on (?:the |full )?(?:signing|signature|acceptance|receipt|expenditure)\b"
            r".{0,400}\b(?:will|shall)\b",
            r"\b(?:will|shall)\b.{0,400}\bupon (?:the |full )?"
            r"(?:signing|signature|acceptance|expenditure)\b",
            r"\bonce (?:it|the)\b.{0,60}\b(?:spent|expended)\b.{0,400}\bwill\b",
            _IF_RATIFIED,
        ),
        "deadline": (
            rf"\bwithin {COUNT} (?:further )?(?:{_UNIT}|{_UNCOUNTED})\b",
            rf"\b(?:by|before|on or before|(?:no|not) later than) (?:the )?{_WHEN}",
            rf"\binside {COUNT} {_UNIT}\b|\bby the end of the \w+ (?:working |school )?day\b",
            rf"\b(?:is|are|be|falls?|report|answer)\b.{{0,20}}\bdue (?:on|by|before) {_WHEN}"
            rf"|\bdue (?:on|by|before) {_WHEN}",
            rf"\b(?:within the |(?<!the )(?<!last )(?<!maximum )(?<!maximum of )){COUNT} {_UNIT}"
            r"(?:['’]s?)? (?:before|prior to|ahead|beforehand|in advance)\b",
            rf"{_AT_LEAST} {COUNT} {_UNIT}(?:['’]s?)?"
            r" (?:prior|after|from|following|notice|warning)\b",
            rf"{_HEARD}.{{0,60}}?{_AT_LEAST} {COUNT} {_UNIT}\b"
            rf"|{_AT_LEAST} {COUNT} {_UNIT} (?:[a-z]+ ){{0,4}}?{_HEARD}",
            rf"\bnotice period\b.{{0,20}}?\b(?:is|be|of) {COUNT} {_UNIT}\b",
            r"\bby the \d{1,2}(?:st|nd|rd|th) of (?:the|each|every|that)\b",
            rf"\b(?:has|have|had|given|gets?|allowed) (?:up to )?{COUNT} {_UNIT} "
            r"(?:from|after|following|in which|within which|to)\b",
            rf"\b(?:more|later) than {COUNT} {_UNIT} (?:after|following|from)\b"
            r".{0,80}\bnot (?:be )?(?:paid|accepted|considered|payable|met)\b",
            rf"\b{COUNT} {_UNIT} (?:after|from) (?:the |its |their )?(?:date|day|decision|receipt"
            r"|notice|offer|event|start|end|signing|signature|ratification|settlement)\b",
            rf"\bimplement\w*\b.{{0,400}}{_DAY}",
            r"\b(?:prior to|before|by|due at) the (?:(?:start|beginning|end) of|\d{4}(?![-–/]\d)"
            r"(?! (?:[\w-]+ ){0,4}(?:agreement|award|act|code|contract|terms)\b))\b",
            r"\b(?:by|before|(?:no|not) later than) (?:the (?:first|last) (?:working )?day of )?"
            rf"{MONTH} \d{{4}}\b",
            rf"\b{COUNT} {_UNIT}['’]s? (?:written |prior )?notice\b",
            rf"\b{COUNT} (?:term|month|week|year|fortnight)['’]s (?:written |prior )?notice\b",
        ),
        "cap": (
            r"\bcapped\b|\ba (?:cap|ceiling) (?:of|on)\b",
            rf"\bmaximum (?:\w+ ){{0,2}}of (?:\$\s?\d|{COUNT}\b)",
            rf"\bnot\b.{{0,60}}\bfor more than {COUNT} {_UNIT}\b",
            rf"{_NO_RISE}\bup to (?:a (?:total|maximum) of )?{COUNT} (?:further )?"
            rf"(?:{_UNIT}|hours?|teachers?|employees?|people|positions?|principals?)\b",
            rf"{_NO_RISE}\bup to (?:a (?:total|maximum) of )?\$\s?\d[\d,.]*(?: \w+){{0,4}}? "
            r"(?:(?:per|a|each|every) (?:(?:financial|fiscal|calendar|school) )?"
            r"(?:annum|year|term|month|week|fortnight|semester)|in total|for (?:the first|each))\b",
            rf"\b(?:no|not|never)\b[^.;]{{0,60}}\bmore than (?:a (?:total|maximum) of )?"
            rf"(?:\$\s?\d|{COUNT}\b(?! (?:of|the|per))[^.;]{{0,40}}"
            r"\b(?:days?|weeks?|months?|years?|hours?|teachers?|employees?|people|positions?"
            r"|principals?|units?|allowances?|at a time|each|in any)\b"
            r"(?! (?:before|prior|after|from|following|nor|(?:or|and) (?:not )?less)\b))",
            r"\b(?:at no time|no \w+|never)\b[^.;]{0,40}"
            rf"\b(?:over|above|beyond) (?:\$\s?)?{COUNT}\b",
            r"\bnot (?:to )?be (?:greater|more|higher) than\b",
            r"\b(?:not|never)\b.{0,30}\bexceed(?:ing)?\b|\bno \w+ (?:may|shall|can|will) exceed\b",
            r"\bto a limit of\b|\bis a limit\b|(?<!\bnot )\blimited to\b",
        ),
        "expiry": (
            r"\blaps(?:e|es|ed|ing)\b|\bfalls? away\b|\bvalid for ratification\b"
            r"|\b(?:offer|terms|proposal)\b.{0,120}\b(?:is|be|are) (?:withdrawn|void)\b"
            r"|\bunless\b.{0,200}\b(?:is|are|be) (?:void|withdrawn|of no effect|not binding)\b",
            r"\bexpir(?:es|e|y)\b|\bin force (?:until|for|after|up to)\b",
            rf"\b(?:runs?|lasts?|continues?|applies|term)\b[^.;]{{0,40}}\b(?:for|is|of)"
            rf" (?:a period of )?{COUNT} {_UNIT} (?:from|commencing|beginning|starting)"
            rf" (?:on )?{_DAY}",
            rf"\b(?:runs?|term|effective|effect|force)\b.{{0,60}}"
            rf"{_DAY} (?:to|through|until|[-–—]) {_DAY}",
            rf"\bagreement is\b[^.;]{{0,40}}\bfrom {_DAY} (?:to|through|until|[-–—]) {_DAY}",
            r"\b(?:ceases?|comes? to an end|(?<!the )ends?(?! of)|finish(?:es)?|terminates?"
            r"|is revoked|winds up|concludes?|(?:is|are|be) (?:discontinued|deleted|removed))\b"
            rf".{{0,60}}\bon {_WHEN}",
            r"\bceases? to (?:apply|be (?:payable|paid|available|in force)|have effect|operate)\b",
            rf"\b(?:until|up to) {_WHEN}\b.{{0,120}}"
            r"\b(?:ceases?|ends?|terminates?|no longer|after that)\b",
            rf"\b(?:stays?|remains?|continues?|applies|apply)\b.{{0,60}}\b(?:until|up to) {_WHEN}",
            rf"\b(?:no|not)\b[^.;]{{0,40}}\b(?:after|beyond) {_WHEN}",
        ),
        "duty-to-meet": (
            r"\b(?:parties|representatives|secretary|union|working group|forum|committee)\b"
            r"(?:[^.]|\.(?=\d)){0,60}\b(?:meets?|confers?|(?:re-?)?convenes?|comes? together"
            r"|sits? down|gathers?)\b(?! (?:the |its |any |their )?(?:costs?|expenses?|criteria"
            r"|requirements?|conditions?|needs?|commitments?|obligations?|new)\b)",
            r"\bwill (?:meet|confer|convene) (?:to|about|and|with|on)\b",
            r"\bparties (?:will|shall|agree to|are to) (?:(?:re-?)?negotiate|enter into (?:talks"
            r"|discussions?|negotiations?|bargaining))\b",
        ),
        "dated-rate": (
            r"\b(?:from|effective|commenc\w+|beginning|starting|as at|with effect|on and after"
            r"|as of)\b"
            rf"(?: \w+){{0,2}}? {_DAY}",
            rf"{_DAY}.{{0,400}}{RATE_WORD}|{RATE_WORD}.{{0,400}}{_DAY}",
            r"\b(?:from|as at|on) the date of (?:ratification|settlement|signing)\b",
            r"\b(?:first|next) (?:(?:full|complete) )?pay(?:day| (?:day|period|run|week|cycle))?"
            r" (?:on or )?(?:after|following) (?:the )?(?:date of )?(?:ratification|settlement"
            r"|signing|signature)\b",
            r"\b(?:from|as at|on) the date (?:that )?the\b.{0,40}\b(?:settled|signed|ratified)\b",
        ),
        "incorporation": (
            r"\btrack(?:ed)?[ -]?chang\w*",
            r"\bmarked[ -]up\b",
            r"\b(?:the|an) (?:attached|accompanying)\b|\bthat accompan(?:y|ies) these\b",
            r"\bappended to these terms\b",
            r"\bapplies\b.{0,80}\bas (?:though|if) (?:it|they) (?:was|were)\b",
            r"\bnot (?:reproduced|printed|set out|included|repeated) (?:here|below|in these)\b",
            r"(?<!not )\bforms? part of (?:this|the) (?:collective )?agreement\b",
            r"\bread (?:together |in conjunction )?with (?:this|the) (?:collective )?agreement\b",
            r"(?<!not )\bincorporated (?:by reference|into this)\b",
        ),
    }.items()
}  # fmt: skip
CUES["conditional-variation"] += LINKS
#: What the terms say of when they lapse, and of what must be done before.
LAPSE = CUES["expiry"][0]
_THIS = (
    r"(?:this|these|the collective) (?:collective )?(?P<what{n}>agreement|terms)(?: of settlement)?"
)
_ON_DAY = r"(?:the )?(?:date|day) "
#: A period from the ratification, or the signing of what the words are in: "of this agreement".
AFTER_EVENT = re.compile(
    rf"\b(?:within|(?:no|not) (?:later|more) than) (?P<count>{COUNT}) (?P<unit>{_UNIT}) "
    rf"(?:of|following|after|from) (?:"
    rf"(?:{_ON_DAY}of )?(?:the )?(?:(?P<ratification>ratification)\b(?!\s?/)"
    rf"(?: of {_THIS.format(n=1)}| of the (?:agreement|terms)\b|(?! of\b))"
    rf"|(?:signing|signature) of {_THIS.format(n=2)})"
    rf"|(?:{_ON_DAY}(?:on which|that|when) )?{_THIS.format(n=3)}"
    rf" (?:is|are|has been|have been) (?P<done>ratified|signed))",
    re.I,
)
#: "The board must", "Point Light Limited will"; who is paid, and what, does nothing by it.
_ACTOR = re.compile(
    r"(?:(?:After|At|Before|By|Effective|Following|From|In|No later than|On|Once|Upon|When|Where"
    r"|Within)\b[^;.]{1,200}?, (?=the |[A-Z]))?"
    r"(?:[Tt]he (?P<who>[\w’' -]{2,40}?)|(?P<name>[A-Z][\w’'&-]*(?: [A-Z&][\w’'&-]*){1,5}))"
    r" (?:shall|must|will|is to|are to)\b(?! (?:be|receive|get|have)\b)"
)
_OWN = r"(?:collective )?(?:terms(?: of settlement)?|agreement|settlement|offer)"
#: "provided that it is ratified before 1 May 2026": the word before the day, and the day. What is
#: ratified is this agreement or these terms, and nothing may stand between or behind ("or signed").
RATIFIED_BY = re.compile(
    rf"(?:{_ON_CONDITION},? (?:that )?(?:(?:(?:the |these |this )?{_OWN}|it|they)"
    r" (?:is|are|being|be|has been|have been) ratified"
    rf"|(?:the )?ratification(?: of (?:the|these|this) {_OWN})?)"
    rf"|\bsubject to (?:the|these|this) {_OWN} being ratified)"
    r"(?: by (?:the )?(?:(?:union|guild|association)(?:['’]s)? )?members(?:hip)?)?,?"
    rf" (?P<way>by|before|on or before|(?:no|not) later than) (?P<day>{_WHEN})"
    r"(?![,;]? (?:and|or|by|with|in|but|at|unless|provided|if|subject|plus)\b)",
    re.I,
)
ANOTHER = re.compile(OTHER, re.I)  # what "it" may be
_PERIOD = re.compile(
    r"\b(?P<within>(?:within|or|than|least|every|up to|exceed(?:ing)?|limited to|capped at"
    r"|(?:minimum|maximum|total|limit|cap|ceiling) (?:\w+ ){0,2}?of|period is) (?:the )?)?"
    rf"(?P<count>{COUNT}) (?:further )?(?P<unit>{_UNIT}|hours?)\b(?:['’]s?)?"
    r"(?P<after> (?:before|prior|ahead|after|in advance|from|following|(?:written |prior )?notice)"
    r"\b)?",
    re.I,
)
#: "not less than 90 nor more than 120 days": the unit is said once.
_NOT_LESS = re.compile(
    rf"\b(?:not|no) (?:less|fewer|earlier|later) than ({COUNT})(?: days| weeks| months)?,? "
    r"(?:and |nor |or )?(?:not |no )?(?:more|later) than \Z",
    re.I,
)
#: "$28.95 an hour from May": by what a sum is paid, and no period.
_PAID_BY = re.compile(r"(?:\$\s?\d[\d,]*(?:\.\d+)?|\bcents)\s+\Z")
_NEAR = 60  # characters behind a condition, for its own last day
_EXAMPLE = re.compile(r"\b(?:for example|for instance|e\.g\.)[^.]*", re.I)
_BEGINS = re.compile(
    r"\b(?:from|effective|(?:commenc|beginn|start)(?:e[ds]|ing|s)?|begins|(?:takes?|(?:comes?|came|put)"
    r" into) (?:force|effect|operation))\s+(?:(?:on|from)\s+)?\Z",
    re.I,
)
#: Since when people are employed, and up to when something else runs, end nothing themselves.
_SINCE = re.compile(
    r"(?<!\bbe )\b(?:(?:employed|appointed|engaged|hired|in (?:service|employment))"
    r"|(?:commenced|started|began) (?:employment|work|service)) (?:on or )?before\s+"
    rf"{_DAY}",
    re.I,
)
#: By how much a day is moved is no time in which to do something.
_MOVED = re.compile(
    rf"\b(?:defer|extend|delay|postpon|shorten|lengthen)\w*\b[^.;]{{0,80}}?\bby {COUNT} {_UNIT}\b",
    re.I,
)
_UP_TO = re.compile(
    r"\b(?:before|prior to|until) (?:(?:the|this|that|its|it|they) )?(?:(?:date|day)"
    r" (?:on which|of|when) )?(?:(?:the|this|that|these) )?"
    r"(?:(?:collective )?(?:agreement|terms|offer)(?:['’]s)? )?expir(?:es|e|y)\b(?! on\b)",
    re.I,
)
#: One kind is no other: days that a deadline or an expiry names are not those of a rate.
_TAKES_ITS_DAYS = ("cross-agreement-trigger", "expiry", "deadline", "duty-to-meet")
#: What a paragraph may hold several of, each with a time or a figure of its own.
_EACH = ("deadline", "cap")


def kinds(text: str, own: Iterable[str] = ()) -> Iterator[tuple[str, str]]:
    """The kinds of provision that a paragraph holds, each with the sentences that say so.

    `own` are the names of the agreement itself, which is no other agreement. What an example says
    of another one is no trigger.
    """
    found = _cued(text, own)
    if "deadline" in found and _is_of_another(text, found):
        del found["deadline"]
    condition = found.get("conditional-variation")
    signed = condition is not None and condition.re.pattern == _IF_RATIFIED
    if "cross-agreement-trigger" in found or ("expiry" in found and signed):
        found.pop("conditional-variation", None)
    condition = found.get("conditional-variation")
    dated = found.get("dated-rate")
    takes = [sentences(text, *found[kind].span()) for kind in _TAKES_ITS_DAYS if kind in found]
    if dated and (
        _hangs_on(condition, text)
        or any(first < dated.end() and dated.start() < last for first, last in takes)
    ):
        del found["dated-rate"]
    for kind, match in found.items():
        yield kind, quoted(text, match.start(), match.end())


def further(text: str, own: Collection[str] = ()) -> Iterator[tuple[str, str]]:
    """The deadlines and limits in the sentences of a paragraph that `kinds` does not quote."""
    found = _cued(text, own)
    starts = [0, *ends(text), len(text)]
    for kind in (kind for kind in _EACH if kind in found):
        first, last = sentences(text, *found[kind].span())
        for start, end in pairwise(starts):
            if (end <= first or start >= last) and kind in dict(kinds(text[start:end], own)):
                yield kind, quoted(text, start, end)


def _cued(text: str, own: Iterable[str]) -> dict[str, re.Match[str]]:
    """The first phrase of each kind that the text holds."""
    others = _blanked(_EXAMPLE, text)
    for name in own:
        others = others.replace(name, "-" * len(name))
    since = _blanked(_MOVED, _blanked(_SINCE, text))
    read = {"cross-agreement-trigger": others, "expiry": _blanked(_UP_TO, text),
            "deadline": since, "dated-rate": since}  # fmt: skip
    return {
        kind: match
        for kind, phrases in CUES.items()
        for said in (read.get(kind, text),)
        if (match := next((m for phrase in phrases if (m := phrase.search(said))), None))
    }


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: "-" * len(match[0]), text)


def _is_of_another(text: str, found: dict[str, re.Match[str]]) -> bool:
    """Whether the last day is that of a meeting, of what lapses, or of a condition."""
    due = found["deadline"]
    if meeting := found.get("duty-to-meet"):
        between = text[due.end() : meeting.start()]
        return not (between and re.search(r"\band\b|[.;]", between))
    if not re.search(r"\d{4}\Z", due[0]):
        return False
    condition = found.get("conditional-variation")
    lapses = found.get("expiry")
    return (
        (lapses is not None and one_sentence(text, due, lapses))
        or "cross-agreement-trigger" in found
        or (
            condition is not None
            and condition.re not in LINKS
            and condition.start() <= due.start() <= condition.end() + _NEAR
        )
    )


def _hangs_on(condition: re.Match[str] | None, text: str) -> bool:
    """Whether the days that a text names are all those of a condition; a link has no days."""
    if condition is None or condition.re in LINKS:
        return False
    inside = range(condition.start(), condition.end() + _NEAR)
    return all(value.start in inside for value in dates(text))


def last_days(text: str) -> tuple[date, ...]:
    """The days that a text names, but for those on which something begins ("from 3 May 2026")."""
    return tuple(
        dict.fromkeys(
            value.value
            for value in dates(text)
            if isinstance(value.value, date) and not _BEGINS.search(text[: value.start])
        )
    )


def periods(text: str) -> Iterator[Period]:
    """The periods that a text names: "within two months", "28 days before", "a term's notice".

    Those in school days and terms are left out, as no calendar has them; a notice of terms is one
    all the same, since school terms are data that a user may give.
    """
    for match in _PERIOD.finditer(text):
        if not (match["within"] or match["after"]) or _PAID_BY.search(text[: match.start()]):
            continue
        least = _NOT_LESS.search(text[max(0, match.start() - _NEAR) : match.start("count")])
        if least and (number := count(least[1])) and (period := period_of(match)) is not None:
            times = period.count // max(count(match["count"]), 1)
            yield Period(number * times, period.unit)
        notice = (match["after"] or "").strip().lower() == "notice"
        if notice and re.fullmatch(r"(?:school )?terms?", match["unit"], re.I):
            if terms := count(match["count"]):
                yield Period(terms, "terms")
        elif (period := period_of(match)) is not None:
            yield period


def period_of(match: re.Match[str]) -> Period | None:
    """What a match of a period means; None for school days and terms, which no calendar has."""
    unit = match["unit"].lower().replace(" ", "-").removeprefix("calendar-").removesuffix("s") + "s"
    times, unit = _UNITS.get(unit, (0, unit))
    number = count(match["count"]) * times
    return Period(number, unit) if number else None


def event_of(match: re.Match[str]) -> str:
    """The fact from which a match of `AFTER_EVENT` runs: terms are signed before the agreement."""
    if match["ratification"] or (match["done"] or "").lower() == "ratified":
        return "ratified"
    return "terms_signed" if (match["what2"] or match["what3"]).lower() == "terms" else "signed"


def actor(quote: str) -> str:
    """Who must do it, where the sentence opens with that, "The employer must", or the parties."""
    match = _ACTOR.match(quote)
    if match is None:
        return "the parties"
    return match["name"] or f"the {match['who']}"

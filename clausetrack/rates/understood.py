"""Whether the words between a figure and a day are ones that say that it runs from it or to it.

What may stand there is endless ("lapses on", "frozen until", "last reviewed on"), so nothing is
read unless all of it is of a form that is known: a period, what the figure is for, a word of paying
or of change, and a word such as "from". All else leaves the day undecided.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausetrack import values
from clausetrack.rates import days, vague

#: In the text that is tried, figures and days are these characters, so that every offset stays.
_FIGURE, _DAY = "¤", "†"
_BE = r"(?:(?:will|shall|must|may|is\s+to|are\s+to)\s+be|is|are|be)"
_ADVERB = r"(?:(?:also|then|each|now|currently|hereby|both|all|only|again|temporarily)\s+)*"
_PAYING = (
    r"(?:paid|payable|set|fixed|received|receivable|reimbursed|entitled|eligible|granted|provided"
    r"|available|operative|credited|applicable|earned|applied|worth|given|made|allowed"
    r"|introduced|established|refunded|compensated|claimed|met|in\s+force)"
)
_CHANGED = (
    r"(?:increased|raised|lifted|reduced|decreased|lowered|changed|moved|replaced|adjusted"
    r"|amended|substituted|superseded|merged)"
)
_CHANGING = (
    r"(?:increas(?:es?|ing)|ris(?:es?|ing)|mov(?:es?|ing)|chang(?:es?|ing)|goes|going|go|becom(?:es?"
    r"|ing)|reduc(?:es?|ing)|decreas(?:es?|ing)|drops?|falls?|steps?\s+up)"
)
_PAYS = (
    r"(?:applies|apply|applying|operates?|receives?|gets?|earns?|remains?|stays?|equals?|continues?"
    r"|has\s+applied|have\s+applied|generates?|comes?\s+into\s+(?:force|effect)|takes?\s+effect"
    r"|commences?|starts?|begins?)"
)
#: Of these alone it may be said for whom and for what; "is set for review" is another matter.
_TO_PEOPLE = (
    r"(?:paid|payable|received|receivable|reimbursed|refunded|credited|granted|applicable|available"
    r"|applies|apply|applying)"
)
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
_LEADS = (
    r"(?:with\s+effect\s+(?:on\s+and\s+)?(?:from|on)|effective(?:\s+(?:on\s+and\s+from|on|from|as\s+(?:of|from)))*"
    r"|as\s+(?:from|of)|on\s+(?:and|or)\s+(?:from|after)|from(?:\s+and\s+(?:including|after))?"
    r"|(?:commencing|starting|beginning)(?:\s+(?:on|from))?|back-?\s?dated\s+to|until|till"
    r"|through(?:\s+to)?|up\s+(?:to|until)(?:\s+and\s+including)?|to(?:\s+and\s+including)?|since"
    r"|before|prior\s+to|after|ending(?:\s+on)?|between|on"
    rf"|{days.WEF})"
)
_FILL = rf"(?:the\s+)?(?:(?:start|beginning|close|end)\s+of\s+)?(?:the\s+)?{_WEEKDAY}"
_LEAD = re.compile(
    rf"(?:\bfor\s+|\bduring\s+)?(?:\bthe\s+(?:period|year)\s+)?(?:\b{_LEADS}\s+)?{_FILL}$", re.I
)
#: A word of what a figure is for; none that could begin something else.
_WORD = (
    r"(?!(?:is|are|was|were|be|been|will|shall|may|must|can|could|would|should|has|have|had|it|they"
    r"|that|this|which|who|whose|when|where|while|if|unless|except|save|but|no|not|nor|never"
    r"|whichever|whether|because|so|than|then|otherwise|pending)\b)[^\W_][\w’'/-]*"
)
_UNIT = (
    r"(?:(?:gross|net|NZD|(?:working\s+)?days|FTT?E|annually|hourly|daily|weekly|fortnightly|monthly"
    r"|once|extra|more|p\.?a\.?|/\s?\w+|plus\s+GST|inclusive|before\s+tax|in\s+total"
    r"|or\s+part\s+(?:thereof|\w+))(?!\w)"
    r"|(?:per|an?|each|every)\s+(?:(?:\d+|full|ordinary|working|public|completed)[\s-]+)?"
    rf"{_WORD}(?:[\s-]+(?:worked|travelled|completed|periods?|calls?|days?|nights?|shifts?|weeks?|hours?"
    r"|out|away|overnight|holidays?|off)\b)*)"
)
#: What a figure is for; "on hold" and "under review" are something else.
_PHRASE = (
    rf"(?:(?:(?:for|to|of)|(?:in|on|at|by|during|under)\s+(?:the|an?|each|every|any|all|public|night|nights"
    r"|call|lieu|addition|respect|top|clauses?|steps?|grades?|levels?|weekends?|weekdays?"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|\d+))"
    rf"(?:,?\s+{_WORD}){{0,10}}?)"
)
_JOIN = r"(?:[\s,;:()–—-]|\b(?:and|then|but|or|all|both)\b)*"
_SAID = (
    rf"(?:(?:(?:which|that)\s+)?(?:{_BE}\s+{_ADVERB}|(?:will|shall)\s+)?"
    rf"(?:{_TO_PEOPLE}\s+{_PHRASE}|{_PAYING}|{_PAYS})\s*,?\s+)"
)
_TRAILS = re.compile(
    rf"(?:[\s,)]*(?:{_UNIT}[\s,)]*)*(?:{_PHRASE}[\s,)]*){{0,3}}{_JOIN}"
    rf"(?:{_SAID}|is\s+|are\s+)?"
    rf"|\s+(?:{_WORD}\s+){{1,3}}?(?:{_PHRASE}\s+)?{_SAID})"
    rf"(?:(?:for|during|in)\s+)?(?:the\s+(?:period|year)\s+)?(?P<lead>{_LEADS})\s+{_FILL}",
    re.I,
)
#: The same with no more than a period.
_AT_ITS_DAY = re.compile(rf"[\s,)]*(?:{_UNIT}[\s,)]*)*{_JOIN}{_LEADS}\s+{_FILL}", re.I)
_RANGE = re.compile(
    r"\s*(?:,?\s*(?:and\s+)?(?:until|till|to|up\s+to|through(?:\s+to)?)(?:\s+and\s+including)?|[–—-]|and)"
    rf"\s*{_FILL}", re.I,
)  # fmt: skip
#: What stands where a verb would: the last word before "from" is none of these.
_VERBAL = re.compile(
    r"(?:\b(?!(?:worked|travelled|completed|hundred|children|women|men)\b)\w+(?:ed|en|wn|ly)"
    r"|\b(?:held|kept|put|cut|set|left|lost|sent|spent|met|made|done|gone|begun|run|sold|won|due)"
    r"|\w+\s+\w+ing|\b(?:and|or)\s+\w+s)\s*$",
    re.I,
)
#: Before a figure that is part of what a sentence speaks of, whose verb comes later.
_PART = re.compile(r"\b(?:of|the|an?)\s+$", re.I)
_ENDS_KNOWN = re.compile(
    rf"\b(?:{_PAYING}|{_PAYS}|{_CHANGING}|is|are|and|then|but|all|both)\W*$", re.I
)
_GROWS = re.compile(rf"\b(?:{_CHANGED}|{_CHANGING}|{_CHANGING}\s+to|to)\b[^;{_DAY}]*$", re.I)
_VERB = re.compile(
    rf"\b(?:{_PAYS}|{_CHANGING}|{_PAYING}|{_CHANGED}|is|are|was|be|agree\s+to|amend|pays?"
    r"|contributes?|reimburses?)\b|:",
    re.I,
)
#: Behind a figure, what is said of it.
_HELD = re.compile(
    rf"[\s)]*(?:{_UNIT}[\s,)]*)*(?:{_WORD}\s+){{0,2}}?(?:{_PHRASE}[\s,)]*)?"
    rf"(?:\b{_BE}\s+{_ADVERB}{_PAYING}\b|\b{_PAYS}\b"
    rf"|\b(?:{_BE}\s+{_ADVERB}{_CHANGED}|{_CHANGING})\s+(?:\w+\s+){{0,2}}?(?:to|by|with)\s+{_FIGURE}"
    rf"|\bbecomes?\s+(?:an?\s+)?{_FIGURE})",
    re.I,
)
_BARE = re.compile(
    rf"[\s)]*(?:{_UNIT}[\s,)]*)*(?:{_PHRASE}[\s,)]*)?[\s.,;:)*(–—-]*(?:(?:and|or)\b.*)?", re.I
)
_BEGINS = re.compile(
    r"\b(?:comes?\s+into\s+(?:force|effect)|takes?\s+effect|commences?|starts?|begins?)\s+on\s+$",
    re.I,
)
_BRACKET = re.compile(rf"[\s)]*(?:{_UNIT}\s+)*(?:{_PHRASE}\s+)?\(", re.I)
#: A day right before its figure.
_AT_ONCE = re.compile(r"[\s,:–—(-]*(?:to|at|by|it|then)?\s*", re.I)
#: "$15, rising to $16 from 1 June 2026, is paid"
_RISING = re.compile(rf",\s*{_CHANGING}\s[^,;]*,", re.I)
#: A figure that ends, and the words up to its day.
_ENDS = re.compile(
    r".*?\b(?:ceases?(?:\s+to\s+be\s+(?:paid|payable))?|no\s+longer\s+(?:applies|apply|paid|payable)"
    r"|(?:is|are)\s+not\s+paid|discontinued|ends?|abolished)\b",
    re.I,
)
_ENDS_ON = re.compile(rf"\s*(?:{_PHRASE}\s+)?(?:on\s+or\s+after|{_LEADS})\s+{_FILL}", re.I)
_IS = re.compile(rf"\b{_BE}\b\s+{_ADVERB}(?P<next>\w+)?", re.I)
_AS_KNOWN = re.compile(
    rf"(?:{_PAYING}|{_CHANGED}|for|at|in|of|on|to|by|as|with|under|per|from|effective|until|an?|the|this"
    r"|that|these|those|each|one|two|three|four|all|their|his|her|any|such|another|not|no|equal|between"
    r"|up|calculated|providing|employed|required|bound|appointed|who|\d\w*)$",
    re.I,
)
#: What a figure may be said to do by "will", and by "may".
_MODAL = re.compile(
    r"\b(?:(?:will|shall|must|should|would)|(?P<may>may|can|could|might))\s+(?:(?:also|then|each|both|all)\s+)*(?P<next>\w+)",
    re.I,
)
_WILL = re.compile(
    r"(?:be|pay|receive|get|apply|increase|rise|become|contribute|reimburse|refund|generate|have|continue"
    r"|remain|move|go|commence|provide|allow|earn|equal|change|reduce|decrease|attract|grant|set|offer)$",
    re.I,
)
_MAY = re.compile(r"(?:be|claim|receive)$", re.I)
_SUBORDINATE = re.compile(r"\b(?:how|who|whom|whose|which|that|where|when|if)\b", re.I)
_ON = re.compile(rf"on\s+{_FILL}", re.I)
_LIMB = re.compile(r"[,;:(–—-]|\b(?:and|then|but)\b")
_DENIES = re.compile(
    r"\b(?:no|never|neither|nor|not|except\w*|save|unless|otherwise|whichever|whether|sooner|later"
    r"|latest|earlier|earliest|suspended|withdrawn|deferred|pending)\b",
    re.I,
)
_LEAST = re.compile(
    r"\b(?:not?\s+(?:be\s+)?(?:less|more)\s+than|(?:do|does|did)\s+not"
    r"|(?:who|that|which)\s+(?:is|are|has|have)\s+not)\b",
    re.I,
)
_HEDGED = re.compile(
    r"\s*,?\s*(?:or\b|whichever|at\s+the\s+(?:earliest|latest)|subject|provided|unless|if\b|pending|plus\b|and\s+again)",
    re.I,
)
#: Days that are said of people or papers, and of no figure.
_OTHERS = re.compile(
    r"(?:\bdated|\b(?:determination|award|order|letter|decision|variation|agreement)\s+of|\b(?:employ(?:ed|ees?|ment)|engaged|appointed|hired|members?|started|joined|in\s+service"
    r"|(?:step|grade|level|band)\s+\w+)(?:\s+(?:by|with)(?:\s+\w+){1,4})?\s+(?:on|at|as\s+(?:of|at)|before"
    r"|after|prior\s+to)(?:\s+or\s+(?:after|before))?)\s+$",
    re.I,
)
#: "the 1 August 2022 Compensation Plan"
_NAMES = re.compile(r"\s+[A-Z]")
_NEAR = 300  # characters beside a day, within which all is tried
#: What says of all figures before it that something is so: "It", "These rates", "The bonus".
_FIGURES = (
    r"(?:rates?|allowances?|bonus(?:es)?|payments?|fees?|amounts?|sums?|loadings?|extras?|figures?|scales?)"
)
_OF_ALL = re.compile(
    rf"\W*(?:{_LEADS}\s*,?\s*)?(?:it|they|(?:this|these)(?!\s+(?:\w+\s+){{0,3}}?{_FIGURES}\b)"
    rf"|(?:the|this|that|these|those|all)\s+(?:\w+\s+){{0,3}}?{_FIGURES}"
    r"(?:\s+(?:in|under|of)\s+(?:(?:this|the|that)\s+(?:table|clause|scale|schedule)|(?:clause\s+)?\d[\w.]*)"
    r"(?:\s+(?:above|below))?)?)\s+"
    r"(?P<verb>(?:is|are|was|were|will|shall|has|have|does|do|apply|operate|take|(?:expire|lapse|cease)d?|end(?:ed)?"
    r"|applied|\w+s)\b.*)",
    re.I | re.S,
)
#: When something ends is said of figures that no other words end.
_UNTIL = r"\s+(?:only\s+)?(?:until|till|to|up\s+to|through|before)\b"
_KNOWN_OF_ALL = re.compile(
    rf"(?:{_BE}\s+{_ADVERB}(?:{_PAYING}|{_CHANGED}|{_LEADS}|as\b)|{_PAYS}(?!{_UNTIL})|{_CHANGING}"
    r"|(?:will|shall)\s+(?:apply|increase|rise|take\s+effect|come\s+into|commence)"
    r"|(?:set\s+out|in)\b|takes?\s+effect\s+(?:as\s+)?(?:from|on)\b)",
    re.I,
)
_SHOWN = 60  # characters of the words that are quoted


def doubt(
    sentence: str,
    kept: Sequence[tuple[int, int]],
    changed: Sequence[tuple[int, int]],
    figures: Sequence[tuple[int, int]],
) -> str:
    """The words round the first day of a sentence that are not understood, "" where all are.

    So are words of a time that is no full date ("from July 2025").

    `kept` are the places of the figures that are to be dated, `changed` those of changes, which
    have days of their own; `figures` are all of them.
    """
    said = values.dates(sentence)
    if kept and (times := vague.times(sentence)):
        return _quoted(sentence, *times[0])
    if not kept or not (said or days.placed(sentence, kept)):
        return ""
    placed = days.placed(sentence, sorted({*kept, *changed}))
    masked = list(sentence)
    for start, end in [*figures, *changed, *((v.start, v.end) for v in values.find(sentence))]:
        masked[start:end] = _FIGURE * (end - start)
    spots = [(day.start, day.end) for day in said] + [(day.start, day.end) for day in placed]
    for start, end in spots:
        masked[start:end] = _DAY * (end - start)
    text = "".join(masked)
    text = re.sub('["“”]', " ", text)
    places = sorted({*kept, *changed})
    if days.in_order(sentence, said, len(places)):
        return ""
    used: set[tuple[bool, bool, int]] = set()
    for day in placed:
        if day.figure is None or places[day.figure] not in kept:
            continue
        if day.ahead:
            known = _leads(text, day, places[day.figure])
        else:
            key = (day.last, day.ahead, day.figure)
            known = key not in used and _trails(text, day, places[day.figure])
            used.add(key)
        if not known or _HEDGED.match(text, day.end):
            return _quoted(sentence, day.start, day.end)
    read = {day.end for day in placed}
    for value in said:
        lead = text[max(0, value.start - _NEAR) : value.start]
        named = lead.endswith("the ") and _NAMES.match(text, value.end)
        if value.end not in read and not named and not _OTHERS.search(lead):
            return _quoted(sentence, value.start, value.end)
    return ""


def unknown_of_all(sentence: str) -> str:
    """A sentence without figures that says of them, with a day, what is not understood.

    "It lapses on 1 July 2026", after "The bonus is $25 a week."
    """
    if (times := vague.times(sentence)) and _OF_ALL.match(sentence):
        return _quoted(sentence, *times[0])
    said = values.dates(sentence)
    found = _OF_ALL.match(days.undated(sentence)) if said else None
    if found is None or _KNOWN_OF_ALL.match(found["verb"]):
        return ""
    return _quoted(sentence, said[0].start, said[0].end)


def _trails(text: str, day: days.Placed, place: tuple[int, int]) -> bool:
    """Is all between a figure and the day behind it understood?"""
    between = text[place[1] : day.start]
    if len(between) > _NEAR:
        return False
    before = between.rfind(_DAY)
    if before >= 0:
        between = between[before + 1 :]
        if _RANGE.fullmatch(between):
            return True
    between = _plain(between)
    ended = _ENDS.match(between)
    if ended:
        return _ENDS_ON.fullmatch(between, ended.end()) is not None
    begun = max(text.rfind(each, 0, place[0]) for each in (_FIGURE, _DAY, ";")) + 1
    if _DENIES.search(_LEAST.sub(" ", text[begun : place[0]])):
        return False
    if between.endswith("(") and text.startswith(")", day.end):
        return _BRACKET.fullmatch(between) is not None
    found = _TRAILS.fullmatch(between)
    head = between[: found.start("lead")] if found else ""
    if not found or (_VERBAL.search(head) and not _ENDS_KNOWN.search(head)):
        return _is_list(between)
    said = text[max(begun, place[0] - _NEAR) : place[0]]
    if (
        not _AT_ITS_DAY.fullmatch(between)
        and _PART.search(said)
        and not (_VERB.search(said) or _VERB.search(head) or _HELD.match(text, day.end))
    ):
        return False  # "A bonus of $5 for mates lapses from …": what is said of it?
    if found["lead"].lower() == "on" and not _BEGINS.search(between):
        return _GROWS.search(text[max(0, place[0] - _NEAR) : place[0]]) is not None
    return True


def _leads(text: str, day: days.Placed, place: tuple[int, int]) -> bool:
    """Is all between a day and the figure behind it understood, and what stands before the day?"""
    begun = max(text.rfind(_FIGURE, 0, day.start), text.rfind(_DAY, 0, day.start)) + 1
    lead = text[begun : day.start]
    if begun and text[begun - 1] == _DAY and (_RANGE.fullmatch(lead)):
        return True
    if place[1] <= day.start:  # one day behind a list of figures
        return _trails(text, day, (begun - 1, begun))
    ahead = text[day.end : place[0]]
    if _DAY in ahead:
        ahead = ahead[ahead.rindex(_DAY) + 1 :]
    after = text[place[1] :]
    found = _LEAD.search(lead)
    before = lead[: found.start()] if found else lead
    if _DENIES.search(_LEAST.sub(" ", f"{before} {ahead}")) or not _known(f"{before} {ahead}"):
        return False
    opens = _LIMB.split(before)[-1].strip()
    if opens and not re.search(rf"\b(?:{_CHANGED}|{_CHANGING})$", opens, re.I):
        on = found is not None and _ON.fullmatch(found[0])
        paid = re.search(rf"\b(?:{_PAYING}|{_PAYS})$", opens, re.I)
        if on or (_VERBAL.search(opens) and not paid):
            return False
    if _VERB.search(ahead):
        return True
    if _VERB.search(before) or _AT_ONCE.fullmatch(ahead):
        return _known(re.split(r"[,;)]", after, maxsplit=1)[0])
    if _HELD.match(_RISING.sub(" ", after)):
        return True
    if re.search(r"\bof\s+$|\ban?\s+$", ahead, re.I):
        return False
    return _BARE.fullmatch(re.split(f"[{_FIGURE}{_DAY}]", after, maxsplit=1)[0]) is not None


def _known(text: str) -> bool:
    """Does each "is" of a text go on with a word that is known there?"""
    return all(
        found["next"] is None or _AS_KNOWN.match(found["next"]) for found in _IS.finditer(text)
    ) and all(
        (_MAY if found["may"] else _WILL).match(found["next"])
        for found in _MODAL.finditer(_SUBORDINATE.split(text, maxsplit=1)[0])
    )


def _plain(text: str) -> str:
    """A text without what brackets say beside it, and without the rise that it came by."""
    text = re.sub(r"\([^()†]*\)|\brespectively\b|\bafter\s+that\b", " ", text)
    return re.sub(r",?\s*(?:being\s+)?an?\s+(?:increase|rise)\s+of\s+¤+(?:\s*,)?", " ", text)


def _is_list(text: str) -> bool:
    return re.fullmatch(r"\s*(?:,|and|,\s*and)\s*", text) is not None


def _quoted(sentence: str, start: int, end: int) -> str:
    """The words before a day and the day; those of the whole sentence where it is short."""
    if len(sentence) <= 2 * _SHOWN:
        return " ".join(sentence.split())
    said = " ".join(sentence[max(0, start - _SHOWN) : end + _SHOWN].split())
    if start > _SHOWN:
        said = "… " + said.partition(" ")[2]
    return said if end + _SHOWN >= len(sentence) else said.rpartition(" ")[0] + " …"

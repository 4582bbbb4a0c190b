"""Siblings that count on: from a number that is taken, or to close up where clauses are gone.

References to them go stale and are told, but where the terms order that they follow (`carried`).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterable

from clausetrack import citations, numbering
from clausetrack.amend import ranges
from clausetrack.amend.plan import Plan, Refusal
from clausetrack.amend.tree import family, following, ranked
from clausetrack.model import Clause, Runs, plain
from clausetrack.numbering import ClauseId
from clausetrack.segment.phrases import RENUMBER
from clausetrack.segment.wording import CITATION
from clausetrack.settlement import Amendment

_RENUMBERED = r"re-?(?:number|letter)ed"
_REST = (
    r"(?:all )?(?:the |its |any |those )?(?:following|subsequent|succeeding|remaining|later|rest)"
    r"(?: of the)?(?: (?:sub-?)?(?:clauses?|paragraphs?|items?|provisions?|definitions?))?"
)
_IS = r"(?: (?:(?:is|are)(?: to be)?|(?:to|shall|will|should) be|be))?"
_SUITS = (
    r"(?:accordingly|consequentially|consecutively|sequentially|in sequence|to suit"
    r"|as (?:required|necessary|appropriate))"
)
_SUITED = rf"(?: {_SUITS})?"
#: That what stands behind a clause counts on: "Renumber the following clauses accordingly."
_FOLLOWING = (
    rf"(?:{RENUMBER} {_REST}"
    rf"|{_REST}{_IS} {_RENUMBERED}){_SUITED}"
)
#: The same where nothing else can be meant: "Delete clause 13 and renumber."
_ALL = rf"{RENUMBER}(?: (?:the )?(?:(?:sub-?)?clauses|agreement))?{_SUITED}"
#: The labels that what follows is to have: "Delete clause 13(b) and renumber (c) as (b)."
_STANDING = r"(?:the )?(?:(?:existing|current|present|old|remaining) )?"
_LABEL = (
    rf"{_STANDING}(?:(?:sub-?)?(?:clause|paragraph) )?"
    rf"(?P<{{}}>\([a-z]{{{{1,5}}}}\)|\d+(?:\.\d+)+)"
)
_PAIR = rf"{_LABEL.format('old')} (?:as|to) {_LABEL.format('new')}"
_ONE = re.sub(r"\?P<\w+>", "?:", _PAIR)
_LABELS = rf"{RENUMBER} {_ONE}(?:(?:, and |, | and ){_ONE}){{0,9}}"
#: "and renumber the existing clause 15.3 accordingly"
_WHICH = rf"(?:{CITATION}|\([a-z]{{1,5}}\))"
_NAMED = (
    rf"{RENUMBER} {_STANDING}(?:(?:sub-?)?(?:clause|paragraph)s? )?(?P<which>"
    rf"{_WHICH})(?:(?: to |, and |, | and | ?[–-] ?){_WHICH}){{0,9}}(?: onwards?)?{_SUITED}"
)
_THESE = _NAMED.replace("?P<which>", "?:")
#: "Consequential renumbering of the remaining clauses.", a sentence by itself
_NOUN = (
    rf"(?:and )?consequential {RENUMBER}"
    rf"(?: of (?:{_REST}|(?:the )?(?:sub-?)?clauses))?(?: (?:as )?(?:required|necessary))?"
)
#: "renumber the existing clauses 15.3 to 15.5 as 15.4 to 15.6"
_SPAN = rf"{_WHICH}(?:(?: to |, and |, | and | ?[–-] ?){_WHICH}){{1,9}}"
_SPANS = (
    rf"re-?(?:number|letter)(?:ing)? {_STANDING}(?:(?:sub-?)?(?:clause|paragraph)s )?{_SPAN}"
    rf" as (?:(?:sub-?)?(?:clause|paragraph)s )?{_SPAN}"
)
_EACH = rf"{_ALL}|{_LABELS}|{_THESE}|{_NOUN}"
_THAT = rf"(?:{_FOLLOWING}|{_EACH})"
_COUNTS_ON = re.compile(rf"{_FOLLOWING}|\b(?:{_EACH})(?=[.;:]|\Z)", re.I)
_NAMES = re.compile(rf"\b{_NAMED}(?=[.;:]|\Z)", re.I)
_ALONE = re.compile(rf"(?:(?:and|with|then) )*{_THAT}[.;]?", re.I)
_MAKES_ROOM = re.compile(rf"{_THAT}|{_SPANS}", re.I)
_BEHIND = re.compile(
    rf"(?:,\s+|\s+(?=and|with))(?=(?:(?:and|with|then) )*{_THAT}[.;]?\Z)", re.I
)
#: "update all cross-references accordingly", "all references to them"
_ANY = r"(?:(?:all|any|every|the|other|their|internal|existing|relevant|affected) ){0,4}"
_REFERENCES = (
    rf"{_ANY}(?:(?:clause )?cross[- ]?references?|internal references?"
    r"|references?(?= (?:to (?:them|those|these|the re-?numbered)|in (?:the|this) |throughout )))"
    r"(?: (?:to (?:them|(?:those|these|the re-?(?:number|letter)ed) (?:clause|paragraph)s)"
    r"|(?:in|throughout|within) (?:the|this) (?:collective )?agreement)){0,2}"
)
_CORRECTED = r"(?:updat|amend|correct|adjust|chang|revis|alter)(?:e|ing)?"
_CARRY = (
    rf"(?:{_CORRECTED} {_REFERENCES}{_SUITED}"
    r"|mak(?:e|ing) (?:(?:all|any|the|other|necessary|required|consequential|corresponding) ){0,4}"
    rf"(?:amendments|changes|corrections) to {_REFERENCES}{_SUITED})"
)
_CARRIED = (
    rf"{_REFERENCES} (?:(?:is|are|be|to|shall|will|should|must|accordingly) ){{1,3}}"
    rf"(?:updated|amended|corrected|adjusted|changed|revised|altered){_SUITED}"
)
_REFERENCES_ALONE = re.compile(
    rf"(?:(?:and|then|with) )*(?:{_CARRY}|{_CARRIED}|{_REFERENCES}{_SUITED})[.:;]?", re.I
)
#: Where the order on the references begins behind one on the numbers.
_AND_REFERENCES = re.compile(
    r"(?:,|;)? (?:(?:and|then|with) ){0,2}"
    rf"(?=(?:{_CARRY}|{_CARRIED}|(?<=and ){_REFERENCES}{_SUITED})[.:;]?\Z)", re.I
)  # fmt: skip
_OLD = rf"\bclauses?\s+(?P<old>{CITATION})"
_NEW = rf"\s+(?:clauses?\s+)?(?P<new>{CITATION})(?![\w(])"
#: "existing clause 1.3 becomes 1.4", "renumber clause 1.3 as 1.4".
_STATED = (
    re.compile(
        rf"{_OLD}\s+(?:(?:then|now|will|shall|to)\s+)*"
        rf"(?:becom(?:es?|ing)|(?:(?:is|are|be|being)\s+)?{_RENUMBERED}(?:\s+(?:as|to))?)"
        rf"{_NEW}",
        re.I,
    ),
    re.compile(
        rf"{RENUMBER}\s[^.;]{{0,20}}?(?:\bclauses?\s+|(?=\d+\.\d))"
        rf"(?P<old>{CITATION})\s+(?:as|to(?!{_NEW.replace('?P<new>', '?:')},? {_SUITS}\b)){_NEW}",
        re.I,
    ),
)
_NUMBERS = re.compile(rf"(?<!not )(?<!not be )\b{RENUMBER}", re.I)
#: Before the clauses that get other numbers, and between them and these.
_NUMBERED = re.compile(
    rf"\b(?:{RENUMBER} )?(?:(?:all|the|existing|current|old|remaining|present) )*"
    rf"(?:sub-?)?(?:clause|paragraph)s? (?=[\dA-Z(])|\b{RENUMBER} (?=[\dA-Z(])",
    re.I,
)
_AS = re.compile(
    r",? (?:(?:then|now|will|shall|to|is|are|be|being|accordingly) )*"
    rf"(?:becom(?:es?|ing)|{_RENUMBERED}(?: (?:as|to))?|as|to)"
    r" (?:(?:the|new) )*(?:(?:sub-?)?(?:clause|paragraph)s? )?",
    re.I,
)
_MORE = "the terms say more of numbers than that what follows counts on"
TAKES_OUT = re.compile(
    r"\b(?:(?:delet|remov|repeal|omit|revok|rescind|abolish|scrap|drop)\w*"
    r"|(?:tak(?:e|en|ing)|str(?:ike|uck|iking)) out)\b",
    re.I,
)
_COMES = re.compile(r"\b(?:insert|replac|substitut|add)\w*", re.I)


def counts_on(sentence: str) -> bool:
    """Does a sentence order, and no more, that what stands behind a clause is renumbered?"""
    return _ALONE.fullmatch(sentence.strip()) is not None


def has_rest_counted_on(said: str) -> bool:
    """Does an instruction order, among other things, that what follows is renumbered?"""
    return _COUNTS_ON.search(said) is not None


def speaks_of_numbers(said: str) -> bool:
    """Does an instruction have clauses renumbered, in whatever words?"""
    return _NUMBERS.search(said) is not None


def stated(said: str) -> dict[str, str]:
    """The clauses to which an instruction gives another number in so many words, with that."""
    found = (match for pattern in _STATED for match in pattern.finditer(said))
    pairs = ((numbering.parse(match["old"]), numbering.parse(match["new"])) for match in found)
    spans = {old: new for old, new in _spans(said).items() if old[0].isdigit()}
    return {**{str(old): str(new) for old, new in pairs}, **spans}


def makes_room(words: str) -> bool:
    """Do the last words of an order say only what the clauses behind a new one are called?

    "Renumber the existing clause 15.3 accordingly", "renumber clauses 15.3 and 15.4 as …".
    """
    bare = words.strip().rstrip(":.; ")
    found = _STATED[1].match(bare)
    stands = found is not None and found.end() == len(bare)
    return stands or _MAKES_ROOM.fullmatch(bare) is not None


def unmoved(plan: Plan) -> Refusal | None:
    """Why an order is a person's that has a clause renumbered which nothing of it moves."""
    moved = {own_number(old) for old in plan.shifted}
    for found in _NAMES.finditer(plan.amendment.said):
        cited, _ = citations.list_at(plan.amendment.said, found.start("which"))
        for one in map(str, ranges.all_of(cited) or ()):
            if own_number(one) not in moved:
                reason = f"the terms have {one} renumbered, and nothing that comes or goes moves it"
                return Refusal("needs-decision", reason)
    return None


def given_anew(said: str) -> set[str]:
    """The numbers that words only give to clauses that have others: "clause 1.3 becomes 1.4"."""
    pairs = stated(said)
    return {*pairs.values()} - {*pairs}


def parted(sentence: str) -> list[str]:
    """A sentence that takes clauses out, and the order in it to renumber those behind them.

    What it orders of the references to clauses that are renumbered stands apart as well.
    """
    found = _AND_REFERENCES.search(sentence) if "references" in sentence.casefold() else None
    if found is not None:
        first, carried = sentence[: found.start()], sentence[found.end() :]
        stop = carried[-1] if carried[-1] in ".:;" else ""
        return [*parted(f"{first}{stop}"), carried]
    if TAKES_OUT.search(sentence) and not _COMES.search(sentence):
        return _BEHIND.split(sentence, maxsplit=1)
    return [sentence]


def carries_references(sentence: str) -> bool:
    """Does a sentence order, and no more, that references follow the clauses that they cite?"""
    return _REFERENCES_ALONE.fullmatch(sentence.strip()) is not None


def done(amendment: Amendment, plans: Iterable[Plan]) -> str:
    """Which amendment gives a clause the number that this one orders for it; "" for none."""
    new = _pairs(amendment.said).get(amendment.target or "")
    for plan in plans if new else ():
        if plan.shifted.get(amendment.target or "") == new:
            return f"{amendment.target} became {new} with {plan.amendment.id}"
    return ""


def _pairs(said: str) -> dict[str, str]:
    """The clauses that an order renumbers, with their new numbers."""
    if spans := _spans(said):
        return spans
    cited = [one for mention in citations.find(said) for one in mention.ids]
    half = len(cited) // 2
    return dict(zip(cited[:half], cited[half:], strict=True)) if len(cited) == 2 * half else {}


def _spans(said: str) -> dict[str, str]:
    """Lists and ranges of clauses with their new numbers: "2.4 to 2.6 as 2.5 to 2.7"."""
    for opens in _NUMBERED.finditer(said):
        old, end = citations.list_at(said, opens.end())
        behind = _AS.match(said, end)
        new, _ = citations.list_at(said, behind.end()) if behind else ((), end)
        was, now = ranges.all_of(old), ranges.all_of(new)
        if was and len(was) == len(now):
            pairs = zip(was, now, strict=True)
            return {str(one): str(_inside(one, other)) for one, other in pairs}
    return {}


def _inside(old: ClauseId, new: ClauseId) -> ClauseId:
    """The new number of a clause; a label alone is one in the same clause."""
    if new.numbers or not new.labels:
        return new
    return old._replace(labels=(*old.labels[:-1], *new.labels))


def close_up(plan: Plan, gone: Collection[str]) -> Refusal | None:
    """Where it is ordered, let what follows clauses that go take their numbers.

    Only an unbroken run of siblings moves.
    """
    said = plan.amendment.said
    if not has_rest_counted_on(said):
        return Refusal("needs-decision", _MORE) if speaks_of_numbers(said) else None
    for above in dict.fromkeys(map(family, gone)):
        order = ranked([clause.id for clause in plan.base.families.get(above, ())])
        run = order[next((at for at, one in enumerate(order) if one in gone), len(order)) :]
        for one, after in itertools.pairwise(run):
            if following(one, order) != after:
                reason = f"what follows cannot be renumbered: {one} is followed by {after}"
                return Refusal("needs-decision", reason)
        left = [one for one in run if one not in gone]
        record(plan, dict(zip(run, left, strict=False)))
    numbers = _NUMBERS.search(said)  # "delete clauses 4.1 to 4.3 and renumber" pairs none
    behind = said[numbers.start() :] if numbers else ""
    labels = {one["old"]: one["new"] for one in re.finditer(_PAIR, behind, re.I)}
    moved = {own_number(old): own_number(new) for old, new in plan.shifted.items()}
    if labels and labels != moved:
        return Refusal("needs-decision", _MORE)
    return unmoved(plan)


def shift(standing: dict[str, str], number: str) -> Refusal | None:
    """Free `number` in a family: it and all later siblings move up by one.

    `standing` (number now -> ID in the base) is changed; only an unbroken run of numbers moves.
    """
    order = ranked(list(standing))
    run = order[order.index(number) :]
    moved = [following(one, order) for one in run]
    if run[1:] != moved[:-1]:
        at = next(i for i, after in enumerate(run[1:]) if moved[i] != after)
        return Refusal(
            "needs-decision",
            f"clause {number} is there already with another provision, and its later siblings "
            f"cannot move up by one: {run[at]} is followed by {run[at + 1]}",
        )
    freed = [standing.pop(one) for one in run]
    standing.update(zip(moved, freed, strict=True))
    return None


def record(plan: Plan, standing: dict[str, str]) -> None:
    """Note in the plan which siblings have moved, with everything under them."""
    order = [number for number in ranked(list(standing)) if standing[number] != number]
    runs: list[list[str]] = []
    for number in order:
        old = standing[number]
        plan.shifted[old] = number
        plan.touched |= {number, *(clause.id for clause in plan.base.subtree(old))}
        if runs and following(runs[-1][-1], order) == number:
            runs[-1].append(number)
        else:
            runs.append([number])
    for run in runs:
        old = standing[run[0]] + (f" to {standing[run[-1]]}" if len(run) > 1 else "")
        new = run[0] + (f" to {run[-1]}" if len(run) > 1 else "")
        plan.notes.append(f"{old} became {new}")


def relabelled(clause: Clause, new_id: str) -> Clause:
    """The clause with the ID `new_id`, and the number that it prints changed to suit."""
    was, now = own_number(clause.id), own_number(new_id)
    label = clause.label
    if was != now and plain(label):
        bare = (was, now) if was in plain(label) else (was.strip("()"), now.strip("()"))
        label = _replaced(label, *bare)
    return clause._replace(id=new_id, number=clause.number.replace(was, now), label=label)


def _replaced(runs: Runs, was: str, now: str) -> Runs:
    """`runs` with the one occurrence of `was` written `now`, in the emphasis that it begins in."""
    at = plain(runs).find(was)
    if at < 0:
        return runs
    out, place = [], 0
    for run in runs:
        first, last = max(at - place, 0), min(at + len(was) - place, len(run.text))
        put = now if 0 <= at - place < len(run.text) else ""
        text = run.text[:first] + put + run.text[last:] if first < last else run.text
        out.append(run._replace(text=text))
        place += len(run.text)
    return tuple(out)


def own_number(clause_id: str) -> str:
    """The part of an ID that its own number is: "(m)" of 1.8(m), else the digits."""
    found = numbering.parse(clause_id)
    return f"({found.labels[-1]})" if found.labels else ".".join(found.numbers)

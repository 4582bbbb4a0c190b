"""Days and figures in the words of terms: from when something operates, what becomes what."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from clausetrack import numbering, values
from clausetrack.amend.naming import PEOPLE
from clausetrack.model import Clause
from clausetrack.segment.phrases import BE, GONE, STEAD
from clausetrack.segment.phrases import CLAUSE as _AT
from clausetrack.segment.wording import QUOTED, as_order, masked
from clausetrack.settlement import Effective, StatedChange

_CUE = re.compile(
    r"\b(?:from|effective|commenc\w+|effect (?:from|on)|(?:increase|ris|begin|start)\w* on)"
    r"(?: from| on)?\s*$|%\)?\s*$",
    re.I,
)
#: What stands before and behind the day from which a change is to be made.
_FROM_DAY = re.compile(
    r"(?:,\s*|[(\[]|\s[–—-]\s)?(?:\b(?:both|all|each) )?(?:\b(?:with effect|effective|operative"
    r"|commencing|starting|(?:to )?takes? effect)(?: on and)?(?: as)?(?: from| on)?"
    r"|(?:\bon and )?(?:\bas )?\bfrom)(?: and including)?\s+$",
    re.I,
)
_PERIOD = re.compile(r"\b(?:period|trial|temporar(?:y|ily)|duration|interim)\b", re.I)
_ONWARDS = re.compile(
    r"(?: onwards?)?[)\]]?,?(?!\s*(?:to|until|till|through|up|for|and ending|[–—-])\s)", re.I
)


def _quoted(name: str) -> str:
    """What stands in quotation marks, each closed by its own kind: "14 days’ notice" is one."""
    return (
        rf"(?:“(?P<{name}>[^“”]{{1,600}})”|\"(?P<{name}_straight>[^\"]{{1,600}})\""
        rf"|[‘'](?P<{name}_single>[^‘“”\"]{{1,200}}?)[’'](?!\w))"
    )


_OLD, _NEW = _quoted("old"), _quoted("new")
_OLD_GONE = _quoted("gone")
_THE = r"(?:(?:the|a) )?(?:(?:words?|figures?|phrase|reference(?: to)?) )?"
_LINK = (
    r"(?=[^“”\"]{0,80}\b(?:replac|substitut|insert|add|with|by))"
    rf"(?:\s+(?:in|of|from) {_AT})?"
    r"(?:,?\s+(?:is|are|be|will|shall|hereby|now|and|replac\w+|substitut\w+|insert\w*|add\w*"
    rf"|delet\w+|with|by|it|them|to|the|a|words?|figures?|phrase|reference|{STEAD}))+\s+"
)
_INTO = (
    rf"(?: in {_AT})?,?(?: is| are)?(?: to be)?"
    r"(?: (?:changed|amended|altered))?"
    r" (?:to(?: read)?|(?:to |(?:shall|should|will) )?(?:becomes?|reads?)) "
)
_MOVES = re.compile(r"\b(?:amend|chang|alter|increas|rais|lift|reduc|becom|read)", re.I)
#: "Clause 7.1: “28 days” to “30 days”", without what is quoted.
_FROM_TO = re.compile(rf"\W*{_AT}\s*[:–—-]\s+to\s*[.;]?", re.I)
_REPLACED = re.compile(rf"{_OLD}{_LINK}{_NEW}")
_CHANGED = re.compile(rf"{_OLD}{_INTO}{_THE}{_NEW}")
_SUBSTITUTED = re.compile(rf"\b[Ss]ubstitut\w+\s+(?:the \w+ )?{_NEW}\s+for\s+(?:the \w+ )?{_OLD}")
_PUT_BESIDE = re.compile(
    rf"\b(?:[Ii]nsert|[Aa]dd)\w*\s+{_THE}{_NEW},? (?:immediately )?(?:after|before) {_THE}{_OLD}"
)
_BESIDE_PUT = re.compile(
    rf"\b(?:[Ii]nsert|[Aa]dd)\w*(?: in {_AT})? (?:immediately )?"
    rf"(?:after|before) {_THE}{_OLD},? {_THE}{_NEW}"
)
_BE_PUT = rf"{BE} (?:inserted|added)"
#: "The words “x” are inserted in clause 4 after “y”", "After “y” in clause 4, “x” is added"
_PUT_IN = re.compile(
    rf"{_NEW}(?: (?:in|into|to) {_AT})?,? {_BE_PUT}(?: (?:in|into|to) {_AT},?)?"
    rf" (?:immediately )?(?:after|before) {_THE}{_OLD}"
)
_BESIDE_PUT_IN = re.compile(
    rf"\b(?:[Aa]fter|[Bb]efore) {_THE}{_OLD}(?: (?:in|of) {_AT})?,? {_THE}{_NEW} {_BE_PUT}"
)
_FOR_READ = re.compile(rf"\b[Ff]or {_THE}{_OLD},? read {_THE}{_NEW}")
_DELETED = re.compile(
    rf"\b(?:[Dd]elet|[Oo]mit|[Rr]emov|[Ss]trik|[Dd]rop|[Tt]ak(?=\w* out))\w*(?: out)?:?"
    rf" {_THE}{_OLD}"
    rf"|{_OLD_GONE}(?: (?:in|of|from) {_AT},?)?"
    rf" (?:{BE} {GONE}|comes? out)"
)
_BESIDE = (_PUT_BESIDE, _BESIDE_PUT, _PUT_IN, _BESIDE_PUT_IN)
_PATTERNS = (_FOR_READ, _PUT_IN, _BESIDE_PUT_IN, _BESIDE_PUT, _REPLACED, _CHANGED, _SUBSTITUTED,
             _PUT_BESIDE, _DELETED)  # fmt: skip
_UNITS = r"(?:minutes|hours|days|weeks|months|years)"
_NUMBER = rf"(?:{numbering.NUMBER_WORD})"
_SPAN = (
    rf"(?:\d+(?:\.\d+)?(?:%| per cent\b)"
    rf"|(?:\d+(?:\.\d+)?|{_NUMBER}) {_UNITS}\b(?:[’'](?: [a-z]+)?)?)"  # "six weeks’ pay"
)
_FIGURE = rf"(?:\$\d[\d,]*(?:\.\d\d)?(?![\d,.]*\d)|\d+(?:\.\d+)? cents\b|{_SPAN})"
_OF = (
    rf"(?:the (?:(?:figure|amount|sum)(?: of)?|(?:(?!(?:for|from|to|by|in|only|{PEOPLE})\b)"
    r"[a-z’'-]+ ){0,3}(?:rate|allowance|payment|loading|fee) of) )?"
)
_NOW = (
    r"(?:becomes?|(?:is|are|shall be|will be) (?:now|to be(?:come)?"
    r"|(?:replaced|substituted) (?:by|with)"
    r"|(?:changed|increased|raised|lifted|reduced) to)|now|→|[-=]>)"
)
_AMENDED = rf"{BE} (?:amended|changed|varied)"
_TABLE = r"(?:the (?:table|scale|rates) (?:in|of|under|at) )?"
#: "In clause 7.2, ", "In the table in clause 7.2, ",
#: "Amend clause 7.2 by ", "Clause 7.2 is amended by ".
_IN = (
    rf"(?:(?:(?:in |at |under )?{_TABLE}{_AT}(?:,|:| [–—-])?"
    rf"|amend {_TABLE}{_AT}(?: by| to|:|,| [–—-])"
    rf"|{_AT} {_AMENDED} (?:by|to)) )?"
)
_MOVE = r"(?:chang|increas|rais|lift|reduc|extend)(?:e|ing)?"
#: What a figure is of, and not whom it is for: "the minimum period of notice ".
_NAMED = rf"(?:(?:(?!(?:for|from|to|by|in|only|{PEOPLE})\b)[a-z’'-]+ ){{1,7}})?"
#: "In clause 7.2, $8.00 becomes $9.50": one figure for another from end to end.
_FIGURES = re.compile(
    rf"(?:(?:in |at |under )?{_AT}(?:,|:| [–—-])?"
    rf" {_OF}(?P<old>{_FIGURE}) {_NOW} {_OF}(?P<new>{_FIGURE})"
    rf"|{_OF}(?P<old_of>{_FIGURE}) (?:in|at|of|under) {_AT} {_NOW} {_OF}(?P<new_of>{_FIGURE})"
    rf"|{_IN}(?:(?:replac(?:e|ing)"
    rf"|substitut(?:e|ing)) {_OF}(?P<old_by>{_FIGURE})"
    rf"(?: in {_AT})? (?:with|by)|{_MOVE} {_OF}(?P<old_to>{_FIGURE})"
    rf"(?: in {_AT})? to) {_OF}(?P<new_to>{_FIGURE})(?: in {_AT})?"
    rf"|{_IN}(?:delet(?:e|ing)|omit(?:ting)?|remov(?:e|ing)|strik(?:e|ing) out)"
    rf" {_OF}(?P<old_out>{_FIGURE})(?:,| and|, and) (?:substitut(?:e|ing)|insert(?:ing)?"
    rf"|put(?:ting)?|replac(?:e|ing)(?: it)? (?:with|by)) {_OF}(?P<new_out>{_FIGURE})(?: instead)?"
    rf"|{_IN}{_MOVE} {_NAMED}(?:in {_AT} )?from (?P<old_from>{_SPAN}) to (?P<new_from>{_SPAN})"
    rf"(?: in {_AT})?)\s*[.;]?",
    re.I,
)
_PAIR = rf"{_OF}(?P<old>{_FIGURE}) (?:with|by|to) {_OF}(?P<new>{_FIGURE})"
_ALONE = re.sub(r"\?P<\w+>", "", _PAIR)
_PAIRS = re.compile(_PAIR, re.I)
#: "In the table in clause 7.2, replace $8.00 with $9.50 and $4.00 with $5.00": several so.
_SEVERAL = re.compile(
    rf"{_IN}(?:replac(?:e|ing)|substitut(?:e|ing)|{_MOVE})"
    rf"(?P<pairs> {_ALONE}(?:(?:,|,? and) {_ALONE}){{1,9}})(?: in {_TABLE}{_AT})?\s*[.;]?",
    re.I,
)
#: What goes for something else: "… and replace it with", "omit $240, substitute $300".
GOES_FOR = re.compile(
    r"\b(?:replac|substitut)\w+ (?:it |them )?(?:with|by)\b|"
    r"\b(?:delet|omit|remov|strik|tak)\w*(?: out)? (?:the (?:words?|figures?|amounts?|sums?) )?"
    r"(?:[“\"‘']|\$\s?\d|\d[\d.,]*\s?(?:%|per cent|cents|hours|days|weeks|months|years))"
    r"[^.;:]{0,200}?(?:,|\band\b)(?: and)? (?:by )?(?:substitut|insert|replac|put)\w*"
    r"(?! (?:a |an |the )?(?:new |following )?(?:sub-?)?(?:clause|paragraph))",
    re.I,
)
_MOST = 40  # exchanges in one sentence; texts are hostile
_GONE = re.compile(r"\b(?:delet|omit|remov|strik|drop|tak\w* out|comes? out)", re.I)
_COMES = re.compile(r"\b(?:substitut|replac|insert|add)", re.I)
#: What follows a word without a space: ", and", "/or", "-time", "’s", "(s)".
_CLINGS = re.compile(r"[,.;:!?)\]/%’]|-\w|\([a-z]{1,2}\)(?!\s)")
#: The groups that a quotation may have matched.
_KINDS = ("", "_straight", "_single")
_QUOTES = re.compile(r"[“”\"]|(?<!\w)‘|(?<!\w)'(?=[\w£$€])")
_COUNT = re.compile(rf"[\d.,]+|\b{_NUMBER}\b", re.I)
_AMOUNT = re.compile(r"\d\s*(?:FTTE|FTE)\b")


def has_amounts(text: str) -> bool:
    return bool(values.money(text) or _AMOUNT.search(text))


def days(text: str, said_of: str) -> list[Effective]:
    """The days from which the words say that something operates; not where it ends."""
    out = []
    for value in values.dates(text):
        if not isinstance(value.value, date):
            continue
        before = text[max(0, value.start - 24) : value.start]
        if _CUE.search(before) and not re.search(r"\b(?:until|by|to)\s*$", before):
            out.append(Effective(value.value, said_of))
    return out


@lru_cache(8)  # of a long sentence it is asked for each of its orders
def undated(text: str) -> str:
    """A text without the one day from which it says that something operates, as long as before.

    Where it says two, or until when, it is left as it is.
    """
    found = [one for one in values.dates(masked(text)) if one.value]
    if len(found) != 1 or not isinstance(found[0].value, date):
        return text
    start, end = found[0].start, found[0].end
    before, after = _FROM_DAY.search(text[:start]), _ONWARDS.match(text, end)
    if before is None or after is None or _PERIOD.search(masked(text)):
        return text
    gone = after.end() - before.start()
    return text[: before.start()] + " " * gone + text[after.end() :]


def operating(days: Sequence[Effective], version: str) -> tuple[Effective, ...]:
    """One entry a day, in order, without those that a version before `version` already reached."""
    first = version[:4]
    found: dict[date, Effective] = {}
    for day in days:
        known = day.date in found and found[day.date].applies_to
        if not known and (not first or day.date.year >= int(first)):
            found[day.date] = day
    return tuple(found[day] for day in sorted(found))


def operative(clause: Clause) -> list[Effective]:
    """The days from which figures in a clause or a table's columns operate."""
    if clause.table is not None:
        return [
            Effective(column.start, column.heading)
            for column in clause.table.columns
            if column.start is not None
        ]
    return days(clause.own_text, clause.id)


def stated(said: Sequence[str]) -> tuple[StatedChange, ...]:
    """Old and new figures as the instruction states them: "from 62 cents ... to 83 cents"."""
    out = []
    for text in said:
        for old, new in itertools.pairwise(values.money(text)):
            between = text[old.end : new.start]
            opens = re.search(r"\bfrom\s+$", text[: old.start])
            if opens and re.fullmatch(r"(?:\s+(?:per|an?|each) \w+)?\s+to\s+", between):
                out.append(StatedChange(old.text, new.text))
    return tuple(out)


@lru_cache(8)
def words_for_words(text: str) -> tuple[StatedChange, ...]:
    """The words in quotation marks that an instruction puts in place of others, or one figure."""
    if figures := figures_for_figures(text):
        return figures
    text = as_order(text)
    found: list[re.Match[str]] = []
    for pattern in _PATTERNS:
        for each in pattern.finditer(text):
            if len(found) > _MOST:
                return ()
            if all(each.end() <= other.start() or other.end() <= each.start() for other in found):
                found.append(each)
    found.sort(key=re.Match.start)
    plain = QUOTED.sub("", text)
    for each in found:
        if _runs_on(text, each) or _added_alone(text, each):
            return ()
        if each.re is not _DELETED and _words(each, "old") == _words(each, "new"):
            return ()  # nothing would change: the words mean something else
        moves = _MOVES.search(plain) or _FROM_TO.fullmatch(plain)
        if each.re is _CHANGED and (_GONE.search(plain) or not moves):
            return ()  # "delete from ‘x’ to ‘y’"
        if each.re is _DELETED and _COMES.search(plain):
            return ()  # "delete ‘x’ and substitute a full stop"
    return tuple(
        StatedChange(_words(each, "old") or _words(each, "gone"), gone=True)
        if each.re is _DELETED
        else StatedChange(_words(each, "old"), _beside(text, each))
        for each in found
    )


@lru_cache(8)
def figure_for_figure(text: str) -> StatedChange | None:
    """The figure that a sentence puts in place of another of its kind, where it says no more."""
    found = _FIGURES.fullmatch(" ".join(undated(as_order(text)).split()))
    if found is None:
        return None
    said = {name.partition("_")[0]: figure for name, figure in found.groupdict().items() if figure}
    units = set(map(_unit, said.values()))
    return StatedChange(said["old"], said["new"]) if len(units) == 1 else None


@lru_cache(8)
def figures_for_figures(text: str) -> tuple[StatedChange, ...]:
    """The figures that a sentence puts in place of others, each of its kind, where it says no more.

    Not where one that comes in is one that goes: they may be steps of one figure.
    """
    if figure := figure_for_figure(text):
        return (figure,)
    found = _SEVERAL.fullmatch(" ".join(undated(as_order(text)).split()))
    if found is None:
        return ()
    out = tuple(StatedChange(one["old"], one["new"]) for one in _PAIRS.finditer(found["pairs"]))
    units = all(_unit(one.old) == _unit(one.new) for one in out)
    apart = {one.old for one in out}.isdisjoint(one.new for one in out)
    return out if units and apart else ()


def _unit(figure: str) -> str:
    return _COUNT.sub("", figure).removesuffix("s")


def quotations(text: str) -> int:
    """How many stretches of `text` stand in quotation marks."""
    return len([mark for mark in _QUOTES.findall(text) if mark != "”"]) - text.count('"') // 2


def _words(found: re.Match[str], name: str) -> str:
    return found[name] or found[f"{name}_straight"] or found[f"{name}_single"] or ""


def _runs_on(text: str, found: re.Match[str]) -> bool:
    """May the words be more than what was read, or stand in another place than the old ones?

    A single mark that closes them may be an apostrophe ("‘28 days’ notice’").
    """
    after = text[found.end() :]
    if text[found.end() - 1] in "’'" and re.match(r"[^‘“”\"']*[’'](?!\w)", after):
        return True
    # "to read “crew” means …" gives a definition, and "crew" is only its first word
    return bool(
        re.match(r"\W*(?:at the|immediately|after|before)\b", after)
        or re.match(r"\s+(?:means?|includes?|has|have|refers?)\b", after)
    )


def _added_alone(text: str, found: re.Match[str]) -> bool:
    """Are words added to the old ones, and it is not said on which side ("to ‘x’ add ‘y’")?"""
    if found.re is not _REPLACED or not re.search(r"\b(?:add|insert)", found[0]):
        return False
    said = QUOTED.sub("", text[: found.end()])
    return not re.search(
        r"\b(?:delet|replac|substitut|omit|remov|str[iu]k|after|before)", said, re.I
    )


def _beside(text: str, found: re.Match[str]) -> str:
    """What takes the place of the old words; "after ... insert" and "before" keep them."""
    old, new = _words(found, "old"), _words(found, "new")
    before = text[: found.start()]
    if found.re in _BESIDE:
        before = found[0][: max(found.start(f"old{kind}") for kind in _KINDS) - found.start() - 1]
    if re.search(rf"\b[Aa]fter {_THE}$", before):
        new = new.strip()
        return f"{old}{new}" if _CLINGS.match(new) else f"{old} {new}"
    if re.search(rf"\b[Bb]efore {_THE}$", before):
        new = new.strip()
        return f"{new}{old}" if new[-1:] in "([/-$“‘" else f"{new} {old}"
    new = new.lstrip() if old[:1].isalnum() else new  # the space beside a word stays
    return new.rstrip() if old[-1:].isalnum() else new


def all_stated(said: Sequence[str]) -> tuple[StatedChange, ...]:
    """Every old figure or words that the instruction states, with what takes its place."""
    return (*stated(said), *(change for text in said for change in words_for_words(text)))

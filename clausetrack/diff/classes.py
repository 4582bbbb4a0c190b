"""What kind of thing an edit touches: what can be observed in the words, never what it means."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from clausetrack import numbering, values
from clausetrack.diff import months, quantities
from clausetrack.diff.edits import ChangeEdit
from clausetrack.lazily import pattern
from clausetrack.model import Document

#: In the order in which they are printed.
CLASSES = (
    "figure",
    "date",
    "modal",
    "negation",
    "conjunction",
    "defined term",
    "reference",
    "renumbering",
    "punctuation",
    "spacing",
    "formatting",
    "other words",
)

_WORDS = {
    "modal": "may must shall will should can could might cannot",
    "negation": "not no never nor neither none nowhere without cannot nothing nobody non unpaid",
    "conjunction": "and or",
}
_CLASS_OF: dict[str, frozenset[str]] = {}
for _name, _listed in _WORDS.items():
    for _word in _listed.split():
        _CLASS_OF[_word] = _CLASS_OF.get(_word, frozenset()) | {_name}

_NOT = pattern(r"n['’]t\Z")
_CUT_SHORT = {"ca": "can", "sha": "shall", "wo": "will"}  # before "n't"
_LEAST = 3  # letters of a word that "un" turns into its opposite: "it" and "unit" are two words
_AROUND = 24  # characters beside an edit that tell what it is

_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_UNITS = tuple(numbering.NUMBER_WORDS.values())[1:10]
#: What stands in a number that is written out: "two hundred and fifty-five", "five tenths".
_SCALES = frozenset(("hundred", "thousand", "million", "tenth", "tenths", "hundredths"))
_NUMBER_WORDS = frozenset(
    (
        *numbering.NUMBER_WORDS.values(),
        *_TENS,
        *_SCALES,
        *(f"{ten}-{unit}" for ten in _TENS for unit in _UNITS),
    )
)
_TOKEN = pattern(r"[^\W\d_][\w'’-]*|\d[\w.,]*|\S")
_DAY_OR_MONTH = pattern("[0-9A-Z]")
_LETTER = pattern(r"\w")
#: What a space makes another of: a word, a figure, "4A". "7.30 am" and "7.30am" are one time.
_RUN = pattern(r"[A-Z]\d+\b|\d+[A-Z]\b|\d+|[^\W\d]+")
_DEFINED = pattern(
    r"[“\"‘'](?P<term>[^”\"’'“‘]{2,60})[”\"’']\s*(?:[,(][^.;]{0,80}[,)]\s*)?"
    r"(?:means?|has the (?:same )?meaning|includes?|refers? to)\b"
)
#: What stands before or behind a word that permits or negates, and makes another with it.
_WHOLE = frozenset(("able", "be", "body", "here", "now", "one", "thing", "where", "with", "out"))
_MINUS = frozenset("-−–")
_BELOW_NOTHING = pattern(r"\s*[-−–][$€£]?[\d.]")
#: The letters of a Schedule or the roman number of a Part.
_LETTERED = pattern(r"[A-Z]{1,2}|[IVXLC]+")
_WEEKDAY = pattern("(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?")
_HALF = pattern(r"(?<=\d)\s*[ap]\.?m\b", re.I)
_OF_HALF = pattern(r"[ap][apm.\s]{0,8}", re.I)
#: What is not printed: hyphens that may be, marks of direction, spaces of no width.
_UNPRINTED = "\u00ad\u200b\u200e\u200f\u2060\ufeff"
_SHAPES = str.maketrans("‘’‚‛“”„‟´`–—‐‑−\u00a0", "''''\"\"\"\"''----- ", _UNPRINTED)


#: What kind of thing a word, a figure or a mark is, and it.
_Thing = tuple[str, str]


def defined_terms(*documents: Document) -> re.Pattern[str] | None:
    """What finds a term that the documents define ("Teacher" means ...); None without any."""
    texts = {clause.own_text for document in documents for clause in document.clauses}
    found = {
        match["term"].strip()
        for text in texts
        if '"' in text or "“" in text or "'" in text or "‘" in text  # most have none of them
        for match in _DEFINED.finditer(text)
    }
    if not found:
        return None
    listed = "|".join(_in_any_number(term) for term in sorted(found, key=lambda t: (-len(t), t)))
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)")


def _in_any_number(term: str) -> str:
    """What finds a term, and more of what it names: "Hirer" and "Hirers", "Party" and "Parties"."""
    if term.endswith("y"):
        return rf"{re.escape(term[:-1])}(?:y|ies)"
    return rf"{re.escape(term)}(?:s|es)?"


def is_slight(edit: ChangeEdit) -> bool:
    """Is it spacing, or the shape of quotation marks and dashes, and nothing else?

    Spaces that make other words or figures ("12" and "1 2", "now here" and "nowhere") are more.
    """
    if edit.op == "move" or (not (edit.old and edit.new) and _LETTER.search(edit.old or edit.new)):
        return False
    old, new = edit.old.translate(_SHAPES), edit.new.translate(_SHAPES)
    if "".join(old.split()) != "".join(new.split()):
        return False
    runs = _RUN.findall(old), _RUN.findall(new)
    return runs[0] == runs[1] or not _means_more(*runs)


def _means_more(old: Sequence[str], new: Sequence[str]) -> bool:
    """Do runs of letters and digits that differ in their spaces make another figure, or say more?

    A converter breaks words anywhere ("th e"): only where each piece is a word, and what permits
    or negates came or went, do they say something else.
    """
    figures = [[run for run in side if any(map(str.isdigit, run))] for side in (old, new)]
    if figures[0] != figures[1]:
        return True
    left, right = list(reversed(old)), list(reversed(new))
    while left and right:
        ones, others = [left.pop()], [right.pop()]
        while len(one := "".join(ones)) != len(other := "".join(others)):
            side, rest = (ones, left) if len(one) < len(other) else (others, right)
            side.append(rest.pop())
        if ones != others:
            sides = [[run.casefold() for run in side] for side in (ones, others)]
            found = [frozenset().union(*(_CLASS_OF.get(run, frozenset()) for run in side))
                     for side in sides]  # fmt: skip
            pieces = max(sides, key=len)
            if found[0] != found[1] and all(one in _WHOLE or one in _CLASS_OF for one in pieces):
                return True
    return False


def _spaced(edit: ChangeEdit) -> bool:
    """Do the two sides differ in their spaces alone?"""
    return "".join(edit.old.split()) == "".join(edit.new.split())


def _letters(text: str) -> str:
    """The letters of a text without figures; "" of one with any."""
    return "" if any(map(str.isdigit, text)) else "".join(filter(str.isalpha, text))


def classes(
    old: str, new: str, edits: Iterable[ChangeEdit], defined: re.Pattern[str] | None = None
) -> set[str]:
    """The classes of the edits that make `old` into `new`; `defined` finds the defined terms."""
    found: set[str] = set()
    for edit in edits:
        found |= set(_classes(edit, old, new))
    if defined is not None and found:
        found |= {"defined term"} if _counts(defined, old) != _counts(defined, new) else set()
    return found


def _counts(defined: re.Pattern[str], text: str) -> Counter[str]:
    return Counter(match[0] for match in defined.finditer(text))


def _classes(edit: ChangeEdit, old: str, new: str) -> Iterator[str]:
    if edit.op == "move":
        return  # what was edited in the row has edits of its own
    if is_slight(edit):
        yield "spacing" if _spaced(edit) else "punctuation"
        return
    both = bool(edit.old and edit.new)
    if both and _letters(edit.old) == _letters(edit.new) != "" and not _spaced(edit):
        yield "punctuation"  # "re-employed" and "reemployed"
        return
    if _in_date(edit, old, new):
        yield "date"
        return
    beside = _beside(edit, old)
    measured = quantities.may_say(edit.old, edit.new)
    if _of_figure(edit, *beside) or (
        measured and quantities.is_multiple(edit.old, edit.new, *beside)
    ):
        yield "figure"
        return
    gone, come = (_things(text, *beside) if text else [] for text in (edit.old, edit.new))
    if signed := edit.part == "cell" and _signed(edit.old) != _signed(edit.new):
        yield "figure"
        gone, come = ([one for one in side if one[1] not in _MINUS] for side in (gone, come))
    touched, opposites = {*gone, *come}, set[str]()
    if both:
        more = _more(gone, come), _more(come, gone)
        touched = {*more[0], *more[1]}
        opposites = _opposites(*more) if more[0] and more[1] else opposites
        gone, come = more
    if not (touched or signed):
        yield "other words"  # the same words in another order
    counted = measured and quantities.of_number(edit.old, edit.new, *beside, _NUMBER_WORDS)
    named = counted or any(kind == "figure" or _LETTERED.fullmatch(text) for kind, text in touched)
    in_reference = named and _in_reference(edit, old, new)
    days = bool(gone and come) and all(
        any(_WEEKDAY.fullmatch(text) for _, text in side) for side in (gone, come)
    )
    for kind, text in touched:
        if kind == "other words" and text.casefold() in opposites:
            kind = "negation"
        elif kind == "other words" and counted:
            kind = "figure"
        elif days and _WEEKDAY.fullmatch(text):
            kind = "date"
        cites = in_reference and (kind == "figure" or _LETTERED.fullmatch(text))
        yield "reference" if cites else kind


def _more(one: Iterable[_Thing], other: Iterable[_Thing]) -> list[_Thing]:
    """What one side has more of than the other, each once."""
    left = Counter(other)
    out: dict[_Thing, None] = {}
    for thing in one:
        if left.get(thing, 0):
            left[thing] -= 1
        else:
            out[thing] = None
    return list(out)


def _signed(cell: str) -> bool:
    """Does a cell begin with a figure below nothing ("-5%", "−$1.50")?"""
    return _BELOW_NOTHING.match(cell) is not None


def _of_figure(edit: ChangeEdit, before: str, after: str) -> bool:
    """Is it the sign before a figure ("-18"), or the half of the day behind it ("7.30 am")?"""
    said = f"{edit.old}{edit.new}".strip()
    if said in _MINUS:
        return after[:1].isdigit() and not before[-1:].isalnum()
    if not _OF_HALF.fullmatch(said):
        return False
    sides = (f"{before}{text}{after}" for text in (edit.old, edit.new) if text)
    return any(match.start() <= len(before) + len(said) and match.end() > len(before)
               for side in sides for match in _HALF.finditer(side))  # fmt: skip


def _beside(edit: ChangeEdit, old: str) -> tuple[str, str]:
    """The wording right before and right after an edit; nothing beside a cell, row or column."""
    if edit.part not in {"heading", "text"}:
        return "", ""
    end = edit.start + len(edit.old)
    return old[max(edit.start - _AROUND, 0) : edit.start], old[end : end + _AROUND]


def _opposites(gone: Iterable[_Thing], come: Iterable[_Thing]) -> set[str]:
    """The words of one side of which the other has the opposite, and those ("paid", "unpaid")."""
    ones, others = ({text.casefold() for _, text in side} for side in (gone, come))
    found: set[str] = set()
    for plain, turned in ((ones, others), (others, ones)):
        for word in plain:
            forms = {f"un{word}", f"non{word}"} if len(word) >= _LEAST else set()
            both = turned & (forms | {f"non-{word}", f"{word}n't", f"{word}n’t"})
            found |= both | {word} if both else both
    return found


def _things(text: str, before: str = "", after: str = "") -> list[_Thing]:
    """What a stretch of text holds: its figures, dates, references, words and marks.

    What stands beside it tells whether "May" in it is a month.
    """
    if text.isalpha() and text.islower():  # one word, as most edits are
        return [*kinds(text)]
    from clausetrack import citations

    spans: list[tuple[int, int, str]] = [
        (mention.start, mention.end, "reference") for mention in citations.find(text)
    ]
    spans += [(v.start, v.end, "date" if v.kind == "date" else "figure") for v in values.find(text)]
    spans += [(start, end, "date") for start, end in _days(text, before, after)]
    found: list[_Thing] = []
    at = 0
    for start, end, kind in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= at:
            found += _words(text[at:start])
            found.append((kind, text[start:end]))
            at = end
    return found + _words(text[at:])


def _days(text: str, before: str, after: str) -> Iterator[tuple[int, int]]:
    """What in a text is of a day without a year, of which a part may stand beside it."""
    if not _DAY_OR_MONTH.search(text):  # most edits hold none, and that is quickly seen
        return
    first = len(before)
    for start, end in months.spans(f"{before}{text}{after}"):
        here = max(start - first, 0), min(end - first, len(text))
        if here[0] < here[1]:
            yield here


def _words(text: str) -> list[_Thing]:
    tokens = _TOKEN.findall(text)
    found: list[_Thing] = []
    for at, token in enumerate(tokens):
        joins = token.casefold() == "and" and _joins_number(tokens, at)
        found += (("figure", token),) if joins else kinds(token)
    return found


def _joins_number(tokens: Sequence[str], at: int) -> bool:
    """Is it the "and" of a number that is written out ("two hundred and fifty", "six and fifty-five
    hundredths")?"""
    if at + 1 == len(tokens):
        return False
    before = tokens[at - 1].casefold() if at else ""
    after = [token.casefold() for token in tokens[at + 1 : at + 3]]
    return after[0] in _NUMBER_WORDS and (before in _SCALES or after[-1] in _SCALES)


@lru_cache(4096)
def kinds(token: str) -> tuple[tuple[str, str], ...]:
    """What one word or mark is; a modal may be a negation too."""
    word = token.casefold()
    if not _LETTER.match(token):
        is_sign = unicodedata.category(token[0]) == "Sm" and token not in {"|", "~"}  # "≥", "+"
        return (("figure" if is_sign else "punctuation", token),)
    if token[0].isdigit() or word in _NUMBER_WORDS or any(map(_is_odd_figure, token)):
        return (("figure", token),)
    if token in values.MONTHS and token != "May":
        return (("date", token),)
    kinds = _CLASS_OF.get(word, frozenset())
    if _NOT.search(word):
        kinds = _CLASS_OF.get(_CUT_SHORT.get(word[:-3], word[:-3]), kinds) | {"negation"}
    elif word.startswith("non-"):
        kinds = frozenset(("negation",))
    if kinds:
        return tuple((kind, word) for kind in sorted(kinds))
    return (("other words", token),)


def _is_odd_figure(character: str) -> bool:
    """Is it a figure that is no digit of a number: "½", the "²" of "m²"?"""
    return character.isnumeric() and not character.isdecimal()


def _in_reference(edit: ChangeEdit, old: str, new: str) -> bool:
    """Does the edit change a number or letter inside a reference ("clause [-4.3-]{+4.4+}")?"""
    from clausetrack import citations

    if edit.part not in {"heading", "text"}:
        return False
    start, end = edit.start, edit.start + len(edit.old)
    if edit.old and any(m.start < end and start < m.end for m in citations.find(old)):
        return True
    return not edit.old and any(edit.new.strip() in m.text for m in citations.find(new))


def _in_date(edit: ChangeEdit, old: str, new: str) -> bool:
    """Does the edit change a part of a date ("1 [-May-]{+June+} 2026")?"""
    if edit.part not in {"heading", "text"}:
        return False
    if not edit.old:
        word = edit.new.strip()
        return word in values.MONTHS and any(word in day.text for day in values.dates(new))
    end = edit.start + len(edit.old)
    return any(day.start <= edit.start and end <= day.end for day in values.dates(old))

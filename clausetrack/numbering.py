"""Clause IDs: the printed citation, normalised.

    >>> str(parse("4.3.1.(vi)")), str(parse("Part Eleven")), str(parse("Appendix D, clause 1.5"))
    ('4.3.1(vi)', 'Part 11', 'Appendix D 1.5')

A label such as "(i)" is a letter or a roman numeral by its neighbours; `styles` says which.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from clausetrack.lazily import pattern

_UNITS = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty",
]  # fmt: skip
_WORDS = {word: number for number, word in enumerate(_UNITS)} | {
    f"twenty-{_UNITS[n]}": 20 + n for n in range(1, 10)
}

#: What stands before an item that has no label; the last are those of symbol fonts.
BULLETS = "-•▪◦·‣●○–—−›»➢➤✓✔❖■□\uf0b7\uf0a7\uf0d8\uf0fc\uf06e\uf076\uf02d"

#: 0 -> "zero" to 29 -> "twenty-nine".
NUMBER_WORDS = {number: word for word, number in _WORDS.items()}
NUMBER_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)

#: The designation of a division: a number, a word for one, a roman numeral, or a letter. After Z
#: come AA, AB and so on; the words of two letters in a heading set in capitals are none.
DESIGNATION = (
    rf"(?:\d+(?:\.\d+)*[A-Z]?|(?i:{NUMBER_WORD})|[IVXLC]+"
    r"|(?!(?:AM|AN|AS|AT|BY|IF|IN|IS|IT|NO|OF|ON|OR|TO|UP|US|WE)\b)[A-Z]{1,2}\d*)"
)
#: What may stand around a designation: Appendix "A".
MARK = "[“”\"]?"
_DIVISION = pattern(
    rf"(?i:(?P<name>part|division|appendix|schedule|annexe?|attachment|supplement|article|chapter|section|art\.))"
    rf"\s+{MARK}(?P<at>{DESIGNATION})(?![\w]){MARK}"
)
_LEAD = pattern(r"(?i:^(?:(?:sub-?clauses?|clauses?|rules?|paragraphs?|items?)\s|§)\s*)")
_NUMBERS = pattern(
    r"(?:[A-Z]\d+-[A-Z]\d+|[A-Z]{0,2}\d+[A-Z]{0,3}\d*(?:\.\d+[A-Z]{0,3}\d*)*|[IVXL]{1,6})(?!\w)"
)
_LETTER = pattern(r"^([A-Z])\.(?=\d)")  # "A.1.1" is A1.1
_LABEL = pattern(r"\s*\.?\s*\((?P<label>[a-z]{1,6}|\d{1,3}[A-Z]{0,2}|[A-Z]{1,2})\)")
_PUT_IN = pattern(r"(?P<number>\d+)(?P<letters>[A-Za-z]*)")  # "(1)", "(1A)"
_REMARK = pattern(r"(?![ivxlc]+[a-z]?$|([a-z])\1+$)[a-z]{3,}")  # "(new)" is no numeral
#: "1.1(a) of Appendix A", "Section 2 of Article 13": the division is printed behind.
_OF_DIVISION = pattern(
    r"^(?P<number>(?:(?P<s>[Ss]ection\s)|[A-Z]\.?)?\d[\w.]*(?:\s?\([A-Za-z0-9]+\))*),?"
    r"\s+(?:of|in|to)\s+(?:the\s+)?"
    r"(?P<division>(?(s)Article|(?:Appendix|Schedule|Supplement|Annexe?|Attachment))\s+[A-Z\d]+)$"
)
#: Section 12.1 of Article 12 is clause 12.1.
_WITHIN = pattern(r"Article (\d+) Section (?P<number>\1\.[\d.]+)")
_COMPONENT = pattern(r"([A-Z]*)(\d+)([A-Z]*)(\d*)")

#: What the second bearer of a number or a heading is known by: "4.3.2 (2nd)".
AGAIN = pattern(r" \(\d+(?:st|nd|rd|th)\)$")


def again(clause_id: str, number: int) -> str:
    """What the bearer of an ID is called that is its second, third ...: "4.3.2 (2nd)"."""
    ordinal = {2: "2nd", 3: "3rd"}.get(number, f"{number}th")
    return f"{clause_id} ({ordinal})"


class ClauseId(NamedTuple):
    """A citation in its parts: "Appendix D 1.5(a)(ii) note 1".

    `division` is "" where the number stands alone, and "Article 4 Section 2" where one is in
    another; `numbers` are the parts between dots ("4",
    "3A", "8"); `labels` those in brackets, without them; `place` a positional ending ("note 1",
    "table 2", "(2nd)"), which makes the ID not citable.
    """

    division: str = ""
    numbers: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    place: str = ""

    def __str__(self) -> str:
        number = ".".join(self.numbers) + "".join(f"({label})" for label in self.labels)
        return " ".join(part for part in (self.division, number, self.place) if part)

    @property
    def citable(self) -> bool:
        return not self.place

    @property
    def parent(self) -> ClauseId | None:
        """The citation one step shorter; None for the topmost."""
        if self.place:
            return self._replace(place="")
        if self.labels:
            shorter = ClauseId(self.division, self.numbers, self.labels[:-1])
            return shorter if shorter != ClauseId() else None
        if len(self.numbers) > 1 or (self.numbers and self.division):
            return ClauseId(self.division, self.numbers[:-1])
        outer = self.division.split(" ")[:-2]
        return ClauseId(" ".join(outer)) if outer and not self.numbers else None

    @property
    def next(self) -> ClauseId:
        """The sibling that a drafter would number next: 4.9.9 -> 4.9.10, (a) -> (b)."""
        if self.place:
            raise ValueError(f"{self} has no number to count on from")
        if self.labels:
            last = self.labels[-1]
            roman = len(self.labels) > 1 and from_roman(last) is not None
            return self._replace(labels=(*self.labels[:-1], next_label(last, roman=roman)))
        if self.numbers:
            last = self.numbers[-1]
            after = next_label(last, roman=True) if last.isalpha() else _next_number(last)
            return self._replace(numbers=(*self.numbers[:-1], after))
        name, _, at = self.division.rpartition(" ")
        head, dot, last = at.rpartition(".")
        return self._replace(division=f"{name} {head}{dot}{_next_number(last)}")

    @property
    def order(self) -> tuple[object, ...]:
        """A sort key: the order of the parts of one agreement, 4.3 before 4.3A before 4.4.

        Labels at odd depth sort as letters and at even depth as roman numerals; where neighbours
        say otherwise, sort the siblings by `label_value`.
        """
        words = self.division.split(" ")
        division = tuple(
            (name, *_component(at)) for name, at in zip(words[::2], words[1::2], strict=False)
        )
        labels = tuple(
            label_order(label, "roman" if depth % 2 and from_roman(label) else style(label))
            for depth, label in enumerate(self.labels)
        )
        values = [str(from_roman(number.lower()) or number) for number in self.numbers]
        return (division, tuple(map(_component, values)), labels, self.place)

    def within(self, other: ClauseId) -> bool:
        """Is this `other`, or something under it?"""
        here: ClauseId | None = self
        while here is not None:
            if here == other:
                return True
            here = here.parent
        return False


@lru_cache(maxsize=4096)
def parse(text: str) -> ClauseId:
    """The ID that a printed citation means; raises ValueError where it means none.

    Case, spaces, a leading "clause" and stray dots are normalised: "clause 4.3.1.(vi)",
    "1.8 (h)", "APPENDIX d".
    """
    rest = _LEAD.sub("", text.strip())
    rest = _OF_DIVISION.sub(r"\g<division> \g<number>", rest)
    division = ""
    while found := _DIVISION.match(rest):
        division = f"{division} {division_id(found['name'], found['at'])}".strip()
        rest = re.sub(r"^[\s,:–-]*(?:clauses?\s+)?", "", rest[found.end() :])
    if within := _WITHIN.fullmatch(division):
        division, rest = "", within["number"] + rest
    if not division and (
        found := re.match(r"(?i:part|appendix|schedule|annexe?)\s+([a-z])\b", rest)
    ):
        division = division_id(rest[: found.start(1)].strip(), found[1].upper())
        rest = rest[found.end() :].strip()
    rest = _LETTER.sub(r"\1", rest)
    numbers: tuple[str, ...] = ()
    if found := _NUMBERS.match(rest):
        numbers = tuple(found[0].split("."))
        rest = rest[found.end() :]
        if found[0][0].isalpha():
            division = ""  # "Schedule C, clause C1.1": its letter is that of the Schedule
    labels = []
    while found := _LABEL.match(rest):
        rest = rest[found.end() :]
        if _REMARK.fullmatch(found["label"]):
            break  # "19.3 (new)"
        labels.append(found["label"])
    place = rest.strip(" .:")
    if not (division or numbers or labels):
        raise ValueError(f"not a clause number: {text!r}")
    if place and not re.match(r"(?:[a-z]+ \d+|\(\d+\w*\))", place):
        raise ValueError(f"not a clause number: {text!r}")
    return ClauseId(division, numbers, tuple(labels), place)


def division_id(name: str, designation: str) -> str:
    """The ID of a division: "part", "Eleven" is "Part 11", and "Part", "IV" is "Part 4"."""
    name = name.capitalize()
    name = {"Annexe": "Annex", "Art.": "Article"}.get(name, name)
    number = _WORDS.get(designation.lower())
    own = name in {"Appendix", "Schedule", "Annex", "Attachment", "Supplement"}
    roman = len(designation) > 1 or (not own and designation.upper() in "IVX")
    if number is None and designation.isalpha() and roman:
        number = from_roman(designation.lower())
    return f"{name} {number if number is not None else designation.upper()}"


def lettered_division(division: str) -> str:
    """The ID of a division by a letter that is a roman numeral, too: "Part 1" is "Part I"."""
    name, _, number = division.rpartition(" ")
    letter = {"1": "I", "5": "V", "10": "X"}.get(number, "")
    return f"{name} {letter}" if name and letter else ""


def in_figures(number: str) -> str:
    """A whole number in words as figures, and anything else as it is: "Two" -> "2"."""
    return str(_WORDS.get(number.casefold(), number))


_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip


def ordinal(word: str) -> str:
    """The ordinal of a number in words: "twenty-one" -> "twenty-first"."""
    head, dash, last = word.rpartition("-")
    last = _ORDINALS.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return f"{head}{dash}{last}"


def ordinal_division(name: str, at: str) -> str | None:
    """The ID of a division that is counted by an ordinal: "Schedule", "First" is "Schedule 1"."""
    if at[0].isdigit():
        return division_id(name, at[:-2])
    number = next((n for word, n in _WORDS.items() if ordinal(word) == at.lower()), None)
    return None if not number else division_id(name, str(number))


# ------------------------------------------------------------------------------------- labels


@lru_cache(maxsize=1024)
def from_roman(text: str) -> int | None:
    """The value of a lower-case roman numeral in its one proper spelling, else None."""
    value, rest = 0, text
    for amount, numeral in _ROMAN:
        while rest.startswith(numeral):
            value, rest = value + amount, rest[len(numeral) :]
    return value if not rest and value and to_roman(value) == text else None


def to_roman(value: int) -> str:
    """1 -> "i"."""
    out = ""
    for amount, numeral in _ROMAN:
        while value >= amount:
            out, value = out + numeral, value - amount
    return out


def from_letters(text: str) -> int:
    """ "a" -> 1, "z" -> 26, "aa" -> 27 (and so "bb" -> 54, as bijective base 26)."""
    value = 0
    for letter in text.lower():
        value = value * 26 + ord(letter) - 96
    return value


def to_letters(value: int) -> str:
    """1 -> "a", 27 -> "aa"."""
    out = ""
    while value:
        value, rest = divmod(value - 1, 26)
        out = chr(97 + rest) + out
    return out


def style(label: str) -> str:
    """How a label alone would be read: "number", "letter", or "roman" where it is no letter."""
    if label.isdigit():
        return "number"
    return "roman" if len(label) > 1 and from_roman(label.lower()) else "letter"


def styles(labels: Sequence[str]) -> str:
    """How a list of sibling labels is counted, by its neighbours: (h) (i) (j) are letters.

    A list that opens with "i" is roman unless what follows says otherwise.
    """
    if not labels:
        return "letter"
    if all(label[:1].isdigit() for label in labels):
        return "number"
    lower = [label.lower() for label in labels]
    roman = [from_roman(label) for label in lower]
    if all(roman):
        values = [value for value in roman if value]
        letters = [from_letters(label) for label in lower]
        if len(lower) == 1:
            return "roman" if lower[0] in {"i", "v", "x"} or len(lower[0]) > 1 else "letter"
        steps = [b - a for a, b in itertools.pairwise(values)]
        alike = [b - a for a, b in itertools.pairwise(letters)]
        return (
            "letter" if all(s == 1 for s in alike) and not all(s == 1 for s in steps) else "roman"
        )
    return "letter"


def label_value(label: str, how: str) -> int:
    """The place of a label in a list counted as `how` ("number", "letter", "roman").

    What was put in behind an item, as (1A) behind (1), has its place.
    """
    if how == "number" and (found := _PUT_IN.fullmatch(label)):
        return int(found["number"])
    lower = label.lower()
    if how == "roman":
        return from_roman(lower) or 0
    return from_letters(lower) if lower.isalpha() else 0


def label_order(label: str, how: str) -> tuple[int, str]:
    """Where a label sorts in a list counted as `how`: (1A) behind (1)."""
    found = _PUT_IN.fullmatch(label)
    return label_value(label, "number" if found else how), found["letters"] if found else ""


def label_at(value: int, how: str) -> str:
    """The label at a place: the inverse of `label_value`."""
    if how == "number":
        return str(value)
    return to_roman(value) if how == "roman" else to_letters(value)


def next_label(label: str, *, roman: bool = False) -> str:
    """The label after `label` in the same list; its case is kept."""
    if (found := _PUT_IN.fullmatch(label)) and found["letters"]:
        return found["number"] + next_label(found["letters"])
    how = "roman" if roman else style(label)
    out = label_at(label_value(label, how) + 1, how)
    return out.upper() if label.isupper() else out


def _component(text: str) -> tuple[str, int, str, int]:
    # numbers that are used up together ("B3-B6") stand where the first of them would
    found = _COMPONENT.fullmatch(text.partition("-")[0])
    if found is None:
        return (text, 0, "", 0)
    return (found[1], int(found[2]), found[3], int(found[4] or 0))


def _next_number(text: str) -> str:
    found = _COMPONENT.fullmatch(text)
    if found is None:
        return next_label(text)
    lead, number, suffix, tail = found.groups()
    if tail:
        return f"{lead}{number}{suffix}{int(tail) + 1}"
    if suffix:
        return f"{lead}{number}{next_label(suffix)}"
    return f"{lead}{int(number) + 1}"

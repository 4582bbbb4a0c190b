"""Names of parties: one that is misspelt against the others, and one used in several forms."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from clausetrack.checks.subject import Passage, Subject
from clausetrack.model import Finding

GROUP = "references"
WHY = {
    "party-misspelt": "A party that is named wrongly where it signs or is bound may say that it is"
    " not the one that is meant.",
    "party-named-variously": "Two forms of one name leave open whether one body or two are meant.",
}

_WORD = r"[A-ZĀĒĪŌŪ][\wāēīōū]+"
_NAME = re.compile(rf"\b{_WORD}(?: (?:o |te |ki te |mō te |a |of |for )?{_WORD})+")
_TWO = re.compile(r"[A-ZĀĒĪŌŪ][\wāēīōū]{1,99} (?:o |te |ki te |mō te |a |of |for )?[A-ZĀĒĪŌŪ]")
_CAPITALS = re.compile(r"[A-Z][A-Z][A-Z]")
_ACRONYM = re.compile(r"(?<![\w(“\"])(?P<short>[A-Z]{3,6})\b(?P<more> Te [A-ZĀĒĪŌŪ]\w+)?")
#: An office and the body that it heads, which documents confuse.
_OFFICES = {"Commission": "Commissioner"}
_RARE = 1
_USUAL = 3


def check(subject: Subject) -> Iterator[Finding]:
    yield from _misspelt(subject)
    yield from _acronyms(subject)
    yield from _offices(subject)


def _bare(word: str) -> str:
    kept = unicodedata.normalize("NFD", word)
    return "".join(char for char in kept if not unicodedata.combining(char)).casefold()


def _misspelt(subject: Subject) -> Iterator[Finding]:
    """A name that stands once, and in all but one word is a name that stands often.

    Macrons are not looked at: a name in te reo Māori is never corrected to one without them.
    """
    where: dict[tuple[str, ...], Passage] = {}
    count: Counter[tuple[str, ...]] = Counter()
    for passage in subject.passages:
        for match in _NAME.finditer(passage.text) if _TWO.search(passage.text) else ():
            parts = match[0].split()
            for size in range(2, min(6, len(parts)) + 1):
                for at in range(len(parts) - size + 1):
                    name = tuple(parts[at : at + size])
                    count[name] += 1
                    where.setdefault(name, passage)
    usual = [name for name, times in count.items() if times >= _USUAL]
    shapes: dict[tuple[int, int, tuple[str, ...]], list[tuple[str, ...]]] = {}
    for name in usual:
        for at in range(len(name)):
            shapes.setdefault((len(name), at, name[:at] + name[at + 1 :]), []).append(name)
    known = {_bare(part) for name in usual for part in name}
    told: set[tuple[str, str]] = set()
    for name, times in sorted(count.items(), key=lambda each: -len(each[0])):
        if times > _RARE or len(name) < 3:
            continue
        for at in range(len(name)):
            for other in shapes.get((len(name), at, name[:at] + name[at + 1 :]), ()):
                one, two = _bare(name[at]), _bare(other[at])
                if one in known or not _slip(one, two) or (one, two) in told:
                    continue
                told.add((one, two))
                yield subject.finding(
                    "party-misspelt",
                    f"“{' '.join(name)}” is elsewhere “{' '.join(other)}”",
                    where[name].clause,
                    " ".join(name),
                )


def _slip(one: str, two: str) -> bool:
    """Do two words differ by one slip of the pen, which is no plural or other ending?"""
    if one == two or min(len(one), len(two)) < 3 or one.isdigit() or two.isdigit():
        return False
    if one.rstrip("s") == two.rstrip("s") or one[:-1] == two or two[:-1] == one:
        return False
    if len(one) == len(two) <= 4 and sorted(one) != sorted(two):
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(one, two) == 1


def _acronyms(subject: Subject) -> Iterator[Finding]:
    """ "ABC Te Whare" here and "ABC" alone there: the form that is rarer, at its first place."""
    forms: dict[str, dict[bool, list[tuple[Passage, re.Match[str]]]]] = {}
    for passage in subject.prose:
        for match in _ACRONYM.finditer(passage.text) if _CAPITALS.search(passage.text) else ():
            forms.setdefault(match["short"], {}).setdefault(bool(match["more"]), []).append(
                (passage, match)
            )
    for short, by_form in forms.items():
        if len(by_form) < 2:
            continue
        rarer = min(by_form, key=lambda form: len(by_form[form]))
        passage, match = by_form[rarer][0]
        longer, found = by_form[True][0]
        name = _NAME.match(longer.text, found.start()) or found
        message = f"the party is called both “{short}” and “{name[0]}”"
        yield subject.quoting("party-named-variously", message, passage, *match.span())


def _offices(subject: Subject) -> Iterator[Finding]:
    for body, office in _OFFICES.items() if subject.is_terms else ():
        bodies = re.compile(rf"\b({_WORD}(?: {_WORD})* {body})\b")
        for passage in subject.prose:
            match = bodies.search(passage.text)
            if match and re.search(rf"\b{re.escape(match[1])}{office[len(body) :]}\b",
                                   subject.text):  # fmt: skip
                message = f"“{match[1]}” here, and “{match[1]}{office[len(body) :]}” elsewhere"
                yield subject.quoting("party-named-variously", message, passage, *match.span())
                break

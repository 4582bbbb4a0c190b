"""Words with a hyphen here and without there: a matter of style, or a hyphen that was lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from clausetrack.checks.subject import Passage, Subject
from clausetrack.model import Finding

GROUP = "wording"
WHY = {
    "hyphen-mixed": "A term written in two ways is found by a search for neither.",
    "hyphen-lost": "Two words ran together where a line was broken: text may be missing there too.",
}

_HYPHENED = re.compile(r"(?<![\w@./-])[^\W\d_]+(?:-[^\W\d_]+)+(?![\w@/-])")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
#: What may be written closed or with a hyphen, so that the closed form is no damage.
_PREFIXES = frozenset("pro co non pre multi sub inter semi post anti under over e tele".split())
#: Pairs that are two words: to resign and to re-sign.
_OTHER_WORDS = frozenset({"re", "un"})


def check(subject: Subject) -> Iterator[Finding]:
    hyphened = Counter(match[0].casefold() for match in _HYPHENED.finditer(subject.text))
    closed = {word.replace("-", ""): word for word in hyphened}
    pairs = {tuple(word.split("-")): word for word in hyphened if word.count("-") == 1}
    nouns = _nouns(subject, {word for word in hyphened if word.count("-") == 1})
    told: set[str] = set()
    for passage in subject.passages:
        words = list(_WORD.finditer(passage.text))
        for at, match in enumerate(words):
            word = match[0].casefold()
            joined = word.replace("-", "")
            if joined in closed and closed[joined] != word and joined not in told:
                whole = max((w for w in hyphened if w.replace("-", "") == joined),
                            key=lambda w: w.count("-"))  # fmt: skip
                lead = whole.split("-")[0]
                if whole == word or lead in _OTHER_WORDS:
                    continue
                told.add(joined)
                yield _finding(subject, passage, match, whole, lost=lead not in _PREFIXES)
            if "-" in word or at + 2 >= len(words):
                continue
            second, third = words[at + 1], words[at + 2]
            known = pairs.get((word, second[0].casefold()))
            if known is None or known in told or passage.text[match.end() : second.start()] != " ":
                continue
            if passage.text[second.end() : third.start()] == " " and (
                (known, _stem(third[0])) in nouns
            ):
                told.add(known)
                yield _finding(subject, passage, match, known, lost=False)


def _stem(word: str) -> str:
    return word.casefold().removesuffix("s")


def _nouns(subject: Subject, hyphened: set[str]) -> set[tuple[str, str]]:
    """The words that follow each hyphened one: "part-time teachers" gives (part-time, teacher)."""
    out = set()
    for match in re.finditer(r"(?<![\w-])([^\W\d_]+-[^\W\d_]+) ([^\W\d_]+)", subject.text):
        if match[1].casefold() in hyphened:
            out.add((match[1].casefold(), _stem(match[2])))
    return out


def _finding(
    subject: Subject, passage: Passage, match: re.Match[str], other: str, *, lost: bool
) -> Finding:
    quote = passage.around(match.start(), match.end())
    if lost:
        message = f"“{match[0]}” has lost a hyphen; elsewhere it is “{other}”"
        return subject.finding("hyphen-lost", message, passage.clause, quote)
    message = f"“{other}” is written here without its hyphen"
    return subject.finding("hyphen-mixed", message, passage.clause, quote)

"""Words with a hyphen here and without there: a matter of style, or a hyphen that was lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from clausetrack.checks.subject import Passage, Subject
from clausetrack.model import Finding

GROUP = "wording"
WHY = {
    "hyphen-mixed": "A term written in two ways is found by a search for neither.",
    "hyphen-lost": "Two words ran together where a line was broken: text may be missing there too.",
}

_HYPHENED = re.compile(r"(?<![\w@./-])[^\W\d_]+(?:-[^\W\d_]+)+(?![\w@/-])")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
#: To resign is not to re-sign.
_OTHER_WORDS = frozenset({"re", "un"})
#: What follows here is not what the pair of words describes.
_JOINING = frozenset(["", *"and or to of in on for by at from with as is are will may the a".split()])

_Place = tuple[Passage, int, int]


def check(subject: Subject) -> Iterator[Finding]:
    forms = {match[0].casefold() for match in _HYPHENED.finditer(subject.text)}
    if not forms:
        return
    yield from _joined(subject, forms)
    yield from _apart(subject, {form for form in forms if form.count("-") == 1})


def _joined(subject: Subject, forms: set[str]) -> Iterator[Finding]:
    """ "prorated" beside "pro-rated"; "faceto-face" beside "face-to-face"."""
    whole: dict[str, str] = {}
    for form in sorted(forms, key=lambda form: form.count("-")):
        whole[form.replace("-", "")] = form
    told: set[str] = set()
    for passage in subject.passages:
        for match in _WORD.finditer(passage.text):
            joined = match[0].casefold().replace("-", "")
            form = whole.get(joined)
            if form is None or joined in told or match[0].casefold() == form:
                continue
            lead = form.split("-")[0]
            if lead in _OTHER_WORDS:
                continue
            told.add(joined)
            quote = passage.around(match.start(), match.end())
            if "-" not in match[0]:
                message = f"“{match[0]}” is elsewhere “{form}”"
                yield subject.finding("hyphen-mixed", message, passage.clause, quote)
            else:
                message = f"“{match[0]}” has lost a hyphen; elsewhere it is “{form}”"
                yield subject.finding("hyphen-lost", message, passage.clause, quote)


def _apart(subject: Subject, forms: set[str]) -> Iterator[Finding]:
    """ "part time teachers" beside "part-time teachers": the form that is rarer, where it is first.

    Only before the same noun: a teacher works full time in a full-time position.
    """
    pairs = {tuple(form.split("-")): form for form in forms}
    uses: dict[tuple[str, str], tuple[list[_Place], list[_Place]]] = {}
    for passage in subject.passages:
        words = list(_WORD.finditer(passage.text))
        lower = [word[0].casefold() for word in words]
        for at, (one, two) in enumerate(pairwise(words)):
            if passage.text[one.end() : two.start()] != " ":
                continue
            after = lower[at + 2] if at + 2 < len(words) else ""
            if lower[at] in forms and lower[at + 1] not in _JOINING:
                uses.setdefault((lower[at], _stem(lower[at + 1])), ([], []))[0].append(
                    (passage, one.start(), two.end())
                )
            known = pairs.get((lower[at], lower[at + 1]))
            if known and after not in _JOINING and (
                passage.text[two.end() : words[at + 2].start()] == " "
            ):
                uses.setdefault((known, _stem(after)), ([], []))[1].append(
                    (passage, one.start(), words[at + 2].end())
                )
    told: set[str] = set()
    for (form, _), places in uses.items():
        if form in told or not all(places):
            continue
        told.add(form)
        passage, start, end = min(places, key=len)[0]
        yield subject.finding(
            "hyphen-mixed",
            f"“{passage.text[start:end]}” is written with and without the hyphen of “{form}”",
            passage.clause,
            passage.around(start, end),
        )


def _stem(word: str) -> str:
    return word.removesuffix("s")

"""Words with a hyphen here and without there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from clausetrack.checks.subject import Passage, Subject
from clausetrack.model import Finding

GROUP = "wording"
WHY = {
    "hyphen-mixed": "A term written in two ways is found by a search for neither.",
}

_SHORTEST = 5  # "a-d" is a range, and "x-ray" a word
_OWNS = re.compile("['’]")
#: To resign is not to re-sign.
_OTHER_WORDS = frozenset({"re", "un"})
#: What follows here is not what the pair of words describes.
_JOINING = frozenset(
    "and or to of in on for by at from with as is are will may the a".split()  # noqa: SIM905
)

#: More of these in one document are how it was put together, and one finding.
_MANY = 5

_Place = tuple[Passage, str]


def check(subject: Subject) -> Iterator[Finding]:
    forms = hyphened(subject)
    if not forms:
        return
    found = [
        *_closed(subject, forms),
        *_apart(subject, {form for form in forms if form.count("-") == 1}),
    ]
    if len(found) > _MANY:
        (_, first), *more = found
        words = ", ".join(f"“{printed}”" for printed, _ in more)
        yield replace(first, message=f"{first.message}; and {len(more)} more: {words}")
    else:
        yield from (told for _, told in found)


def hyphened(subject: Subject) -> set[str]:
    """The words with hyphens, in small letters."""
    return {
        word.casefold()
        for word in subject.words
        if "-" in word and len(word) >= _SHORTEST and not _OWNS.search(word)
    }


def _closed(subject: Subject, forms: set[str]) -> Iterator[tuple[str, Finding]]:
    """ "prorated" beside "pro-rated": each such word, and what is said of it."""
    whole = {form.replace("-", ""): form for form in sorted(forms)}
    told: set[str] = set()
    for word in subject.words:
        lower = word.casefold()
        form = whole.get(lower)
        if form is None or lower in told or form.split("-")[0] in _OTHER_WORDS:
            continue
        told.add(lower)
        passage, at = subject.first(word)
        quote = passage.around(at, at + len(word))
        message = f"“{word}” is elsewhere “{form}”"
        yield word, subject.finding("hyphen-mixed", message, passage.clause, quote)


def _apart(subject: Subject, forms: set[str]) -> Iterator[tuple[str, Finding]]:
    """ "part time teachers" beside "part-time teachers": the form that is rarer, where it is first.

    Only before the same noun: a teacher works full time in a full-time position.
    """
    pairs = {tuple(form.split("-")): form for form in forms}
    opening = {one for one, _ in pairs} | forms
    uses: dict[tuple[str, str], tuple[list[_Place], list[_Place]]] = {}
    printed_so = [*forms, *(form.replace("-", " ") for form in forms)]
    for passage in subject.passages:
        lower = passage.text.casefold()
        if not any(form in lower for form in printed_so):
            continue
        words = [word.casefold() for word in passage.words]
        for at, word in enumerate(words):
            if word not in opening:
                continue
            noun = at + 1 if word in forms else at + 2
            form = word if word in forms else pairs.get((word, "".join(words[at + 1 : noun])))
            if form is None or noun >= len(words) or words[noun] in _JOINING:
                continue
            printed = " ".join(passage.words[at : noun + 1])
            # "non- work related" was cut by a line: its hyphens are those of the line
            if printed in passage.text and f"- {printed}" not in passage.text:
                kept = uses.setdefault((form, words[noun].removesuffix("s")), ([], []))
                kept[word not in forms].append((passage, printed))
    told: set[str] = set()
    for (form, _), places in uses.items():
        if form in told or not all(places):
            continue
        told.add(form)
        passage, printed = min(places, key=len)[0]
        start = passage.text.index(printed)
        message = f"“{printed}” is written with and without the hyphen of “{form}”"
        quote = passage.around(start, start + len(printed))
        yield printed, subject.finding("hyphen-mixed", message, passage.clause, quote)

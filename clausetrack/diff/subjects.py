"""Whether two clauses that bear one number speak of one subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausetrack.diff.restated import meaning
from clausetrack.diff.sides import Side
from clausetrack.diff.similarity import terms

_SHARED = 0.5  # how much of the shorter of two wordings is enough to be one subject


def one_subject(old: Side, i: int, new: Side, j: int) -> bool:
    """Do two clauses share their heading, or else what they and all under them say?

    Where a heading is missing, or stands alone, the clause is what its number says: it may be
    written anew, or its number kept for later.
    """
    headings = [_words([side.clauses[at].heading_text]) for side, at in ((old, i), (new, j))]
    if not all(headings) or _shared(*headings) >= _SHARED:
        return True
    said = [_words(_said(side, at)) for side, at in ((old, i), (new, j))]
    return not all(said) or _shared(*said) >= _SHARED


def _said(side: Side, place: int) -> Iterator[str]:
    """The wording of a clause without its heading, and all that stands under it."""
    yield side.clauses[place].own_text
    for child in side.children[place]:
        yield side.contents[child]
        yield from _said(side, child)


def _words(texts: Iterable[str]) -> set[str]:
    return meaning(word for text in texts for word in terms(text))


def _shared(one: set[str], other: set[str]) -> float:
    return len(one & other) / min(len(one), len(other))

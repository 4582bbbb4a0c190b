"""Words relied on, found in the documents given and never copied from a record.

A record says where its words stand by an anchor, and which figures and dates stand with them.
Where a document does not bear that out, the record is stale: it was made from other words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import time

from clausetrack import values
from clausetrack.model import Clause, Document
from clausetrack.provisions.places import cited, named, under, under_item, version
from clausetrack.provisions.vocabulary import Place, Words

_ALIKE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-"})
#: "5pm", "5 pm", "5.30 p.m.", "17:00"
_TIME = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?\s?(?P<half>[ap])\.?m\b"
    r"|\b(?P<hour24>\d{2}):(?P<minute24>\d{2})\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words relied on: `text` verbatim, and the clause of the document that holds them."""

    words: Words
    text: str
    clause: Clause
    document: Document

    @property
    def place(self) -> str:
        """Where a reader finds them."""
        return cited(self.document, self.clause)


@dataclass(frozen=True, slots=True)
class Stale:
    """Words that the document does not hold as the record has them, and why."""

    words: Words
    why: str


def find(words: Words, documents: Iterable[Document]) -> Passage | Stale:
    """The passage in the first of the documents that holds it; there must be one document."""
    stale = None
    for document in documents:
        found = _find(words, document)
        if isinstance(found, Passage):
            return found
        stale = stale or found
    assert stale is not None
    return stale


def _find(words: Words, document: Document) -> Passage | Stale:
    anchor = _folded(words.anchor)
    holding = [
        clause for clause in _clauses(words.place, document) if anchor in _folded(clause.own_text)
    ]
    where = f"{version(document)} {document.kind}"
    if words.place:
        where += f", {named(words.place)}"
    if not holding:
        return Stale(words, f"{where}: no paragraph holds the words {words.anchor!r}")
    if len(holding) > 1:
        ids = ", ".join(clause.id for clause in holding)
        return Stale(words, f"{where}: several paragraphs ({ids}) hold {words.anchor!r}")
    text = holding[0].own_text
    written = {value.value for value in values.find(text)}
    hours = set(times(text))
    lacking = [f"${amount:,}" for amount in words.money if amount not in written]
    lacking += [str(day) for day in words.dates if day not in written]
    lacking += [f"{hour:%H:%M}" for hour in words.times if hour not in hours]
    if lacking:
        return Stale(words, f"{where}: {holding[0].id} does not hold {', '.join(lacking)}")
    return Passage(words, text, holding[0], document)


def _clauses(place: Place | None, document: Document) -> tuple[Clause, ...]:
    if place is None:
        return document.clauses
    if place.item:
        return under_item(document, place.item)
    return under(document, place.clause)


def times(text: str) -> Iterator[time]:
    for found in _TIME.finditer(text):
        if found["half"]:
            hour, minute = int(found["hour"]), int(found["minute"] or 0)
            if not 1 <= hour <= 12:
                continue
            hour = hour % 12 + (12 if found["half"] in "pP" else 0)
        else:
            hour, minute = int(found["hour24"]), int(found["minute24"])
        if hour < 24 and minute < 60:
            yield time(hour, minute)


def _folded(text: str) -> str:
    text = unicodedata.normalize("NFC", text).translate(_ALIKE).casefold()
    return re.sub(r"\s+", " ", text)

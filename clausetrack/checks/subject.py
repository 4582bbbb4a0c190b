"""A document under review, and what several rules look at in it: each worked out once."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property

from clausetrack import values
from clausetrack.errors import finding
from clausetrack.model import Clause, Document, Finding, Source
from clausetrack.rates import tables
from clausetrack.rates.places import Places
from clausetrack.rates.tables import TableReading
from clausetrack.references import Reference, references, texts
from clausetrack.settlement import Instructions
from clausetrack.term import Term, read_term

_SENTENCE_END = re.compile(r"[.!?][”\"’)]*\s+(?=[“\"‘(]?[A-ZĀĒĪŌŪ])")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SHOWN = 48


@dataclass(frozen=True, eq=False)
class Passage:
    """A text of a clause: its heading, its own text, or a cell ("cell 2,3")."""

    clause: Clause
    place: str
    text: str

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The sentences, split where a full stop is followed by a capital."""
        parts, at = [], 0
        for end in _SENTENCE_END.finditer(self.text):
            parts.append(self.text[at : end.start() + 1])
            at = end.end()
        parts.append(self.text[at:])
        return tuple(part for part in parts if part.strip())

    @cached_property
    def dates(self) -> tuple[values.Value, ...]:
        """The days that are written with their year, or in figures."""
        return tuple(values.dates(self.text))

    @cached_property
    def words(self) -> list[str]:
        """The words, those with hyphens and apostrophes in one."""
        return _WORD.findall(self.text)

    def around(self, start: int, end: int) -> str:
        """The words from `start` to `end` with a few before and after."""
        low, high = max(0, start - _SHOWN), min(len(self.text), end + _SHOWN)
        shown = " ".join(self.text[low:high].split())
        return f"{'…' if low else ''}{shown}{'…' if high < len(self.text) else ''}"


@dataclass(frozen=True)
class Subject:
    """A document under review; `amended` is the agreement that terms amend, where it is given."""

    document: Document
    amended: Subject | None = None

    @property
    def is_terms(self) -> bool:
        return self.document.kind == "terms"

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every text of the document with a word in it, in order."""
        return tuple(
            Passage(clause, place, text)
            for clause in self.document.clauses
            for place, text in texts(clause)
            if _LETTER.search(text)
        )

    @cached_property
    def prose(self) -> tuple[Passage, ...]:
        """The passages that are sentences: no headings and no cells."""
        return tuple(each for each in self.passages if each.place == "text")

    @cached_property
    def text(self) -> str:
        """All passages, one a line: what to search for whether a word occurs at all."""
        return "\n".join(each.text for each in self.passages)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Every word as it is printed, once, in the order in which they first stand."""
        printed = dict.fromkeys(self.text.split())  # each is looked into once
        return tuple(dict.fromkeys(word for each in printed for word in _WORD.findall(each)))

    def first(self, word: str) -> tuple[Passage, int]:
        """The first passage with a word of `words` in it, and where the word begins."""
        for passage in self.passages:
            if word in passage.text and word in passage.words:
                return passage, passage.text.index(word)
        raise ValueError(f"no passage holds {word!r}")

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        return references(self.document)

    @cached_property
    def instructions(self) -> Instructions:
        """What terms of settlement order; nothing for an agreement."""
        if not self.is_terms:
            return Instructions((), ())
        from clausetrack.amend.instructions import find

        return find(self.document)

    @cached_property
    def scales(self) -> tuple[tuple[Clause, str, TableReading], ...]:
        """The tables that hold rates, each with its clause and the text that introduces it."""
        places = Places(self.document, self.instructions if self.is_terms else None)
        return tuple(
            (clause, places.lead(clause), tables.read(clause, clause.table, places))
            for clause in self.document.clauses
            if clause.table is not None
        )

    @cached_property
    def term(self) -> Term | None:
        """From when to when the agreement is in force, where the document says so."""
        return read_term((each.clause, each.text) for each in self.passages)

    @cached_property
    def groups(self) -> dict[tuple[str | None, str | None], list[Clause]]:
        """The clauses under each parent, in order; the key is (fragment, parent)."""
        return values.grouped(self.document.clauses, lambda one: (one.fragment, one.parent))

    @cached_property
    def by_place(self) -> dict[tuple[str | None, str], Clause]:
        """The clauses by (fragment, ID)."""
        return {(clause.fragment, clause.id): clause for clause in self.document.clauses}

    @cached_property
    def _places(self) -> list[tuple[tuple[int, int, int], Clause]]:
        placed = [(_place(clause.source), clause) for clause in self.document.clauses]
        return sorted(
            ((place, clause) for place, clause in placed if place is not None),
            key=lambda each: each[0],
        )

    def at(self, source: Source | None) -> Clause | None:
        """The clause that stands at a place of the source: the last that begins before it ends."""
        place = _place(source) if source is not None else None
        if place is None:
            return None
        before = bisect_right(self._places, place, key=lambda each: each[0])
        return self._places[before - 1][1] if before else None

    def enters_agreement(self, clause: Clause) -> bool:
        """Is it a clause of an agreement, or wording that terms give for one?"""
        return clause.fragment is not None or not self.is_terms

    def item(self, clause: Clause) -> str:
        """The item of the terms that a clause stands in: its topmost ID in the body."""
        if clause.fragment is not None:
            return next((f.item for f in self.document.fragments if f.id == clause.fragment), "")
        return self.top(clause).id

    def top(self, clause: Clause) -> Clause:
        """The topmost clause above one, in its own ID space; itself where nothing is above."""
        seen = {clause.id}
        while clause.parent is not None and clause.parent not in seen:
            above = self.by_place.get((clause.fragment, clause.parent))
            if above is None:
                break
            seen.add(above.id)
            clause = above
        return clause

    def finding(
        self,
        code: str,
        message: str,
        clause: Clause | None,
        quote: str = "",
        severity: str = "",
    ) -> Finding:
        """A finding at a clause; its severity is the code's unless a rule lowers it."""
        where = clause.id if clause is not None else ""
        source = clause.source if clause is not None else Source(file=self.document.file)
        found = finding(code, message, where, source, quote)
        return replace(found, severity=severity) if severity else found

    def citing(self, reference: Reference) -> Clause | None:
        """The clause in which a reference stands."""
        return self.by_place.get((reference.fragment, reference.clause))

    def quoting(self, code: str, message: str, passage: Passage, start: int, end: int) -> Finding:
        """A finding at the clause of a passage, with the words there from `start` to `end`."""
        return self.finding(code, message, passage.clause, passage.around(start, end))


def _place(source: Source) -> tuple[int, int, int] | None:
    """Where in its file something stands, as something to sort by."""
    if source.line is None and source.paragraph is None:
        return None
    return (source.page or 0, source.line or 0, source.paragraph or 0)

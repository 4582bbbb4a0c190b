"""What the terms print behind the wording of an order that is no wording, no order and no remark.

Every paragraph of an item is put into the agreement, read as an order, or listed as what stays in
the terms. What is none of these is told here, by where it stands and not by how it was read: an
order behind whose wording such text stands may have been given only half of its wording.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from clausetrack.amend.passages import Passage, items
from clausetrack.amend.splitting import split
from clausetrack.errors import FINDINGS
from clausetrack.model import Clause, Document, Finding, Line, Source
from clausetrack.segment.labels import classify
from clausetrack.segment.wording import is_prose
from clausetrack.settlement import Amendment, TermsOnly

_TITLES = 2  # lines that may stand over an order
_SHOWN = 80  # characters of a paragraph by which a reader knows it


@dataclass(frozen=True, slots=True)
class Left:
    """A paragraph that is used nowhere, and the amendments whose wording it stands behind."""

    clause: Clause
    amendments: tuple[str, ...]

    @property
    def text(self) -> str:
        rows = self.clause.table.texts if self.clause.table else []
        return self.clause.printed or " ".join(cell for row in rows for cell in row)

    @property
    def finding(self) -> Finding:
        code = "wording-unused"
        message = f"the terms print “{shown(self.text)}” behind the wording of an order, and " \
                  "nothing takes it up"  # fmt: skip
        return Finding(code, FINDINGS[code], message, "", self.clause.source, self.text[:_SHOWN])


def left(
    terms: Document,
    amendments: Sequence[Amendment],
    terms_only: Iterable[TermsOnly],
    findings: Iterable[Finding],
) -> Iterator[Left]:
    """The paragraphs behind the wording of orders that are accounted for by none of the others."""
    ordering = {one.source for one in amendments}
    told = ordering | {one.source for one in terms_only} | {one.source for one in findings}
    kept: dict[str, list[str]] = {}
    for one in terms_only:
        kept.setdefault(one.item, []).append(one.text)
    bound: dict[str, list[str]] = {}
    for each in amendments:
        if each.fragment is not None:
            bound.setdefault(each.fragment, []).append(each.id)
    read = [(item, passages) for item, passages, _ in items(terms)]
    for item, passages in read:
        whole = "\n".join(kept.get(item.id, ()))
        ends = _ends(passages, ordering, last=item is read[-1][0])
        printed: tuple[Clause, ...] = ()  # the wording that a passage stands behind
        for passage, end in zip(passages, ends, strict=True):
            if passage.fragment is not None:
                printed = terms.fragment(passage.fragment)
                continue
            printed = () if passage.clause.source in ordering else printed
            if not printed or _is_theirs(passage, printed):
                continue
            if end and not _opens(printed[-1]):
                continue
            owners = tuple(bound.get(printed[0].fragment or "", ()))
            for clause in (passage.clause, *passage.under):
                listed = clause.printed in whole or all(
                    sentence in whole for sentence in split(clause.own_text) or [clause.printed]
                )
                if clause.source not in told and not listed:
                    yield Left(clause, owners)


def _ends(passages: Sequence[Passage], ordering: set[Source], *, last: bool) -> list[bool]:
    """For each passage, is it a title over the next order, or over the next item?

    Two such lines may stand there ("Part B" and "Pay"); more are no titles.
    """
    out: list[bool] = []
    over = 0 if last else _TITLES
    for passage in reversed(passages):
        titled = passage.fragment is None and not passage.under and _may_be_title(passage.clause)
        over = over - 1 if titled else 0
        out.append(over >= 0 and titled)
        if passage.clause.source in ordering:
            over = _TITLES
    return out[::-1]


def _may_be_title(clause: Clause) -> bool:
    if clause.kind == "heading":
        return clause.heading_text.strip()[:1].isupper()
    return clause.kind == "text" and classify(Line(clause.text, clause.source)).kind == "division"


def _opens(clause: Clause) -> bool:
    """Does wording break off with a clause, so that more of it has to follow?"""
    return clause.printed.rstrip().endswith((":", ",", "–", "—"))


def _is_theirs(passage: Passage, printed: Sequence[Clause]) -> bool:
    """Does a paragraph speak as the terms do, or behind a table that is all the wording?"""
    text, heading = passage.clause.own_text, passage.clause.heading_text
    if passage.clause.kind not in {"text", "heading"} or passage.clause.number:
        return False
    tables = bool(text) and all(one.kind == "table" for one in printed)
    return tables or is_prose(text or heading)


def shown(text: str) -> str:
    """The first words of a text, by which a reader knows it."""
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rpartition(' ')[0]} …"

"""The state of reading terms of settlement, and what of a piece it says: is it quoted wording?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from clausetrack import numbering
from clausetrack.model import Clause, Finding, Fragment
from clausetrack.segment import blocks, moves, wording
from clausetrack.segment.belonging import counts_on, placed
from clausetrack.segment.labels import Piece
from clausetrack.segment.quotes import OPENING, Quotes
from clausetrack.segment.tree import Branch
from clausetrack.segment.wording import Lead, masked

_NEAR = 8  # pieces behind a paragraph, and clauses before it, that say whether wording goes on


@dataclass
class Terms:
    """The state of reading terms: the body, the open fragment, and the words that led here.

    `marker` is the last decimal marker of the item's own ("2.1"), `listed` the clause that a list
    of orders is on, `lettered` that the item has a list of its own ("(a)"), `bulleted`
    that the bullets below the line that led here are the terms' own.
    """

    numbered: bool
    body: Branch = field(default_factory=Branch)
    fragments: list[Fragment] = field(default_factory=list)
    branches: list[Branch] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    quotes: Quotes = field(default_factory=Quotes)
    item: str | None = None
    heading: str = ""
    last: int = 0
    lead: Lead = field(default_factory=Lead)
    leads: list[str] = field(default_factory=list)
    open: Branch | None = None
    marker: str = ""
    listed: str | None = None
    lettered: bool = False
    bulleted: bool = False
    #: How the piece was set that the item began with.
    set_like: tuple[str, str, int] | None = None

    @property
    def findings(self) -> list[Finding]:
        return [finding for branch in (self.body, *self.branches) for finding in branch.findings]


def is_quoted(terms: Terms, piece: Piece, after: Sequence[Piece]) -> bool:
    """Does a piece belong to wording for the agreement? `after` are those behind it in its item."""
    if terms.item is None:
        return False
    if terms.open is not None and terms.quotes.closing:
        return True  # between the marks all is wording
    if piece.kind == "table":
        return _is_quoted_table(terms, piece)
    within = in_part(terms.open)
    behind_table = terms.open is not None and terms.open.clauses[-1].kind == "table"
    opened = terms.open is not None and (within or not behind_table)
    labelled = piece.kind in {"decimal", "letter", "integer", "bullet"}
    if labelled and moves.is_own(piece.text, terms.lead, (terms.leads or [""])[-1]):
        return False
    if piece.kind == "letter" and terms.lettered and wording.is_order(piece.text):
        return False
    if piece.kind == "decimal":
        return within or _is_cited(terms, piece.id)
    if piece.kind == "section":
        within = terms.open is not None and (terms.open.division or "").startswith("Article ")
        # "Section 2: Matters outside the agreement" is a title of the terms
        opened = within and piece.text.rstrip().endswith((".", ";", ":"))
        return opened or (terms.lead.opens and (terms.lead.target or "").startswith("Article "))
    if piece.kind == "division":
        return terms.lead.opens or (terms.lead.orders and terms.lead.target == piece.id)
    if piece.kind in {"letter", "integer"}:
        return opened or (not terms.lead.own_list and (terms.lead.opens or terms.lead.labelled))
    if piece.kind == "bullet":
        # "the rate increases from 62 cents to 83 cents" describes a change: it is not its wording.
        given = terms.lead.opens and not terms.bulleted
        return opened or (given and not wording.ORDER.search(piece.text))
    if piece.kind == "note":
        return opened or terms.lead.opens
    if piece.kind != "plain":
        return False
    if within and terms.open is not None and len(terms.open.clauses) == 1 and not piece.heading:
        return True  # a Part or Schedule holds more than its heading
    if opened and led(piece.text):
        return False
    given = wording.is_duty(piece.text) and (within or (terms.lead.opens and not opened))
    more = opened and not wording.orders(piece.text) and _goes_on(terms, after)
    if wording.is_prose(piece.text) and not (given or more):
        return False
    if piece.heading and within:
        return bool(after) and not wording.is_order(after[0].text)
    if blocks.is_line(piece.text):
        return False
    if piece.heading:
        # A heading stands in the wording where numbered wording follows it.
        for following in after[:2]:
            if following.kind == "decimal":
                return _is_cited(terms, following.id)
        return False
    if opened and terms.quotes.closed and not piece.text.startswith(OPENING):
        return False  # behind the mark that closes the wording
    return opened or terms.lead.opens


def in_part(branch: Branch | None) -> bool:
    """Is the wording that is open a whole Part or Schedule? All that it prints is its own."""
    return branch is not None and bool(branch.clauses) and branch.clauses[0].kind == "part"


def _goes_on(terms: Terms, after: Sequence[Piece]) -> bool:
    """Does more of the wording that is open follow: its (b) behind (a), its 3.2 behind 3.1?"""
    labelled = [one for one in terms.open.clauses[-_NEAR:] if one.number] if terms.open else []
    for piece in after[:_NEAR]:
        if piece.kind == "plain" and not led(piece.text):
            continue
        if piece.kind == "decimal" and terms.open is not None:
            return piece.id != _next(terms.marker) and counts_on(piece.id, terms.open.unit)
        letters = [one for one in labelled if one.number.endswith(")")][-1:]
        return piece.kind in {"letter", "integer"} and any(
            f"({piece.id})" == _next(one.number) for one in letters
        )
    return False


def _next(label: str) -> str:
    """The label that follows "(a)" or "3.1"; "" where none can."""
    try:
        return str(numbering.parse(label).next) if label else ""
    except ValueError:
        return ""


def _is_cited(terms: Terms, number: str) -> bool:
    """Is a number that of a clause which the item amends, not a marker of the item's own?"""
    if terms.marker and number == str(numbering.parse(terms.marker).next):
        return False
    if terms.open is not None and counts_on(number, terms.open.unit):
        return True
    first = numbering.parse(number).numbers[0]
    for text in reversed(terms.leads):
        found = wording.lead(text, terms.heading)
        if not found.orders:
            continue
        if found.target is None:
            return found.opens
        aim = numbering.parse(found.target)
        own = numbering.parse(placed(number, found.target))
        related = (
            own.within(aim)
            or aim.within(own)
            or (bool(aim.division) and own.numbers[0] == aim.division.rpartition(" ")[2])
        )
        next_to = found.opens and own == aim.next  # "After clause 2.3 insert:", and 2.4
        if related or _cites(text, number) or (found.opens and first != terms.item) or next_to:
            return True
    return first != terms.item and bool(terms.leads) and terms.lead.opens


def _is_quoted_table(terms: Terms, piece: Piece) -> bool:
    """Is a table the clause's own: with a caption, or called the table by the words above it?"""
    ordered = any(wording.ORDER.search(text) for text in terms.leads) or not terms.leads
    if terms.open is not None and terms.open.clauses and terms.open.clauses[-1].kind != "table":
        return True
    named = any(re.search(r"\b(?:table|rows?)\b", text, re.I) for text in terms.leads)
    return ordered and (named or bool(piece.caption) or _is_opened(terms, piece))


def _is_opened(terms: Terms, piece: Piece) -> bool:
    """Does a table follow "the rates in Schedule A will increase as follows:" at once?

    Or "… are replaced with the following:".

    Not one that names clauses: it is a list of changes.
    """
    led = terms.leads[-1] if terms.leads else ""
    names = [row[0] for row in piece.table.texts if row] if piece.table else []
    opens = moves.increased(led) or moves.retabled(led)
    return bool(opens) and not any(map(moves.names_clause, names))


def led(text: str) -> bool:
    found = wording.lead(text)
    return found.orders and (found.target is not None or found.opens)


def _cites(text: str, number: str) -> bool:
    """Do the words of the terms, outside quotation marks, print that very number?"""
    return bool(re.search(rf"(?<![\w.$]){re.escape(number)}(?![\w(%]|\.\d)", masked(text)))

"""What the terms print beside their paragraphs, or drawn through, and what it does to the orders.

A note or a comment may say for whom an order is, and a page header that nothing is agreed: what it
is said of waits for a person. So do an order and wording with words that are struck out or hidden
by their format alone, which the reader of the file takes for text. What orders something in such a
place is listed, and is not carried out; the rest is listed among what stays in the terms.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace

from clausetrack import reasons
from clausetrack.amend.accounted import shown
from clausetrack.amend.held import under_title
from clausetrack.amend.naming import names_of
from clausetrack.amend.sentences import Sentence, parse
from clausetrack.amend.splitting import split
from clausetrack.amend.unread import looks_ordered
from clausetrack.model import Clause, Document, LeftOut, Source
from clausetrack.segment.wording import target
from clausetrack.settlement import UNREAD, Amendment, TermsOnly

_NOTES = (*reasons.NOTES, reasons.COMMENT)
#: The sign of a note in its paragraph, and what names it where its words stand.
_MARKS = (reasons.FOOTNOTE_MARK, reasons.RAISED_MARK)
_NAME = reasons.FOOTNOTE_NAME
_PAGES = (reasons.HEADER, reasons.FOOTER)
_PLACES = (*_NOTES, reasons.TEXT_BOX, *_PAGES)
#: Words that are read as text, and that a reader of the print takes otherwise.
_UNLIKE = {"text-struck-out": "struck out", "text-hidden": "hidden"}
_PAGE_NUMBER = re.compile(r"\W*page\W*\d*\W*(?:of\W*\d*\W*)?", re.I)
#: What may be of the order over it.
_ENTRIES = ("bullet", "paragraph", "note", "clause")
_BEGINS = ("item", "heading", "text")  # an item, or what stands in none
_NEAR = 2  # characters behind which the mark of a note stands
_STAMP = 16  # words that a text box or a note says of all the terms
_DECIDE = "a person must decide"
_Place = tuple[str, str, int | None, int | None, int | None]


def hold(terms: Document, amendments: Sequence[Amendment]) -> list[Amendment]:
    """The amendments, those held that something beside their paragraphs, or their format, is of."""
    said = _page(terms)
    by_place = _by_place(terms)
    if not (said or by_place):
        return list(amendments)
    bodies = {one.source: one for one in terms.body.values()}
    ordering = {one.source for one in amendments}
    under: dict[str | None, list[Clause]] = {}
    for clause in bodies.values():
        if clause.source not in ordering:
            under.setdefault(clause.parent, []).append(clause)
    out = []
    for one in amendments:
        reason = said
        for clause in () if reason else _clauses(terms, bodies, under, one):
            reason = next(_said_at(clause, by_place), "")
            if reason:
                break
        free = one.held in {"", UNREAD}
        out.append(replace(one, held=reason) if reason and free else one)
    return out


def passages(terms: Document) -> Iterator[Amendment | TermsOnly]:
    """What stands beside the paragraphs: orders, which are held, and what stays in the terms."""
    counts: dict[str, int] = {}
    told: set[tuple[str, str]] = set()
    for left in terms.left_out:
        text = " ".join(left.text.split())
        empty = _PAGE_NUMBER.fullmatch(text) or not any(map(str.isalpha, text))
        if left.why not in _PLACES or (left.why, text) in told or empty:
            continue
        told.add((left.why, text))
        name = left.why.split(" ", 2)[2]
        counts[name] = counts.get(name, 0) + 1
        item = f"{name} {counts[name]}"
        sentences = [*map(parse, split(text))]
        orders = [one for one in sentences if one.orders or looks_ordered(one)]
        if rest := [one.text for one in sentences if one not in orders]:
            yield TermsOnly(item, " ".join(rest), left.source)
        for number, one in enumerate(orders, 1):
            yield _listed(f"{item}#{number}", item, one, left)


def struck(terms: Document, amendments: Sequence[Amendment]) -> Iterator[Amendment]:
    """The clauses that an item prints with words struck out, and that no order of it takes up.

    "4.3 Bereavement leave is ~~three~~ five days" orders a change by its format alone.
    """
    ordering = {one.source for one in amendments}
    item: Clause | None = None
    by_place = _by_place(terms, notes=False)
    for clause in terms.clauses if by_place else ():
        if clause.fragment is None and clause.parent is None and clause.kind in _BEGINS:
            item = clause if clause.kind == "item" else None
        if item is None or clause.fragment is not None or clause.source in ordering:
            continue
        number = clause.number.strip(".")
        own = number.partition(".")[0] == item.number
        aim = target(item.heading_text) if own or "." not in number else number
        said = next(_said_at(clause, by_place), "")
        if aim and said:
            text = clause.own_text if clause is item else clause.printed
            yield Amendment("", item.id, "substitution", aim, "described", text,
                            source=clause.source, held=said)  # fmt: skip


def _listed(name: str, item: str, sentence: Sentence, left: LeftOut) -> Amendment:
    order = sentence.orders[0] if sentence.orders else None
    named = (*(order.targets if order else ()), *sentence.cited)
    return Amendment(
        name,
        item,
        order.action if order else "substitution",
        named[0] if named else None,
        "described",
        sentence.text,
        source=left.source,
        held=f"it stands {left.why} of the terms: {_DECIDE}",
    )


def _page(terms: Document) -> str:
    """Why nothing is carried out where the pages are headed as no settlement; "" where not.

    A text box may be such a stamp, and a note on the title say so.
    """
    names = names_of(terms)
    titles = {_place(one.source) for one in terms.clauses if one.kind == "heading"}
    for left in terms.left_out:
        stamp = left.why in _PAGES or (left.why in _PLACES and len(left.text.split()) < _STAMP)
        apart = all(_place(at) in titles for at in left.at)  # what has a note of its own is held
        if stamp and apart and under_title(left.text, names):
            return f"“{shown(left.text)}” stands {left.why} of the terms: {_DECIDE}"
    return ""


def _by_place(terms: Document, *, notes: bool = True) -> dict[_Place, list[tuple[int, str]]]:
    """For each paragraph, what is said of it beside it, or which of its words are struck out.

    Each has the place in its line that it is said at.
    """
    out: dict[_Place, list[tuple[int, str]]] = {}
    for found in terms.findings:
        if found.code in _UNLIKE and found.source is not None:
            said = f"the terms print “{shown(found.quote)}” {_UNLIKE[found.code]}: {_DECIDE}"
            out.setdefault(_place(found.source), []).append((found.source.start, said))
    left_out = terms.left_out if notes else ()
    names = {left.text.strip(" :"): left.source for left in left_out if left.why == _NAME}
    notes_at = {_place(left.source): left for left in left_out if left.why in _NOTES}
    for left in left_out:
        if left.why in _NOTES:
            for at in left.at:
                out.setdefault(_place(at), []).append((0, _noted(left)))
        elif left.why in _MARKS:
            named = names.get(left.text.strip())
            note = notes_at.get(_place(named)) if named else None
            said = f"the terms print “{left.text.strip()}” on it, {left.why}: {_DECIDE}"
            said = _noted(note) if note else said
            out.setdefault(_place(left.source), []).append((left.source.start, said))
    return out


def _noted(note: LeftOut) -> str:
    return f"the terms say “{shown(note.text)}” {note.why} on it: {_DECIDE}"


def _clauses(
    terms: Document,
    bodies: dict[Source, Clause],
    under: dict[str | None, list[Clause]],
    amendment: Amendment,
) -> Iterator[Clause]:
    """The paragraph of an order, those that it stands under or leads into, and its wording.

    `under` has what orders nothing by itself.
    """
    clause = here = bodies.get(amendment.source)
    while clause is not None:
        yield clause
        clause = terms.body.get(clause.parent or "")
    below = [*under.get(here.id, ())] if here is not None and here.kind != "heading" else []
    while below:
        one = below.pop()
        if one.kind in _ENTRIES:
            yield one
            below += under.get(one.id, ())
    yield from terms.fragment(amendment.fragment or "")


def _said_at(
    clause: Clause, by_place: dict[_Place, list[tuple[int, str]]]
) -> Iterator[str]:
    """What is said of a clause beside its paragraphs, or of words of it that are struck out."""
    for at, first, last in _places(clause):
        yield from (said for start, said in by_place.get(at, ()) if first <= start <= last)


def _places(clause: Clause) -> Iterator[tuple[_Place, int, int]]:
    """Where a clause stands: each paragraph of it, and each line from where to where.

    A line of a page on the web may hold all of its paragraphs.
    """
    spans: dict[_Place, tuple[int, int]] = {}
    runs = [run.source for run in clause.runs if run.source is not None]
    for source in runs or [clause.source]:
        first, last = spans.get(_place(source), (source.start, source.end))
        spans[_place(source)] = min(first, source.start), max(last, source.end)
    for at, (first, last) in spans.items():
        alone = at[3] is None or not runs
        yield (at, 0, sys.maxsize) if alone else (at, first, last + _NEAR)


def _place(source: Source) -> _Place:
    return source.file, source.part, source.paragraph, source.line, source.page

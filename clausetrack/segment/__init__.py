"""Lines -> the clause tree of an agreement, or of terms of settlement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from clausetrack import agreements
from clausetrack.errors import NotAnAgreement
from clausetrack.model import Clause, Document, Finding, Line, Reading
from clausetrack.segment import abreast, apart, body, lettered, named, repair, tables
from clausetrack.segment.labels import (
    BEGINS,
    COMMAND,
    Piece,
    classify,
    with_children,
    without_leads,
)
from clausetrack.segment.located import located

_TERMS = re.compile(
    r"\b(?:terms|memorandum|heads|offer|deed) of (?:settlement|variation)\b|\bsettlement terms\b",
    re.I,
)

#: A title that other documents may have, too: it is that of terms where something is ordered.
_OFFERS = re.compile(
    r"^\W*(?:the )?(?:(?:final|revised|employer|settlement|bargaining)(?:[’']?s)? )*offer\b"
    r"|\b(?:letter of offer|offer letter|(?:bargaining|settlement) (?:outcome|offer|package))\b"
    r"|^\W*(?:agreed |proposed )?variation (?:to|of|no\b)|\bbargaining settlement\b"
    r"|^\W*(?:memorandum|minutes?|heads) of agreement\b|^\W*agreed (?:changes|amendments)\b",
    re.I,
)
#: "Rates in Schedule A increase as follows:" is no caption.
_LEADS = re.compile(r"\b(?:as follows|below|following)\b[^:]{0,60}:\s*$")
#: A title in whatever letters: "HARBOUR COLLECTIVE AGREEMENT 2025-27".
_TITLED = re.compile(
    r"\bcollective\s+(?:employment\s+)?agreement\b(?:[\s,(]*\d{4}[^a-z]*(?:to\s*\d{4}\W*)?)?\Z",
    re.I,
)
_LONG_TITLE = 120  # characters
_TITLE_LINES = 3
_TOP = 12  # pieces at the top of a document that say what it is
#: "These terms of settlement amend the Harbour Collective Agreement 2023-25."
_AMENDS = re.compile(
    rf"\b(?:amend|var(?:y|ie)|renew|replace|supersede)(?:s|d|ing)?\b[^.;:]{{0,20}}?"
    rf"{agreements.NAME.pattern}"
)
#: The headings of a table of changes, and the most numbered pieces of terms for each that orders.
_CHANGES = re.compile(r"\b(?:new|agreed|proposed|replace\w*|changes?|amend\w*)\b", re.I)
_FEW = 8


def build(reading: Reading, *, any_text: bool = False, as_terms: bool = False) -> Document:
    """The document that the lines of a reading make.

    Raises NotAnAgreement where they are neither an agreement nor terms of settlement: nothing in
    them is numbered and nothing calls itself one; with `any_text` that is no matter. With
    `as_terms` they were given as terms, and are those whatever they are called if they order much.
    """
    lines, stacked = apart.joined(reading.lines)
    lines, findings = repair.rejoin(lines)
    findings += stacked
    pieces, more = _pieces(lines)
    findings += more
    pieces = repair.settle_rings(repair.settle_capitals(repair.settle_misprints(pieces)))
    pieces = apart.in_series(pieces)
    pieces, more = repair.restore_labels(pieces)
    findings += more
    is_terms = _is_terms(pieces) or (as_terms and _orders_much(pieces))
    if not is_terms:
        pieces, more = named.settled(pieces)
        findings += more
        pieces = lettered.settled(pieces)
    pieces = _captioned(pieces)
    agreement, version, title = _names(lines, is_terms)
    if not any_text:
        _require_agreement(reading, pieces, bool(agreement) or is_terms, is_terms)
    if is_terms:
        from clausetrack.segment import articles, quoted

        terms = quoted.build(spoken := articles.in_clauses(pieces))
        clauses, fragments = articles.as_printed(terms.clauses), tuple(terms.fragments)
        findings += articles.quoted(terms.findings, pieces, spoken)
        markup = (*reading.markup, *terms.quotes.found)
    else:
        branch = body.build(pieces)
        clauses, fragments, markup = branch.clauses, (), reading.markup
        findings += branch.findings
    return Document(
        "terms" if is_terms else "agreement",
        agreement,
        title,
        version,
        _keyed(clauses, version),
        fragments,
        reading.left_out,
        markup,
        (*located(reading.findings, clauses), *findings),
        reading.read,
        reading.file,
        reading.pictures,
    )


def _is_terms(pieces: Sequence[Piece]) -> bool:
    """Do the headings at the top say so, or the first words where they name no agreement?"""
    top = [piece for piece in pieces[:_TOP] if piece.kind == "plain"]
    headings = [piece.text for piece in top[:4] if piece.heading]
    if any(_TERMS.search(text) for text in headings):
        return True
    if any(_OFFERS.search(piece.text) for piece in top[:4]) and _orders(pieces):
        return True
    if any(agreements.NAME.search(text) for text in headings):
        return False
    said = [piece.text for piece in top[:4] if _TERMS.search(piece.text)]
    # An agreement may tell of the terms that it came from.
    return any(len(text) < _LONG_TITLE for text in said) or (bool(said) and _orders(pieces))


def _pieces(lines: Sequence[Line]) -> tuple[list[Piece], list[Finding]]:
    """The lines as pieces, rows gathered into tables, and the line above a table as its caption."""
    pieces: list[Piece] = []
    findings: list[Finding] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if line.cells is None:
            if line.text.strip() or line.label:
                pieces.append(classify(line))
            at += 1
            continue
        end = at
        while end < len(lines) and lines[end].cells is not None and lines[end].table == line.table:
            end += 1
        table, odd = tables.build(lines[at:end])
        findings += odd
        caption = None
        if pieces and _is_caption(pieces) and not _may_be_number(pieces[-1].text):
            caption = pieces.pop()
        pieces.append(_under(caption, Piece("table", line, table=table)))
        at = end
    return abreast.parted(without_leads(with_children(pieces))), findings


def _may_be_number(text: str) -> bool:
    """May a line be the heading of a clause by a number that the whole document has to prove?"""
    return lettered.may_be_number(text) or named.may_be_number(text)


def _captioned(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, those over a table that turned out to have no number as its caption."""
    out: list[Piece] = []
    for piece in pieces:
        open_ = piece.kind == "table" and not piece.caption and out and _is_caption(out)
        caption = out.pop() if open_ and _may_be_number(out[-1].text) else None
        out.append(_under(caption, piece))
    return out


def _under(caption: Piece | None, table: Piece) -> Piece:
    return table._replace(line=caption.line, caption=caption.runs) if caption else table


def _is_caption(pieces: Sequence[Piece]) -> bool:
    """Is the last piece a heading that belongs to the table after it?"""
    last = pieces[-1]
    if _is_order(last):
        return False
    if last.kind != "plain" or not last.heading or last.line.style in {"title", "heading"}:
        return False
    return last.text.strip() != "" and len(pieces) > 1


def _is_order(piece: Piece) -> bool:
    """Does it order an amendment? What reads orders is imported where one may be."""
    command = bool(COMMAND.match(piece.text))
    if not command and not _LEADS.search(piece.text):
        return False
    from clausetrack.segment import moves, wording

    if not command:
        return moves.increased(piece.text) is not None
    return wording.is_order(piece.text)


def _orders(pieces: Sequence[Piece]) -> bool:
    """Do any pieces of terms order something, behind a label or in a table perhaps?"""
    from clausetrack.segment import items, wording

    texts = [piece.text for piece in items.settled(pieces)[0]]
    tables = [piece.table.texts for piece in pieces if piece.table]
    cells = (cell for rows in tables for row in rows for cell in row)
    return any(map(_lists_clauses, tables)) or any(map(wording.is_order, (*texts, *cells)))


def _orders_much(pieces: Sequence[Piece]) -> bool:
    """Do so many pieces order something, or a table of changes, that this is no agreement?

    An agreement orders nothing of its own clauses, and may hold a table that lists them.
    """
    from clausetrack.segment import items, wording

    settled = items.settled(pieces)[0]
    cells = [cell for one in pieces if one.table for row in one.table.texts for cell in row]
    orders = sum(map(wording.is_order, (*(one.text for one in settled), *cells)))
    tables = [one.table.texts for one in pieces if one.table]
    orders += sum(_lists_clauses(rows) and _CHANGES.search(" ".join(rows[0])) is not None
                  for rows in tables)  # fmt: skip
    return orders > 0 and orders * _FEW >= sum(one.id != "" for one in settled)


def _moves_figures(pieces: Sequence[Piece]) -> bool:
    """Do any pieces under a heading say what a figure goes to?"""
    from clausetrack.segment.told import moves_figure

    return any(above.heading and piece.kind == "plain" and moves_figure(piece.text)
               for above, piece in pairwise(pieces))  # fmt: skip


def _says_what_it_amends(pieces: Sequence[Piece]) -> bool:
    """Is the title that of terms, and does one of the first paragraphs name what they amend?"""
    top = [piece.text.strip() for piece in pieces[:_TOP] if piece.kind == "plain"]
    titled = any(_TERMS.match(re.sub(r"^\W*(?:the )?", "", text)) for text in top[:_TITLE_LINES])
    return titled and any(map(_AMENDS.search, top))


def _lists_clauses(rows: Sequence[Sequence[str]]) -> bool:
    """Is a table one of changes: clauses by their numbers, and behind them what they say?

    Before them may be the numbers of its rows.
    """
    from clausetrack.segment.wording import CITATION

    heads = r"\W*(?:clause|article|section|provision|reference)s?\b"
    at = [re.match(heads, cell, re.I) is not None for cell in rows[0][:2]] if rows else []
    where = at.index(True) if any(at) else len(rows[0]) if rows else 0
    cells = [row[where].strip() for row in rows[1:] if where < len(row)]
    cited = rf"(?:clause |article )?{CITATION}\W*"
    return any(re.fullmatch(cited, one, re.I) for one in cells) and len(rows[0]) > where + 1


def _names(lines: Sequence[Line], is_terms: bool) -> tuple[str, str, str]:
    """The short name of the agreement, its years as "2025-27", and the document's title."""
    texts = [line.text for line in lines if line.text.strip()]
    title = re.sub(r"\s+", " ", texts[0]).strip() if texts else ""
    best: re.Match[str] | None = None
    for text in texts[: 40 if is_terms else 12]:
        for found in agreements.NAME.finditer(text):
            if best is None or (found["from"] and not best["from"]):
                best = found
    if best is None:
        return "", "", title
    version = f"{best['from']}-{best['to'][-2:]}" if best["from"] else ""
    return agreements.short(best), version, title


def _require_agreement(
    reading: Reading, pieces: Sequence[Piece], named: bool, is_terms: bool
) -> None:
    numbered = sum(
        piece.kind in BEGINS
        or (piece.kind == "integer" and piece.dotted)
        for piece in pieces
    )
    # Terms may have no numbers of their own where they order something, or say what they amend.
    says = (_orders, _moves_figures, _says_what_it_amends)
    orders = is_terms and any(each(pieces) for each in says)
    titled = [line.text for line in reading.lines if line.text.strip()][:_TITLE_LINES]
    enough = 2 if any(_TITLED.search(text) for text in titled) else 3
    if (numbered == 0 and not orders) or (not named and numbered < enough):
        few = ("no number of a clause", "only one number of a clause")
        read = few[numbered] if numbered < len(few) else f"only {numbered} numbers of clauses"
        raise NotAnAgreement(
            f"{reading.file or 'the input'} is not an agreement: {read} can be read "
            "in it (at the head of a line, as “1.”, “1.1”, “Article 1”, “Section 1.” or “Rule 1.” "
            "stands), and it is not terms of settlement; give the agreement or the terms themselves"
        )


def _keyed(clauses: list[Clause], version: str) -> tuple[Clause, ...]:
    """The clauses of a body with their permanent keys: the ID and its first version."""
    return tuple(
        clause if clause.fragment or not version else clause._replace(key=f"{clause.id}@{version}")
        for clause in clauses
    )

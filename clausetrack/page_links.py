"""Where the links of two web pages lead, held against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import cast

from clausetrack import beside
from clausetrack.ingest.html import content, decode, parse
from clausetrack.ingest.html.links import BLOCKS
from clausetrack.ingest.html.shown import left_out
from clausetrack.ingest.html.styles import Element, sheets, text_of
from clausetrack.model import Clause, Document, Finding, Source
from clausetrack.ooxml.beside import LINK, Thing

_HREF = re.compile(rb"<a\b[^>]*?\bhref\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>]+)", re.I)


def told(
    data: Sequence[bytes], documents: Sequence[Document], names: Mapping[str, str]
) -> Iterator[Finding]:
    """A finding for each link that leads elsewhere, came or went in words that stayed.

    `data` are the bytes of both pages; `names` has the clauses of the new version by what the old
    one calls them. Links into the page itself say nothing, and those outside the text are not read.
    """
    if _HREF.findall(data[0]) == _HREF.findall(data[1]):
        return
    held = [
        [beside.Held(clause, thing) for clause, thing in _links(one, document)]
        for one, document in zip(data, documents, strict=True)
    ]
    held[0] = [one._replace(clause=names.get(one.clause, one.clause)) for one in held[0]]
    for one in beside.links(held, documents):
        place = one.source or Source()
        yield replace(one, source=Source(place.file, place.paragraph))  # a page counts lines


def _links(data: bytes, document: Document) -> Iterator[tuple[str, Thing]]:
    """The links in the text of a page, each with its clause; "" where that cannot be told.

    A clause is told by its words, from the one of the last link on: a page may be one long line.
    """
    root = parse(decode(data, document.file)[0], document.file)
    out = content.reasons(root, sheets(root))
    said = [(clause.id, _said(clause)) for clause in document.clauses]
    at = 0
    for link in root.iter("a"):
        address, words = (link.get("href") or "").strip(), _text(link)
        if not address or address.startswith("#") or not words or left_out(link, out):
            continue
        block = next((one for one in link.iterancestors() if one.tag in BLOCKS), None)
        around = _text(link if block is None else block)
        found = next(
            (
                place
                for place in (*range(at, len(said)), *range(at))
                if any(words in text and text in around for text in said[place][1])
            ),
            None,
        )
        at = at if found is None else found
        clause = "" if found is None else said[found][0]
        line = cast("int | None", link.sourceline) or 0
        yield clause, Thing(LINK, address.rstrip("/"), ("", line), words)


def _said(clause: Clause) -> list[str]:
    """The heading, the text and the cells of a clause."""
    rows = clause.table.texts if clause.table else ()
    texts = (clause.heading_text, clause.own_text, *(cell for row in rows for cell in row))
    return [" ".join(text.split()) for text in texts if text.strip()]


def _text(element: Element) -> str:
    return " ".join(text_of(element).split())

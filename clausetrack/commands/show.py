"""`clausetrack show`: one clause and what stands under it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from clausetrack.commands import documents, options
from clausetrack.commands.output import echo
from clausetrack.errors import UnknownClause

if TYPE_CHECKING:
    from clausetrack.ingest import Revisions
    from clausetrack.model import Document

_SHORT = (
    (re.compile(r"\bart\b\.?\s*(?=\w)", re.I), "Article"),
    (re.compile(r"(?:§+|\bs(?:ec|ect)?\b\.?)\s*(?=\d)", re.I), "Section"),
    (re.compile(r"\bcl\b\.?\s*(?=\w)", re.I), "clause"),
)
_ROMAN = re.compile(r"(?<=\barticle )[ivxlc]+\b", re.I)
_LETTERED = re.compile(r"(?<=\d)\.[A-Z](?:\.(?:[A-Z]|\d+))*(?!\w)", re.I)


@click.command("show")
@click.argument("document", metavar="DOC")
@click.argument("clause", metavar="CLAUSE")
@click.option(
    "--item", help="Look in the wording that this item of terms of settlement quotes, only."
)
@options.revisions
def command(document: str, clause: str, item: str | None, revisions: Revisions) -> None:
    """Print one clause with all that stands under it.

    CLAUSE may be spelt as people do: "4.3.1.(vi)", "clause 1.8 (h)", "Part Eleven". In terms of
    settlement, a clause that is not an item is looked up in the wording that the items quote.
    """
    from clausetrack.render import terminal
    from clausetrack.render.schedule import item_name

    found = documents.read(document, revisions)
    places = find(found, clause, item)
    for clause_id, fragment, quoted_in in places:
        if fragment is not None:
            name = item_name(found, quoted_in)
            echo(f"{clause_id} is wording that item {name} quotes", err=True)
        documents.show(terminal.clause(found, clause_id, fragment, documents.width(), colour=True))


def find(
    document: Document, citation: str, item: str | None = None
) -> list[tuple[str, str | None, str]]:
    """Where a citation leads: clause ID, fragment and its item (None and "" for the body).

    The body comes before the quoted wording; with `item`, only the wording quoted there counts.
    Raises UnknownClause where nothing has that ID.
    """
    spellings = _spellings(citation)
    if item is None:
        for wanted in spellings:
            for clause_id in document.body:
                if clause_id.casefold() == wanted:
                    return [(clause_id, None, "")]
    items = None if item is None else set(_spellings(item))
    out: list[tuple[str, str | None, str]] = []
    known = [] if items is not None else list(document.body)
    for fragment in document.fragments:
        if items is None or fragment.item.casefold() in items:
            ids = [clause.id for clause in document.fragment(fragment.id)]
            known += ids
            out += [(i, fragment.id, fragment.item) for i in ids if i.casefold() in spellings]
    if not out:
        raise UnknownClause(_unknown(document, citation, item, known))
    return out


def _spellings(citation: str) -> list[str]:
    """What a citation may mean, likeliest first: its normal form, or the words as they stand."""
    from clausetrack import numbering

    found = []
    for said in (citation, _in_full(citation)):
        with suppress(ValueError):
            found.append(str(numbering.parse(said)).casefold())
    return list(dict.fromkeys((*found, " ".join(citation.split()).casefold())))


def _in_full(citation: str) -> str:
    """A citation without its short forms: "Art. iii § 2.B.1" as "Article III Section 2(B)(1)"."""
    for short, word in _SHORT:
        citation = short.sub(f"{word} ", citation)
    citation = _ROMAN.sub(lambda found: found[0].upper(), citation)
    return _LETTERED.sub(lambda found: found[0].replace(".", ")(")[1:] + ")", citation)


def _unknown(document: Document, citation: str, item: str | None, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    from clausetrack.amend.tree import in_divisions

    if found := in_divisions(dict.fromkeys(known), _spellings(citation)[0]):
        which = "say which, as" if found[1:] else "it is"
        where = " and in ".join(one.division for one in found)
        return f"clause {citation!r} stands in {where}: {which} '{found[0]}'"
    near = get_close_matches(_spellings(citation)[0], list(dict.fromkeys(known)), n=3, cutoff=0.6)
    where = document.file or "the document"
    if item is not None:
        where = f"the wording that item {item} of {where} quotes"
    hint = f"; near it: {', '.join(near)}" if near else "; `clausetrack outline` lists them all"
    return f"there is no clause {citation!r} in {where}{hint}"

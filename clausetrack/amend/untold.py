"""What of the terms stands in no instruction and in no list of what stays in the terms.

It is found by the words of the terms alone, sentence by sentence, and not by how they were read:
whatever way a sentence is lost, it is told in the end.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat

from clausetrack import numbering, values
from clausetrack.amend.accounted import words
from clausetrack.amend.part_drafts import in_clause
from clausetrack.amend.passages import Passage, items, strays
from clausetrack.amend.renumbering import counts_on
from clausetrack.amend.splitting import split
from clausetrack.amend.unread import (
    lists_changes,
    looks_ordered,
    names_clause,
    puts_instead,
    row_said,
    understood,
)
from clausetrack.grids import whole_rows
from clausetrack.model import Clause, Document
from clausetrack.segment.blocks import is_line
from clausetrack.segment.wording import ORDER
from clausetrack.settlement import Amendment, TermsOnly

_LETTERS = re.compile(r"[^\W_]+")
_DOCUMENT = re.compile(
    r"\b(?:offer|settlement|settle[ds]?|terms|memorandum|deed|collective (?:employment )?agreement"
    r"|agree(?:d)? (?:as follows|that the following))\b",
    re.I,
)
#: "Sick leave. Delete …": a title that runs into the text.
_RUN_IN = re.compile(r"[^\W\d_][^\W\d_’'-]*(?: [^\W\d_][\w’'-]*){0,3}\.")
#: What is set like a title and says what a figure or a name is to be: "Night rate: double time".
_SAYS = re.compile(r"(?<!\d):\s*\S|\$\s?\d")
_BESIDE = re.compile(r"(?:old|new|current|existing|present|proposed|agreed)\b[^:]{0,20}:", re.I)
_SIGNED = re.compile(r"\W*(?:signed|dated|witness\w*|$)", re.I)
_FEWEST = 2  # letters of a sentence that says something


@dataclass(frozen=True, slots=True)
class Untold:
    """Sentences of a clause that nothing has taken up, its item, and the line they stand under.

    What stands in no item is an item by itself.
    """

    item: Clause
    clause: Clause
    sentences: tuple[str, ...]
    lead: str = ""


def untold(
    terms: Document,
    amendments: Iterable[Amendment],
    terms_only: Iterable[TermsOnly],
    others: Iterable[str],
) -> Iterator[Untold]:
    """What no instruction says, nothing in `terms_only` and none of the `others`.

    Titles are told with what stands under them; signatures and what says which document this is
    are no terms.
    """
    if terms.kind != "terms":
        return
    every = tuple(amendments)
    by_item: dict[str, list[Amendment]] = defaultdict(list)
    quoted: dict[str, dict[str, None]] = defaultdict(dict)  # once, however many orders quote it
    for one in every:
        by_item[one.item].append(one)
        quoted[one.item][_said(one)] = None
    for kept in terms_only:
        quoted[kept.item][kept.text] = None
    over = _letters(" ".join(others))
    told = {name: "".join(f"{_letters(text)} " for text in texts)
            for name, texts in quoted.items()}  # fmt: skip
    ordering = {one.source for one in every}
    for item, passages, _ in items(terms):
        mine = by_item.get(item.id, [])
        own = told.get(item.id, "")
        said = own + over
        heads = [one for one in split(item.heading_text) if not _is_said(one, said)]
        if own:
            heads = [one for one in heads if _orders(one, mine)]
        if heads and item.number:
            yield Untold(item, item, tuple(heads))
        for passage, after in zip(passages, [*passages, None][1:], strict=True):
            if passage.fragment is None:
                below = [*passage.under, *([after.clause] if after and not after.fragment else ())]
                opens = any(one.source in ordering for one in below)
                for found in _of(passage, item, said, opens=opens):
                    if not all(_leads_in(one, mine) for one in found.sentences):
                        yield found
            yield from _rows(passage.clause, item, said, alone=not mine)
            line = passage.clause.heading_text if passage.fragment is None else ""
            ends = not passage.under and (after is None or after.clause.kind == "heading")
            says = _SAYS.search(line) and (ends or _BESIDE.match(line))
            if says and not _is_said(line, said):
                yield Untold(item, passage.clause, (line,))
    for passage in strays(terms):
        named = passage.clause.id.startswith("signatures") or _introduces(passage.clause)
        own = told.get(passage.clause.id, "") + over
        if passage.clause.own_text and not named:
            yield from _of(passage, passage.clause, own)
        yield from _rows(passage.clause, passage.clause, own, alone=not named)


def _rows(clause: Clause, item: Clause, said: str, *, alone: bool = False) -> Iterator[Untold]:
    """The rows of a table of changes that nothing says, and all of another that stands `alone`."""
    rows = whole_rows(clause.table)
    heads = rows[0] if rows[1:] and not names_clause(rows[0]) else []
    missing = [row for row in rows if row and not _is_row_said(row, heads, said)]
    if missing and lists_changes(rows):
        yield Untold(item, clause, tuple(map(row_said, missing)))
    elif missing and alone and not _SIGNED.match(cells := words(clause)):
        yield Untold(item, clause, (cells,))


def _is_row_said(row: Sequence[str], heads: Sequence[str], said: str) -> bool:
    """Is a row said somewhere, with the headings of its columns or without its own number?"""
    under = [f"{head}{cell}" for head, cell in zip(heads or repeat(""), row, strict=False)]
    forms = [row, under, *([row[1:], [*row[:1], *under[1:]]] if row[1:] else [])]
    return row == heads or any(_is_said("".join(form), said) for form in forms)


def _said(amendment: Amendment) -> str:
    """What an instruction says. One that is carried out by its own words is its first sentence.

    What more it quotes is told by itself.
    """
    if amendment.wording != "given" or amendment.fragment is not None:
        return amendment.instruction
    first, *rest = split(amendment.instruction) or [""]
    words = [word for one in amendment.stated for word in (one.old, one.new)]
    more = [one for one in rest if counts_on(one) or puts_instead(one)]
    return " ".join([first, *more, *words])


def _orders(heading: str, amendments: Sequence[Amendment]) -> bool:
    """Does a title order a change to a clause that none of `amendments` is on?

    One that only names a clause is the title of an order on a clause under it, too.
    """
    sentence = understood(heading)
    cited = set(sentence.cited) - {one.target for one in amendments}
    if not ORDER.search(heading):
        aims = [numbering.parse(one.target) for one in amendments if one.target]
        cited = {name for name in cited
                 if not any(aim.within(numbering.parse(name)) for aim in aims)}  # fmt: skip
    return bool(cited and (sentence.orders or looks_ordered(sentence)))


def _leads_in(sentence: str, amendments: Sequence[Amendment]) -> bool:
    """Does a line only name the clause of an instruction, or open old or new words of one?"""
    named = in_clause(sentence.strip().rstrip("."))
    blocks = any(one.stated for one in amendments) and is_line(sentence)
    return blocks or (named is not None and any(one.target == named for one in amendments))


def _introduces(clause: Clause) -> bool:
    """Does a paragraph outside the items say what document this is, and give no figures?"""
    said = bool(_DOCUMENT.search(clause.own_text)) and not clause.number
    return said and not values.money(clause.own_text) and "%" not in clause.own_text


def _of(passage: Passage, item: Clause, said: str, *, opens: bool = False) -> Iterator[Untold]:
    """The sentences of a passage that are not said.

    The last of one that `opens` leads into the orders below it.
    """
    for clause in (passage.clause, *passage.under):
        sentences = split(clause.own_text)
        if opens and clause is passage.clause and passage.text.rstrip().endswith(":"):
            sentences = sentences[:-1]
        if sentences[1:] and _RUN_IN.fullmatch(sentences[0]):
            sentences = sentences[1:]
        if missing := tuple(one for one in sentences if not _is_said(one, said)):
            yield Untold(item, clause, missing, "" if clause is passage.clause else passage.lead)


def _is_said(sentence: str, said: str) -> bool:
    """Is a sentence said somewhere, whatever form its first word has there ("replacing")?"""
    parts = _LETTERS.findall(sentence.casefold())
    whole = "".join(parts)
    nothing = len(whole) < _FEWEST or whole == "and"  # "and" stands behind an entry of a list
    return nothing or whole in said or bool(parts[3:] and "".join(parts[1:]) in said)


def _letters(text: str) -> str:
    return "".join(_LETTERS.findall(text.casefold()))

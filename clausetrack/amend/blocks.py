"""Old and new wording set out in blocks under a clause: an exchange of the one for the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clausetrack import numbering
from clausetrack.amend import part_drafts
from clausetrack.amend.drafts import Draft
from clausetrack.amend.passages import Passage
from clausetrack.amend.remarks import behind, is_remark
from clausetrack.amend.sentences import Order, parse
from clausetrack.model import Clause
from clausetrack.segment.blocks import NEW, OLD, are_words
from clausetrack.segment.wording import is_prose
from clausetrack.settlement import StatedChange

_MARKED = re.compile(r"(?:“([^“”]*)”|\"([^\"]*)\"|‘([^‘]*)’)[.;,]?")
_OPENS = re.compile(r"\s+(?:as follows|by)$")
LONG = "the old or the new wording is more than one paragraph, or has a label: a person must act"
_NO_ORDER = "the terms set old wording beside new, and do not order it: a person must decide"
_ENDS = "“{}” stands below the new wording: a person must say where the new wording ends"
SAYS = "“{}” may be the terms' own words, and not wording: a person must decide"
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class _Block:
    """What stands under one of the two lines: its paragraphs, and the first passage behind."""

    texts: tuple[str, ...]
    number: str
    end: int


def read(item: Clause, passages: Sequence[Passage], titled: str | None) -> dict[int, Draft | None]:
    """By the place of its first line each exchange of blocks, None for the other lines of one.

    `titled` is the clause that the title of the item names.
    """
    found: dict[int, Draft | None] = {}
    for at, passage in enumerate(passages):
        old = None if at in found else OLD.fullmatch(_line(passage))
        below = _new_line(passages, at) if old else None
        if old is None or below is None:
            continue
        aim, lead = _aim(passages, at, found, titled)
        if named := old["clause"] or old["whole"]:
            aim = str(numbering.parse(named))
        gone = _block(passages, at, old["given"] or old["given_told"] or "", below)
        new = NEW.fullmatch(_line(passages[below]))
        given = new["given"] if new else ""
        if not are_words((*gone.texts, "")[0], given):
            continue
        alone = bool(given or passages[below].under)
        comes = _block(passages, below, given, below + (1 if alone else 2))
        texts = [unmarked(*block.texts[:1]) for block in (gone, comes)]
        if aim is None and gone.number == comes.number and "." in gone.number:
            own = gone.number.partition(".")[0] == item.number
            aim = None if own else gone.number
        several = any(len(block.texts) != 1 for block in (gone, comes))
        if old["told"]:
            why = _NO_ORDER
        elif several or {gone.number, comes.number} - {"", aim}:
            why = LONG
        else:
            why = _why(passages, comes, marked=texts[1] != comes.texts[0])
        said = [" ".join(_printed(one)) for one in passages[at : comes.end]]
        change = StatedChange(texts[0], texts[1])
        order = Order("substitution", "", (aim,) if aim else (), "", stated=(change,),
                      alone=" ".join(said))  # fmt: skip
        found |= dict.fromkeys((*range(at, comes.end), *lead))
        found[at] = Draft(item.id, order, aim, passage.clause.source, said, wording="given",
                          held=why)  # fmt: skip
    return found


def _line(passage: Passage) -> str:
    return "" if passage.fragment else " ".join(passage.lead.split())


def _printed(passage: Passage) -> Iterator[str]:
    """What a passage prints; of an item that begins with it, without the title."""
    yield passage.clause.own_text or passage.clause.printed
    yield from (one.printed for one in passage.under)


def _new_line(passages: Sequence[Passage], at: int) -> int | None:
    """The place of the "Insert:" that belongs to a "Delete:"."""
    for below in range(at + 1, len(passages)):
        if passages[below].fragment or OLD.fullmatch(_line(passages[below])):
            return None
        if NEW.fullmatch(_line(passages[below])):
            return below
    return None


def _block(passages: Sequence[Passage], at: int, given: str, end: int) -> _Block:
    """The paragraphs under the line at a place, up to `end`, one in the line itself first."""
    below = [one for each in passages[at + 1 : end] for one in (each.clause, *each.under)]
    clauses = [*passages[at].under, *below]
    texts = [one.own_text or one.printed for one in clauses]
    number = clauses[0].number.strip(".") if clauses else ""
    return _Block((given, *texts) if given else tuple(texts), number, end)


def _aim(
    passages: Sequence[Passage], at: int, found: dict[int, Draft | None], titled: str | None
) -> tuple[str | None, tuple[int, ...]]:
    """The clause that the lines above are about, and the place of the line that only names it."""
    for above in reversed(range(at)):
        if above in found:
            draft = found[above]
            if draft is not None:
                return draft.target, ()
            continue
        line = _OPENS.sub("", _line(passages[above]).rstrip(" .:"))
        aim, cited = part_drafts.in_clause(line) or part_drafts.titled(line), parse(line).cited
        if aim and len(cited) < 2:
            return aim, (above,)
        if cited or passages[above].fragment:
            return None, ()
    return titled, ()


def _why(passages: Sequence[Passage], comes: _Block, *, marked: bool) -> str:
    """Why nobody knows where the new wording ends; "" where it is certain."""
    if marked:
        return ""
    if said := behind(comes.texts[0]):
        return SAYS.format(said)
    after = passages[comes.end] if comes.end < len(passages) else None
    if after is None or after.fragment or after.clause.kind == "heading":
        return ""
    line = _line(after)
    known = OLD.fullmatch(line) or parse(line).orders or part_drafts.titled(line)
    if known or is_remark(line) or is_prose(line):
        return ""
    return _ENDS.format(line[:_SHOWN])


def unmarked(text: str = "") -> str:
    """Wording without the quotation marks around it."""
    found = _MARKED.fullmatch(text)
    return next((one for one in found.groups() if one is not None), "") if found else text

"""The instructions of terms of settlement: what they order, and which wording belongs to each.

Read from the terms alone. Every item is walked in order: a sentence that orders something makes one
amendment for each provision that it names; the quoted wording that follows is bound to the last
order that it can belong to; what orders nothing binds the parties and stays in the terms.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from clausetrack import values
from clausetrack.amend import accounted, articles, blocks, marginal, ranges, taken_back
from clausetrack.amend.item import ItemReading
from clausetrack.amend.lists import LeadDays
from clausetrack.amend.naming import names_of
from clausetrack.amend.passages import Passage, items, sections, strays
from clausetrack.amend.perhaps import perhaps_ordered
from clausetrack.amend.sentences import parse
from clausetrack.amend.splitting import split
from clausetrack.amend.standing import Standing
from clausetrack.amend.unread import looks_ordered
from clausetrack.amend.untold import untold
from clausetrack.errors import finding
from clausetrack.model import Clause, Document, Finding
from clausetrack.segment.titles import is_new_clause
from clausetrack.segment.wording import target
from clausetrack.settlement import Amendment, Instructions, TermsOnly


def find(terms: Document) -> Instructions:
    """The amendments that `terms` order, the passages that amend nothing, and what was left over.

    `unused` holds wording that looks meant for the agreement and is bound to no instruction.
    """
    read = articles.in_clauses(terms)
    return _find(terms) if read is terms else articles.as_printed(terms, read, _find(read))


def _find(terms: Document) -> Instructions:
    """What `find` does, with terms that speak of clauses."""
    amendments: list[Amendment] = []
    terms_only: list[TermsOnly] = []
    findings: list[Finding] = []
    used: set[str] = set()
    names, above = names_of(terms), sections(terms)
    for item, passages, outside in items(terms):
        standing = Standing(names, above.get(item.id, ""), item.heading_text)
        reading = _read(ItemReading(terms, item, outside), passages, standing)
        amendments += reading.amendments()
        terms_only += reading.terms_only
        findings += reading.findings
        used |= {draft.fragment for draft in reading.drafts if draft.fragment}
    standing = Standing(names, "", "")
    astray: list[accounted.Left] = []
    for passage in strays(terms):
        reading = ItemReading(terms, passage.clause, False)
        reading.stray(passage)
        if passage.clause.kind == "clause" and not reading.drafts:  # "New wording:", and 3.2
            astray.append(accounted.Left("", passage.clause, (), False))
        standing.hold(passage, reading.drafts)
        amendments += reading.amendments()
        findings += reading.findings
    left = [fragment.id for fragment in terms.fragments if fragment.id not in used]
    unused = tuple(" ".join(map(accounted.words, terms.fragment(name))) for name in left)
    findings += [found for each in amendments if (found := _later(terms, each))]
    every = list(accounted.left(terms, amendments, terms_only, findings))
    terms_only += [TermsOnly(one.item, one.text, one.clause.source) for one in every if one.remark]
    over = [*(one for one in every if not one.remark), *astray]
    findings += [one.finding for one in over]
    unused = (*unused, *(one.text for one in over))
    for lost in untold(terms, tuple(amendments), tuple(terms_only), unused):
        reading = ItemReading(terms, lost.item, False)
        reading.tell(lost)
        _put_in(amendments, reading.amendments(), lost.item.id)
        terms_only += reading.terms_only
        findings += reading.findings
    for struck in tuple(marginal.struck(terms, amendments)):
        _put_in(amendments, [struck], struck.item)
    amendments = marginal.hold(terms, taken_back.hold(terms, ranges.hold(amendments)))
    for one in marginal.passages(terms):
        (amendments if isinstance(one, Amendment) else terms_only).append(one)  # type: ignore[arg-type]
    findings += perhaps_ordered(terms, terms_only)
    behind = {name: one.text for one in reversed(over) for name in one.amendments}
    behind |= _unused_behind(terms, amendments, left)
    return Instructions(tuple(amendments), tuple(terms_only), unused, tuple(findings), behind)


def _read(
    reading: ItemReading, passages: Sequence[Passage], standing: Standing
) -> ItemReading:
    """The reading of an item with its passages, each order with why it is held as it stands."""
    item, dated = reading.item, LeadDays()
    exchanged = blocks.read(item, passages, reading.title_target)
    for passage in _titled(item) if _prints_its_own(item, passages) else ():
        reading.take(passage)
        standing.hold(passage, reading.drafts)
    for at, passage in enumerate(passages):
        if at not in exchanged:
            reading.take(passage)
        elif draft := exchanged[at]:
            reading.drafts.append(draft)
        dated.give(passage, reading.drafts, block=at in exchanged)
        standing.hold(passage, reading.drafts)
    for passage in () if reading.drafts else _titled(item):
        reading.take(passage)
        standing.hold(passage, reading.drafts)
        for draft in reading.drafts if passages else ():
            draft.wording = "described"  # what stands below may take it back
    return reading


def _unused_behind(
    terms: Document, amendments: Sequence[Amendment], unused: Sequence[str]
) -> dict[str, str]:
    """The wording that nothing takes up, by the orders right behind whose own it stands."""
    out: dict[str, str] = {}
    for before, first in pairwise(terms.clauses):
        if first.fragment in unused and before.fragment not in {None, first.fragment}:
            owners = (one.id for one in amendments if one.fragment == before.fragment)
            out |= dict.fromkeys(owners, first.printed)
    return out


def _put_in(amendments: list[Amendment], more: list[Amendment], item: str) -> None:
    """More amendments of an item, behind those that it has already."""
    own = [at for at, one in enumerate(amendments) if one.item == item]
    end = own[-1] + 1 if own else len(amendments)
    amendments[end:end] = [
        replace(one, id=f"{item}#{len(own) + number}") for number, one in enumerate(more, 1)
    ]


def _titled(item: Clause) -> list[Passage]:
    """The order of an item that is set like a title and has no other under it."""
    orders = any(one.orders or looks_ordered(one) for one in map(parse, split(item.heading_text)))
    return [Passage(item._replace(heading=(), text=item.heading))] if orders else []


def _prints_its_own(item: Clause, passages: Sequence[Passage]) -> bool:
    """Does an item print, and nothing before it, the new clause that its title names?

    Where it prints 8.1 under "New clause 8 – Parking", the heading of 8 may be in the title alone.
    """
    first = passages[0] if passages and passages[0].fragment else None
    named = target(item.heading_text) if is_new_clause(item.heading_text) else None
    return first is not None and first.clause.id == named


def _later(terms: Document, amendment: Amendment) -> Finding | None:
    """Wording that replaces the old at once, though the instruction names a later day for it."""
    if amendment.wording != "given" or not (
        amendment.fragment or amendment.part or amendment.action == "repeal"
    ):
        return None  # what exchanges figures or words is asked where it is carried out
    clauses = terms.fragment(amendment.fragment or "")
    if any(clause.table for clause in clauses):
        return None
    texts = [clause.printed for clause in clauses]
    if amendment.part:
        texts += [amendment.part.words, *(change.new for change in amendment.stated)]
    printed = {value.value for text in texts for value in values.dates(text)}
    days = [effective.date for effective in amendment.effective if effective.date not in printed]
    if not days:
        return None
    return finding(
        "operative-later",
        f"the wording operates from {', '.join(map(str, days))}, and does not say so itself: "
        "accepted as it is, it replaces the old wording from the commencement"
        if texts
        else f"the change is from {', '.join(map(str, days))}: accepted as it is, it is made from "
        "the commencement",
        ", ".join(amendment.clauses),
        amendment.source,
        amendment.instruction[:120],
    )

"""An amendment in the making, while its item is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from clausetrack.amend.renumbering import counts_on
from clausetrack.amend.said import all_stated, operating
from clausetrack.amend.sentences import Order, Sentence
from clausetrack.amend.targets import keywords
from clausetrack.model import Clause, Source
from clausetrack.segment.blocks import is_line
from clausetrack.segment.phrases import STEAD
from clausetrack.settlement import UNREAD, Amendment, Effective, StatedChange

_WORDING = (
    r"(?: the following)?(?: (?:new )?(?:sub-?)?(?:clauses?|paragraphs?|wording|words|text))?"
)
_IN_PLACE = re.compile(
    rf"(?:and |then )*(?:{STEAD},? (?:insert|add|substitute|put){_WORDING}"
    rf"|(?:insert|add|substitute|put){_WORDING} {STEAD}{_WORDING})\s*[:.]?",
    re.I,
)


@dataclass
class Draft:
    """An amendment in the making."""

    item: str
    order: Order
    target: str | None
    source: Source
    said: list[str]
    after: str | None = None
    wording: str = "described"
    fragment: str | None = None
    clauses: tuple[str, ...] = ()
    figures: bool = False
    effective: list[Effective] = field(default_factory=list)
    unread: bool = False
    held: str = ""
    asked: bool = False  # why it is held, by what it stands under and beside
    over: str = ""

    @property
    def by_words(self) -> bool:
        """Is the order carried out by its own words ("Delete clause 3.7"), with none printed?"""
        return self.wording == "given" and self.fragment is None

    @property
    def of_references(self) -> bool:
        """Is the order that references follow the clauses that they cite?"""
        return self.order.part is not None and self.order.part.kind == "references"

    @property
    def is_whole(self) -> bool:
        """Does the order say by itself what is to be done, and leave that to no list?"""
        return self.by_words or self.figures or bool(self.order.part)


def unasked(drafts: Sequence[Draft]) -> list[Draft]:
    """The last of the drafts, latest first, that were not asked yet why they are held."""
    return list(takewhile(lambda draft: not draft.asked, reversed(drafts)))


def is_bare(draft: Draft) -> bool:
    """Is an order only a line that says that wording stands below it ("Insert:")?"""
    return draft.target is None and draft.fragment is None and is_line(" ".join(draft.said))


def put(drafts: list[Draft], draft: Draft) -> None:
    """Put a draft behind the others of its item, or, of references, before the order beside it.

    What stands below is of the order that renumbers, not of that on the references to it.
    """
    beside = draft.of_references and drafts and drafts[-1].source == draft.source
    drafts.insert(len(drafts) - bool(beside), draft)


def finished(drafts: Sequence[Draft], version: str) -> list[Amendment]:
    """The amendments that the drafts of an item have become; those on references stand last."""
    ordered = sorted(drafts, key=lambda draft: draft.of_references)
    return [_finished(draft, number, version) for number, draft in enumerate(ordered, 1)]


def _finished(draft: Draft, number: int, version: str) -> Amendment:
    """The amendment that a draft has become, the one of that number in its item."""
    if draft.order.goes_on and len(draft.said) > 1:
        draft.wording = "described"  # what stands behind it may be more of its wording
    wording = "figures" if draft.wording == "described" and draft.figures else draft.wording
    described = draft.order.described
    if draft.order.targets and re.match(r"(?:clauses?\b|\d|Part\b|Article\b)", described, re.I):
        described = ""
    if not keywords(described):  # "the increases … take effect" describes nothing
        described = ""
    return Amendment(
        f"{draft.item}#{number}",
        draft.item,
        draft.order.action,
        draft.target,
        wording,
        " ".join(draft.said),
        described,
        draft.clauses,
        draft.fragment,
        operating(draft.effective, version),
        _stated(draft),
        draft.after,
        draft.source,
        draft.order.part,
        draft.held or (UNREAD if draft.unread else ""),
        draft.over,
    )


def _stated(draft: Draft) -> tuple[StatedChange, ...]:
    """The old figures or words that are its own, and not of another order in the sentence."""
    if draft.order.part or draft.order.alone:
        return draft.order.stated
    # An order that is carried out by its own words has no others of what is said behind it.
    return all_stated(draft.said[:1] if draft.by_words else draft.said)


def put_in_place(drafts: Sequence[Draft], sentence: str) -> bool:
    """Does a sentence only put wording in the place of the clause that the order before takes out?

    The two are one order ("Delete clause 6.2. Insert in its place:").
    """
    made = drafts[-1] if drafts and _IN_PLACE.fullmatch(sentence.strip()) else None
    if made is None or made.order.part or made.order.action != "repeal" or made.fragment:
        return False
    made.said.append(sentence)
    if sum(draft.said[0] == made.said[0] for draft in drafts) == 1:
        # no clause goes where what takes its place is not printed
        made.order = replace(made.order, action="substitution")
        made.wording, made.clauses = "described", ()
    return True


def counted_on(drafts: list[Draft], sentence: str) -> bool:
    """Does a sentence say that what follows is renumbered, where clauses come in or go before it?

    It is part of that order then; clauses that go together are one order, since what follows
    takes the first of their numbers.
    """
    made = drafts[-1] if drafts and counts_on(sentence) else None
    if made is None or made.order.part or made.order.action not in {"insertion", "repeal"}:
        return False
    same = [one for one in drafts if one.said[0] == made.said[0]]
    for draft in same:
        draft.said.append(sentence)
    if all(one.order.action == "repeal" and one.by_words for one in same):
        same[0].clauses = tuple(dict.fromkeys(name for one in same for name in one.clauses))
        drafts[:] = [one for one in drafts if one is same[0] or one not in same]
    return True


def put_elsewhere(drafts: list[Draft], item: str, sentence: Sentence, clause: Clause) -> None:
    """Wording held elsewhere: of the orders without wording, or of one not yet made."""
    waiting = [one for one in drafts if one.fragment is None and one.wording != "elsewhere"]
    named = list(sentence.cited)
    if named and waiting and all(draft.target is None for draft in waiting):
        model = waiting[0]
        drafts[:] = [draft for draft in drafts if draft not in waiting]
        for name in named:
            drafts.append(
                Draft(
                    item,
                    model.order,
                    name,
                    model.source,
                    [*model.said, sentence.text],
                    wording="elsewhere",
                    effective=list(model.effective),
                )
            )
        return
    for draft in waiting:
        draft.wording = "elsewhere"
        draft.said.append(sentence.text)
    if not waiting or re.match(r"(?:This|These|It) and other\b", sentence.text):
        order = drafts[-1].order if drafts else Order("substitution", "", (), "")
        aims: list[str | None] = [*named] or [None]
        for aim in aims:
            named_so = Order(order.action, order.verb, (), "")
            said = [sentence.text]
            drafts.append(Draft(item, named_so, aim, clause.source, said, wording="elsewhere"))

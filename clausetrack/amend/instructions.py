"""The instructions of terms of settlement: what they order, and which wording belongs to each.

Read from the terms alone. Every item is walked in order: a sentence that orders something makes one
amendment for each provision that it names; the quoted wording that follows is bound to the last
order that it can belong to; what orders nothing binds the parties and stays in the terms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from clausetrack import numbering, values
from clausetrack.amend.sentences import Order, Sentence, parse, split
from clausetrack.errors import FINDINGS
from clausetrack.model import (
    Amendment, Clause, Document, Effective, Finding, Instructions, Source, StatedChange, TermsOnly,
)  # fmt: skip
from clausetrack.segment.wording import TERMS_ONLY, target

_CUE = re.compile(r"\b(?:from|effective|commenc\w+|effect (?:from|on)|(?:increase|ris|begin|start)\w* on)"
                  r"(?: from| on)?\s*$|%\)?\s*$", re.I)
_AMOUNT = re.compile(r"\d\s*(?:FTTE|FTE)\b")
_PARTIES = re.compile(r"(?:the|both) parties\b|we\b|it is agreed", re.I)
_SAME_DAY = re.compile(r"\bfrom (?:the same|that) (?:date|day)\b", re.I)
_CONDITIONAL = re.compile(r"(?:If|Where|When|What follows|The following)\b")
_ELLIPSIS = re.compile(r"\.\.\.|…|\[\s*…")


@dataclass
class _Draft:
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


@dataclass
class _Passage:
    """One paragraph of an item with the bullets and markers under it, or one fragment."""

    clause: Clause
    under: list[Clause] = field(default_factory=list)
    fragment: str | None = None

    @property
    def text(self) -> str:
        return self.clause.own_text

    @property
    def whole(self) -> str:
        lines = [self.clause.own_text or self.clause.heading_text]
        return "\n".join(lines + [clause.printed for clause in self.under])


def find(terms: Document) -> Instructions:
    """The amendments that `terms` order, the passages that amend nothing, and what was left over.

    `unused` holds wording that looks meant for the agreement and is bound to no instruction.
    """
    amendments: list[Amendment] = []
    terms_only: list[TermsOnly] = []
    used: set[str] = set()
    for item, passages, outside in _items(terms):
        reading = _Item(terms, item, outside)
        for passage in passages:
            reading.take(passage)
        found = reading.amendments()
        amendments += found
        terms_only += reading.terms_only
        used |= {draft.fragment for draft in reading.drafts if draft.fragment}
    left = [fragment.id for fragment in terms.fragments if fragment.id not in used]
    unused = tuple(" ".join(clause.printed for clause in terms.fragment(name)) for name in left)
    findings = tuple(
        Finding("wording-unused", FINDINGS["wording-unused"],
                "wording that no instruction uses", source=terms.fragment(name)[0].source,
                quote=text[:80])
        for name, text in zip(left, unused, strict=True)
    )  # fmt: skip
    return Instructions(tuple(amendments), tuple(terms_only), unused, findings)


def _items(terms: Document) -> Iterator[tuple[Clause, list[_Passage], bool]]:
    """Each item with its passages in order, and whether it stands under "terms of settlement only"."""
    outside = False
    item: Clause | None = None
    passages: list[_Passage] = []
    for clause in terms.clauses:
        if clause.fragment is None and clause.kind in {"item", "heading", "text"} and clause.parent is None:
            if item is not None:
                yield item, passages, outside
            item, passages = None, []
            if clause.kind == "heading" and TERMS_ONLY.match(clause.heading_text):
                outside = True
            if clause.kind == "item":
                item, passages = clause, [_Passage(clause)] if clause.text else []
            continue
        if item is None:
            continue
        if clause.fragment is not None:
            if not passages or passages[-1].fragment != clause.fragment:
                passages.append(_Passage(clause, fragment=clause.fragment))
        elif clause.kind in {"bullet", "paragraph", "note", "clause"} and passages and not passages[-1].fragment:
            passages[-1].under.append(clause)
        else:
            passages.append(_Passage(clause))
    if item is not None:
        yield item, passages, outside


class _Item:
    """The reading of one item: drafts so far, and what stays in the terms."""

    def __init__(self, terms: Document, item: Clause, outside: bool) -> None:
        self.terms = terms
        self.item = item
        self.outside = outside
        self.drafts: list[_Draft] = []
        self.terms_only: list[TermsOnly] = []
        self.heading_target = target(item.heading_text) or _first_id(item.heading_text)

    # ----------------------------------------------------------------------------- passages

    def take(self, passage: _Passage) -> None:
        if passage.fragment is not None:
            self._bind(passage.fragment)
        elif passage.clause.table is not None:
            self._figures(passage.clause)
        elif passage.clause.kind == "heading" and not passage.under:
            return
        else:
            self._prose(passage)

    def _prose(self, passage: _Passage) -> None:
        sentences = [parse(text) for text in split(passage.text)]
        if TERMS_ONLY.match(passage.text) or (self.outside and not any(s.elsewhere for s in sentences)):
            self._keep(passage.clause, passage.whole)
            return
        before = len(self.drafts)
        kept: list[Sentence] = []
        for sentence in sentences:
            if sentence.orders and self._repeats(sentence):
                self._continue(sentence)
            elif sentence.orders:
                for order in sentence.orders:
                    self._draft(sentence, order, passage.clause)
            elif sentence.elsewhere:
                self._elsewhere(sentence, passage.clause)
            elif len(self.drafts) > before and not (sentence.promise and sentence.agreed) and not (
                    _PARTIES.match(sentence.text)):  # fmt: skip
                self._continue(sentence)
            else:
                kept.append(sentence)
        ordered = len(self.drafts) > before
        listed = self._listed(passage, before)
        if listed or ordered:
            for sentence in kept:
                self._keep(passage.clause, sentence.text)
        elif kept and self._continues(kept[0], passage):
            for sentence in kept:
                self._continue(sentence)
            self._continue(Sentence("\n".join(clause.printed for clause in passage.under)))
        elif not sentences and self.drafts:
            self._continue(Sentence(passage.whole))
        elif kept or passage.under:
            promised = not any(sentence.elsewhere for sentence in sentences)
            if promised:
                self._keep(passage.clause, passage.whole)

    def _listed(self, passage: _Passage, before: int) -> bool:
        """The bullets and markers under a passage: each that orders something is an amendment of its own.

        Where they name the clauses that their lead named as a list, they take its place. Dates that a
        marker sets ("From 28 January 2026:") hold for the markers under it.
        """
        leads = self.drafts[before:]
        made: list[_Draft] = []
        dated: dict[str, list[Effective]] = {}
        for clause in passage.under:
            at = len(self.drafts)
            inherited = dated.get(clause.parent or "", [])
            dated[clause.id] = [*inherited, *_days(clause.own_text, "")]
            if clause.kind == "note":
                continue
            sentences = [parse(text) for text in split(clause.own_text)]
            for sentence in sentences:
                orders = sentence.orders
                if not orders and leads and sentence.cited and not _has_children(clause, passage.under):
                    orders = (Order(_action_word(sentence.text), "", sentence.cited, ""),)
                for order in orders:
                    if not order.targets and leads:
                        order = Order(order.action, order.verb,
                                      (leads[0].target,) if leads[0].target else (), order.described)  # fmt: skip
                    self._draft(sentence, order, clause)
            for draft in self.drafts[at:]:
                draft.effective = [*inherited, *draft.effective]
                if leads and leads[0].wording == "elsewhere":
                    draft.wording = "elsewhere"
                made.append(draft)
        if made and leads:
            covered = {draft.target for draft in made}
            for lead in leads:
                if lead.target is not None and lead.target in covered and lead.fragment is None:
                    self.drafts.remove(lead)
        elif leads:
            text = "\n".join(clause.printed for clause in passage.under)
            if text:
                leads[-1].said.append(text)
                leads[-1].effective += _days(text, leads[-1].target or "")
        return bool(made)

    # ------------------------------------------------------------------------------- drafts

    def _draft(self, sentence: Sentence, order: Order, clause: Clause) -> None:
        targets: Sequence[str | None] = order.targets or (
            (sentence.after,) if sentence.after and order.note else (self.heading_target,))  # fmt: skip
        for aim in targets:
            action = "insertion" if order.note or (order.new and aim) else order.action
            draft = _Draft(self.item.id, Order(action, order.verb, order.targets, order.described,
                           order.new, order.note), aim, clause.source, [sentence.text],
                           sentence.after)  # fmt: skip
            draft.figures = _has_amounts(sentence.text[order.start : order.end or None])
            draft.effective = _days(sentence.text, order.described if not order.targets else aim or "")
            if _SAME_DAY.search(sentence.text) and self.drafts:
                draft.effective += self.drafts[-1].effective[-1:]
            if sentence.elsewhere:
                draft.wording = "elsewhere"
            self.drafts.append(draft)

    def _continue(self, sentence: Sentence) -> None:
        if self.drafts and sentence.text:
            draft = self.drafts[-1]
            draft.said.append(sentence.text)
            draft.effective += _days(sentence.text, draft.target or draft.order.described)

    def _repeats(self, sentence: Sentence) -> bool:
        """"The scale is amended as the table shows": does a sentence only say again what was ordered?"""
        free = [draft for draft in self.drafts if draft.fragment is None]
        order = sentence.orders[0]
        return bool(free) and not order.targets and not sentence.agreed and (
            sentence.shown or sentence.opens or len(order.described.split()) < 3)  # fmt: skip

    def _continues(self, sentence: Sentence, passage: _Passage) -> bool:
        """Does a paragraph that orders nothing go on describing the order before it?

        One that begins with a condition, or has a lettered list of its own, is a rule by itself.
        """
        if any(clause.kind == "paragraph" for clause in passage.under) or _CONDITIONAL.match(sentence.text):
            return False
        return bool(self.drafts) and not sentence.agreed and not _PARTIES.match(sentence.text)

    def _keep(self, clause: Clause, text: str) -> None:
        self.terms_only.append(TermsOnly(self.item.id, text, clause.source))

    def _elsewhere(self, sentence: Sentence, clause: Clause) -> None:
        """Wording that another document holds: of the orders without wording, or of one not yet made."""
        waiting = [draft for draft in self.drafts if draft.fragment is None and draft.wording != "elsewhere"]
        named = list(sentence.cited)
        if named and waiting and all(draft.target is None for draft in waiting):
            model = waiting[0]
            self.drafts = [draft for draft in self.drafts if draft not in waiting]
            for aim in named:
                self.drafts.append(_Draft(self.item.id, model.order, aim, model.source,
                                          [*model.said, sentence.text], wording="elsewhere",
                                          effective=list(model.effective)))  # fmt: skip
            return
        for draft in waiting:
            draft.wording = "elsewhere"
            draft.said.append(sentence.text)
        if not waiting or re.match(r"(?:This|These|It) and other\b", sentence.text):
            order = self.drafts[-1].order if self.drafts else Order("substitution", "", (), "")
            for aim in named or [None]:
                self.drafts.append(_Draft(
                    self.item.id, Order(order.action, order.verb, (), ""), aim, clause.source,
                    [sentence.text], wording="elsewhere",
                ))  # fmt: skip

    # ------------------------------------------------------------------------------ wording

    def _bind(self, fragment: str) -> None:
        """Give a fragment to the last order without wording that its clauses can belong to."""
        clauses = self.terms.fragment(fragment)
        tops = [clause for clause in clauses if clause.parent is None]
        free = [draft for draft in self.drafts if draft.fragment is None]
        fits = [draft for draft in free if any(_relates(top.id, draft.target) for top in tops)]
        chosen = fits or [draft for draft in free if draft.target is None][-1:]
        if len(fits) > 1 and len({draft.target for draft in fits}) == 1:
            chosen = fits[-1:]
        for draft in chosen:
            if draft.target is None and (named := _citation(tops[0].id)):
                draft.target = named
            if draft.target is None and clauses[0].table is not None:
                draft.order = replace(draft.order, described=clauses[0].heading_text.strip(" :"))
            mine = [top for top in tops if len(chosen) == 1 or _relates(top.id, draft.target)]
            draft.fragment = fragment
            draft.clauses = tuple(top.id for top in mine if top.citable or top.kind in {"table", "note"})
            draft.wording = self._kind(draft, clauses)
            inside = [clause for clause in clauses if len(chosen) == 1 or any(
                clause.id.startswith(top.id) for top in mine)]  # fmt: skip
            draft.effective += [day for clause in inside for day in _operative(clause)]

    def _kind(self, draft: _Draft, clauses: Sequence[Clause]) -> str:
        if all(clause.kind == "table" for clause in clauses):
            # A scale alone is no clause: the sentence that a new clause needs is not given.
            return "figures" if draft.order.new else "given"
        texts = " ".join(clause.printed for clause in clauses)
        return "partial" if _ELLIPSIS.search(texts) else "given"

    def _figures(self, clause: Clause) -> None:
        """A table of the item's own: the figures of the last order."""
        free = [draft for draft in self.drafts if draft.fragment is None]
        if free:
            free[-1].figures = True
            free[-1].effective += _operative(clause)

    # ------------------------------------------------------------------------------- result

    def _operating(self, days: Sequence[Effective]) -> tuple[Effective, ...]:
        """One entry a day, in their order, without those that an earlier version already reached."""
        first = self.terms.version[:4]
        found: dict[date, Effective] = {}
        for day in days:
            if not first or day.date.year >= int(first):
                found.setdefault(day.date, day)
        return tuple(found[day] for day in sorted(found))

    def amendments(self) -> list[Amendment]:
        out = []
        for number, draft in enumerate(self.drafts, 1):
            wording = "figures" if draft.wording == "described" and draft.figures else draft.wording
            said = " ".join(draft.said)
            described = draft.order.described
            if draft.order.targets and re.match(r"(?:clauses?\b|\d|Part\b)", described, re.I):
                described = ""
            out.append(Amendment(
                f"{self.item.id}#{number}", self.item.id, draft.order.action, draft.target, wording,
                said, described, draft.clauses, draft.fragment, self._operating(draft.effective),
                _stated(draft.said) if wording != "given" else (), draft.after, draft.source,
            ))  # fmt: skip
        return out


# ------------------------------------------------------------------------------------ readings


def _relates(clause: str, aim: str | None) -> bool:
    """Can wording for `clause` belong to an order on `aim`: the same, above or below it, or in its Part?"""
    if aim is None:
        return False
    try:
        own, other = numbering.parse(clause), numbering.parse(aim)
    except ValueError:
        return False
    if own.within(other) or other.within(own):
        return True
    part = other.division.rpartition(" ")[2] if not other.numbers else ""
    return bool(part and own.numbers and own.numbers[0] == part)


def _citation(clause_id: str) -> str | None:
    """The clause that an ID of quoted wording belongs to: "4.1.1 table 1" is 4.1.1's; "table 1" no one's."""
    try:
        found = numbering.parse(clause_id)
    except ValueError:
        return None
    return str(replace(found, place=""))


def _first_id(text: str) -> str | None:
    """A clause number of several parts that a heading names without the word "clause"."""
    found = re.search(r"(?<![\d.$])\d+[A-Z]?(?:\.\d+[A-Z]?){1,4}(?:\([a-z]+\))*(?!\s*(?:%|per|FTT?E))", text)
    return str(numbering.parse(found[0])) if found else None


def _has_children(clause: Clause, others: Sequence[Clause]) -> bool:
    return any(other.parent == clause.id for other in others)


def _action_word(text: str) -> str:
    if re.search(r"\b(?:remov|delet|repeal)\w*\b", text, re.I):
        return "repeal"
    return "insertion" if re.search(r"\b(?:add|insert|includ|introduc)\w*\b", text, re.I) else "substitution"


def _has_amounts(text: str) -> bool:
    return bool(values.money(text) or _AMOUNT.search(text))


def _days(text: str, said_of: str) -> list[Effective]:
    """The days from which the words say that something operates; not where it ends."""
    out = []
    for value in values.dates(text):
        if not isinstance(value.value, date):
            continue
        before = text[max(0, value.start - 24) : value.start]
        if _CUE.search(before) and not re.search(r"\b(?:until|by|to)\s*$", before):
            out.append(Effective(value.value, said_of or text[max(0, value.start - 60) : value.start].strip()))
    return out


def _operative(clause: Clause) -> list[Effective]:
    """The days from which figures in a clause or a table's columns operate."""
    if clause.table is not None:
        return [Effective(column.start, column.heading) for column in clause.table.columns
                if column.start is not None]  # fmt: skip
    return _days(clause.own_text, clause.id)


def _stated(said: Sequence[str]) -> tuple[StatedChange, ...]:
    """Old and new figures as the instruction states them: "from 62 cents ... to 83 cents"."""
    out = []
    for text in said:
        amounts = values.money(text)
        for old, new in zip(amounts, amounts[1:], strict=False):
            between = text[old.end : new.start]
            if re.search(r"\bfrom\s+$", text[: old.start]) and re.fullmatch(r"(?:\s+per \w+)?\s+to\s+", between):
                out.append(StatedChange(old.text, new.text))
    return tuple(out)

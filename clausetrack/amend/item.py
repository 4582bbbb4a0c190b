"""One item of terms of settlement, read passage by passage into drafts of amendments."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from clausetrack.amend import old_and_new, part_drafts
from clausetrack.amend.accounted import words
from clausetrack.amend.between import around
from clausetrack.amend.binding import (
    action_of,
    clause_of,
    first_id,
    goes_with_title,
    is_exchange,
    is_whole,
    kind_of,
    relates,
    shares,
)
from clausetrack.amend.drafts import (
    Draft,
    counted_on,
    finished,
    is_bare,
    put,
    put_elsewhere,
    put_in_place,
)
from clausetrack.amend.lists import MOVES, is_contrary, is_day_behind, moved, taken_up
from clausetrack.amend.passages import Passage, is_run_in
from clausetrack.amend.remarks import in_marks
from clausetrack.amend.said import days, has_amounts, operative, stated
from clausetrack.amend.sentences import Order, Sentence, parse
from clausetrack.amend.splitting import split
from clausetrack.amend.telling import is_explained, stands_apart, tells_change
from clausetrack.amend.unread import is_kept, looks_ordered, ordered_in_table, pointed, understood
from clausetrack.amend.untold import Untold
from clausetrack.errors import finding
from clausetrack.model import Clause, Document, Finding
from clausetrack.segment.told import moves_figure
from clausetrack.segment.wording import TERMS_ONLY, is_order, target
from clausetrack.settlement import Amendment, Effective, TermsOnly

_PARTIES = re.compile(r"(?:the|both) parties\b|we\b|it is agreed", re.I)
_SAME_DAY = re.compile(r"\bfrom (?:the same|that) (?:date|day)\b", re.I)
_MARKERS = ("bullet", "paragraph")  # of lists
_NOT_READ = "speaks of a change in words that were not understood: a person must read it"
_CONDITIONAL = re.compile(r"(?:If|Where|When|What follows|The following)\b")


class ItemReading:
    """The reading of one item: drafts so far, and what stays in the terms."""

    def __init__(self, terms: Document, item: Clause, outside: bool) -> None:
        self.terms = terms
        self.item = item
        self.outside = outside
        self.explained = is_explained(item.heading_text)
        self.drafts: list[Draft] = []
        self.terms_only: list[TermsOnly] = []
        self.findings: list[Finding] = []
        self.heading_target = target(item.heading_text) or first_id(item.heading_text)
        self.listed: tuple[str, ...] = ()  # what a list of orders is on
        self.title = item.heading_text
        self.title_target = self.heading_target or part_drafts.titled(item.own_text)

    def take(self, passage: Passage) -> None:
        if named := part_drafts.names_clause(passage.clause):  # a title inside the item
            self.heading_target = self.title_target = named
            self.title = passage.clause.heading_text or passage.clause.own_text
        if passage.fragment is not None and (self.drafts or not passage.clause.table):
            self._bind(passage.fragment)
        elif passage.clause.table is not None:
            self._table(passage.clause)
        elif passage.clause.kind == "heading" and not (passage.under or passage.text):
            part_drafts.give_heading(self.drafts, passage.clause)
        else:
            self._prose(passage)

    def stray(self, passage: Passage) -> None:
        """A passage outside every item: what orders something there is listed, and no more."""
        said = part_drafts.said(passage.clause, self.item, passage.text)
        for sentence in filter(self._is_order, map(parse, said)):
            self._unread(sentence, passage.clause)
        self._rows(passage.clause)

    def _table(self, clause: Clause) -> None:
        """A table of the item's own: the figures of the last order that needs any.

        Its rows may be orders themselves; a table that no order takes is told by itself.
        """
        free = [draft for draft in self.drafts if not (draft.fragment or draft.by_words)]
        before = len(self.drafts)
        if self._rows(clause) and free and not free[-1].target:
            for draft in self.drafts[before:]:  # "From 1 May the following clauses are amended:"
                draft.effective = draft.effective or free[-1].effective
            self.drafts.remove(free[-1])
        elif free:
            free[-1].figures = True
            free[-1].effective += operative(clause)
        elif len(self.drafts) == before > 0:
            self._keep(clause, said := words(clause), [understood(said)])

    def _rows(self, clause: Clause) -> bool:
        """Each row that orders something is an order, or is listed; are there any?"""
        drafts, left = old_and_new.exchanges(self.item.id, clause)
        self.drafts += drafts
        ordered = ordered_in_table(left, alone=all(draft.by_words for draft in self.drafts))
        for sentence in ordered:
            if order := part_drafts.in_itself(sentence):
                self._draft(sentence, order, clause)
            else:
                self._unread(sentence, clause)
        return bool(drafts or ordered)

    def _prose(self, passage: Passage) -> None:
        sentences = pointed(part_drafts.said(passage.clause, self.item, passage.text))
        told = self.outside and not any(one.elsewhere for one in sentences)
        if TERMS_ONLY.match(passage.text) or told:
            self._keep(passage.clause, passage.whole)
            return
        before, aims = len(self.drafts), self.listed if passage.clause.kind in _MARKERS else ()
        kept: list[Sentence] = []
        for sentence in sentences:
            if counted_on(self.drafts, said := sentence.text) or put_in_place(self.drafts, said):
                pass
            elif sentence.orders and part_drafts.repeats(self.drafts, sentence):
                self._continue(sentence)
            elif sentence.orders:
                for order in sentence.orders:
                    order = part_drafts.led(self.drafts, order, sentence.text, passage.clause)
                    order = part_drafts.led_by(aims, order, passage.clause, self.item.number)
                    self._draft(sentence, order, passage.clause)
            elif sentence.elsewhere:
                put_elsewhere(self.drafts, self.item.id, sentence, passage.clause)
            elif self._orders_more(sentence, alone=len(sentences) == 1):
                self._unread(sentence, passage.clause)
            elif (len(self.drafts) > before and not (sentence.promise and sentence.agreed)
                  and not _PARTIES.match(sentence.text)):  # fmt: skip
                self._continue(sentence)
            elif not (passage.under and part_drafts.in_clause(sentence.text)):
                kept.append(sentence)
        ordered = len(self.drafts) > before
        listed = self._listed(passage, before)
        if listed or ordered:
            for sentence in kept[is_run_in(passage.clause, kept) :]:
                self._keep(passage.clause, sentence.text, [sentence])
        elif kept and self._continues(kept[0], passage):
            for sentence in kept:
                self._continue(sentence)
            self._continue(Sentence("\n".join(clause.printed for clause in passage.under)))
        elif not sentences and self.drafts:
            self._continue(Sentence(passage.whole))
        elif (kept or passage.under) and not any(one.elsewhere for one in sentences):
            texts = (text for one in passage.under for text in split(one.own_text))
            below = map(parse, (text for text in texts if is_order(text) or tells_change(text)))
            self._keep(passage.clause, passage.whole, [*kept, *below])

    def _listed(self, passage: Passage, before: int) -> bool:
        """The bullets and markers under a passage: each that orders something is an amendment.

        Where they name the clauses that their lead named as a list, they take its place. Dates
        that a marker sets ("From 28 January 2026:") hold for the markers under it.
        """
        leads = self.drafts[before:]
        named = part_drafts.in_clause(passage.text)
        over_it = (part_drafts.over(one, passage.clause) for one in leads)
        aims = tuple(dict.fromkeys(filter(None, [named, *over_it])))
        if passage.clause.kind not in _MARKERS:
            self.listed = aims if passage.text.rstrip().endswith(":") else ()
        aims = aims or self.listed
        made: list[Draft] = []
        ordering: list[Clause] = []
        dated: dict[str, list[Effective]] = {}
        within: dict[str, str | None] = {}  # the clause that a marker alone names: "(b) Clause 4:"
        for clause in passage.under:
            at = len(self.drafts)
            within[clause.id] = part_drafts.in_clause(clause.own_text)
            over = within.get(clause.parent or "")
            inherited = dated.get(clause.parent or "", [])
            dated[clause.id] = [*inherited, *days(clause.own_text, "")]
            if clause.kind == "note":
                continue
            said = part_drafts.said(clause, self.item, clause.own_text)
            sentences = [understood(part_drafts.ordered(one, passage.text)) for one in said]
            for sentence in sentences:
                if len(self.drafts) > at and counted_on(self.drafts, sentence.text):
                    continue
                orders = sentence.orders or moved(sentence, passage.lead, aims)
                alone = not any(other.parent == clause.id for other in passage.under)
                exchange = len(sentence.cited) == 1 and is_exchange(sentence.text)
                kept = is_kept(sentence.text)
                if not (orders or kept) and (leads or exchange) and sentence.cited and alone:
                    orders = (Order(action_of(sentence.text), "", sentence.cited, ""),)
                for order in orders:
                    here = (over,) if over else aims
                    led = part_drafts.led_by(here, order, clause, self.item.number)
                    self._draft(sentence, led, clause)
            for draft in self.drafts[at:]:
                draft.effective = [*inherited, *draft.effective]
                if is_contrary(draft, passage.lead):
                    draft.figures = False
                    self._flag(draft, clause, "is not what the words over the list say is done")
                if leads and leads[0].wording == "elsewhere":
                    draft.wording = "elsewhere"
                made.append(draft)
            ordering += [clause] if len(self.drafts) > at else []
        for lead in taken_up(leads, made, passage):
            self.drafts.remove(lead)
        by_words = (one.order.part or one.by_words or stated(one.said[:1]) for one in made)
        if named or any(by_words) or any(map(part_drafts.cites, passage.under)):
            ordering += self._not_read(passage, ordering, aims)
        taken = {id(clause) for clause in ordering}
        rest = [one for one in passage.under if id(one) not in taken and not within.get(one.id)]
        if made and rest:
            holder = next((draft for draft in self.drafts[before:] if draft not in made), made[0])
            self.terms_only += part_drafts.beside(holder, rest)
        elif leads and not made:
            if leads[-1].by_words:
                self.terms_only += part_drafts.beside(leads[-1], rest)
            elif listed := "\n".join(
                one.printed for one in passage.under if not part_drafts.is_apart(one, leads[-1])
            ):
                leads[-1].said.append(listed)
                leads[-1].effective += days(listed, leads[-1].target or "")
        return len(self.drafts) > before + len(leads)

    def _not_read(
        self, passage: Passage, ordering: Sequence[Clause], aims: tuple[str, ...]
    ) -> list[Clause]:
        """The other lines of a list of orders, those that order something and were not read."""
        out = []
        for clause in passage.under:
            text = " ".join(part_drafts.said(clause, self.item, clause.own_text))
            cited = parse(text).cited
            told = part_drafts.commands(text) or moves_figure(text) or self._is_order(parse(text))
            sets = (cited and has_amounts(text)) or part_drafts.cites(clause)
            if (told or sets) and not is_kept(text) and not any(clause is one for one in ordering):
                self._unread(Sentence(text, cited=cited or aims), clause)
                out.append(clause)
        return out

    # ------------------------------------------------------------------------------- drafts

    def _draft(self, sentence: Sentence, order: Order, clause: Clause) -> None:
        order = part_drafts.of_marker(
            order, clause, sentence.text, self.heading_target, self.title
        )
        targets: Sequence[str | None] = order.targets or (
            (sentence.after,) if sentence.after and order.note else (self.heading_target,)
        )
        if not order.targets and (order.part or targets == (None,)):
            titled = self.title_target if order.part else None
            here = titled or part_drafts.goes_on(self.drafts, order, clause, sentence.text)
            targets = (None if order.part and order.part.everywhere else here,)
        for aim in targets:
            action = "insertion" if order.note or (order.new and aim) else order.action
            draft = Draft(self.item.id, replace(order, action=action), aim, clause.source,
                          [sentence.text], sentence.after)  # fmt: skip
            said = order.alone or sentence.text
            draft.figures = has_amounts(said[order.start : order.end or None])
            draft.effective = days(sentence.text, aim or "" if order.targets else order.described)
            if _SAME_DAY.search(sentence.text) and self.drafts:
                draft.effective += self.drafts[-1].effective[-1:]
            if sentence.elsewhere:
                draft.wording = "elsewhere"
            elif order.part is not None:
                unclear = part_drafts.unclear(self.drafts, order, clause, self.title_target)
                draft.wording = "described" if unclear else part_drafts.wording_of(order)
            elif (aim or order.alone) and is_exchange(said) and (
                order.alone or not set(sentence.cited) - {*targets}
            ):
                draft.wording, draft.target = "given", around(said, aim)
                draft.order = replace(draft.order, action="substitution")  # of words in it
            elif action == "repeal" and (
                is_whole(said) or (aim == self.heading_target and goes_with_title(said, self.title))
            ):
                # "Delete clause 3.7": the order is all the wording that a repeal needs.
                draft.wording, draft.clauses = "given", (aim,) if aim else ()
            put(self.drafts, draft)

    def _orders_more(self, sentence: Sentence, *, alone: bool) -> bool:
        """Does a sentence speak of a change that the order before it, as it stands, leaves out?

        Such an order is carried out by its own words, so what is only quoted with it is lost.
        """
        draft = self.drafts[-1] if self.drafts else None
        if draft is None:  # what is said behind an exchange is of it
            return not alone and len(sentence.cited) == 1 and is_exchange(sentence.text)
        anew = draft.by_words and part_drafts.begins(sentence.text)
        if not (anew or self._is_order(sentence)):
            return False
        return draft.by_words or not any(relates(one, draft.target) for one in sentence.cited)

    def _continue(self, sentence: Sentence) -> None:
        if self.drafts and sentence.text:
            draft = self.drafts[-1]
            if stands_apart(sentence.text) or is_day_behind(sentence.text):
                self.terms_only.append(TermsOnly(self.item.id, sentence.text, draft.source))
                return
            if draft.by_words and part_drafts.held_by(draft, sentence.text):
                draft.wording = "described"
            elif draft.by_words or (draft.fragment and in_marks(self.terms, draft.fragment)):
                self.terms_only.append(TermsOnly(self.item.id, sentence.text, draft.source))
            draft.said.append(sentence.text)
            draft.effective += days(sentence.text, draft.target or draft.order.described)

    def _continues(self, sentence: Sentence, passage: Passage) -> bool:
        """Does a paragraph that orders nothing go on describing the order before it?

        One that begins with a condition, or has a lettered list of its own, is a rule by itself.
        """
        listed = any(clause.kind == "paragraph" for clause in passage.under)
        if listed or _CONDITIONAL.match(sentence.text):
            return False
        return bool(self.drafts) and not sentence.agreed and not _PARTIES.match(sentence.text)

    def _keep(self, clause: Clause, text: str, sentences: Sequence[Sentence] = ()) -> None:
        """Leave a passage in the terms; what looks like an order in it is one that was not read."""
        unread = [sentence for sentence in sentences if self._is_order(sentence)]
        for sentence in unread:
            self._unread(sentence, clause)
        if not unread and text.strip(" ;,") != "and":  # behind the wording of an entry of a list
            self.terms_only.append(TermsOnly(self.item.id, text, clause.source))

    def tell(self, lost: Untold) -> None:
        """What nothing has taken up: an order is a person's, the rest is the terms' own."""
        rest: list[str] = []
        over = part_drafts.in_clause(lost.lead)
        for text in lost.sentences:
            sentence = parse(text)
            if self._is_order(sentence) or (over and part_drafts.commands(text)):
                cited = sentence.cited or ((over,) if over else ())
                self._unread(replace(sentence, cited=cited), lost.clause)
                self._flag(self.drafts[-1], lost.clause, _NOT_READ)
            else:
                rest.append(text)
        if rest:
            self.terms_only.append(TermsOnly(self.item.id, " ".join(rest), lost.clause.source))

    def _is_order(self, sentence: Sentence) -> bool:
        titled = self.title_target is not None
        return looks_ordered(sentence, explained=self.explained, titled=titled)

    def _unread(self, sentence: Sentence, clause: Clause) -> None:
        """List an order for a person; words for words ("‘x’ becomes ‘y’") are understood."""
        self._draft(sentence, Order("substitution", "", sentence.cited[:1], ""), clause)
        exchange = is_exchange(sentence.text)
        in_clause = len(sentence.cited) == 1 and (stated([sentence.text]) or exchange)
        if not (in_clause or (exchange and not sentence.cited and self.heading_target)):
            self._flag(self.drafts[-1], clause, _NOT_READ)

    def _flag(self, draft: Draft, clause: Clause, message: str) -> None:
        """Leave an order to a person, with a finding."""
        draft.wording, draft.unread = "described", True
        quote = draft.said[0][:120]
        self.findings.append(
            finding("instruction-unread", message, self.item.id, clause.source, quote)
        )

    # ------------------------------------------------------------------------------ wording

    def _bind(self, fragment: str) -> None:
        """Give a fragment to the last order without wording that its clauses can belong to."""
        clauses = self.terms.fragment(fragment)
        tops = [clause for clause in clauses if clause.parent is None]
        free = [one for one in self.drafts if one.fragment is None and one.order.verb != MOVES
                and not (one.by_words and (tops[0].table or one.of_references))]  # fmt: skip
        fits = [draft for draft in free if any(relates(top.id, draft.target) for top in tops)]
        chosen = fits or [draft for draft in free if draft.target is None][-1:]
        if len(fits) > 1 and len({draft.target for draft in fits}) == 1:  # best, one that was read
            chosen = ([one for one in fits if one.order.verb or one.order.part] or fits)[-1:]
        for draft, mine in zip(chosen, shares(chosen, tops), strict=True):
            if draft.target is None and (named := clause_of(tops[0].id)):
                draft.target = named
            if draft.target is None and clauses[0].table is not None:
                draft.order = replace(draft.order, described=clauses[0].heading_text.strip(" :"))
            draft.fragment = fragment
            if draft.order.action == "repeal":
                # Deleted, and wording printed in its place: a substitution.
                draft.order = replace(draft.order, action="substitution")
            draft.clauses = tuple(
                top.id for top in mine if top.citable or top.kind in {"table", "note"}
            )
            part_drafts.settle_part(draft, clauses)
            draft.wording = kind_of(draft, clauses)
            self.drafts += part_drafts.also_deleted(self.drafts, draft, tops)
            ids = ("",) if len(chosen) == 1 else tuple(top.id for top in mine)
            inside = (clause for clause in clauses if clause.id.startswith(ids))
            draft.effective += [day for clause in inside for day in operative(clause)]
        # "Delete clause 2.1." and "Insert:" over the new 2.1 are one order
        self.drafts = [one for one in self.drafts if one in chosen or not is_bare(one)]

    # ------------------------------------------------------------------------------- result

    def amendments(self) -> list[Amendment]:
        return finished(self.drafts, self.terms.version)

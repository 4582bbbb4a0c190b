"""What the orders of terms stand under: their section, their title, and the lines that lead in.

What a line leads into, or an item's title says, goes for the orders under it. Such an order is
listed, with the words that hold it back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausetrack.amend import briefly
from clausetrack.amend.citing import as_printed
from clausetrack.amend.commanded import spoken_of
from clausetrack.amend.drafts import Draft, unasked
from clausetrack.amend.groups import groups
from clausetrack.amend.held import (
    CONDITION,
    FOR_SOME,
    LONGEST,
    TAKES_BACK,
    limits,
    refused,
    under_line,
    under_title,
)
from clausetrack.amend.naming import another_document, titled_another
from clausetrack.amend.narrower import inside, under_clause
from clausetrack.amend.old_and_new import PROPOSED
from clausetrack.amend.part_drafts import cites, of_another
from clausetrack.amend.passages import Passage, divides
from clausetrack.amend.splitting import split
from clausetrack.amend.topics import is_lead, names_part
from clausetrack.model import Source, Table
from clausetrack.segment.wording import is_order, masked

_MOST_SHOWN = 120
_FEW = 6  # words of a title that runs in
_EVERY = re.compile(
    r"\W*(?:these|those|all|both|the (?:above|foregoing|preceding))(?: \w+){0,2} "
    r"(?:changes|amendments|variations|clauses|insertions|orders)\b", re.I
)  # fmt: skip
#: Titles of an item, which may be that of a whole settlement too.
_APART = re.compile(
    r"^\W*(?:(?:memorandum|letter|record|statement) of (?:understanding|intent|comfort)"
    r"|understandings?|(?:a )?(?:trial|pilot)s?)\W*$", re.I
)  # fmt: skip
_SAYS = "the terms say “{}”, and do not order this as it stands: a person must decide"
#: A line that begins anew, and stands under none before it.
_ANEW = re.compile(
    r"\b(?:agree[sd]?|agreement|changes?|amendments?|variations?|all|with effect)\b", re.I
)
_ENDS = re.compile(r"(?<=[.!?])\s+")
_BOTH = re.compile(r"\W*(?:(?:the|both) parties|we)\b(?!.*\b(?:not|never|fail\w*|claims?)\b)", re.I)
#: An order that leaves its place open, or is on an unnamed part of a clause.
_ELSEWHERE = re.compile(
    r"\bor (?:at |in |to |after |before )?(?:an?other|some other|any other|elsewhere|an? (?:more )?"
    r"(?:suitable|appropriate)|wherever|where(?:ver)? (?:appropriate|suitable))\b[^.;:]{0,40}"
    r"(?=[.;:,]|$)(?!.*\bwith\b)",
    re.I,
)
_IN_PART = re.compile(
    r"^\W*(?:amend|replace|vary|change|update) (?:an? |some )?parts? of (?:sub-?)?clauses? \d[^:]*"
    r"(?=:)|\bclauses? \d[\w.()]* (?:in part|partly)\b(?=[^:]*:)",
    re.I,
)
_LEADS = re.compile(r":\W*$|\b(?:the following|below)\b", re.I)
#: What points at the table below its line: "These are not agreed.", and so does a title.
_OF_TABLE = re.compile(
    r"\b(?:this|these|those|they|table|rows?|changes|amendments|claims|proposals|offers)\b"
    r"|\A\W*(?:\S+\s+){0,5}\S+\Z", re.I
)  # fmt: skip


def _limit(text: str, drafts: Sequence[Draft], made: Sequence[Draft]) -> None:
    """Hold the drafts that a sentence of a text takes back or limits: those `made`, or all."""
    if briefly.is_entry(text, TAKES_BACK):
        return  # "B. Withdrawn" is of B
    beside = next((one for one in _ENDS.split(text) if limits(masked(one))), "")
    if beside and not text.rstrip().endswith(":"):  # "Withdrawn:" is of what follows
        for draft in drafts if _EVERY.match(beside) else made:
            draft.held = draft.held or _SAYS.format(beside.strip()[:_MOST_SHOWN])


def _takes_back(first: str, names: str) -> bool:
    """Does a short sentence before an order say of it what a title or a line over it would?"""
    said = bool(CONDITION.search(first) or under_title(first, names))
    return said or bool(refused(first) and not _BOTH.match(first))


def _run_in(text: str) -> tuple[str, bool]:
    """The sentence before others in a paragraph, "" where it is alone, and may it be a title?"""
    first, *more = split(text) or [""]
    return (first, len(first.split()) <= _FEW and not is_order(first)) if more else ("", False)


class Standing:
    """What the orders of one item stand under: its section, its title, the lines that lead in."""

    def __init__(self, names: str, section: str, title: str) -> None:
        self.names = names
        self.above = next((one for one in (section, title) if under_title(one, names)), "")
        self.above = self.above or (title if _APART.match(title) else "")
        self.line = ""
        self.title, self.section = title, section
        # A short line over orders, which may say for whom they are: "Cleaners:".
        self.topic = title if is_lead(title) else ""
        self.in_list = False  # only the entries of its list stand under the line
        self.of_order = False  # the line is an order, which wording may follow
        self.over_next = ""  # the line over the next passage
        self.last: Sequence[Draft] = ()

    def hold(self, passage: Passage, drafts: Sequence[Draft]) -> None:
        """Say why the last of `drafts`, those not asked yet, are not carried out as they stand."""
        made = unasked(drafts)
        if passage.fragment is not None:
            caption = passage.clause.heading_text if passage.clause.table else ""
            over = caption if caption and under_line(caption, self.names) else self.line
            for draft in made:
                draft.held, draft.asked = draft.held or self._why(draft, over or self.above), True
                draft.over = draft.over or (caption if is_lead(caption) else "")
            self.line = "" if self.of_order else self.line
            return
        clause = passage.clause
        text = clause.own_text or clause.heading_text
        own = any(draft.source == clause.source for draft in made)
        topics = self._topics(passage, text)
        for draft in made:
            draft.over = topics.get(draft.source, self.topic)
            if not draft.over and draft.order.part and draft.order.part.everywhere:
                draft.over = self._title_over(text)
            draft.over = draft.over or self._limit_over(draft, passage, text)
        above = self.above  # a title among the lines under a passage goes for what comes then
        lines = self._lines(passage, text, own)
        above = self._over_table(text, clause.table) or above
        for draft in made:
            over = lines.get(draft.source, self.line) or above
            draft.held, draft.asked = draft.held or self._why(draft, over), True
        by_number = cites(clause)  # "4.2: withdrawn." says nothing of 4.3 below
        mine = [one for one in made if one.source == clause.source] if by_number else made
        _limit(text, drafts, mine or (() if by_number else self.last))
        briefly.hold(text, mine if own else self.last, _SAYS)
        for one in passage.under:
            mine = [each for each in made if each.source == one.source] or [
                each for each in made if not of_another(one, each)  # "4.4: no change."
            ]
            _limit(one.own_text, drafts, mine)
        self.last = made or self.last

    def _why(self, draft: Draft, over: str) -> str:
        said, adds = draft.said[0], draft.order.action == "insertion"
        plain = masked(said)[:LONGEST]
        some = re.match(FOR_SOME, plain, re.I)
        if reason := refused(said) or spoken_of(said) or (some[0] if some and not adds else ""):
            return _SAYS.format(as_printed(reason, said))
        if found := _ELSEWHERE.search(plain) or _IN_PART.search(plain):
            return _SAYS.format(as_printed(found[0].strip(), said))
        if named := another_document(said, self.names):
            return f"the order is on “{named}”, and not on this agreement: a person must decide"
        if place := inside(plain) or under_clause(plain, self.title):
            return f"the order is on “{place}”, which no clause is called: a person must decide"
        return f"it stands under “{over[:_MOST_SHOWN]}”: a person must decide" if over else ""

    def _title_over(self, text: str) -> str:
        """The title that a paragraph stands under, or begins with: "Rosters. Replace …"."""
        first, run_in = _run_in(text)
        return (first if run_in else self.title).rstrip(" .:")

    def _limit_over(self, draft: Draft, passage: Passage, text: str) -> str:
        """The title over an order that is nothing but the name of people, or a part: "Cleaners"."""
        own = [one.own_text for one in passage.under if one.source == draft.source]
        if not own or passage.clause.kind not in {"bullet", "paragraph"}:
            own.append(text)
        run_in = (first for first, short in map(_run_in, own) if short)
        titles = (*run_in, self.title, self.section)
        return next((one for one in titles if groups(one) or names_part(one)), "")

    def _topics(self, passage: Passage, text: str) -> dict[Source, str]:
        """The short line that each clause of a passage stands under: "Cleaners:".

        A title tells what the orders below it are about, unless it is `_limit_over` them.
        """
        if is_lead(text):
            self.topic = text
        elif passage.clause.kind == "heading" or divides(passage.clause):
            self.topic, self.title = "", text
        first, *more = split(text) or [""]
        out = {passage.clause.source: first if more and is_lead(first) else self.topic}
        within: dict[str, str] = {}
        for one in passage.under:
            out[one.source] = over = within.get(one.parent or "", self.topic)
            within[one.id] = one.own_text if is_lead(one.own_text) else over
        return out

    def _over_table(self, text: str, table: Table | None) -> str:
        """What stands over the rows of a table and says why they are not to be carried out.

        It is the line before it, its caption, or the heading of its last column. `text` is what
        the passage says, which is over the next one.
        """
        before, self.over_next = self.over_next, text.strip()
        head = table.texts[0][-1].strip() if table and table.texts[0] else ""
        if PROPOSED.fullmatch(head) and not head.casefold().startswith("agreed"):
            return head
        for over in (text, before, head) if table else ():
            said = (split(over[-LONGEST:]) or [""])[-1]
            if _OF_TABLE.search(said) and (
                under_line(said, self.names) or under_title(said, self.names)
            ):
                return over
        return ""

    def _lines(self, passage: Passage, text: str, order: bool) -> dict[Source, str]:
        """The line that each clause of a passage stands under."""
        clause = passage.clause
        set_so = clause.kind == "heading" or divides(clause)
        title = set_so and not text.rstrip().endswith(":")
        if title or (self.in_list and clause.kind not in {"bullet", "paragraph"}):
            self.line = ""
        head = text[: text.find(":", 0, LONGEST) + 1]  # it goes for all that the line orders
        leads = not title and head and not is_order(head) and under_line(head, self.names)
        first, run_in = _run_in(text)
        other = titled_another(first, self.names) or (run_in and _takes_back(first, self.names))
        lines = {clause.source: head if leads else first if other else self.line}
        # "4.2: withdrawn." is of 4.2, and 1.2 stands beside an order in 1.1 and not under it
        here = {(one.parent, bool(one.number)) for one in passage.under}
        beside = order and here == {(clause.parent, bool(clause.number))} and clause.number
        leads_in = bool(passage.under) and not (beside or cites(clause))
        if title or leads_in or _LEADS.search(text[-LONGEST:]):
            under = (under_title(text, self.names) if title
                     else under_line(text, self.names, order))  # fmt: skip
            self.above = "" if divides(clause) else self.above
            if under or _ANEW.search(text[:LONGEST]):
                self.line = text if under else ""
                self.in_list, self.of_order = bool(passage.under), order
        within: dict[str, str] = {}
        for one in passage.under:
            lines[one.source] = over = within.get(one.parent or "", self.line)
            opens = one.own_text.rstrip().endswith(":") and under_line(one.own_text, self.names)
            within[one.id] = one.own_text if opens else over
        for one in filter(divides, passage.under):
            self.line = one.own_text if under_title(one.own_text, self.names) else ""
            self.above, self.in_list, self.of_order = self.line, False, False
        return lines

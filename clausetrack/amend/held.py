"""What keeps an order from being carried out as it stands: nobody agreed it, or it is for some.

"The claim to delete clause 4 is withdrawn" names a clause and a verb, and orders nothing. What a
line leads into, or an item's title says, goes for the orders under it: "The following claims are
withdrawn:", "For parks staff only:". Such an order is listed, with the words that hold it back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from clausetrack.amend import briefly
from clausetrack.amend.citing import as_printed
from clausetrack.amend.commanded import spoken_of
from clausetrack.amend.drafts import Draft, unasked
from clausetrack.amend.groups import groups
from clausetrack.amend.naming import OTHERS, PEOPLE, another_document, titled_another
from clausetrack.amend.narrower import inside, under_clause
from clausetrack.amend.part_drafts import cites, of_another
from clausetrack.amend.passages import Passage, divides
from clausetrack.amend.splitting import split
from clausetrack.amend.telling import rest_stays
from clausetrack.amend.topics import is_lead, names_part
from clausetrack.amend.waiting import waits
from clausetrack.model import Source
from clausetrack.segment.wording import ORDER, as_order, is_order, masked

_LONGEST = 1000  # characters; texts are hostile
_MOST_SHOWN = 120
_FEW = 6  # words of a title that runs in
_OUT = (
    r"(?:withdrawn|rejected|declined|refused|deferred|abandoned|dropped|parked|not pursued"
    r"|lost|lapsed|not proceeding)"
)
_UNSETTLED = (
    r"(?:not (?:yet )?(?:been )?(?:agreed|accepted|settled|approved|resolved)"
    r"|to be (?:confirmed|agreed|advised|determined|discussed|negotiated|decided|settled|finalised)"
    r"|tb[acd]|under (?:discussion|negotiation)|for (?:further )?discussion|in dispute|disputed"
    r"|unresolved|undecided)"
)
_OPEN = re.compile(
    rf"\b(?:{_UNSETTLED}|(?:did|do|does|could|can)(?: not|n[’']t) agree|cannot agree"
    r"|(?:agree[sd]?|agreement|accept(?:s|ed)?|support(?:s|ed)?|approved|settled) in principle"
    r"|fail(?:s|ed)? to agree|no agreement (?:was|has been|is|could be)"
    r"|(?:in|at|during|for|to|until) (?:the )?(?:next|future|subsequent|forthcoming|upcoming)"
    r" (?:\w+ )?(?:bargaining|negotiations?|rounds?|talks)"
    r"|(?:by way of|for|as an?) (?:example|illustration|instance)|hypothetical\w*)\b",
    re.I,
)
#: "… and the Union declined", "… is withdrawn."
_GIVEN_UP = re.compile(
    rf"\b{OTHERS}(?: has| have| had)?(?: (?:since|later|now|then))?"
    r" (?:declined|rejected|refused|withdrew|withdraws?|withdrawn|opposed|opposes)\b"
    rf"|(?:^|[\[(–—-])\s*(?:(?:claim|proposal|offer)s? )?{_OUT}(?=\s*(?:[\]).;,:]|$))"
    rf"|\b(?:is|are|was|were|be|been|remains?)(?: \w+ly)? {_OUT}(?=\W*$|:)",
    re.I,
)
_HANGS = re.compile(r"\b(?:that|which|who|where|when|if|as)\b", re.I)
#: Of words before the first verb of order.
_ASKED = re.compile(
    r"\b(?:claim|proposal|request|suggestion|demand|recommendation|offer)s?"
    r"(?= (?:to|for|that|by)\b)|^\W*(?:claim|proposal)s?\W*$"
    rf"|\b(?:{OTHERS}(?:[’']s?)?|following|its|their|our) (?:\w+ )?"
    r"(?:claim|proposal|request|demand|offer)s?\b"
    r"|\b(?:claimed|propos(?:es|ed)|request(?:s|ed)|suggest(?:s|ed)|demand(?:s|ed)|offer(?:s|ed)"
    r"|recommend(?:s|ed)|seeks?|sought|ask(?:s|ed)|want(?:s|ed)|intend(?:s|ed)?|hope[sd]?"
    r"|plan(?:s|ned)|expect(?:s|ed)?|consider(?:s|ed)?|discussed|contemplate[sd]?)\b",
    re.I,
)
_TOGETHER = re.compile(r"\b(?:the parties|we)(?: \w+)? (?:propose|recommend)|\bthis offer\b", re.I)
_AGREED = re.compile(
    r"(?<!not )(?<!not yet )(?<!not been )\b(?:agree[sd]?|accept(?:s|ed)?|adopt(?:s|ed)|settled"
    r"|granted|approved|in settlement)\b",
    re.I,
)
_NOT = re.compile(r"\b(?:not|never|neither)\b", re.I)
_MAY = re.compile(r"\b(?:may|might|could|would|can)(?: \w+){0,3} $", re.I)
_DRAFT = re.compile(r"^\W*(?:draft|tentative|provisional|placeholder)\b"
                    r"|\b(?:tentative|provisional)ly\b", re.I)  # fmt: skip
_OPTION = re.compile(
    r"\W*(?:(?:option|alternative|variant|scenario) (?:\d+|[A-Z])\b|either\b|or\b)", re.I
)
#: An order in square brackets, that they close or not.
_BRACKETED = re.compile(r"\[[^\[\]]*(?:\]\W*)?")
_ASIDE = re.compile(
    rf"\[[^\[\]]*\b(?:{_UNSETTLED}|{_OUT}|draft|pending|proposed|provisional|tentative|optional"
    r"|example|claim(?:ed)?|only|if|unless|subject to)\b[^\[\]]*\]"
    rf"|\((?:{_UNSETTLED}|{_OUT}|draft|pending|proposed|provisional|tentative|optional)"
    r"(?:[\s,:;–-]+(?:on|at|by|in|subject|for|pending|until|\d)[^()]*)?\)",
    re.I,
)
#: A sentence that takes back the order beside it.
_TAKES_BACK = re.compile(
    r"\W*(?:(?:this|it|that|(?:the|this) (?:claim|change|proposal|amendment|item)|claim(?: \w+)?"
    r"|status)\b[\s:–—-]*(?:(?:is|was|has been|remains)(?: still)? )?)?"
    rf"(?:{_UNSETTLED}|{_OUT}|(?:a )?draft(?: only)?)\W*",
    re.I,
)
_OF_IT = re.compile(  # a sentence behind an order that is of it
    r"\W*(?:it|they|this|these|(?:that|those|the|all|both)(?: of)?(?: (?:the|these))?"
    r"(?: (?:above|foregoing|preceding|said|new|amended))*"
    r" (?:changes?|amendments?|variations?|clauses?|(?:sub-?|para)(?:clause|graph)s?|wording"
    r"|provisions?|insertions?|orders?|items?))\b",
    re.I,
)
_EVERY = re.compile(
    r"\W*(?:these|those|all|both|the (?:above|foregoing|preceding))(?: \w+){0,2} "
    r"(?:changes|amendments|variations|clauses|insertions|orders)\b", re.I
)  # fmt: skip
#: "After seven years, no change.": of a part of the clause, which the wording leaves out.
_AS_NOW = re.compile(
    r"\W*(?!.*\b(?:clauses?|rest|remainder|balance|others?|otherwise|all|items?|is|are|was|were"
    r"|remains?|stays?|nothing)\b)\w[^.;]{3,80}\b(?:no change|unchanged|as now"
    r"|(?:existing|current|present) wording)\W*",
    re.I,
)
_LIMITS = re.compile(
    r"\b(?:(?:do|does|will|shall|is|are|to|must) (?:not|never)(?: to)?(?: be)?"
    r" (?:apply|take effect|come into|have effect|cover|extend|operate|bind|made|included|carried"
    r"|implemented|printed|inserted)|conditional|contingent|subject to|depend(?:s|ent)|unless"
    r"|an? (?:trial|pilot)|on (?:a )?trial|temporar(?:y|ily)|provisional(?:ly)?"
    r"|until|provided (?:that|the|it)|on condition|except|if|lapses?|one[- ]off|for (?:the )?20\d\d"
    r"|expires?|ceases?|(?:appl(?:y|ies)|for|effect|holds?)\b[^.;]{0,60}\bonly"
    r"|phased|in (?:\w+ )?(?:stages|steps)|only (?:appl(?:y|ies)|for|if|when|where|takes?|in))\b",
    re.I,
)
_RATIFIED = re.compile(r"\b(?:subject to|once|until|if|unless|when|conditional (?:up)?on)\b"
                       r"[^.;,]{0,60}\bratif\w*", re.I)  # fmt: skip
_FOR_SOME = (
    r"^\W*(?:for|in respect of|in the case of|as regards)\b(?! all\b)[^.;:,\d]{0,60}"
    rf"\b{PEOPLE}\b[^.;:,\d]{{0,40}}(?=[,:]|\W*$)"
)
#: What keeps a line from leading into orders that are agreed, and for all.
_CONDITION = re.compile(
    r"\b(?:only|if|unless|provided (?:that|the|it)|conditional(?:ly)?|contingent"
    r"|subject to(?! (?:\w+[’']?s? ){0,4}ratif))\b"
    r"|^\W*(?:once|should|until|when|pending|except|excluding)\b"
    rf"|{_FOR_SOME}",
    re.I,
)
#: The same, in a line that is no order itself and describes no clause.
_BARE_CONDITION = re.compile(
    r"\b(?:once|until|when|pending|except|excluding|without prejudice"
    rf"|{OTHERS}[’']?s? position|(?:must|will|shall|to)(?: (?:first|still|further))?"
    r" (?:approve|consider|confirm|decide|discuss|explore|investigate|negotiate|review))\b",
    re.I,
)
_TITLE = re.compile(
    rf"\b(?:{_UNSETTLED}|{_OUT}|outstanding (?:claims?|matters?|issues?|items?)"
    r"|for (?:the )?(?:next|future) \w+|^\W*(?:next|future) (?:round|bargaining)|examples?"
    r"|option (?:\d+|[A-Z])\b|conditional"
    r"|not (?:to be )?(?:included|proceeding|carried)|in principle|side letter"
    r"|subject to(?! (?:\w+[’']?s? ){0,4}ratif)|not for (?:the |inclusion)|alternative to (?!the\b)"
    r"|not (?:form|be|to form|forming|to be)? ?(?:a )?part of"
    r"|outside (?:of )?the (?:\w+ )?agreement"
    rf"|by (?:the )?{OTHERS} only)\b"
    rf"|\b(?:{OTHERS}|trust)(?:[’']s?)? (?:position|view|preference)(?= only\b|\W*$)"
    r"|^\W*draft(?: only| for \w+)?\W*$"
    rf"|^\W*(?:{OTHERS}|trust)(?:[’']s?)? (?:claims?|proposals?)\W*$"
    rf"|^\W*options? (?:for|to|\d|[A-Z]\b)|\bcounter[- ]?(?:offer|proposal|claim)s?\b"
    rf"|\b(?:{OTHERS}|trust)(?:[’']?s?)? (?:\w+ )?(?:response|reply)\b"
    rf"|\([^()]{{0,60}}\b{PEOPLE}\b[^()]{{0,20}} only\)\W*$"
    # "Pay of nurses only" is what it is about; "For nurses only" and a line that leads in are not
    rf"|^\W*(?:for|in respect of)\b[^.;]{{0,60}}\bonly\b|\b{PEOPLE}\b[^.;]{{0,60}}\bonly:\W*$",
    re.I,
)
#: Titles of an item, which may be that of a whole settlement too.
_APART = re.compile(
    r"^\W*(?:(?:memorandum|letter|record|statement) of (?:understanding|intent|comfort)"
    r"|understandings?|(?:a )?(?:trial|pilot)s?)\W*$", re.I
)  # fmt: skip
#: What a clause is called: "clause 9.1 (Claims not paid)".
_TITLED = re.compile(r"\([^()]*\)")
_CLAIM_NUMBER = re.compile(r"\bclaims? (?:no\.? ?)?[\d.]+\w*", re.I)
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


@lru_cache(8)  # of a long sentence it is asked for each of its orders
def refused(text: str) -> str:
    """The words by which a sentence says that what it speaks of is not agreed; "" without any."""
    plain = masked(as_order(text))[:_LONGEST]
    if _BRACKETED.fullmatch(plain):
        return text.strip()
    for pattern in (_OPTION, _TAKES_BACK):
        if found := pattern.match(plain):
            return found[0].strip()
    if found := _ASIDE.search(plain) or _OPEN.search(plain):
        return found[0]
    for found in _GIVEN_UP.finditer(plain):
        if not _HANGS.search(re.split("[,;]", plain[: found.start()])[-1]):
            return found[0].strip()
    verb = ORDER.search(plain)
    head = _TITLED.sub("", plain[: verb.start() if verb else len(plain)])
    if found := _NOT.search(head):
        return " ".join([*head[: found.start()].split()[-1:], *head[found.start() :].split()[:3]])
    if found := _DRAFT.search(head) or _MAY.search(head):
        return found[0].strip()
    asked = _ASKED.search(_TOGETHER.sub("", _CLAIM_NUMBER.sub("", head)))
    return asked[0] if asked and not _AGREED.search(plain) else ""


def limits(sentence: str) -> bool:
    """Does a sentence behind an order take it back, or say for whom or when alone it holds?"""
    plain = _RATIFIED.sub("", sentence[:_LONGEST])
    if _TAKES_BACK.fullmatch(plain) or _AS_NOW.fullmatch(plain):
        return True
    if waits(plain) and not is_order(plain):
        return True
    return bool(_OF_IT.match(plain)) and bounded(plain)


def bounded(sentence: str) -> bool:
    """Does a sentence say that something is not agreed, or when or for whom alone it holds?"""
    plain = _RATIFIED.sub("", sentence[:_LONGEST])
    return any(one.search(plain) for one in (_LIMITS, _OPEN, _GIVEN_UP, _ASIDE))


def _under_line(text: str, names: str, order: bool = False) -> bool:
    """Is what stands under a line of the terms not agreed, not for all, or on another document?"""
    plain = masked(said := (split(text[-_LONGEST:]) or [""])[-1])[:_LONGEST]
    bare = not order and (_BARE_CONDITION.search(plain) or _TITLE.search(plain))
    held = bare or _CONDITION.search(plain) or refused(said) or another_document(said, names)
    return bool(held) and not rest_stays(said)


def under_title(text: str, names: str) -> bool:
    """Does a title say so of what stands under it?"""
    other = another_document(text, names) or titled_another(text, names)
    return bool(text and (_TITLE.search(text[:_LONGEST]) or other))


def _limit(text: str, drafts: Sequence[Draft], made: Sequence[Draft]) -> None:
    """Hold the drafts that a sentence of a text takes back or limits: those `made`, or all."""
    if briefly.is_entry(text, _TAKES_BACK):
        return  # "B. Withdrawn" is of B
    beside = next((one for one in _ENDS.split(text) if limits(masked(one))), "")
    if beside and not text.rstrip().endswith(":"):  # "Withdrawn:" is of what follows
        for draft in drafts if _EVERY.match(beside) else made:
            draft.held = draft.held or _SAYS.format(beside.strip()[:_MOST_SHOWN])


def _takes_back(first: str, names: str) -> bool:
    """Does a short sentence before an order say of it what a title or a line over it would?"""
    said = bool(_CONDITION.search(first) or under_title(first, names))
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
        self.last: Sequence[Draft] = ()

    def hold(self, passage: Passage, drafts: Sequence[Draft]) -> None:
        """Say why the last of `drafts`, those not asked yet, are not carried out as they stand."""
        made = unasked(drafts)
        if passage.fragment is not None:
            caption = passage.clause.heading_text if passage.clause.table else ""
            over = caption if caption and _under_line(caption, self.names) else self.line
            for draft in made:
                draft.held = self._why(draft, over or self.above)
                draft.over = draft.over or (caption if is_lead(caption) else "")
            self.line = "" if self.of_order else self.line
            return
        text = passage.clause.own_text or passage.clause.heading_text
        own = any(draft.source == passage.clause.source for draft in made)
        topics = self._topics(passage, text)
        for draft in made:
            draft.over = topics.get(draft.source, self.topic)
            if not draft.over and draft.order.part and draft.order.part.everywhere:
                draft.over = self._title_over(text)
            draft.over = draft.over or self._limit_over(draft, passage, text)
        above = self.above  # a title among the lines under a passage goes for what comes then
        lines = self._lines(passage, text, own)
        for draft in made:
            draft.held = self._why(draft, lines.get(draft.source, self.line) or above)
        by_number = cites(passage.clause)  # "4.2: withdrawn." says nothing of 4.3 below
        mine = [one for one in made if one.source == passage.clause.source] if by_number else made
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
        plain = masked(said)[:_LONGEST]
        some = re.match(_FOR_SOME, plain, re.I)
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

    def _lines(self, passage: Passage, text: str, order: bool) -> dict[Source, str]:
        """The line that each clause of a passage stands under."""
        clause = passage.clause
        set_so = clause.kind == "heading" or divides(clause)
        title = set_so and not text.rstrip().endswith(":")
        if title or (self.in_list and clause.kind not in {"bullet", "paragraph"}):
            self.line = ""
        head = text[: text.find(":", 0, _LONGEST) + 1]  # it goes for all that the line orders
        leads = not title and head and not is_order(head) and _under_line(head, self.names)
        first, run_in = _run_in(text)
        other = titled_another(first, self.names) or (run_in and _takes_back(first, self.names))
        lines = {clause.source: head if leads else first if other else self.line}
        # "4.2: withdrawn." is of 4.2, and 1.2 stands beside an order in 1.1 and not under it
        here = {(one.parent, bool(one.number)) for one in passage.under}
        beside = order and here == {(clause.parent, bool(clause.number))} and clause.number
        leads_in = bool(passage.under) and not (beside or cites(clause))
        if title or leads_in or _LEADS.search(text[-_LONGEST:]):
            under = (under_title(text, self.names) if title
                     else _under_line(text, self.names, order))  # fmt: skip
            self.above = "" if divides(clause) else self.above
            if under or _ANEW.search(text[:_LONGEST]):
                self.line = text if under else ""
                self.in_list, self.of_order = bool(passage.under), order
        within: dict[str, str] = {}
        for one in passage.under:
            lines[one.source] = over = within.get(one.parent or "", self.line)
            opens = one.own_text.rstrip().endswith(":") and _under_line(one.own_text, self.names)
            within[one.id] = one.own_text if opens else over
        for one in filter(divides, passage.under):
            self.line = one.own_text if under_title(one.own_text, self.names) else ""
            self.above, self.in_list, self.of_order = self.line, False, False
        return lines

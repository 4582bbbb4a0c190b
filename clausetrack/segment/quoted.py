"""Terms of settlement: items, their own markers, and the wording that they quote for the agreement.

Quoted wording stands in fragments, each an ID space of its own with the agreement's IDs. A fragment
opens where an instruction leads into it and closes at the next words of the terms themselves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from clausetrack import numbering
from clausetrack.errors import FINDINGS
from clausetrack.model import Clause, Finding, Fragment, Runs
from clausetrack.segment import items, wording
from clausetrack.segment.belonging import counts_in_division, is_itself, placed
from clausetrack.segment.labels import Piece, classify, cut, labels_ahead, strip
from clausetrack.segment.lettered import as_cited
from clausetrack.segment.letters import beside
from clausetrack.segment.quotes import OPENING, Quotes, begins_wording, ends_within
from clausetrack.segment.signing import closing_block
from clausetrack.segment.tree import OWN_NUMBERS, UNNAMED, Branch
from clausetrack.segment.wording import Lead


@dataclass
class Terms:
    """The state of reading terms: the body, the open fragment, and the words that led here.

    `marker` is the last decimal marker of the item's own ("2.1"), `listed` the clause that a list
    of orders is on.
    """

    numbered: bool
    body: Branch = field(default_factory=Branch)
    fragments: list[Fragment] = field(default_factory=list)
    branches: list[Branch] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    quotes: Quotes = field(default_factory=Quotes)
    item: str | None = None
    heading: str = ""
    last: int = 0
    lead: Lead = field(default_factory=Lead)
    leads: list[str] = field(default_factory=list)
    open: Branch | None = None
    marker: str = ""
    listed: str | None = None
    #: How the piece was set that the item began with.
    set_like: tuple[str, str, int] | None = None

    @property
    def findings(self) -> list[Finding]:
        return [finding for branch in (self.body, *self.branches) for finding in branch.findings]


def build(pieces: Sequence[Piece]) -> Terms:
    """Read the pieces of terms of settlement."""
    pieces, numbered = items.settled(pieces)
    terms = Terms(numbered=bool(numbered))
    ahead = labels_ahead(pieces)
    closing = closing_block(pieces)
    for at, printed in enumerate(pieces):
        if terms.open is None and terms.lead.target and begins_wording(printed.text):
            terms.lead = replace(terms.lead, opens=terms.lead.orders)  # no colon is needed
        piece = terms.quotes.unwrapped(printed, opens=terms.lead.opens)
        piece = as_cited(piece, terms.lead.target)
        if at >= closing:
            terms.open, terms.body.signing = None, True
            _own(terms, piece, "")
        elif at in numbered or _starts_item(terms, piece, pieces[at + 1 :]):
            _start_item(terms, piece)
        elif piece.kind == "plain" and piece.heading and wording.TERMS_ONLY.match(piece.text):
            terms.open, terms.lead, terms.item = None, Lead(), None
            terms.body.unit, terms.body.levels = None, []
            _grow(terms, terms.body, "heading", piece, "")
            terms.body.unit = None
        elif _is_quoted(terms, piece, pieces[at + 1 :]):
            _quote(terms, piece, ahead[at], pieces[at + 1 :])
        else:
            _own(terms, piece, ahead[at])
    return terms


# -------------------------------------------------------------------------------------- items


def _starts_item(terms: Terms, piece: Piece, after: Sequence[Piece]) -> bool:
    """Is it an item without a number?"""
    if terms.numbered and terms.last:
        return False
    like = _set_like(piece) == terms.set_like  # the item before it
    if piece.kind == "bullet":
        alone = terms.item is None or terms.item.startswith(UNNAMED)
        return alone and (wording.is_order(piece.text) or (like and _is_whole(terms.open)))
    if piece.kind != "plain":
        return False
    if like and piece.line.style == "heading":
        return True
    if wording.is_clause_title(piece.text):
        return bool(after) and bool(wording.ORDER.search(after[0].text))
    if not piece.heading:
        return terms.item is None and not terms.numbered and wording.is_order(piece.text)
    # An unnumbered heading is an item where it opens prose that orders something.
    for following in after:
        if following.kind == "integer" and following.heading:
            return False
        if following.kind == "plain" and not following.heading:
            found = wording.lead(following.text)
            return found.orders and found.target is not None
    return False


def _set_like(piece: Piece) -> tuple[str, str, int]:
    """How a piece without a label is set, by which the next one of its kind is known."""
    return piece.kind, piece.line.style, piece.line.level


def _is_whole(branch: Branch | None) -> bool:
    """Has a quoted wording, if there is one, come to the end of a sentence?"""
    return branch is None or not branch.clauses or branch.clauses[-1].printed.endswith(".")


def _start_item(terms: Terms, piece: Piece) -> None:
    titled = items.is_title(piece) or wording.is_clause_title(piece.text)
    piece = piece._replace(heading=titled)
    given: Runs = ()
    if not piece.heading and (at := wording.lead(piece.text).inline):
        given = strip(cut(piece.runs, at))
        piece = piece._replace(runs=strip(cut(piece.runs, 0, at)))
    terms.open, terms.lead, terms.leads, terms.marker, terms.listed = None, Lead(), [], "", None
    terms.body.unit, terms.body.levels, terms.body.division = None, [], None
    skipped = piece.kind == "integer" and int(piece.id) > terms.last + 1
    _grow(terms, terms.body, "item", piece, "")
    clause = terms.body.clauses[-1]
    if skipped:
        terms.body.findings.append(
            Finding(
                "number-out-of-order",
                FINDINGS["number-out-of-order"],
                f"item {piece.id} follows item {terms.last}",
                clause.id,
                piece.source,
            )
        )
    if piece.kind == "integer":
        terms.last = int(piece.id)
    elif piece.kind not in {"plain", "bullet"}:
        terms.last += 1
    terms.set_like = _set_like(piece)
    terms.item, terms.heading = clause.id, piece.text if piece.heading else ""
    if not piece.heading:
        _note_lead(terms, piece)
    if given:
        _give(terms, piece._replace(runs=given))


def _grow(terms: Terms, branch: Branch, what: str, piece: Piece, ahead: str) -> None:
    """Let a branch take a piece, and keep document order over all branches."""
    before = len(branch.clauses)
    if what in {"letter", "heading"}:
        getattr(branch, f"add_{what}")(piece, ahead)
    else:
        getattr(branch, f"add_{what}")(piece)
    if len(branch.clauses) > before:
        terms.clauses.append(branch.clauses[-1])
    else:
        # The piece became the text of the unit before it.
        changed = branch.clauses[-1]
        at = next(
            i
            for i in range(len(terms.clauses) - 1, -1, -1)
            if (terms.clauses[i].fragment, terms.clauses[i].id) == (changed.fragment, changed.id)
        )
        terms.clauses[at] = changed
    if branch.clauses and what == "note":
        terms.clauses[-1] = branch.clauses[-1]


# -------------------------------------------------------------------------- the terms' own text


def _own(terms: Terms, piece: Piece, ahead: str) -> None:
    """A piece of the terms themselves: prose, own markers, own tables."""
    terms.open = None
    body = terms.body
    if piece.kind == "plain" and piece.heading and not body.signing and not _led(piece.text):
        body.add_heading(piece, "", within=terms.item)
        terms.clauses.append(body.clauses[-1])
        if terms.item is None:
            body.unit = None
        terms.lead = Lead()
    elif piece.kind in {"plain", "division"}:
        whole = piece if piece.kind == "plain" else piece._replace(runs=piece.line.runs, label=())
        found = wording.lead(whole.text, terms.heading)
        if found.inline is not None and terms.item is not None:
            _inline(terms, whole, found.inline)
        else:
            _grow(terms, body, "text", whole, "")
            _note_lead(terms, whole)
            terms.listed = found.target if whole.text.rstrip().endswith(":") else None
    elif piece.kind in {"letter", "integer", "decimal"}:
        found = wording.lead(piece.text, terms.heading)
        given: Runs = ()
        at = found.inline or 0
        if at and piece.text[at] not in "“\"" and terms.listed and wording.directs(piece.text):
            given = strip(cut(piece.runs, at))
            piece = piece._replace(runs=strip(cut(piece.runs, 0, at)), heading=False)
        marker = piece._replace(kind="letter")
        if piece.kind == "decimal":
            _grow(terms, body, "number", piece._replace(heading=False), "")
            terms.marker = piece.id
        else:
            _grow(terms, body, "letter", marker, ahead)
        if found.orders and terms.lead.own_list is False:
            _note_lead(terms, piece)
            if wording.directs(piece.text) and terms.lead.target is None:
                terms.lead = replace(terms.lead, target=terms.listed)
        if given:
            _give(terms, piece._replace(runs=given))
    else:
        _grow(terms, body, piece.kind, piece, "")
        if piece.kind == "table":
            terms.leads = []


def _led(text: str) -> bool:
    return (found := wording.lead(text)).orders and (found.target is not None or found.opens)


def _note_lead(terms: Terms, piece: Piece) -> None:
    terms.lead, terms.quotes.closed = wording.lead(piece.text, terms.heading), False
    terms.leads.append(piece.text)


# ---------------------------------------------------------------------------- quoted wording


def _is_quoted(terms: Terms, piece: Piece, after: Sequence[Piece]) -> bool:
    """Does a piece belong to wording for the agreement?"""
    if terms.item is None:
        return False
    if piece.kind == "table":
        return _is_quoted_table(terms, piece)
    opened = terms.open is not None
    labelled = piece.kind in {"decimal", "letter", "integer", "bullet"}
    if labelled and wording.is_own(piece.text, terms.lead):
        return False
    if piece.kind == "decimal":
        return _is_cited(terms, piece.id)
    if piece.kind == "division":
        return terms.lead.opens or (terms.lead.orders and terms.lead.target == piece.id)
    if piece.kind in {"letter", "integer"}:
        return opened or (not terms.lead.own_list and (terms.lead.opens or terms.lead.labelled))
    if piece.kind == "bullet":
        # "the rate increases from 62 cents to 83 cents" describes a change: it is not its wording.
        return opened or (terms.lead.opens and not wording.ORDER.search(piece.text))
    if piece.kind == "note":
        return opened or terms.lead.opens
    if piece.kind != "plain":
        return False
    if wording.is_prose(piece.text) or (opened and _led(piece.text)):
        return False
    if piece.heading:
        # A heading stands in the wording where numbered wording follows it.
        for following in after[:2]:
            if following.kind == "decimal":
                return _is_cited(terms, following.id)
        return False
    if opened and terms.quotes.closed and not piece.text.startswith(OPENING):
        return False  # behind the mark that closes the wording
    return opened or terms.lead.opens


def _is_cited(terms: Terms, number: str) -> bool:
    """Is a number that of a clause which the item amends, not a marker of the item's own?"""
    if terms.marker and number == str(numbering.parse(terms.marker).next):
        return False
    if terms.open is not None and terms.open.unit:
        try:
            here = numbering.parse(terms.open.unit)
        except ValueError:
            here = numbering.ClauseId()
        if here.numbers and not here.place and number == str(here.next._replace(labels=())):
            return True
    for text in reversed(terms.leads):
        found = wording.lead(text, terms.heading)
        if not found.orders:
            continue
        if found.target is None:
            return found.opens
        aim = numbering.parse(found.target)
        own = numbering.parse(placed(number, found.target))
        related = (
            own.within(aim)
            or aim.within(own)
            or (bool(aim.division) and own.numbers[0] == aim.division.rpartition(" ")[2])
        )
        if related or found.opens:
            return True
    first = numbering.parse(number).numbers[0]
    return first != terms.item and bool(terms.leads) and terms.lead.opens


def _is_quoted_table(terms: Terms, piece: Piece) -> bool:
    """Is a table the clause's own: with a caption, or called the table by the words above it?"""
    ordered = any(wording.ORDER.search(text) for text in terms.leads) or not terms.leads
    if terms.open is not None and terms.open.clauses and terms.open.clauses[-1].kind != "table":
        return True
    named = any(re.search(r"\b(?:table|rows?)\b", text, re.I) for text in terms.leads)
    return ordered and (named or bool(piece.caption))


def _begin(terms: Terms, root: str | None) -> Branch:
    number = sum(fragment.item == terms.item for fragment in terms.fragments) + 1
    fragment = Fragment(f"{terms.item} quoted {number}", terms.item or "")
    branch = Branch(fragment.id, root)
    name = numbering.parse(root).division if root else ""
    if name.startswith(OWN_NUMBERS):
        branch.division = name
    terms.fragments.append(fragment)
    terms.branches.append(branch)
    return branch


def _quote(terms: Terms, piece: Piece, ahead: str, after: Sequence[Piece]) -> None:
    if piece.kind == "table":
        if terms.open is None or terms.open.clauses[-1].kind == "table":
            terms.open = _begin(terms, _table_target(terms))
        _grow(terms, terms.open, "table", piece, "")
        terms.open, terms.leads = None, []
        return
    if terms.open is None:
        terms.open = _begin(terms, terms.lead.target)
    branch = terms.open
    if not branch.clauses and branch.root and piece.kind == "letter":
        # "add a new clause 4.3.1(vi)" and then "(vi) ...": the label is the target's own.
        branch.root = branch.root.removesuffix(f"({piece.id})")
        branch.root = beside(branch.root, piece.id)
    piece = terms.quotes.unquoted(piece, opens=terms.lead.opens)
    first = piece.kind == "integer" and not branch.clauses
    itself = first and is_itself(piece, branch.root, (terms.leads or [""])[-1])
    if piece.kind == "decimal" or itself or counts_in_division(branch, piece):
        _grow(terms, branch, "number", piece, "")
    elif piece.kind in {"letter", "integer"}:
        _grow(terms, branch, "letter", piece, ahead)
    elif piece.kind == "division":
        branch.root = None
        _grow(terms, branch, "division", piece, "")
    elif piece.kind == "plain" and piece.heading:
        following = next((p.id for p in after if p.kind == "decimal"), "")
        _grow(terms, branch, "heading", piece, following)
    elif piece.kind == "plain":
        if branch.clauses:
            branch.findings.append(
                Finding(
                    "wording-unlabelled",
                    FINDINGS["wording-unlabelled"],
                    "an unnumbered paragraph after quoted wording was read as part of it",
                    source=piece.source,
                    quote=piece.text[:80],
                )
            )
        _grow(terms, branch, "text", piece, "")
    else:
        _grow(terms, branch, piece.kind, piece, "")
    terms.lead = replace(terms.lead, opens=False, labelled=False)


def _table_target(terms: Terms) -> str | None:
    named = filter(None, map(wording.target, reversed(terms.leads)))
    return next(named, None) or wording.target(terms.heading)


def _inline(terms: Terms, piece: Piece, at: int) -> None:
    """Wording that begins in the instruction's own paragraph, after its colon."""
    order = piece._replace(runs=strip(cut(piece.runs, 0, at)), heading=False)
    _grow(terms, terms.body, "text", order, "")
    _note_lead(terms, order)
    _give(terms, piece._replace(runs=strip(cut(piece.runs, at))))


def _give(terms: Terms, piece: Piece) -> None:
    """Begin a fragment with wording that is printed behind the words that order it."""
    if end := ends_within(piece.text):
        _give(terms, piece._replace(runs=strip(cut(piece.runs, 0, end))))
        _own(terms, piece._replace(runs=strip(cut(piece.runs, end)), heading=False), "")
        return
    given = terms.quotes.unquoted(piece, opens=terms.lead.opens)
    again = as_cited(classify(replace(given.line, runs=given.runs, style="")), terms.lead.target)
    if again.kind in {"letter", "decimal", "note"}:
        terms.lead = replace(terms.lead, opens=True)
        _quote(terms, again, "", ())
        return
    branch = _begin(terms, terms.lead.target)
    start = given.runs[0].source or piece.source
    branch.continue_text(given.runs, start)
    terms.clauses.append(branch.clauses[-1])
    terms.open = branch
    terms.lead = replace(terms.lead, opens=False, labelled=False)

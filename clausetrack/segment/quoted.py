"""Terms of settlement: items, their own markers, and the wording that they quote for the agreement.

Quoted wording stands in fragments, each an ID space of its own with the agreement's IDs. A fragment
opens where an instruction leads into it and closes at the next words of the terms themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from clausetrack import numbering
from clausetrack.errors import finding
from clausetrack.model import Fragment, Runs
from clausetrack.segment import blocks, continued, inline, items, moves, titles, wording
from clausetrack.segment.belonging import (
    called,
    counts_in_division,
    is_itself,
    opens_clause,
)
from clausetrack.segment.labels import Piece, classify, cut, labels_ahead, strip
from clausetrack.segment.lettered import as_cited
from clausetrack.segment.letters import beside
from clausetrack.segment.quotes import begins_wording, closings, ends_within
from clausetrack.segment.signing import closing_block
from clausetrack.segment.terms import Terms, in_part, is_quoted, led
from clausetrack.segment.tree import OWN_NUMBERS, UNNAMED, Branch
from clausetrack.segment.wording import Lead


def build(pieces: Sequence[Piece]) -> Terms:
    """Read the pieces of terms of settlement."""
    pieces, marks_between = continued.without_marks(pieces)
    pieces, numbered = items.settled(pieces)
    terms = Terms(numbered=bool(numbered))
    terms.quotes.found += marks_between
    ahead = labels_ahead(pieces)
    closing = closing_block(pieces)
    following = _next_items(numbered, closing, len(pieces))
    marks = closings(pieces)
    exchanged = blocks.own(pieces, numbered, following)
    for at, printed in enumerate(pieces):
        terms.quotes.look_ahead(marks, following[at - 1] if at else 0)
        terms.quotes.at = at
        if at in exchanged and at < closing and terms.item and not terms.quotes.closing:
            _set_out(terms, printed, ahead[at])
            continue
        if terms.open is None and terms.lead.target and begins_wording(printed.text):
            terms.lead = replace(terms.lead, opens=terms.lead.orders)  # no colon is needed
        piece = terms.quotes.unwrapped(printed, opens=terms.lead.opens)
        piece = as_cited(piece, terms.lead.target)
        if in_part(terms.open) or terms.lead.opens:
            piece = called(piece, None if in_part(terms.open) else terms.lead.target)
        if at >= closing:
            terms.open, terms.body.signing = None, True
            _own(terms, piece, "")
        elif at in numbered or (
            not terms.quotes.closing and _starts_item(terms, piece, pieces[at + 1 :])
        ):
            _start_item(terms, piece)
        elif piece.kind == "plain" and piece.heading and wording.TERMS_ONLY.match(piece.text):
            terms.open, terms.lead, terms.item = None, Lead(), None
            terms.body.unit, terms.body.levels = None, []
            _grow(terms, terms.body, Branch.add_heading, piece, "")
            terms.body.unit = None
        elif is_quoted(terms, piece, after := pieces[at + 1 : following[at]]):
            _quote(terms, piece, ahead[at], after)
        else:
            _own(terms, piece, ahead[at])
    return terms


def _next_items(numbered: Collection[int], closing: int, length: int) -> list[int]:
    """For each place, that of the next item behind it, or of the end of what is agreed."""
    out, following = [], min(closing, length)
    for at in reversed(range(length)):
        out.append(max(following, at + 1))
        following = at if at in numbered else following
    return out[::-1]


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
    if titles.is_clause_title(piece.text):
        return bool(after) and wording.lead(after[0].text).orders
    if not piece.heading:
        return terms.item is None and not terms.numbered and wording.is_order(piece.text)
    # An unnumbered heading is an item where it opens prose that orders something.
    for following in after:
        if following.kind == "integer" and following.heading:
            return False
        if following.kind == "plain" and (
            not following.heading or wording.is_order(following.text)
        ):
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
    at = wording.lead(piece.text).inline
    titled = items.is_title(piece) or (titles.is_clause_title(piece.text) and not at)
    piece = piece._replace(heading=titled)
    given: Runs = ()
    if not piece.heading and at:
        piece, given = _parted(piece, at)
    terms.open, terms.lead, terms.leads, terms.marker, terms.listed = None, Lead(), [], "", None
    terms.quotes.closing = ""
    terms.lettered = terms.bulleted = False
    terms.body.unit, terms.body.levels, terms.body.division = None, [], None
    skipped = piece.kind == "integer" and int(piece.id) > terms.last + 1
    _grow(terms, terms.body, Branch.add_item, piece)
    clause = terms.body.clauses[-1]
    if skipped:
        terms.body.findings.append(
            finding(
                "number-out-of-order",
                f"item {piece.id} {f'follows item {terms.last}' if terms.last else 'is the first'}",
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
    if not piece.heading or titles.is_new_clause(piece.text):
        _note_lead(terms, piece)
    if given:
        _give(terms, piece._replace(runs=given))


def _grow(
    terms: Terms, branch: Branch, add: Callable[..., None], piece: Piece, *ahead: str
) -> None:
    """Let a branch take a piece by its method `add`; document order is kept over all branches."""
    before = len(branch.clauses)
    add(branch, piece, *ahead)
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


# -------------------------------------------------------------------------- the terms' own text


def _own(terms: Terms, piece: Piece, ahead: str) -> None:
    """A piece of the terms themselves: prose, own markers, own tables."""
    terms.open = None
    body = terms.body
    if piece.kind == "plain" and piece.heading and not body.signing and not led(piece.text):
        body.add_heading(piece, "", within=terms.item)
        terms.clauses.append(body.clauses[-1])
        if terms.item is None:
            body.unit = None
        elif titles.is_clause_title(piece.text):
            terms.heading, terms.leads = piece.text, []  # of the orders below it
        terms.lead = Lead()
    elif piece.kind in {"plain", "division"}:
        whole = piece if piece.kind == "plain" else piece._replace(runs=piece.line.runs, label=())
        found = wording.lead(whole.text, terms.heading)
        if found.inline is not None and terms.item is not None:
            _inline(terms, whole, found.inline)
        else:
            _grow(terms, body, Branch.add_text, whole)
            _note_lead(terms, whole)
            terms.listed = found.target if whole.text.rstrip().endswith(":") else None
    elif piece.kind in {"letter", "integer", "decimal", "bullet"}:
        found = wording.lead(piece.text, terms.heading)
        given: Runs = ()
        at = found.inline or 0
        bare = at and piece.text[at] not in "“\"" and terms.listed and wording.directs(piece.text)
        numbered = at and piece.kind == "decimal" and inline.numbered(piece.text)
        cited = at and piece.kind == "decimal" and items.cites(piece) and found.target is None
        marked = _quotes_whole(piece.text, at)
        if bare or numbered or cited or marked:
            piece, given = _parted(piece._replace(heading=False), at)
        if piece.kind == "bullet":
            _grow(terms, body, Branch.add_bullet, piece)
            terms.bulleted = True
            found = found if marked else Lead()  # its words lead into no wording below it
        elif piece.kind == "decimal":
            _grow(terms, body, Branch.add_number, piece._replace(heading=False))
            terms.marker = piece.id
        else:
            _grow(terms, body, Branch.add_letter, piece, ahead)
            terms.lettered = True
        if found.orders and terms.lead.own_list is False:
            _note_lead(terms, piece)
            if wording.directs(piece.text) and terms.lead.target is None:
                terms.lead = replace(terms.lead, target=terms.listed)
            if piece.kind == "decimal" and items.cites(piece) and found.target is None:
                terms.lead = replace(terms.lead, target=piece.id)
        if given:
            _give(terms, piece._replace(runs=given))
        if marked:
            terms.open = None  # between the marks is all of it: the next entry is the list's own
            terms.bulleted = piece.kind == "bullet"
    else:
        _grow(terms, body, Branch.add, piece)
        if piece.kind == "table":
            # what stands behind a table that is no wording is none of the words above it
            terms.leads, terms.lead = [], replace(terms.lead, opens=False)
        terms.bulleted = False


def _quotes_whole(text: str, at: int) -> bool:
    """Does a line of a list end in the wording, from `at` on, of the clause that it names?"""
    marks = text[at : at + 1] + text.removesuffix(" and").rstrip(" .;")[-1:]
    return at > 0 and marks in {"“”", '""'} and wording.target(text[:at]) is not None


def _set_out(terms: Terms, piece: Piece, ahead: str) -> None:
    """Old or new words in a block, or the line over them: no wording for a clause."""
    if piece.kind in {"plain", "division"}:
        terms.open = None
        whole = piece._replace(runs=piece.line.runs, label=(), heading=False)
        _grow(terms, terms.body, Branch.add_text, whole)
    else:
        _own(terms, piece, ahead)
    terms.lead, terms.leads, terms.listed = Lead(), [], None


def _note_lead(terms: Terms, piece: Piece) -> None:
    terms.lead, terms.quotes.closed = wording.lead(piece.text, terms.heading), False
    terms.bulleted = False
    terms.leads.append(piece.text)


# ---------------------------------------------------------------------------- quoted wording


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
        _grow(terms, terms.open, Branch.add_table, piece)
        if terms.open.unit is None and not in_part(terms.open):
            terms.open = None  # else what counts on from the clause that has it goes on
        terms.leads = []
        return
    if terms.open is None:
        terms.open = _begin(terms, terms.lead.target)
    branch = terms.open
    if not branch.clauses and branch.root and piece.kind == "letter":
        # "add a new clause 4.3.1(vi)" and then "(vi) ...": the label is the target's own.
        branch.root = branch.root.removesuffix(f"({piece.id})")
        branch.root = beside(branch.root, piece.id)
    enclosed = bool(terms.quotes.closing)
    piece = terms.quotes.unquoted(piece, opens=terms.lead.opens)
    first = piece.kind == "integer" and not branch.clauses
    itself = first and is_itself(piece, branch.root, (terms.leads or [""])[-1])
    numbered = counts_in_division(branch, piece) or opens_clause(piece, after)
    if itself or numbered:
        piece = piece._replace(kind="decimal")
    elif piece.kind == "integer":
        piece = piece._replace(kind="letter")
    elif piece.kind == "section":
        branch.division = branch.division or _article(branch.root)
    elif piece.kind == "division":
        branch.root = None
    if piece.kind == "plain" and piece.heading:
        kinds = {"decimal", "integer"} if branch.division else {"decimal"}
        following = next((p.id for p in after if p.kind in kinds), "")
        _grow(terms, branch, Branch.add_heading, piece, following)
    else:
        unlabelled = piece.kind == "plain" and branch.clauses and not in_part(terms.open)
        if unlabelled and not enclosed:
            branch.findings.append(
                finding(
                    "wording-unlabelled",
                    "an unnumbered paragraph after quoted wording was read as part of it",
                    source=piece.source,
                    quote=piece.text[:80],
                )
            )
        _grow(terms, branch, Branch.add, piece, ahead)
    terms.lead = replace(terms.lead, opens=False, labelled=False)


def _article(root: str | None) -> str | None:
    """The Article that a wording is for, whose Sections it prints."""
    name = numbering.parse(root).division if root else ""
    return name.partition(" Section ")[0] if name.startswith("Article ") else None


def _table_target(terms: Terms) -> str | None:
    named = filter(None, map(wording.target, reversed(terms.leads)))
    last = (terms.leads or [""])[-1]
    led = moves.increased(last) or moves.retabled(last)
    return next(named, led) or wording.target(terms.heading)


def _inline(terms: Terms, piece: Piece, at: int) -> None:
    """Wording that begins in the instruction's own paragraph, after its colon."""
    order, given = _parted(piece._replace(heading=False), at)
    _grow(terms, terms.body, Branch.add_text, order)
    _note_lead(terms, order)
    _give(terms, piece._replace(runs=given))


def _parted(piece: Piece, at: int) -> tuple[Piece, Runs]:
    """An order, with what it says behind its wording, and the wording, which begins at `at`."""
    more = inline.more(piece.text[at:])
    end = at + more if more else len(piece.text)
    runs = (*strip(cut(piece.runs, 0, at)), *cut(piece.runs, end))
    return piece._replace(runs=strip(runs)), strip(cut(piece.runs, at, end))


def _give(terms: Terms, piece: Piece) -> None:
    """Begin a fragment with wording that is printed behind the words that order it."""
    if end := ends_within(piece.text):
        _give(terms, piece._replace(runs=strip(cut(piece.runs, 0, end))))
        _own(terms, piece._replace(runs=strip(cut(piece.runs, end)), heading=False), "")
        return
    given = terms.quotes.unquoted(piece, opens=terms.lead.opens)
    again = as_cited(classify(replace(given.line, runs=given.runs, style="")), terms.lead.target)
    aim = terms.lead.target or ""
    itself = again.id == aim and again.text[:1].isupper()  # "4 weeks of leave" is no clause 4
    counted = again.kind == "integer" and (itself or aim.startswith(OWN_NUMBERS))
    counted = counted or (again.kind == "section" and _article(aim) is not None)
    if again.kind in {"letter", "decimal", "note"} or counted:
        terms.lead = replace(terms.lead, opens=True)
        _quote(terms, again, "", ())
        return
    branch = _begin(terms, terms.lead.target)
    start = given.runs[0].source or piece.source
    branch.continue_text(given.runs, start)
    terms.clauses.append(branch.clauses[-1])
    terms.open = branch
    terms.lead = replace(terms.lead, opens=False, labelled=False)

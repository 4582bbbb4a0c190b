"""Tables that set new wording beside the old: in each row an exchange in the clause it names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausetrack.amend.blocks import LONG, SAYS, unmarked
from clausetrack.amend.drafts import Draft
from clausetrack.amend.remarks import behind
from clausetrack.amend.sentences import Order, parse
from clausetrack.amend.unread import CITED, KEPT, OF_CLAUSES, STANDS, named
from clausetrack.articles import in_clauses
from clausetrack.grids import whole_rows
from clausetrack.model import Clause, Source
from clausetrack.segment.inline import describes
from clausetrack.segment.labels import COMMAND
from clausetrack.segment.wording import is_order
from clausetrack.settlement import StatedChange

#: What heads a column of wording that is agreed, and of wording that may not be.
_COMES = re.compile(r"\W*(?:(?:the )?(?:new|agreed|amended|revised|replacement)\b\D*|to)\W*", re.I)
PROPOSED = re.compile(r"\D*\b(?:propos\w+|claim\w*|offer\w*|draft\w*)\b\D*", re.I)
#: What a cell says where there is no old wording, and where there is no new.
_NONE = re.compile(r"[\W_]*|\W*(?:new|nil|none|n/?a)(?: (?:clause|provision))?\W*", re.I)
_GONE = re.compile(r"[\W_]*|\W*(?:deleted?|omit(?:ted)?|removed?|repeal(?:ed)?|nil|none)\W*", re.I)
_WHOLE = re.compile(r"\d+[A-Z]?")
_STOPS = (".", ";", ".”", '."')
_FEW = 6  # words of a cell that says that all stays
_CALLED = "the table calls the new wording “{}”: a person must decide"
_BESIDE = "the row says “{}” beside the old wording and the new: a person must decide"
_NO_OLD = "the row prints no wording to be replaced: a person must say what comes in, and where"
_NO_NEW = "the row prints no new wording: a person must say what is to go"
_STOP = "of the old wording and the new only one ends in a stop: a person must decide"


def exchanges(item: str, clause: Clause) -> tuple[list[Draft], list[list[str]]]:
    """The rows of a table that exchange wording, each as an order of the item, and the other rows.

    One that is not certain says why it is held. A row that says that all stays is no exchange.
    """
    rows = whole_rows(clause.table)
    drafts = _drafts(item, clause.source, rows)
    return [*drafts.values()], [row for at, row in enumerate(rows) if at not in drafts]


def _drafts(item: str, source: Source, rows: Sequence[Sequence[str]]) -> dict[int, Draft]:
    """The rows that exchange wording, by their places."""
    heads = [head.strip() for head in rows[0]] if rows else []
    old = [at for at, head in enumerate(heads) if STANDS.search(head)]
    new = [at for at, head in enumerate(heads)
           if at not in old and (_COMES.fullmatch(head) or PROPOSED.fullmatch(head))]  # fmt: skip
    if len(old) != 1 or len(new) != 1:
        return {}
    where = next((at for at, head in enumerate(heads) if OF_CLAUSES.fullmatch(head)), 0)
    out: dict[int, Draft] = {}
    for at, row in enumerate(rows[1:], 1):
        cells = [cell.strip() for cell in row]
        name = in_clauses(cells[where]) if len(cells) == len(heads) else ""
        if not _cites(name, heads[where]):
            continue
        was, now = cells[old[0]], cells[new[0]]
        if KEPT.search(now) and len(now.split()) <= _FEW and not _GONE.fullmatch(now):
            continue
        beside = [cell for n, cell in enumerate(cells) if cell and n not in (where, old[0], new[0])
                  and not (n < where and cell.strip(".").isdigit())]  # fmt: skip
        pair = _without_label(was, name), _without_label(now, name)
        change = StatedChange(unmarked(pair[0]) or pair[0], unmarked(pair[1]) or pair[1])
        if PROPOSED.fullmatch(heads[new[0]]):
            why = _CALLED.format(heads[new[0]])
        elif beside:
            why = _BESIDE.format(beside[0])
        else:
            why = _why(change, marked=change.new != pair[1])
        cited = parse(f"{named(name)}:").cited[:1]
        said = " | ".join([cells[where], *(f"“{one}”" for one in (change.old, change.new) if one)])
        order = Order("substitution", "", cited, "", stated=(change,), alone=said)
        out[at] = Draft(item, order, cited[0], source, [said], wording="given", held=why)
    return out


def _cites(cell: str, head: str) -> bool:
    """Does a cell name one clause? A whole number is one in a column of clauses."""
    whole = OF_CLAUSES.fullmatch(head) and _WHOLE.fullmatch(cell)
    return bool(whole or CITED.fullmatch(cell)) and len(parse(f"{named(cell)}:").cited) == 1


def _without_label(text: str, name: str) -> str:
    """Wording without the number of its own clause before it."""
    label = re.escape(re.sub(r"^clause ", "", name, flags=re.I))
    own = re.match(rf"(?:clause |article )?{label}[.:]?\s+", text, re.I)
    return text[own.end() :] if own and not _WHOLE.fullmatch(name) else text


def _why(change: StatedChange, *, marked: bool) -> str:
    """Why it is not certain what an exchange is of; "" where it is."""
    old, new = change.old, change.new
    if _NONE.fullmatch(old):
        return _NO_OLD
    if _GONE.fullmatch(new):
        return _NO_NEW
    if "\n" in old + new:
        return LONG
    directs = COMMAND.match(new) and not COMMAND.match(old)  # "Delete the second sentence"
    if directs or is_order(new) or describes(new):
        return SAYS.format(new)
    if not marked and (said := behind(new)):
        return SAYS.format(said)
    return _STOP if old.endswith(_STOPS) != new.endswith(_STOPS) else ""

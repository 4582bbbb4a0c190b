"""What orders leave behind: lists that are ill joined, and clauses that hold nothing any more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from clausetrack.amend.list_ends import ill_joined
from clausetrack.errors import finding
from clausetrack.model import Clause, Document, Finding, Source
from clausetrack.settlement import Edit

Below = Mapping[str | None, Sequence[Clause]]


def left_over(
    base: Document, document: Document, edits: Sequence[Edit], sources: Mapping[str, Source]
) -> Iterator[Finding]:
    """A finding for each list or clause of the new agreement that orders left in such a state.

    `sources` are the places of the instructions by their IDs.
    """
    yield from ill_joined(base, document, edits, sources)
    yield from _emptied(base, document, edits, sources)


def _emptied(
    base: Document, document: Document, edits: Sequence[Edit], sources: Mapping[str, Source]
) -> Iterator[Finding]:
    """A finding for each clause of which no more is left than its number and heading."""
    before, after = _below(base), _below(document)
    orders: dict[str | None, dict[str, None]] = {}
    for edit in edits:
        if edit.old is not None and edit.amendment:
            named = orders.setdefault(edit.old.parent, {})
            named |= dict.fromkeys(edit.amendments)
    for edit in edits:
        old, new = edit.old, edit.new
        if old is None or new is None or _is_empty(old, before) or not _is_empty(new, after):
            continue
        amendments = [*dict.fromkeys((*filter(None, edit.amendments), *orders.get(old.id, ())))]
        if new.number and amendments:
            message = f"{', '.join(amendments)}: {new.id} holds nothing but its heading now"
            yield finding("clause-emptied", message, new.id, sources[amendments[0]], new.printed)


def _below(document: Document) -> Below:
    found: dict[str | None, list[Clause]] = defaultdict(list)
    for clause in document.clauses:
        found[clause.parent].append(clause)
    return found


def _is_empty(clause: Clause, below: Below) -> bool:
    return clause.table is None and not clause.own_text.strip() and not below.get(clause.id)

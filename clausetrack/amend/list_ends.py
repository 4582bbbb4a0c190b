"""Lists that an order leaves ill joined: without their "and" or "or", or with one at their end."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from clausetrack.errors import finding
from clausetrack.model import Clause, Document, Finding, Source
from clausetrack.settlement import Edit

_CODE = "list-ill-joined"
_KINDS = ("paragraph", "bullet")
_JOINT = re.compile(r"\b(and/or|and|or)[,;]?\s*$", re.I)
_OPEN = re.compile(r"(?:\b(?:and/or|and|or)[,;]?|[;,])\s*$", re.I)
_STOP = re.compile(r"[.][”\"’)]?\s*$")
Groups = Mapping[str | None, Sequence[Clause]]


def ill_joined(
    base: Document, document: Document, edits: Sequence[Edit], sources: Mapping[str, Source]
) -> Iterator[Finding]:
    """A finding for each list that was joined in `base` and is not in `document`.

    What is left of the list has an item that no order touches: a list that the terms print whole
    is theirs. `sources` are the places of the instructions by their IDs.
    """
    now = {edit.old.id: edit.new.id for edit in edits if edit.old and edit.new}
    was = {new: old for old, new in now.items()}
    orders: dict[tuple[str, str], dict[str, None]] = {}
    ordered: set[str] = set()
    for edit in edits:
        clause = edit.new or edit.old
        if clause is None or not edit.amendment or clause.kind not in _KINDS:
            continue
        ordered |= {edit.new.id} if edit.new else set()
        parent = edit.new.parent if edit.new else now.get(clause.parent or "")
        if parent is not None:
            named = orders.setdefault((parent, clause.kind), {})
            named |= dict.fromkeys(edit.amendments)
    if not orders:
        return
    before, after = _groups(base), _groups(document)
    for (parent, kind), amendments in orders.items():
        items = _items(after, parent, kind)
        if all(one.id in ordered for one in items):
            continue
        ends = [_end(after, one) for one in items]
        stood = [_end(before, one) for one in _items(before, was.get(parent), kind)]
        if said := [what for what in _faults(ends, stood) if what]:
            message = f"{', '.join(amendments)}: of the list of {parent}, {'; '.join(said)}"
            source = sources[next(iter(amendments))]
            yield finding(_CODE, message, parent, source, ends[-1][-80:])


def _groups(document: Document) -> Groups:
    found: dict[str | None, list[Clause]] = defaultdict(list)
    for clause in document.clauses:
        found[clause.parent].append(clause)
    return found


def _items(groups: Groups, parent: str | None, kind: str) -> list[Clause]:
    return [one for one in groups.get(parent, ()) if one.kind == kind] if parent else []


def _end(groups: Groups, item: Clause) -> str:
    """The last words of an item, which may stand in an item below it."""
    below = [one for one in groups.get(item.id, ()) if one.kind in _KINDS]
    return _end(groups, below[-1]) if below else (item.own_text or item.heading_text).rstrip()


def _faults(ends: Sequence[str], stood: Sequence[str]) -> Iterator[str]:
    """What is amiss with a list whose items have these ends, and was not with those before."""
    if not stood:
        return
    if (found := _OPEN.search(ends[-1])) and not _OPEN.search(stood[-1]):
        yield f"the last item ends in “{found[0].strip()}” now"
    elif _joint(stood) and len(ends) > 1 and not _joint(ends):
        yield f"the last two items are no longer joined by “{_joint(stood)}”"
    if _stopped(ends) and not _stopped(stood):
        yield "an item before the last ends in a full stop now, and others do not"


def _joint(ends: Sequence[str]) -> str:
    """The word that joins the last two items of a list."""
    found = _JOINT.search(ends[-2]) if len(ends) > 1 else None
    return found[1] if found else ""


def _stopped(ends: Sequence[str]) -> bool:
    stops = [bool(_STOP.search(end)) for end in ends[:-1]]
    return any(stops) and not all(stops)

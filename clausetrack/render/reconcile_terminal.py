"""What a reconciliation found, as text for a terminal: the gravest first, nothing left out."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePath

from clausetrack.model import Source
from clausetrack.reconcile.differences import (
    FOLLOWED,
    FOLLOWS,
    KINDS,
    Difference,
    Passage,
    Reconciliation,
)
from clausetrack.render.diff_terminal import Page
from clausetrack.render.items import item_called, spelled_out
from clausetrack.render.terminal import one_line, safe

_WIDTH = 100
_INDENT = "    "

#: What each kind is called, and what it means.
_SAID = {
    "silent": (
        "Silent edits",
        "their text with every change rejected is not our base: [-ours-] {+theirs+}",
    ),
    "not-ordered": (
        "Tracked, and ordered by no instruction",
        "where changes hide: [-ours-] {+theirs+}",
    ),
    "absent": ("Ordered, and not in theirs", "what the terms make of it: [-ordered-] {+theirs+}"),
    "different": ("Ordered, and done differently", "[-ordered-] {+theirs+}"),
    "unverified": (
        "For a person to check",
        "instructions that we could not carry out: [-our base-] {+theirs+}",
    ),
    "agreed": ("Agreed", "ordered, and done as ordered"),
}
#: What an ordered change is where theirs does not have it.
_ABSENT = {
    "inserted": "still there",
    "deleted": "not there",
    "changed": "as before",
    "renumbered": "numbered as before",
    "moved": "elsewhere",
    "none": "nothing tracked for it",
}
_COLOURS = {
    "silent": "red",
    "not-ordered": "yellow",
    "absent": "yellow",
    "different": "yellow",
    "unverified": "cyan",
    "agreed": "green",
}


def reconciliation(
    result: Reconciliation, width: int = _WIDTH, *, colour: bool = False
) -> str:
    """A section for each kind that was found, then the numbers."""
    page = _Reconciled(result, colour, width)
    blocks = [block for kind in KINDS for block in page.section(kind)]
    return "\n\n".join([*blocks, page.summary()]) + "\n"


class _Reconciled(Page):
    """How the differences are printed."""

    def __init__(self, result: Reconciliation, colour: bool, width: int) -> None:
        super().__init__(colour, width)
        self.result = result

    def section(self, kind: str) -> Iterator[str]:
        """The title of a kind and its differences; nothing where there is none."""
        found = self.result.of(kind)
        if not found:
            return
        name, meaning = _SAID[kind]
        title = self.style(f"{name}: {len(found)}", bold=True, fg=_COLOURS[kind])
        yield f"{title}  ({meaning})"
        if kind == "agreed":
            yield self.agreed(found)
        else:
            yield from map(self.difference, found)

    def difference(self, one: Difference) -> str:
        """Where and what, why, the words, and whose change it is."""
        lead = self.style(safe(one.clause) or "outside the clauses", bold=True)
        if one.heading and one.heading != one.clause:
            lead += f"  {safe(one.heading)}"
        said = _ABSENT[one.what] if one.kind == "absent" else one.what.replace("none", "")
        if one.slight:
            said += " (spacing, quotation marks or setting alone)"
        classes = f"  ({', '.join(one.classes)})" if one.classes and not one.slight else ""
        lines = [
            f"{lead}  {self.style(said, fg=_COLOURS[one.kind])}{self.style(classes, dim=True)}"
        ]
        lines += [self.passage(passage, one) for passage in one.passages]
        if one.renumbers:
            pairs = "; ".join(f"{safe(old)} → {safe(new)}" for old, new in one.renumbers)
            lines.append(self.note(f"numbers: {pairs}"))
        if one.reason:
            orders = [outcome.amendment for outcome in self.result.applied.outcomes]
            lines.append(self.note(safe(spelled_out(one.reason, orders))))
        if order := self.result.order(one):
            said = one_line(order.instruction)
            lines.append(self.note(f"{item_called(order.item)} ({order.id}): “{said}”"))
            if one.kind == "unverified" or not one.passages:  # else the words are above
                lines += [self.note(safe(line).replace("\t", " | "), deep=True)
                          for line in self.result.wording(one).splitlines()]  # fmt: skip
        if where := self.where(one):
            lines.append(self.note(where))
        return "\n".join(line.rstrip() for line in lines)

    def passage(self, passage: Passage, one: Difference) -> str:
        """The words of one part, edits in place; under a clause of its own, that clause's name."""
        if passage.part == "table" and one.what not in {"inserted", "deleted"}:
            return "\n".join(self.cell(edit) for edit in passage.edits)
        if not passage.edits:
            return self.filled(self.marked(passage.ours, ()))
        cells = " | " if passage.part == "table" else " "
        text = self.marked(passage.ours, passage.edits).replace("\t", cells)
        name = "" if passage.clause == one.clause else f"{safe(passage.clause)}: "
        return self.filled(f"{name}{text}")

    def where(self, one: Difference) -> str:
        """The place in the tracked file, and who tracked it and when."""
        named = dict.fromkeys(
            " ".join(filter(None, (mark.author, mark.date[:10]))) for mark in one.marks
        )
        parts = [_placed(one.place), *(f"tracked by {name}" for name in named if name)]
        return safe(", ".join(filter(None, parts)))

    def agreed(self, found: Iterable[Difference]) -> str:
        """The clauses by instruction, on a line each."""
        rows: dict[str, list[str]] = {}
        for one in sorted(found, key=lambda one: one.reason in (FOLLOWS, FOLLOWED)):
            follows = " (follows)" if one.reason in (FOLLOWS, FOLLOWED) and one.clause else ""
            rows.setdefault(one.amendment, []).append(f"{one.clause}{follows}")
        orders = {o.amendment.id: o.amendment for o in self.result.applied.outcomes}
        lines = []
        for name, clauses in rows.items():
            item = item_called(orders[name].item) if name in orders else name
            shown = ", ".join(safe(clause) for clause in clauses if clause)
            lines.append(self.hanging(f"{item}: {shown or 'nothing to change'}"))
        return "\n".join(lines)

    def summary(self) -> str:
        """How many of each kind, how many of them slight, and what was not compared."""
        told = self.result.differences
        counts = ", ".join(f"{len(self.result.of(kind))} {kind}" for kind in KINDS)
        lines = [counts]
        if slight := sum(one.slight for one in told):
            lines.append(f"{slight} of them of spacing, quotation marks or setting alone")
        for each in self.result.findings:
            where = f"{safe(each.clause)}: " if each.clause else ""
            lines.append(f"{each.severity}: {where}{safe(each.message)}")
        return "\n".join(lines)

    def note(self, text: str, *, deep: bool = False) -> str:
        indent = _INDENT * (1 + deep)
        filled = textwrap.fill(text, self.width, initial_indent=indent, subsequent_indent=indent)
        return self.style(filled, dim=True)


def _placed(place: Source | None) -> str:
    """Where it stands; the paragraphs of a header or of notes count from 1 in their own part."""
    if place is None:
        return ""
    part = PurePath(place.part).stem
    if not part or part.startswith("document"):
        return str(place)
    return ", ".join(filter(None, (place.file, part, str(replace(place, file="")))))

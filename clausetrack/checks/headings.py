"""Headings: one that two units share, an item without a number, a new clause without its own."""

from __future__ import annotations

from collections.abc import Iterator

from clausetrack.checks.subject import Subject
from clausetrack.model import Clause, Finding

GROUP = "structure"
WHY = {
    "heading-repeated": "Two units under one heading are taken for one, and one of them is"
    " overlooked.",
    "item-unnumbered": "An item without a number cannot be cited in a letter or a decision.",
    "heading-not-printed": "The new clause enters the agreement without the heading that every"
    " other clause has, or somebody invents one.",
}


def check(subject: Subject) -> Iterator[Finding]:
    yield from _repeated(subject)
    for amendment in subject.instructions.amendments:
        item = subject.document.body.get(amendment.item)
        if item is not None and not item.number:
            yield subject.finding(
                "item-unnumbered",
                "this item orders an amendment and has no number",
                item,
                item.heading_text,
            )
        target = amendment.target or ""
        if (
            amendment.action == "insertion"
            and target[:1].isdigit()
            and amendment.clauses[:1] == (f"{target}.1",)
        ):
            first = subject.by_place.get((amendment.fragment, amendment.clauses[0]))
            yield subject.finding(
                "heading-not-printed",
                f"the wording of the new clause {target} begins at {amendment.clauses[0]};"
                f" {target} and its heading are not printed",
                first,
                amendment.instruction[:80],
            )


def _repeated(subject: Subject) -> Iterator[Finding]:
    first: dict[tuple[str | None, str | None, str], Clause] = {}
    section = ""  # clauses without a part stand under the last heading that has no number
    for clause in subject.document.clauses:
        if clause.kind == "heading" and clause.parent is None and not subject.is_terms:
            section = clause.id
        words = " ".join(clause.heading_text.casefold().split()).rstrip(":")
        if clause.kind not in {"item", "clause", "part"} or not words or not clause.number:
            continue
        before = first.setdefault((clause.fragment, clause.parent or section, words), clause)
        if before is not clause:
            yield subject.finding(
                "heading-repeated",
                f"{before.id} has the same heading",
                clause,
                clause.heading_text,
            )

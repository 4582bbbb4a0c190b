"""A reference to a clause that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from clausetrack.checks.subject import Subject
from clausetrack.model import Finding
from clausetrack.numbering import parse
from clausetrack.references import Reference

GROUP = "references"
WHY = {
    "reference-unresolved": "A right or a condition that rests on a clause which does not exist"
    " cannot be enforced as it was meant."
}


def check(subject: Subject) -> Iterator[Finding]:
    """Every such reference of an agreement; in quoted wording only what it must hold itself."""
    for reference in subject.references:
        if reference.kind != "internal" or reference.resolves:
            continue
        if reference.fragment is None:
            wrong = not subject.is_terms and reference.why.startswith("no ")
        else:
            wrong = any(_printed_without(reference, target, subject) for target in
                        reference.targets)  # fmt: skip
        if wrong:
            clause = subject.by_place.get((reference.fragment, reference.clause))
            yield subject.finding(
                "reference-unresolved",
                f"“{reference.text}” cites nothing: {_why(reference)}",
                clause,
                reference.text,
            )


def _why(reference: Reference) -> str:
    return reference.why if reference.fragment is None else "the wording around it has no such part"


def _printed_without(reference: Reference, target: str, subject: Subject) -> bool:
    """Is the part above the target printed in full in the same wording, and the target not?"""
    if target.startswith("("):
        return reference.why.startswith("no ")
    try:
        above = parse(target).parent
    except ValueError:
        return False
    if above is None or not parse(target).labels:
        return False
    if (reference.fragment, target) in subject.by_place:
        return False
    return any(
        child.number and child.citable
        for child in subject.groups.get((reference.fragment, str(above)), ())
    )

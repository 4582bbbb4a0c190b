"""What was found when the rates of a document were read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from clausetrack.checks.subject import Subject
from clausetrack.model import Finding, Source

GROUP = "arithmetic"
WHY = {
    "rate-unread": "A figure that cannot be read gives no rate: nobody is paid by it until a"
    " person has read it.",
    "figure-marked": "A mark beside a figure may be a note that was lost.",
    "step-unmapped": "Where steps are renumbered, nobody on this step knows which is theirs.",
    "rate-contradicted": "Two figures for one thing on one day: one of them is wrong.",
}


def check(subject: Subject) -> Iterator[Finding]:
    """Less what follows from a finding at the same place: a malformed figure gives no rate."""
    known = {_line(finding.source) for finding in subject.document.findings if finding.source}
    for finding in subject.rates.findings:
        if finding.code == "rate-unread" and finding.source and _line(finding.source) in known:
            continue
        clause = subject.at(finding.source)
        yield replace(finding, clause=clause.id) if clause is not None else finding


def _line(source: Source) -> tuple[object, ...]:
    return (source.page, source.line, source.part, source.paragraph)

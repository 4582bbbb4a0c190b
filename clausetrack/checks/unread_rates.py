"""What was found when the tables of rates were read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from clausetrack.checks.subject import Subject
from clausetrack.model import Finding, Source

GROUP = "arithmetic"
WHY = {
    "figure-malformed": "Nobody can be paid a figure that reads two ways; a machine that reads it"
    " pays one of them in silence.",
    "rate-unread": "A figure that cannot be read gives no rate: nobody is paid by it until a"
    " person has read it.",
    "figure-marked": "A mark beside a figure may be a note that was lost.",
    "step-unmapped": "Where steps are renumbered, nobody on this step knows which is theirs.",
}


def check(subject: Subject) -> Iterator[Finding]:
    """Less what follows from a finding at the same place: a malformed figure gives no rate."""
    known = {_line(finding.source) for finding in subject.document.findings if finding.source}
    for clause, _, reading in subject.scales:
        for finding in reading.findings:
            follows = finding.source is not None and _line(finding.source) in known
            if finding.code != "rate-unread" or not follows:
                yield replace(finding, clause=clause.id)


def _line(source: Source) -> tuple[object, ...]:
    return (source.page, source.line, source.part, source.paragraph)

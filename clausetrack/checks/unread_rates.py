"""What was found when the tables of rates were read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from clausetrack import values
from clausetrack.checks.subject import Subject
from clausetrack.model import Finding, Source

GROUP = "arithmetic"
WHY = {
    "figure-malformed": "Nobody can be paid a figure that reads two ways; a machine that reads it"
    " pays one of them in silence.",
    "rate-unread": "A figure that cannot be read gives no rate: nobody is paid by it until a"
    " person has read it.",
    "currency-open": "A dollar of another country is another sum; what is compared or paid by the"
    " figure is wrong by the rate of exchange.",
    "figure-marked": "A mark beside a figure may be a note that was lost.",
    "step-unmapped": "Where steps are renumbered, nobody on this step knows which is theirs.",
    "scale-open": "Two scales of one name may be one that rises, or two for different people; a"
    " figure that has ended may be paid on.",
}

#: What every message about a figure that is not read ends with.
_REST = re.compile(r"(?:,? and (?:it |its figures )?gives? no rate)$")
_MOST = 3  # reasons that one finding tells


def check(subject: Subject) -> Iterator[Finding]:
    """Figures that cannot be read are one finding a table, less those that are malformed anyway."""
    for passage in subject.prose:
        for value in values.money(passage.text):
            if value.value is None:
                message = "a figure is not written as one amount"
                yield subject.quoting("figure-malformed", message, passage, value.start, value.end)
    known = {_line(finding.source) for finding in subject.document.findings if finding.source}
    for clause, _, reading in subject.scales:
        unread = []
        for finding in reading.findings:
            if finding.code != "rate-unread":
                yield replace(finding, clause=clause.id)
            elif finding.source is None or _line(finding.source) not in known:
                unread.append(finding)
        if unread:
            give = "give" if len(unread) > 1 else "gives"
            why = dict.fromkeys(_REST.sub("", finding.message) for finding in unread)
            yield subject.finding(
                "rate-unread",
                f"{len(unread)} of the table’s figures {give} no rate: "
                + "; ".join(list(why)[:_MOST]),
                clause,
                unread[0].quote,
                severity="info",
            )


def _line(source: Source) -> tuple[object, ...]:
    return (source.page, source.line, source.part, source.paragraph)

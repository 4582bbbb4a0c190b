"""Duties that nobody has, and duties that nobody need ever perform."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetrack.checks.subject import Subject
from clausetrack.model import Finding

GROUP = "dates"
WHY = {
    "duty-without-actor": "A duty that names nobody binds nobody.",
    "duty-without-deadline": "A duty without a time is due when it suits the one who owes it.",
}

_MUST = r"(?:will|shall|must)\s+be\s+(?:\w+ly\s+)?"
#: Who does it stands behind: "by the Board"; or before, where "to their leader" points back.
_NO_BY = (
    r"(?!(?:\s+\w+){0,3}\s+by\s+(?:the|an?|his|her|their|its|[A-Z]))"
    r"(?!\s+to\s+(?:his|her|their)\s)"
)
_ACTOR = re.compile(
    rf"\b(?:notice|notification|report|guidance|confirmation|advice)\b[^.;,]{{0,40}}?\b{_MUST}"
    rf"(?:given|provided|made\s+available|available|issued|sent|prepared|published)\b{_NO_BY}"
    rf"|\b(?:applications?|requests?)\b[^.;]{{0,90}}?\b{_MUST}"
    rf"(?:assessed|approved|declined|decided|determined)\b{_NO_BY}",
    re.I,
)
#: One of these stands in every such sentence.
_NOTES = (
    "otice", "otification", "eport", "uidance", "onfirmation", "dvice", "pplication", "equest",
    "written", "guid",
)  # fmt: skip
_WRITES = re.compile(
    r"\b(?:will|shall|must)\b(?!\s+be\b)[^.;]{0,160}?\b(?:"
    r"(?:provide|give|send|issue|supply)\b[^.;,]{0,40}?\bwritten\s+"
    r"(?:confirmation|notice|notification|report|response|decision|reasons|explanation)"
    r"|(?:develop|prepare|produce)\s+(?:\w+\s+){0,2}(?:guidance|guidelines|report))\b",
    re.I,
)
_PROMISE = re.compile(
    r"\bparties\s+(?:will|agree\s+to)\s+(?:work\s+together|develop|promote|review|discuss|meet"
    r"|investigate|consult)\b",
    re.I,
)
_WHEN = re.compile(
    r"\b(?:within|prior|before|no later|not later|as soon as|immediately|promptly|timely"
    r"|(?:working )?days?['’]?|weeks?['’]?|months?['’]?|annual\w*|each|every|reasonable (?:notice"
    r"|time|period)|at least|on request|upon|on receipt|in advance|when"
    r"|by (?:\d|the end|the start))"
    r"(?!\w)",
    re.I,
)


def check(subject: Subject) -> Iterator[Finding]:
    for passage in subject.prose:
        noted = any(word in passage.text for word in _NOTES)
        if not (noted or subject.is_terms):
            continue
        for sentence in passage.sentences:
            if " be " in sentence and (actor := _ACTOR.search(sentence)):
                yield subject.finding(
                    "duty-without-actor",
                    f"nobody is named who does this: “{actor[0][-90:]}”",
                    passage.clause,
                    sentence[:140],
                )
            owed = subject.is_terms and _PROMISE.search(sentence)
            if any(word in sentence for word in ("written", "guid", "report")):
                owed = owed or _WRITES.search(sentence)
            if owed and not _WHEN.search(sentence):
                yield subject.finding(
                    "duty-without-deadline",
                    "no time is given by which this is done",
                    passage.clause,
                    sentence[:140],
                )

"""An Act that is named without its year before it was ever named with one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from clausetrack.checks.subject import Subject
from clausetrack.model import Finding

GROUP = "references"
WHY = {
    "act-undated": "Acts of one name replace one another; without the year it is open which is"
    " meant."
}

_DATED = re.compile(r"\bAct \d{4}$")
#: "the Lighthouses Act, 1998": the year stands behind a comma.
_YEAR = re.compile(r",\s*(?:18|19|20)\d\d\b")


#: More Acts than these, none of them ever with its year, are how a document cites: one finding.
_MANY = 3


def check(subject: Subject) -> Iterator[Finding]:
    found = list(_undated(subject))
    years = any(r.kind == "statute" and _DATED.search(r.instrument) for r in subject.references)
    if len(found) > _MANY and not years:
        message = f"{len(found)} Acts are named, none of them with its year"
        quote = ", ".join(each.quote for each in found)[:140]
        yield replace(found[0], message=message, quote=quote)
    else:
        yield from found


def _undated(subject: Subject) -> Iterator[Finding]:
    seen: set[str] = set()
    for reference in subject.references:
        if reference.kind != "statute" or not re.search(r"\bAct\b", reference.instrument):
            continue
        clause = subject.citing(reference)
        dated = bool(_DATED.search(reference.instrument))
        if clause is not None and reference.place == "text":
            dated = dated or bool(_YEAR.match(clause.own_text, reference.end))
        name = re.sub(r"(?: \d{4})$", "", reference.instrument).removeprefix("the ")
        if name.endswith(" Act") and name not in seen and name[0].isupper():
            seen.add(name)
            if not dated:
                yield subject.finding(
                    "act-undated", f"the {name} is named without its year", clause, reference.text
                )

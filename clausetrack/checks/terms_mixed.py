"""Two words for one kind of person in one clause: "teacher" and "employee"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetrack.checks.subject import Passage, Subject
from clausetrack.model import Clause, Finding

GROUP = "wording"
WHY = {
    "terms-mixed": "Where a clause changes its word, a reader may argue that it speaks of somebody"
    " else."
}

_PAIRS = tuple(
    (re.compile(rf"\b{usual}", re.I), re.compile(rf"\b{other}", re.I), usual, other)
    for usual, other in (
        ("teachers?\\b(?! (?:ratio|education))", "employees?\\b"),
        ("teachers?\\b", "kaiako\\b"),
        ("Pacific\\b(?! (?:Islands|Ocean|Bilingual))", "Pasifika\\b"),
    )
)


def check(subject: Subject) -> Iterator[Finding]:
    """Looked at in terms only: an agreement as a whole defines its words, and has room for two."""
    if not subject.is_terms:
        return
    scopes: dict[tuple[str | None, str], tuple[Clause, list[Passage]]] = {}
    for passage in subject.prose:
        top = subject.top(passage.clause)
        scopes.setdefault((top.fragment, top.id), (top, []))[1].append(passage)
    for (fragment, _), (top, passages) in scopes.items():
        for usual, other, _, _ in _PAIRS[:2] if fragment is not None else _PAIRS[2:]:
            here = [m for p in passages if (m := usual.search(p.text))]
            there = [(p, m) for p in passages if (m := other.search(p.text))]
            if here and there:
                passage, match = there[0]
                yield subject.finding(
                    "terms-mixed",
                    f"speaks of “{here[0][0].casefold()}” and of “{match[0].casefold()}”"
                    f" (in {passage.clause.id})",
                    top,
                    passage.around(match.start(), match.end()),
                )

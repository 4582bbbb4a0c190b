"""Bullets in a clause: parts of a provision that nobody can cite."""

from __future__ import annotations

from collections.abc import Iterator

from clausetrack.checks.subject import Subject
from clausetrack.model import Finding

GROUP = "structure"
WHY = {
    "bullets-uncitable": "A later amendment, a letter or a decision cannot name a bullet, and a"
    " reference to “the second bullet” goes wrong with the next insertion."
}


def check(subject: Subject) -> Iterator[Finding]:
    for (fragment, parent), children in subject.groups.items():
        bullets = [clause for clause in children if clause.kind == "bullet"]
        above = subject.by_place.get((fragment, parent)) if parent is not None else None
        if len(bullets) < 2 or above is None or not above.citable:
            continue
        if subject.enters_agreement(above):
            yield subject.finding(
                "bullets-uncitable",
                f"{len(bullets)} bullets here have no label to cite them by",
                above,
                bullets[0].own_text[:60],
            )

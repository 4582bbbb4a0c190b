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


_MANY = 5


def check(subject: Subject) -> Iterator[Finding]:
    """One finding a list; one for all where bullets are the house style of an agreement."""
    found = []
    for (fragment, parent), children in subject.groups.items():
        bullets = [clause for clause in children if clause.kind == "bullet"]
        above = subject.by_place.get((fragment, parent)) if parent is not None else None
        if len(bullets) < 2 or above is None or not above.citable:
            continue
        if subject.enters_agreement(above):
            found.append((above, bullets))
    many = len(found) > _MANY and not subject.is_terms
    for above, bullets in found[:1] if many else found:
        message = f"{len(bullets)} bullets here have no label to cite them by"
        if many:
            names = ", ".join(clause.id for clause, _ in found[1:8])
            message = f"{len(found)} lists of bullets have no labels to cite them by: here, {names}"
            message += " …" if len(found) > 8 else ""
        yield subject.finding("bullets-uncitable", message, above, bullets[0].own_text[:60])

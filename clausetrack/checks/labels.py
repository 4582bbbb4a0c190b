"""Labels that are not written as their neighbours or their clause numbers are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from clausetrack.checks.subject import Subject
from clausetrack.model import Clause, Finding, plain, tops

GROUP = "structure"
WHY = {
    "label-malformed": "A label in another form may belong to another list; where it goes in the"
    " agreement is then a guess."
}

_STRAY = re.compile(r"(?<![\w.])\d+(?:\.\d+)+\.(?=\([a-z]+\))|(?<![\w.])\d+(?:\.\d+)*\.\.\d")


def check(subject: Subject) -> Iterator[Finding]:
    for passage in subject.prose:
        stray = ".(" in passage.text or ".." in passage.text
        for match in _STRAY.finditer(passage.text) if stray else ():
            message = f"“{match[0]}” has a full stop too many"
            yield subject.quoting("label-malformed", message, passage, *match.span())
    for fragment in subject.document.fragments:
        for clause in tops(subject.document.fragment(fragment.id)):
            if clause.kind == "paragraph" and _form(clause) not in {"", "()"}:
                yield _odd(subject, clause, "the agreement cites it in brackets")
    for children in subject.groups.values():
        labelled = [c for c in children if c.kind == "paragraph" and _form(c)]
        forms = Counter(_form(clause) for clause in labelled)
        if len(forms) == 2 and len(labelled) > 2:
            (_, _), (rare, times) = forms.most_common(2)
            if times == 1:
                odd = next(clause for clause in labelled if _form(clause) == rare)
                yield _odd(subject, odd, "its neighbours are written otherwise")


def _form(clause: Clause) -> str:
    """The punctuation of a label as it is printed: "()" for "(a)", "." for "a."."""
    return re.sub(r"[\w\s*]", "", plain(clause.label))


def _odd(subject: Subject, clause: Clause, why: str) -> Finding:
    label = plain(clause.label).strip()
    return subject.finding(
        "label-malformed", f"the label is written “{label}”; {why}", clause, clause.printed[:60]
    )

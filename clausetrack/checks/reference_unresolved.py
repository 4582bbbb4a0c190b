"""A reference to a clause that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from clausetrack.checks.subject import Subject
from clausetrack.model import Clause, Finding
from clausetrack.numbering import label_value, parse, styles
from clausetrack.references import Reference

GROUP = "references"
WHY = {
    "reference-unresolved": "A right or a condition that rests on a clause which does not exist"
    " cannot be enforced as it was meant.",
    "references-unfollowed": "An extract, or a document whose numbers were not read as it cites"
    " them, says nothing about its references.",
}

_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})$")
_NUMBER = re.compile(r"\d[\w.]*(?:\(\w+\))*$")
#: "Schedule 2 Part 1 Departments of the Harbours Act".
_PART_OF = re.compile(r"(?:\s+Part\s+\w+)?\s+[A-Z][^.;]{0,60}?\bof\s+the\s[^.;]{0,60}?\bAct\b")
_FEW, _MANY = 4, 12
_RUN = 2  # a number alone does not run
#: "Table 2", at the head of a table and elsewhere.
_CAPTION = re.compile(r"\W*Table\s+(\d{1,3}[A-Z]?)\b(?=\W*$|\s*[:–—-])")
_TABLE = re.compile(r"\bTable\s+(\d{1,3}[A-Z]?)\b")
_STEP = re.compile(r"\b[Ss]tep\s+(\d{1,2})\b")
_OF_PAY = re.compile(
    r"\b(?:progress\w*|salar(?:y|ies)|scale|paid|pay|moves? up|increments?|appoint\w*)\b", re.I
)
_BESIDE = ("Annex", "Appendix", "Schedule", "Attachment")
#: What goes on after a citation where it is of another document.
_OTHERS = re.compile(
    r",?\s+(?:of|in|to|–|-)\s+(?!this\b|the agreement\b)[^.;]{0,90}?"
    r"\b(?:contract|award|determination|agreement|policy|regulations|Act|variation|framework)\b",
    re.I,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Every such reference of an agreement; in quoted wording only what it must hold itself.

    What an order of terms cites ("(b) in paragraph (c), delete …") is of the agreement.

    Where more than half of an agreement's references lead nowhere, it is the document that is not
    whole, or not numbered as it cites itself: that is one finding. Not so where they are not many
    and most are beyond the end of numbers that run from 1: those are missing, whatever else is.
    """
    yield from _tables(subject)
    yield from _steps(subject)
    others = {
        (reference.clause, target)
        for reference in subject.references
        if reference.kind == "agreement"
        or (
            (clause := subject.citing(reference)) is not None
            and _elsewhere(reference, clause)
        )
        for target in reference.targets
    }
    ordering = {amendment.source for amendment in subject.instructions.amendments}
    found = [
        (reference, clause)
        for reference in subject.references
        if reference.kind == "internal"
        and not reference.resolves
        and (clause := subject.citing(reference)) is not None
        and any(_missing(reference, target, clause, subject) for target in reference.targets)
        and not _DATE.match(reference.text)
        and not _elsewhere(reference, clause)
        and not (reference.fragment is None and clause.source in ordering)
        and not _of_another(reference, others)
    ]
    internal = sum(each.kind == "internal" for each in subject.references)
    sure = len(found) <= _MANY and _mostly_beyond(found, subject)
    if len(found) >= _FEW and 2 * len(found) > internal and not sure:
        yield subject.finding(
            "references-unfollowed",
            f"{len(found)} of {internal} references cite clauses that are not in this document",
            None,
            ", ".join(reference.text for reference, _ in found[:6]),
        )
        return
    for reference, clause in found:
        own = reference.fragment is None
        why = reference.why if own else "the wording around it has no such part"
        message = f"“{reference.text}” cites nothing: {why}"
        yield subject.finding("reference-unresolved", message, clause, reference.text)


def _tables(subject: Subject) -> Iterator[Finding]:
    """A table that is cited by its number where others have theirs, and none has that one."""
    named = {found[1] for passage in subject.passages if (found := _CAPTION.match(passage.text))}
    if not named:
        return
    for passage in subject.prose:
        if _CAPTION.match(passage.text):
            continue
        for found in _TABLE.finditer(passage.text):
            if found[1] not in named and not _OTHERS.match(passage.text, found.end()):
                message = f"“{found[0]}” cites nothing: no table of that number in this document"
                yield subject.quoting("reference-unresolved", message, passage, *found.span())


def _steps(subject: Subject) -> Iterator[Finding]:
    """A step of pay that is beyond the last one of the only scale whose steps are numbered."""
    found = [scale for *_, reading in subject.scales for scale in reading.scales]
    counted = [[int(step.key) for step in scale.steps if step.key.isdigit()] for scale in found]
    ends = {max(each) for each in counted if each[:3] == [1, 2, 3]}
    last = max(ends, default=0)
    known = {step for each in counted for step in each}
    if len(ends) != 1 or max(known) > last or subject.is_terms:
        return
    for passage in subject.prose:
        for sentence in passage.sentences if "tep" in passage.text else ():
            for step in _STEP.finditer(sentence) if _OF_PAY.search(sentence) else ():
                if int(step[1]) > last and not _OTHERS.match(sentence, step.end()):
                    message = f"“{step[0]}” is no step of the scale, which ends with step {last}"
                    yield subject.finding(
                        "reference-unresolved", message, passage.clause, sentence[:140]
                    )


def _mostly_beyond(found: Sequence[tuple[Reference, Clause]], subject: Subject) -> bool:
    clauses = subject.document.clauses
    known = {clause.id for clause in clauses if clause.fragment is None and clause.citable}
    beyond = sum(
        any(_beyond(target, known) for target in reference.targets) for reference, _ in found
    )
    return 2 * beyond > len(found)


def _beyond(target: str, known: AbstractSet[str]) -> bool:
    """Is the clause, or the one that holds it, one more than numbers that run from 1 to 3 or so?

    "2.7", where 2.1 to 2.4 are there and no more; "2.7.1" there, too.
    """
    if not re.fullmatch(r"\d{1,9}(?:\.\d{1,9}){0,20}", target) or target in known:
        return False  # or it is no number of a clause, but a row of figures
    above, _, last = target.rpartition(".")
    while above and above not in known:
        above, _, last = above.rpartition(".")
    before = f"{above}." if above else ""
    end = 0
    while f"{before}{end + 1}" in known:
        end += 1
    rest = {each for each in known if each.startswith(before)}
    more = {int(n) for each in rest if (n := each[len(before) :]).isdigit()}
    return end >= _RUN and max(more) == end and int(last) > end


def _missing(reference: Reference, target: str, clause: Clause, subject: Subject) -> bool:
    """Should the target stand in this document, and does not?"""
    if not reference.absent:
        return False
    if target.startswith("("):
        # "(e) below": only beyond the end of a list that is whole, or the list is at fault
        beside = subject.groups.get((clause.fragment, clause.parent), ())
        labels = [each.number.strip("().") for each in beside if each.kind == "paragraph"]
        how = styles(labels)
        values = [label_value(label, how) for label in labels]
        whole = bool(values) and values == list(range(1, len(values) + 1))
        return whole and label_value(target.strip("()"), how) > len(values)
    if reference.fragment is None:
        number = _NUMBER.search(target)
        known = number is not None and (None, number[0]) in subject.by_place
        annexed = target.startswith(_BESIDE)  # "Section 2" may be clause 2, "Annex 2" may not
        return not subject.is_terms and not (target[0].isalpha() and known and not annexed)
    return _printed_without(reference, target, subject)


def _printed_without(reference: Reference, target: str, subject: Subject) -> bool:
    """Is the part above the target printed in full in the same wording, and the target not?"""
    try:
        cited = parse(target)
    except ValueError:
        return False
    if not cited.labels or (reference.fragment, target) in subject.by_place:
        return False
    return any(
        child.number and child.citable
        for child in subject.groups.get((reference.fragment, str(cited.parent)), ())
    )


def _elsewhere(reference: Reference, clause: Clause) -> bool:
    """Is it of another document, by what follows it, or part of a title in quotation marks?"""
    if reference.place != "text":
        return False
    text = clause.own_text
    quoted = text[max(0, reference.start - 1) : reference.start] in {"‘", "“", '"'}
    return quoted or bool(_OTHERS.match(text, reference.end) or _PART_OF.match(text, reference.end))


def _of_another(reference: Reference, others: AbstractSet[tuple[str, str]]) -> bool:
    """Does the same clause cite all of it as another document's, as "the said clauses" do?"""
    targets = reference.targets
    return bool(targets) and all((reference.clause, target) in others for target in targets)

"""Lists whose items are not joined by "and" or "or", lists of one item, lists that skip a label."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from clausetrack import numbering
from clausetrack.checks.subject import Subject
from clausetrack.model import Clause, Finding

GROUP = "structure"
WHY = {
    "list-without-conjunction": "Without “and” or “or” it is open whether every item must be met,"
    " or one is enough.",
    "list-of-one": "An item alone in its list was left behind by a deletion, or another was lost.",
    "label-skipped": "A label that is missing may be an item that was lost.",
    "number-repeated": "A citation of the number means two clauses.",
    "number-out-of-order": "A clause may have been lost or misplaced.",
    "number-skipped": "A number that is missing may be a clause that was repealed, or one that"
    " was lost.",
}

_FEW = 4  # of so many clauses one number may be missing
_FIRST_LEVEL = re.compile(r"(?P<what>Article )?(?P<number>\d{1,9})")
_LEAD = 400  # characters of what leads into a list
_END = 24  # characters of the end of an item
_FIRST = frozenset(("a", "A", "i", "I", "1"))
_JOINED = re.compile(r"\b(?:and|or|and/or|but)\s*[,;:]?\s*$", re.I)
_CLOSED = re.compile(r"[.!?:][”\"’')]*\s*$")
_ANY = re.compile(
    r"\b(?:following|includ\w+|such as|as follows|any of|one of|all of|one or more|either|each of"
    r"|example|these|namely|both)\b[^.]*$",
    re.I,
)


def check(subject: Subject) -> Iterator[Finding]:
    for (fragment, parent), children in subject.groups.items():
        above = subject.by_place.get((fragment, parent)) if parent is not None else None
        if above is None or not subject.enters_agreement(above):
            continue
        for items in _lists(children):
            if (twice := _twice(subject, items)) is not None:
                label = twice.number.strip("(). ")
                message = f"the label ({label}) is used twice, one after the other"
                yield subject.finding("number-repeated", message, twice, twice.own_text[:60])
                continue
            yield from _conjunction(subject, above, items)
            if items[0].kind == "paragraph":
                yield from _labels(subject, above, items)
        yield from _numbers(subject, above, children)
    yield from _first_level(subject)


def _lists(children: list[Clause]) -> Iterator[list[Clause]]:
    """The lists among the children of a clause: labelled paragraphs, and bullets.

    A text or a table in between does not end a list of labels; a label that is the first does.
    """
    items: list[Clause] = []
    for clause in children:
        if clause.kind == "paragraph":
            if items and clause.id.count("(") > items[0].id.count("("):
                continue  # of a list in an item, from which words stand it apart
            label = clause.number.strip("(). ")
            follows = items and items[-1].number.strip("(). ") in {"h", "H"}
            if items and label in _FIRST and not follows:
                yield items
                items = []
            items.append(clause)
    if items:
        yield items
    for kind, run in itertools.groupby(children, key=lambda clause: clause.kind):
        if kind == "bullet":
            yield list(run)


def _twice(subject: Subject, items: list[Clause]) -> Clause | None:
    """An item alone under one of its own label that does not lead into a list: "(b) …", "(b) …"."""
    for item in items:
        below = subject.groups.get((item.fragment, item.id), [])
        if item.kind == "paragraph" and [one.number for one in below] == [item.number]:
            return None if item.own_text.rstrip().endswith((":", "—", "–")) else below[0]
    return None


def _tail(subject: Subject, item: Clause) -> str:
    """The last words of an item, which may stand in an item below it."""
    below = [c for c in subject.groups.get((item.fragment, item.id), ()) if c.kind != "note"]
    return _tail(subject, below[-1]) if below else item.own_text or item.heading_text


def _conjunction(subject: Subject, above: Clause, items: list[Clause]) -> Iterator[Finding]:
    tails = [_tail(subject, item) for item in items]
    if len(items) < 2 or not all(tails):
        return
    joined = [bool(_JOINED.search(tail.rstrip()[-_END:])) for tail in tails[:-1]]
    if any(tail.rstrip().endswith(":") for tail in tails[:-1]):
        return  # what led into a list of its own, which the source does not set apart
    if joined[-1]:
        if sum(joined) > 2 and not all(joined) and items[0].kind == "paragraph":
            for item, has, tail in zip(items, joined, tails, strict=False):
                if not has:
                    yield subject.finding(
                        "list-without-conjunction",
                        "this item alone of its list does not end with “and” or “or”",
                        item,
                        tail[-60:],
                    )
        return
    if any(joined) or all(_CLOSED.search(tail.rstrip()[-_END:]) for tail in tails[:-1]):
        return
    marked = all(re.search(r"[;,]\s*$", tail) for tail in tails[:-1])
    lead = above.own_text or above.heading_text
    if _ANY.search(lead[-_LEAD:]) or not lead or not (marked or _under_review(subject, items)):
        return
    yield subject.finding(
        "list-without-conjunction",
        f"neither “and” nor “or” joins the {len(items)} items",
        above,
        f"… {tails[-2][-40:]} {tails[-1][:40]}",
    )


def _under_review(subject: Subject, items: list[Clause]) -> bool:
    """Items without any mark at their ends: a house style in an agreement, a gap in new wording."""
    ends = bool(_CLOSED.search(_tail(subject, items[-1])))
    return subject.is_terms and ends and not items[0].heading


def _labels(subject: Subject, above: Clause, items: list[Clause]) -> Iterator[Finding]:
    labels = [item.number.strip("(). ") for item in items]
    first = labels[0]
    if len(items) == 1:
        own = above.kind in {"clause", "paragraph", "item"}
        if own and first in _FIRST and not items[0].inferred:
            yield subject.finding(
                "list-of-one",
                f"({first}) is the only item of its list",
                above,
                items[0].own_text[:60],
            )
        return
    how = numbering.styles(labels)
    values = [numbering.label_value(label, how) for label in labels]
    if how == "letter" and first in {"i", "I"}:
        return  # two lists that the source does not tell apart
    if not all(values) or any(not label.isalnum() for label in labels):
        return
    if values[0] > 1 and above.own_text:
        lost = numbering.label_at(values[0] - 1, how)
        up_to = f"({numbering.label_at(1, how)}) to ({lost})" if values[0] > 2 else f"({lost})"
        message = f"the list begins at ({first}); {up_to} {'is' if values[0] == 2 else 'are'} lost"
        yield subject.finding("label-skipped", message, items[0], items[0].own_text[:60])
    for (one, two), item in zip(itertools.pairwise(values), items[1:], strict=True):
        if two > one + 1:
            missing = numbering.label_at(one + 1, how)
            message = f"({item.number.strip('(). ')}) follows without ({missing})"
            yield subject.finding("label-skipped", message, item, item.own_text[:60])


def _first_level(subject: Subject) -> Iterator[Finding]:
    """Gaps in the numbers of the clauses that no other has, over Parts and all.

    Many of them are those of an extract, or count otherwise.
    """
    counted = [
        (found["what"] or "", int(found["number"]), clause) for clause in subject.document.clauses
        if clause.fragment is None and (found := _FIRST_LEVEL.fullmatch(clause.id))
    ]  # fmt: skip
    for what in dict.fromkeys(each for each, *_ in counted):
        gaps: list[Finding] = []
        last = 0
        clauses = [(number, clause) for each, number, clause in counted if each == what]
        for number, clause in clauses:
            if last and number > last + 1:
                message = f"{clause.id} follows without {what}{last + 1}"
                gaps.append(
                    subject.finding("number-skipped", message, clause, clause.printed[:60])
                )
            last = max(last, number)
        if len(gaps) * _FEW <= len(clauses):
            yield from gaps


def _numbers(subject: Subject, above: Clause, children: list[Clause]) -> Iterator[Finding]:
    last = 0
    for clause in children:
        if clause.kind != "clause" or not clause.citable:
            continue
        final = clause.number.rstrip(".").rpartition(".")[2]
        if not final.isdigit():
            continue
        # where clauses are 15.100, 15.101, 15.200, a new hundred begins a group
        hundred = (last // 100 + 1) * 100 if last >= 100 else 0
        follows = int(final) <= last + 1 or int(final) == hundred
        if last and not follows and clause.fragment is None:
            lost = hundred if 0 < hundred < int(final) else last + 1
            missing = clause.id.rpartition(".")[0] + f".{lost}"
            yield subject.finding(
                "number-skipped",
                f"{clause.id} follows without {missing} (in {above.id})",
                clause,
                clause.printed[:60],
            )
        last = max(last, int(final))

"""How the letters and numerals of a list count, and what the ID of an item is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from clausetrack import numbering
from clausetrack.model import Clause

_FIRST = re.compile(r"(?:^|\s)\(i\)\s")


@dataclass
class Level:
    """One open list of lettered siblings."""

    how: str
    label: str
    upper: bool
    id: str
    #: The list of the source and how deep in it, where the format counts it.
    place: tuple[int, int] | None = None


def child(parent: str | None, label: str) -> str:
    """The ID of a lettered child: "4.2" and "a" make "4.2(a)"."""
    if parent is None:
        return f"({label})"
    try:
        found = numbering.parse(parent)
    except ValueError:
        return f"{parent} ({label})"
    if found.place:
        return f"{parent} ({label})"
    return str(found._replace(labels=(*found.labels, label)))


def put_in(before: str, label: str) -> bool:
    """Is (ba) what a drafter puts in after (b), or (iia) after (ii)?"""
    added = label[:-1] == before != "" and label[-1:].isalpha()
    return added and (len(before) == 1 or label[-1] in "abcd") and not numbering.from_roman(label)


def follows(before: str, label: str, how: str) -> bool:
    value = numbering.label_value(label, how)
    return value > 0 and value == numbering.label_value(before, how) + 1


def goes_below(label: str, last: Sequence[Clause]) -> bool:
    """Is a label of the list in the item before it, though the first of that is not printed so?

    "(ii)" is where that has "(i)" in its line: "(c) (i) on Sundays;". So is any numeral behind a
    letter that leads into a list ("(c) on call:"), whose first items were repealed.
    """
    above = next((one for one in last if one.kind == "paragraph"), None)
    if above is None:
        return False
    if label == "ii" and _FIRST.search(above.own_text):
        return True
    letter = above.number.strip("()")
    leads = above.own_text.rstrip().endswith(":") and letter.isalpha() and len(letter) == 1
    numeral = len(label) > 1 and numbering.from_roman(label) is not None
    return leads and numeral and letter not in "ivx"


def counting(label: str, ahead: str) -> str:
    """How a list that opens with `label` counts, by the label after it."""
    if label.isdigit():
        return "number"
    if ahead and ahead.lower() != label:
        after = ahead.lower()
        if numbering.from_roman(label) and follows(label, after, "roman"):
            return "roman"
        if follows(label, after, "letter"):
            return "letter"
    return numbering.styles([label])


def beside(root: str, label: str) -> str:
    """The clause that holds "(f)" where the words name 1.4(e): a letter that goes on from it."""
    last = numbering.parse(root).labels[-1:]
    if last and put_in(last[0], label):
        return root.removesuffix(f"({last[0]})")  # (ba), put in after (b)
    letters = all(len(one) == 1 and one not in "ivx" for one in (*last, label))
    if last and letters and last[0] < label and label != "a":
        return root.removesuffix(f"({last[0]})")
    return root

"""Orders on a row of a table that is told in the line of the order, put in the words of the forms.

"Insert a new row in the table in clause 5.2 after Step 3: Step 3A $60,000". Each is read from end
to end, as those of `reworded` are; whether there is such a table, and such rows, its clause says.
"""

from __future__ import annotations

import re

from clausetrack.amend.part_forms import form, names_two
from clausetrack.segment.phrases import ADD, DELETE, END
from clausetrack.segment.wording import CITATION

_CLAUSE = rf"(?P<clause>(?:the )?(?:(?:sub-?)?(?:clause|paragraph) )?{CITATION})"
_TABLE = (
    r"(?:(?:the|its) (?:(?:pay|salary|wage|rates?) )?(?:table|scale) (?:in|of|under|to|at) )?"
)
_OF = rf"(?: (?:in|of|to|into|from|under) (?:{_TABLE}{_CLAUSE}|the (?:table|scale)))?"
_IN = (
    rf"(?:(?:in|from|to|at|under) {_TABLE}{_CLAUSE}(?:,|:)? |{_CLAUSE} ?(?::|–|—|-|,) )?"
    r"(?:in (?:the|its) (?:table|scale),? )?"
)
#: Rows go by such a label here; `part_forms` reads those of a "row for" anything.
_LABEL = r"(?:step|level|grade|band|tier|class) [\w+]{1,6}"
_KEY = rf"(?:(?:the )?row (?:for )?)?(?P<key>{_LABEL})"
_AMOUNT = r"\$?\d[\d,]*(?:\.\d+)?"
_NEW = r"(?:(?:an?|the following|the) )?(?:(?:additional|further|new) )*row"
_PLACE = (
    rf"(?:(?:immediately )?(?P<side>after|before|below|above|following) {_KEY}"
    rf"|(?P<side>between) {_KEY} and {_LABEL}"
    r"|at the (?P<end>end|foot|bottom)(?: of the (?:table|scale))?)"
)
_ROW = r"(?P<row>[^\x02\x03;:]{3,120}?)"
_MOVE = r"(?:replace|change|increase|raise|lift|reduce)"

#: Each form, and the words in which it is read.
_FORMS = (
    (rf"{_IN}{DELETE} {_KEY}(?: row)?{_OF}{END}", "{at}delete the row for {key}"),
    (rf"{_IN}{ADD} {_NEW}{_OF},? {_PLACE}{_OF}[:,] {_ROW}{END}", "{put}"),
    (rf"{_IN}{ADD},? {_PLACE}{_OF},? {_NEW}{_OF}[:,] {_ROW}{END}", "{put}"),
    (rf"{_IN}{_PLACE}{_OF},? {ADD} {_NEW}{_OF}[:,] {_ROW}{END}", "{put}"),
    (
        rf"{_IN}(?:in )?{_KEY}{_OF}(?:,|:)? {_MOVE} (?:from )?(?P<old>{_AMOUNT}) (?:with|by|to)"
        rf" (?P<new>{_AMOUNT}){END}",
        "{at}in the row for {key}, replace {old} with {new}",
    ),
    (
        rf"{_IN}{_MOVE} {_KEY}{_OF} from (?P<old>{_AMOUNT}) to (?P<new>{_AMOUNT})"
        rf"{_OF}{END}",
        "{at}in the row for {key}, replace {old} with {new}",
    ),
)
_SIDES = {"below": "after", "above": "before", "following": "after", "between": "after"}
_CUE = re.compile(rf"\b(?:row|{_LABEL})\b", re.I)


def row_order(plain: str, quoted: list[str]) -> tuple[str, list[str], bool] | None:
    """A sentence in the words of the forms, with what it quotes then; None where it is no such.

    In `plain` a number between two marks stands for each of `quoted`. Nothing stands unmarked
    behind the order, so that the last is False.
    """
    if not _CUE.search(plain):
        return None
    for pattern, usual in _FORMS:
        found = form(pattern).fullmatch(plain)
        if found is None:
            continue
        if names_two(found):
            return None
        said = {
            name.rstrip("0123456789"): value.strip()
            for name, value in found.groupdict().items() if value
        }  # fmt: skip
        out = [*quoted]
        for name in ("row", "old", "new"):
            if name in said:
                out.append(said[name])
                said[name] = f"\x02{len(out) - 1}\x03"
        side = said.get("side", "").casefold()
        place = f"{_SIDES.get(side, side)} the row for {said.get('key')}"
        said["at"] = f"in {said['clause']}, " if "clause" in said else ""
        said["put"] = (
            f"{said['at']}insert the following row "
            f"{'at the end' if 'end' in said else place}: {said.get('row')}"
        )
        return usual.format_map(said), out, False
    return None

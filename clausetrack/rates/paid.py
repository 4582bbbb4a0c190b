"""The day on which a sum that is paid once is paid."""

from __future__ import annotations

import re
from datetime import date

from clausetrack import values
from clausetrack.rates import days

#: Sums that are paid on a day, where nothing says that they are paid for a period.
_PAYMENT = re.compile(
    r"\b(?:(?<!back )payments?|bonus(?:es)?|honorari(?:a|um)|ex[- ]gratia)\b", re.I
)
_GIVEN = re.compile(r"\b(?:receives?|paid|given)\s+(?:(?:an?|further|another)\s+)*$", re.I)
_PAY = r"(?:paid|payable|payment|made)"
#: What stands between a sum and its day: "on 26 March", "will be paid on", "with the pay of".
_ON = re.compile(r"\W*(?:(?:gross|net)\b\W*)?(?P<how>on|by)\s+$", re.I)
_PAID = re.compile(rf"[^.;$]*?\b{_PAY}\s+(?:[^\W\d]+\s+){{0,6}}?(?P<how>on|by|before)\s+$", re.I)
_WITH = re.compile(
    r"[^.;$]*?\b(?:with|in|on)\s+the\s+(?:\w+\s+)?pay(?:\s+(?:run|day))?\s+(?:of|on)\s+$", re.I
)
#: Behind the day, in brackets: that of some people is another.
_OTHER_DAY = re.compile(r"\s*\((?:or\s+)?(?:on\s+|by\s+)?\d")
_OPENS = re.compile(r"^\W*on\s+$", re.I)
_FIRST = 40  # characters of a sentence in which the day that opens it stands
_GETS = re.compile(rf"\b(?:receives?|{_PAY})\b", re.I)

Paid = tuple[str, date]


def is_payment(before: str, after: str, *, again: bool) -> bool:
    """Do the words beside a sum say that it is a payment on a day ("Payments: $900 on 6 May")?

    `again` says that it follows another in the same list.
    """
    found = values.dates(after)
    if not found or not _ON.fullmatch(after[: found[0].start]):
        return False
    return again or bool(_PAYMENT.search(before) or _GIVEN.search(before))


def day(sentence: str, start: int, end: int, limit: int) -> Paid | None:
    """On which day, or by which, the sum at `start` to `end` is paid, if the words say so.

    They stand behind it, up to `limit`, or open the sentence. A day on which somebody was employed
    is none.
    """
    for found in values.dates(sentence[end:limit]):
        tail = sentence[end : end + found.start]
        if not isinstance(found.value, date) or days.is_of_people(tail):
            continue
        if said := _ON.fullmatch(tail) or _PAID.fullmatch(tail):
            if _OTHER_DAY.match(sentence, end + found.end):
                return None
            return said["how"].lower(), found.value
        if _WITH.fullmatch(tail):
            return "on", found.value
    for found in values.dates(sentence[: min(start, _FIRST)])[:1]:
        opens = _OPENS.match(sentence[: found.start])
        if opens and isinstance(found.value, date) and _GETS.search(sentence[found.end : start]):
            return "on", found.value
    return None

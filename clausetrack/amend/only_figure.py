"""A figure that is to become another, and the order does not say what it was.

"Increase the tool allowance (clause 10.2) to $9.50 per week" is carried out where the clause has
what is named, one amount and no other, and per week.
"""

from __future__ import annotations

import re

from clausetrack import values
from clausetrack.amend import preconditions
from clausetrack.amend.moves import contradicts, same_unit
from clausetrack.amend.naming import PEOPLE
from clausetrack.amend.said import undated
from clausetrack.amend.tree import Tree
from clausetrack.segment.wording import CITATION, as_order
from clausetrack.settlement import Amendment, StatedChange

_CLAUSE = rf"(?:sub-?)?clause {CITATION}"
_NAME = r"the (?P<name>(?:(?!(?:for|to|by|from|only)\b)[\w’'-]+ ){1,6}?)"
_WHOSE = re.compile(rf"\bof\b.*\b{PEOPLE}\b|\b{PEOPLE}[’']", re.I)
_AT = rf"(?:\({_CLAUSE}\)|(?:in|of|under|at) {_CLAUSE}) "
_NEW = r"to (?P<new>\$\d[\d,]*(?:\.\d\d)?)(?P<unit> (?:per|an?|each) \w+)?\s*[.;]?"
_MOVE = r"(?:change|increase|raise|lift|reduce)"
_ORDERS = (
    re.compile(rf"{_MOVE} {_NAME}{_AT}{_NEW}", re.I),
    re.compile(rf"(?:in )?{_CLAUSE}(?:,|:| [–—-]) ?{_MOVE} {_NAME}{_NEW}", re.I),
    re.compile(rf"amend {_CLAUSE} to {_MOVE} {_NAME}{_NEW}", re.I),
    re.compile(
        rf"{_NAME}{_AT}(?:(?:is|will be|shall be|is to be)(?: hereby)?"
        r" (?:changed|increased|raised|lifted|reduced)"
        rf"|(?:will |shall )?(?:increases?|rises?|goes? up)) {_NEW}",
        re.I,
    ),
)


def only_figure(base: Tree, target: str, amendment: Amendment) -> StatedChange | None:
    """The one amount that the clause `target` has, and the one that the order puts in its place."""
    if amendment.wording != "figures" or amendment.fragment or amendment.stated:
        return None
    said = " ".join(undated(as_order(amendment.instruction)).split())
    found = next(filter(None, (one.fullmatch(said) for one in _ORDERS)), None)
    if found is None or _WHOSE.search(found["name"]):
        return None
    text = preconditions.printed(base.subtree(target))
    above = " ".join(base[one].heading_text for one in base.path(target))
    amounts = values.money(text)
    known = set(re.findall(r"\w+", f"{above} {text}".casefold()))
    if len(amounts) != 1 or not set(re.findall(r"\w+", found["name"].casefold())) <= known:
        return None
    change = StatedChange(amounts[0].text, found["new"])
    unit = (found["unit"] or "").strip()
    if (unit and not same_unit(unit, text[amounts[0].end :], text)) or contradicts(said, change):
        return None
    return change

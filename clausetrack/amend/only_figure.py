"""A figure that is to become another, and the order does not say what it was.

"Increase the tool allowance (clause 10.2) to $9.50 per week" is carried out where the clause has
what is named, one amount and no other, and per week. Of "clauses 10.2 and 10.3 … to $9.50 and $4.00
respectively" each has its own.
"""

from __future__ import annotations

import re

from clausetrack import numbering, values
from clausetrack.amend import preconditions
from clausetrack.amend.moves import contradicts, same_unit
from clausetrack.amend.naming import PEOPLE
from clausetrack.amend.plan import Refusal
from clausetrack.amend.rows import found as rows_of
from clausetrack.amend.said import undated
from clausetrack.amend.spans import APART
from clausetrack.amend.tree import Tree, words
from clausetrack.segment.phrases import BE
from clausetrack.segment.phrases import CLAUSE as _CLAUSE
from clausetrack.segment.wording import CITATION, as_order
from clausetrack.settlement import Amendment, StatedChange

_NAME = (
    r"(?:the )?(?:(?:rate|salary|wage|figure) (?:for|of|at) (?=(?:step|level|grade|band)\b))?"
    r"(?P<name>(?:(?!(?:for|to|by|from|only)\b)[\w’'-]+ ){1,6}?)"
)
_WHOSE = re.compile(rf"\bof\b.*\b{PEOPLE}\b|\b{PEOPLE}[’']", re.I)
_AT = rf"(?:\({_CLAUSE}\)|(?:in|of|under|at) {_CLAUSE}) "
_AMOUNT = r"\$\d+(?:,\d{3})*(?:\.\d\d)?"
_NEW = rf"to (?P<new>{_AMOUNT})(?P<unit> (?:per|an?|each) \w+)?\s*[.;]?"
_MOVE = r"(?:change|increase|raise|lift|reduce)"
_DONE = (
    rf"(?:{BE} (?:changed|increased|raised|lifted|reduced)"
    r"|(?:will |shall )?(?:increases?|rises?|goes? up))"
)
_MOST = 6  # amounts that are shown
_LIST = rf"{CITATION}(?:, {CITATION})*,? and {CITATION}"
#: "The meal and call allowances in clauses 5.2 and 5.3 are increased to $17.00 and $250
#: respectively": what each is called stands in its clause.
_EACH_ITS_OWN = re.compile(
    rf"(?:{_MOVE} )?{_NAME}(?:in|of|under|at) clauses (?P<clauses>{_LIST}) (?:{_DONE} )?"
    rf"(?:by [\d.]+(?:%| per cent),? )?to (?P<new>{_AMOUNT}(?:, {_AMOUNT})*,? and {_AMOUNT})"
    r",? respectively\s*[.;]?",
    re.I,
)
#: What is said of any amount, and names none.
_ANY = {"allowance", "allowances", "amount", "amounts", "figure", "payment", "payments", "sum"}
_ORDERS = (
    re.compile(rf"{_MOVE} {_NAME}{_AT}{_NEW}", re.I),
    re.compile(
        rf"(?:in )?{_CLAUSE}(?: \(?(?P<called>(?-i:[A-Z])[\w ’'-]{{2,40}}?)\)?)?(?:,|:| [–—-]) ?"
        rf"{_MOVE}d? (?:{_NAME})?{_NEW}",
        re.I,
    ),
    re.compile(rf"amend {_CLAUSE} to {_MOVE} {_NAME}{_NEW}", re.I),
    re.compile(rf"{_MOVE} {_CLAUSE} {_NEW}", re.I),
    re.compile(rf"{_NAME}{_AT}{_DONE} {_NEW}", re.I),
    re.compile(rf"(?:in |under )?{_CLAUSE}(?:,|:| [–—-])? {_NAME}{_DONE} {_NEW}", re.I),
)


def only_figure(base: Tree, target: str, amendment: Amendment) -> StatedChange | Refusal | None:
    """The one amount that the clause `target` has, and the one that the order puts in its place.

    It is refused where the clause has several; None where the order is no such one.
    """
    if amendment.wording != "figures" or amendment.fragment or amendment.stated:
        return None
    said = " ".join(undated(as_order(amendment.said)).split())
    found = next(filter(None, (one.fullmatch(said) for one in _ORDERS)), None)
    several = None if found else _EACH_ITS_OWN.fullmatch(said)
    new, unit = (found["new"], (found["unit"] or "").strip()) if found else ("", "")
    named = found.groupdict() if found else {}
    name = " ".join(filter(None, (named.get("name"), named.get("called"))))
    if several is not None:
        name, new = _own(several, target)
    if not new or _WHOSE.search(f"{name} "):
        return None
    text = preconditions.printed(base.subtree(target))
    above = " ".join(base[one].heading_text for one in base.path(target))
    amounts = values.money(text)
    known = set(words(f"{above} {text}"))
    if not set(words(name)) - _ANY <= known:
        return None
    if row := _row(base, target, name) if len(amounts) > 1 else "":
        text, amounts = row, values.money(row)
    if len(amounts) > 1 and found:
        listed = ", ".join(one.text for one in amounts[:_MOST])
        reason = f"{target} has several amounts ({listed}): a person must say which becomes {new}"
        return Refusal("needs-decision", reason)
    if len(amounts) != 1:
        return None
    change = StatedChange(amounts[0].text, new)
    if (unit and not same_unit(unit, text[amounts[0].end :], text)) or contradicts(said, change):
        return None
    return change


def _row(base: Tree, target: str, name: str) -> str:
    """What the one row that goes by a name says in the tables of `target`; "" where none does."""
    tables = (one.table for one in base.subtree(target) if one.table)
    rows = [APART.join(one.texts[at]) for one in tables for at in rows_of(one, name.strip())]
    return rows[0] if len(rows) == 1 else ""


def _own(found: re.Match[str], target: str) -> tuple[str, str]:
    """What is named, and the amount, where `target` stands in the list of clauses; "" for none."""
    clauses = [str(numbering.parse(one)) for one in re.findall(CITATION, found["clauses"])]
    amounts = re.findall(_AMOUNT, found["new"])
    names = re.split(r", | and ", found["name"])
    if len(clauses) != len(amounts) or clauses.count(target) != 1:
        return "", ""
    at = clauses.index(target)
    if len(names) not in {1, len(clauses)}:
        return "", ""
    return names[at if names[1:] else 0], amounts[at]

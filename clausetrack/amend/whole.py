"""A clause that an order takes out by its number and its name: "Delete clause 3.7 (Laundry)"."""

from __future__ import annotations

import re

from clausetrack.amend import renumbering
from clausetrack.amend.binding import is_whole
from clausetrack.amend.naming import OTHERS, PEOPLE
from clausetrack.amend.splitting import split
from clausetrack.amend.tree import Tree
from clausetrack.settlement import Amendment

_BRACKETED = re.compile(r"(?<=[\w)])\s+\((?P<words>[A-Za-zĀĒĪŌŪāēīōū][\w ’'&/–-]{3,60})\)")
#: Whom an order is for, or whose it is, and no name of a clause.
_WHOSE = re.compile(rf"\b(?:{PEOPLE}|{OTHERS}|part(?:y|ies)|only|if|unless)\b", re.I)


def is_named_whole(base: Tree, target: str, amendment: Amendment) -> bool:
    """Does an order take the clause `target` out by its number and its name, and say no more?

    Its name is its heading, or that of what it stands under, or words of its text in brackets. One
    of several that the text joins ("drivers, cleaners or clerks") may be whom the order is for.
    """
    said, *rest = split(amendment.said)
    if not all(map(renumbering.counts_on, rest)):
        return False
    for clause_id in base.path(target):
        heading = base[clause_id].heading_text.strip()
        if not heading or heading.casefold() not in said.casefold():
            continue
        named = rf"(?<=[\w)])[\s,:–—-]+[“\"‘(]?{re.escape(heading)}[”\"’)]?,?(?!\w)"
        bare, times = re.subn(named, "", said, count=1, flags=re.I)
        if times and is_whole(bare):
            return True
    found = _BRACKETED.search(said) if "(" in said else None
    if found is None or _WHOSE.search(found["words"]):
        return False
    stands = re.search(
        rf"(?P<joined>(?:,|\b(?:and|or))\s+)?(?<!\w){re.escape(found['words'])}(?!\w)"
        r"(?P<joins>,|\s+(?:and|or)\b)?",
        base[target].own_text,
        re.I,
    )
    if stands is None or stands["joined"] or stands["joins"]:
        return False
    return is_whole(said[: found.start()] + said[found.end() :])

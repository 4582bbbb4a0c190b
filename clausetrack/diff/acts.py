"""Words for what one side owes or asks of the other: on them hangs what must be done."""

from __future__ import annotations

import re

_ACT = re.compile(
    r"agree(?:s|d|ment|ments)?|consult(?:s|ed|ation|ations)?|consents?|consented"
    r"|approv(?:e|es|ed|al|als)|permi(?:t|ts|tted|ssion|ssions)|discretions?|notices?"
    r"|notif(?:y|ies|ied|ication|ications)|advi[sc]es?|advised|inform(?:s|ed|ation)?"
    r"|negotiat(?:e|es|ed|ion|ions)|discuss(?:es|ed|ion|ions)?|requests?|requested"
    r"|requir(?:e|es|ed|ement|ements)|recommend(?:s|ed|ation|ations)?|deci(?:de|des|ded|sion|sions)"
    r"|determin(?:e|es|ed|ation|ations)|endors(?:e|es|ed|ement|ements)|concur(?:s|red|rence)?"
    r"|accept(?:s|ed|ance)?|offer(?:s|ed)?|oblig(?:e|es|ed|ation|ations)|entitle(?:d|s|ment|ments)?"
    r"|eligib(?:le|ility)|rights?|options?|opinions?|consider(?:s|ed|ation)?|refus(?:e|es|ed|al)"
    r"|authoris(?:e|es|ed|ation)|guarantee[sd]?|ensures?|ensured|encourage[sd]?|expect(?:s|ed|ation)?"
    r"|allow(?:s|ed)|confirm(?:s|ed|ation)?|objections?|vot(?:e|es|ed)|ballots?",
    re.I,
)


def acts(name: str) -> bool:
    """Does a name hold a word for such an act ("mutual agreement", "is consulted")?"""
    return any(map(_ACT.fullmatch, name.split()))

"""How working days were counted for an answer, and whether the agreement says what one is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from clausetrack.model import Clause, Document
from clausetrack.provisions.consequences import Consequences

_TERM = re.compile(r"[“\"'‘]?working days?[”\"'’]?[:.]?", re.I)
_DEFINES = re.compile(
    r"\bworking days?\b[”\"'’)]*\s+(?:means?\b|(?:shall|will) mean\b|(?:is|are) defined\b"
    r"|ha(?:s|ve) the (?:same )?meaning\b|(?:includes?|excludes?|do(?:es)? not include)\b"
    r"|(?:is|are) (?:a day|days|any day|Monday))|\A[“\"'‘]?working days?[”\"'’]?:",
    re.I,
)


def counted(
    follows: Iterable[Consequences], own: Sequence[Document], region: str
) -> tuple[str, ...]:
    """What to know of the working days in the deadlines; nothing where none is counted in them."""
    units = {due.duty.within.period.unit for part in follows for due in part.deadlines}
    if "working-days" not in units:
        return ()
    kept = f" and the anniversary day of {region}" if region else ""
    told = [
        f"working days: corresponding-date leaves out Saturdays, Sundays, public holidays{kept};"
        " legislation-act leaves out the days from 25 December to 2 January as well (section 13)"
    ]
    if not region:
        told.append("no region was named, so the day of a region’s anniversary counts")
    for document in own:
        for clause in document.clauses:
            if _defines(clause):
                where = f"clause {clause.id} says what a working day is"
                return (*told, f"{where}: count by that instead, as neither rule does")
    return (*told, "the documents given do not say what the agreement means by a working day")


def _defines(clause: Clause) -> bool:
    return bool(_TERM.fullmatch(clause.heading_text.strip()) or _DEFINES.search(clause.own_text))

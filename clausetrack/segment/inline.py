"""Wording that stands in the line of its order, with the number of the clause that it is."""

from __future__ import annotations

import re

#: "Add to clause 5.1: “(d) …”": nothing stands behind the marks.
_NUMBERED = re.compile(
    r"[^“”\"]*\b(?:insert|add)(?:ed|ing)?\b[^“”\"]*:\s+"
    r"(?=[“\"](?:\([a-z]{1,4}\)|(?:[A-Z]{1,2}\.?)?\d+(?:\.\d+)*[A-Z]?\.?)\s+[A-Za-zĀĒĪŌŪāēīōū]"
    r"[^“”\"]*(?:\.|;(?: and| or)?)[”\"][.;]?$)",
    re.I,
)
_WHOLE = re.compile(r"\d+\.?\s")
_DIVISION = re.compile(r"\b(?:Appendix|Schedule|Supplement|Annexe?)\b")


def numbered(text: str) -> re.Match[str] | None:
    """What stands before a numbered clause in quotation marks that ends an order to add it.

    A whole number is one of a Schedule that counts anew; elsewhere it may be anything.
    """
    found = _NUMBERED.match(text)
    if found and _WHOLE.match(text, found.end() + 1) and not _DIVISION.search(found[0]):
        return None
    return found

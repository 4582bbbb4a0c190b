"""What a page prints before a paragraph: its number, its letter, or a bullet."""

from __future__ import annotations

import re

from clausetrack import numbering

#: What stands before the text of a paragraph that hangs from it: a number, a letter, a bullet.
LABEL = re.compile(
    r"(?:Part |Appendix |Schedule )?"
    r"(?:[A-Z]?\d{1,3}[A-Z]?(?:\.\d{1,3}[A-Z]?)*(?:[-–][A-Z]?\d{1,3})?[.):]?"
    r"|\([a-zA-Z]{1,5}\)|\(\d{1,2}\)|[a-z]{1,5}[.)]|[a-z]|[ivx]{2,5}|[A-Z][.)]?)\.?"
)
#: Bullets, and dashes that stand apart.
BULLETS = f"{numbering.BULLETS}—§"

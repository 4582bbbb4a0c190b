"""Text made safe to show: what a screen would obey, or show in another order, is written out."""

from __future__ import annotations

import re

from clausetrack.lazily import pattern

#: The C0 and C1 controls but newline and tab, the marks, embeddings, overrides and isolates of
#: bidirectional text, and private characters, which only a font of symbols shows. Lone surrogates
#: (a file name that is not UTF-8) cannot be written at all.
HIDDEN = pattern(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\uf8ff]"
)


def visible(text: str) -> str:
    """`text` with every character that must not act on a screen as a visible escape."""
    return HIDDEN.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"

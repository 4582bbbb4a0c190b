"""Where a document ends and its signatures begin."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausetrack.segment.labels import Piece

SIGNING = re.compile(
    r"\s*(?:Signed|SIGNED|Dated (?:at|this)|Witness|In witness|Advocate for"
    r"|For and on behalf|Signatures?$"
    r"|Signatories$)"
)


def closing_block(pieces: Sequence[Piece]) -> int:
    """Where the signature block begins: after the last label, at words of signing."""
    start = len(pieces)
    for at in range(len(pieces) - 1, -1, -1):
        piece = pieces[at]
        text = piece.text or " ".join(
            " ".join(row) for row in (piece.table.texts if piece.table else [])
        )
        if piece.kind not in {"plain", "table", "bullet"}:
            break
        if SIGNING.match(text):
            start = at
    return start

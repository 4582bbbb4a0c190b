"""The public verbs on a path or on bytes: a thin step to the functions that do the work."""

from __future__ import annotations

from pathlib import Path

from clausetrack.ingest import read
from clausetrack.model import Instructions


def amendments(terms: bytes | str | Path) -> Instructions:
    """What terms of settlement order: see `amend.instructions.find`.

    Raises UnreadableInput and NotAnAgreement as `read` does.
    """
    from clausetrack.amend.instructions import find

    return find(read(terms))

"""Two versions compared as a whole: clause by clause, then what is only seen in several of them."""

from __future__ import annotations

from clausetrack.diff.changes import Comparison, by_clause
from clausetrack.model import Document


def compare(old: Document, new: Document) -> Comparison:
    """What changed from `old` to `new`, with the alignment that it comes from.

    The changes are in the order of the new document; what was deleted stands where it was. A
    document compared with itself gives none.
    """
    comparison = by_clause(old, new)
    kinds = {one.kind for one in comparison.changes}
    if "changed" in kinds and not kinds.isdisjoint(("inserted", "deleted")):
        from clausetrack.diff import first_lines

        comparison = first_lines.told(comparison, old, new)
    if any(one.kind in {"inserted", "deleted"} and "\t" in one.old_text + one.new_text
           for one in comparison.changes):  # fmt: skip
        from clausetrack.diff import parted_tables

        comparison = parted_tables.parted(comparison, old, new)
    return comparison

"""The instructions of terms of settlement: what they order, and which wording belongs to each.

Read from the terms alone. Every item is walked in order: a sentence that orders something makes one
amendment for each provision that it names; the quoted wording that follows is bound to the last
order that it can belong to; what orders nothing binds the parties and stays in the terms.
"""

from __future__ import annotations

from clausetrack.amend.item import ItemReading
from clausetrack.amend.passages import items
from clausetrack.model import Amendment, Document, Finding, Instructions, TermsOnly


def find(terms: Document) -> Instructions:
    """The amendments that `terms` order, the passages that amend nothing, and what was left over.

    `unused` holds wording that looks meant for the agreement and is bound to no instruction.
    """
    amendments: list[Amendment] = []
    terms_only: list[TermsOnly] = []
    findings: list[Finding] = []
    used: set[str] = set()
    for item, passages, outside in items(terms):
        reading = ItemReading(terms, item, outside)
        for passage in passages:
            reading.take(passage)
        amendments += reading.amendments()
        terms_only += reading.terms_only
        findings += reading.findings
        used |= {draft.fragment for draft in reading.drafts if draft.fragment}
    left = [fragment.id for fragment in terms.fragments if fragment.id not in used]
    unused = tuple(" ".join(clause.printed for clause in terms.fragment(name)) for name in left)
    return Instructions(tuple(amendments), tuple(terms_only), unused, tuple(findings))

"""Records pinned to the text that they were made from: stale as soon as that text is another."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable

from clausetrack.model import Clause, Document
from clausetrack.provisions.passages import Passage, Stale
from clausetrack.provisions.places import version
from clausetrack.provisions.vocabulary import Pinned, Words

#: The name of the passage that a pinned record rests on.
QUOTE = "quote"


def digest(document: Document, clause: Clause) -> str:
    """The hash of a clause's text, white space folded: "sha256:..."."""
    return f"sha256:{hashlib.sha256(text(document, clause).encode()).hexdigest()}"


def text(document: Document, clause: Clause) -> str:
    """A clause as it is printed, with the bullets and tables right under it, as one line.

    What else stands under it are clauses of their own, and a change of those is not one of this.
    """
    words = [clause.printed]
    for one in document.clauses:
        if one.fragment == clause.fragment and one.parent == clause.id:
            if one.kind == "bullet":
                words.append(one.printed)
            elif one.table is not None:
                words += [cell.text for row in one.table.rows for cell in row]
    return " ".join(unicodedata.normalize("NFC", " ".join(words)).split())


def find(pinned: Pinned, documents: Iterable[Document]) -> Passage | Stale:
    """The pinned text in the first of the documents that holds it as it was."""
    words = Words(QUOTE, pinned.quote)
    why = ""
    for document in documents:
        where = f"{version(document)} {document.kind}"
        clause = next(
            (c for c in document.clauses if (c.id, c.fragment) == (pinned.clause, pinned.fragment)),
            None,
        )
        if clause is None:
            why = why or f"{where}: there is no {pinned.clause}"
        elif digest(document, clause) != pinned.digest:
            why = why or f"{where}: the text of {pinned.clause} is not the one it was made from"
        elif " ".join(pinned.quote.split()) not in text(document, clause):
            why = why or f"{where}: {pinned.clause} does not hold the words that the record quotes"
        else:
            return Passage(words, pinned.quote, clause, document)
    return Stale(words, why)

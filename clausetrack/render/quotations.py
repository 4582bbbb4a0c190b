"""What a finding quotes, as a reader should see it: whole words, an ellipsis where text is cut.

A finding keeps what it quotes verbatim, cut off anywhere, since reviews are pinned to that.
"""

from __future__ import annotations

from clausetrack.model import Document, Finding

_ENDS = ".;:!?"
_SENTENCE = 30  # characters: so much stands in one place of a document
_PHRASE = 60  # characters: a shorter quotation that ends with a word is a phrase, and no cut


def quotation(finding: Finding, document: Document) -> str:
    """What a finding quotes of a clause of the document, on one line."""
    quote = " ".join(finding.quote.split())
    own = [clause for clause in document.clauses if clause.id == finding.clause]
    # What is said of a list is quoted from one of its items.
    others = document.clauses if len(quote) >= _SENTENCE else ()
    for clause in (*own, *others) if quote else ():
        for text in (clause.own_text, clause.printed):
            if (whole := in_words(quote, text)) is not None:
                return whole
    return quote


def in_words(quote: str, text: str) -> str | None:
    """A quotation with the words whole that it cuts; None where the text does not hold it.

    An ellipsis stands where a sentence goes on before or behind it; a phrase ("section 53") that is
    quoted for itself has none.
    """
    text = " ".join(text.split())
    core = " ".join(quote.split()).removeprefix("…").removesuffix("…").strip()
    at = text.find(core)
    if at < 0 or not core:
        return None
    start, end = at, at + len(core)
    while start and text[start - 1].isalnum() and core[0].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and core[-1].isalnum():
        end += 1
    before = text[:start].rstrip()[-1:]  # "" where it is the beginning
    long = len(core) > _PHRASE
    cut_before = start < at or quote.startswith("…") or (long and before not in _ENDS)
    cut_behind = end > at + len(core) or quote.endswith("…") or long
    lead = "…" if before and cut_before else ""
    tail = "…" if text[end:].strip() and cut_behind and text[end - 1] not in _ENDS else ""
    return f"{lead}{text[start:end]}{tail}"

"""The items of terms of settlement, each as its passages in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from clausetrack.amend.sentences import Sentence
from clausetrack.amend.unread import is_said
from clausetrack.model import Clause, Document, plain
from clausetrack.segment.wording import TERMS_ONLY

#: What is no name of a topic: "Withdrawn.", "Not agreed.", "Staff only."
_SAYS = re.compile(
    r"\d|\b(?:\w+ed|\w+n[’']t|withdrawn|not|no|none|only|if|unless|is|are|was|were|be|been|shall|will"
    r"|may|must|has|have|had|pending|draft|tb[acd]|subject to)\b", re.I
)  # fmt: skip


#: "PART B – AGREED IN PRINCIPLE", "Section 2: Matters outside the agreement"
_DIVIDES = re.compile(
    r"(?:part|section|schedule|division|group|list|annexe?|appendix) (?:[A-Z]|\d{1,2}|[IVX]{1,5})"
    r"(?:\s*[:–—-]|\.? [A-Z(]|\Z)",
    re.I,
)
_LONGEST_TITLE = 16  # words


@dataclass
class Passage:
    """One paragraph of an item with the bullets and markers under it, or one fragment."""

    clause: Clause
    under: list[Clause] = field(default_factory=list)
    fragment: str | None = None

    @property
    def text(self) -> str:
        heading = self.clause.heading_text if self.clause.kind == "heading" else ""
        said = self.clause.own_text or (heading if is_said(heading) else "")
        return said.lstrip(" –—") if self.clause.number else said  # "2.4.1 – delete …"

    @property
    def lead(self) -> str:
        """The line over what stands under it, one that is set like a heading too."""
        return self.clause.own_text or self.clause.heading_text

    @property
    def whole(self) -> str:
        return "\n".join([self.lead] + [clause.printed for clause in self.under])


def is_run_in(clause: Clause, sentences: Sequence[Sentence]) -> bool:
    """Is the first of the sentences a title in bold that the item begins with: "**Leave.** In …"?

    A short sentence that is set like the others may say something.
    """
    first = sentences[0].text if sentences else ""
    bold = plain(tuple(takewhile(lambda run: "b" in run.emphasis, clause.text))).strip()
    short = first.endswith((".", ":")) and len(first.split()) < 8
    return bool(first) and bold == first and short and not _SAYS.search(first)


def strays(terms: Document) -> Iterator[Passage]:
    """The paragraphs, headings and list entries of the terms that stand in no item."""
    within = {id(passage.clause) for _, held, _ in items(terms) for passage in held}
    within |= {id(one) for _, held, _ in items(terms) for passage in held for one in passage.under}
    for clause in terms.clauses:
        if clause.fragment is None and clause.kind != "item" and id(clause) not in within:
            yield Passage(clause)


def items(terms: Document) -> Iterator[tuple[Clause, list[Passage], bool]]:
    """Each item, its passages in order, and whether it stands under "terms of settlement only"."""
    outside = False
    item: Clause | None = None
    passages: list[Passage] = []
    for clause in terms.clauses:
        if (
            clause.fragment is None
            and clause.kind in {"item", "heading", "text"}
            and clause.parent is None
        ):
            if item is not None:
                yield item, passages, outside
            item, passages = None, []
            if clause.kind == "heading" and TERMS_ONLY.match(clause.heading_text):
                outside = True
            if clause.kind == "item":
                item, passages = clause, [Passage(clause)] if clause.text else []
            continue
        if item is None:
            continue
        if clause.fragment is not None:
            if not passages or passages[-1].fragment != clause.fragment:
                passages.append(Passage(clause, fragment=clause.fragment))
        elif (
            clause.kind in {"bullet", "paragraph", "note", "clause"}
            and passages
            and not passages[-1].fragment
        ):
            passages[-1].under.append(clause)
        else:
            passages.append(Passage(clause))
    if item is not None:
        yield item, passages, outside


def divides(clause: Clause) -> bool:
    """Is a clause of the terms, set as none, a title over what follows: "PART B – WITHDRAWN"?

    So are capitals alone, and what is numbered as a Section or Part.
    """
    text = clause.own_text.strip()
    short = 0 < len(text.split()) <= _LONGEST_TITLE and not text.endswith((".", ";", ",", ":"))
    if clause.fragment is not None or clause.heading or not short:
        return False
    if clause.kind == "clause":
        return clause.number.startswith(("Section ", "Part "))
    capitals = text.isupper() and len(text.split()) > 1
    return clause.kind == "text" and (capitals or bool(_DIVIDES.match(text)))


def sections(terms: Document) -> dict[str, str]:
    """The title that items of the terms stand under, by the ID of the item.

    It is a line of its own before them, which may have been taken for the end of the item before.
    """
    out: dict[str, str] = {}
    above, line = "", ""
    for clause in terms.clauses:
        if clause.fragment is not None:
            line = ""
        elif clause.kind == "item":
            above = line or above
            out[clause.id] = above
            line = ""
        elif clause.kind == "heading":
            line = clause.heading_text
        elif divides(clause):
            line = clause.own_text
        else:
            opens = clause.parent is None and clause.own_text.rstrip().endswith(":")
            line = clause.own_text if opens else line if clause.parent is None else ""
    return out

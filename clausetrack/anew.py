"""An agreement that is no Word file, set as one from its clauses; what is not taken over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from clausetrack import reasons
from clausetrack.amend.accounted import shown
from clausetrack.errors import ProofFailed, finding
from clausetrack.ingest import read
from clausetrack.model import Document, Finding
from clausetrack.render import docx
from clausetrack.values import counted

#: What the print shows beside the clauses, by why it is left out of them. A table of contents and
#: the numbers of pages are set anew.
_BESIDE = {
    reasons.FOOTNOTE: "footnote",
    reasons.PRINTED_FOOTNOTE: "footnote line",
    reasons.ENDNOTE: "endnote",
    reasons.HEADER: "page header",
    reasons.RUNNING_HEADER: "page header",
    reasons.FOOTER: "page footer",
    reasons.RUNNING_FOOTER: "page footer",
    reasons.RUNNING: reasons.RUNNING,
    reasons.TEXT_BOX: "text box",
    reasons.ADDRESS: "link target",
}
_QUOTED, _LONG = 2, 60  # how many of one kind are quoted, and how many characters of each


def in_house_style(base: Document) -> tuple[bytes, Document]:
    """A base that is no Word file as one, and as it is read from there.

    Raises ProofFailed where it would read otherwise.
    """
    for automatic in (True, False):
        data = docx.house(base, automatic=automatic)
        again = read(data, base.file)
        unlike = [one or other for one, other in zip_longest(_contents(base), _contents(again))
                  if one != other]  # fmt: skip
        if not unlike:
            break
    else:
        where = next((str(content[0]) for content in unlike if content), "")
        raise ProofFailed(
            f"{base.file or 'the base'} cannot be set as a Word document without changing {where}; "
            "give the agreement as a Word file"
        )
    return data, replace(
        again,
        agreement=base.agreement,
        version=base.version,
        title=base.title,
        findings=base.findings,
        clauses=tuple(
            clause._replace(key=was.key)
            for clause, was in zip(again.clauses, base.clauses, strict=True)
        ),
    )


def not_taken_over(base: Document) -> list[Finding]:
    """A finding that lists what the base shows beside its clauses, which is not set anew."""
    found: dict[str, dict[str, None]] = {}
    for left in base.left_out:
        said = " ".join(left.text.split()).strip(" |–—-0123456789")
        if left.why in _BESIDE and any(map(str.isalpha, said)):
            found.setdefault(_BESIDE[left.why], {})[said] = None
    listed = [_counted(kind, list(texts)) for kind, texts in found.items()]
    if pictures := len(base.pictures):
        listed.append(counted(pictures, "picture"))
    if not listed:
        return []
    lacks = "set anew from its clauses, the agreement lacks what stands beside them"
    return [finding("not-taken-over", f"{lacks}: {'; '.join(listed)}")]


def _counted(kind: str, texts: list[str]) -> str:
    """ "2 footnotes (“…”, “…”)"; where links lead is only counted."""
    said = counted(len(texts), kind)
    if kind == _BESIDE[reasons.ADDRESS]:
        return said
    quoted = ", ".join(f"“{shown(text, _LONG)}”" for text in texts[:_QUOTED])
    more = f" and {len(texts) - _QUOTED} more" if len(texts) > _QUOTED else ""
    return f"{said} ({quoted}{more})"


def _contents(document: Document) -> Iterator[tuple[object, ...]]:
    for clause in document.clauses:
        cells = clause.table.texts if clause.table else None
        yield clause.id, clause.number, clause.heading_text, clause.own_text, cells

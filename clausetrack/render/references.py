"""The references of documents: as a JSON object, and as text for a terminal."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from clausetrack.across import Followed
from clausetrack.model import Document, Finding
from clausetrack.render import json

Object = dict[str, Any]
_WIDTH = 100
_COLUMN = 24


def as_json(
    documents: Sequence[Document], followed: Iterable[Followed], findings: Iterable[Finding] = ()
) -> Object:
    """`clausetrack/references/1`: every reference in document order.

    `document` is the number of the document that it stands in, counted from 0 in the order given,
    and `into` of the one that holds its targets, null where it stays open.
    """
    numbers = {id(document): number for number, document in enumerate(documents)}
    return {
        "schema": "clausetrack/references/1",
        "documents": [json.about(document) for document in documents],
        "references": [
            {
                "clause": one.reference.clause,
                "text": one.reference.text,
                "kind": one.reference.kind,
                "targets": list(one.reference.targets),
                "resolves": one.reference.resolves,
                "why": one.reference.why or None,
                "instrument": one.reference.instrument or None,
                "document": numbers[id(one.document)],
                "quoted_in": _item(one),
                "into": numbers[id(one.into)] if one.into else None,
                "new_wording": one.new,
                "source": json.place(one.clause.source),
            }
            for one in followed
        ],
        "findings": [json.finding(finding) for finding in findings],
    }


def text(
    documents: Sequence[Document],
    followed: Sequence[Followed],
    findings: Sequence[Finding] = (),
    width: int = _WIDTH,
) -> str:
    """One line a reference, by document: where it stands, its words, what they lead to."""
    lines: list[str] = []
    for document in documents:
        own = [one for one in followed if one.document is document]
        lines += [_name(document), *(line for one in own for line in _line(one, width)), ""]
        lines += [*textwrap.wrap(_summary(own), width), ""]
    if findings:
        lines.append("After the change")
        for finding in findings:
            said = f"{finding.clause}: {finding.message} [{finding.code}]"
            lines += textwrap.wrap(said, width, initial_indent="  ", subsequent_indent="    ")
        lines.append("")
    return "\n".join(lines)


def _line(one: Followed, width: int) -> list[str]:
    reference = one.reference
    where = f"{reference.clause}{' (quoted)' if reference.fragment else ''}"
    if reference.kind == "statute":
        provisions = ", ".join(reference.targets)
        to = f"statute: {', '.join(part for part in (reference.instrument, provisions) if part)}"
    elif reference.resolves:
        into = f" of the {_short(one.into)}" if one.into and one.into is not one.document else ""
        to = f"-> {', '.join(reference.targets)}{into}{' (new wording)' if one.new else ''}"
    else:
        to = f"open: {reference.why}"
    words = " ".join(reference.text.split())
    hang = " " * (_COLUMN + 4)
    return textwrap.wrap(
        f"{words}  {to}", width, initial_indent=f"  {where:<{_COLUMN}}  ", subsequent_indent=hang,
        break_on_hyphens=False,
    )  # fmt: skip


def _summary(own: Sequence[Followed]) -> str:
    counts = Counter(
        "to statutes" if one.reference.kind == "statute"
        else "resolved" if one.reference.resolves else "open"
        for one in own
    )  # fmt: skip
    told = ", ".join(
        f"{counts[name]} {name}" for name in ("resolved", "open", "to statutes") if counts[name]
    )
    return f"{len(own)} references" + (f": {told}." if told else ".")


def _item(one: Followed) -> str | None:
    """The item of the terms that quotes the wording in which the reference stands."""
    fragment = one.reference.fragment
    return next((f.item for f in one.document.fragments if f.id == fragment), None)


def _name(document: Document) -> str:
    return " ".join(part for part in (_short(document), document.kind, document.file) if part)


def _short(document: Document | None) -> str:
    return f"{document.agreement} {document.version}".strip() if document else ""

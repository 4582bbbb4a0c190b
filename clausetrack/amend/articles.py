"""Terms that speak of Articles: their orders are read in the words of clauses.

"Delete Article 4.2." is read as "Delete clause 4.2.", and quoted as it is printed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from clausetrack import articles
from clausetrack.amend.splitting import split
from clausetrack.model import Clause, Document, Finding, Runs
from clausetrack.settlement import Instructions


def in_clauses(terms: Document) -> Document:
    """The terms with what they say themselves in the words of clauses; the same where it is."""
    clauses = tuple(one if one.fragment is not None else _read(one) for one in terms.clauses)
    return terms if clauses == terms.clauses else replace(terms, clauses=clauses)


def _read(clause: Clause) -> Clause:
    if "rticle" not in clause.heading_text + clause.own_text:
        return clause
    return clause._replace(heading=_runs(clause.heading), text=_runs(clause.text))


def _runs(runs: Runs) -> Runs:
    return tuple(run._replace(text=articles.in_clauses(run.text)) for run in runs)


def as_printed(terms: Document, read: Document, found: Instructions) -> Instructions:
    """What was found in `read`, in the words that `terms` print."""
    pairs = sorted(dict(_pairs(terms, read)).items(), key=lambda pair: -len(pair[0]))
    words = partial(_printed, pairs)
    return Instructions(
        tuple(
            replace(
                one,
                instruction=words(one.instruction),
                described_target=words(one.described_target),
            )
            for one in found.amendments
        ),
        tuple(replace(one, text=words(one.text)) for one in found.terms_only),
        tuple(map(words, found.unused)),
        tuple(_quoting(one, words(one.quote)) for one in found.findings),
        {name: words(text) for name, text in found.left.items()},
    )


def _pairs(terms: Document, read: Document) -> Iterator[tuple[str, str]]:
    """Each paragraph and sentence that was read in other words, and as it is printed."""
    for was, now in zip(terms.clauses, read.clauses, strict=True):
        if was == now:
            continue
        for spoken, printed in ((now.own_text, was.own_text), (now.heading_text, was.heading_text)):
            yield spoken, printed
            sentences, originals = split(spoken), split(printed)
            if len(sentences) == len(originals):
                yield from zip(sentences, originals, strict=True)


def _printed(pairs: list[tuple[str, str]], text: str) -> str:
    for spoken, printed in pairs:
        if spoken and spoken in text:
            text = text.replace(spoken, printed)
        elif text and spoken.startswith(text):  # a quotation that was cut short
            return printed[: len(text)]
    return text


def _quoting(finding: Finding, quote: str) -> Finding:
    return finding if quote == finding.quote else replace(finding, quote=quote)

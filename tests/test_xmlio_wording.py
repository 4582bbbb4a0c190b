"""The quick reading of stored documents says what the full one says, and lets no text go by."""

from __future__ import annotations

from dataclasses import replace

import pytest
from documents import documents
from hypothesis import given, settings

from clausetrack.errors import InvalidXml
from clausetrack.model import Clause, Document, Run, Runs, Source
from clausetrack.xmlio import from_xml, parse_xml, to_xml, wording

STORED = b"""<document xmlns="urn:clausetrack:1" kind="agreement" read="9"><meta/>
<body><clause id="1"><num>1</num><heading>Oil</heading>
<content><p>Paid <quantity value="5" unit="NZD">$5</quantity> a day.</p></content>
<table id="1 table 1"><grid headerRows="1"><column role="key">Step</column><tr><th>Step</th></tr>
<tr key="1"><td>1</td></tr></grid></table></clause></body></document>"""


def placeless(document: Document) -> Document:
    def runs(given_runs: Runs) -> Runs:
        return tuple(Run(run.text, run.emphasis, run.revision) for run in given_runs)

    def clause(one: Clause) -> Clause:
        table = one.table and replace(one.table, rows=tuple(
            tuple(replace(cell, runs=runs(cell.runs)) for cell in row) for row in one.table.rows
        ))  # fmt: skip
        return replace(one, label=runs(one.label), heading=runs(one.heading), text=runs(one.text),
                       table=table, source=Source())  # fmt: skip

    return replace(document, clauses=tuple(map(clause, document.clauses)), left_out=(), markup=(),
                   findings=(), read=0)  # fmt: skip


def test_it_takes_what_we_write() -> None:
    assert wording.read(parse_xml(STORED, "it", comments=False)) is not None


@settings(max_examples=40)
@given(documents())
def test_the_quick_reading_is_the_full_one_without_places(drawn: Document) -> None:
    stored = to_xml(drawn)
    assert wording.read(parse_xml(stored, "it", comments=False)) is not None
    assert from_xml(stored, places=False) == placeless(from_xml(stored))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<num>1</num>", b"<num>1</num><aside>and more</aside>"),
        (b"</content>", b"</content>stray words"),
        (b'<clause id="1">', b'<clause id="1">stray words'),
        (b"<p>Paid", b"stray<p>Paid"),
        (b"</p>", b"</p><p>twice</p>"),
        (b"a day.", b"a <hidden>dark</hidden> day."),
        (b'<tr key="1">', b'stray<tr key="1">'),
        (b"<td>1</td>", b"<td>1</td>stray"),
        (b"<td>1</td>", b"<cell>1</cell>"),
        (b'headerRows="1"', b'headerRows="one"'),
        (b' id="1"', b""),
        (b'id="1 table 1"', b'id="1"'),
        (b"</body>", b"stray</body>"),
        (b"</body>", b"</body><body/>"),
        (b'kind="agreement"', b'kind="letter"'),
    ],
)
def test_what_it_does_not_know_is_put_to_the_schema(old: bytes, new: bytes) -> None:
    assert STORED.count(old) >= 1
    changed = STORED.replace(old, new, 1)
    assert wording.read(parse_xml(changed, "it", comments=False)) is None
    with pytest.raises(InvalidXml):
        from_xml(changed, places=False)

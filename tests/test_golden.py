"""Golden cases: an agreement, terms, and the agreement afterwards as a person wrote it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from clausetrack import copies
from clausetrack.ingest import read
from clausetrack.markup import Markup, markup
from clausetrack.model import Document
from clausetrack.xmlio import from_xml, to_xml, validate

pytest_plugins = ["word_processors"]

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(folder.name for folder in GOLDEN.iterdir() if folder.is_dir())


def marked_up(case: str) -> Markup:
    return markup(GOLDEN / case / "old.txt", GOLDEN / case / "terms.txt")


def contents(document: Document) -> list[tuple[object, ...]]:
    return [
        (c.id, c.parent, c.kind, c.heading_text, c.own_text, c.table.texts if c.table else None)
        for c in document.clauses
    ]


@pytest.mark.parametrize("case", CASES)
def test_the_new_agreement_is_the_one_that_a_person_wrote(case: str) -> None:
    result = marked_up(case)
    assert contents(result.applied.document) == contents(read(GOLDEN / case / "new.txt"))


@pytest.mark.parametrize("case", CASES)
def test_each_instruction_has_its_outcome_and_its_reason(case: str) -> None:
    expected = json.loads((GOLDEN / case / "outcomes.json").read_text("utf-8"))
    result = marked_up(case)
    outcomes = {o.amendment.id: o.status for o in result.applied.outcomes}
    assert outcomes == expected["outcomes"]
    assert all(o.reason for o in result.applied.outcomes if o.status != "applied")
    found = {f.code for f in result.applied.findings if f.severity != "info"}
    # None of these terms order a new title, so every result still names the old years.
    assert found - {"title-unchanged"} == set(expected["findings"])


@pytest.mark.parametrize("case", CASES)
def test_the_bytes_are_proved_and_the_XML_is_valid(case: str) -> None:
    result = marked_up(case)
    assert result.proof.failures == ()
    assert result.proof.holds
    data = to_xml(result.applied.document)
    assert validate(data) == []
    assert from_xml(data) == result.applied.document


@pytest.mark.parametrize("case", CASES)
def test_the_same_input_gives_the_same_bytes(case: str) -> None:
    assert marked_up(case).docx == marked_up(case).docx


def test_LibreOffice_prints_both_agreements_with_their_numbers(
    libreoffice: Callable[[Sequence[tuple[bytes, str]]], list[str]],
) -> None:
    """What was set as Word from a text: behind the title and the contents, word for word."""
    files = [copies.ratification(marked_up(case)) for case in CASES]
    found = libreoffice([(data, view) for data in files for view in ("accept", "reject")])
    for at, case in enumerate(CASES):
        for name, text in zip(("new.txt", "old.txt"), found[2 * at : 2 * at + 2], strict=True):
            printed = (GOLDEN / case / name).read_text("utf-8").replace("\n- ", "\n• ")
            wanted = printed.split("\n", 1)[1].split()
            assert text.split()[-len(wanted) :] == wanted, (case, name)

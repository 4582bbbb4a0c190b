"""Whole numbers that Word computes for paragraphs that are no clauses: kept, and compared."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from word_samples import paragraph, parts, zipped

from clausetrack.commands import main
from clausetrack.comparison import compared
from clausetrack.ingest import read
from clausetrack.model import plain
from clausetrack.render.diff_json import diff

COUNTED = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'


def agreement(first: int, label: str = "%1") -> bytes:
    """Clauses that are typed, with one paragraph between them that Word counts from `first`."""
    body = [
        paragraph(text)
        for text in (
            "Slip Works Collective Agreement 2024",
            "1 Pay",
            "1.1 Each rigger is paid weekly.",
        )
    ]
    body.append(f"<w:p>{COUNTED}<w:r><w:t>The rate is $30.</w:t></w:r></w:p>")
    body += [paragraph(text) for text in ("1.2 Nothing here limits the Act.", "2 Leave")]
    numbering = (
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="{first}"/>'
        f'<w:numFmt w:val="decimal"/><w:lvlText w:val="{label}"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    return zipped(parts("".join(body), numbering=numbering))


def test_the_number_that_is_printed_stays_beside_the_text() -> None:
    (found,) = [one for one in read(agreement(7), "a.docx").clauses if "$30" in one.own_text]
    assert found.own_text == "The rate is $30."
    assert plain(found.label) == "7"


@pytest.mark.parametrize("label", ["%1", "%1."])
def test_another_number_is_told(label: str, tmp_path: Path) -> None:
    old, new = agreement(1, label), agreement(7, label)
    found = compared(old, new, "old.docx", "new.docx")
    assert [(one.kind, one.renumbered) for one in found.changes] == [("renumbered", True)]
    assert compared(old, old, "old.docx", "old.docx").changes == ()
    names = [tmp_path / "old.docx", tmp_path / "new.docx"]
    for name, data in zip(names, (old, new), strict=True):
        name.write_bytes(data)
    said = CliRunner().invoke(main, ["diff", *map(str, names)]).stdout
    assert ("1.1 bullet 1: 1 → 7" if label == "%1" else "1.1(1) → 1.1(7)") in said


def test_the_marks_are_in_the_json() -> None:
    found = compared(agreement(1), agreement(7), "old.docx", "new.docx")
    (change,) = diff(found.old, found.new, found.changes, found.findings, ())["changes"]
    assert change["marks"] == ["1", "7"]

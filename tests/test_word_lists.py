"""Automatic lists in Word files whose place only the list itself tells."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from word_samples import cell, paragraph, row, run, table, word

from clausetrack.ingest import read
from clausetrack.ingest.docx import read as read_lines

TITLE = paragraph("Kererū Rangers Collective Agreement 2024-2026", style="Title")


def level(at: int, how: str, text: str, more: str = "", start: int = 1) -> str:
    return (f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{how}"/>{more}'
            f'<w:lvlText w:val="{text}"/></w:lvl>')  # fmt: skip


def lists(*levels: str) -> str:
    return (f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
            f"{''.join(levels)}</w:abstractNum>"
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>')  # fmt: skip


def item(text: str, at: int = 0) -> str:
    settings = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="1"/></w:numPr>'
    return f"<w:p><w:pPr>{settings}</w:pPr>{run(text)}</w:p>"


LEGAL = lists(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"),
              level(2, "lowerLetter", "(%3)"))  # fmt: skip

SAMPLES = {
    "the second item has the number of the next clause": (
        [paragraph("1. Uniforms"), paragraph("1.1 In this order:"), item("coats"), item("hats"),
         item("boots"), paragraph("2. Tools"), paragraph("2.1 Axes are shared.")],
        lists(level(0, "decimal", "%1.")),
        ["1 Uniforms", "1.1 In this order:", "1.1(1) coats", "1.1(2) hats", "1.1(3) boots",
         "2 Tools", "2.1 Axes are shared."],
    ),
    "a list inside the list begins at its second number": (
        [paragraph("1. Uniforms"), paragraph("1.1 Each ranger gets:"), item("a coat;"),
         item("a hat, where", 0), item("it rains; or", 1), item("it snows;", 1), item("boots.")],
        lists(level(0, "lowerLetter", "(%1)"), level(1, "lowerRoman", "(%2)", start=2)),
        ["1 Uniforms", "1.1 Each ranger gets:", "1.1(a) a coat;", "1.1(b) a hat, where",
         "1.1(b)(ii) it rains; or", "1.1(b)(iii) it snows;", "1.1(c) boots."],
    ),
    "clauses and their parts in one list": (
        [item("Uniforms"), item("Each ranger gets:", 1), item("a coat;", 2), item("a hat.", 2),
         item("Keep them.", 1), item("Tools"), item("Axes are shared.", 1)],
        LEGAL,
        ["1 Uniforms", "1.1 Each ranger gets:", "1.1(a) a coat;", "1.1(b) a hat.",
         "1.2 Keep them.", "2 Tools", "2.1 Axes are shared."],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SAMPLES)
def test_clauses_of_a_list(name: str) -> None:
    blocks, numbering, expected = SAMPLES[name]
    found = read(word(TITLE, *blocks, numbering=numbering), "sample.docx").clauses[1:]
    assert [f"{one.id} {one.heading_text or one.own_text}" for one in found] == expected


@pytest.mark.parametrize("name", SAMPLES)
def test_the_labels_are_those_that_libreoffice_prints(
    name: str, tmp_path: Path, require_program: Callable[[str], str]
) -> None:
    blocks, numbering, _ = SAMPLES[name]
    data = word(TITLE, *blocks, numbering=numbering)
    (tmp_path / "sample.docx").write_bytes(data)
    subprocess.run(
        [require_program("soffice"), f"-env:UserInstallation=file://{tmp_path}/profile",
         "--headless", "--convert-to", "txt:Text", "--outdir", str(tmp_path),
         str(tmp_path / "sample.docx")], check=True, capture_output=True,
    )  # fmt: skip
    shown = (tmp_path / "sample.txt").read_text("utf-8-sig").split("\n")
    lines = read_lines(data, "sample.docx").lines
    assert [f"{line.label} {line.text}".strip() for line in lines] == [
        " ".join(line.split()) for line in shown if line.strip()
    ]


def test_numbers_that_are_computed_in_cells_are_told() -> None:
    rows = (row(cell(item("Coats", 1)), cell(item("wool", 2), item("down", 2))), row("a", "b"))
    found = read_lines(word(TITLE, item("Uniforms"), table(*rows), numbering=LEGAL), "x.docx")
    assert [(one.code, one.quote) for one in found.findings] == [
        ("cell-number-unread", "1.1 (a) (b)")
    ]
    plain = read_lines(word(TITLE, item("Uniforms"), table(row("a", "b")), numbering=LEGAL), "x")
    assert plain.findings == ()

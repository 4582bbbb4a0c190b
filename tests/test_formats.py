"""One agreement in several formats is one agreement: the same IDs, headings, texts and cells."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from auto_numbered import word

from clausetrack.ingest import read
from clausetrack.model import Document
from clausetrack.render.docx import house

BASES = ("stca-2022-25", "ptca-2023-25")


def contents(document: Document) -> list[tuple[object, ...]]:
    return [
        (c.id, c.heading_text, c.own_text, c.table.texts if c.table else None)
        for c in document.clauses
    ]


@pytest.mark.parametrize("base", BASES)
def test_a_Word_file_with_typed_numbers(corpus: Path, base: str) -> None:
    assert contents(read(corpus / f"{base}.docx")) == contents(read(corpus / f"{base}.txt"))


@pytest.mark.parametrize("base", BASES)
def test_a_Word_file_in_which_Word_counts(corpus: Path, base: str) -> None:
    text = read(corpus / f"{base}.txt")
    data, automatic = word(text)
    assert automatic > 0.75 * len(text.clauses)
    assert contents(read(data, "counted.docx")) == contents(text)


@pytest.mark.parametrize("base", BASES)
def test_the_house_style(corpus: Path, base: str) -> None:
    text = read(corpus / f"{base}.txt")
    assert contents(read(house(text), "house.docx")) == contents(text)


def printed(office: str, source: Path, target: Path, kind: str) -> Path:
    """A file as LibreOffice converts it."""
    subprocess.run(
        [office, f"-env:UserInstallation={(target / 'profile').as_uri()}", "--headless",
         "--convert-to", kind, "--outdir", target, source],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return target / f"{source.stem}.{kind}"


@pytest.mark.parametrize("kind", ["pdf", "html"])
@pytest.mark.parametrize("base", BASES)
def test_the_Word_file_printed_and_saved_as_a_page(
    corpus: Path, tmp_path: Path, require_program: Callable[[str], str], base: str, kind: str
) -> None:
    path = printed(require_program("soffice"), corpus / f"{base}.docx", tmp_path, kind)
    assert contents(read(path)) == contents(read(corpus / f"{base}.txt"))

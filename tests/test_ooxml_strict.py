"""Word files in the Strict form of Open XML: read as their ordinary twins, and settled as such."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner
from word_samples import (
    cell,
    deleted,
    inserted,
    paragraph,
    row,
    run,
    table,
    unzipped,
    word,
    zipped,
)

from clausetrack.commands import main
from clausetrack.comparison import tracked
from clausetrack.errors import UnreadableInput
from clausetrack.ingest import read
from clausetrack.ooxml.package import open_package, save
from clausetrack.ooxml.revisions import accept, reject

pytest_plugins = ["word_processors"]

ADDRESS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BLOCKS = (
    paragraph("Kererū Rangers Collective Agreement 2024-2026", style="Title"),
    paragraph("1. Uniforms", style="H2"),
    paragraph("1.1 The employer gives ", inserted("each ranger "), deleted("a "), "coat."),
    paragraph(f'1.2 Written so: xmlns:w="{ADDRESS}" and &lt;w:p/> are no markup.'),
    table(row("Step", "Rate"),
          row("1", cell(paragraph(deleted("$50,000"), inserted("$51,000"))))),
    paragraph("1.3 ", run("Hats", "<w:b/>"), " are green."),
)  # fmt: skip


def strict(data: bytes) -> bytes:
    """The Strict twin of a Word file, by the table of names in annex A of ISO/IEC 29500-4."""
    names = {
        "schemas.openxmlformats.org/wordprocessingml/2006/main":
            "purl.oclc.org/ooxml/wordprocessingml/main",
        "schemas.openxmlformats.org/officeDocument/2006/relationships":
            "purl.oclc.org/ooxml/officeDocument/relationships",
        "schemas.openxmlformats.org/drawingml/2006/main": "purl.oclc.org/ooxml/drawingml/main",
        "schemas.openxmlformats.org/officeDocument/2006/math":
            "purl.oclc.org/ooxml/officeDocument/math",
        "schemas.openxmlformats.org/officeDocument/2006/extended-properties":
            "purl.oclc.org/ooxml/officeDocument/extendedProperties",
    }  # fmt: skip
    out = {}
    for part, content in unzipped(data).items():
        for ordinary, name in names.items():
            for before in (b'="http://', b'Type="http://'):
                old, new = before + ordinary.encode(), before + name.encode()
                content = re.sub(re.escape(old) + rb'(?!" and)', new, content)
        out[part] = content
    return zipped(out)


def shape(data: bytes, view: str = "accepted") -> list[tuple[object, ...]]:
    document = read(data, "sample.docx", view)  # type: ignore[arg-type]
    return [(c.id, c.heading_text, c.own_text, c.table and c.table.texts) for c in document.clauses]


def test_the_sample_is_strict_and_libreoffice_reads_it_alike(
    tmp_path: Path, require_program: Callable[[str], str]
) -> None:
    texts = []
    for name, data in (("a", word(*BLOCKS)), ("b", strict(word(*BLOCKS)))):
        (tmp_path / f"{name}.docx").write_bytes(data)
        subprocess.run(
            [require_program("soffice"), f"-env:UserInstallation=file://{tmp_path}/profile",
             "--headless", "--convert-to", "txt:Text", "--outdir", str(tmp_path),
             str(tmp_path / f"{name}.docx")], check=True, capture_output=True,
        )  # fmt: skip
        texts.append((tmp_path / f"{name}.txt").read_text("utf-8-sig"))
    assert b"wordprocessingml/2006" not in unzipped(strict(word(*BLOCKS)))["word/styles.xml"]
    assert "each ranger" in texts[0]
    assert texts[0] == texts[1]


@pytest.mark.parametrize("view", ["accepted", "rejected"])
def test_a_strict_file_is_read_as_its_twin(view: str) -> None:
    assert shape(strict(word(*BLOCKS)), view) == shape(word(*BLOCKS), view)
    assert ("1.1", "", {"accepted": "The employer gives each ranger coat.",
                        "rejected": "The employer gives a coat."}[view], None) in shape(
        strict(word(*BLOCKS)), view)  # fmt: skip


def test_the_sample_agreements_are_read_as_their_twins(corpus: Path) -> None:
    for name in ("stca-2022-25", "ptca-2023-25"):
        data = (corpus / f"{name}.docx").read_bytes()
        assert strict(data) != data
        assert shape(strict(data)) == shape(data)


def test_changes_are_settled_in_the_strict_form(
    libreoffice: Callable[[Sequence[tuple[bytes, str]]], list[str]],
) -> None:
    data = strict(word(*BLOCKS))
    package = open_package(data, "sample.docx")
    jobs: list[tuple[bytes, str]] = []
    for settled, command in ((accept(package), "accept"), (reject(package), "reject")):
        made = save(settled)
        now, before = unzipped(made), unzipped(data)
        document = now.pop("word/document.xml")
        assert now == {part: before[part] for part in now}
        assert document.startswith(b"<?xml")
        assert b'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"' in document
        # What only looks like a namespace is text, and stays.
        assert document.count(b"wordprocessingml/2006") == 1
        assert document.count(b"markup-compatibility/2006") == 1
        jobs += [(data, command), (made, command)]
    accepted, ours, rejected, theirs = libreoffice(jobs)
    assert (ours, theirs) == (accepted, rejected)
    assert accepted != rejected


def test_a_part_without_changes_stays_as_it_is() -> None:
    data = strict(word("1.1 Coats are given.", "1.2 Hats too."))
    assert unzipped(save(accept(open_package(data)))) == unzipped(data)


def test_nothing_is_put_into_a_strict_file(corpus: Path, tmp_path: Path) -> None:
    base = tmp_path / "base.docx"
    base.write_bytes(strict((corpus / "stca-2022-25.docx").read_bytes()))
    out, page = tmp_path / "out.docx", tmp_path / "out.html"
    terms = str(corpus / "stca-2025-27-terms.txt")
    result = CliRunner().invoke(main, ["markup", str(base), terms, "-o", str(out)])
    assert result.exit_code == 2
    assert "in the Strict form of Open XML, into which no tracked changes are written" \
        in result.output  # fmt: skip
    assert not out.exists()
    newer = tmp_path / "new.docx"
    newer.write_bytes(strict((corpus / "ptca-2023-25.docx").read_bytes()))
    plain = (corpus / "stca-2022-25.docx").read_bytes()
    for old, new in ((base.read_bytes(), plain), (plain, newer.read_bytes())):
        with pytest.raises(UnreadableInput, match="Strict form"):
            tracked(old, new)[0]
    for target, code in ((out, 2), (page, 0)):
        done = CliRunner().invoke(main, ["diff", str(base), str(newer), "-o", str(target)])
        assert (done.exit_code, target.exists()) == (code, code == 0)

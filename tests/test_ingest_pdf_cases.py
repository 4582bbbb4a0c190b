"""Real agreements as PDF, and Word files with tracked changes printed to PDF."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from test_ingest_pdf import assert_partition

from clausetrack.errors import UnreadableInput
from clausetrack.ingest import pdf as reader
from clausetrack.segment import build

AGREEMENTS = ("internal-affairs.pdf", "mbie.pdf", "worksafe.pdf")
#: LibreOffice draws some changes otherwise than the file has them: RP001 deletes text that it also
#: moves and shows it as moved there, RP018's moves are in content controls and not shown at all,
#: RP051 is printed without its changes, RP033 is an empty page.
SHOWN_OTHERWISE = ("RP001", "RP018", "RP033", "RP051")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def letters(text: str) -> str:
    return "".join(re.findall(r"\w+", text)).casefold()


@pytest.mark.parametrize("name", AGREEMENTS)
def test_every_number_of_the_contents_is_a_clause_and_in_order(cases: Path, name: str) -> None:
    folder = cases / "agreements-pdf"
    data = (folder / name).read_bytes()
    reading = reader.read(data, name)
    assert_partition(reading, data)
    entries = json.loads((folder / "contents.json").read_text("utf-8"))[name]
    document = build(reading)
    numbered = [c for c in document.clauses if c.kind == "clause" and c.heading]
    at, missed = -1, []
    for entry in entries:
        found = [
            n
            for n, c in enumerate(numbered)
            if n > at and c.number == entry["num"] and share(entry["title"], c.heading_text) > 0.3
        ]
        if found:
            at = found[0]
        else:
            missed.append((entry["num"], entry["title"]))
    assert len(missed) <= 0.01 * len(entries), missed
    printed = [clause.printed for clause in document.clauses]
    assert [text for text in printed if re.search(r"\.{4,}\s*\d+$", text)] == []


def share(title: str, heading: str) -> float:
    """How many of a title's words a heading has: agreements do not always keep the two alike."""
    wanted = title.casefold().replace("…", "").split()
    words = " ".join(heading.casefold().split()).replace(" ", "")
    return sum(letters(word) in letters(words) for word in wanted) / len(wanted)


def test_a_scan_is_refused_with_its_pages(cases: Path) -> None:
    data = (cases / "agreements-pdf" / "scan.pdf").read_bytes()
    with pytest.raises(UnreadableInput, match=r"no text layer on pages 1-46; run ocrmypdf first"):
        reader.read(data, "scan.pdf")


def changes(path: Path) -> tuple[str, str]:
    """The inserted and the deleted text of a Word file, moves included."""
    root = ElementTree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
    above = {child: parent for parent in root.iter() for child in parent}
    inserted, deleted = "", ""
    for node in root.iter():
        inside, outer = set(), node
        while outer in above:
            outer = above[outer]
            inside.add(outer.tag)
        text = "".join((node.text or "").split())
        if node.tag == W + "delText" or (node.tag == W + "t" and W + "moveFrom" in inside):
            deleted += text
        elif node.tag == W + "t" and inside & {W + "ins", W + "moveTo"}:
            inserted += text
    return inserted, deleted


def test_the_changes_that_a_printed_word_file_shows_are_its_own(cases: Path) -> None:
    seen = 0
    for path in sorted((cases / "pdf-tracked").glob("*.pdf")):
        if path.name.startswith(SHOWN_OTHERWISE):
            continue
        data = path.read_bytes()
        found = []
        for revisions in ("rejected", "accepted"):
            reading = reader.read(data, path.name, revisions)
            assert_partition(reading, data)
            found.append(
                "".join(
                    "".join(left.text.split())
                    for left in reading.left_out
                    if left.why.endswith("by a tracked change")
                )
            )
        assert tuple(found) == changes(cases / "docx-tracked" / f"{path.stem}.docx"), path.name
        seen += bool(found[0] or found[1])
    assert seen >= 7

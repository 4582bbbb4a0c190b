"""How accurately documents are read, measured on real and made files, as one table.

    python bench/accuracy.py [FOLDER]

FOLDER holds the cases (`../shared/cases` beside the checkout unless given).
"""

from __future__ import annotations

import difflib
import json
import re
import shutil
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import accuracy_checks
import accuracy_rates
import pdfplumber

from clausetrack.errors import UnreadableInput
from clausetrack.ingest import Revisions, lines, read
from clausetrack.model import Document, Reading
from clausetrack.ooxml.names import paragraphs
from clausetrack.ooxml.numbering import labels
from clausetrack.ooxml.package import open_package
from clausetrack.ooxml.styles import styles
from clausetrack.ooxml.text import paragraph_text
from clausetrack.segment import build

ROOT = Path(__file__).resolve().parent.parent
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Row = tuple[str, str, str]


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFC", text))


def body(reading: Reading) -> str:
    """The text that a reader found in the flow of a document, without white space."""
    found = []
    for line in reading.lines:
        found += [line.text] if line.cells is None else [cell.text for cell in line.cells]
    return squeezed("".join(found))


def _placed(entries: list[dict[str, str]], document: Document) -> Iterator[bool]:
    """For each entry that is a clause further down, whether its words are the very same."""
    at = -1
    for entry in entries:
        title = re.findall(r"\w+", entry["title"].lower())
        for place, clause in enumerate(document.clauses):
            if place <= at or entry["num"] not in {clause.id, clause.number}:
                continue
            words = re.findall(r"\w+", (clause.heading_text or clause.own_text).lower())
            if len(set(title) & set(words)) > 0.3 * len(set(title)):
                at = place
                yield words == title
                break


def contents(cases: Path) -> Iterator[Row]:
    """Entries of each agreement's own contents page that are clauses with that number, in order."""
    exact = placed = laid_out = total = listed = 0
    for name, entries in json.loads((cases / "agreements-pdf/contents.json").read_text()).items():
        path = cases / "agreements-pdf" / name
        document = build(lines(path.read_bytes(), name))
        listed += sum(bool(re.search(r"\.{4,}\s*\d+$", c.heading_text)) for c in document.clauses)
        total += len(entries)
        found = list(_placed(entries, document))
        placed, exact = placed + len(found), exact + sum(found)
        if shutil.which("pdftotext"):
            command = ["pdftotext", "-layout", path, "-"]
            text = subprocess.run(command, capture_output=True, check=True).stdout
            laid_out += len(list(_placed(entries, build(lines(text, f"{name}.txt")))))
    yield "contents entries that are clauses, in order", f"{placed} of {total}", "99 %"
    yield "  of these with the very words of the contents page", f"{exact} of {total}", ""
    if shutil.which("pdftotext"):
        yield "  of the same as text laid out by pdftotext", f"{laid_out} of {total}", ""
    yield "contents lines read as clauses", str(listed), "0"
    try:
        lines((cases / "agreements-pdf/scan.pdf").read_bytes(), "scan.pdf")
        said = "read"
    except UnreadableInput as error:
        said = "refused" if "ocrmypdf" in str(error) else str(error)
    yield "a scan without a text layer", said, "refused"


def tracked(cases: Path) -> Iterator[Row]:
    """Word files with tracked changes against their accepted and rejected twins."""
    folder = cases / "docx-tracked"
    right = total = 0
    for path in sorted(folder.glob("*.docx")):
        if path.stem.endswith(("-Accepted", "-Rejected")):
            continue
        views: tuple[Revisions, Revisions] = ("accepted", "rejected")
        alike = True
        for view in views:
            twin = folder / f"{path.stem}-{view.capitalize()}.docx"
            if twin.is_file():
                theirs = body(lines(twin.read_bytes(), twin.name))
                alike = alike and body(lines(path.read_bytes(), path.name, view)) == theirs
        total, right = total + 1, right + alike
    yield "Word files whose accepted and rejected text is the twins'", f"{right} of {total}", "all"


def numbered(cases: Path) -> Iterator[Row]:
    """Labels that Word computes, where the text states them."""
    right = total = 0
    for path in sorted((cases / "docx-numbering").glob("*.docx")):
        package = open_package(path.read_bytes(), path.name)
        root = package.xml(package.document)
        found = labels(package, styles(package), root)
        for paragraph in paragraphs(root):
            stated = re.search(r"\[expect\](?!<?w:)(.*?)\[/expect\]", paragraph_text(paragraph))
            if stated:
                total, right = total + 1, right + (found.get(paragraph, "") == stated[1])
    yield "labels of automatic numbering", f"{right} of {total}", "all"


def _truth(path: Path) -> tuple[str, str]:
    """The inserted and the deleted text of a Word file, by its own mark-up."""
    with zipfile.ZipFile(path) as package:
        root = ElementTree.fromstring(package.read("word/document.xml"))
    holder = {child: parent for parent in root.iter() for child in parent}

    def inside(node: ElementTree.Element, *names: str) -> bool:
        while node in holder:
            node = holder[node]
            if node.tag in [W + name for name in names]:
                return True
        return False

    put = [t.text or "" for t in root.iter(W + "t")
           if inside(t, "ins", "moveTo") and not inside(t, "del", "moveFrom")]  # fmt: skip
    out = [t.text or "" for t in root.iter()
           if t.tag == W + "delText" or (t.tag == W + "t" and inside(t, "moveFrom"))]  # fmt: skip
    return squeezed("".join(put)), squeezed("".join(out))


def _shown(path: Path) -> tuple[int, int]:
    """How many characters a PDF shows as inserted and as deleted, seen without the reader.

    pdfplumber's characters with a coloured line at 0.95 to 1.20 of their height, or 0.40 to 0.85.
    """
    inserted = deleted = 0
    with pdfplumber.open(path) as document:
        for page in document.pages:
            drawn = [line for line in (*page.lines, *page.rects) if _is_coloured(line)]
            drawn = [line for line in drawn if line["height"] < 2.5 < line["width"]]
            for character in page.chars:
                if character["text"].isspace():
                    continue
                middle = (character["x0"] + character["x1"]) / 2
                heights = [
                    ((line["top"] + line["bottom"]) / 2 - character["top"]) / character["height"]
                    for line in drawn
                    if line["x0"] <= middle <= line["x1"]
                ]
                if any(0.40 <= height <= 0.85 for height in heights):
                    deleted += 1
                elif any(0.95 <= height <= 1.20 for height in heights):
                    inserted += 1
    return inserted, deleted


def _is_coloured(line: dict[str, Any]) -> bool:
    colour = line["stroking_color"] if line["object_type"] == "line" else line["non_stroking_color"]
    return isinstance(colour, tuple) and len(colour) == 3 and max(colour) - min(colour) > 0.15


def marked(cases: Path) -> Iterator[Row]:
    """The changes that a PDF shows, against the Word file that it was printed from."""
    meant = found = false = hidden = read = printed = 0
    exact = total = 0
    short: list[Row] = []
    for path in sorted((cases / "pdf-tracked").glob("*.pdf")):
        truth = _truth(cases / "docx-tracked" / f"{path.stem}.docx")
        got = []
        for view in ("rejected", "accepted"):
            try:
                left_out = lines(path.read_bytes(), path.name, view).left_out
            except UnreadableInput:  # a page without any text
                left_out = ()
            gone = [one.text for one in left_out if "tracked change" in one.why]
            got.append(squeezed("".join(gone)))
        same = sum(map(_same, truth, got))
        wanted = sum(map(len, truth))
        meant, found = meant + wanted, found + same
        false += sum(map(len, got)) - same
        total, exact = total + 1, exact + (got == list(truth))
        shown = _shown(path)
        read, printed = read + sum(map(len, got)), printed + sum(shown)
        if got != list(truth):
            hidden += 0 if any(shown) else wanted
            name = f"  {path.stem[:40]}: the file has {len(truth[0])} in, {len(truth[1])} out;"
            how = f" its PDF shows {shown[0]}, {shown[1]}" if any(shown) else " its PDF shows none"
            short.append((f"{name}{how}", f"{same} of {wanted}", ""))
    yield (
        "changes of marked-up PDFs: characters recovered, of files that show any",
        f"{found / (meant - hidden):.1%}",
        "95 %",
    )
    yield "  characters that are no change", f"{false / (meant - hidden):.1%}", "1 %"
    yield (
        "  characters read as changed, and those that the PDFs show so",
        f"{read}, {printed}",
        "equal",
    )
    yield "  characters recovered, of all files", f"{found / meant:.1%}", ""
    yield "  files recovered to the character", f"{exact} of {total}", ""
    yield from short


def _same(truth: str, mine: str) -> int:
    matcher = difflib.SequenceMatcher(None, truth, mine, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks())


def plain(cases: Path) -> Iterator[Row]:
    """Text that stands in no clause of a long agreement laid out as text."""
    for path in sorted((cases / "agreements-text").glob("*.md")):
        document = read(path)
        loose = sum(
            len(squeezed(clause.own_text + clause.heading_text))
            for clause in document.clauses
            if not clause.number and clause.parent is None
        )
        name = path.stem.removeprefix("state-")[:28]
        yield f"text outside any clause: {name}", f"{loose / document.read:.2%}", "1 %"


def main() -> None:
    cases = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "cases"
    if not cases.is_dir():
        sys.exit(f"there are no cases in {cases}")
    rows = [row for part in (contents, tracked, numbered, marked, plain) for row in part(cases)]
    rows += accuracy_rates.measured(cases.parent / "seeds")
    rows += accuracy_checks.noted(cases.parent / "seeds")
    width = max(len(row[0]) for row in rows)
    for name, value, wanted in (("measure", "measured", "wanted"), *rows):
        sys.stdout.write(f"{name:{width}}  {value:>12}  {wanted:>8}\n")


if __name__ == "__main__":
    main()

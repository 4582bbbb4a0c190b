"""How accurately documents are read, measured on real and made files, as one table.

    python bench/accuracy.py [FOLDER]

FOLDER holds the cases (`../shared/cases` beside the checkout unless given).
"""

from __future__ import annotations

import difflib
import json
import re
import sys
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import accuracy_checks
import accuracy_rates

from clausetrack.errors import UnreadableInput
from clausetrack.ingest import Revisions, lines, read
from clausetrack.model import Reading
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


def contents(cases: Path) -> Iterator[Row]:
    """Entries of each agreement's own contents page that are clauses with that number, in order."""
    exact = placed = total = 0
    listed = 0
    for name, entries in json.loads((cases / "agreements-pdf/contents.json").read_text()).items():
        document = build(lines((cases / "agreements-pdf" / name).read_bytes(), name))
        listed += sum(bool(re.search(r"\.{4,}\s*\d+$", c.heading_text)) for c in document.clauses)
        at = -1
        for entry in entries:
            total += 1
            title = set(re.findall(r"\w+", entry["title"].lower()))
            for place, clause in enumerate(document.clauses):
                if place <= at or entry["num"] not in {clause.id, clause.number}:
                    continue
                words = re.findall(r"\w+", (clause.heading_text or clause.own_text).lower())
                if len(title & set(words)) > 0.3 * len(title):
                    placed += 1
                    exact += words == re.findall(r"\w+", entry["title"].lower())
                    at = place
                    break
    yield "contents entries that are clauses, in order", f"{placed} of {total}", "99 %"
    yield "  of these with the very words of the contents page", f"{exact} of {total}", ""
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
    out = [t.text or "" for t in root.iter(W + "delText")]
    out += [t.text or "" for t in root.iter(W + "t") if inside(t, "moveFrom")]
    return squeezed("".join(put)), squeezed("".join(out))


def marked(cases: Path) -> Iterator[Row]:
    """The changes that a PDF shows, against the Word file that it was printed from."""
    meant = found = false = 0
    exact = total = 0
    short: list[Row] = []
    for path in sorted((cases / "pdf-tracked").glob("*.pdf")):
        put, out = _truth(cases / "docx-tracked" / f"{path.stem}.docx")
        got = []
        try:
            for view in ("rejected", "accepted"):
                reading = lines(path.read_bytes(), path.name, view)
                gone = [one.text for one in reading.left_out if "tracked change" in one.why]
                got.append(squeezed("".join(gone)))
        except UnreadableInput:
            got = ["", ""]
        right = got == [put, out]
        total, exact = total + 1, exact + right
        before = found
        for truth, mine in zip((put, out), got, strict=True):
            match = difflib.SequenceMatcher(None, truth, mine, autojunk=False)
            same = sum(block.size for block in match.get_matching_blocks())
            meant, found, false = meant + len(truth), found + same, false + len(mine) - same
        if not right:
            short.append((f"  {path.stem[:44]}", f"{found - before} of {len(put) + len(out)}", ""))
    yield "changes of marked-up PDFs: characters recovered", f"{found / meant:.1%}", "95 %"
    yield "  characters that are no change", f"{false / meant:.1%}", "1 %"
    yield "  files recovered to the character", f"{exact} of {total}", ""
    yield from short


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

"""Automatic numbering: the labels that Word and LibreOffice print, computed."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml

from clausetrack.ooxml.names import paragraphs
from clausetrack.ooxml.numbering import labels, number
from clausetrack.ooxml.package import open_package
from clausetrack.ooxml.styles import styles
from clausetrack.ooxml.text import paragraph_text

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
EXPECT = re.compile(r"\[expect\](?!<?w:|w:)(.*?)\[/expect\]")


def printed(data: bytes) -> list[tuple[str, str]]:
    """Each paragraph's computed label and text."""
    package = open_package(data, "sample.docx")
    root = package.xml(package.document)
    found = labels(package, styles(package), root)
    return [(found.get(p, ""), paragraph_text(p)) for p in paragraphs(root)]


def level(at: int, how: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{how}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def document(levels: str, steps: list[tuple[int, int]], nums: str = "") -> bytes:
    """A file whose paragraphs have the (instance, level) of `steps`, instance 51 the plain one."""
    made = docx.Document()
    part = made.part.numbering_part.element
    for node in list(part):
        part.remove(node)
    part.append(parse_xml(f'<w:abstractNum {NS} w:abstractNumId="50">{levels}</w:abstractNum>'))
    instances = f'<w:num w:numId="51"><w:abstractNumId w:val="50"/></w:num>{nums}'
    for node in parse_xml(f"<w:numbering {NS}>{instances}</w:numbering>"):
        part.append(node)
    for at, (instance, depth) in enumerate(steps):
        paragraph = made.add_paragraph(f"paragraph {at}")
        paragraph._p.get_or_add_pPr().append(
            parse_xml(
                f'<w:numPr {NS}><w:ilvl w:val="{depth}"/><w:numId w:val="{instance}"/></w:numPr>'
            )
        )
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


AGREEMENT = (
    level(0, "decimal", "Part %1:")
    + level(1, "decimal", "%1.%2")
    + level(2, "decimal", "%1.%2.%3")
    + level(3, "lowerLetter", "(%4)")
    + level(4, "lowerRoman", "(%5)")
)


def _restarting(*levels: int) -> str:
    starts = (
        f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="1"/></w:lvlOverride>'
        for at in levels
    )
    return f'<w:num w:numId="52"><w:abstractNumId w:val="50"/>{"".join(starts)}</w:num>'


CASES = {
    "an agreement": document(
        AGREEMENT,
        [(51, d) for d in (0, 1, 2, 2, 3, 3, 4, 4, 3, 2, 1, 2, 3, 0, 1, 2, 3, 4)],
    ),
    "formats": document(
        level(0, "upperRoman", "%1.")
        + level(1, "decimalZero", "%1-%2")
        + level(2, "upperLetter", "%3)")
        + level(3, "ordinal", "%4"),
        [(51, d) for d in (0, 1, 2, 2, 3, 3, 3, 3, 0, 1, 1)],
    ),
    "a start of its own": document(
        level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)"),
        [(51, 0), (51, 0), (52, 0), (52, 1), (52, 0), (51, 0), (51, 1)],
        '<w:num w:numId="52"><w:abstractNumId w:val="50"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="7"/></w:lvlOverride></w:num>',
    ),
    "a start of two levels": document(
        level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)"),
        [(51, 0), (51, 1), (52, 0), (51, 1), (52, 1), (52, 0), (52, 1)],
        _restarting(0, 1),
    ),
    "a start of the second level": document(
        level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)"),
        [(51, 0), (51, 1), (52, 0), (51, 1), (52, 1), (51, 1), (52, 1)],
        _restarting(1),
    ),
    "words alone": document(
        level(0, "none", "Schedule %1") + level(1, "decimal", "%1%2."),
        [(51, 0), (51, 1), (51, 1), (51, 0), (51, 1), (51, 9)],
    ),
    "past z": document(level(0, "lowerLetter", "(%1)"), [(51, 0)] * 30),
}


@pytest.mark.parametrize("case", sorted(CASES))
def test_labels_are_those_that_LibreOffice_prints(
    case: str, tmp_path: Path, require_program: Callable[[str], str]
) -> None:
    soffice = require_program("soffice")
    (tmp_path / "sample.docx").write_bytes(CASES[case])
    subprocess.run(
        [soffice, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "txt:Text (encoded):UTF8", "--outdir", tmp_path, tmp_path / "sample.docx"],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    lines = (tmp_path / "sample.txt").read_text("utf-8-sig").splitlines()
    theirs = [line.split("paragraph")[0].strip() for line in lines if line.strip()]
    assert [label for label, text in printed(CASES[case]) if text] == theirs


def test_the_labels_of_the_real_files_are_those_that_they_state(cases: Path) -> None:
    checked = 0
    for path in sorted((cases / "docx-numbering").glob("*.docx")):
        for label, text in printed(path.read_bytes()):
            if expected := EXPECT.search(text):
                assert label == expected[1], f"{path.name}: {text[:60]}"
                checked += 1
    assert checked == 24


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("legal-list.docx", ["1.", "1.1.", "2.", "2.1.", "2.1.1."]),
        ("styled-numbering.docx", ["1", "1.1", "(a)", "(i)"]),
    ],
)
def test_lists_through_styles_and_levels(cases: Path, name: str, expected: list[str]) -> None:
    found = printed((cases / "docx-numbering" / name).read_bytes())
    assert [label for label, _ in found if label] == expected


def test_number_zero_takes_a_paragraph_out_of_its_list() -> None:
    made = printed(document(level(0, "decimal", "%1."), [(51, 0), (0, 0), (51, 0)]))
    assert [label for label, text in made if text] == ["1.", "", "2."]


@pytest.mark.parametrize(
    ("count", "how", "text"),
    [
        (27, "lowerLetter", "aa"), (28, "lowerLetter", "bb"), (4, "upperRoman", "IV"),
        (11, "ordinal", "11th"), (22, "ordinal", "22nd"), (7, "decimalZero", "07"),
        (12, "cardinalText", "Twelve"), (20, "ordinalText", "Twentieth"),
        (21, "ordinalText", "Twenty-first"),
    ],
)  # fmt: skip
def test_number_formats(count: int, how: str, text: str) -> None:
    assert number(count, how) == text


def test_an_instance_starts_a_level_anew_once_where_it_first_counts_on_it() -> None:
    two = [label for label, _ in printed(CASES["a start of two levels"])]
    assert two == ["1.", "(a)", "1.", "(a)", "(b)", "2.", "(a)"]
    second = [label for label, _ in printed(CASES["a start of the second level"])]
    assert second == ["1.", "(a)", "2.", "(a)", "(a)", "(b)", "(c)"]


def test_a_level_without_a_number_prints_its_words_and_the_tenth_level_nothing() -> None:
    found = [label for label, _ in printed(CASES["words alone"])]
    assert found == ["Schedule", "1.", "2.", "Schedule", "1.", ""]


def test_an_empty_paragraph_that_ends_a_section_does_not_count() -> None:
    made = docx.Document(io.BytesIO(document(level(0, "decimal", "%1."), [(51, 0)] * 3)))
    second = made.paragraphs[1]
    second.runs[0].text = ""
    second._p.get_or_add_pPr().append(parse_xml(f"<w:sectPr {NS}/>"))
    out = io.BytesIO()
    made.save(out)
    assert [label for label, _ in printed(out.getvalue())] == ["1.", "", "2."]


def test_a_definition_found_by_the_name_of_its_numbering_style() -> None:
    made = docx.Document(io.BytesIO(document(level(0, "decimal", "%1)"), [(51, 0)] * 2)))
    part = made.part.numbering_part.element
    own = part[0]
    own.insert(0, parse_xml(f'<w:styleLink {NS} w:val="House"/>'))
    part.insert(
        0,
        parse_xml(
            f'<w:abstractNum {NS} w:abstractNumId="49"><w:numStyleLink w:val="House"/>'
            "</w:abstractNum>"
        ),
    )
    part[-1][0].set(part[-1][0].keys()[0], "49")
    out = io.BytesIO()
    made.save(out)
    assert [label for label, _ in printed(out.getvalue())] == ["1)", "2)"]

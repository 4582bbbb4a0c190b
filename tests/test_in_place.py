"""A drafter's Word file marked up in place: what holds no change stays as it was."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from lxml import etree
from test_docx_formatting import BOX
from word_samples import W, paragraph, run, unzipped, word

from clausetrack import copies, markup
from clausetrack.markup import Markup

pytest_plugins = ["word_processors"]

PARTS = 3
#: The parts that gain something: marks, comments and the entries that name them.
TOUCHED = {"word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"}


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    path = Path(__file__).resolve().parent.parent / "bench" / "make_word.py"
    spec = spec_from_file_location("make_word", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def base(maker: ModuleType) -> bytes:
    made: bytes = maker.agreement(PARTS)
    return made


@pytest.fixture(scope="module")
def result(maker: ModuleType, base: bytes) -> Markup:
    return markup(base, maker.TERMS.encode(), base_name="base.docx", terms_name="terms.txt")


def test_every_instruction_is_applied_and_its_numbers_are_counted(result: Markup) -> None:
    assert {outcome.status for outcome in result.applied.outcomes} == {"applied"}
    new = result.applied.document.body
    assert {"3.2.5", "1.6.5", "1.4.4(d)"} <= set(new)
    assert "2.6.4" not in new
    inserted = [p for p in etree.fromstring(unzipped(result.docx)["word/document.xml"])
                .iter(f"{{{W}}}p") if "salt water" in "".join(map(str, p.itertext()))]  # fmt: skip
    assert len(inserted) == 1
    assert not re.search(r"3\.2\.5", "".join(map(str, inserted[0].itertext())))
    assert inserted[0].find(f"{{{W}}}pPr/{{{W}}}numPr") is not None


def test_parts_without_a_change_stay_byte_for_byte(result: Markup, base: bytes) -> None:
    was, now = unzipped(base), unzipped(result.docx)
    assert {part for part, data in was.items() if now[part] != data} <= TOUCHED
    assert set(now) - set(was) == {"word/comments.xml"}


def test_only_what_changes_is_another_paragraph(result: Markup, base: bytes) -> None:
    def paragraphs(data: bytes) -> Counter[bytes]:
        root = etree.fromstring(unzipped(data)["word/document.xml"])
        return Counter(etree.tostring(p, with_tail=False) for p in root.iter(f"{{{W}}}p"))

    gone = paragraphs(base) - paragraphs(result.docx)
    # 2.3.1; 1.4.4 and (a) to (c); 2.6.4 and (a) to (c); the title, which bears a finding
    assert sum(gone.values()) == 10


def test_a_field_and_its_bookmark_outlive_the_marking(result: Markup, base: bytes) -> None:
    def codes(data: bytes) -> list[str]:
        root = etree.fromstring(unzipped(data)["word/document.xml"])
        return [node.text or "" for node in root.iter(f"{{{W}}}instrText")]

    assert codes(copies.signing(result)) == codes(base)


def test_libreoffice_prints_the_numbers_that_we_read(
    result: Markup, base: bytes, libreoffice: Callable[[Sequence[tuple[bytes, str]]], list[str]]
) -> None:
    clean = copies.ratification(result)
    accepted, rejected, before = libreoffice(
        [(clean, "accept"), (clean, "reject"), (base, "keep")]
    )
    assert rejected.split() == before.split()
    text = "".join(accepted.split())
    at = 0
    for clause in result.applied.document.clauses:
        words = clause.heading_text or clause.own_text
        if clause.number and words:
            label = "".join(run.text for run in clause.label)
            at = text.index("".join(f"{label}{words}".split())[:40], at)


def test_a_text_box_in_two_forms_stays_as_it_is() -> None:
    """As Word writes them: one for programs that know its shapes, one for those that do not."""
    box = BOX.format(paragraph("Mind the step."))
    base = word("Slip Works Collective Agreement 2024", "1 Pay",
                paragraph(run("1.1 The bonus is paid in May."), box))  # fmt: skip
    terms = b'Terms of Settlement\n\n1. Amend clause 1.1 by replacing "May" with "June".\n'
    result = markup(base, terms)
    assert [one.status for one in result.applied.outcomes] == ["applied"]
    assert result.proof.holds
    made = unzipped(result.docx)["word/document.xml"].decode()
    assert made.count("Mind the step.") == 2

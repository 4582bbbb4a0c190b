"""Equations in a tracked comparison: one that changed is replaced with its paragraph."""

from __future__ import annotations

import re

import pytest
from word_samples import cell, paragraph, row, table, unzipped, word

from clausetrack.comparison import compared, tracked
from clausetrack.ooxml.package import open_package, save
from clausetrack.ooxml.revisions import View, resolve


def share(below: str, words: str = " of rent.") -> str:
    """A paragraph with 1 over `below` in it; without an equation for ""."""
    part = "<m:r><m:t>{}</m:t></m:r>".format
    fraction = f"<m:f><m:num>{part('1')}</m:num><m:den>{part(below)}</m:den></m:f>"
    return paragraph("1.1 The share is ", *([f"<m:oMath>{fraction}</m:oMath>"] if below else []),
                     words)  # fmt: skip


def agreement(*blocks: str) -> bytes:
    return word("Slip Works Collective Agreement", "1 Rent", *blocks, "1.2 Rent is monthly.")


def in_cell(below: str) -> str:
    return table(row(cell(paragraph("Share")), cell(share(below))))


def settled(data: bytes, view: View) -> bytes:
    return save(resolve(open_package(data, "tracked.docx"), view))


def fractions(data: bytes) -> list[str]:
    """What stands below the line of each fraction of a file."""
    body = unzipped(data)["word/document.xml"].decode()
    return [re.sub("<[^>]*>", "", each) for each in re.findall("<m:den>.*?</m:den>", body)]


@pytest.mark.parametrize(
    ("old", "new", "below"),
    [
        ([share("12")], [share("15")], (["12"], ["15"])),
        ([share("12")], [share("15", " of the rent.")], (["12"], ["15"])),
        ([share("")], [share("12")], ([], ["12"])),
        ([share("12")], [share("")], (["12"], [])),
        ([share("12")], [share("12", " of the rent.")], (["12"], ["12"])),
        ([in_cell("12")], [in_cell("15")], (["12"], ["15"])),
        ([share("12"), "It is rounded."], ["It is rounded."], (["12"], [])),
    ],
)
def test_an_equation_that_changed_is_that_of_each_version(
    old: list[str], new: list[str], below: tuple[list[str], list[str]]
) -> None:
    was, now = agreement(*old), agreement(*new)
    made = tracked(was, now)[0]
    sides: list[tuple[View, bytes, list[str]]]
    sides = [("rejected", was, below[0]), ("accepted", now, below[1])]
    for view, wanted, held in sides:
        one = settled(made, view)
        assert fractions(one) == held
        assert not compared(one, wanted, "one.docx", "wanted.docx").differs


def test_words_beside_an_equation_that_stays_are_edited_alone() -> None:
    made = tracked(agreement(share("12")), agreement(share("12", " of the rent.")))[0]
    body = unzipped(made)["word/document.xml"].decode()
    assert body.count("<m:oMath>") == 1
    assert re.findall(r"<w:ins .*?</w:ins>", body)

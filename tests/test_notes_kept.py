"""A note of a Word file that stays at wording that the terms print anew is told."""

from __future__ import annotations

import pytest
from factory import statuses
from word_samples import paragraph, run, word

from clausetrack.markup import markup

NOTE = paragraph("<w:r><w:footnoteRef/></w:r>", run("Subject to ratification."))
MARK = '<w:r><w:footnoteReference w:id="2"/></w:r>'
BASE = word(
    paragraph(run("Reed Trust Collective Agreement 2023-2025")),
    paragraph(run("1. Coverage")),
    paragraph(run("1.1 All staff are covered."), MARK),
    paragraph(run("1.2 Meals are paid.")),
    footnotes=f'<w:footnote w:id="2">{NOTE}</w:footnote>',
)
TERMS = "Terms of settlement\nReed Trust Collective Agreement 2025-2027\n\n1. "
KEPT = "the footnote “Subject to ratification.” stays, though the wording printed for it has none"


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("Replace clause 1.1 with:\n\n“1.1 All workers of the Trust are covered.”",
         [("1.1", KEPT)]),
        ("Replace clause 1.2 with:\n\n“1.2 Meals and breaks are paid.”", []),
        ("In clause 1.1, replace “staff” with “workers”.", []),
        ("Delete clause 1.1.", []),
    ],
)  # fmt: skip
def test_a_note_at_wording_that_is_printed_anew(
    order: str, expected: list[tuple[str, str]]
) -> None:
    done = markup(BASE, f"{TERMS}{order}\n".encode())
    assert statuses(done) == ["applied"]
    found = [one for one in done.applied.findings if one.code == "note-kept"]
    assert [(one.clause, one.message) for one in found] == expected

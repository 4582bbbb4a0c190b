"""Items that are printed with the number of their clause: "3.1(b) The mate rests."."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_segment import agreement, ids
from word_samples import body_texts, paragraph, word

from clausetrack import markup
from clausetrack.ooxml.package import Package, open_package
from clausetrack.ooxml.revisions import accept, reject

TEXT = """\
3.1 Hours

3.1(a) Drivers work forty hours.

3.1(b) cleaners work thirty hours.

3.1(b)(i) They begin at six.

3.1(b)(ii) They end at noon.

3.1(c) Others work as agreed.

3.2(a) Rest. A driver rests.

3.2(b) Meals. A driver eats.

3.3 Pay

3.1(a) applies to pay as well.
"""


def test_items_with_the_number_of_their_clause_are_its_items() -> None:
    found = agreement(TEXT)
    assert not found.findings
    assert [(one.id, one.number, one.own_text) for one in found.clauses if one.own_text] == [
        ("3.1(a)", "(a)", "Drivers work forty hours."),
        ("3.1(b)", "(b)", "cleaners work thirty hours."),
        ("3.1(b)(i)", "(i)", "They begin at six."),
        ("3.1(b)(ii)", "(ii)", "They end at noon."),
        ("3.1(c)", "(c)", "Others work as agreed."),
        ("3.2(a)", "(a)", "Rest. A driver rests."),
        ("3.2(b)", "(b)", "Meals. A driver eats."),
        ("3.3", "3.3", "3.1(a) applies to pay as well."),
    ]


def test_letters_below_such_an_item_are_its_own() -> None:
    day = "3.1(a) A day is:\n\nA. Nine hours; or\n\nB. Eight hours."
    text = f"3.1 Hours\n\n{day}\n\n3.1(b) A week.\n"
    assert ids(agreement(text))[-4:] == ["3.1(a)", "3.1(a)(A)", "3.1(a)(B)", "3.1(b)"]


def test_a_numeral_with_a_letter_was_put_in_behind_it() -> None:
    text = (
        "3.1 Hours\n\n(a) Drivers:\n\n(i) begin;\n\n(ia) rest;\n\n(ii) end;\n\n(iia) go home.\n\n"
        "(iii) come again.\n\n(b) Cleaners too.\n"
    )
    found = agreement(text)
    assert not found.findings
    assert [one.id for one in found.clauses][-7:] == [
        "3.1(a)", "3.1(a)(i)", "3.1(a)(ia)", "3.1(a)(ii)", "3.1(a)(iia)", "3.1(a)(iii)", "3.1(b)"
    ]  # fmt: skip


BASE = word(
    paragraph("Harbour Light Collective Agreement 2023 to 2025", style="Title"),
    *(paragraph(line) for line in TEXT.split("\n\n")[:5]),
    *(paragraph(line) for line in ("3.1(c) Others work as agreed.", "3.2 Pay", "It is monthly.")),
)
WAS = [
    "3.1 Hours", "3.1(a) Drivers work forty hours.", "3.1(b) cleaners work thirty hours.",
    "3.1(b)(i) They begin at six.", "3.1(b)(ii) They end at noon.",
    "3.1(c) Others work as agreed.", "3.2 Pay", "It is monthly.",
]  # fmt: skip


def body(package: Package) -> list[str]:
    """The texts below the title."""
    return body_texts(package.parts["word/document.xml"])[1:]


@pytest.mark.parametrize(
    ("order", "at", "count", "new"),
    [
        ("Amend clause 3.1(b) by replacing “thirty” with “ten”.", 2, 1,
         ["3.1(b) cleaners work ten hours."]),
        ("Amend clause 3.1(c) to read:\n\n3.1(c) Others work at night.", 5, 1,
         ["3.1(c) Others work at night."]),
        ("Insert a new clause 3.1(d):\n\n3.1(d) Cooks work at dawn.", 6, 0,
         ["3.1(d) Cooks work at dawn."]),
        ("Insert after clause 3.1(b)(i):\n\n3.1(b)(ia) They rest at nine.", 4, 0,
         ["3.1(b)(ia) They rest at nine."]),
        ("Delete clause 3.1(c).", 5, 1, []),
        ("Delete clause 3.1(b).", 2, 3, []),
    ],
)  # fmt: skip
def test_orders_on_such_items(
    order: str, at: int, count: int, new: list[str], tmp_path: Path
) -> None:
    base, terms = tmp_path / "base.docx", tmp_path / "terms.txt"
    base.write_bytes(BASE)
    name = "Terms of Settlement\n\nHarbour Light Collective Agreement 2025 to 2027"
    terms.write_text(f"{name}\n\n1. Hours\n\n{order}\n", "utf-8")
    result = markup(base, terms)
    assert [one.status for one in result.applied.outcomes] == ["applied"]
    assert result.proof.holds
    assert body(reject(open_package(result.docx))) == WAS
    accepted = body(accept(open_package(result.docx)))
    assert [text.replace("\t", " ") for text in accepted] == [*WAS[:at], *new, *WAS[at + count :]]


def test_items_that_would_keep_the_old_number_in_their_labels_are_left_to_a_person(
    tmp_path: Path,
) -> None:
    base, terms = tmp_path / "base.docx", tmp_path / "terms.txt"
    base.write_bytes(BASE)
    terms.write_text(
        "Terms of Settlement\n\nHarbour Light Collective Agreement 2025 to 2027\n\n1. Hours\n\n"
        "Insert a new clause 3.1(b) and renumber the items:\n\n“3.1(b) Cooks work at dawn.”\n",
        "utf-8",
    )
    result = markup(base, terms)
    assert [one.status for one in result.applied.outcomes] == ["needs-decision"]
    assert body(accept(open_package(result.docx))) == WAS

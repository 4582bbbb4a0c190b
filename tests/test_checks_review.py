"""The review as a whole: what is chosen, what is set aside, the registry and its documentation."""

from __future__ import annotations

from pathlib import Path

import pytest

import clausetrack
from clausetrack.checks.registry import CODES
from clausetrack.checks.review import SetAside, read_reviewed, review
from clausetrack.errors import FINDINGS, InvalidReview, UnknownCode
from clausetrack.ingest import read

ROOT = Path(__file__).resolve().parent.parent
TEXT = """Lamp Keepers’ Collective Agreement 2024–2026

1.1 The parties to this agreement are the Board and the Guild.

2.1 Leave is taken as clause 7.4 provides.

2.2 The QLF is paid for every gale.
"""


def _review(text: str = TEXT, **options: object) -> list[tuple[str, str]]:
    report = review([read(text.encode(), "lamp.txt")], **options)  # type: ignore[arg-type]
    return [(each.finding.code, each.finding.clause) for each in report.findings]


BOTH = [("reference-unresolved", "2.1"), ("abbreviation-undefined", "2.2")]


def test_findings_stand_in_the_order_of_their_clauses() -> None:
    assert _review() == BOTH


def test_codes_and_groups_are_chosen_and_left_out() -> None:
    assert _review(select=["reference-unresolved"]) == BOTH[:1]
    assert _review(select=["references"], ignore=["reference-unresolved"]) == BOTH[1:]
    assert _review(select=["dates"]) == []
    with pytest.raises(UnknownCode, match="no-such-code"):
        _review(select=["no-such-code"])


def test_what_is_less_severe_is_left_out() -> None:
    assert _review(severity="warning") == BOTH[:1]
    assert _review(severity="error") == []


def test_a_reviewed_finding_is_set_aside_until_its_clause_changes() -> None:
    first = review([read(TEXT.encode(), "lamp.txt")]).findings[0]
    looked = SetAside("reference-unresolved", "2.1", first.pin, "clause 7.4 comes by variation")
    report = review([read(TEXT.encode(), "lamp.txt")], reviewed={0: [looked]})
    assert [each.finding.code for each in report.findings] == ["abbreviation-undefined"]
    assert [each.reason for each in report.set_aside] == [looked.reason]
    assert report.outdated == ()
    changed = TEXT.replace("Leave is taken", "All leave is taken")
    report = review([read(changed.encode(), "lamp.txt")], reviewed={0: [looked]})
    assert report.findings[0].finding.code == "reference-unresolved"
    assert report.outdated == (looked,)


ENTRY = '[[reviewed]]\ncode = "list-of-one"\nclause = "2.1"\npin = "0123456789"\n'


def test_the_file_of_reviews() -> None:
    data = f'{ENTRY}reason = "The other item was repealed."\n'.encode()
    assert read_reviewed(data, "lamp.txt.review.toml") == (
        SetAside("list-of-one", "2.1", "0123456789", "The other item was repealed."),
    )
    assert read_reviewed(b"", "empty") == ()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xff", "not TOML"),
        (b"reviewed = ", "not TOML"),
        (b'[other]\ncode = "x"\n', "nothing else"),
        (ENTRY.encode(), "entry 1 needs"),
        (f'{ENTRY}reason = " "\n'.encode(), "no reason"),
        (f"{ENTRY}reason = 5\n".encode(), "each a text"),
        (f'{ENTRY}reason = "x"\n'.replace("list-of-one", "list-of-none").encode(), "no code"),
        (b'reviewed = "all"\n', "nothing else"),
    ],
)
def test_a_file_of_reviews_that_breaks_its_form_says_where(data: bytes, said: str) -> None:
    with pytest.raises(InvalidReview, match=said):
        read_reviewed(data, "lamp.txt.review.toml")


def test_every_code_of_the_program_has_a_rule_a_group_and_a_reason() -> None:
    assert set(CODES) == set(FINDINGS)
    for code in CODES.values():
        assert code.why.endswith(".")
        assert code.severity in {"info", "warning", "error"}


def test_the_documentation_lists_every_code() -> None:
    text = (ROOT / "docs" / "findings.md").read_text("utf-8")
    rows = [line.split(" | ") for line in text.splitlines() if line.startswith("| `")]
    listed = {row[0].strip("|` "): (row[1], row[2].rstrip(" |")) for row in rows}
    assert listed == {code.name: (code.severity, code.why) for code in CODES.values()}


def test_the_verb() -> None:
    report = clausetrack.check(TEXT.encode(), severity="warning")
    assert [each.finding.code for each in report.findings] == ["reference-unresolved"]


@pytest.mark.parametrize(
    ("heading", "cell", "why"),
    [
        ("From 03/04/2026", "$28.10", "the day “03/04/2026” may be read in two ways, since nothing"
         " settles which of its figures is the month"),
        ("Rate", "up to $28.10", "what stands beside a figure may change what it says"),
        ("Rate", "$28.10 or $29.10", "a figure cannot be read as one amount"),
    ],
)  # fmt: skip
def test_why_a_figure_of_a_table_gives_no_rate_is_the_true_reason(
    heading: str, cell: str, why: str
) -> None:
    text = "Harbour Collective Agreement\n\n1 Term\n\n1.1 One year.\n\n1.2 It may be varied.\n\n"
    text += f"2 Pay\n\n2.1 Hourly rates.\n\n| Step | {heading} |\n| 3 | {cell} |\n| 4 | {cell} |\n"
    found = review([read(text.encode(), "lamp.txt")], select=["rate-unread"]).findings
    said = f"2 of the table’s figures give no rate: {why}"
    assert [each.finding.message for each in found] == [said]

"""What terms of settlement say of the base must be so before anything is changed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factory import agreement, amendment, instructions, terms

from clausetrack.amend.apply import apply
from clausetrack.amend.fit import years
from clausetrack.errors import TermsDoNotFit
from clausetrack.model import Document
from clausetrack.settlement import Applied

BASE = agreement("4.4.1 Travel is paid at 62 cents, and a unit at $5,000.00, or 2.5% more.")


def attempt(base: Document, words: str, **said: object) -> Applied:
    """Apply one instruction on clause 4.4.1."""
    given = amendment(1, "4.4.1", **said)  # type: ignore[arg-type]
    return apply(base, terms(words), instructions(given))


# ------------------------------------------------------------------------------- do they fit?


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        ("2022-25", (2022, 2025)),
        ("2025-2027", (2025, 2027)),
        ("2025 – 2027", (2025, 2027)),
        ("1998-01", (1998, 2001)),
        ("2025", (2025, 2025)),
        ("", None),
        ("draft", None),
    ],
)
def test_the_years_of_a_version(version: str, expected: tuple[int, int] | None) -> None:
    assert years(version) == expected


@pytest.mark.parametrize(
    ("name", "version", "new_name", "new_version"),
    [
        ("STCA", "2022-25", "STCA", "2025-27"),
        ("STCA", "2022-25", "stca", "2025-27"),
        ("STCA", "2022-24", "STCA", "2025-27"),
        ("PTCA", "2023-2025", "PTCA", "2025-27"),
    ],
)
def test_terms_fit_the_version_before_theirs(
    name: str, version: str, new_name: str, new_version: str
) -> None:
    base = agreement("4.4.1 Travel is paid.", name, version)
    applied = apply(base, terms(name=new_name, version=new_version), instructions())
    assert applied.findings == ()
    assert applied.document.version == new_version


@pytest.mark.parametrize(
    ("name", "version", "words"),
    [
        ("PTCA", "2022-25", ["STCA", "PTCA"]),
        ("STCA", "2019-22", ["2025-27", "2019-22"]),
        ("STCA", "2027-29", ["2025-27", "2027-29"]),
        ("STCA", "2025-27", ["already", "2025-27"]),
    ],
)
def test_terms_of_another_agreement_or_version_are_refused(
    name: str, version: str, words: list[str]
) -> None:
    base = agreement("4.4.1 Travel is paid.", name, version)
    with pytest.raises(TermsDoNotFit) as raised:
        apply(base, terms("4.4.1 It is not."), instructions(amendment(1, "4.4.1")))
    assert all(word in str(raised.value) for word in words)
    assert "\n" not in str(raised.value)


def test_two_agreements_or_two_terms_are_refused() -> None:
    with pytest.raises(TermsDoNotFit, match="not terms of settlement"):
        apply(BASE, BASE, instructions())
    with pytest.raises(TermsDoNotFit, match="not an agreement"):
        apply(terms(), terms(), instructions())


@pytest.mark.parametrize(
    ("name", "version", "said"),
    [("", "2022-25", "which agreement"), ("STCA", "", "which version")],
)
def test_what_a_document_does_not_say_is_a_finding(name: str, version: str, said: str) -> None:
    base = replace(agreement("4.4.1 Travel is paid.", name, version), title="")
    applied = apply(base, terms("4.4.1 It is not."), instructions(amendment(1, "4.4.1")))
    assert [one.status for one in applied.outcomes] == ["applied"]
    (finding,) = [one for one in applied.findings if one.code == "base-not-verified"]
    assert said in finding.message
    assert "the base" in finding.message


# --------------------------------------------------------------------------- stated figures


@pytest.mark.parametrize(
    ("old", "status"),
    [
        ("62 cents", "applied"),
        ("$0.62", "applied"),
        ("$5,000", "applied"),
        ("2.5 per cent", "applied"),
        ("60 cents", "precondition-failed"),
        ("$5,00", "precondition-failed"),
        ("$500", "precondition-failed"),
        ("5%", "precondition-failed"),
    ],
)
def test_an_old_figure_that_the_instruction_states_must_be_there(old: str, status: str) -> None:
    applied = attempt(BASE, "4.4.1 Travel is paid at 83 cents.", stated=(old, "83 cents"))
    assert [one.status for one in applied.outcomes] == [status]
    if status != "applied":
        assert applied.document.clauses == BASE.clauses
        assert old in applied.outcomes[0].reason


def test_a_figure_alone_that_the_base_does_not_have_is_not_written() -> None:
    applied = attempt(BASE, "", wording="figures", stated=("60 cents", "83 cents"))
    assert applied.outcomes[0].status == "precondition-failed"
    assert "62 cents" in applied.outcomes[0].reason


# ----------------------------------------------------------------------------- old columns

SCALE = agreement(
    """
    4.4.1 Pay is on this scale.
    | Step | Rates from 2023-07-03 | Rates from 2024-12-02 |
    | U1 | $50,000 | $61,329 |
    | U2 | $52,000 | $64,083 |
    """
)


def scale(*rows: str) -> Applied:
    return attempt(SCALE, "\n".join(rows))


@pytest.mark.parametrize(
    ("heading", "first", "second", "status"),
    [
        ("Rates until 2026-01-27", "$61,329", "$64,083", "applied"),
        ("Rates until 2026-01-27", "$61 329", "$64,083.00", "applied"),
        ("Rates until 2026-01-27", "$61,329", "$64,084", "precondition-failed"),
        ("Rates until 2026-01-27", "$50,000", "$52,000", "precondition-failed"),
        # On the day before the base's last column began, its first was in force.
        ("Rates until 2024-12-01", "$50,000", "$52,000", "applied"),
        ("Rates from 2024-12-02", "$61,329", "$64,083", "applied"),
        ("Rates from 2024-12-02", "$61,328", "$64,083", "precondition-failed"),
        ("Rates from 2023-07-03", "$61,329", "$64,083", "precondition-failed"),
        # A stretch with its first day is no "until": these are rates to come.
        ("Rates 2027-01-28 to 2028-01-27", "$70,000", "$71,000", "applied"),
        ("Current Rates", "$61,329", "$64,083", "applied"),
        ("Current Rates", "$61,329", "$1", "precondition-failed"),
    ],
)
def test_a_column_that_speaks_of_the_time_before_must_agree_with_the_base(
    heading: str, first: str, second: str, status: str
) -> None:
    applied = scale(
        f"| Step | {heading} | Rates from 2026-01-28 |",
        f"| u1 | {first} | $63,000 |",
        f"| u2 | {second} | $66,000 |",
    )
    assert [one.status for one in applied.outcomes] == [status]
    if status == "precondition-failed":
        assert applied.document.clauses == SCALE.clauses
        assert f"“{heading}”" in applied.outcomes[0].reason
    else:
        assert applied.findings == ()


def test_the_reason_names_the_first_cells_that_differ() -> None:
    applied = scale("| Step | Rates until 2026-01-27 |", "| U1 | $61,329 |", "| U2 | $70,000 |")
    reason = applied.outcomes[0].reason
    assert "U2: $70,000, and the base has $64,083" in reason
    assert "U1" not in reason


def test_a_new_column_needs_nothing_in_the_base() -> None:
    applied = scale("| Step | Rates from 2026-01-28 |", "| U1 | $1 |", "| U2 | $2 |")
    assert applied.outcomes[0].status == "applied"
    assert applied.findings == ()


def test_a_row_that_the_base_lacks_cannot_be_checked_and_is_reported() -> None:
    applied = scale("| Step | Rates until 2026-01-27 |", "| U1 | $61,329 |", "| U3 | $70,000 |")
    assert applied.outcomes[0].status == "applied"
    finding, gone = applied.findings
    assert gone.code == "row-repealed"  # U2 is in the base alone
    assert finding.code == "base-not-verified"
    assert finding.message.endswith("against for U3")


def test_a_table_inside_a_printed_clause_is_checked_as_one_alone_is() -> None:
    applied = scale(
        "4.4.1 Pay is on the scale below.", "| Step | Rates until 2026-01-27 |", "| U1 | $1 |"
    )
    assert applied.outcomes[0].status == "precondition-failed"
    assert applied.document.clauses == SCALE.clauses

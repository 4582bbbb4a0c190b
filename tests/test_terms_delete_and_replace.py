"""Forms of Canada and the United States: "Delete and replace …", and lines that change nothing."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts_changed

from clausetrack.ingest import read

AGREEMENT = """Sugar Bush Collective Agreement 2023–2025

4 Sap

4.1 Sap is tapped in March.

4.2 Pails are emptied daily. Pails are scrubbed on Friday.

4.3 Syrup is bottled.
"""
TERMS = "Terms of settlement\nSugar Bush Collective Agreement 2025–2027\n\n{}\n"
BEFORE = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
TAPPED = {"4.1": "Sap is tapped in April."}
result = on(AGREEMENT, TERMS)


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("1. Delete and replace 4.1 with:\n\n4.1 Sap is tapped in April.", TAPPED),
        ("1. Delete and replace clause 4.1 with “Sap is tapped in April.”", TAPPED),
        ("1. Delete and replace “March” with “April” in clause 4.1.", TAPPED),
        ("1. Strike and replace Article 4.1 with: “Sap is tapped in April.”", TAPPED),
        (
            "1. Delete and replace the second sentence of clause 4.2 with “Pails are rinsed.”",
            {"4.2": "Pails are emptied daily. Pails are rinsed."},
        ),
        ("1. In subclause 4.2, omit the second sentence.", {"4.2": "Pails are emptied daily."}),
    ],
)
def test_what_is_deleted_and_replaced_is_one_order(order: str, wanted: dict[str, str]) -> None:
    done = result(order)
    assert statuses(done) == ["applied"]
    assert texts_changed(done, BEFORE) == wanted


def test_a_line_that_changes_nothing_is_no_order() -> None:
    done = result(
        "1. Article 4 Sap\n\n4.1 – replace “March” with “April”\n4.2 – no change\n"
        "4.3 – replace “bottled” with “canned”"
    )
    assert statuses(done) == ["applied", "applied"]
    assert texts_changed(done, BEFORE) == TAPPED | {"4.3": "Syrup is canned."}
    assert [one.text for one in done.instructions.terms_only] == ["4.2 – no change"]

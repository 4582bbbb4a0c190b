"""Orders on a place in a clause, a Part or a Schedule: carried out there, or left to a person."""

from __future__ import annotations

from pathlib import Path

import pytest
from word_samples import body_texts

from clausetrack import markup
from clausetrack.ooxml.package import open_package
from clausetrack.ooxml.revisions import accept

BASE = """\
Harbour Light Collective Agreement 2023 to 2025

1 Lamps

1.1 Keeping. A keeper has eight hours.

Part 2: Leave

2.1 Sick leave. There are ten days.

2.2 Other leave. There is none.

2.3 Rests. A keeper rests:

(a) at night, eight hours; and

(b) by day, none at all.

2.4 Rates

| Step | Rate |
| --- | --- |
| 1 | $20.00 |
| 2 | $25.00 |

Article 12 Hours

Section 12.1 Work. There are nine hours.

Section 12.2 Overtime is paid beyond them.

Article 13 Rest

Section 1. Nights. There are six hours.

Section 2. Days. There is one.

Schedule A: Pay

1 Rates. There are seven steps.

2 Allowances. There is none.
"""


def outcome(order: str, tmp_path: Path) -> tuple[set[str], str | None]:
    """What became of the order, and the paragraph that it changed."""
    base, terms = tmp_path / "base.txt", tmp_path / "terms.txt"
    base.write_text(BASE, "utf-8")
    terms.write_text(
        "Terms of Settlement\n\nHarbour Light Collective Agreement 2025 to 2027\n\n"
        f"1. Changes\n\n{order}\n",
        "utf-8",
    )
    result = markup(base, terms)
    found = {one.status for one in result.applied.outcomes}
    was = {" ".join(line.split()) for line in BASE.split("\n")}
    now = body_texts(accept(open_package(result.docx)).parts["word/document.xml"])
    new = [text for text in (" ".join(one.split()) for one in now) if text.endswith("once.")]
    return found, (new[0] if new and new[0] not in was else None)


@pytest.mark.parametrize(
    "order",
    [
        "Amend Schedule A, item 1 by replacing “none” with “some, once”.",
        "Amend Schedule A, rule 1 by replacing “none” with “some, once”.",
        "In Schedule A (item 1), replace “none” with “some, once”.",
        "Amend Schedule A at 1 by replacing “none” with “some, once”.",
        "Amend Part 2, sick leave, by replacing “none” with “some, once”.",
        "In Part 2, at the clause on sick leave, replace “none” with “some, once”.",
        "Amend Article 13, Section 1 by replacing “one” with “some, once”.",
        "In Section 1 of Article 13, replace “one” with “some, once”.",
        "In Sections 1 and 3 of Article 13, replace “one” with “some, once”.",
        "Amend Schedule A section 1 by replacing “none” with “some, once”.",
        "In clause 2.3 - (a), replace “none at all” with “an hour once.”.",
        "In clause 2.3, the opening words, replace “none at all” with “an hour once.”.",
        "In the lead-in to clause 2.3, replace “none at all” with “an hour once.”.",
        "In clause 2.3 about nights, replace “none at all” with “an hour once.”.",
        "In clause 2.3, line 2, replace “none at all” with “an hour once.”.",
        "In clause 2.3 paragraph 1, replace “none at all” with “an hour once.”.",
        "In clause 2.4, step 1, replace “$25.00” with “$26.00 once.”.",
        "In clause 2.4 (step 1), replace “$25.00” with “$26.00 once.”.",
        "In the table in clause 2.4, row 1, replace “$25.00” with “$26.00 once.”.",
        "Increase step 1 in clause 2.4 from $25.00 to $26.00.",
        "In clause 2.4 the first rate changes from $25.00 to $26.00.",
    ],
)
def test_words_are_not_exchanged_beside_the_place_that_is_named(
    order: str, tmp_path: Path
) -> None:
    status, changed = outcome(order, tmp_path)
    assert "applied" not in status
    assert changed is None


@pytest.mark.parametrize(
    ("order", "changed"),
    [
        ("In Part 2, replace “There is none” with “There is some, once”.",
         "Other leave. There is some, once."),
        ("In clause 2.3 Rests, replace “none at all” with “an hour once”.",
         "by day, an hour once."),
        ("In clause 2.3(b), the words “none at all” will be replaced with “an hour once”.",
         "by day, an hour once."),
        ("In Part 2 – Leave, replace “is none” with “is some, once”.",
         "Other leave. There is some, once."),
        ("Part 2 is amended by replacing the words “is none” with “is some, once”.",
         "Other leave. There is some, once."),
        ("Amend Article 13, Section 2 by replacing “one” with “some, once”.",
         "Days. There is some, once."),
        ("In Section 2 of Article 13, replace “one” with “some, once”.",
         "Days. There is some, once."),
        ("Amend Article 12, Section 12.2 by replacing “beyond them” with “once”.",
         "Overtime is paid once."),
        ("In Section 12.2 of Article 12, replace “beyond them” with “once”.",
         "Overtime is paid once."),
    ],
)  # fmt: skip
def test_words_are_exchanged_in_the_place_that_is_named(
    order: str, changed: str, tmp_path: Path
) -> None:
    status, new = outcome(order, tmp_path)
    assert status == {"applied"}
    assert (new or "").endswith(changed)  # behind its number, where that is typed

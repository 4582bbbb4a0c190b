"""Orders on the Sections of an Article, which the agreement calls so or numbers "2.1"."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts_changed

from clausetrack import read

SECTIONS = """Harbour Pilots Collective Agreement 2023–2025

ARTICLE 1 – RECOGNITION

Section 1. The company recognises the union.

Section 2. Pilots are in the unit.

ARTICLE 2 – HOURS

Section 1. The day is eight hours.

Section 2. A pilot rests for one hour.

Section 3. Overtime is paid at time and a half.
"""
NUMBERED = """Harbour Pilots Collective Agreement 2023–2025

ARTICLE 1 – RECOGNITION

1.1 The company recognises the union.

1.2 Pilots are in the unit.

ARTICLE 2 – HOURS

2.1 The day is eight hours.

2.2 A pilot rests for one hour.

2.3 Overtime is paid at time and a half.
"""
TERMS = """Terms of Settlement

These terms renew the Harbour Pilots Collective Agreement (2025 – 2027).

1. """
BEFORE = {
    agreement: {one.id: one.own_text for one in read(agreement.encode(), "base.txt").clauses}
    for agreement in (SECTIONS, NUMBERED)
}
DOUBLE = {"Article 2 Section 3": "Overtime is paid at double time."}
SWAP = {"Article 2 Section 4": "A pilot may swap shifts."}


@pytest.mark.parametrize(
    "text",
    [
        "Delete Section 2 of Article 2.",
        "Delete Article 2, Section 2.",
        "Article 2, Section 2 – delete in its entirety.",
        "Strike Section 2 of Article 2 in its entirety.",
    ],
)
def test_a_section_goes(text: str) -> None:
    done = on(SECTIONS, TERMS)(text)
    assert statuses(done) == ["applied"]
    assert texts_changed(done, BEFORE[SECTIONS]) == {"Article 2 Section 2": None}
    done = on(NUMBERED, TERMS)(text)
    assert statuses(done) == ["applied"]
    assert texts_changed(done, BEFORE[NUMBERED]) == {"2.2": None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Section 3 of Article 2 is amended to read: “Overtime is paid at double time.”", DOUBLE),
        (
            "Article 2, Section 3: Revise to read as follows: “Overtime is paid at double time.”",
            DOUBLE,
        ),
        (
            "Modify the CBA, Article 2 as follows: “Section 3 – Overtime is paid at double time.”",
            DOUBLE,
        ),
        ("Amend Article 2 as follows:\n\nSection 3. Overtime is paid at double time.", DOUBLE),
        (
            "Amend Article 2 as follows:\n\nSection 3. Overtime is paid at double time.\n\n"
            "Section 4. A pilot may swap shifts.",
            DOUBLE | SWAP,
        ),
        ("Add a new Section 4 to Article 2: “Section 4. A pilot may swap shifts.”", SWAP),
    ],
)
def test_the_wording_of_a_section(text: str, expected: dict[str, str]) -> None:
    done = on(SECTIONS, TERMS)(text)
    assert statuses(done) == ["applied"]
    assert texts_changed(done, BEFORE[SECTIONS]) == expected
    # where the agreement has no Sections, a person must say which clause that is
    done = on(NUMBERED, TERMS)(text)
    assert statuses(done) == ["needs-decision"]
    assert texts_changed(done, BEFORE[NUMBERED]) == {}


def test_words_in_a_section() -> None:
    text = "In Section 2 of Article 2, replace “one hour” with “two hours”."
    done = on(NUMBERED, TERMS)(text)
    assert texts_changed(done, BEFORE[NUMBERED]) == {"2.2": "A pilot rests for two hours."}


@pytest.mark.parametrize(
    "text",
    [
        "Article 2, Sections 1 and 3: delete.",
        "Article 2, Section 1 and Section 3: delete.",
        "Article 2, Sections 1–3, are deleted.",
        "Article 2, Sec. 3: delete.",
        "Delete Article 2, Sections 1 and 3.",
        "Delete Section 7 of Article 2.",
    ],
)
def test_the_article_does_not_go_for_its_sections(text: str) -> None:
    """What names several Sections took out the whole Article."""
    for agreement in (SECTIONS, NUMBERED):
        done = on(agreement, TERMS)(text)
        assert "applied" not in statuses(done)
        assert texts_changed(done, BEFORE[agreement]) == {}


def test_a_title_of_the_terms_is_no_section_of_the_article() -> None:
    done = on(SECTIONS, TERMS)(
        "Amend Article 2 as follows:\n\nSection 3. Overtime is paid at double time.\n\n"
        "Section 4: Matters outside the agreement\n\n2. The company buys chairs."
    )
    assert "Article 2 Section 4" not in texts_changed(done, BEFORE[SECTIONS])

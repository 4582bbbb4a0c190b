"""Markdown: links, notes, tags and entities are mark-up of the words, and no words."""

from __future__ import annotations

import pytest

from clausetrack.comparison import compared
from clausetrack.ingest import read, text
from clausetrack.model import Document, Reading

PAGE = """# Ferry Crews' Collective Agreement 2027-2029

## Part 1 – Pay

1.1 {}

1.2 The crew is paid each week.
"""


def reading(words: str, after: str = "", name: str = "crew.md") -> Reading:
    return text.read((PAGE.format(words) + after).encode(), name)


def line_of(words: str, after: str = "") -> str:
    return next(one.text for one in reading(words, after).lines if one.text.startswith("1.1"))


def assert_accounted(found: Reading, source: str) -> None:
    """Every character that is no space has one place: in a line, left out, or mark-up."""
    lines = source.split("\n")
    runs = [run.source for line in found.lines
            for cell in line.cells or (line,) for run in cell.runs]  # fmt: skip
    places = [*runs, *found.markup, *(left.source for left in found.left_out)]
    held = sorted((one.line, at) for one in places if one is not None
                  for at in range(one.start, one.end)
                  if not lines[(one.line or 0) - 1][at].isspace())  # fmt: skip
    printed = sorted((number, at) for number, line in enumerate(lines, 1)
                     for at, sign in enumerate(line) if not sign.isspace())  # fmt: skip
    assert held == printed
    assert found.read == len(printed)


# -------------------------------------------------------------------------------------- links


@pytest.mark.parametrize(
    ("words", "read_as"),
    [
        ("Read the [leave policy](https://ferry.example/leave).", "Read the leave policy."),
        ('See [the table](pay/table.pdf "The rates") first.', "See the table first."),
        ("See [Part 2](#part-2) and [Part 3](#part_3_).", "See Part 2 and Part 3."),
        ("See [the law](https://law.example/a_(b)_c) here.", "See the law here."),
        ("The **[tide](/tide)** decides.", "The tide decides."),
        ("Write to <crew@ferry.example> first.", "Write to crew@ferry.example first."),
        ("Look at <https://ferry.example/a_b_c>.", "Look at https://ferry.example/a_b_c."),
        ("The [Act][law] and the [law][] and the [law].", "The Act and the law and the law."),
    ],
)
def test_a_link_is_its_words(words: str, read_as: str) -> None:
    after = "\n[law]: https://law.example/ferries\n"
    assert line_of(words, after) == f"1.1 {read_as}"
    assert_accounted(reading(words, after), PAGE.format(words) + after)


def test_the_address_of_a_link_is_left_out_with_the_reason() -> None:
    left = reading('The [leave policy](https://ferry.example/leave "Leave").').left_out
    assert [(one.text, one.why) for one in left] == [
        ('https://ferry.example/leave "Leave"', "the address of a link")
    ]


@pytest.mark.parametrize(
    "words",
    [
        "The mate [or the master](and no one else) decides.",
        "The [Act][law] and the [law] say so.",  # nothing says where that leads
        "The master [has] the [tide table] (of the port).",
        r"The master reads \[the table\](https://ferry.example).",
    ],
)
def test_brackets_that_are_no_link_are_words(words: str) -> None:
    assert line_of(words) == f"1.1 {words}".replace("\\", "")


def test_in_a_text_that_is_no_markdown_nothing_is_a_link_a_note_or_a_tag() -> None:
    words = "Read the [policy](https://ferry.example/leave)[^1] &amp; <b>the</b> book."
    plain = f"Part 1 Pay\n\n1.1 {words}\n\n1.2 The crew is paid.\n\n[^1]: On the day.\n"
    texts = [line.text for line in text.read(plain.encode(), "crew.txt").lines]
    assert texts == ["Part 1 Pay", f"1.1 {words}", "1.2 The crew is paid.", "[^1]: On the day."]


def test_another_address_is_told_where_two_markdown_files_are_compared() -> None:
    old, new = (PAGE.format(f"Read the [policy](https://ferry.example/{year}).").encode()
                for year in (2027, 2028))  # fmt: skip
    found = compared(old, new, "old.md", "new.md")
    assert not found.changes
    told = [one.message for one in found.findings if one.code == "outside-changed"]
    assert told == ["the address of a link, changed: “https://ferry.example/2027” → "
                    "“https://ferry.example/2028”"]  # fmt: skip
    assert found.differs


@pytest.mark.parametrize("ending", ["md", "txt"])
@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("in force: 2027", "in force: 2028", ["changed: “in force: 2027” → “in force: 2028”"]),
        ("in force: 2027", "in force: 2027", []),
        ("in force: 2027", "", ["deleted: “--- / in force: 2027 / ---”"]),
    ],
)
def test_another_front_matter_is_told(ending: str, old: str, new: str, told: list[str]) -> None:
    sides = [f"---\n{words}\n---\n\n{PAGE}" if words else PAGE for words in (old, new)]
    one, other = (side.format("The crew sails.").encode() for side in sides)
    found = compared(one, other, f"old.{ending}", f"new.{ending}")
    assert not found.changes
    said = [one.message for one in found.findings if one.code == "outside-changed"]
    assert said == [f"front matter of the file, {words}" for words in told]
    assert found.differs == bool(told)


# -------------------------------------------------------------------------------------- notes

NOTES = """
[^1]: Before tax.

[^sea]: At sea alone,
    not in port.

    Nor on the slip.
"""


def test_a_note_is_left_out_with_its_marks() -> None:
    words = "A mate is paid $70,000[^1] a year[^sea]."
    found = reading(words, NOTES)
    assert line_of(words, NOTES) == "1.1 A mate is paid $70,000 a year."
    assert [one.text for one in found.lines][-1] == "1.2 The crew is paid each week."
    assert [one.text.strip() for one in found.left_out if one.why == "in a footnote"] == [
        "Before tax.", "At sea alone,", "not in port.", "Nor on the slip."]  # fmt: skip
    assert [one.text for one in found.left_out if one.why == "the mark of a footnote"] == [
        "[^1]", "[^sea]"]  # fmt: skip
    assert "text-left-out" in {one.code for one in found.findings}
    assert_accounted(found, PAGE.format(words) + NOTES)


def test_a_mark_without_its_note_is_words() -> None:
    assert line_of("A mate is paid[^9] a year.", NOTES) == "1.1 A mate is paid[^9] a year."


def test_an_item_below_a_note_is_no_part_of_it() -> None:
    after = "\n[^1]: Before tax.\n\n    (a) The master decides.\n"
    assert reading("A mate[^1] is paid:", after).lines[-1].text == "(a) The master decides."


def test_a_note_that_changed_is_told() -> None:
    old = PAGE.format("A mate is paid[^1].") + "\n[^1]: Before tax.\n"
    new = old.replace("Before", "After")
    found = compared(old.encode(), new.encode(), "old.md", "new.md")
    assert not found.changes
    told = [one.message for one in found.findings if one.code == "outside-changed"]
    assert told == ["in a footnote, changed: “Before tax.” → “After tax.”"]


# -------------------------------------------------------------------------- tags and entities


@pytest.mark.parametrize(
    ("words", "read_as"),
    [
        ("Pay&nbsp;and R&amp;D &#8211; all.", "Pay\xa0and R&D – all."),
        ("A <b>mate</b>, a <em class='x'>cook</em> and H<sub>2</sub>O.",
         "A mate, a cook and H2O."),
        ("On the day. <br/> Or after.", "On the day.\nOr after."),
        ("The crew <!-- ask the union --> is paid.", "The crew  is paid."),
        (r"The \&amp; stays, as AT&T; a < b > c.", "The &amp; stays, as AT&T; a < b > c."),
    ],
)  # fmt: skip
def test_tags_and_entities_are_read_as_a_page_is(words: str, read_as: str) -> None:
    assert line_of(words) == f"1.1 {read_as}"
    assert_accounted(reading(words), PAGE.format(words))


def test_words_in_bold_by_a_tag_are_bold() -> None:
    line = reading("A <strong>mate</strong> is paid.").lines[2]
    assert [(run.text, run.emphasis) for run in line.runs] == [
        ("1.1 A ", ""), ("mate", "b"), (" is paid.", "")]  # fmt: skip


def test_a_break_in_a_cell_parts_its_lines() -> None:
    table = "\n| Step | Rate |\n|---|---|\n| 1<br>new | $60,000 |\n| &nbsp; | $61,000 |\n"
    cells = [[cell.text for cell in line.cells] for line in reading("The rates:", table).lines
             if line.cells is not None]  # fmt: skip
    assert cells == [["Step", "Rate"], ["1\nnew", "$60,000"], ["", "$61,000"]]


def test_what_only_names_a_heading_is_no_part_of_it() -> None:
    words = "Pay.\n\n## Part 2 – Leave {#leave .unnumbered}\n\n### 2.1 Sick leave ###"
    found = reading(words)
    assert [one.text for one in found.lines if one.style == "heading"][2:] == [
        "Part 2 – Leave", "2.1 Sick leave"]  # fmt: skip
    assert_accounted(found, PAGE.format(words))


def test_a_list_of_links_into_the_file_is_its_contents() -> None:
    listed = "## Contents\n\n- [Part 1 – Pay](#pay)\n- [1.1 Rates](#rates)\n- [1.2 Days](#days)\n"
    source = PAGE.replace("## Part", listed + "\n## Part").format("Rates.")
    found = text.read(source.encode(), "crew.md")
    assert [one.text for one in found.lines][1] == "Part 1 – Pay"
    assert len([one for one in found.left_out if one.why == "table of contents"]) == 4
    assert_accounted(found, source)


def test_two_links_below_each_other_are_no_contents() -> None:
    words = "See:\n\n- [Part 1](#pay)\n- [Part 2](#leave)"
    assert [one.text for one in reading(words).lines][3:5] == ["Part 1", "Part 2"]


def document(words: str) -> Document:
    return read(PAGE.format(words).encode(), "crew.md")


def test_the_clauses_hold_the_words_alone() -> None:
    clause = document("Read the [policy](https://ferry.example/leave).").body["1.1"]
    assert (clause.heading_text or clause.own_text) == "Read the policy."


def test_what_a_term_means_stands_below_it_without_its_colon() -> None:
    words = "In this agreement:\n\nMate\n: whoever helps the master.\n\n: Or another.\n\n1.3 x:\ny"
    found = reading(words)
    assert [one.text for one in found.lines][3:6] == ["Mate", "whoever helps the master.",
                                                      "Or another."]  # fmt: skip
    assert_accounted(found, PAGE.format(words))


def test_a_break_at_the_end_of_a_line_is_no_letter() -> None:
    words = "Pay is weekly.\\\nIt is paid\nto all \\"
    assert [one.text for one in reading(words).lines][2:5] == [
        "1.1 Pay is weekly.", "It is paid", "to all"]  # fmt: skip
    assert_accounted(reading(words), PAGE.format(words))


LISTED = """# Ferry Crews' Collective Agreement 2027-2029

1. **Parties**

    1. The union is a party.
    2. The company is a party.

2. **Pay**

    1. Pay is weekly.
    2. Pay is the same:
        1. for mates;
        2. for cooks.
"""


def test_numbers_of_lists_in_lists_are_put_together_as_on_a_page() -> None:
    found = read(LISTED.encode(), "crew.md")
    assert [(one.id, (one.heading_text or one.own_text)) for one in found.clauses][1:] == [
        ("1", "Parties"), ("1.1", "The union is a party."), ("1.2", "The company is a party."),
        ("2", "Pay"), ("2.1", "Pay is weekly."), ("2.2", "Pay is the same:"),
        ("2.2.1", "for mates;"), ("2.2.2", "for cooks."),
    ]  # fmt: skip
    assert "label-inferred" in {one.code for one in found.findings}
    assert_accounted(text.read(LISTED.encode(), "crew.md"), LISTED)


def test_a_list_below_a_clause_with_a_number_of_its_own_is_its_list() -> None:
    words = "The parties:\n\n   1. the union; and\n   2. the company:\n\n      1. at sea;"
    found = document(words)
    assert [one.id for one in found.clauses if one.id.startswith("1.1")] == [
        "1.1", "1.1(1)", "1.1(2)", "1.1(2)(1)"]  # fmt: skip


def test_numbers_that_are_not_set_in_stay_in_the_text() -> None:
    lines = reading("The parties:\n\n1. the union; and\n2. the company.").lines
    assert [(one.text, one.label) for one in lines][3:5] == [
        ("1. the union; and", ""), ("2. the company.", "")]  # fmt: skip


def test_a_quotation_below_a_note_is_no_part_of_it() -> None:
    words = "A mate is paid[^1].\n\n[^1]: Before tax.\n>     1. The crew is paid.\n\n# {#end}"
    found = reading(words)
    assert "1. The crew is paid." in [one.text for one in found.lines]
    assert_accounted(found, PAGE.format(words))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("oil" + " " * 100_000 + "lamps", "oil lamps"),
        ("<b><!--" * 20_000, "<!--" * 20_000),
        ("<b>" * 15_000 + "</i></b>" * 15_000, ""),
        ("[" * 50_000, "[" * 50_000),
        ("[a](http://" * 15_000, "[a](http://" * 15_000),
    ],
)
def test_what_is_opened_without_end_is_read_to_its_end(words: str, said: str) -> None:
    """Where time grows with the square of a line, these would take a minute."""
    (found,) = (one.text for one in reading(words).lines if one.text.startswith("1.1"))
    assert " ".join(found.split()) == " ".join(f"1.1 {said}".split())


@pytest.mark.parametrize(
    ("set_as", "printed"),
    [
        (r"Rehearsal is $\$ 25.00$ an hour; $\$ 1,028$ a week.",
         "Rehearsal is $25.00 an hour; $1,028 a week."),
        (r"The fee ($100 \%$) is paid on the $6^{\text {th }}$ day.",
         "The fee (100 %) is paid on the 6th day."),
        (r"Calls of $1\frac{1}{2}$ hours, $4^{*}$ of them, cover $2 \times 10^{2}$ m.",
         "Calls of 1 1/2 hours, 4* of them, cover 2 × 10^2 m."),
        # money that no formula encloses, beside one that is sure
        (r"By $1.00 per hour, and by $2 per mile; $50 \%$ more.",
         "By $1.00 per hour, and by $2 per mile; 50 % more."),
        # a command that nobody knows: the line stays as it stands
        (r"It is $\alpha 3$ and $5 \%$.", r"It is $\alpha 3$ and 5 %."),
    ],
)  # fmt: skip
def test_formulas_are_read_as_they_are_printed(set_as: str, printed: str) -> None:
    found = reading(set_as)
    assert line_of(set_as) == f"1.1 {printed}"
    assert_accounted(found, PAGE.format(set_as))


def test_sums_between_which_no_formula_stands_are_money() -> None:
    said = r"A call is $25-$30 or $5 (that is $6 in May), and costs 5\% more."
    assert line_of(said) == "1.1 A call is $25-$30 or $5 (that is $6 in May), and costs 5% more."


def test_a_list_with_one_before_each_item_is_counted_as_a_viewer_counts_it() -> None:
    words = "# Ferry Crews' Collective Agreement 2027-2029\n\n# Crew\n\n" + (
        "1. Pay is weekly.\n1. Pay is the same:\n   1. for mates;\n   1. for cooks.\n1. Rest.\n"
    )
    found = read(words.encode(), "crew.md")
    assert [(one.id, one.own_text) for one in found.clauses if one.citable] == [
        ("1", "Pay is weekly."), ("2", "Pay is the same:"), ("2.1", "for mates;"),
        ("2.2", "for cooks."), ("3", "Rest."),
    ]  # fmt: skip
    assert_accounted(text.read(words.encode(), "crew.md"), words)


@pytest.mark.parametrize("numbers", [("1", "1", "2"), ("1", "2", "1"), ("2", "2", "2")])
def test_a_list_that_counts_otherwise_stays_as_printed(numbers: tuple[str, ...]) -> None:
    items = "\n".join(f"{number}. Pay is weekly." for number in numbers)
    printed = [f"{number}. Pay is weekly." for number in numbers]
    assert [one.text for one in reading(f"Words.\n\n{items}").lines][-4:-1] == printed

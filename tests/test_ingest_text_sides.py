"""Text of pages with two columns side by side, and with headings in the margin."""

from __future__ import annotations

from itertools import zip_longest

from clausetrack.ingest import lines, read

TITLE = "Lamp Keepers Collective Agreement 2025-2027"
LEFT = """
1.  Watches
1.1 A watch lasts four hours, and begins when the
    keeper before has said what the night was.
1.2 Between two watches a keeper rests for eight
    hours, unless a storm is near:
    (a) a storm is near when the glass falls by
        ten points or more; and
    (b) the mate says so.
1.3 A keeper who is woken is paid for an hour at
"""
RIGHT = """
    the rate of the night, whatever was done.
2.  Oil
2.1 The employer gives oil for each lamp and one
    can more for the boat, at the end of a month.
2.2 Oil is kept away from the stove and from the
    beds of those who sleep below.
3.  Boats
3.1 At each light a boat is kept, with two oars
    that are dry, and a rope of twenty fathoms.
"""
MARGIN = {0: "Watches", 3: "Rest between", 4: "watches", 6: "Oil"}
BESIDE = """
1. A watch lasts four hours, and begins when
   the keeper before has said what the night
   was, and signed the book.
2. Between two watches a keeper rests for eight
   hours, unless a storm is near and the mate
   has said so.
3. The employer gives oil for each lamp and one
   can more for the boat.
"""


def side_by_side(left: list[str], right: list[str], width: int) -> bytes:
    both = [f"{a:{width}}{b}".rstrip() for a, b in zip_longest(left, right, fillvalue="")]
    return "\n".join([TITLE, "", *both, ""]).encode()


def texts(data: bytes) -> dict[str, str]:
    found = read(data, "a.txt").clauses
    return {c.id: f"{c.heading_text}{c.own_text}" for c in found if c.citable}


def assert_places(data: bytes) -> None:
    """Every run stands in the file where it says, and no character is lost or told twice."""
    reading = lines(data, "a.txt")
    physical = data.decode().split("\n")
    spans = set()
    for run in (run for line in reading.lines for run in line.runs if run.source):
        place = run.source
        assert place is not None
        assert place.line is not None
        assert physical[place.line - 1][place.start : place.end] == run.text
        for at in range(place.start, place.end):
            if not physical[place.line - 1][at].isspace():
                assert (place.line, at) not in spans
                spans.add((place.line, at))
    assert len(spans) == reading.read == len("".join(data.decode().split()))


def test_two_columns_are_read_one_after_the_other() -> None:
    data = side_by_side(LEFT.strip("\n").split("\n"), RIGHT.strip("\n").split("\n"), 56)
    found = texts(data)
    assert list(found) == [
        "1", "1.1", "1.2", "1.2(a)", "1.2(b)", "1.3", "2", "2.1", "2.2", "3", "3.1",
    ]  # fmt: skip
    assert found["1.3"] == (
        "A keeper who is woken is paid for an hour at the rate of the night, whatever was done."
    )
    assert found["2.2"].endswith("beds of those who sleep below.")
    assert_places(data)


def test_a_heading_in_the_margin_stands_before_its_clause() -> None:
    left = [MARGIN.get(at, "") for at in range(8)]
    data = side_by_side(left, BESIDE.strip("\n").split("\n"), 24)
    document = read(data, "a.txt")
    shown = [c.id if c.citable else c.heading_text for c in document.clauses if c.kind != "text"]
    assert shown[1:] == ["Watches", "1", "Rest between watches", "2", "Oil", "3"]
    assert texts(data)["2"] == (
        "Between two watches a keeper rests for eight hours, unless a storm is near and the mate "
        "has said so."
    )
    assert_places(data)


def test_a_table_and_a_list_of_labels_are_no_columns() -> None:
    table = "\n".join(
        [TITLE, "", "1.1 The rates are:", "", "Step      From 1 July      From 1 May"]
        + [f"{step}         $5{step},000          $6{step},000" for step in range(1, 9)]
    )
    rows = [c.table.texts for c in read(table.encode(), "a.txt").clauses if c.table is not None]
    assert [len(row) for row in rows] == [9]
    listed = "\n".join(
        [TITLE, ""]
        + [f"1.{at}         The keeper at light {at} keeps a boat." for at in range(1, 9)]
    )
    assert list(texts(listed.encode())) == [f"1.{at}" for at in range(1, 9)]


def test_a_table_of_words_beside_each_other_is_left_as_it_stands() -> None:
    left = ["", "    In the first five years", "    of service at a light", "",
            "    From then on until the", "    twelfth year has ended", "",
            "    After the twelfth year", "    of service at any light"]  # fmt: skip
    right = ["", "fifteen days in each of", "the years of service", "",
             "eighteen days in each of", "the years of service", "",
             "twenty days in each year", "and one more for a storm"]  # fmt: skip
    table = [f"{a:40}{b}".rstrip() for a, b in zip(left, right, strict=True)]
    above = [line for at in range(1, 9) for line in (
        f"1.{at} A keeper who has served at a light for a year may ask the employer for a boat",
        "    and is told within a month whether there is one to be had.")]  # fmt: skip
    data = "\n".join([TITLE, "", *above, *table, ""]).encode()
    whole = " ".join(line.text for line in lines(data, "a.txt").lines)
    assert "years fifteen days" in " ".join(whole.split())

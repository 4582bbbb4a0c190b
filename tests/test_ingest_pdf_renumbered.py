"""Numbers that a marked-up PDF prints in both versions, and marks that overlap."""

from __future__ import annotations

from pdf_pages import Stroke, Text, pdf, width

from clausetrack import ingest
from clausetrack.ingest import pdf as reader
from clausetrack.model import Reading

RED, GREEN, BLUE = (0.75, 0.1, 0.1), (0.3, 0.6, 0.1), (0.02, 0.39, 0.76)
STRIKE, UNDER = 2.8, -1.0
Item = Text | Stroke


def rows(*printed: list[tuple[str, str]]) -> list[Item]:
    """Lines of (text, marks): "" for none, "ins", "del", "both"."""
    out: list[Item] = []
    for at, row in enumerate(printed):
        x, y = 60.0, 780.0 - 24 * at
        for text, marks in row:
            colour = RED if marks else (0.0, 0.0, 0.0)
            out.append(Text(x, y, text, 10, "", colour))
            heights = {"ins": [UNDER], "del": [STRIKE], "both": [UNDER, STRIKE]}.get(marks, [])
            end = x + width(text.rstrip()) - 0.3
            out += [Stroke(x, y + height, end, y + height, RED) for height in heights]
            x += width(text) + 1
    return out


def read(items: list[Item], revisions: str) -> Reading:
    return reader.read(pdf([items]), "made.pdf", revisions)


def numbers(items: list[Item], revisions: str) -> list[str]:
    document = ingest.read(pdf([items]), "made.pdf", revisions, any_text=True)  # type: ignore[arg-type]
    return [clause.id for clause in document.clauses if clause.citable]


PAGE = rows(
    [("1 Harbour Workers Collective Agreement", "")],
    [("1.1 Lamps are lit at six o’clock.", "")],
    [("1.2 Oil is brought by the shift leader.", "ins")],
    [("1.3[1.2] Coats are worn on the pier.", "")],
    [("[1.3] ", ""), ("Hats are ", ""), ("red", "del"), ("green", "ins"), (" all year.", "")],
    [("1.4[1.4] Boots are oiled each day.", "")],
)


def test_each_version_has_its_own_number() -> None:
    assert numbers(PAGE, "rejected") == ["1", "1.1", "1.2", "1.3", "1.4"]
    texts = [line.text for line in read(PAGE, "rejected").lines]
    assert texts[2:] == ["1.2 Coats are worn on the pier.", "1.3 Hats are red all year.",
                         "1.4 Boots are oiled each day."]  # fmt: skip


def test_the_number_that_follows_is_taken_where_the_other_does_not() -> None:
    # the program counted no 1.4 in the new version, and 1.4 again after it
    page = [*PAGE, *rows(*[[]] * 6, [("1.4[1.5] Gloves are worn in winter.", "")])]
    assert numbers(page, "rejected")[-1] == "1.5"
    assert numbers(page, "accepted")[-1] == "1.5"


def test_that_is_told_and_nothing_is_lost() -> None:
    for view in ("accepted", "rejected"):
        reading = read(PAGE, view)
        assert [one.code for one in reading.findings] == ["document-marked-up", "label-inferred"]
        kept = "".join("".join(line.text for line in reading.lines).split())
        left = "".join("".join(entry.text for entry in reading.left_out).split())
        assert len(kept) + len(left) == reading.read


def test_brackets_stay_where_nothing_is_marked() -> None:
    page = rows([("1.1 Lamps are lit.", "")], [("1.2[1.1] Oil is brought.", "")])
    assert [line.text for line in read(page, "accepted").lines][1] == "1.2[1.1] Oil is brought."


def test_an_underlined_heading_that_is_struck_out_is_deleted() -> None:
    page = rows([("Old heading", "both")], [("1.1 Lamps are ", ""), ("red", "del"),
                 ("green", "ins"), (".", "")])  # fmt: skip
    assert read(page, "rejected").lines[0].text == "Old heading"
    assert read(page, "accepted").lines[0].text.startswith("1.1 Lamps are green")


def test_a_link_beside_changes_is_no_insertion() -> None:
    text = "the list of lamps"
    x = 60 + width("1.2 See ")
    page = [*rows([("1.1 Lamps are ", ""), ("red", "del"), ("green", "ins"), (".", "")]),
            Text(60, 740, "1.2 See"), Text(x, 740, f"www.lamps.example, {text}", 10, "", BLUE),
            Stroke(x, 739, x + width(f"www.lamps.example, {text}"), 739, BLUE)]  # fmt: skip
    assert text in read(page, "rejected").lines[1].text


def test_an_underlined_heading_in_a_black_redline_is_no_insertion() -> None:
    x = 60 + width("1 ")
    page = [Text(60, 780, "1", 10, "b"), Text(x + 6, 780, "Parties", 10, "b"),
            Stroke(x + 6, 779, x + 6 + width("Parties"), 779),
            *rows([], [("1.1 Lamps are red all year.", "")]),
            Stroke(*(60 + width("1.1 Lamps are "), 758.8), 60 + width("1.1 Lamps are red"), 758.8)]
    assert "Parties" in read(page, "rejected").lines[0].text


def test_what_stands_in_balloons_beside_the_text_is_told() -> None:
    page = [*rows([("1.1 Lamps are ", ""), ("green", "ins"), (" all year.", "")],
                  [("1.2 Oil is brought at six.", "")]),
            Text(460, 780, "Deleted: red", 7), Text(460, 756, "Ann: Formatted: Font", 7)]
    reading = read(page, "accepted")
    assert [line.text for line in reading.lines] == ["1.1 Lamps are green all year.",
                                                     "1.2 Oil is brought at six."]  # fmt: skip
    beside = [(entry.text, entry.why) for entry in reading.left_out]
    why = "in a balloon beside the text"
    assert beside == [("Deleted: red", why), ("Ann: Formatted: Font", why)]
    assert "changes-not-shown" in [finding.code for finding in reading.findings]


def test_small_words_beside_the_text_that_tell_of_no_change_are_text() -> None:
    page = [*rows([("1.1 Lamps are green.", "")], [("1.2 Oil is brought.", "")]),
            Text(460, 780, "see page 3", 7)]  # fmt: skip
    assert not read(page, "accepted").left_out

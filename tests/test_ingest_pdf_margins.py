"""What a PDF prints at the edges of its pages: footers of Articles, and headings that are none."""

from __future__ import annotations

import pytest
from pdf_pages import Text, pdf

from clausetrack.ingest import pdf as reader
from clausetrack.segment import build

ARTICLES = ("RECOGNITION", "HOURS OF WORK", "HOLIDAYS")
WORDS = "The depot pays each driver for the whole of roster {} that is set out below."


def page(number: int, article: int, *, first: bool, foot: list[Text]) -> list[Text]:
    """A page of an Article, which may begin on it."""
    name = ARTICLES[article - 1]
    head = [Text(60, 780, f"ARTICLE {article}"), Text(60, 766, name)] if first else []
    body = [Text(60, 730 - 30 * n, WORDS.format(f"{number}-{n}")) for n in range(8)]
    return [*head, *body, *foot]


@pytest.mark.parametrize("form", ["{}", "{} of 6", "Page {}"])
def test_footers_that_name_the_article_of_their_page_are_left_out(form: str) -> None:
    pages = []
    for number in range(1, 7):
        article = (number + 1) // 2
        foot = [Text(60, 50, f"ARTICLE {article}"), Text(60, 36, ARTICLES[article - 1]),
                Text(480, 36, form.format(number))]  # fmt: skip
        pages.append(page(number, article, first=bool(number % 2), foot=foot))
    reading = reader.read(pdf(pages), "made.pdf")
    assert [left.why for left in reading.left_out] == ["a running footer"] * 12
    found = build(reading).clauses
    assert [(one.id, one.heading_text) for one in found if one.number] == [
        (f"Article {n}", name) for n, name in enumerate(ARTICLES, 1)
    ]


def test_articles_that_have_a_page_each_do_not_count_the_pages() -> None:
    foot = [Text(300, 36, "-")]
    pages = [page(n, n, first=True, foot=foot) for n in (1, 2, 3)]
    pages.append([Text(60, 780, WORDS.format(n)) for n in ("x",)] + foot)
    found = build(reader.read(pdf(pages), "made.pdf")).clauses
    assert [one.id for one in found if one.number] == ["Article 1", "Article 2", "Article 3"]


def test_the_figure_of_a_number_in_words_is_no_label() -> None:
    rows = [Text(60, 760, "5.1 A driver tells the depot of it"), Text(78, 748, "within ten"),
            Text(78, 736, "(10) days, and the depot tells the others"), Text(78, 724, "of it."),
            Text(60, 700, "5.2 The depots are those of"), Text(78, 688, "(a) Gore; and"),
            Text(78, 676, "(b) Huntly.")]  # fmt: skip
    texts = [line.text.replace("\t", " ") for line in reader.read(pdf([rows]), "made.pdf").lines]
    assert any("within ten (10) days, and the depot" in text for text in texts)
    assert texts[-2:] == ["(a) Gore; and", "(b) Huntly."]


def parts(pages: dict[str, int], *, header: bool) -> list[list[Text]]:
    """Parts of so many pages, each named in the header of its pages and where it begins."""
    out: list[list[Text]] = []
    for at, (name, count) in enumerate(pages.items(), 1):
        for n in range(count):
            rows = [Text(200, 805, f"Part {at}: {name}", 9)] if header else []
            if not n:
                rows.append(Text(60, 765, f"Part {at}: {name}", 10, "b"))
            rows += [Text(60, 730 - 14 * k, WORDS.format(f"{at}-{n}-{k}")) for k in range(8)]
            out.append(rows)
    return out


def headings(pages: list[list[Text]]) -> list[str]:
    found = build(reader.read(pdf(pages), "made.pdf")).clauses
    return [one.id for one in found if one.number]


def test_headers_that_name_the_part_of_their_page_are_left_out() -> None:
    made = parts({"Coverage": 1, "Pay": 2, "Hours": 1, "Leave": 2}, header=True)
    assert headings(made) == ["Part 1", "Part 2", "Part 3", "Part 4"]
    left = reader.read(pdf(made), "made.pdf").left_out
    assert [one.why for one in left] == ["a running header"] * 6


def test_headings_at_the_top_of_a_page_each_are_no_headers() -> None:
    made = parts({"Coverage": 1, "Pay": 1, "Hours": 1, "Leave": 1, "Term": 1}, header=False)
    assert headings(made) == ["Part 1", "Part 2", "Part 3", "Part 4", "Part 5"]

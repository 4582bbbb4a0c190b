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

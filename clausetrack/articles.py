"""Texts that speak of Articles, in the words of clauses."""

from __future__ import annotations

import re
from functools import cache


def in_clauses(text: str) -> str:
    """A text that speaks of Articles in the words of clauses: "Article 4.2" is "clause 4.2".

    An Article by a whole number is a division, as a Part is, and is left as it stands.
    """
    return "".join(words for words, _ in articles(text)) if "rticle" in text else text


def articles(text: str) -> list[tuple[str, str]]:
    """The stretches of a text in the words of clauses, each with the word that it was read for.

    That is "Article" or "article" for "clause", "" for all between. What is quoted stays.
    """
    out, at = list[tuple[str, str]](), 0
    for found in _article().finditer(text):
        if found[0].lower() != "article":
            continue  # a quotation
        before = text[: found.start()].rstrip("“\"‘( \t")
        opens = not before or before[-1] in ".:;!?\n"
        out += [(text[at : found.start()], ""), ("Clause" if opens else "clause", found[0])]
        at = found.end()
    return [*out, (text[at:], "")]


@cache
def _article() -> re.Pattern[str]:
    return re.compile(
        r"“[^“”]*”|\"[^\"]*\"|‘[^‘’]*’(?!\w)|\b[Aa]rticle(?=s?\s\d+[A-Z]?(?:\.\d|\s?\([a-z0-9]{1,5}\))"
        r"|(?:(?<=\b[Nn]ew article)|(?<=\b[Nn]ew Article))"
        r"(?:\s*:| (?:headed|called|titled|entitled)\b))"
    )

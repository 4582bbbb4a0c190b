"""Links of web pages that lead elsewhere, in words that did not change."""

from __future__ import annotations

import pytest

from clausetrack.comparison import compared

POLICY, RULES = "https://example.org/policy", "https://example.org/rules"


def page(*lines: str, tag: str = "p", end: str = "\n") -> bytes:
    body = end.join(f"<{tag}>{line}</{tag}>" for line in lines)
    head = "<!DOCTYPE html><html><head><title>x</title></head><body><nav><a href='/{0}'>Home</a>"
    head += f"</nav><h1>Ferry Agreement</h1>{end}<h2>1 Pay</h2>{end}"
    return f"{head}{body}</body></html>".encode()


def told(old: bytes, new: bytes) -> list[tuple[str, str]]:
    found = compared(old, new, "old.html", "new.html").findings
    return [(one.clause, one.message) for one in found if one.code == "outside-changed"]


def said(address: str) -> str:
    return f"1.2 The crew keeps to <a href='{address}'>the policy</a> at sea."


FIRST = "1.1 Pay is weekly and follows <a href='https://example.org/days'>the table</a>."


@pytest.mark.parametrize("end", ["\n", ""])
def test_a_link_that_leads_elsewhere_is_told_at_its_clause(end: str) -> None:
    """A page that is one long line, too."""
    old, new = (page(FIRST, said(address), end=end) for address in (POLICY, RULES))
    assert told(old, new) == [
        ("1.2", f"the address of the link “the policy”, changed: {POLICY} → {RULES}")
    ]
    assert told(old, old) == []
    found = compared(old, new, "old.html", "new.html")
    assert found.differs
    source = found.findings[0].source
    assert source is not None
    assert (source.file, source.line) == ("new.html", 4 if end else 1)


def test_a_link_that_came_or_went_in_words_that_stayed_is_told() -> None:
    plain = page(FIRST, "1.2 The crew keeps to the policy at sea.")
    linked = page(FIRST, said(POLICY))
    assert told(plain, linked) == [("1.2", f"the link “the policy” to {POLICY}, inserted")]
    assert told(linked, plain) == [("1.2", f"the link “the policy” to {POLICY}, deleted")]


def test_the_same_words_in_two_clauses_lead_each_to_their_own() -> None:
    old, new = (
        page(said(one).replace("1.2", "1.1"), said(other).replace("at sea", "on shore"), end="")
        for one, other in ((POLICY, RULES), (RULES, POLICY))
    )
    assert told(old, new) == [
        ("1.1", f"the address of the link “the policy”, changed: {POLICY} → {RULES}"),
        ("1.2", f"the address of the link “the policy”, changed: {RULES} → {POLICY}"),
    ]


def test_a_link_of_a_clause_that_took_another_number_stays_its_own() -> None:
    old = page(FIRST, said(POLICY))
    new = page(FIRST, "1.2 Oilskins are given to each deckhand in May.",
               said(POLICY).replace("1.2", "1.3"))  # fmt: skip
    assert told(old, new) == []


def test_links_outside_the_text_and_into_the_page_are_not_told() -> None:
    old, new = (
        page(FIRST, f"1.2 See <a href='#{name}'>clause 1.1</a> of this agreement.").replace(
            b"'/{0}'", f"'/{name}'".encode()
        )
        for name in ("a", "b")
    )
    assert told(old, new) == []


def test_an_address_that_ends_in_a_stroke_is_the_same() -> None:
    assert told(page(FIRST, said(POLICY)), page(FIRST, said(f"{POLICY}/"))) == []

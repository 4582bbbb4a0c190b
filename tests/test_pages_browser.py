"""The pages of rates, references and linked provisions in a browser: alike, and only text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from documents import clause, document
from payloads import PAYLOADS
from provision_samples import ptca, shipped, stca
from sample_markup import proof
from test_render_html import made

from clausetrack.across import follow
from clausetrack.ingest import read
from clausetrack.model import Finding, Source
from clausetrack.provisions.evaluate import evaluate
from clausetrack.provisions.facts import Facts
from clausetrack.rates.model import Rate, Rates
from clausetrack.rates.report import Report, report
from clausetrack.render import rates_html, references_html, triggers_html

if TYPE_CHECKING:
    from browser import Opened

pytest_plugins = ["browser"]

Open = Callable[..., "Opened"]
NAMES = "rates", "references", "triggers"


@pytest.fixture(scope="module")
def pages(corpus: Path) -> dict[str, bytes]:
    """A page of each kind, of the samples."""
    terms = [read(corpus / "ptca-2025-27-terms.txt")]
    judged = evaluate(shipped(), [ptca(), stca("$4,900")], Facts(), None)
    return {
        "rates": rates_html.rates_page(report(terms, briefs=True)),
        "references": references_html.references(terms, follow(terms)),
        "triggers": triggers_html.triggers(judged, [() for _ in judged], None, (), ()),
    }


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing(
    name: str, scheme: Any, pages: dict[str, bytes], opened: Open, axe: str
) -> None:
    tab = opened(pages[name])
    tab.page.emulate_media(color_scheme=scheme)
    tab.page.evaluate(axe)
    found = tab.page.evaluate("axe.run().then(done => done.violations.map("
                              "v => [v.impact, v.id, v.nodes[0].html]))")  # fmt: skip
    assert found == []
    assert tab.faults == []


def test_every_page_looks_like_the_report(pages: dict[str, bytes], opened: Open) -> None:
    look = """() => ["body", ".eyebrow", "h1", "h2"].map(name => {
        const style = getComputedStyle(document.querySelector(name));
        return [style.color, style.backgroundColor, style.fontFamily, style.fontSize];
    })"""
    tab = opened(made(proved=proof()))
    for scheme in ("light", "dark"):
        tab.page.emulate_media(color_scheme=scheme)
        tab.load(made(proved=proof()))
        wanted = tab.page.evaluate(look)
        for name in NAMES:
            tab.load(pages[name])
            assert tab.page.evaluate(look) == wanted, name


def rates(payload: str) -> bytes:
    """Two steps of a scale on two days, with the payload in every text."""
    source = Source(payload, line=1)
    rows = tuple(
        Rate(payload, payload, payload, f"{n} {payload}", payload, Decimal(50_000 + n), "NZD",
             source, payload, start=date(2026 + n % 2, 1, 28))
        for n in range(4)
    )  # fmt: skip
    found = Finding("rate-unread", "warning", payload, payload, source, payload)
    given = Rates(payload, rows, (), (), (found,))
    return rates_html.rates_page(Report((given,), rows, (payload,) * len(rows)))


def references(payload: str) -> bytes:
    """Two clauses that cite one another, and a finding."""
    one = clause("1.1", "See clause 1.2 and clause 9.9.", heading=payload)
    given = document(one, clause("1.2", "See clause 1.1.", heading=payload), agreement=payload)
    found = Finding("reference-stale", "warning", payload, payload)
    return references_html.references([given], follow([given]), [found])


def triggers(payload: str) -> bytes:
    """A judged provision whose title, passages and reasons hold the payload."""
    (judged,) = evaluate(shipped(), [ptca(), stca("$4,900")], Facts(), None)
    passages = {
        name: replace(each, text=payload, document=replace(each.document, file=payload))
        for name, each in judged.passages.items()
    }
    reasons = tuple(replace(each, statement=payload) for each in judged.because)
    provision = replace(judged.provision, title=payload)
    judged = replace(judged, provision=provision, passages=passages, because=reasons)
    return triggers_html.triggers([judged], [()], None, (), ())


@pytest.mark.parametrize("make", [rates, references, triggers])
def test_no_words_of_a_document_become_more_than_text(
    make: Callable[[str], bytes], opened: Open
) -> None:
    tab = opened(b"")
    tab.page.add_init_script("window.hurts = 0; window.hurt = () => { window.hurts += 1; };")
    look = """() => {
        const every = [...document.querySelectorAll("*")];
        return {
            elements: every.map(e => e.localName),
            attributes: every.map(e => e.getAttributeNames().join()),
            text: document.querySelector("main").textContent, hurts: window.hurts,
        };
    }"""
    assert len(PAYLOADS) >= 50
    tab.load(make("plain"))
    plain = tab.page.evaluate(look)
    for at in range(0, len(PAYLOADS), 6):
        payload = " ".join(PAYLOADS[at : at + 6])
        tab.load(make(payload))
        here = tab.page.evaluate(look)
        assert here["elements"] == plain["elements"], payload
        assert here["attributes"] == plain["attributes"], payload
        assert payload in here["text"]
        assert here["hurts"] == 0, payload
    assert tab.faults == []

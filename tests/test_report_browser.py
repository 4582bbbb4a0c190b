"""The review report in a browser: every control used, and what a screen reader is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from payloads import PAYLOADS
from sample_markup import proof
from test_render_html import hostile, made

import clausetrack
from clausetrack.comparison import compared
from clausetrack.render import diff_html, html

if TYPE_CHECKING:
    from browser import Opened
    from playwright.sync_api import Browser, Page

pytest_plugins = ["browser"]

Open = Callable[..., "Opened"]


@pytest.fixture(scope="module")
def report(corpus: Path) -> bytes:
    """The sample agreement marked up with the sample terms."""
    done = clausetrack.markup(
        corpus / "stca-2022-25.docx", corpus / "stca-2025-27-terms.txt"
    )
    return html.report(done.base, done.terms, done.instructions, done.applied, done.proof)


@pytest.fixture(scope="module")
def comparison(corpus: Path) -> bytes:
    """The two sample agreements compared: changes of every size that nobody ordered."""
    old, new = "stca-2022-25.txt", "ptca-2023-25.txt"
    found = compared((corpus / old).read_bytes(), (corpus / new).read_bytes(), old, new)
    return diff_html.diff(found.old, found.new, found.comparison, found.findings)


def shown(page: Page, selector: str) -> int:
    """How many elements are to be seen."""
    return int(page.evaluate("s => [...document.querySelectorAll(s)].filter("
                             "e => e.checkVisibility()).length", selector))  # fmt: skip


def place(page: Page) -> str:
    return page.locator("#position").inner_text()


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


# ------------------------------------------------------------------------------------ controls


def test_the_three_views_show_one_wording_each(report: bytes, opened: Open) -> None:
    page = opened(report).page
    total = page.locator(".change").count()
    assert shown(page, ".inline") == total
    assert shown(page, ".before, .after") == 0
    page.get_by_label("Side by side").check()
    assert shown(page, ".before") == shown(page, ".after") == total
    assert shown(page, ".inline") == 0
    page.get_by_label("New text").check()
    assert shown(page, ".after") == total
    assert shown(page, ".inline, .before, #agreement del") == 0
    page.keyboard.press("v")
    assert shown(page, ".inline") == total


def test_a_view_leaves_the_reader_at_the_same_change(report: bytes, opened: Open) -> None:
    page = opened(report).page
    for _ in range(20):
        page.keyboard.press("n")
    top = "document.activeElement.getBoundingClientRect().top"
    before = page.evaluate(top)
    for _ in range(3):
        page.keyboard.press("v")
        assert abs(page.evaluate(top) - before) <= 2
    page.keyboard.press("c")
    assert abs(page.evaluate(top) - before) <= 2


def test_next_and_previous_go_from_change_to_change(report: bytes, opened: Open) -> None:
    page = opened(report).page
    changes = page.locator(".change").evaluate_all("all => all.map(each => each.id)")
    assert place(page) == f"{len(changes)} changes"
    for at, key in ((0, "n"), (1, "n"), (2, "n"), (1, "p")):
        page.keyboard.press(key)
        assert focused(page) == changes[at]
        assert place(page) == f"{at + 1} of {len(changes)}"
    page.get_by_role("button", name="Next").click()
    assert focused(page) == changes[2]
    page.get_by_role("button", name="Previous").click()
    assert focused(page) == changes[1]
    page.locator(f"[id='{changes[-1]}']").evaluate("each => each.scrollIntoView()")
    page.keyboard.press("n")
    assert place(page).split()[0] in {str(len(changes)), str(len(changes) - 1)}
    page.keyboard.press("n")
    page.keyboard.press("n")
    assert focused(page) == changes[-1]


def test_a_step_does_not_style_the_whole_document_anew(
    report: bytes, opened: Open, browser: Browser
) -> None:
    # What is under `body:has()` is styled anew where a text comes or goes in the bar, and a long
    # agreement then takes a fifth of a second for each step.
    page = opened(report).page
    every = page.locator("*").count()
    page.keyboard.press("n")
    page.fill("#search", "teacher")
    page.keyboard.press("Enter")
    frame = "() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))"
    page.evaluate(frame)
    for press in ("#next", "#previous"):
        browser.start_tracing(page=page, categories=["devtools.timeline"])
        page.locator(press).click()
        page.locator("#search").press("Enter")
        page.evaluate(frame)
        events = json.loads(browser.stop_tracing())["traceEvents"]
        styled = [e["args"]["elementCount"] for e in events if e["name"] == "UpdateLayoutTree"]
        assert styled
        assert max(styled) < every / 20


def test_changes_only_styles_what_it_leaves_out_and_not_the_whole_document(
    report: bytes, opened: Open, browser: Browser
) -> None:
    page = opened(report).page
    every = page.locator("*").count()
    browser.start_tracing(page=page, categories=["devtools.timeline"])
    page.locator("#only").check()
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    events = json.loads(browser.stop_tracing())["traceEvents"]
    styled = [e["args"]["elementCount"] for e in events if e["name"] == "UpdateLayoutTree"]
    # one element for each unit, of the many in it
    assert page.locator("#agreement > .rest").count() <= max(styled) < every / 3


def test_a_filter_leaves_what_matches_under_its_headings(report: bytes, opened: Open) -> None:
    page = opened(report).page
    total = page.locator(".change").count()
    page.locator(".filters summary").click()
    for name in ("class", "item", "date"):
        box = page.locator(f"#filter-{name}")
        wanted = box.locator("option").nth(1)
        value, said = wanted.get_attribute("value"), wanted.inner_text()
        box.select_option(value)
        left = page.evaluate(
            "name => [...document.querySelectorAll('.change')].filter("
            "e => e.checkVisibility()).map(e => e.dataset[name].split('|'))", name
        )  # fmt: skip
        assert said.endswith(f"({len(left)})")
        assert 0 < len(left) < total
        assert all(value in each for each in left)
        assert page.locator("#filtered").inner_text() == f"{len(left)} of {total}"
        assert shown(page, "#agreement > .part") >= 1
        page.get_by_role("button", name="Show all changes").click()
        assert shown(page, ".change") == total
    page.keyboard.press("Escape")
    assert page.locator(".filters[open]").count() == 0
    page.locator(".filters summary").click()
    page.mouse.click(900, 700)
    assert page.locator(".filters[open]").count() == 0


def test_only_the_changes_stay_where_that_is_asked(report: bytes, opened: Open) -> None:
    page = opened(report).page
    every, changes = shown(page, "#agreement > .unit"), shown(page, ".change")
    page.get_by_label("Changes only").check()
    left = shown(page, "#agreement > .unit")
    assert changes < left < every
    assert shown(page, ".change") == changes
    page.keyboard.press("c")
    assert shown(page, "#agreement > .unit") == every


def test_search_finds_words_across_what_changed(opened: Open) -> None:
    page = opened(made()).page
    page.keyboard.press("/")
    assert focused(page) == "search"
    found = page.locator("#found")
    for query, count in (
        ("worth $5,500 a year", "1 found"),  # the new wording, over the words that went
        ("worth $5,000 a year", "1 found"),  # and the old
        ("no such words", "0 found"),
        ("PAID", "2 found"),  # "paid fortnightly" and "is paid $900"
    ):
        page.locator("#search").fill(query)
        page.wait_for_function("text => document.getElementById('found').textContent === text",
                               arg=count)  # fmt: skip
    for at in (1, 2, 1):
        page.keyboard.press("Enter")
        assert found.inner_text() == f"{at} of 2"
    page.keyboard.press("Shift+Enter")
    assert found.inner_text() == "2 of 2"
    assert page.evaluate("CSS.highlights.get('found').size") == 2
    page.keyboard.press("Escape")
    assert found.inner_text() == ""
    assert focused(page) == ""


def ground(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def test_colours_follow_the_system_until_the_reader_chooses(report: bytes, opened: Open) -> None:
    page = opened(report).page
    light = ground(page)
    page.emulate_media(color_scheme="dark")
    dark = ground(page)
    assert dark != light
    page.locator("#theme").select_option("light")
    assert ground(page) == light
    page.emulate_media(color_scheme="light")
    page.locator("#theme").select_option("dark")
    assert ground(page) == dark
    page.emulate_media(media="print")
    assert ground(page) == "rgb(255, 255, 255)"


def test_help_opens_and_the_keys_can_be_turned_off(report: bytes, opened: Open) -> None:
    page = opened(report).page
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog")
    assert dialog.is_visible()
    page.keyboard.press("Escape")
    assert not dialog.is_visible()
    page.get_by_role("button", name="Keyboard Help").click()
    page.get_by_label("Use these keys").uncheck()
    page.get_by_role("button", name="Close").click()
    before = place(page)
    page.keyboard.press("n")
    assert place(page) == before


def test_links_lead_from_change_to_instruction_and_back(report: bytes, opened: Open) -> None:
    page = opened(report).page
    change = page.locator(".change").first
    change.locator(".meta a").nth(1).press("Enter")
    order = page.locator(page.evaluate("location.hash"))
    assert order.is_visible()
    name = change.get_attribute("id")
    order.locator(f".done a[href='#{name}']").click()
    assert page.evaluate("location.hash") == f"#{name}"
    page.locator("a.ref").first.click()
    assert page.locator("#agreement :target").count() == 1


def test_a_link_to_what_is_left_out_brings_it_back(report: bytes, opened: Open) -> None:
    page = opened(report).page
    page.keyboard.press("c")
    hidden = page.evaluate(
        "[...document.querySelectorAll('#agreement > .unit')].find(e => !e.checkVisibility()).id"
    )
    page.evaluate("name => { location.hash = name; }", hidden)
    page.wait_for_function("name => document.getElementById(name).checkVisibility()", arg=hidden)


def test_the_contents_open_and_follow_the_reader(report: bytes, opened: Open) -> None:
    page = opened(report).page
    branch = page.locator("#tree details:not([open])", has=page.locator(".count")).first
    there = branch.element_handle()
    branch.locator("summary").first.click(position={"x": 3, "y": 8})
    assert there.get_attribute("open") is not None
    page.keyboard.press("n")
    page.wait_for_function("document.querySelectorAll('#tree [aria-current]').length === 1")


def test_on_paper_there_is_the_text_and_no_control(report: bytes, opened: Open) -> None:
    page = opened(report).page
    page.emulate_media(media="print")
    assert shown(page, ".bar, nav, dialog, button, select") == 0
    assert shown(page, "#agreement .change") == page.locator(".change").count()
    closed = page.locator("main details:not([open])").count()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("main details:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("main details:not([open])").count() == closed


def test_all_of_it_is_read_without_a_script(report: bytes, opened: Open) -> None:
    tab = opened(report, script=False)
    page = tab.page
    assert not page.get_by_role("button", name="Next").is_visible()
    assert page.locator("#agreement > .unit").first.is_visible()
    page.get_by_label("Side by side").check()
    assert page.locator(".before").first.is_visible()
    assert not page.locator(".inline").first.is_visible()
    page.get_by_label("Changes only").check()
    assert not page.locator("#agreement > .unit:not(.change, .holds)").first.is_visible()
    page.locator("#tree > ul > li > details > summary").first.click(position={"x": 3, "y": 8})
    assert tab.faults == []


@pytest.mark.parametrize("made_by", ["report", "comparison"])
def test_nothing_is_fetched_and_nothing_goes_wrong(
    made_by: str, opened: Open, request: pytest.FixtureRequest
) -> None:
    tab = opened(request.getfixturevalue(made_by))
    for key in "nnpvvvcc?":
        tab.page.keyboard.press(key)
    assert tab.faults == []


# ------------------------------------------------------------------------------- accessibility


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(scheme: Any, opened: Open, axe: str) -> None:
    page = opened(made()).page
    page.emulate_media(color_scheme=scheme)
    page.evaluate(axe)
    for view in ("Inline", "Side by side", "New text"):
        page.get_by_label(view).check()
        found = page.evaluate("axe.run().then(done => done.violations.map("
                              "v => [v.impact, v.id, v.nodes[0].html]))")  # fmt: skip
        assert found == []


@pytest.mark.parametrize("width", [320, 390, 640])  # 640: 1280 at 200 %
@pytest.mark.parametrize("view", ["Inline", "Side by side", "New text"])
def test_a_narrow_page_scrolls_one_way_and_its_tables_by_key(
    width: int, view: str, report: bytes, opened: Open
) -> None:
    page = opened(report).page
    page.set_viewport_size({"width": width, "height": 800})
    page.get_by_label(view).check()
    page.locator("main details").evaluate_all("all => all.forEach(each => { each.open = true; })")
    page.wait_for_timeout(100)
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0
    unreached = page.evaluate(
        "[...document.querySelectorAll('.scroll')].filter(box => "
        "(box.scrollWidth > box.clientWidth) !== (box.tabIndex === 0)).length"
    )
    assert unreached == 0


def test_a_screen_reader_is_told_what_came_and_what_went(opened: Open) -> None:
    page = opened(made()).page
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    names = {node["nodeId"]: node for node in nodes}

    def said(node: dict[str, Any]) -> str:
        if node["role"]["value"] == "StaticText":
            return str(node["name"]["value"]).strip()
        return "".join(said(names[each]) for each in node.get("childIds", ()) if each in names)

    spoken = {
        role: [said(node) for node in nodes if node.get("role", {}).get("value") == role]
        for role in ("insertion", "deletion")
    }
    assert "[inserted:$5,500]" in spoken["insertion"]
    assert "[deleted:$5,000]" in spoken["deletion"]


def test_the_focus_goes_through_the_page_in_its_order(opened: Open) -> None:
    page = opened(made()).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    tops = []
    for _ in range(7):
        page.keyboard.press("Tab")
        tops.append(page.evaluate("!!document.activeElement.closest('.bar')"))
    assert all(tops)


# -------------------------------------------------------------------------------------- safety


def test_no_words_of_a_document_become_more_than_text(opened: Open) -> None:
    """In clause texts, headings, file names, party names, instructions and reasons."""
    tab = opened(b"")
    page = tab.page
    page.add_init_script("window.hurts = 0; window.hurt = () => { window.hurts += 1; };")
    parts = "#not-applied", "#findings", "#terms-only", "#instructions", "#agreement"
    look = """parts => {
        const every = [...document.querySelectorAll('*')];
        const text = selector => document.querySelector(selector).textContent;
        document.querySelector('#next').click();
        return {
            elements: [...new Set(every.map(e => e.localName))],
            attributes: [...new Set(every.flatMap(e => e.getAttributeNames()))],
            heading: text('h1'), file: text('.file'), parts: parts.map(text), hurts: window.hurts,
            within: [...document.links].every(a => a.hash && a.pathname === '/'),
        };
    }"""
    tab.load(made())
    plain = page.evaluate(look, parts)
    assert len(PAYLOADS) >= 50
    broken = proof(failing="wording_verbatim")
    for payload in (" ".join(PAYLOADS[at : at + 6]) for at in range(0, len(PAYLOADS), 6)):
        tab.load(made(hostile(payload), broken))
        here = page.evaluate(look, parts)
        # `q` holds a finding's quotation, which the plain sample has none of
        assert set(here["elements"]) <= {*plain["elements"], "q"}, payload
        assert set(here["attributes"]) <= set(plain["attributes"]), payload
        assert here["heading"] == here["file"] == payload
        assert all(payload in each for each in here["parts"]), payload
        assert here["hurts"] == 0, payload
        assert here["within"], payload
    assert tab.faults == []


@pytest.mark.parametrize("width", [320, 640, 1280])
def test_no_width_takes_a_control_away(width: int, report: bytes, opened: Open) -> None:
    page = opened(report).page
    page.set_viewport_size({"width": width, "height": 800})
    for name in ("Changes only", "Colours", "Search the text", "Side by side"):
        assert page.get_by_label(name).is_visible(), name
    for name in ("Previous", "Next", "Help"):
        assert page.get_by_role("button", name=name).is_visible(), name


def test_forced_colours_still_tell_the_view_and_the_changes(report: bytes, opened: Open) -> None:
    page = opened(report).page
    page.emulate_media(forced_colors="active")
    colour = "(e, which) => getComputedStyle(e, which).backgroundColor"
    chosen, other = (
        page.locator(f"#{name} + span").evaluate(colour) for name in ("view-inline", "view-sides")
    )
    assert chosen != other
    bar = page.locator(".change").first.evaluate(colour, "::before")
    assert bar != page.locator("body").evaluate(colour)

"""The review report, read back with a parser of its own: what it says, links to and never does."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass, field, replace
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from payloads import PAYLOADS
from sample_markup import (
    APPLIED,
    BASE,
    INSTRUCTIONS,
    OLD_UNIT,
    SAMPLE,
    TERMS,
    UNIT,
    Sample,
    proof,
    runs,
)

from clausetrack.model import Clause, Document, Finding, Source
from clausetrack.prove import Proof
from clausetrack.render import html, schedule
from clausetrack.settlement import Applied, Edit, Effective, Outcome

HOLDS = proof()
VOID = {"meta", "br", "hr", "img", "input", "link"}


@dataclass
class Element:
    """An element of the page; `text` leaves out what only a screen reader gets."""

    tag: str
    attributes: dict[str, str | None]
    children: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        return set((self.attributes.get("class") or "").split())

    def text(self, *, without: str = "", spoken: bool = False) -> str:
        out = ""
        for child in self.children:
            if isinstance(child, str):
                out += child
            elif child.tag != without and (spoken or "aside" not in child.classes):
                out += child.text(without=without, spoken=spoken)
        return out

    def all(self, tag: str = "", css: str = "") -> list[Element]:
        found = []
        for child in self.children:
            if isinstance(child, Element):
                if tag in ("", child.tag) and (not css or css in child.classes):
                    found.append(child)
                found += child.all(tag, css)
        return found

    def one(self, tag: str = "", css: str = "") -> Element:
        (found,) = self.all(tag, css)
        return found


class Page(HTMLParser):
    """Builds the tree, and fails where the tags do not nest."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.root = Element("", {})
        self.open = [self.root]
        self.feed(data.decode("utf-8"))
        self.close()
        assert self.open == [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def made(sample: Sample = SAMPLE, proved: Proof = HOLDS) -> bytes:
    return html.report(sample.base, sample.terms, sample.instructions, sample.applied, proved)


@pytest.fixture(scope="module")
def page() -> Element:
    return Page(made()).root


def section(page: Element, name: str) -> Element:
    return next(each for each in page.all("section") if each.attributes.get("id") == name)


def unit(page: Element, number: int) -> Element:
    """The change of that number, in the text of the agreement."""
    (found,) = [
        each
        for each in page.all("article", "change")
        if each.one("p", "meta").one("a", "count").text() == str(number)
    ]
    return found


def words(text: str) -> list[str]:
    return text.split()


# ---------------------------------------------------------------------------------- contents


def test_the_page_says_what_was_marked_up_with_what(page: Element) -> None:
    documents = page.one("dl", "documents").text()
    for name in ("Example Teachers’ Collective Agreement", "2023-25", "base.docx",
                 "Terms of settlement", "terms.md", "2025-27"):  # fmt: skip
        assert name in documents


def test_what_was_not_applied_stands_before_the_changes_with_its_reason(page: Element) -> None:
    order = [each.attributes.get("id") for each in page.one("main").all("section")]
    assert order.index("not-applied") < order.index("instructions") < order.index("text")
    shown = section(page, "not-applied").all("article")
    assert [words(each.one("p", "reason").text()) for each in shown] == [
        words("The terms do not say which clauses change."),
        words("The base has no clause 9.9."),
    ]
    assert "Technical changes" in shown[0].one("h3").text()
    assert "Small corrections are made." in shown[0].text()


def test_the_summary_counts_each_outcome(page: Element) -> None:
    counts = [words(each.text()) for each in page.one("ul", "counts").all("li")]
    assert counts == [["3", "Applied"], ["1", "Target", "missing"], ["1", "Target", "unnamed"]]
    assert page.one("p", "lead").text().strip().startswith("3 of the 5 amendments")
    assert not page.all("p", "banner")


def test_nothing_left_undone_is_said_too() -> None:
    applied = replace(APPLIED, outcomes=APPLIED.outcomes[:3])
    page = Page(made(replace(SAMPLE, applied=applied))).root
    assert page.one("p", "lead").text().strip().startswith("All 3 amendments")
    assert section(page, "not-applied").one("p", "clear").text().startswith("Nothing")


@pytest.mark.parametrize(
    ("outcomes", "said"),
    [
        (APPLIED.outcomes[:1], "The one amendment that the terms order was applied."),
        (APPLIED.outcomes[2:4], "1 of the 2 amendments that the terms order was applied. 1 was"),
        (APPLIED.outcomes[3:4], "None of the 1 amendment that the terms order were applied."),
    ],
)
def test_one_is_not_said_as_many(outcomes: tuple[Outcome, ...], said: str) -> None:
    page = Page(made(replace(SAMPLE, applied=replace(APPLIED, outcomes=outcomes)))).root
    assert page.one("p", "lead").text().strip().startswith(said)


def test_a_finding_names_the_item_and_not_our_name_of_the_instruction() -> None:
    order = APPLIED.outcomes[0].amendment
    found = Finding("other-reading", "warning", f"{order.id}: it prints (a) only", "4.2")
    page = Page(made(replace(SAMPLE, applied=replace(APPLIED, findings=(found,))))).root
    rows = section(page, "findings").one("tbody").all("tr")
    told = [row.text() for row in rows if "it prints (a) only" in row.text()]
    assert len(told) == 1
    assert f"Item {order.item}: it prints" in told[0]
    assert "#" not in told[0]


def test_an_outcome_that_a_reviewer_decided_is_counted_and_put_on_a_banner() -> None:
    held = replace(APPLIED.outcomes[2], status="withheld", reason="A. Reader: not agreed.")
    applied = replace(APPLIED, outcomes=(*APPLIED.outcomes[:2], held))
    page = Page(made(replace(SAMPLE, applied=applied))).root
    banner = page.one("p", "banner").text()
    assert banner == schedule.not_in_full(SAMPLE.terms, applied)
    assert "withheld: item 3" in banner
    assert [words(each.text()) for each in page.one("ul", "counts").all("li")] == [
        ["2", "Applied"], ["1", "Withheld"]]  # fmt: skip
    assert "A. Reader: not agreed." in section(page, "not-applied").text()


def test_a_proof_that_fails_says_which_part_and_where() -> None:
    broken = proof(failing="rest_untouched", failures=("4.2 differs from the base",))
    shown = section(Page(made(proved=broken)).root, "proof")
    assert [each.one("span", "mark").text() for each in shown.all("li", "holds")] == ["Yes"] * 4
    (failed,) = shown.all("li", "fails")
    assert failed.one("span", "mark").text() == "No"
    assert "no instruction touches" in failed.text()
    assert "4.2 differs from the base" in shown.one("ul", "failures").text()


def test_findings_and_passages_of_the_terms_are_there(page: Element) -> None:
    rows = section(page, "findings").one("tbody").all("tr")
    assert [[cell.text() for cell in row.all("td")] for row in rows] == [
        ["Warning", "4.2.1(b)", "4.2.1(b) is not in the new wording.", "—",
         "child-repealed"],
        ["Warning", "4.2.1(a)", "A label was restored.", "base", "label-inferred"],
    ]  # fmt: skip
    assert "The parties will meet each March." in section(page, "terms-only").text()
    assert "A stray sentence." in section(page, "not-applied").one("ul", "unused").text()


def test_faults_alike_are_one_finding_with_every_place() -> None:
    stars = tuple(
        Finding("emphasis-unbalanced", "info", "a mark was removed", source=Source("terms.md", n))
        for n in (7, 9, 9)
    )
    page = Page(made(replace(SAMPLE, terms=replace(TERMS, findings=stars)))).root
    last = section(page, "findings").one("tbody").all("tr")[-1]
    assert [words(cell.text()) for cell in last.all("td")[2:4]] == [
        words("A mark was removed (2 times)"),
        words("terms, lines 7, 9"),
    ]


def test_the_contents_count_the_changes_under_each_heading(page: Element) -> None:
    tree = page.one("div", "tree")
    (part,) = [each for each in tree.all("span", "entry") if "Part 4" in each.text()]
    assert words(part.one("span", "count").text()) == ["5"]
    leaves = {words(each.text())[0]: each for each in tree.all("span", "entry")}
    assert "deleted" in leaves["4.2.1(b)"].text()
    assert "new" in leaves["4.3"].text()


# ----------------------------------------------------------------------------------- changes


def test_a_change_shows_its_words_marked_up_and_on_either_side(page: Element) -> None:
    change = unit(page, 2)
    inline, before, after = (change.one("div", css) for css in ("inline", "before", "after"))
    assert [each.text() for each in inline.all("del")] == ["$5,000"]
    assert [each.text() for each in inline.all("ins")] == ["$5,500"]
    assert words(before.text()) == words("4.2.1 A unit is worth $5,000 a year.")
    assert words(after.text()) == words("4.2.1 A unit is worth $5,500 a year.")


def test_what_one_version_alone_has_is_said_on_the_other_side(page: Element) -> None:
    gone, new = unit(page, 3), unit(page, 4)
    assert "not in the new agreement" in gone.one("div", "after").text()
    assert not gone.one("div", "after").all("ins")
    assert "Not in the base agreement" in new.one("div", "before").text()


def test_a_change_carries_what_it_can_be_filtered_by(page: Element) -> None:
    change = unit(page, 2)
    assert change.attributes["data-class"] == "figure"
    assert change.attributes["data-item"] == "item 2"
    assert change.attributes["data-date"] == "2026-01-28|"
    filters = {
        each.attributes["data-filter"]: [option.text() for option in each.all("option")]
        for each in page.all("select")
        if "data-filter" in each.attributes
    }
    assert filters["item"] == ["All", "Item 1 (1)", "Item 2 (2)", "Item 3 (2)"]
    assert filters["date"] == ["All", "28 January 2026 (3)", "28 January 2027 (1)"]
    # the table, the unit and the nominee's pay; not the paragraph that goes, nor the new number
    assert "Figure (3)" in filters["class"]
    assert "Renumbering (1)" in filters["class"]


def test_instructions_and_changes_link_to_each_other(page: Element) -> None:
    """Each change to its instruction, and each instruction to all its changes and no other."""
    there = {
        f"#{each.attributes['id']}": each.one("p", "meta").all("a")[1].attributes["href"]
        for each in page.all("article", "change")
    }
    back = {
        link.attributes["href"]: f"#{order.attributes['id']}"
        for order in page.all("article", "instruction")
        for link in order.one("ul", "done").all("a")
    }
    assert len(there) == 5
    assert there == back


def test_a_table_is_marked_up_row_by_row_and_column_by_column(page: Element) -> None:
    def cell(shown: Element) -> str:
        marks = "-" if shown.all("del") else "", "+" if shown.all("ins") else ""
        return "".join(marks) + shown.text()

    rows = [
        [cell(each) for each in row.children if isinstance(each, Element)]
        for row in unit(page, 1).one("div", "inline").all("tr")
    ]
    assert rows[1:] == [
        ["1", "K1", "-$50,000", "$52,000", "+$53,300", "+$54,366"],
        ["2", "K2", "-$60,000", "$61,500", "+$63,000", "+$62,900"],
        ["-3", "", "-$70,000", "-$71,000", "", ""],
        ["+4", "+K4", "", "+$80,000", "+$82,000", "+$84,000"],
    ]
    before = [
        [each.text() for each in row.children if isinstance(each, Element)]
        for row in unit(page, 1).one("div", "before").all("tr")
    ]
    assert before[1:] == [["1", "K1", "$50,000", "$52,000"], ["2", "K2", "$60,000", "$61,500"],
                          ["3", "", "$70,000", "$71,000"]]  # fmt: skip


def test_a_table_is_compared_by_step_and_day(page: Element) -> None:
    rates = page.one("table", "rates")
    heads = [words(each.text()) for each in rates.one("thead").all("th")]
    assert heads == [
        ["Step"],
        ["Group"],
        words("Until 27 January 2026 before: From 1 July 2024"),
        words("From 28 January 2026 new column"),
        words("From 28 January 2027 new column"),
    ]
    first, second, fourth, third = [
        [words(cell.text()) for cell in row.all("td")[1:]] for row in rates.one("tbody").all("tr")
    ]
    assert first == [
        words("$52,000 as before"),
        words("$52,000 → $53,300 +$1,300 (+2.50%)"),
        words("$53,300 → $54,366 +$1,066 (+2.00%)"),
    ]
    assert second[2] == words("$63,000 → $62,900 −$100 (−0.16%)")
    assert fourth[0] == words("$80,000 new step")
    assert third == [["$71,000"], [], []]
    assert "From 1 July 2023" in page.one("details", "by-step").one("p", "remark").text()


def test_pictures_have_words_for_who_does_not_see_them(page: Element) -> None:
    pictures = page.all("svg", "picture")
    assert len(pictures) == 3  # the timeline; before and after; rates by date
    ids = {each.attributes.get("id"): each.text() for each in page.all()}
    for picture in pictures:
        assert picture.attributes["role"] == "img"
        named = (picture.attributes["aria-labelledby"] or "").split()
        assert len(named) == 2
        assert all(ids[name] for name in named)


# ----------------------------------------------------------------------------- marked-up text


def printed(clauses: tuple[Clause, ...]) -> list[str]:
    """The words of an agreement in order, as the paper has them."""
    out: list[str] = []
    for clause in clauses:
        out += words(f"{clause.number} {clause.heading_text} {clause.own_text}")
        for row in clause.table.texts if clause.table else []:
            out += words(" ".join(row))
    return out


def agreement(page: Element, without: str) -> list[str]:
    """The words of the marked-up agreement without its insertions, or its deletions."""
    out: list[str] = []
    for unit in page.one("div", "agreement").all(css="unit"):
        shown = unit.one("div", "inline") if "change" in unit.classes else unit
        for part in shown.children:
            if isinstance(part, Element) and part.tag != without:
                if rows := part.all("tr"):
                    cells = [c for row in rows for c in row.children if isinstance(c, Element)]
                    out += words(" ".join(cell.text(without=without) for cell in cells))
                else:
                    out += words(part.text(without=without))
    return out


def test_the_marked_up_text_without_insertions_is_the_base(page: Element) -> None:
    assert agreement(page, "ins") == printed(BASE.clauses)


def test_the_marked_up_text_without_deletions_is_the_new_agreement(page: Element) -> None:
    assert agreement(page, "del") == printed(APPLIED.document.clauses)


def test_every_link_leads_to_one_place_even_where_ids_look_alike() -> None:
    twins = tuple(
        OLD_UNIT._replace(id=name, number="") for name in ("4 a", "4-a", '4"a', "4/a", "ākonga")
    )
    base = replace(BASE, clauses=twins)
    edits = tuple(Edit(each, each._replace(text=runs("x")), "2#1") for each in twins)
    applied = Applied(base, (Outcome(UNIT, "applied"),), edits, {})
    page = Page(made(Sample(base, TERMS, INSTRUCTIONS, applied))).root
    ids = [each.attributes["id"] for each in page.all() if "id" in each.attributes]
    assert len(ids) == len(set(ids))
    links = [each.attributes["href"] or "" for each in page.all("a")]
    assert links
    for link in links:
        assert re.sub(r"%C4%81", "ā", link.removeprefix("#")) in ids


# ----------------------------------------------------------------------------- accessibility


def test_landmarks_language_and_headings(page: Element) -> None:
    assert page.one("html").attributes["lang"] == "en-NZ"
    for landmark in ("main", "nav", "footer", "h1"):
        assert len(page.all(landmark)) == 1
    levels = [int(each.tag[1]) for each in page.all() if re.fullmatch("h[1-6]", each.tag)]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    names = {each.attributes.get("id") for each in page.all()}
    for each in page.all("section"):
        assert each.attributes["aria-labelledby"] in names


def test_every_header_cell_says_what_it_heads(page: Element) -> None:
    assert all(each.attributes.get("scope") in {"col", "row"} for each in page.all("th"))
    assert all(each.all("th") for each in page.all("table"))


def test_insertions_and_deletions_are_announced(page: Element) -> None:
    sheet = "".join(each.text() for each in page.all("style"))
    for tag, announced in (("ins", "inserted"), ("del", "deleted")):
        assert page.one("div", "agreement").all(tag)
        assert re.search(rf"(?m)^ *{tag}::before {{ content: \" \[{announced}: \"", sheet)


def contrast(one: str, other: str) -> float:
    """WCAG 2.2's contrast ratio of two colours."""

    def luminance(colour: str) -> float:
        parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_text_stands_out_from_its_ground(page: Element, scheme: str) -> None:
    *light, dark = (each.text() for each in page.all("style"))
    found = re.findall(r":root \{(.*?)\}", "".join(light) + dark, re.DOTALL)
    sheets = [each for each in found if "--ink" in each]
    at = {"light": 0, "print": 1, "dark": 2}[scheme]
    colours = dict(re.findall(r"--([\w-]+): (#\w{6});", sheets[0]))
    colours |= dict(re.findall(r"--([\w-]+): (#\w{6});", sheets[at]))
    pairs = [(text, ground) for text in ("ink", "muted", "accent")
             for ground in ("paper", "card", "wash")]  # fmt: skip
    pairs += [(text, ground) for text in ("ins", "del", "warn")
              for ground in (f"{text}-wash", "card", "paper")]  # fmt: skip
    for text, ground in pairs:
        assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)


# ------------------------------------------------------------------------------------ safety

def hostile(payload: str) -> Sample:
    """The sample with the payload wherever a document's words, names or IDs are printed."""

    def clause(old: Clause | None) -> Clause | None:
        return None if old is None else old._replace(
            id=old.id + payload, number=payload, heading=runs(payload), text=runs(payload),
            parent=old.parent and old.parent + payload,
        )  # fmt: skip

    def document(old: Document) -> Document:
        clauses = tuple(new for each in old.clauses if (new := clause(each)))
        return replace(old, title=payload, agreement=payload, version=payload, file=payload,
                       clauses=clauses)  # fmt: skip

    bad = replace(
        UNIT,
        item=payload,
        instruction=payload,
        target=payload,
        described_target=payload,
        wording=payload,
        effective=(replace(UNIT.effective[0], applies_to=payload),),
    )

    def changed(old: Clause | None) -> Clause | None:
        return old and old._replace(id=payload + old.id, text=runs(f"{payload} new"))

    edits = tuple(Edit(clause(each.old), changed(each.new), "2#1") for each in APPLIED.edits)
    outcomes = (Outcome(bad, "applied", payload), Outcome(bad, "conflict", payload))
    finding = Finding("child-repealed", "warning", payload, payload, None, payload)
    passages = tuple(replace(each, item=payload, text=payload) for each in INSTRUCTIONS.terms_only)
    return Sample(
        document(BASE),
        document(TERMS),
        replace(INSTRUCTIONS, terms_only=passages, unused=(payload,)),
        Applied(document(APPLIED.document), outcomes, edits, {payload: payload}, (finding,)),
    )


@pytest.mark.parametrize("payload", PAYLOADS[::8])
def test_what_a_document_says_is_text_and_nothing_else(payload: str) -> None:
    plain = Page(made()).root
    page = Page(made(hostile(payload), proof(failing="wording_verbatim", failures=(payload,)))).root
    allowed = {each.tag for each in plain.all()} | {"q"}
    assert {each.tag for each in page.all()} <= allowed
    attributes = {name for each in plain.all() for name in each.attributes}
    assert {name for each in page.all() for name in each.attributes} <= attributes
    assert page.one("h1").text() == payload
    for name in ("not-applied", "findings", "terms-only", "instructions", "text"):
        assert payload in section(page, name).text()
    assert all((a.attributes["href"] or "").startswith("#") for a in page.all("a"))


def test_the_page_fetches_nothing_and_runs_its_own_script_alone(page: Element) -> None:
    for each in page.all():
        assert not {"src", "srcset", "style", "action", "data"} & set(each.attributes)
        assert not any(name.startswith("on") for name in each.attributes)
    sheets, scripts = ([each.text() for each in page.all(tag)] for tag in ("style", "script"))
    assert not any("url(" in sheet or "@import" in sheet for sheet in sheets)
    assert not any(word in scripts[0] for word in ("fetch(", "XMLHttp", "import(", "innerHTML"))

    def hashed(texts: list[str]) -> str:
        digests = (hashlib.sha256(text.encode()).digest() for text in texts)
        return " ".join(f"'sha256-{base64.b64encode(each).decode()}'" for each in digests)

    policies = [
        m.attributes["content"] or "" for m in page.all("meta") if "http-equiv" in m.attributes
    ]
    assert policies == [
        f"default-src 'none'; style-src {hashed(sheets)}; script-src {hashed(scripts)}; "
        "base-uri 'none'; form-action 'none'"
    ]


def test_characters_that_no_page_can_hold_are_replaced() -> None:
    named = replace(BASE, title="Pay\x00 and\x1b[31m hours", file="caf\udce9.docx")
    data = made(replace(SAMPLE, base=named))
    assert not re.search(rb"[\x00-\x08\x0b-\x1f\x7f]", data)
    assert Page(data).root.one("h1").text() == "Pay\\x00 and\\x1b[31m hours"


def test_marks_that_reorder_text_are_shown_and_not_obeyed() -> None:
    data = made(replace(SAMPLE, base=replace(BASE, title="Pay \u202e$5,000")))
    assert Page(data).root.one("h1").text() == "Pay \\u202e$5,000"


def test_the_same_input_gives_the_same_bytes() -> None:
    assert made() == made()
    assert str(date.today()).encode() not in made()


@pytest.mark.parametrize(
    ("applies_to", "said"),
    [
        ("4.3.2", "28 January 2026 (clause 4.3.2)"),
        ("the unit value", "28 January 2026 (the unit value)"),
        ("28 January 2026", "28 January 2026"),
        ("Rates effective 28 Jan 2026", "28 January 2026"),
        ("28 days", "28 January 2026 (28 days)"),
        ("", "28 January 2026"),
    ],
)
def test_a_day_is_said_once_and_a_clause_called_one(applies_to: str, said: str) -> None:
    first, *rest = APPLIED.outcomes
    effective = (Effective(date(2026, 1, 28), applies_to),)
    outcome = replace(first, amendment=replace(first.amendment, effective=effective))
    applied = replace(APPLIED, outcomes=(outcome, *rest))
    page = Page(made(replace(SAMPLE, applied=applied))).root
    facts = section(page, "instructions").all("p", "facts")[0].text()
    assert facts.startswith(f"Operative: {said} ·")

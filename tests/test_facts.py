"""The ledger of facts: what an entry may say, what conflicts, and what was known when."""

from __future__ import annotations

import json
from datetime import date, time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from clausetrack.commands import main
from clausetrack.errors import InvalidFacts
from clausetrack.provisions import ledger
from clausetrack.provisions.facts import NAMES, NEVER, Fact, FactName, Span, consistent, on

RATIFIED = FactName("STCA 2025-27", "ratified")


def an_entry(when: str, *, event: str = "ratified", more: str = "") -> str:
    return (
        f'[[fact]]\nversion = "STCA 2025-27"\nevent = "{event}"\n{when}\n'
        f'source = "a letter"\nrecorded = 2025-12-08\n{more}\n'
    )


@pytest.mark.parametrize(
    ("when", "span", "said"),
    [
        ("on = 2025-12-05", on(date(2025, 12, 5)), "5 December 2025"),
        (
            "on = 2025-12-05\nat = 16:30:00",
            on(date(2025, 12, 5), time(16, 30)),
            "5 December 2025 at 4.30pm",
        ),
        (
            "from = 2025-11-25\nto = 2025-12-05",
            Span(date(2025, 11, 25), date(2025, 12, 5)),
            "between 25 November 2025 and 5 December 2025",
        ),
        ("to = 2025-12-05", Span(last=date(2025, 12, 5)), "on or before 5 December 2025"),
        ("from = 2025-12-05", Span(date(2025, 12, 5)), "on or after 5 December 2025"),
        ("never = true", NEVER, "known not to have happened"),
        (
            "never = true\nto = 2025-12-05",
            Span(date(2025, 12, 6), never=True),
            "known not to have happened by 5 December 2025",
        ),
    ],
)
def test_when_something_happened_is_said_as_far_as_it_is_known(
    when: str, span: Span, said: str
) -> None:
    found = ledger.read(an_entry(when).encode(), "facts.toml")
    assert found.span(RATIFIED) == span
    assert str(span) == said
    (fact,) = found
    assert (fact.source, fact.recorded, fact.number) == ("a letter", date(2025, 12, 8), 1)


@given(
    st.sampled_from(list(NAMES)),
    st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    st.sampled_from(["on", "interval", "to", "from", "never", "not by"]),
    st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip),
)
def test_an_entry_reads_back_as_what_was_added(
    name: str, one: date, other: date, form: str, source: str
) -> None:
    first, last = sorted((one, other))
    span = {
        "on": on(one), "interval": Span(first, last), "to": Span(last=last), "from": Span(first),
        "never": NEVER, "not by": Span(last, never=True),
    }[form]  # fmt: skip
    fact_name = FactName("STCA 2025-27", name)
    text = ledger.entry(fact_name, span, source, date(2026, 1, 1))
    (fact,) = ledger.parse(ledger.added(b"# mine\n", text), "f")
    assert (fact.name, fact.span) == (fact_name, span)
    assert fact.source == " ".join(source.split())


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        (an_entry("on = 2025-12-05", event="ratifed"), "'ratifed': no such event"),
        (an_entry('on = "2025-12-05"'), "on: is text; write the day without"),
        (an_entry("on = 2025-12-05T17:00:00"), "on: has a time of day"),
        (an_entry('on = 2025-12-05\nat = "5pm"'), "at: is no time of day"),
        (an_entry("to = 2025-12-05\nat = 17:00:00"), "at: .* stands with the day"),
        (an_entry("on = 17:00:00"), "on: has a time of day"),
        (an_entry("on = true"), "on: is not a day"),
        (an_entry("on = 0205-12-05"), "0205-12-05: check the year"),
        (an_entry("on = 2025-02-30"), "line 4: 'on = 2025-02-30'.*that exists"),
        (an_entry(""), "does not say when"),
        (an_entry("on = 2025-12-05\nto = 2025-12-06"), "and not both"),
        (an_entry("from = 2025-12-06\nto = 2025-12-05"), "is after"),
        (an_entry("never = false"), "never: write true"),
        (an_entry("never = true\non = 2025-12-05"), "what never happened"),
        (an_entry("on = 2025-12-05", more="replaces = 1"), "no such fact before it"),
        (an_entry("on = 2025-12-05", more='provision = "x"'), "only a variation"),
        (an_entry("on = 2025-12-05", more='who = "x"'), "who: no such key"),
        (an_entry("on = 2025-12-05").replace("a letter", " "), "source: say where"),
        (an_entry("on = 2025-12-05").replace("recorded = 2025-12-08", ""), "recorded: is missing"),
        (an_entry("on = 2025-12-05").replace("2025-27", "2025-2027"), "not a version"),
        ('["STCA 2025-27"]\nratified = 2025-12-05', r"holds \[\[fact\]\] entries only"),
        ("fact = 3", "begins with"),
        ("[[fact", "begins with"),
        ("<" + "x" * 9_000, "line 1: '<x{79}…': "),
    ],
)
def test_a_ledger_that_breaks_a_rule_is_refused_with_file_entry_and_remedy(
    toml: str, says: str
) -> None:
    with pytest.raises(InvalidFacts, match=rf"^my facts\.toml: .*{says}") as caught:
        ledger.read(toml.encode(), "my facts.toml")
    assert "\n" not in str(caught.value)


def test_a_ledger_that_is_no_text_is_refused() -> None:
    with pytest.raises(InvalidFacts, match="save it as UTF-8"):
        ledger.read(b"\xff\xfe\x00", "facts.toml")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (an_entry("on = 2025-12-05"), an_entry("on = 2025-12-06")),
        (an_entry("on = 2025-12-05\nat = 16:00:00"), an_entry("on = 2025-12-05\nat = 17:00:00")),
        (an_entry("never = true"), an_entry("on = 2025-12-06")),
        (an_entry("never = true\nto = 2025-12-06"), an_entry("to = 2025-12-06")),
        (an_entry("on = 2025-12-05"), an_entry("to = 2025-12-04", event="signed")),
        (
            an_entry("on = 2025-12-05", event="variation accepted"),
            an_entry("on = 2025-12-06", event="variation declined"),
        ),
    ],
)
def test_facts_that_cannot_both_be_so_are_refused_and_both_named(one: str, other: str) -> None:
    with pytest.raises(InvalidFacts, match=r"fact \d \(STCA 2025-27 .* fact \d \(STCA 2025-27"):
        ledger.read(f"{one}\n{other}".encode(), "f")
    elsewhere = other.replace("STCA", "PTCA")
    assert len(list(ledger.read(f"{one}\n{elsewhere}".encode(), "f"))) == 2


def test_facts_that_agree_narrow_each_other() -> None:
    both = an_entry("from = 2025-11-25\nto = 2025-12-05") + an_entry("from = 2025-12-01")
    found = ledger.read(both.encode(), "f")
    assert found.span(RATIFIED) == Span(date(2025, 12, 1), date(2025, 12, 5))


def test_terms_and_agreement_are_ratified_once() -> None:
    both = an_entry("on = 2025-12-05", event="terms ratified") + an_entry(
        "on = 2025-12-05", event="agreement ratified"
    )
    assert len(ledger.read(both.encode(), "f").of(RATIFIED)) == 2


# ----------------------------------------------------------------------------------- commands


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*args: str) -> Result:
    return CliRunner().invoke(main, ["fact", *args])


def add(*args: str, recorded: str = "2025-12-08") -> Result:
    return run("add", "STCA 2025-27", *args, "--source", "a letter", "--recorded", recorded)


def test_facts_are_added_at_the_end_and_nothing_else_changes() -> None:
    assert add("ratified", "--from", "2025-11-25", "--to", "2025-12-05").exit_code == 0
    before = Path("facts.toml").read_bytes()
    assert add("signed", "--never", "--to", "2025-12-09").exit_code == 0
    after = Path("facts.toml").read_bytes()
    assert after.startswith(before)
    said = run("list").stdout
    assert "1  STCA 2025-27 ratified: between 25 November 2025 and 5 December 2025" in said
    assert "2  STCA 2025-27 signed: known not to have happened by 9 December 2025" in said


def test_a_fact_may_give_its_hour_and_is_never_still_to_come() -> None:
    assert add("ratified", "--on", "2025-12-05", "--at", "16:30").exit_code == 0
    assert "ratified: 5 December 2025 at 4.30pm" in run("list").stdout
    held = ledger.read(Path("facts.toml").read_bytes(), "f").span(RATIFIED)
    assert held == on(date(2025, 12, 5), time(16, 30))
    before = Path("facts.toml").read_bytes()
    for words, said in (
        (("--to", "2025-12-09", "--at", "16:30"), "--at stands with --on"),
        (("--on", "2025-12-09", "--at", "5pm"), "“5pm” is no time of day"),
        (("--on", "2025-12-09"), "2025-12-09 is after 2025-12-08, its entry"),
    ):
        refused = add("signed", *words)
        assert (refused.exit_code, said in refused.stderr) == (2, True), refused.stderr
    assert Path("facts.toml").read_bytes() == before


def test_a_conflict_is_refused_and_a_replacement_is_kept_in_the_file() -> None:
    add("ratified", "--on", "2025-12-04", recorded="2025-12-05")
    before = Path("facts.toml").read_bytes()
    refused = add("ratified", "--on", "2025-12-05")
    assert refused.exit_code == 2
    assert "fact 1 (STCA 2025-27 ratified: 4 December 2025) and fact 2" in refused.stderr
    assert Path("facts.toml").read_bytes() == before
    assert add("ratified", "--on", "2025-12-05", "--replaces", "1").exit_code == 0
    held = ledger.read(Path("facts.toml").read_bytes(), "f")
    assert held.span(RATIFIED).day == date(2025, 12, 5)
    earlier = ledger.read(Path("facts.toml").read_bytes(), "f", date(2025, 12, 7))
    assert earlier.span(RATIFIED).day == date(2025, 12, 4)
    listed = json.loads(run("list", "--json").stdout)["facts"]
    assert [(one["number"], one["day"], one["replaced"]) for one in listed] == [
        (1, "2025-12-04", True),
        (2, "2025-12-05", False),
    ]
    assert "5 December" not in run("list", "--known-as-at", "2025-12-07").stdout


@pytest.mark.parametrize(
    "args",
    [
        ("rumoured", "--on", "2025-12-05"),
        ("ratified",),
        ("ratified", "--on", "2025-12-05", "--never"),
        ("ratified", "--on", "5/12/2025"),
        ("ratified", "--on", "2025-12-05", "--replaces", "4"),
        ("ratified", "--on", "2025-12-05", "--provision", "x"),
    ],
)
def test_what_makes_no_fact_is_refused_and_nothing_is_written(args: tuple[str, ...]) -> None:
    result = add(*args)
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) <= 1
    assert not Path("facts.toml").exists()


def test_what_was_signed_cannot_lapse_afterwards() -> None:
    signed = Fact(FactName("STCA 2025-27", "signed"), on(date(2025, 12, 9)))
    lapsed = FactName("STCA 2025-27", "terms_lapsed")
    with pytest.raises(InvalidFacts, match=r"these facts conflict: .*signed.* and .*terms lapsed"):
        consistent((signed, Fact(lapsed, on(date(2025, 12, 10)))), "f")
    for span in (on(date(2025, 12, 5)), Span(date(2025, 12, 1), date(2025, 12, 20))):
        assert consistent((signed, Fact(lapsed, span)), "f")  # signed all the same, or open

"""Orders on one clause put together at random, held against plain string operations.

The oracle knows nothing of stretches, plans or proofs: it splits a text at its full stops and
changes it, one order after another. What was carried out must come to that, in the sequence of the
terms; where that cannot be done, in some other.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from clausetrack.markup import markup

Change = Callable[[str], str | None]
SENTENCES = (
    "The clerk opens the door at nine.", "A van leaves the yard each day.",
    "It carries ten boxes of books.", "The driver signs the sheet in ink.",
    "No one smokes in the van.", "The clerk counts the boxes twice.",
)  # fmt: skip
ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}
WORDS = ("clerk", "door", "van", "yard", "ten", "boxes", "driver", "sheet", "ink", "books")
HEAD = (
    "Terms of Settlement\n\nThese terms renew the Van Keepers Collective Agreement (2025 – 2027)."
    "\n\n1. Changes\n\n"
)


def on_sentence(which: str, change: Callable[[list[str], int], list[str]]) -> Change:
    def changed(text: str) -> str | None:
        parts = re.split(r"(?<=\.) ", text)
        at = ORDINALS[which] % len(parts) if which == "last" else ORDINALS[which]
        after = change(parts, at) if at < len(parts) else []
        return " ".join(after) or None

    return changed


def on_words(old: str, new: str) -> Change:
    def changed(text: str) -> str | None:
        after, count = re.subn(rf"\b{old}\b", new, text)
        return after if count == 1 else None

    return changed


@st.composite
def orders(draw: st.DrawFn) -> tuple[str, Change]:
    """An order in words, and what it does to a text; None where it cannot be done."""
    which, word = draw(st.sampled_from(list(ORDINALS))), draw(st.sampled_from(WORDS))
    new = draw(st.sampled_from(("lamp", "crew boat", "tar")))
    whole = f"Crews rest at {new}."
    kind = draw(st.integers(0, 7))
    if kind == 0:
        return f"delete the {which} sentence", on_sentence(which, lambda s, i: s[:i] + s[i + 1 :])
    if kind == 1:
        return (f"replace the {which} sentence with “{whole}”",
                on_sentence(which, lambda s, i: [*s[:i], whole, *s[i + 1 :]]))  # fmt: skip
    if kind == 2:
        return (f"insert the following sentence after the {which} sentence: “{whole}”",
                on_sentence(which, lambda s, i: [*s[: i + 1], whole, *s[i + 1 :]]))  # fmt: skip
    if kind == 3:
        return f"add at the end: “{whole}”", lambda text: f"{text} {whole}"
    if kind == 4:
        return f"replace “{word}” with “{new}”", on_words(word, new)
    if kind == 5:
        return f"insert “{new}” after “{word}”", on_words(word, f"{word} {new}")
    if kind == 6:
        def everywhere(text: str) -> str | None:
            return re.sub(rf"\b{word}\b", new, text) if re.search(rf"\b{word}\b", text) else None

        return f"replace “{word}” with “{new}” wherever it occurs", everywhere

    def inside(parts: list[str], at: int) -> list[str]:
        after = on_words(word, new)(parts[at])
        return [*parts[:at], after, *parts[at + 1 :]] if after else []

    return f"in the {which} sentence, replace “{word}” with “{new}”", on_sentence(which, inside)


def one_after_another(text: str | None, changes: tuple[Change, ...]) -> str | None:
    for change in changes:
        text = change(text) if text is not None else None
    return text


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=5, unique=True),
    st.lists(orders(), min_size=2, max_size=4),
    st.booleans(),
)
def test_what_is_carried_out_comes_to_one_order_after_another(
    sentences: list[str], given_: list[tuple[str, Change]], listed: bool
) -> None:
    text = " ".join(sentences)
    base = (
        "Van Keepers Collective Agreement 2023–2025\n\nPart One: Vans\n\n1.1 Work\n\n"
        f"1.1.1 {text}\n\n1.1.2 The rest.\n"
    )
    if listed:
        lines = (f"({'abcd'[at]}) {said};" for at, (said, _) in enumerate(given_))
        body = "Amend clause 1.1.1 as follows:\n\n" + "\n\n".join(lines)
    else:
        body = "\n\n".join(f"In clause 1.1.1, {said}." for said, _ in given_)
    result = markup(
        base.encode(), f"{HEAD}{body}\n".encode(), base_name="base.txt", terms_name="terms.txt"
    )
    outcomes = result.applied.outcomes
    assert len(outcomes) == len(given_)
    done = tuple(
        change for (_, change), one in zip(given_, outcomes, strict=True) if one.done
    )
    have = result.applied.document.body["1.1.1"].own_text
    wanted = one_after_another(text, done)
    if wanted is not None:
        assert have == wanted
    else:
        assert have in {one_after_another(text, each) for each in permutations(done)}

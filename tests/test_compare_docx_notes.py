"""Notes that come and go in a tracked comparison: each version has its own, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree
from word_samples import W as W_NS
from word_samples import paragraph, run, unzipped, word

from clausetrack.comparison import tracked
from clausetrack.ingest import read
from clausetrack.ooxml.package import open_package, save
from clausetrack.ooxml.revisions import accept, reject

if TYPE_CHECKING:  # a plugin must not be imported before pytest does
    from word_processors import Settle

pytest_plugins = ["word_processors"]

W = f"{{{W_NS}}}"
#: The lines of a text, each with the note behind it ("": none).
Noted = dict[str, str]

BERTHS, KEYS, LAMPS = (
    "Berths are free in winter.",
    "The mate keeps the keys.",
    "Lamps are lit at dusk.",
)
BOTH: Noted = {BERTHS: "Winter is May to August.", KEYS: "Or the cook.", LAMPS: ""}


def noted(lines: Noted, kind: str = "footnote") -> bytes:
    """A file with those lines and notes, as Word numbers them: in the order of the text."""
    body, notes = [], []
    for at, (line, note) in enumerate(lines.items(), 2):
        mark = f'<w:r><w:{kind}Reference w:id="{at}"/></w:r>' if note else ""
        body.append(paragraph(run(line), mark or run("")))
        if note:
            sign = f"<w:r><w:{kind}Ref/></w:r>"
            notes.append(f'<w:{kind} w:id="{at}">{paragraph(sign, run(note))}</w:{kind}>')
    return word(*body, **{f"{kind}s": "".join(notes)})


def wording(element: etree._Element) -> str:
    return "".join(t.text or "" for t in element.iter(f"{W}t", f"{W}delText"))


def own(data: bytes, kind: str = "footnote") -> dict[str, str]:
    """The text of each note of a file, by its ID, in their order; not the lines above notes."""
    root = etree.fromstring(unzipped(data)[f"word/{kind}s.xml"])
    return {
        n.get(f"{W}id", ""): wording(n) for n in root if n.get(f"{W}type", "normal") == "normal"
    }


def shown(data: bytes, kind: str = "footnote") -> Noted:
    """Each line with the note that it refers to."""
    notes, out = own(data, kind), {}
    for line in etree.fromstring(unzipped(data)["word/document.xml"]).iter(f"{W}p"):
        references = [node.get(f"{W}id", "") for node in line.iter(f"{W}{kind}Reference")]
        out[wording(line)] = "".join(notes[one] for one in references)
    return {line: note for line, note in out.items() if line}


CASES: dict[str, tuple[Noted, Noted]] = {
    "a note went": (BOTH, {**BOTH, BERTHS: ""}),
    "a note came before another": ({**BOTH, BERTHS: ""}, BOTH),
    "notes changed places": (BOTH, {BERTHS: BOTH[KEYS], KEYS: BOTH[BERTHS], LAMPS: ""}),
    "a line went with its note": (BOTH, {KEYS: BOTH[KEYS], LAMPS: ""}),
    "one went and one came": (BOTH, {BERTHS: "", KEYS: BOTH[KEYS], LAMPS: "Dusk is at six."}),
    "two came": ({**BOTH, BERTHS: ""}, {**BOTH, LAMPS: "Dusk is at six."}),
}


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
@pytest.mark.parametrize("name", CASES)
def test_each_version_has_its_own_notes_and_no_others(name: str, kind: str) -> None:
    old, new = CASES[name]
    package = open_package(tracked(noted(old, kind), noted(new, kind))[0])
    for settle, lines in ((accept, new), (reject, old)):
        data = save(settle(package))
        assert shown(data, kind) == lines
        assert list(own(data, kind).values()) == list(filter(None, lines.values()))


def test_footnotes_and_endnotes_have_numbers_of_their_own() -> None:
    def both(*ends: str) -> bytes:
        """The keys with a footnote, and each of those with an endnote of its own."""
        foot = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
        end = '<w:r><w:endnoteReference w:id="{}"/></w:r>'
        note = '<w:{0}note w:id="{1}">{2}</w:{0}note>'.format
        return word(
            paragraph(run(BERTHS), *(end.format(at) for at in range(4, 4 + len(ends)))),
            *[paragraph(run(KEYS), foot.format(6))] * bool(ends),
            paragraph(run(LAMPS), foot.format(7)),
            footnotes=note("foot", 6, paragraph("Or the cook."))
            + note("foot", 7, paragraph("Dusk is at six.")),
            endnotes="".join(note("end", at, paragraph(one)) for at, one in enumerate(ends, 4)),
        )

    data = save(accept(open_package(tracked(both("It is cold."), both("It is icy.", "A lot."))[0])))
    assert shown(data, "endnote")[BERTHS] == "It is icy.A lot."
    assert (shown(data)[KEYS], shown(data)[LAMPS]) == ("Or the cook.", "Dusk is at six.")
    data = save(accept(open_package(tracked(both("It is cold."), both())[0])))
    assert (shown(data)[LAMPS], list(own(data).values())) == (
        "Dusk is at six.",
        ["Dusk is at six."],
    )
    assert own(data, "endnote") == {}


def test_notes_stand_as_the_text_refers_to_them() -> None:
    old, new = CASES["two came"]
    data = tracked(noted(old), noted(new))[0]
    assert list(own(data).values()) == [BOTH[BERTHS], BOTH[KEYS], "Dusk is at six."]


def test_libreoffice_sets_each_note_at_its_line(libreoffice_as: Settle) -> None:
    jobs, wanted = [], []
    for old, new in CASES.values():
        data = tracked(noted(old), noted(new))[0]
        jobs += [(data, "accept"), (data, "reject")]
        wanted += [new, old]
    for data, lines in zip(libreoffice_as(jobs, ".docx"), wanted, strict=True):
        assert {line: note.strip() for line, note in shown(data).items()} == lines


def test_each_version_is_read_with_its_own_notes() -> None:
    old, new = CASES["one went and one came"]
    data = tracked(noted(old), noted(new))[0]
    for view, gone in (("accepted", BOTH[BERTHS]), ("rejected", "Dusk is at six.")):
        found = read(data, "ferry.docx", view, any_text=True)  # type: ignore[arg-type]
        notes = [one.text for one in found.left_out if "footnote" in one.why]
        assert "Or the cook." in notes
        assert gone not in notes


BY_HAND = '<w:del w:id="1" w:author="A. Mate"><w:r><w:footnoteReference w:id="2"/></w:r></w:del>'


def by_hand(gone: str) -> bytes:
    """A file of another program: one reference deleted, and a note that nothing refers to."""
    notes = (BOTH[BERTHS], BOTH[KEYS], "A note left over.")
    return word(
        paragraph(run(BERTHS), gone),
        paragraph(run(KEYS), '<w:r><w:footnoteReference w:id="3"/></w:r>'),
        footnotes="".join(
            f'<w:footnote w:id="{at}">{paragraph(note)}</w:footnote>'
            for at, note in enumerate(notes, 2)
        ),
    )


def test_a_note_goes_with_its_reference_and_no_other_does() -> None:
    package = open_package(by_hand(BY_HAND))
    assert list(own(save(accept(package))).values()) == [BOTH[KEYS], "A note left over."]
    assert reject(package).parts["word/footnotes.xml"] == package.parts["word/footnotes.xml"]


def test_a_note_with_another_reference_stays() -> None:
    package = open_package(by_hand(BY_HAND + '<w:r><w:footnoteReference w:id="2"/></w:r>'))
    assert accept(package).parts["word/footnotes.xml"] == package.parts["word/footnotes.xml"]

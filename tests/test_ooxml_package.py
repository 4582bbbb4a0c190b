"""Word packages: what is refused before anything opens it, and what saving leaves as it was."""

from __future__ import annotations

import tracemalloc
import zipfile
from io import BytesIO

import pytest
from word_samples import parts, unzipped, word, zipped

from clausetrack.errors import UnreadableInput
from clausetrack.ooxml.names import W_NS
from clausetrack.ooxml.package import add_part, open_package, relationships, save

SAMPLE = parts("<w:p><w:r><w:t>The lamp is lit at dusk.</w:t></w:r></w:p>")
DOCTYPE = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>'


def archive(*entries: tuple[str, bytes]) -> bytes:
    """A ZIP archive with those entries, one name twice where it is given twice."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in entries:
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(info, data)
    return out.getvalue()


def encrypted() -> bytes:
    data = bytearray(zipped(SAMPLE))
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        found = data.find(signature)
        while found >= 0:
            data[found + at] |= 1
            found = data.find(signature, found + 4)
    return bytes(data)


def truncated() -> bytes:
    data = zipped(SAMPLE)
    return data[: len(data) // 2]


def broken() -> bytes:
    data = bytearray(zipped(SAMPLE))
    at = data.find(b"word/document.xml") + 60
    data[at : at + 20] = bytes(20)
    return bytes(data)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
REFUSED = {
    "empty": (b"", "empty"),
    "text": (b"1.1 The lamp is lit at dusk.", "not a Word file"),
    "old .doc": (OLE, r"old binary Office file \(\.doc\)"),
    "encrypted by Office": (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    "encrypted by ZIP": (encrypted(), "encrypted"),
    "truncated": (truncated(), "damaged"),
    "damaged data": (broken(), "damaged"),
    "another office's text": (
        zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), "OpenDocument",
    ),
    "any archive": (zipped({"notes.txt": b"x"}), "not a Word file"),
    "no main part": (
        zipped({k: v for k, v in SAMPLE.items() if k != "word/document.xml"}),
        "no part word/document.xml",
    ),
    "spreadsheet": (
        zipped(
            {
                k: v.replace(b"wordprocessingml", b"spreadsheetml") if "Types" in k else v
                for k, v in SAMPLE.items()
            }
        ),
        "not a Word document",
    ),
    "doctype": (zipped({**SAMPLE, "word/comments.xml": DOCTYPE}), "DOCTYPE"),
    "doctype in UTF-16": (
        zipped({**SAMPLE, "customXml/item1.xml": DOCTYPE.decode().encode("utf-16")}),
        "DOCTYPE",
    ),
    "bomb": (zipped({**SAMPLE, "word/media/a.bin": bytes(40_000_000)}), "times its size"),
    "many parts": (
        zipped({**SAMPLE, **{f"word/{n}.bin": b"" for n in range(4_001)}}),
        "parts in one file",
    ),
    "path that climbs": (archive(*SAMPLE.items(), ("word/../../evil.xml", b"<a/>")), "the name"),
    "absolute path": (archive(*SAMPLE.items(), ("/etc/passwd", b"x")), "the name"),
    "backslash": (archive(*SAMPLE.items(), ("word\\evil.xml", b"<a/>")), "the name"),
    "one name in two cases": (
        archive(*SAMPLE.items(), ("WORD/document.xml", b"<a/>")),
        "two parts",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_word_file_or_not_safe_is_refused_with_its_name(case: str) -> None:
    data, reason = REFUSED[case]
    with pytest.raises(UnreadableInput, match=reason) as caught:
        open_package(data, "sample.docx")
    assert str(caught.value).startswith("sample.docx")
    assert "\n" not in str(caught.value)


def test_a_stray_file_that_is_no_xml_is_let_be() -> None:
    stray = {**SAMPLE, "8966.xml": b"=== what an editor left behind"}
    assert open_package(zipped(stray)).parts == stray
    named = {**stray, "word/document.xml": b"=== the same, where Word looks for text"}
    with pytest.raises(UnreadableInput, match=r"word/document\.xml: line 1"):
        open_package(zipped(named), "a.docx")
    with pytest.raises(UnreadableInput, match="DOCTYPE"):
        open_package(zipped({**SAMPLE, "8966.xml": DOCTYPE}), "a.docx")


def test_a_part_that_unpacks_to_more_than_it_says_is_cut_off_and_refused() -> None:
    true = 60_000_000
    data = zipped({**SAMPLE, "word/media/a.bin": bytes(true)})
    lying = data.replace(true.to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert lying != data
    tracemalloc.start()
    with pytest.raises(UnreadableInput, match="damaged"):
        open_package(lying, "a.docx")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < true / 4


def test_an_empty_picture_is_no_bomb() -> None:
    open_package(zipped({**SAMPLE, "word/media/image1.emf": bytes(3_000_000)}))


def test_what_is_saved_is_opened_again_however_much_it_shrinks() -> None:
    lines = "<w:p><w:r><w:t>The lamp is lit at dusk.</w:t></w:r></w:p>" * 30_000
    package = open_package(zipped(SAMPLE)).changed(
        {"word/document.xml": parts(lines)["word/document.xml"]}
    )
    data = save(package)
    assert open_package(data).parts == package.parts
    assert save(open_package(data)) == data


def test_a_main_part_without_a_body_is_refused() -> None:
    bare = {**SAMPLE, "word/document.xml": b'<w:document xmlns:w="%s"/>' % W_NS.encode()}
    with pytest.raises(UnreadableInput, match="damaged Word file: its main part has no text"):
        open_package(zipped(bare), "sample.docx")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_one_name_twice_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="two parts"):
        open_package(archive(*SAMPLE.items(), ("word/styles.xml", b"<a/>")), "sample.docx")


def test_text_that_would_fill_the_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clausetrack.ooxml.container.MAX_XML", 2_000)
    with pytest.raises(UnreadableInput, match="of text parts"):
        open_package(word("The lamp."), "sample.docx")


def test_a_saved_package_holds_the_same_parts_in_the_same_order() -> None:
    data = zipped({**SAMPLE, "word/media/picture.png": b"\x89PNG\x00\xff"})
    saved = save(open_package(data, "sample.docx"))
    assert list(unzipped(saved).items()) == list(unzipped(data).items())
    assert saved == save(open_package(saved, "sample.docx"))


def test_a_changed_part_changes_no_other() -> None:
    package = open_package(word("The lamp."), "sample.docx")
    saved = unzipped(save(package.changed({"word/styles.xml": b"<changed/>"})))
    assert saved["word/styles.xml"] == b"<changed/>"
    assert {k: v for k, v in saved.items() if k != "word/styles.xml"} == {
        k: v for k, v in package.parts.items() if k != "word/styles.xml"
    }


def test_a_new_part_has_its_type_and_its_relationship() -> None:
    package = open_package(word("The lamp."), "sample.docx")
    added = add_part(
        package, package.document, "word/notes.xml", b"<n/>", "text/notes", "urn:notes"
    )
    again = open_package(save(added), "sample.docx")
    found = [r for r in relationships(again, again.document) if r.type == "urn:notes"]
    assert [r.target for r in found] == ["word/notes.xml"]
    assert (
        b'PartName="/word/notes.xml" ContentType="text/notes"' in again.parts["[Content_Types].xml"]
    )
    assert len({r.id for r in relationships(again, again.document)}) == 2


def test_relationships_to_the_outside_are_never_parts() -> None:
    outside = b'<Relationship Id="rId9" Type="x/header" Target="http://example.org/h.xml" '
    content = parts("<w:p/>")
    rels = "word/_rels/document.xml.rels"
    content[rels] = content[rels].replace(
        b"</Relationships>", outside + b'TargetMode="External"/></Relationships>'
    )
    package = open_package(zipped(content), "sample.docx")
    assert package.stories() == {"word/document.xml": "document"}


def test_relationships_are_found_whatever_the_case_of_the_part() -> None:
    renamed = {name.replace("word/document.xml", "word/Document.xml"): data
               for name, data in parts("<w:p/>").items()}  # fmt: skip
    package = open_package(zipped(renamed), "a.docx")
    assert [link.target for link in relationships(package, package.document)] == ["word/styles.xml"]


def test_a_part_that_another_version_does_not_have_is_looked_at() -> None:
    before = open_package(zipped(SAMPLE), "old.docx")
    again = open_package(zipped(SAMPLE), "new.docx", before)
    assert again.parts == before.parts
    changed = zipped({**SAMPLE, "word/comments.xml": DOCTYPE})
    with pytest.raises(UnreadableInput, match=r"new\.docx, word/comments\.xml: has a DOCTYPE"):
        open_package(changed, "new.docx", before)

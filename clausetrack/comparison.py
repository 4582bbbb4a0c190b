"""The whole job of comparing two versions: bytes in, changes and what follows from them out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import PurePath
from typing import TYPE_CHECKING

from clausetrack import reasons, unread
from clausetrack.errors import BY_FORMAT, finding
from clausetrack.ingest import Revisions, is_page, is_pdf, is_word, is_xml, read
from clausetrack.model import Document, Finding, Source

if TYPE_CHECKING:
    from clausetrack.diff.changes import Change, Comparison
    from clausetrack.diff.renames import Rename


@dataclass(frozen=True, slots=True)
class Compared:
    """Two documents, what changed between them, and what else a reader should know.

    The findings are the references that did not follow (reference-stale, reference-unresolved);
    what differs outside the clauses, or is only seen in files of one format: page headers, notes,
    pictures, links (outside-changed); what was not compared because the formats of the two do not
    allow it (not-compared), and what nobody read of either (page-unread, part-unread,
    picture-unread), so that it may differ; tables that were set in words, or the reverse
    (table-in-words); and sentences that went to another clause (sentence-moved). `renames` are the
    names that became others throughout (term-renamed), findings too where one did not (term-left).
    """

    old: Document
    new: Document
    comparison: Comparison
    findings: tuple[Finding, ...]
    renames: tuple[Rename, ...] = ()

    @property
    def changes(self) -> tuple[Change, ...]:
        return self.comparison.changes

    @property
    def differs(self) -> bool:
        """Whether anything that is printed differs, in the clauses or outside them."""
        from clausetrack.diff.outside import DIFFERING

        return bool(self.changes) or any(one.code in DIFFERING for one in self.findings)


def compared(
    old: bytes,
    new: bytes,
    old_name: str = "",
    new_name: str = "",
    *,
    revisions: Revisions = "accepted",
    places: bool = False,
) -> Compared:
    """What changed from `old` to `new`, both in any format that `read` knows.

    With `places` the clauses of stored XML say where they stood, which takes longer. Raises what
    `read` raises, but for NotAnAgreement: any two texts can be compared.
    """
    from clausetrack.diff import sentences
    from clausetrack.diff.compare import compare
    from clausetrack.diff.consequences import stale_references

    was = read(old, old_name, revisions, any_text=True, places=places)
    now = read(new, new_name, revisions, any_text=True, places=places)
    comparison = compare(was, now)
    beside: tuple[Finding, ...] = ()
    if any(one.kind in {"inserted", "deleted"} and "\t" in one.old_text + one.new_text
           for one in comparison.changes):  # fmt: skip
        from clausetrack.diff import table_words

        beside = table_words.findings(comparison.changes)
    found = (*stale_references(was, now, comparison), *sentences.findings(comparison.changes),
             *beside)  # fmt: skip
    versions = _sides((was, now), (old, new), revisions)
    found += unread.told(*versions)
    if any(one.code in BY_FORMAT for one in (*was.findings, *now.findings)):
        from clausetrack.diff import outside

        raised = tells_raised(old, was) and tells_raised(new, now)
        found += outside.told(outside.by_format(was, now, comparison.names, raised=raised))
    if _format(old, was) != _format(new, now):
        from clausetrack.diff.looks import without_looks

        changes, looks = without_looks(comparison.changes)
        comparison = replace(comparison, changes=changes)
        found += _looks_apart(looks)
    if is_page(old) and is_page(new) and (b"href" in old or b"href" in new):
        from clausetrack import page_links

        found += tuple(page_links.told((old, new), (was, now), comparison.names))
    found += _outside(versions, comparison.names)
    if not _repeats(comparison.changes):
        return Compared(was, now, comparison, found)
    from clausetrack.diff.renames import findings, renames

    renamed = renames(comparison)
    return Compared(was, now, comparison, (*found, *findings(renamed)), renamed)


def _repeats(changes: Iterable[Change]) -> bool:
    """Is one edit made so often that it may be another name? Most versions have none."""
    counts: Counter[tuple[str, ...]] = Counter()
    for change in changes:
        if change.kind not in {"inserted", "deleted"}:
            for edit in change.edits:
                words = [edit.old.strip(), edit.new.strip()]
                if edit.op == "replace":  # with "a" and "the", and in any number
                    words = [word.rpartition(" ")[2][:_STEM].casefold() for word in words]
                if any(word[:1].isalpha() for word in words):
                    counts[tuple(words)] += 1
    return any(times >= _OFTEN for times in counts.values())


def _sides(
    documents: Sequence[Document], data: Sequence[bytes], revisions: Revisions
) -> tuple[unread.Side, unread.Side]:
    """The two versions with their bytes, by what a reader is told to call them."""
    old, new = (
        unread.Side(document, source, f"the {which} version", revisions)
        for document, source, which in zip(documents, data, ("old", "new"), strict=True)
    )
    return old, new


def _outside(
    versions: tuple[unread.Side, unread.Side], names: Mapping[str, str]
) -> tuple[Finding, ...]:
    """What differs in text that was left out of the clauses, as far as the formats let us say."""
    was, now = (version.document for version in versions)
    data = [version.data for version in versions]
    if all(map(is_word, data)):
        return _outside_of_word(versions, names)
    from clausetrack.diff import outside

    kinds = [_format(version.data, version.document) for version in versions]
    formats = set(kinds)
    found: tuple[Finding, ...] = ()
    if formats == {"page"}:
        from clausetrack import page_shown

        found += tuple(page_shown.told(data if all(map(is_page, data)) else (), (was, now)))
    noted = formats <= _NOTED or len(formats) == 1
    if noted and (was.left_out or now.left_out):
        from clausetrack import beside

        only = outside.NOTED if len(formats) == 1 else (reasons.FOOTNOTE,)
        if formats == {"Markdown"} and not any(map(is_xml, data)):
            sides = beside.marked(was), beside.marked(now)
            more = outside.stretches(*beside.unlike(was, now), only=only)
            found += tuple(beside.noted(more, (was, now), sides, names))
        elif formats == {"Word"}:  # one of them, or both, as our XML has kept it
            numberless = map(outside.without_page_numbers, beside.unlike(was, now))
            found += outside.findings(*numberless)
        else:
            found += outside.findings(was, now, only=only)
    if formats & _PAGED:
        alike = len(formats) == 1 or formats <= {"Word", "PDF"}
        found += outside.printed_on_pages(was, now, alike=alike)
    if "Word" in formats and len(formats) > 1:
        found += _not_compared(was if kinds[0] == "Word" else now, noted=noted)
    return found


def _outside_of_word(
    versions: tuple[unread.Side, unread.Side], names: Mapping[str, str]
) -> tuple[Finding, ...]:
    """What differs in page headers, notes and text boxes, but for the numbers of pages; pictures,
    and where links lead."""
    from clausetrack import beside
    from clausetrack.diff import outside

    documents = was, now = versions[0].document, versions[1].document
    shown = [version.shown for version in versions]
    things = beside.things(documents, shown, names)
    if not any(outside.stretches(*beside.unlike(was, now))):
        return (*beside.noted((), documents, shown, names), *things)
    sides = [
        without_page_numbers(one.document, one.data, one.view) for one in versions
    ]
    found = outside.stretches(*beside.unlike(*sides))
    return (*beside.noted(found, documents, shown, names), *things)


#: The formats by the endings of names: what our XML was made of.
_ENDINGS = {".docx": "Word", ".docm": "Word", ".dotx": "Word", ".dotm": "Word", ".pdf": "PDF",
             ".html": "page", ".htm": "page", ".md": "Markdown", ".markdown": "Markdown",
             ".txt": "text"}  # fmt: skip
_NOTED = frozenset(("Word", "PDF", "Markdown"))  # whose notes are told apart from their marks
_PAGED = frozenset(("PDF", "text"))  # of which a reader takes the edges of the pages off
_STEM, _OFTEN = 4, 4  # letters that a word has in any number; places that a name has at least
_NAMED = 5  # clauses that a finding lists


def _format(data: bytes, document: Document) -> str:
    """The format that a document was read from, or the one that our XML was made of."""
    if is_word(data):
        return "Word"
    if is_pdf(data):
        return "PDF"
    if is_page(data):
        return "page"
    ending = PurePath(document.file).suffix.lower()
    found = _ENDINGS.get(ending, ending)
    # of a text the name only says whether it is Markdown
    return found if is_xml(data) or found == "Markdown" else "text"


def tells_raised(data: bytes, document: Document) -> bool:
    """Does the reader of this format tell which figures are raised?"""
    return _format(data, document) in {"Word", "page", "Markdown"}


def _looks_apart(changes: Sequence[Change]) -> tuple[Finding, ...]:
    """That the formats do not let us say whether clauses were set otherwise."""
    if not changes:
        return ()
    listed = ", ".join(change.new_id or "" for change in changes[:_NAMED])
    if (more := len(changes) - _NAMED) > 0:
        listed += f" and {more} more"
    message = "emphasis, which lines are headings, and where a paragraph without a number ends, "
    message += "are not compared between files of different formats; "
    message += f"nothing else differs in {listed}"
    return (finding("not-compared", message, source=Source()),)


def _not_compared(word: Document, *, noted: bool) -> tuple[Finding, ...]:
    """That the other document has no page headers and notes of its own to compare.

    `noted` says that footnotes were compared all the same.
    """
    from clausetrack.diff.outside import PRINTED

    held = {one.why for one in word.left_out} - ({reasons.FOOTNOTE} if noted else set())
    places = [why for why in PRINTED if why in held]
    if not places:
        return ()
    message = f"what stands {', '.join(places)} is not compared: only one of the two is a Word file"
    return (finding("not-compared", message, source=Source(word.file)),)


def tracked(
    old: bytes,
    new: bytes,
    old_name: str = "",
    new_name: str = "",
    *,
    revisions: Revisions = "accepted",
    author: str = "clausetrack",
    date: datetime | None = None,
) -> tuple[bytes, tuple[Finding, ...]]:
    """The old document as a Word file, with what makes it the new one as tracked changes; and what
    of either that file does not show, or nobody read.

    A Word file keeps its look; a document in another format is set in a plain house style. `date`
    is what the changes carry; without it they carry none, so that the same input gives the same
    bytes and no change is given a date that nobody stated.
    """
    from clausetrack.ooxml.package import open_to_change
    from clausetrack.render.docx_compare import compared as written

    given = [(old, old_name), (new, new_name)]
    texts = {at: read(data, name, revisions, any_text=True)
             for at, (data, name) in enumerate(given) if not is_word(data)}  # fmt: skip
    files = [old, new]
    if texts:
        from clausetrack.render.docx_house import house

        files = [house(texts[at]) if at in texts else data for at, data in enumerate(files)]
    was = open_to_change(files[0], old_name)
    now = open_to_change(files[1], new_name, like=was)
    made = written(was, now, author=author, date=date, revisions=revisions)
    documents = [
        texts[at] if at in texts
        else read(data, name, revisions, any_text=True) if unread.holds_documents(package)
        else Document("agreement", file=name)
        for at, ((data, name), package) in enumerate(zip(given, (was, now), strict=True))
    ]  # fmt: skip
    told = unread.told(*_sides(documents, (old, new), revisions), fonts=False)
    if is_word(new) and (0 in texts or unread.may_show_others(was, now)):
        told += _not_shown(made, new, new_name, revisions)
    return made, told


def _not_shown(
    made: bytes, new: bytes, name: str, revisions: Revisions
) -> tuple[Finding, ...]:
    """What is not tracked, and stays as it was: the pictures, links and fields in which the file,
    its changes accepted, is not as the new version."""
    from clausetrack import beside

    documents = read(made, name, any_text=True), read(new, name, revisions, any_text=True)
    sides = _sides(documents, (made, new), revisions)
    shown = [replace(sides[0], view="accepted").shown, sides[1].shown]
    return tuple(beside.things(documents, shown, {}))


def without_page_numbers(document: Document, data: bytes, view: Revisions) -> Document:
    """The document whose page headers and footers do not tell of the page that was open last."""
    from clausetrack.ooxml import fields
    from clausetrack.ooxml import revisions as settled
    from clausetrack.ooxml.names import paragraphs
    from clausetrack.ooxml.package import open_package
    from clausetrack.ooxml.text import pieces

    package = settled.resolve(open_package(data, document.file), view)
    texts: dict[tuple[str, str], str] = {}
    for part, kind in package.stories().items():
        if kind in {"header", "footer"}:
            for paragraph in paragraphs(package.xml(part)):
                text = "".join(piece.text for piece in pieces(paragraph))
                texts[part, text.strip()] = fields.without_page_numbers(paragraph)
    left = tuple(
        replace(one, text=texts.get((one.source.part, one.text.strip()), one.text))
        for one in document.left_out
    )
    return replace(document, left_out=tuple(one for one in left if one.text.strip()))

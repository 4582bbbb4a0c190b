"""Links that lead elsewhere in a page: its footnotes and comments, and its table of contents."""

from __future__ import annotations

import re
from itertools import chain, islice

from clausetrack.ingest.html.styles import Element, text_of
from clausetrack.reasons import COMMENT, CONTENTS, FOOTNOTE, FOOTNOTE_MARK

#: What may stand above links into the page besides the title of a contents page.
_ABOVE_LINKS = re.compile(
    r"(?:on|in) this (?:page|section|document|agreement)|jump to|sections", re.I
)
_NOTE_LINK = re.compile(r"#_?(?:ftn|edn|sdfootnote|sdendnote|fn|footnote|endnote)[\w:-]*$", re.I)
_NOTE_BACK = re.compile(
    r"#(?:_?(?:ftn|edn|fn|footnote|endnote)[-_:]?ref|sd(?:foot|end)note\d+anc)", re.I
)
#: The mark of a note in the text: "1", "[2]", "*".
_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]|[*†‡§]{1,3})[\])]?")
_COMMENT_LINK = re.compile(r"#(?:_msocom|cmnt)", re.I)
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCKS = ("p", "div", "li", "td", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6")

#: The number of characters in each element, and why elements are left out.
Sizes = dict[Element, int]
Reasons = dict[Element, str]


def notes(body: Element, sizes: Sizes, reasons: Reasons) -> None:
    """Footnotes: the marks in the text, and the notes that lead back to them."""
    for link in body.iter("a"):
        target = link.get("href") or ""
        if _NOTE_BACK.search(target):
            block = next((above for above in link.iterancestors() if above.tag in BLOCKS), None)
            if block is not None:
                reasons[block] = FOOTNOTE
        elif re.match(r"#ftnt_ref", target):
            block = next((above for above in link.iterancestors("p", "div")), None)
            if block is not None:
                reasons[block] = FOOTNOTE
        elif _NOTE_LINK.search(target) and sizes[link] < 8:
            reasons[link] = FOOTNOTE_MARK
        elif _COMMENT_LINK.search(target) and sizes[link] < 8:
            reasons[link] = COMMENT
    _mutual(body, sizes, reasons)


def _mutual(body: Element, sizes: Sizes, reasons: Reasons) -> None:
    """Marks that lead to a block further down which leads back to them, whatever its name is."""
    marks = [link for link in body.iter("a") if link not in reasons
             and (link.get("href") or "").startswith("#") and _MARK.fullmatch(_text(link))
             and _follows_words(link)]  # fmt: skip
    if not marks:
        return
    named = {name: node for node in body.iter("*") for name in (node.get("id"), node.get("name"))
             if name}  # fmt: skip
    led: dict[Element, set[Element | None]] = {}  # where the links of a block lead
    for link in marks:
        target = named.get((link.get("href") or "")[1:])
        if target is None or (block := _block(target)) is None or block.tag in HEADINGS:
            continue
        around = {link, *link.iter("*"), *islice(link.iterancestors("sup", "span"), 2)}
        if block not in led:
            links = (one.get("href") or "" for one in block.iter("a"))
            led[block] = {named.get(href[1:]) for href in links if href[:1] == "#"}
        if sizes[block] and not around.isdisjoint(led[block]):
            reasons[link], reasons[block] = FOOTNOTE_MARK, FOOTNOTE


def _block(element: Element) -> Element | None:
    """The block that an element is, or stands in."""
    if element.tag in BLOCKS:
        return element
    return next((above for above in element.iterancestors() if above.tag in BLOCKS), None)


def _follows_words(link: Element) -> bool:
    """Do words stand before a link in its block, as before the mark of a note?"""
    node: Element | None = link
    while node is not None and node.tag not in BLOCKS:
        if any(_text(before) or (before.tail or "").strip()
               for before in node.itersiblings(preceding=True)):  # fmt: skip
            return True
        node = node.getparent()
        if node is not None and (node.text or "").strip():
            return True
    return False


def _text(element: Element) -> str:
    return text_of(element).strip()


def contents(body: Element, sizes: Sizes, reasons: Reasons) -> None:
    """Three and more blocks together that are links into the page, and nothing else."""
    run: list[Element] = []
    above: Element | None = None
    for block in body.iter("p", "li", "td", "h1", "h2", "h3", "h4", "div"):
        if not sizes[block] or any(child.tag in BLOCKS for child in block.iter("*")
                                        if child is not block):  # fmt: skip
            continue
        if _is_contents(block):
            run.append(block)
            continue
        _mark_contents(reasons, run, above)
        run, above = [], block
    _mark_contents(reasons, run, above)


def _is_contents(block: Element) -> bool:
    """Is a block links into the page, and a page number at most?"""
    links = [link for link in block.iter("a") if (link.get("href") or "").startswith("#")]
    if not links or any(map(_leads_here, links)):
        return False
    # Links stand in no links, so the text apart from them is what is left without their own.
    apart = text_of(block)
    for linked in (text_of(link) for link in links):
        apart = apart.replace(linked, "", 1)
        if re.match(r"\s*(?:sub-?)?clauses?\b", linked, re.I):
            return False
    return not apart.strip(" .…0123456789\xa0\t\n")


def _leads_here(link: Element) -> bool:
    """Does a link lead to where it stands, as that of a heading which people copy?"""
    around = chain(link.iter("*"), link.iterancestors())
    place = (link.get("href") or "")[1:]
    return any(place in (node.get("id"), node.get("name")) for node in around if node.tag != "body")


def _mark_contents(reasons: Reasons, run: list[Element], above: Element | None) -> None:
    """Leave out a run of blocks that is long enough, and what stands above it as its title."""
    if len(run) >= 3:
        text = "" if above is None else text_of(above).strip(" \t\n\xa0:")
        titled = above is not None and _ABOVE_LINKS.fullmatch(text)
        for block in [*([above] if titled and above is not None else []), *run]:
            reasons.setdefault(block, CONTENTS)

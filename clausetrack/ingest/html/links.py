"""Links that lead elsewhere in a page: its footnotes and comments, and its table of contents."""

from __future__ import annotations

import re

from clausetrack.ingest.html.styles import Element

CONTENTS = "a line of the table of contents"
FOOTNOTE = "in a footnote"
FOOTNOTE_MARK = "the mark of a footnote"
COMMENT = "in a comment"

#: What may stand above links into the page besides the title of a contents page.
_ABOVE_LINKS = re.compile(
    r"(?:on|in) this (?:page|section|document|agreement)|jump to|sections", re.I
)
_NOTE_LINK = re.compile(r"#_?(?:ftn|edn|sdfootnote|sdendnote|fn|footnote|endnote)[\w:-]*$", re.I)
_NOTE_BACK = re.compile(
    r"#(?:_?(?:ftn|edn|fn|footnote|endnote)[-_:]?ref|sd(?:foot|end)note\d+anc)", re.I
)
_COMMENT_LINK = re.compile(r"#(?:_msocom|cmnt)", re.I)
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
    if not links:
        return False
    # Links stand in no links, so the text apart from them is what is left without their own.
    apart = "".join(map(str, block.itertext()))
    for linked in ("".join(map(str, link.itertext())) for link in links):
        apart = apart.replace(linked, "", 1)
        if re.match(r"\s*(?:sub-?)?clauses?\b", linked, re.I):
            return False
    return not apart.strip(" .…0123456789\xa0\t\n")


def _mark_contents(reasons: Reasons, run: list[Element], above: Element | None) -> None:
    """Leave out a run of blocks that is long enough, and what stands above it as its title."""
    if len(run) >= 3:
        text = "" if above is None else "".join(map(str, above.itertext())).strip(" \t\n\xa0:")
        titled = above is not None and _ABOVE_LINKS.fullmatch(text)
        for block in [*([above] if titled and above is not None else []), *run]:
            reasons.setdefault(block, CONTENTS)

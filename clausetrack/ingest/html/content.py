"""What of a web page is the document: its main content, without what surrounds and decorates it.

Nothing is dropped in silence: what is not content gets the reason why it is left out. A page with
no navigation, banner or form about it is an export of a word processor, and all of it is content.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice

from clausetrack.ingest.html import links
from clausetrack.ingest.html.links import BLOCKS, HEADINGS
from clausetrack.ingest.html.styles import Element, Properties, Styles, classes, text_of
from clausetrack.reasons import COMMENT, CONTENTS, FOOTER, FOOTNOTE, FOOTNOTE_MARK, HEADER

KEPT = ""
OUTSIDE = "outside the main content of the page"
NAVIGATION = "in the navigation"
COOKIES = "in a cookie banner"
FORM = "in a form"
ASIDE = "beside the main content"
HIDDEN = "hidden"
NOSCRIPT = "shown only where scripts are off"
PICTURE = "in a picture"
PERMALINK = "a link to the heading itself"
CONTROL = "a control of the page"

#: Never text of a page, and not counted as such.
NOT_TEXT = ("script", "style", "head", "title", "meta", "link", "base")

_TAGS = {"nav": NAVIGATION, "aside": ASIDE, "noscript": NOSCRIPT, "template": HIDDEN,
         "svg": PICTURE,
         "button": FORM, "select": FORM, "textarea": FORM, "option": FORM, "label": FORM,
         "legend": FORM, "datalist": FORM, "dialog": ASIDE, "iframe": ASIDE, "object": PICTURE,
         "audio": PICTURE, "video": PICTURE, "canvas": PICTURE}  # fmt: skip
_ROLES = {"navigation": NAVIGATION, "banner": HEADER, "contentinfo": FOOTER, "search": FORM,
          "complementary": ASIDE, "dialog": ASIDE, "alertdialog": ASIDE, "menu": NAVIGATION,
          "menubar": NAVIGATION, "doc-toc": CONTENTS, "doc-endnotes": FOOTNOTE,
          "doc-footnote": FOOTNOTE, "doc-endnote": FOOTNOTE, "doc-noteref": FOOTNOTE_MARK,
          "doc-backlink": FOOTNOTE_MARK, "button": FORM}  # fmt: skip
_NAMES = (
    (COOKIES, re.compile(
        r"(?:^|[-_])(?:cookies?|consent|gdpr|onetrust|cc-window|cookiebot)", re.I)),
    (NAVIGATION, re.compile(
        r"(?:^|[-_])(?:nav|navbar|navigation|menu|breadcrumbs?|skip-?(?:link|to)s?|pagination|pager"
        r"|share|sharing|social|toolbar|back-to-top|backtotop)(?:$|[-_])", re.I)),
    (HEADER, re.compile(r"^(?:site|page|global|main)?[-_]?(?:header|masthead|banner)$", re.I)),
    (FOOTER, re.compile(r"^(?:site|page|global|main)?[-_]?footer$", re.I)),
    (ASIDE, re.compile(
        r"^(?:sidebar|side-bar|related(?:-\w+)?|advert\w*|feedback|newsletter)$", re.I)),
)  # fmt: skip
#: What a link into the page says that only gives its place's address.
_ADDRESS = re.compile(
    r"[#¶§🔗∞\uf0c1\s]+"
    r"|(?:copy )?(?:perma-?)?link(?: to (?:this )?(?:heading|section|clause).*)?",
    re.I,
)
#: What pages of sites say to those who read them on a screen.
_SAYS_CONTROL = re.compile(
    r"(?:was|is) this (?:page|information|content) (?:helpful|useful)\W*|back to top|top of page"
    r"|(?:print|share|email|save|download) this page|print page|skip to (?:the )?(?:main )?content",
    re.I,
)
#: What the button of a part that folds says of the folding.
_FOLDS = re.compile(
    r"\W*(?:show|hide|expand|collapse|open|close|toggle|view|read)?(?:\s+(?:all|more|less|this))?"
    r"(?:\s+(?:sections?|details|content|items))?\W*", re.I
)
_FOLDED = re.compile(r"accordion|collaps|expand|panel|tab|toggle|details", re.I)
_CLAUSE = re.compile(r"\s*(?:\d+(?:\.\d+)+\s+\S|(?:Part|Appendix|Schedule)\s+\w+\b)")
_SMALL_BLOCKS = ("a", "p", "div", "span", "li", "h2", "h3", "h4")
#: Few enough characters for what stands beside the main block to be the page's and not the text's.
_SHORT = 200


@dataclass
class _Page:
    """A page while its content is looked for: the reasons so far, and how long each text is."""

    root: Element
    body: Element
    styles: Styles
    sizes: dict[Element, int]
    controlled: frozenset[str]
    around_main: frozenset[Element]
    reasons: dict[Element, str] = field(default_factory=dict)
    kept: dict[Element, int] = field(default_factory=dict)


def reasons(root: Element, styles: Styles) -> dict[Element, str]:
    """Why elements are left out, by element; what is not listed is as the element around it.

    `KEPT` ("") marks the main content inside elements that are left out.
    """
    body = root.find("body")
    if body is None:
        return {}
    controlled = {
        name for node in body.iter("*") for name in (node.get("aria-controls") or "").split()
    }
    around = {above for node in _landmarks(body) for above in node.iterancestors()}
    page = _Page(root, body, styles, _sizes(body, {}), frozenset(controlled), frozenset(around))
    waiting = list(body)
    while waiting:
        element = waiting.pop()
        if why := _why(page, element):
            page.reasons[element] = why
        else:
            waiting += list(element)
    _folds(page, body)
    links.notes(body, page.sizes, page.reasons)
    links.contents(body, page.sizes, page.reasons)
    page.kept = _sizes(body, page.reasons)
    main = _main(page, body)
    if main is not body:
        _leave_outside(page, body, main)
    return page.reasons


def _landmarks(body: Element) -> list[Element]:
    return [
        node for node in body.iter("*")
        if node.tag in {"main", "article"} or node.get("role") == "main"
    ]  # fmt: skip


def _sizes(body: Element, reasons: dict[Element, str]) -> dict[Element, int]:
    """The number of non-space characters in each element that are not left out."""
    sizes: dict[Element, int] = {}
    for element in reversed(list(body.iter())):
        if element.tag in NOT_TEXT or reasons.get(element):
            sizes[element] = 0
            continue
        own = _size(element.text)
        sizes[element] = own + sum(sizes[child] + _size(child.tail) for child in element)
    return sizes


def _size(text: str | None) -> int:
    return len("".join(text.split())) if text else 0


# ------------------------------------------------------------------------- what surrounds the text


def _why(page: _Page, element: Element) -> str:
    """Why an element by itself is no content; "" where nothing says so."""
    tag, role = str(element.tag), (element.get("role") or "").lower()
    style = page.styles.of(element)
    large = 3 * page.sizes[element] > page.sizes[page.body] or element in page.around_main
    if _is_hidden(page, element, style):
        return HIDDEN
    if why := _of_word(element, style):
        return why
    if tag == "a" and (element.get("href") or "").startswith("#"):
        text = text_of(element).strip()
        if text and _ADDRESS.fullmatch(text):
            return PERMALINK
    if tag in _SMALL_BLOCKS and 0 < page.sizes[element] < 40 and _is_control(element):
        return CONTROL
    if role in _ROLES:
        return KEPT if large and _ROLES[role] in {FORM, ASIDE} else _ROLES[role]
    if tag in _TAGS:
        return _TAGS[tag]
    if tag in {"header", "footer"}:
        inside = any(above.tag in {"main", "article"} for above in element.iterancestors())
        titled = element.get("id") == "title-block-header"
        return KEPT if inside or titled or large else {"header": HEADER, "footer": FOOTER}[tag]
    if tag == "form":
        # Some servers put the whole page inside one form.
        return KEPT if large else FORM
    if tag in {"div", "section", "ul", "ol", "p", "a", "span"} and not large:
        names = [*classes(element), element.get("id") or ""]
        found = (why for why, known in _NAMES if any(known.search(name) for name in names))
        why = next(found, KEPT)
        return KEPT if why and why != COOKIES and _is_clauses(element) else why
    return KEPT


def _is_control(element: Element) -> bool:
    """Is it what a reader presses, or is asked, and no text of the document?"""
    text = text_of(element).strip(" \t\n\xa0:.")
    scripted = element.tag == "a" and (element.get("href") or "").startswith("javascript:")
    headed = any(True for _ in element.iterancestors(*HEADINGS))
    return bool(_SAYS_CONTROL.fullmatch(text)) or (scripted and not headed)


def _is_clauses(element: Element) -> bool:
    """Does a numbered clause begin in the element, whatever its class says?"""
    blocks = islice(element.iter(*BLOCKS), 400)
    found = map(text_of, blocks)
    return any(_CLAUSE.match(text) and len(text) > 60 for text in found)


def _is_hidden(page: _Page, element: Element, style: Properties) -> bool:
    by_style = style.get("display") == "none" or style.get("visibility") == "hidden"
    if not (by_style or element.get("hidden") is not None or style.get("mso-hide") == "all"):
        return False
    # A closed accordion or an unchosen tab is content that the reader can open.
    named = any(_FOLDED.search(name) for name in (*classes(element), element.get("role") or ""))
    folded = named or element.get("id") in page.controlled
    return not folded and element.get("hidden") != "until-found"


def _of_word(element: Element, style: Properties) -> str:
    """What word processors mark: page headers, footers, contents, notes, comments."""
    kind = style.get("mso-element", "")
    if element.tag == "div" and element.get("title") in {"header", "footer"}:
        return HEADER if element.get("title") == "header" else FOOTER
    if kind in {"header", "footer"}:
        return HEADER if kind == "header" else FOOTER
    if "footnote" in kind or "endnote" in kind:
        return FOOTNOTE
    if "comment" in kind:
        return COMMENT
    for name in classes(element):
        if re.fullmatch(r"MsoTo[cC]\d?|MsoTocHeading", name):
            return CONTENTS
        if name in {"MsoHeader", "MsoFooter"}:
            return HEADER if name == "MsoHeader" else FOOTER
        if name in {"MsoCommentText", "MsoCommentReference"}:
            return COMMENT
    return CONTENTS if re.match(r"Table of Contents\d", element.get("id") or "") else KEPT


def _folds(page: _Page, body: Element) -> None:
    """Buttons that open a part of the content are the headings of that part.

    What of their words is about the opening ("Show") stays out.
    """
    buttons = [node for node, why in page.reasons.items()
               if why == FORM and "button" in {node.tag, node.get("role")}]  # fmt: skip
    if not buttons:
        return
    named = {name: node for node in body.iter("*") if (name := node.get("id"))}
    for button in buttons:
        names = (button.get(name) for name in ("aria-controls", "data-bs-target", "data-target"))
        part = named.get(next(filter(None, names), "").lstrip("#"))
        if part is None or not page.sizes[part] or _inside_left_out(page, part):
            continue
        spans = [node for node in button.iter("span") if not len(node)]
        about = [node for node in spans if _FOLDS.fullmatch(text_of(node))]
        if page.sizes[button] == sum(page.sizes[node] for node in about):
            continue
        if _FOLDS.fullmatch(text_of(button)):
            continue
        page.reasons[button] = KEPT
        page.reasons |= dict.fromkeys((node for node in about if page.sizes[node]), FORM)


# ----------------------------------------------------------------------------------- main content


def _main(page: _Page, body: Element) -> Element:
    """The element that holds the document: a landmark, or the densest block; else the body."""
    whole = page.kept[body]
    for found in (
        [node for node in body.iter("*") if node.tag == "main" or node.get("role") == "main"],
        list(body.iter("article")),
    ):
        visible = [node for node in found if not _inside_left_out(page, node)]
        if not visible:
            continue
        best = max(visible, key=page.kept.__getitem__)
        together = sum(page.kept[node] for node in visible)
        if 3 * page.kept[best] >= 2 * together and 2 * page.kept[best] >= whole:
            return best
        if len(visible) > 1 and 2 * together >= whole:
            return _common(visible)
    surrounded = {NAVIGATION, HEADER, FOOTER, FORM, COOKIES, ASIDE} & set(page.reasons.values())
    return _densest(page, body) if surrounded and not _is_export(page) else body


def _is_export(page: _Page) -> bool:
    names = (node.get("content") or "" for node in page.root.iter("meta")
             if (node.get("name") or "").lower() in {"generator", "progid"})  # fmt: skip
    return any(re.search(r"Microsoft Word|Word\.Document|LibreOffice|OpenOffice|pandoc", name)
               for name in names)  # fmt: skip


def _inside_left_out(page: _Page, element: Element) -> bool:
    return any(page.reasons.get(node) for node in (element, *element.iterancestors()))


def _common(elements: list[Element]) -> Element:
    """The innermost element that holds all of `elements`."""
    paths = [[*reversed(list(node.iterancestors())), node] for node in elements]
    last = paths[0][0]
    for step in zip(*paths, strict=False):
        if any(node is not step[0] for node in step):
            break
        last = step[0]
    return last


def _densest(page: _Page, body: Element) -> Element:
    """The innermost block beside which only scraps stand: short, without heading or clause."""
    here = body
    while True:
        blocks = [child for child in here if child.tag in {"div", "section", "form", "center"}]
        best = max(blocks, key=page.kept.__getitem__, default=None)
        if best is None or 4 * page.kept[best] < 3 * page.kept[here]:
            return here
        others = [child for child in here if child is not best and page.kept[child]]
        if not all(_is_scrap(page, child) for child in others) or _own_text(here):
            return here
        here = best


def _is_scrap(page: _Page, element: Element) -> bool:
    if any(True for _ in element.iter(*HEADINGS, "table")):
        return False
    return page.kept[element] < _SHORT and not _is_clauses(element)


def _own_text(element: Element) -> int:
    return _size(element.text) + sum(_size(child.tail) for child in element)


def _leave_outside(page: _Page, body: Element, main: Element) -> None:
    """Leave out what is not inside `main`, but for the page's title where `main` has none."""
    above = [node for node in main.iterancestors() if node is body or body in node.iterancestors()]
    for node in above:
        page.reasons[node] = OUTSIDE
    page.reasons[main] = KEPT
    if any(not page.reasons.get(node) for node in main.iter("h1")):
        return
    for title in body.iter("h1"):
        if not _is_linked(page, title) and page.sizes[title] and not _in_navigation(page, title):
            page.reasons[title] = KEPT
            return


def _is_linked(page: _Page, title: Element) -> bool:
    return sum(page.sizes[link] for link in title.iter("a")) > 0


def _in_navigation(page: _Page, title: Element) -> bool:
    unwanted = {NAVIGATION, COOKIES, FORM, HIDDEN, ASIDE}
    return any(page.reasons.get(node) in unwanted for node in (title, *title.iterancestors()))

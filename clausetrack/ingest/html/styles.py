"""The few properties of CSS that change what a page says: what is hidden, struck out, numbered.

Style sheets inside the page and `style` attributes are read, nothing is fetched. Selectors of
tags, classes, IDs, descendants and children are understood; a rule with any other selector is
passed over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from clausetrack.errors import UnreadableInput

Element = etree._Element

_PROPERTIES = {"display", "visibility", "list-style", "list-style-type", "counter-reset",
               "counter-increment", "content", "font-weight", "font-style", "text-decoration",
               "text-decoration-line", "mso-list", "mso-element", "mso-hide"}  # fmt: skip
#: How often rules are tried on elements before the page is refused: a real one needs far fewer.
_MAX_TRIES = 1_000_000
_MAX_SHEETS = 3_000_000  # characters
_MAX_RULES = 20_000
_TOO_LARGE = "the page's style sheets are too large; save it without them"

_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.S)
_DECLARATION = re.compile(r"""((?:[^;"']|"[^"]*"|'[^']*')+)""")
_COMPOUND = re.compile(r"(?P<tag>[a-zA-Z][\w-]*|\*)?(?P<rest>(?:[.#][\w-]+)*)")
_SIMPLE = re.compile(r"([.#])([\w-]+)")
_PSEUDO = re.compile(r"::?(before|marker)$")

Properties = dict[str, str]


@dataclass(frozen=True, slots=True)
class _Compound:
    """One step of a selector; `child` says that it is a child of the step before it."""

    tag: str
    names: tuple[tuple[str, str], ...]
    child: bool = False

    def fits(self, element: Element) -> bool:
        if self.tag and element.tag != self.tag:
            return False
        return all(
            name in classes(element) if kind == "." else element.get("id") == name
            for kind, name in self.names
        )

    @property
    def key(self) -> str:
        return "".join(self.names[-1]) if self.names else self.tag


@dataclass(frozen=True, slots=True)
class _Rule:
    steps: tuple[_Compound, ...]
    properties: Properties
    weight: tuple[int, int, int, int]


@dataclass
class Styles:
    """The style sheets of one page; `counter_styles` are its `@counter-style` rules by name."""

    rules: dict[tuple[str, str], list[_Rule]] = field(default_factory=dict)
    counter_styles: dict[str, Properties] = field(default_factory=dict)
    tries: int = 0

    def of(self, element: Element) -> Properties:
        """The properties that the page gives `element` itself; nothing is inherited."""
        own = element.get("style")
        if not self.rules and not own:
            return {}
        return {**self._matched(element, ""), **declarations(own or "")}

    def marker(self, element: Element) -> str:
        """The `content` that is generated before `element`, as written; "" for none."""
        for pseudo in ("marker", "before"):
            if content := self._matched(element, pseudo).get("content"):
                return content
        return ""

    def steps(self, element: Element) -> str:
        """The `counter-increment` of what is generated before `element`; "" for none."""
        if not self.counting:
            return ""
        return self._matched(element, "before").get("counter-increment", "")

    @cached_property
    def counting(self) -> bool:
        """Does any rule count where it generates text?"""
        return any(
            pseudo and "counter-increment" in rule.properties
            for (pseudo, _), rules in self.rules.items()
            for rule in rules
        )

    def _matched(self, element: Element, pseudo: str) -> Properties:
        if not self.rules:
            return {}
        keys = [str(element.tag), "*", *(f".{name}" for name in classes(element))]
        if element.get("id"):
            keys.append(f"#{element.get('id')}")
        found = []
        for key in keys:
            rules = self.rules.get((pseudo, key), [])
            self.tries += len(rules)
            found += [rule for rule in rules if self._fits(rule.steps, element)]
        if self.tries > _MAX_TRIES:
            raise UnreadableInput(_TOO_LARGE)
        out: Properties = {}
        for rule in sorted(found, key=lambda rule: rule.weight):
            out.update(rule.properties)
        return out

    def _fits(self, steps: tuple[_Compound, ...], element: Element) -> bool:
        if not steps[-1].fits(element):
            return False
        if len(steps) == 1:
            return True
        above = element.getparent()
        while above is not None:
            self.tries += 1
            if self._fits(steps[:-1], above):
                return True
            if steps[-1].child or self.tries > _MAX_TRIES:
                return False
            above = above.getparent()
        return False


def text_of(element: Element) -> str:
    """All the text in an element."""
    return "".join(map(str, element.itertext()))


def classes(element: Element) -> list[str]:
    """The class names of an element."""
    return (element.get("class") or "").split()


def declarations(text: str) -> Properties:
    """The properties we read of "name: value; ..."; a shorthand gives its longhand too."""
    out: Properties = {}
    if ":" not in text:
        return out
    for part in _DECLARATION.findall(text):
        name, _, value = part.partition(":")
        name = name.strip().lower()
        if name in _PROPERTIES:
            value = value.replace("!important", "").strip()
            out[name] = value if name in {"content", "list-style-type"} else value.lower()
    if "text-decoration-line" in out:
        out["text-decoration"] = out.pop("text-decoration-line")
    if "list-style" in out:
        out.setdefault("list-style-type", out.pop("list-style").split(" ")[0])
    return out


def sheets(root: Element) -> Styles:
    """The style sheets that stand in the page itself."""
    styles = Styles()
    nodes = list(root.iter("style"))
    if sum(len(node.text or "") for node in nodes) > _MAX_SHEETS:
        raise UnreadableInput(_TOO_LARGE)
    for node in nodes:
        _read(_COMMENT.sub("", node.text or ""), styles)
    return styles


def _read(text: str, styles: Styles) -> None:
    at = 0
    order = sum(len(rules) for rules in styles.rules.values())
    while (opened := text.find("{", at)) >= 0:
        prelude = text[at:opened].rpartition(";")[2].strip()
        if re.match(r"@media\s+(?:screen|all)\s*$", prelude):
            at = opened + 1  # what stands inside counts as if it stood outside
            continue
        closed = text.find("}", opened)
        closed = len(text) if closed < 0 else closed
        if prelude.startswith(("@media", "@supports", "@layer", "@keyframes", "@container")):
            at = _end(text, opened)
            continue
        body = text[opened + 1 : closed]
        at = closed + 1
        if prelude.startswith("@counter-style"):
            styles.counter_styles[prelude.split()[-1]] = {
                name.strip(): value.strip()
                for name, _, value in (part.partition(":") for part in body.split(";"))
            }
            continue
        if properties := declarations(body):
            for selector in prelude.lstrip("}").split(","):
                order += 1
                if order > _MAX_RULES:
                    raise UnreadableInput(_TOO_LARGE)
                _add(selector.strip(), properties, order, styles)


def _end(text: str, opened: int) -> int:
    """The place after the block that opens at `opened`."""
    depth = 0
    for found in re.finditer(r"[{}]", text[opened:]):
        depth += 1 if found[0] == "{" else -1
        if depth == 0:
            return opened + found.end()
    return len(text)


def _add(selector: str, properties: Properties, order: int, styles: Styles) -> None:
    pseudo = _PSEUDO.search(selector)
    if pseudo:
        selector = selector[: pseudo.start()]
    steps: list[_Compound] = []
    child = False
    for part in re.sub(r"\s*>\s*", " > ", selector).split():
        if part == ">":
            child = True
            continue
        found = _COMPOUND.fullmatch(part)
        if found is None:
            return
        tag = "" if found["tag"] in (None, "*") else found["tag"].lower()
        names = tuple((kind, name) for kind, name in _SIMPLE.findall(found["rest"]))
        steps.append(_Compound(tag, names, child))
        child = False
    if not steps:
        return
    named = [kind for step in steps for kind, _ in step.names]
    weight = (named.count("#"), named.count("."), sum(bool(step.tag) for step in steps), order)
    key = (pseudo[1] if pseudo else "", steps[-1].key or "*")
    styles.rules.setdefault(key, []).append(_Rule(tuple(steps), properties, weight))

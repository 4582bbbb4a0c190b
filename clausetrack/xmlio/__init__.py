"""XML in and out: the one place where an XML parser is made, validation, and `Document` as XML.

Nothing in a file that comes from outside makes the program expand, fetch or follow anything: no
entities, no DTD (a DOCTYPE is refused), no network, bounded size and depth.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clausetrack import errors
from clausetrack.model import Document

if TYPE_CHECKING:
    from lxml import etree

NAMESPACE = "urn:clausetrack:1"
SCHEMA = "clausetrack.xsd"

#: A file that breaks its schema everywhere is not listed to the end.
MOST_PROBLEMS = 200

#: The element of each kind of clause in a document's own body. An unnumbered heading is a
#: `crossHeading`, since `heading` is the heading of a numbered unit.
ELEMENTS = {
    "part": "part",
    "clause": "clause",
    "paragraph": "paragraph",
    "item": "item",
    "heading": "crossHeading",
    "note": "note",
    "bullet": "bullet",
    "text": "text",
    "table": "table",
}
#: The same in quoted wording. The names differ so that the key of the body, which XPath in a
#: schema can only select by name, does not see into quoted wording.
QUOTED = {kind: f"quoted{name[0].upper()}{name[1:]}" for kind, name in ELEMENTS.items()}


def parse_xml(data: bytes, what: str, *, comments: bool = True) -> etree._Element:
    """The root element of the XML in `data`; raises `errors.InvalidXml`, whose line names `what`.

    `comments=False` drops comments and processing instructions, so that the text on both sides of
    one is a single text again.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        no_network=True,
        huge_tree=False,
        remove_comments=not comments,
        remove_pis=not comments,
    )
    if not data.strip():
        raise errors.MalformedXml(f"{what}: empty; expected XML")
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        reason = re.split(r", (?:line|use|try|see) ", error.msg or "unknown")[0].strip()
        raise errors.MalformedXml(
            f"{what}: line {line}, column {column}: not well-formed XML: {reason}"
        ) from None
    except (ValueError, LookupError) as error:
        raise errors.InvalidXml(f"{what}: not readable as XML: {error}") from None
    # The parser itself is asked, so no encoding or prologue can hide the declaration from us.
    if root.getroottree().docinfo.internalDTD is not None:
        raise errors.InvalidXml(f"{what}: has a DOCTYPE, which is refused; remove it and try again")
    return root


def to_xml(document: Document) -> bytes:
    """The document as XML: the same document gives the same bytes, and they are valid.

    Raises `errors.InvalidXml` for a document that is no tree (an ID used twice in one ID space, a
    clause before its parent) and for a character that XML cannot hold.
    """
    from clausetrack.xmlio import write

    return write.write(document)


def from_xml(data: bytes, what: str = "the document", *, places: bool = True) -> Document:
    """The document in our own XML; raises `errors.InvalidXml`, whose line names `what`.

    Without `places` it says the same and does not know where: see `xmlio.wording`.
    """
    if not places:
        from clausetrack.xmlio import wording

        if (document := wording.read(data)) is not None:
            return document
    from clausetrack.xmlio import read

    root = parse_xml(data, what, comments=False)
    for problem in _problems(root, SCHEMA):
        raise errors.InvalidXml(f"{what}: line {problem.line}: {problem.element}: {problem.rule}")
    try:
        return read.read(root)
    except errors.InvalidXml as error:
        raise errors.InvalidXml(f"{what}: {error}") from None


# ---------------------------------------------------------------------------------- validation


@dataclass(frozen=True, slots=True)
class Problem:
    """Where a file breaks its schema: the line, the element, and the rule in words."""

    line: int
    element: str
    rule: str


def validate(data: bytes, what: str = "the file") -> list[Problem]:
    """What is wrong in our XML by the schema, the first of it where it is much.

    Raises `errors.InvalidXml` where it is no XML.
    """
    return _problems(parse_xml(data, what), SCHEMA)


@cache
def schema(name: str = SCHEMA) -> etree.XMLSchema:
    """One of the schemas that we ship, from a wheel or from a checkout."""
    from importlib import resources

    from lxml import etree

    packaged = resources.files("clausetrack") / "schemas" / name
    checkout = Path(__file__).resolve().parents[2] / "schemas" / name
    source = packaged if packaged.is_file() else checkout
    return etree.XMLSchema(parse_xml(source.read_bytes(), name))


def _problems(root: etree._Element, name: str) -> list[Problem]:
    from lxml import etree

    rules = schema(name)
    if rules.validate(root):
        return []
    found: list[Problem] = []
    entries: Any = rules.error_log  # the published types do not know that it can be walked
    for entry in islice(entries, MOST_PROBLEMS):
        named = re.match(r"Element '(?:\{.*?\})?(.*?)'", entry.message)
        element = named[1] if named else etree.QName(root).localname
        try:
            nodes = root.xpath(entry.path) if entry.path else []
        except etree.XPathEvalError:  # the path has a prefix of the file, which is none of ours
            nodes = []
        if isinstance(nodes, list) and nodes and isinstance(nodes[0], etree._Element):
            element = " ".join((element, nodes[0].get("id") or "")).strip()
        problem = Problem(entry.line, element, _rule(entry.message))
        if problem not in found[-3:]:
            found.append(problem)
    return found


#: What libxml2 says, and what a person reads.
_WORDS = (
    (
        r"Duplicate key-sequence \['(?P<id>.*)'\] in key identity-constraint '(?P<key>\w+)'\.",
        {
            "bodyClauses": 'the ID "{id}" stands twice in the body of the document',
            "quotedClauses": 'the ID "{id}" stands twice in one piece of quoted wording',
            "fragments": 'two pieces of quoted wording are called "{id}"',
        },
    ),
    (
        r"No match found for key-sequence \['(?P<id>.*)'\] of keyref '(?P<key>\w+)'\.",
        {
            "bodyReferences": 'is marked as resolved, but the body has no clause "{id}"',
            "quotedReferences": 'is marked as resolved, but its fragment has no clause "{id}"',
            "bodyParents": 'names the parent "{id}", which the body does not hold',
            "quotedFragments": 'meta lists no fragment "{id}"',
        },
    ),
    (r"This element is not expected\. Expected is (?P<what>.*)\.", "stands where {what} should"),
    (r"This element is not expected\.", "has no place here"),
    (r"Missing child element\(s\)\. Expected is (?P<what>.*)\.", "lacks {what}"),
    (r"The attribute '(?P<name>.*)' is not allowed\.", 'has no attribute "{name}"'),
    (r"The attribute '(?P<name>.*)' is required but missing\.", 'lacks the attribute "{name}"'),
    (
        r"No matching global declaration available for the validation root\.",
        f"is not the root of a clausetrack document (namespace {NAMESPACE})",
    ),
    (r"Character content .* not allowed.*", "holds text where only elements may stand"),
    (
        r"\[facet 'enumeration'\] The value '(?P<id>.*)' is not an element of the set "
        r"\{(?P<what>.*)\}\.",
        'is "{id}", and may be {what}',
    ),
    (
        r"(?:\[facet 'pattern'\] The value )?'(?P<id>.*)' is not "
        r"(?:a valid value of .* 'Day'|accepted by the pattern .*)\.",
        'is "{id}", which is no day (YYYY-MM-DD)',
    ),
    (
        r"'(?P<id>.*)' is not a valid value of .* '\S*unsignedInt'\.",
        'is "{id}", which is no whole number',
    ),
    (r"'(?P<id>.*)' is not a valid value of .* '\S*decimal'\.", 'is "{id}", which is no number'),
)


def _rule(message: str) -> str:
    """The rule that a message of the validator is about, in words."""
    text = message.replace(f"{{{NAMESPACE}}}", "")
    text = re.sub(r"^Element '[^']*'", "", text)
    attribute = re.match(r", attribute '([^']*)'", text)
    text = re.sub(r"^(?:, attribute '[^']*')?:\s*", "", text)
    for pattern, words in _WORDS:
        if match := re.fullmatch(pattern, text, re.S):
            groups = match.groupdict()
            if isinstance(words, dict):
                words = words.get(groups["key"], text)
            expected = re.sub(r"^one of ", "", groups.get("what") or "").strip("() ")
            expected = re.sub(r",\s*", " or ", expected).replace("'", "")
            text = words.format_map({**groups, "what": expected})
            break
    return f'attribute "{attribute[1]}" {text}' if attribute else text

"""Word packages: opened from bytes with suspicion, saved with every untouched part as it was."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import unquote

from lxml import etree

from clausetrack.errors import MalformedXml, UnreadableInput
from clausetrack.ooxml.container import check_entries, check_file, is_like_a_bomb, is_xml
from clausetrack.ooxml.names import RELATIONSHIPS_NS, TYPES_NS, W_NS, Element
from clausetrack.ooxml.strict import STRICT, forms_in, to_ordinary, to_strict
from clausetrack.xmlio import parse_xml

TYPES = "[Content_Types].xml"

_OFFICE_DOCUMENT = "/officeDocument"

#: The kinds of part of which a document has one, by the same ends.
_ONCE = frozenset(("styles", "numbering", "settings", "theme", "fontTable", "footnotes", "endnotes",
                   "comments", "glossaryDocument"))  # fmt: skip
#: The kinds of part that hold the story of a document, by the end of their relationship's type.
STORIES = ("header", "footer", "footnotes", "endnotes", "comments")


class Relationship(NamedTuple):
    """A relationship of one part; `target` is a part's name, or an address where `external`."""

    id: str
    type: str
    target: str
    external: bool = False


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a Word file by name, in the order of the file; `name` is for messages.

    The parts of a `strict` file are given, and taken, with the names of the ordinary form.
    """

    parts: Mapping[str, bytes]
    name: str = ""
    strict: bool = False
    #: Trees that were parsed to look at them and not changed, for the first who asks for the part.
    checked: dict[str, Element] = field(default_factory=dict, repr=False, compare=False)

    def xml(self, part: str) -> Element:
        """The root of a part, as a tree that nobody else has."""
        if part not in self.parts:
            raise UnreadableInput(f"{self.name}: damaged Word file: it has no part {part}")
        if (root := self.checked.pop(part, None)) is not None:
            return root
        what = f"{self.name}, {part}"
        root = parse_xml(self.parts[part], what)
        return to_ordinary(root, what) if self.strict else root

    def changed(self, parts: Mapping[str, bytes]) -> Package:
        """This package with `parts` replaced, new ones after the others."""
        if self.strict:
            parts = {name: to_strict(part) if is_xml(name) else part
                     for name, part in parts.items()}  # fmt: skip
        return Package(MappingProxyType({**self.parts, **parts}), self.name, self.strict)

    @property
    def document(self) -> str:
        """The name of the main part."""
        for relationship in relationships(self, ""):
            if relationship.type.endswith(_OFFICE_DOCUMENT):
                return relationship.target
        raise UnreadableInput(f"{self.name}: not a Word file: it has no main document")

    def stories(self) -> dict[str, str]:
        """The parts that hold text: their names and kinds, the main one first ("document")."""
        main = self.document
        found = {main: "document"}
        for relationship in relationships(self, main):
            kind = relationship.type.rpartition("/")[2]
            if kind in STORIES and relationship.target in self.parts:
                found.setdefault(relationship.target, kind)
        return found


def open_package(data: bytes, name: str = "", like: Package | None = None) -> Package:
    """The package in `data`; raises UnreadableInput where it is none, damaged or not safe.

    What is byte for byte a part of `like`, which was opened before, is not looked at again.
    """
    package = open_parts(data, name or "the document", like=like)
    name = package.name
    _check_types(package.xml(TYPES), name)
    main = package.document
    _check_once(package, main)
    root = package.checked[main] = package.xml(main)
    if (etree.QName(root).namespace or "").startswith(STRICT):
        package = Package(package.parts, name, strict=True)
        root = package.checked[main] = to_ordinary(root, f"{name}, {main}")
    if etree.QName(root).namespace != W_NS:
        raise UnreadableInput(f"{name}: not a Word document")
    if root.find(f"{{{W_NS}}}body") is None:
        raise UnreadableInput(f"{name}: damaged Word file: its main part has no text")
    return package


def open_to_change(data: bytes, name: str = "", like: Package | None = None) -> Package:
    """The package in `data`, to put marks and parts of our own into it; `like` as in open_package.

    Raises UnreadableInput for a Strict file too: what we put in is in the words of the ordinary
    form, and some of them (the sides "left" and "right", old pictures) are none in the Strict one.
    """
    package = open_package(data, name, like)
    if package.strict:
        raise UnreadableInput(
            f"{package.name}: in the Strict form of Open XML, into which no tracked changes are "
            "written; save it as an ordinary Word document (.docx)"
        )
    return package


def open_parts(
    data: bytes,
    name: str,
    kind: str = "Word file",
    ending: str = ".docx",
    like: Package | None = None,
) -> Package:
    """The parts of an Office file of that kind, each checked; raises UnreadableInput."""
    check_file(data, name, kind, ending)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            check_entries(infos, name)
            parts = {info.filename: _unpacked(archive, info) for info in infos}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError,
            RuntimeError) as error:  # fmt: skip
        raise UnreadableInput(f"{name}: damaged {kind}: {error}") from None
    if b"opendocument" in parts.get("mimetype", b"")[:100]:
        raise UnreadableInput(f"{name}: an OpenDocument file; save it as {ending}")
    if TYPES not in parts:
        raise UnreadableInput(f"{name}: a ZIP archive, but not a {kind}")
    package = Package(MappingProxyType(parts), name)
    _check_xml(package, {} if like is None else like.parts)
    return package


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """A part, no more of it than its entry says: `ZipFile.read` unpacks all before it looks."""
    with archive.open(info) as file:
        return file.read(info.file_size)


def save(package: Package) -> bytes:
    """The bytes of the package: parts in their order, no time of day, same input same bytes."""
    data, like_a_bomb = _zipped(package, frozenset())
    return _zipped(package, like_a_bomb)[0] if like_a_bomb else data


def _zipped(package: Package, as_it_is: frozenset[str]) -> tuple[bytes, frozenset[str]]:
    """The bytes, and the parts that shrink so much that `open_package` would refuse the file.

    A text of very many equal lines does; such parts are written `as_it_is`.
    """
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for part, content in package.parts.items():
            info = zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if part in as_it_is else zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, content, compresslevel=6)
        found = frozenset(one.filename for one in archive.infolist() if is_like_a_bomb(one))
    return out.getvalue(), found


def to_bytes(root: Element) -> bytes:
    """A part as it is written."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


# ------------------------------------------------------------------------------ relationships


def relationships_part(part: str) -> str:
    """The name of the part that holds the relationships of `part` ("" for the package's own)."""
    folder, _, file = part.rpartition("/")
    return f"{folder}/_rels/{file}.rels".removeprefix("/")


def relationships(package: Package, part: str) -> Iterator[Relationship]:
    """The relationships of a part; none where it has no such part of its own."""
    where = _by_any_case(package, relationships_part(part))
    if where not in package.parts:
        return
    for node in package.xml(where).iter(f"{{{RELATIONSHIPS_NS}}}Relationship"):
        target = node.get("Target", "")
        external = node.get("TargetMode") == "External"
        if not external:
            base = "" if target.startswith("/") else posixpath.dirname(part)
            path = posixpath.normpath(posixpath.join(base, unquote(target).lstrip("/")))
            target = path if path in package.parts else _by_any_case(package, path)
        yield Relationship(node.get("Id", ""), node.get("Type", ""), target, external)


def targets(package: Package, part: str) -> dict[str, str]:
    """What the relationships of a part lead to, by their IDs."""
    return {link.id: link.target for link in relationships(package, part)}


def part_of(package: Package, kind: str) -> str:
    """The part of a kind ("numbering") that the main part refers to; "" for none."""
    links = relationships(package, package.document)
    found = (link.target for link in links if link.type.endswith(f"/{kind}"))
    return next((part for part in found if part in package.parts), "")


def mime(package: Package, part: str) -> str:
    """The content type of a part."""
    types = package.xml(TYPES)
    for node in types.iter(f"{{{TYPES_NS}}}Override"):
        if node.get("PartName", "").lstrip("/").lower() == part.lower():
            return node.get("ContentType", "")
    ending = part.rpartition(".")[2].lower()
    defaults = {node.get("Extension", "").lower(): node.get("ContentType", "")
                for node in types.iter(f"{{{TYPES_NS}}}Default")}  # fmt: skip
    return defaults.get(ending, "application/octet-stream")


def add_part(
    package: Package, source: str, part: str, content: bytes, content_type: str, kind: str
) -> Package:
    """The package with a new part, its content type, and a relationship to it from `source`."""
    types = package.xml(TYPES)
    override = etree.SubElement(types, f"{{{TYPES_NS}}}Override")
    override.set("PartName", f"/{part}")
    override.set("ContentType", content_type)
    package, _ = _related(package, source, f"/{part}", kind)
    return package.changed({TYPES: to_bytes(types), part: content})


def add_link(package: Package, source: str, address: str, kind: str) -> tuple[Package, str]:
    """The package with a relationship of `source` to an address outside, and its ID."""
    return _related(package, source, address, kind, TargetMode="External")


def _related(
    package: Package, source: str, target: str, kind: str, **more: str
) -> tuple[Package, str]:
    where = relationships_part(source)
    if where in package.parts:
        root = package.xml(where)
    else:
        root = etree.Element(f"{{{RELATIONSHIPS_NS}}}Relationships", nsmap={None: RELATIONSHIPS_NS})  # type: ignore[dict-item]
    taken = {node.get("Id") for node in root}
    name = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
    node = etree.SubElement(root, f"{{{RELATIONSHIPS_NS}}}Relationship")
    for key, said in {"Id": name, "Type": kind, "Target": target, **more}.items():
        node.set(key, said)
    return package.changed({where: to_bytes(root)}), name


def without_parts(package: Package, gone: Callable[[str, str], bool]) -> Package:
    """The package without the parts for which `gone(name, kind)` holds, and all that names them.

    `kind` is the last word of the type of a relationship to the part; relationships of the parts
    that stay are searched, those of other parts go with them.
    """
    dropped: set[str] = set()
    links: dict[str, set[str]] = {}
    for source in ["", *package.parts]:
        for link in relationships(package, source):
            if not link.external and gone(link.target, link.type.rpartition("/")[2]):
                dropped.add(link.target)
                links.setdefault(source, set()).add(link.id)
    changed: dict[str, bytes] = {}
    for source, ids in links.items():
        where = relationships_part(source)
        root = package.xml(where)
        for node in [node for node in root if node.get("Id") in ids]:
            root.remove(node)
        changed[where] = to_bytes(root)
    if not dropped:
        return package
    types = package.xml(TYPES)
    for node in [n for n in types if n.get("PartName", "").lstrip("/") in dropped]:
        types.remove(node)
    changed[TYPES] = to_bytes(types)
    dropped |= {relationships_part(part) for part in dropped}
    kept = {part: data for part, data in package.parts.items() if part not in dropped}
    return Package(MappingProxyType({**kept, **{k: v for k, v in changed.items() if k in kept}}),
                   package.name, package.strict)  # fmt: skip


def _by_any_case(package: Package, path: str) -> str:
    """Part names are told apart without regard to case."""
    if path in package.parts:
        return path
    return next((part for part in package.parts if part.lower() == path.lower()), path)


# ------------------------------------------------------------------------------------- checks


def _check_xml(package: Package, known: Mapping[str, bytes]) -> None:
    """Refuse a package with a part that has a DOCTYPE, or that is no XML where it ought to be.

    What no part names (a file that another program left behind) may be anything: Word ignores it.
    """
    broken = {}
    listed = list(filter(is_xml, package.parts))
    # Trees are large, so two are kept: that of the main part and of the styles, as a rule.
    largest = max(listed, key=lambda part: len(package.parts[part]))
    forms: set[str] = set()
    for part in listed:
        if known.get(part) == package.parts[part]:
            continue
        try:
            root = package.xml(part)
            forms |= forms_in(root)
            if part == largest or part.endswith("/styles.xml"):
                package.checked[part] = root
        except MalformedXml as error:
            if part == TYPES or part.endswith(".rels"):
                raise
            broken[part] = error
    if len(forms) > 1:
        raise UnreadableInput(f"{package.name}: refused: a mixture of the ordinary and the Strict "
                              "form of Open XML; open it in Word and save it again")  # fmt: skip
    if broken:
        links = (link for part in ("", *package.parts) for link in relationships(package, part))
        named = {link.target for link in links}
        for part, fault in broken.items():
            if part in named:
                raise fault


def _check_once(package: Package, main: str) -> None:
    """Refuse a package that names two parts for what there is one of: which counts is not known."""
    for source, kinds in (("", ("officeDocument",)), (main, _ONCE)):
        found: dict[str, str] = {}
        for link in relationships(package, source):
            kind = link.type.rpartition("/")[2]
            listed = kind in kinds and link.target in package.parts
            if listed and found.setdefault(kind, link.target) != link.target:
                raise UnreadableInput(f"{package.name}: refused: it names two parts as its "
                                      f"{kind} ({found[kind]} and {link.target})")  # fmt: skip


def _check_types(root: Element, name: str) -> None:
    types = {node.get("ContentType", "") for node in root.iter(f"{{{TYPES_NS}}}Override")}
    types |= {node.get("ContentType", "") for node in root.iter(f"{{{TYPES_NS}}}Default")}
    main = [kind for kind in types if kind.endswith(".main+xml")]
    if main and not any("word" in kind for kind in main):
        raise UnreadableInput(f"{name}: an Office file, but not a Word document")

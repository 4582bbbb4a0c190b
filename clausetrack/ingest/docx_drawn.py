"""What a Word file prints that is the text of no paragraph: in WordArt, in diagrams, by fields."""

from __future__ import annotations

from collections.abc import Iterator

from clausetrack import reasons
from clausetrack.ingest.docx_lines import Part
from clausetrack.model import LeftOut, Source
from clausetrack.ooxml.drawn import CODES, DIAGRAM, WORD_ART, code_printed, in_diagram
from clausetrack.ooxml.fields import fields_of
from clausetrack.ooxml.names import Element, w
from clausetrack.ooxml.package import Package, relationships
from clausetrack.ooxml.text import in_fallback


def drawn(package: Package, here: Part, root: Element) -> Iterator[LeftOut]:
    """The text of the WordArt, the diagrams and such fields in a part, as left out of the text."""
    fields: dict[Element, dict[Element | None, list[Element]]] = {}
    for node in root.iter(WORD_ART, DIAGRAM, *CODES):
        paragraph = next(node.iterancestors(w("p")), None)
        if paragraph is None or paragraph not in here.places or in_fallback(node):
            continue
        at = here.places[paragraph]
        if node.tag == WORD_ART:
            found, why = [node.get("string", "")], reasons.WORD_ART
        elif node.tag == DIAGRAM:
            links = list(relationships(package, here.part))
            found, why = in_diagram(package, links, node), reasons.DIAGRAM
        else:
            if paragraph not in fields:
                fields[paragraph] = {run: runs for runs in fields_of(paragraph) for run in runs}
            found = [code_printed(node, fields[paragraph].get(node.getparent()))]
            why = reasons.FIELD
        for text in found:
            if text.strip():
                yield LeftOut(text, why, Source(here.file, part=here.part, paragraph=at))

"""Why text is left out of the clauses, where more than one room asks: what `LeftOut.why` says."""

from __future__ import annotations

#: Where it stands, in the words of a reader of the print.
HEADER = "in the page header"
FOOTER = "in the page footer"
FOOTNOTE = "in a footnote"
ENDNOTE = "in an endnote"
NOTES = (FOOTNOTE, ENDNOTE)
COMMENT = "in a comment"
TEXT_BOX = "in a text box"
WORD_ART = "in WordArt"
DIAGRAM = "in a diagram"
FIELD = "in a field that prints what its code says"
ASTRAY = "at a place where Word keeps no text"
MERGED_CELL = "in a cell that is hidden by a merged one"

#: What it is. A footnote is a line of one as a PDF prints it; the name is what stands before it
#: in a text, and the raised mark one that a writer typed behind an amount.
PRINTED_FOOTNOTE = "a footnote"
FOOTNOTE_MARK = "the mark of a footnote"
FOOTNOTE_NAME = "the name of a footnote"
RAISED_MARK = "the raised mark of a note"
ADDRESS = "the address of a link"
CONTENTS = "a line of the table of contents"
#: Between two lines of dashes at the top of a text.
FRONT_MATTER = "front matter of the file"
#: What stands at the edges of printed pages; of a text made of them it is not known at which.
RUNNING_HEADER = "a running header"
RUNNING_FOOTER = "a running footer"
RUNNING = "page header or footer"
LINE_NUMBER = "the number of a line, in the margin"

#: What a version that is read with its tracked changes accepted, or rejected, does not have.
DROPPED = {
    "accepted": "deleted by a tracked change",
    "rejected": "inserted by a tracked change",
}


def is_place(why: str) -> bool:
    """Does a reason say where the print shows the text? A comment is of no print."""
    return why.startswith("in ") and why != COMMENT

"""The phrases in which terms of settlement order a change, each named once.

They are fragments of patterns, for letters of any case unless a name says otherwise. What reads
terms puts its patterns together of them.
"""

from __future__ import annotations

from clausetrack.numbering import DESIGNATION

#: What counts its clauses anew, and with that every division that has a name.
SCHEDULE = r"(?:Appendix|Schedule|Supplement|Annexe?)"
DIVISION = r"(?:Part|Article|Appendix|Schedule|Supplement|Annexe?)"
#: A letter right before a number is part of it: C1.1 is not 1.1.
CITATION = (
    r"(?:(?:\b(?-i:[A-Z]{1,2}|[A-Z]\.))?\d+[A-Z]{0,3}\d*(?:\.\d+[A-Z]{0,3}\d*)*(?:\s?\.?\([a-z0-9]{1,5}\))*"
    rf"|{DIVISION}\s+{DESIGNATION}"
    r"(?:,?\s+(?:clauses?|[Ss]ections?)\s+\d[\d.]*(?:\s?\([A-Za-z0-9]{1,5}\))*)?)"
)
#: A clause by a number that can be no other: "clause 4", "4.2", and no bare "2".
CLAUSE = rf"(?:(?:sub-?)?clause |(?=(?i:article) |(?:[A-Z]\.?)?\d+[A-Z]?\.\d)){CITATION}"
#: "is", "are hereby", "shall be", "is to be", "should now be".
BE = (
    r"(?:is|are|be|will be|shall be|should be|(?:is |are )?to be)(?: hereby| now| also| both)?"
)
#: What has become of words, or of a clause, that an order takes out.
GONE = (
    r"(?:deleted|removed|repealed|omitted|struck out|taken out|revoked|rescinded|abolished|scrapped"
    r"|dropped|cancelled)"
)
#: Verbs of orders.
DELETE = (
    r"(?:delete|remove|omit|repeal|strike(?: out)?|take out|drop|deleting|removing|omitting"
    r"|repealing|striking out|taking out)"
)
ADD = r"(?:insert|inserting|add|adding|include|including)"
RENUMBER = r"re-?(?:number|letter)(?:ing)?"
#: Who orders it: "the parties have agreed to ", "it is also agreed that ".
AGREED = (
    r"(?:(?:the parties|both parties|we|it is|it was)(?: have| has been| also| further)* agreed?"
    r"(?: to| that) )?(?:to )?"
)
#: Behind an order that ends.
END = r" ?[.;]?(?: and)?"
#: A quotation, where its number between two marks stands for it.
QUOTATION = "\x02\\d+\x03"
#: Where what comes in is said to stand.
STEAD = r"(?:in (?:its|their) (?:place|stead)|instead)"
#: Words in quotation marks of one kind.
MARKED = r"(?:“[^“”]{1,200}”|\"[^\"]{1,200}\"|‘[^‘’]{1,200}’(?!\w))"
#: How parts of a clause are counted: by words, the last one from behind.
ORDINALS = {
    name: str(at)
    for at, names in enumerate(
        ("first 1st", "second 2nd", "third 3rd", "fourth 4th", "fifth 5th", "sixth 6th",
         "seventh 7th", "eighth 8th", "ninth 9th", "tenth 10th"), 1)
    for name in names.split()
} | {"last": "-1", "final": "-1"}  # fmt: skip
ORDINAL = rf"(?:{'|'.join(ORDINALS)})"
#: The letters of a list that a citation ends in, and what joins the clauses of a list.
LABEL = r"\([a-z0-9]{1,5}\)"
LABELS = rf"{LABEL}(?: ?{LABEL})*"
JOIN = r"(?:, (?:and|&) |, | (?:and|&|to|through) | ?[-–—/] ?)"

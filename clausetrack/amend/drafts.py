"""An amendment in the making, while its item is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from clausetrack.amend.sentences import Order
from clausetrack.model import Source
from clausetrack.settlement import Effective


@dataclass
class Draft:
    """An amendment in the making."""

    item: str
    order: Order
    target: str | None
    source: Source
    said: list[str]
    after: str | None = None
    wording: str = "described"
    fragment: str | None = None
    clauses: tuple[str, ...] = ()
    figures: bool = False
    effective: list[Effective] = field(default_factory=list)

    @property
    def by_words(self) -> bool:
        """Is the order carried out by its own words ("Delete clause 3.7"), with none printed?"""
        return self.wording == "given" and self.fragment is None

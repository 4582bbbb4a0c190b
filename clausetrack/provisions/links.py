"""The phrases by which an agreement is bound to what is settled, paid or measured elsewhere."""

from __future__ import annotations

import re

IF = r"\b(?:if|where|when|should|whenever|in the event)\b"
_NAMED = r"(?:[A-Z][\w'’-]* (?:and |in |of )?){1,8}Collective Agreement"
#: An agreement by its name in full.
NAMED = re.compile(rf"\b{_NAMED}\b")
_OWN_SIDE = r"(?:unions?|guild|association|employers?|company|council|board|parties)\b"
#: Another agreement or settlement: "another collective agreement", "the primary agreement", "the
#: PTCA", "the nurses' settlement".
OTHER = (
    r"(?:\b(?:a|an|any|another|other)\s+(?:other\s+)?(?:collective )?agreement\b"
    r"|\bthe (?!new|collective|current|individual|employment|parties|said)[a-z]+"
    r"(?: [a-z]+)?(?<!this) (?:collective )?agreement\b"
    r"|\b(?:any|another) other (?:union|party|employer|sector|group)\b|\banother union\b"
    r"|\bany union\b(?! (?:members?|delegates?|officials?|rep\w*|meetings?|fees?|party|that is)\b)"
    r"|\b(?:a|an|any|another)(?: (?:later|subsequent|other|further|pay equity))? settlement\b"
    rf"|\bthe (?!{_OWN_SIDE})(?-i:(?:[A-Z][a-z]+ ){{0,3}}[A-Z][a-z]+s['’])"
    r" (?:collective )?agreement\b"
    rf"|\bthe (?!{_OWN_SIDE})(?:[a-z]+s['’]|(?-i:[A-Z])[a-z]+(?:['’]s)?) settlement\b"
    rf"|\bsettlement (?:reached|agreed|made|concluded) with (?!the {_OWN_SIDE})"
    r"|\bthe (?:collective )?(?:agreement|settlement) (?:between|with|of|for|covering)\b"
    r" (?!(?:the|these|both|its|our) (?:parties|members)\b)(?!th(?:is|ese)\b)"
    rf"|\bthe (?-i:{_NAMED})\b"
    r"|\b(?-i:[A-Z]{2,6}CA)\b)"
)
_MOVES = (
    r"\b(?:ratifie[ds]|varie[ds]|settle[sd]?|settlement|lift(?:s|ed)?|raise[sd]?|increase[sd]?"
    r"|provides?|agree[sd]?|achieves?|obtains?|receives?|contains?|includes?|higher|bigger|larger"
    r"|greater|better|exceeds?|rises?|moves?|reach(?:es)?|overtakes?|passes)\b"
)
#: What one party gets under another agreement, and what is to be like what that one has.
_WINS = (
    r"\b(?:negotiate[sd]?|agree(?:[sd]|ing)?|achieve[sd]?|obtains?|secure[sd]?|settl(?:e[sd]?|ing)"
    r"|receives?|gains?"
    r"|higher|greater|better)\b"
)
_LIKE = (
    r"\b(?:(?:no|not) less than|(?:parity|relativity)(?: [\w’']+){0,5}? (?:to|with)|in line with"
    r"|equal to|passed on|the same (?:rates?|increases?|percentages?|amounts?|date))\b"
)
#: Who settles elsewhere, and what is settled; "another employer" alone may take staff over.
_RIVAL = (
    r"\b(?:(?:another|any other) (?:[a-z-]+ ){0,2}(?:company|employer|union|council|district"
    r"|university|port|plant|site|operator|board|group)|any (?:[a-z-]+ ){1,3}employer)\b"
)
#: Those whom another agreement, or none, covers, and what is better than what is held here.
_OTHERS = (
    r"\b(?:(?:any other|another|other) (?:(?:group|class|category|section)(?:s|es)? of )?"
    r"(?:employees?|staff|workers?|groups?|(?:bargaining )?units?)"
    r"|(?:employees|staff|workers) (?:(?:at|in|on|of) (?:any |the )?(?:other|another)"
    r"|on individual (?:employment )?agreements))\b"
)
_GREATER = r"(?:greater|better|higher|larger|bigger)"
_BETTER = (
    rf"(?:\babove \$|\bmore favourable\b|\b(?:{_GREATER}|more) than\b"
    rf"|\b{_GREATER} (?:[a-z]+ ){{0,2}}?"
    r"(?:increases?|rises?|rates?|terms|conditions|pay|wages?|salar(?:y|ies)|offer|settlement)\b)"
)
_RISE = (
    r"(?:\b(?:increases?|rises?|settlements?|per\s?cent|rates? (?:above|over|of more than))\b|%)"
)
#: What is moved by an index, by the minimum wage or by another rate, or may be negotiated again.
_MOVED = r"\b(?:mov|adjust|increas|rais|index)\w*\b"
_INDEX = r"(?:\b(?:CPI|LCI|inflation)\b|\bconsumers?['’]? price|\blabour cost)"
#: Awards, and what reviews the pay of a whole sector.
_AWARD = (
    r"\b(?:(?<!receives an )awards?(?! for\b)"
    r"|(?:wage|pay|salary) (?:review|adjustment|round|order)s?)\b"
)
_OVER = r"\b(?:above|over|more than|greater than|higher than|exceed(?:s|ing)?)\b"
_WAGE = r"\b(?:(?:adult |statutory |current )?minimum|(?:current )?living) wage\b"
_TERMS = r"\b(?:clauses?|agreement|negotiations?|bargaining|wages?|salar\w+|rates?|pay|terms)\b"
RATE_WORD = r"\b(?:increas\w*|rates?|pay|paid|salar\w*|allowances?|value|worth|rises?)\b"
_SHARE = r"(?:%|\bper\s?cent|\$\s?\d[\d.,]*(?: (?:an|per) hour)?)"
_GAP = r"\b(?:margins?|relativit(?:y|ies)|differentials?)\b"


def _compiled(*phrases: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(phrase, re.I | re.S) for phrase in phrases)


#: What another agreement, or a better deal for others, sets off.
TRIGGERS = _compiled(
    rf"{IF}.{{0,60}}?{OTHER}.{{0,250}}{_MOVES}",
    rf"{IF}.{{0,80}}?{_WINS}.{{0,80}}?{OTHER}",
    rf"{_LIKE}.{{0,80}}?{OTHER}",
    rf"{OTHER}.{{0,120}}?\b(?:passed on|flows? (?:on|through)|matched)\b",
    rf"\b(?:a|any) {_GREATER} (?:rise|increase|rate)\b"
    r".{0,80}\b(?:obtain|receive|achieve|agree|settle|gain|win|secure)s?\b",
    rf"\bany {_BETTER}.{{0,100}}?{OTHER}",
    rf"{IF}.{{0,120}}?(?:{_OTHERS}.{{0,120}}?{_BETTER}|{_BETTER}.{{0,120}}?"
    rf"\b(?:to|for|of|with) {_OTHERS})",
    rf"{IF}.{{0,60}}?\b(?:settles?|agrees?|concludes?)\b (?:[a-z]+ ){{0,4}}?with (?-i:[A-Z])"
    rf".{{0,80}}?{_RISE}",
    rf"{IF} (?:the )?(?-i:[A-Z])[\w’' ]{{2,40}}? settles? [^.;]{{0,40}}?"
    rf"\b(?:salar(?:y|ies)|wages?|pay|rates?)\b[^.;]{{0,80}}?(?:{_OVER}|{_RISE})",
    rf"{IF} (?:the )?(?:wages?|rates?|salar(?:y|ies)|pay) (?:at|in|of|for) [^.;]{{3,60}}?"
    r"\b(?:go(?:es)? up|rises?|increases?|are (?:raised|lifted|increased))\b",
    rf"{IF}.{{0,30}}?{_RIVAL}.{{0,20}}?{_WINS}.{{0,80}}?{_RISE}",
    r"\b(?:any|an|the|such) (?:[a-z]+ ){0,2}(?:increase|rise|adjustment|settlement|improvement)s?\b"
    r".{0,40}?\b(?:agreed|paid|given|granted|negotiated|settled|made|achieved|offered)\b"
    rf".{{0,40}}?(?:{_RIVAL}|{_OTHERS})"
    r".{0,100}\b(?:appl(?:y|ies|ied)|exten(?:ds?|ded)|pass(?:ed)?|flows?|also)\b",
    r"\b(?:renew\w*|continu\w*)\b.{0,400}\bmechanism\b",
    r"\bmechanism\b.{0,400}\b(?:renew\w*|continu\w*)\b",
)
#: What moves, or may be negotiated again, when something else does.
LINKS = _compiled(
    rf"\b(?:may|can|shall|will|to|be)\b.{{0,20}}?\bre-?open(?:ed)?\b.{{0,40}}?{_TERMS}"
    rf"|{_TERMS}(?: \d[\w.]*)? (?:may|can|shall|will|to) (?:only )?be re-?(?:opened|negotiated)\b",
    rf"{_MOVED}.{{0,120}}?\b(?:by|with|to)\b.{{0,60}}?{_INDEX}",
    rf"\b(?:in line with|linked to|tied to|by reference to)\b.{{0,60}}?{_INDEX}",
    rf"{IF}.{{0,60}}?{_WAGE}.{{0,60}}?(?:{_MOVES}|{_MOVED}|{_OVER})",
    rf"{IF}.{{0,60}}?{_MOVED}.{{0,20}}?{_WAGE}",
    rf"\b(?:increase|movement|adjustment|rise|change)s? (?:in|to|of) the {_WAGE}"
    r".{0,120}?\b(?:shall|will|must)\b",
    # a floor that is more than the law's: "$1.50 above the minimum wage"
    rf"{_SHARE} (?:above|over|below|more than|less than|of) the {_WAGE}",
    rf"{_MOVED} to (?:at least )?the {_WAGE}",
    r"\b(?:below|(?:no|not) less than|at least|equal to|match\w*) the (?:current )?living wage\b",
    rf"{_MOVED}.{{0,40}}?\bby the same (?:percentage|proportion|amount|sum)(?: \w+)? as\b",
    rf"{IF}.{{0,60}}?{_INDEX}.{{0,60}}?(?:{_MOVES}|{_MOVED}|\bfalls?\b|{_OVER})",
    rf"{IF}.{{0,80}}?{_AWARD}.{{0,80}}?{_OVER}",
    rf"{IF}.{{0,60}}?\bfunding\b.{{0,40}}?(?:{_MOVED}|{_OVER}|\breduced\b)",
    rf"{RATE_WORD}.{{0,40}}?\btracks? (?:the|that|those|any)\b.{{0,60}}?"
    r"\b(?:rates?|index|movements?|increases?|wages?|scales?)\b",
    rf"{RATE_WORD}.{{0,40}}?\b(?:published|set|notified|announced|approved)\b.{{0,60}}?"
    r"\bfrom time to time\b",
    rf"\b(?:parity|relativity) (?:with|to)\b.{{0,60}}?(?:{RATE_WORD}|\bscales?\b)",
    rf"{_GAP}.{{0,120}}?\b(?:kept|maintained|preserved|retained|restored)\b"
    rf"|\b(?:keep|maintain|preserve|retain|restore)(?:s|ing)? (?:the|a|an|any) (?:[a-z]+ )?{_GAP}",
    rf"\bat all times\b.{{0,60}}?\b(?:above|below|more than|less than|equal to)\b.{{0,40}}?"
    rf"{RATE_WORD}",
    r"\ballowance\b.{0,60}?(?:%|\bper\s?cent) of (?:the|an?|their|his|her)\b.{0,40}?"
    r"\b(?:rate|salary|wage|step|scale|value)\b",
    r"\b(?:will|shall|to|must) move (?:with|in (?:line|step) with)\b",
    # a rise that hangs on money or on what is yet to be done
    r"\b(?:increases?|rises?|rates?|allowances?|instal?ments?|payments?)\b[^.;]{0,80}?"
    r"\b(?:(?:contingent|conditional) (?:up)?on\b|subject to (?:[\w’']+ ){1,5}?being"
    r" (?:available|confirmed|received|granted|approved|secured|made|given)\b)",
)

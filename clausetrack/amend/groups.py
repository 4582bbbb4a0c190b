"""Titles that say for whom the orders below them are, by naming a group of employees alone.

Most titles over orders say what these are about ("Sick leave"), and hold nothing back. "Cleaners",
and no more, over an order on a clause that speaks of no cleaners is not certain to be for all. Only
what is beyond doubt a name of people by their work or their place is taken for one: who works part
time, or is new, may be what a clause is about in other words.
"""

from __future__ import annotations

import re

_LONGEST = 80  # characters of a title that names a group
_WORK = (
    r"(?:accountants?|administrators?|apprentices?|assistants?|attendants?|bakers?|boilermakers?"
    r"|brewers?|bricklayers?|builders?|butchers?|carers?|caretakers?|carpenters?|cashiers?|chefs?"
    r"|cleaners?|clerks?|cooks?|counsellors?|couriers?|custodians?|dentists?|dieticians?|dispatchers?"
    r"|doctors?|drivers?|electricians?|engineers?|firefighters?|fitters?|foresters?|gardeners?"
    r"|groundsmen|groundskeepers?|guards?|housekeepers?|janitors?|joiners?|kitchenhands?"
    r"|labourers?|lecturers?|librarians?|lifeguards?|machinists?|mechanics?|medics|midwi(?:fe|ves)"
    r"|millwrights?|miners?|nurses?|orderl(?:y|ies)|packers?|painters?|paramedics?|pharmacists?"
    r"|physiotherapists?|pilots?|plumbers?|porters?|principals?|psychologists?|radiographers?"
    r"|rangers?|receptionists?|scientists?|seafarers?|secretar(?:y|ies)|shearers?|stevedores?"
    r"|storemen|surgeons?|surveyors?|tailors?|teachers?|technicians?|technologists?|tellers?"
    r"|therapists?|tradesmen|tutors?|typists?|waiters?|wardens?|weavers?|welders?)"
)
#: Who may be called anything, and what says which of them.
_PEOPLE = r"(?:staff|employees?|workers?|crews?|hands?|operators?)"
_ANYONE = (
    r"(?:(?:all|any|both|current|each|every|existing|former|future|injured|key|new|no|older|our|other"
    r"|permanent|sick|some|temporary|casual|union|young\w*|day|night|shift|weekend|annual|long|short"
    r"|seasonal|regular|exempt|probation\w*|eligible|individual|for|as|from|who|safe|health|support"
    r"|staff|employees?|members?|part|full|fixed|first|change|of|to|and|or|on|in|at|with|by)\b"
    r"|[\w’'-]*(?:-time|-term|ed|ing)\b)"
)
_WHICH = rf"(?!{_ANYONE})[\w’'-]{{3,}} "
_NAMED = rf"(?:{_WHICH}){{0,2}}{_WORK}|(?:{_WHICH}){{1,2}}{_PEOPLE}"
_GROUP = re.compile(
    rf"(?:(?:for|in respect of) )?(?:the )?(?P<first>{_NAMED})"
    rf"(?:(?:,? and |, | & |/)(?:the )?(?P<second>{_NAMED}))?(?: only)?[.:]?",
    re.I,
)
_WHOSE = re.compile(rf" {_PEOPLE}$", re.I)


def groups(title: str) -> tuple[str, ...]:
    """The words by which a title that is nothing else names groups of employees; () else.

    Of "Parks staff" it is "Parks", of "Senior cooks" "cooks".
    """
    text = " ".join(title.split())
    found = _GROUP.fullmatch(text) if len(text) <= _LONGEST else None
    named = [one for one in (found["first"], found["second"]) if one] if found else []
    return tuple(_WHOSE.sub("", one).split()[-1] for one in named)

"""What kind of office an office is: which words name one and the same, who holds it alone, and whom everybody knows by it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from training.people.facts import Row

# What an office is, by the whole text of it without its state, since "president of" a bank or a chamber is none of them.
_KINDS = {
    "state": r"((acting|interim|transitional) )?president|king|queen|monarch|emir|amir|sultan|grand duke|sovereign prince|prince"
    r"|supreme leader|supreme ruler|chief of state|yang di.pertuan agong( \(monarch\))?|pope|emperor|transitional president( \(.*\))?",
    "government": r"((acting|interim|transitional|transition|caretaker) )?(prime minister|premier)|head of government|(federal )?chancellor"
    r"|taoiseach|president of the government|chairman of the cabinet of ministers \(prime minister\)|minister of state"
    r"|chief executive",
    "deputy": r"(first )?vice.president",
    "foreign": r"(federal )?(minister|secretary|ministry) (of|for) (foreign|external)( and [\w\s,-]+?)?( affairs| relations)( [\w\s,&-]+)?"
    r"|united states secretary of state|minister (of|for) europe and foreign affairs|minister (of|for) european and foreign affairs"
    r"|secretary of state for foreign(,)? (and )?commonwealth( and development)? affairs|(federal )?foreign minister|foreign secretary"
    r"|minister of international relations and cooperation|foreign cabinet secretary",
}
_PATTERNS = {kind: re.compile(pattern) for kind, pattern in _KINDS.items()}
_LESSER = frozenset({"deputy"})  # the same words mean lesser offices in the scraped lists
_LESSER_ROLES = frozenset({"minister of state", "chief executive"})
_SERVANTS = frozenset({"foreign secretary"})  # a minister in the United Kingdom alone, elsewhere the first official
_SOLE = frozenset({"government", "foreign"})
_SPOKEN = re.compile(r"\bspokes(person|man|woman)\b|press secretary", re.IGNORECASE)
_DIRECTING = re.compile(
    r"^(secretary.general|director.general|high representative|president of the european)", re.IGNORECASE
)
_FORMS = re.compile(r"\b(the|of|for|and|to)\b|[^\w\s]")


def kind_of(row: Row) -> str | None:
    """Whether an office is that of a head of state or of government, a vice president or a foreign minister; else None."""
    told = row.role.lower()
    if told in _SERVANTS and row.behalf != "GBR":
        return None
    kind = next((k for k, pattern in _PATTERNS.items() if pattern.fullmatch(told)), None)
    if (kind in _LESSER or told in _LESSER_ROLES) and not re.search("FB|USEXEC|HK", row.source):
        return None
    return kind


def gist(row: Row) -> str:
    """Under what rows of one office meet, however their sources word it."""
    return kind_of(row) or " ".join(_FORMS.sub(" ", row.role.lower()).split())


def seat(row: Row) -> str | None:
    """Under what an office is known that one person holds at a time; None for others.

    Heads of state are told apart by their titles, since a state may have a president and a supreme leader.
    """
    kind = kind_of(row)
    return kind if kind in _SOLE else row.role.lower() if kind == "state" else None


def prominent(row: Row) -> bool:
    """Whether a bare name means who holds the office.

    It does of who heads a state, a government, a ministry of foreign affairs or an organisation, or speaks for one. Whoever is in
    the unverified tables is there because news name them without further words.
    """
    return (
        row.source == "HK"
        or kind_of(row) is not None
        or _SPOKEN.search(row.role) is not None
        or (row.sector == "IGO" and _DIRECTING.match(row.role) is not None)
    )

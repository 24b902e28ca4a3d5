"""The reviewed tables beside this module: what codes, positions and persons of the gathered facts mean here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.vocabulary.actors import states

if TYPE_CHECKING:
    from collections.abc import Iterator

_HERE = Path(__file__).parent
#: Codes of international organisations in the codebook's table of ``behalf``.
ORGANISATIONS = frozenset(
    {"EUU", "UNO", "NAT", "OSC", "COE", "AFU", "LEA", "GCC", "OIC", "ASN", "ECW", "CST", "CIS", "ICC", "ICR"}
    | {"OAS", "SCO", "G7G", "IAE", "WHO"}
)
#: The unverified rows that the project wrote itself.
HAND_WRITTEN = _HERE / "officials.psv"


def lines(path: Path) -> Iterator[list[str]]:
    """The rows of a table, without its comments."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("|")


@cache
def _behalves() -> dict[str, str]:
    return {code: behalf for code, behalf, _ in lines(_HERE / "behalf.psv")}


def behalf_of(code: str) -> str:
    """The codebook's code for a code of the gathered facts.

    Raises:
        ValueError: where nobody has said what the code means.
    """
    found = _behalves().get(code, code)
    if found in ORGANISATIONS or found.startswith("ORG:") or found.removeprefix("PRV:") in states():
        return found
    raise ValueError(f"the code {code!r} stands neither in the codebook nor in behalf.psv")


@dataclass(frozen=True, slots=True)
class _Rule:
    sector: str
    private: bool
    pattern: re.Pattern[str]


@cache
def _rules(table: str) -> tuple[_Rule, ...]:
    rules = []
    for row in lines(_HERE / table):  # a pattern may hold the sign that parts columns
        sector, pattern, _ = row[0], "|".join(row[1:-1]), row[-1]
        rules.append(_Rule(sector.removeprefix("PRV:"), sector.startswith("PRV:"), re.compile(pattern)))
    return tuple(rules)


def sector_of(role: str, behalf: str) -> tuple[str, str]:
    """The sector of an office and in whose name its holder speaks, for offices whose source tells no sector.

    Args:
        role: the office.
        behalf: code of the codebook's table.
    """
    rule = next((r for r in _rules("sectors.psv") if r.pattern.search(role.lower())), None)
    if rule is not None:
        return rule.sector, f"PRV:{behalf}" if rule.private and behalf in states() else behalf
    return ("IGO" if behalf in ORGANISATIONS else "GOV"), behalf


def listed_sector(position: str, state: str) -> tuple[str, str]:
    """The sector of a position on a sanctions list and in whose name its holder speaks; "UNK" and "unknown" if it tells none.

    Args:
        position: as stated.
        state: alpha-3 code, or empty.
    """
    rule = next((r for r in _rules("listed_sectors.psv") if r.pattern.search(position.lower())), None)
    if rule is None:
        return "UNK", "unknown"
    if state not in states() or rule.sector == "REB":
        return rule.sector, "unknown"
    return rule.sector, f"PRV:{state}" if rule.private else state


@cache
def said_of_persons() -> dict[str, dict[tuple[str, str], tuple[str, ...]]]:
    """What ``persons.psv`` says, as {what: {(name, behalf): values}}."""
    found: dict[str, dict[tuple[str, str], tuple[str, ...]]] = {}
    for what, name, behalf, value in lines(_HERE / "persons.psv"):
        values = found.setdefault(what, {})
        values[name, behalf] = (*values.get((name, behalf), ()), value)
    return found

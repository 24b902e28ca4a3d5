"""Stance: what an actor's statements come to, for headings and order. Derived, never coded (codebook, "Stance")."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.record import Coding

_CONDEMNING_ACCUSATION = 4  # the intensity from which an accusation counts as condemnation

# In the codebook's order: the first that fits decides the heading.
STANCES: tuple[tuple[str, frozenset[str]], ...] = (
    ("took measures", frozenset({"sanction"})),
    ("threatened", frozenset({"threaten"})),
    ("condemned", frozenset({"condemn", "protest"})),
    ("accused", frozenset({"accuse"})),
    ("denied or disputed", frozenset({"deny", "dispute"})),
    ("was dismayed or concerned", frozenset({"dismay", "concern"})),
    ("called for action", frozenset({"demand"})),
    ("conceded", frozenset({"concede"})),
    ("promised", frozenset({"pledge", "investigate"})),
    ("supported", frozenset({"support"})),
    ("explained", frozenset({"explain"})),
    ("kept silent", frozenset({"withhold"})),
)
_ORDER = {name: rank for rank, (name, _) in enumerate(STANCES)}


def stances(codings: Iterable[Coding]) -> tuple[str, ...]:
    """Give every stance that the codings of one actor amount to, the deciding one first.

    Args:
        codings: of all the actor's statements on one incident.

    Returns:
        Names of stances in the codebook's order; "kept silent" only where nothing else is on record.
    """
    found = {name for coding in codings for name in _of(coding)}
    if len(found) > 1:
        found.discard("kept silent")
    return tuple(sorted(found, key=_ORDER.__getitem__))


def rank(stance: str) -> int:
    """Give the place of a stance in the codebook's order, 0 for the first."""
    return _ORDER[stance]


def _of(coding: Coding) -> Iterable[str]:
    acts = {act.value for act in coding.acts}
    strong = coding.intensity.value >= _CONDEMNING_ACCUSATION
    for name, members in STANCES:
        hits = acts & members
        if not hits:
            continue
        yield "condemned" if name == "accused" and strong else name

"""How strongly a statement disapproves (codebook, "Intensity of disapproval")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.acts.lexicon import within
from onrecord.acts.places import subtract
from onrecord.record import Judgement
from onrecord.vocabulary.acts import MAX_INTENSITY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.acts.lexicon import Page
    from onrecord.acts.phrases import Hit
    from onrecord.acts.places import Place
    from onrecord.acts.voting import Vote

DISAPPROVING: Final = frozenset({"condemn", "dismay", "concern", "protest", "accuse"})
"""Acts that disapprove: only they have an intensity above 0."""

_NEAR: Final = 3


def intensity(page: Page, place: Place, votes: Sequence[Vote]) -> Judgement[int]:
    """The step of the ladder: the strongest phrase of a disapproving act, moved by the words beside it."""
    steps = [
        _moved(page, place, hit)
        for vote in votes
        if vote.act in DISAPPROVING
        for hit in vote.hits
        if hit.entry.weight >= vote.hits[0].entry.weight / 2
    ]
    if not steps:
        return Judgement(0, "rule:nothing disapproves")
    strongest = max(steps, key=lambda step: step.value)
    return _settled(page, place, strongest)


def _moved(page: Page, place: Place, hit: Hit) -> Judgement[int]:
    """The step of one phrase, one up or down for the words beside it."""
    first, end = page.tokens.sentence(hit.first)
    near = (max(first, hit.first - _NEAR), min(end, hit.end + _NEAR))
    movers = [m for m in page.intensity.within(*near) if m.entry.code in {"raise", "lower"} and _inside(place, m)]
    up = [m for m in movers if m.entry.code == "raise"]
    down = [m for m in movers if m.entry.code == "lower"]
    if hit.entry.level >= _highest(hit.entry.code):
        up = []
    step = hit.entry.level + (1 if up else 0) - (1 if down else 0)
    evidence = page.evidence((hit, *up[:1], *down[:1]))
    return Judgement(max(1, step), f"lexicon:{hit.entry.phrase}", hit.entry.weight, evidence)


def _highest(act: str) -> int:
    """The step that words beside an act's may raise it to: only condemnation reaches the top ("deeply shocked" is shocked)."""
    return MAX_INTENSITY if act == "condemn" else MAX_INTENSITY - 1


def _settled(page: Page, place: Place, step: Judgement[int]) -> Judgement[int]:
    """The step, unless words of the statement settle the top or the lowest one."""
    hits = within(page.intensity, (*place.cue, *place.content))
    for hit in hits:
        if hit.entry.code == "top" and step.value >= MAX_INTENSITY - 2:
            return Judgement(MAX_INTENSITY, f"lexicon:{hit.entry.phrase}", 0.9, page.evidence((hit,)))
    return step


def _inside(place: Place, hit: Hit) -> bool:
    beside = (part for run in place.beside for part in subtract(run, place.source))
    return any(first <= hit.first and hit.end <= end for first, end in (*place.cue, *place.content, *beside))

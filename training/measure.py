"""How well found attributions meet annotated ones: one-to-one pairs by overlap, on letters and digits."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.record import Attribution
    from training.corpora import Mark

#: Overlap (intersection over union) from which two spans are the same.
SAME = 0.5


def pairs(text: str, marks: Sequence[Mark], found: Sequence[Attribution], *, sources: bool) -> int:
    """How many annotated attributions are found: content alike, and source alike where ``sources`` says so."""
    gold = [(letters(text, m.content), letters(text, m.source)) for m in marks]
    mine = [
        (
            letters(text, [(s.start, s.end) for s in a.content]),
            letters(text, [(a.source.start, a.source.end)] if a.source else ()),
        )
        for a in found
    ]
    return len(
        one_to_one(
            (overlap(g[0], f[0]) + overlap(g[1], f[1]), i, j)
            for i, g in enumerate(gold)
            for j, f in enumerate(mine)
            if g[0] & f[0] and overlap(g[0], f[0]) >= SAME and (not sources or overlap(g[1], f[1]) >= SAME)
        )
    )


def one_to_one(ranked: Iterable[tuple[float, int, int]]) -> dict[int, int]:
    """Pairs from the best down, each side once: the second number by the first."""
    out: dict[int, int] = {}
    used: set[int] = set()
    for _, i, j in sorted(ranked, reverse=True):
        if i not in out and j not in used:
            out[i] = j
            used.add(j)
    return out


def f1(right: int, found: int, annotated: int) -> float:
    """Harmonic mean of precision and recall."""
    return 2 * right / (found + annotated) if found + annotated else 0.0


def letters(text: str, places: Iterable[tuple[int, int]]) -> frozenset[int]:
    """Offsets of the letters and digits in the places."""
    return frozenset(i for start, end in places for i in range(start, end) if text[i].isalnum())


def overlap(a: frozenset[int], b: frozenset[int]) -> float:
    """Intersection over union, 0 to 1; 1 where both are empty."""
    return len(a & b) / len(a | b) if a or b else 1.0

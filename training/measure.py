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
    gold = [(_letters(text, m.content), _letters(text, m.source)) for m in marks]
    mine = [
        (
            _letters(text, [(s.start, s.end) for s in a.content]),
            _letters(text, [(a.source.start, a.source.end)] if a.source else ()),
        )
        for a in found
    ]
    ranked = sorted(
        (
            (_overlap(g[0], f[0]) + _overlap(g[1], f[1]), i, j)
            for i, g in enumerate(gold)
            for j, f in enumerate(mine)
            if g[0] & f[0] and _overlap(g[0], f[0]) >= SAME and (not sources or _overlap(g[1], f[1]) >= SAME)
        ),
        reverse=True,
    )
    left, right = set(), set()
    for _, i, j in ranked:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
    return len(left)


def f1(right: int, found: int, annotated: int) -> float:
    """Harmonic mean of precision and recall."""
    return 2 * right / (found + annotated) if found + annotated else 0.0


def _letters(text: str, places: Iterable[tuple[int, int]]) -> set[int]:
    return {i for start, end in places for i in range(start, end) if text[i].isalnum()}


def _overlap(a: set[int], b: set[int]) -> float:
    return len(a & b) / len(a | b) if a or b else 1.0

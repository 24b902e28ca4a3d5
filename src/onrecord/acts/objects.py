"""What a demand asks for (codebook, "Acts", objects of `demand`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.acts.lexicon import longest, within
from onrecord.record import Judgement

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.acts.lexicon import Page
    from onrecord.acts.places import Place, Run
    from onrecord.acts.voting import Vote

_MOST: Final = 2


def demands(page: Page, place: Place, vote: Vote) -> tuple[Judgement[str], ...]:
    """The objects of a demand: at most two, those named first; ``other`` where the words name none of them.

    Where the cue demands, the whole content is what is asked; where words of the content do, what follows them in their
    sentences is, as far as the speaker says it.
    """
    runs = place.content if vote.from_cue else _after(page, place, vote)
    found = _named(page, runs)
    return tuple(found.values()) or (Judgement("other", "rule:no object named", 0.6, page.evidence(vote.hits[:1])),)


def _named(page: Page, runs: Sequence[Run]) -> dict[str, Judgement[str]]:
    found: dict[str, Judgement[str]] = {}
    for hit in longest(within(page.demands, runs)):
        entry = hit.entry
        if entry.code not in found and len(found) < _MOST:
            by = f"lexicon:{entry.phrase}"
            found[entry.code] = Judgement(entry.code, by, entry.weight, (page.words(hit.first, hit.end),))
    return found


def _after(page: Page, place: Place, vote: Vote) -> tuple[Run, ...]:
    """What follows the phrases of ``vote`` in their sentences, as far as the speaker says it."""
    seen: dict[int, Run] = {}
    for hit in vote.hits:
        first, end = page.tokens.sentence(hit.first)
        seen[first] = (min(hit.first, seen.get(first, (hit.first, end))[0]), end)
    return _said(place, seen.values())


def _said(place: Place, runs: Iterable[Run]) -> tuple[Run, ...]:
    """The parts of ``runs`` that lie in the content."""
    return tuple(
        (max(first, low), min(end, high))
        for first, end in runs
        for low, high in place.content
        if low < end and first < high
    )

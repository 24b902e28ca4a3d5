"""What a demand asks for (codebook, "Acts", objects of `demand`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.acts.lexicon import longest, within
from onrecord.record import Judgement

if TYPE_CHECKING:
    from onrecord.acts.lexicon import Page
    from onrecord.acts.places import Place, Run
    from onrecord.acts.voting import Vote

_MOST: Final = 2


def demands(page: Page, place: Place, vote: Vote) -> tuple[Judgement[str], ...]:
    """The objects of a demand: at most two, those named first; ``other`` where the words name none of them.

    Where the cue demands, the whole content is what is asked; where words of the content do, what follows them in their
    sentences is.
    """
    runs = place.content if vote.from_cue else _after(page, vote)
    found: dict[str, Judgement[str]] = {}
    for hit in longest(within(page.demands, runs)):
        entry = hit.entry
        if entry.code not in found and len(found) < _MOST:
            by = f"lexicon:{entry.phrase}"
            found[entry.code] = Judgement(entry.code, by, entry.weight, (page.words(hit.first, hit.end),))
    return tuple(found.values()) or (Judgement("other", "rule:no object named", 0.6, page.evidence(vote.hits[:1])),)


def _after(page: Page, vote: Vote) -> tuple[Run, ...]:
    seen: dict[int, Run] = {}
    for hit in vote.hits:
        first, end = page.tokens.sentence(hit.first)
        seen[first] = (min(hit.first, seen.get(first, (hit.first, end))[0]), end)
    return tuple(seen.values())

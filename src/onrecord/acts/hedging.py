"""Whether the speaker leaves a statement conditional or its facts open (codebook, "Fields", `hedged`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.acts.lexicon import within
from onrecord.record import Judgement

if TYPE_CHECKING:
    from onrecord.acts.lexicon import Page
    from onrecord.acts.places import Place

_NO_CONDITION_AFTER: Final = frozenset({"as", "even", "what", "asked", "ask", "only", "see", "know", "wonder", "but"})


def hedged(page: Page, place: Place) -> Judgement[bool]:
    """Whether words of the content hedge; the cue's hedges are the article's own and do not count."""
    for hit in sorted(within(page.hedges, place.content), key=lambda h: -h.entry.weight):
        before = page.tokens.folded[hit.first - 1] if hit.first else ""
        if hit.entry.code == "condition" and before in _NO_CONDITION_AFTER:
            continue
        return Judgement(
            value=True,
            by=f"lexicon:{hit.entry.phrase}",
            score=hit.entry.weight,
            evidence=(page.words(hit.first, hit.end),),
        )
    return Judgement(value=False, by="rule:nothing hedges", score=0.9)

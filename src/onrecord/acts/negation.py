"""Whether the words before a phrase turn it round: "refused to condemn", "did not rule out"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.vocabulary import acts as vocabulary

if TYPE_CHECKING:
    from onrecord.acts.lexicon import Page
    from onrecord.acts.phrases import Hit


def negation(page: Page, hit: Hit) -> Hit | None:
    """The negating words that stand before ``hit`` in its sentence, within the vocabulary's reach; else None.

    A contraction ("didn't") negates as its "not" does. "Not only" and its like negate nothing.
    """
    rules = vocabulary.negations()
    sentence, _ = page.tokens.sentence(hit.first)
    low = max(sentence, hit.first - rules.reach - 1)
    before = [h for h in page.negations.within(low, hit.first) if hit.first - h.end <= rules.reach]
    if any(h.entry.code == "exempt" for h in page.negations.within(low, min(hit.first + 1, len(page.tokens)))):
        return None
    contracted = [
        hit._replace(first=at, end=at + 1) for at in range(low + 1, hit.first) if page.tokens.folded[at].endswith("n't")
    ]
    return max((*before, *contracted), key=lambda h: h.first, default=None)

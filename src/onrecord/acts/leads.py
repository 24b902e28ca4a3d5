"""Whether a word for a channel tells how something was said, or is what it was said of ("in a tweet", "the tweet angered")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.acts.lexicon import within

if TYPE_CHECKING:
    from onrecord.acts.lexicon import Page
    from onrecord.acts.phrases import Hit
    from onrecord.acts.places import Place

_OWN: Final = frozenset({"in", "during", "via", "through", "on", "told", "telling"})
# These lead to somebody else's words as well ("at a speech by ...").
_OPEN: Final = frozenset({"at", "to", "from", "by"})
_REACH: Final = 6
# After these a lead only tells what the words react to: "in reply to the tweet", "commenting on the statement".
_REACTING: Final = frozenset(
    {"reply", "replying", "replied", "response", "responding", "responded", "reaction", "reacting"}
    | {"reacted", "answer", "answering", "referring", "referred", "objecting", "objected", "objection"}
    | {"comment", "commenting", "commented"}
)
_AUTHORS: Final = frozenset({"by", "from", "of"})
_AUTHOR_REACH: Final = 4
_ACTING: Final = 0.6


def led(page: Page, hit: Hit, place: Place) -> bool:
    """Whether the nearest word that leads to ``hit`` makes it the way of speaking, and of nobody else's speaking."""
    at = _lead(page, hit, page.tokens.sentence(hit.first)[0])
    if at is None or (at and page.tokens.folded[at - 1] in _REACTING):
        return False
    return page.tokens.folded[at] in _OWN or not _anothers(page, hit, place)


def reacted_to(page: Page, hit: Hit, place: Place) -> bool:
    """Whether ``hit`` in the cue is what the cue's own act is done to: "rejected the report", "praised the speech"."""
    acts = (h for h in within(page.acts, place.cue) if h.entry.place != "content" and h.entry.weight >= _ACTING)
    after = max((h.end for h in acts if h.end <= hit.first), default=None)
    return after is not None and _lead(page, hit, after) is None


def _lead(page: Page, hit: Hit, low: int) -> int | None:
    """The nearest word that leads to ``hit``, its own first word included; "by" leads only to the very next word."""
    words = page.tokens.folded
    for at in range(hit.first, max(low, hit.first - _REACH) - 1, -1):
        if words[at] in _OWN or (words[at] in _OPEN and (words[at] != "by" or at >= hit.first - 1)):
            return at
    return None


def _anothers(page: Page, hit: Hit, place: Place) -> bool:
    """Whether a name other than the source's follows as the author: "to a statement by Greece"."""
    _, high = page.tokens.sentence(hit.first)
    if page.tokens.folded[hit.end : hit.end + 1] and page.tokens.folded[hit.end] not in _AUTHORS:
        return False
    names = (at for at in range(hit.end + 1, min(high, hit.end + _AUTHOR_REACH)) if page.tokens.capital[at])
    own = place.source
    return any(page.tokens.folded[at].isalpha() and not any(first <= at < end for first, end in own) for at in names)

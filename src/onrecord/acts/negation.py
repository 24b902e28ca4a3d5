"""Whether the words before a phrase turn it round: "refused to condemn", "did not rule out"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.vocabulary import acts as vocabulary

if TYPE_CHECKING:
    from onrecord.acts.lexicon import Page
    from onrecord.acts.phrases import Hit

_GAP: Final = " ... "
_NAUGHT: Final = frozenset({"nothing", "nobody", "none", "no"})
# "Nothing but", "no fewer than", "no doubt", "nothing less than" say something all the same.
_NOT_NAUGHT: Final = frozenset(
    {"but", "fewer", "less", "doubt", "longer", "other", "matter", "short", "sooner", "more"}
)


def negation(page: Page, hit: Hit) -> Hit | None:
    """The negating words that turn ``hit`` round: in a gap of its phrase ("expressed no regret"), before it, or as its object."""
    return _inside(page, hit) or _before(page, hit) or _object(page, hit)


def _inside(page: Page, hit: Hit) -> Hit | None:
    """The negating words between the words of ``hit``, unless the phrase itself has them."""
    if _GAP not in hit.entry.phrase:
        return None
    own = hit.entry.words()
    hits = tuple(page.negations.within(hit.first + 1, hit.end - 1))
    if any(h.entry.code == "exempt" for h in hits):
        return None
    contracted = (_token(hit, at) for at in range(hit.first + 1, hit.end - 1) if page.tokens.folded[at].endswith("n't"))
    return next((h for h in (*hits, *contracted) if own.isdisjoint(page.tokens.folded[h.first : h.end])), None)


def _before(page: Page, hit: Hit) -> Hit | None:
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
        _token(hit, at)
        for at in range(max(sentence, hit.first - rules.reach), hit.first)
        if page.tokens.folded[at].endswith("n't")
    ]
    return max((*before, *contracted), key=lambda h: h.first, default=None)


def _object(page: Page, hit: Hit) -> Hit | None:
    """The negating word that is what a verb is done to ("hid nothing", "broke no law"), unless the phrase itself has one."""
    if not hit.entry.words().isdisjoint(_NAUGHT):
        return None
    _, high = page.tokens.sentence(hit.first)
    if hit.end >= high or page.tokens.folded[hit.end] not in _NAUGHT:
        return None
    following = page.tokens.folded[hit.end + 1 : min(high, hit.end + 2)]
    joined = page.text[page.tokens.ends[hit.end - 1] : page.tokens.starts[hit.end]].isspace()
    return _token(hit, hit.end) if joined and not (following and following[0] in _NOT_NAUGHT) else None


def _token(hit: Hit, at: int) -> Hit:
    return hit._replace(first=at, end=at + 1)

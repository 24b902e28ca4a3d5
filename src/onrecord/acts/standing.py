"""Which phrases of a statement stand, and for which act, once longer phrases and negations are heard (codebook, "Acts")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from onrecord.acts.lexicon import longest, within
from onrecord.acts.negation import negation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.acts.lexicon import Page
    from onrecord.acts.phrases import Hit
    from onrecord.acts.places import Place
    from onrecord.record import Span

# Their phrases are negations themselves or are followed by what is not done: a "not" beside them mostly belongs to them.
_NEGATABLE_DENIALS: Final = frozenset({"deny", "dispute", "withhold", "demand"})
_CLAUSES: Final = frozenset({"he", "she", "they", "we", "i", "that", "if", "whether", "how", "why", "what"})


class Standing(NamedTuple):
    """A phrase that speaks for an act.

    Attributes:
        act: the act, after negation.
        hit: the phrase.
        words: the negating words, where some turned it.
    """

    act: str
    hit: Hit
    words: tuple[Span, ...] = ()


def in_cue(page: Page, place: Place) -> tuple[Standing, ...]:
    """What stands in the cue, or begins there and ends in content that follows at once ("lodged | a complaint")."""
    inside = (hit for hit in within(page.acts, place.cue) if hit.entry.place != "content")
    return _standing(page, longest((*inside, *_across(page, place))))


def in_content(page: Page, place: Place) -> tuple[Standing, ...]:
    """What stands in the content, save for words that a phrase from the cue has taken."""
    taken = tuple(_across(page, place))
    hits = (hit for hit in within(page.acts, place.content) if hit.entry.place != "cue")
    return _standing(page, longest(hit for hit in hits if not any(_covers(other, hit) for other in taken)))


def _across(page: Page, place: Place) -> Iterator[Hit]:
    """The phrases that begin in the cue and end in the content that follows it without a word between."""
    ends = dict(place.content)
    for first, at in place.cue:
        for hit in page.acts.across(first, at, ends.get(at, at)):
            if hit.entry.place != "content" and not _new_clause(page, hit, at):
                yield hit


def _new_clause(page: Page, hit: Hit, at: int) -> bool:
    """Whether the content begins a clause of its own inside ``hit``: "told | CNN he wanted to" asks nobody to do anything."""
    words = set(page.tokens.folded[at : hit.end]) & _CLAUSES
    return not words <= hit.entry.words()


def _covers(outer: Hit, inner: Hit) -> bool:
    return outer.first <= inner.first and inner.end <= outer.end


def _standing(page: Page, hits: Iterable[Hit]) -> tuple[Standing, ...]:
    """Every hit with its act; hits that a negation silences fall, and so does a phrase that only negates another's act."""
    out: list[Standing] = []
    used: set[int] = set()
    for hit in hits:
        entry = hit.entry
        negated = None if entry.code in _NEGATABLE_DENIALS and entry.negated is None else negation(page, hit)
        if negated is None:
            out.append(Standing(entry.code, hit))
        elif entry.negated is not None:
            out.append(Standing(entry.negated, hit, (page.words(negated.first, negated.end),)))
            used.update(range(negated.first, negated.end))
    return tuple(one for one in out if one.words or used.isdisjoint(range(one.hit.first, one.hit.end)))

"""The vocabulary compiled for matching, once for a process, and what it finds in one document."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from onrecord.acts.phrases import Found, Hit, Phrases
from onrecord.acts.tokens import Tokens, tokenise
from onrecord.record import Span
from onrecord.vocabulary import acts as vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_POSSESSIVE: Final = frozenset({"'s", "’s"})


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The compiled phrases, one set for each question that is asked of a text."""

    acts: Phrases
    demands: Phrases
    intensity: Phrases
    hedges: Phrases
    negations: Phrases
    channels: Phrases
    carriers: Phrases
    openers: Phrases
    outlets: Phrases
    futures: Phrases


@cache
def lexicon() -> Lexicon:
    """The lexicon of the package's vocabulary."""
    negations = vocabulary.negations()
    channels = vocabulary.channels()
    return Lexicon(
        acts=Phrases(vocabulary.act_entries()),
        demands=Phrases(vocabulary.demand_entries()),
        intensity=Phrases(vocabulary.intensity_entries()),
        hedges=Phrases(vocabulary.hedge_entries()),
        negations=Phrases((*negations.before, *negations.exempt)),
        channels=Phrases(channels.entries),
        carriers=Phrases(channels.carriers),
        openers=Phrases(channels.openers),
        outlets=Phrases(vocabulary.outlets().names),
        futures=Phrases(vocabulary.promises().going),
    )


@dataclass(frozen=True, slots=True)
class Page:
    """A document as the coder reads it: its text, its tokens, and the places of all phrases.

    Attributes:
        text: the document's text.
        tokens: its tokens.
        acts: places of phrases for acts; the others likewise.
    """

    text: str
    tokens: Tokens
    acts: Found
    demands: Found
    intensity: Found
    hedges: Found
    negations: Found
    channels: Found
    carriers: Found
    openers: Found
    outlets: Found
    futures: Found

    def words(self, first: int, end: int) -> Span:
        """The span from token ``first`` to before token ``end``, without a possessive ending."""
        start, last = self.tokens.starts[first], self.tokens.ends[end - 1]
        if self.text[last - 2 : last] in _POSSESSIVE and not self.tokens.folded[end - 1].endswith("'s"):
            last -= 2
        return Span.of(self.text, start, last)

    def evidence(self, hits: Iterable[Hit]) -> tuple[Span, ...]:
        """The words of ``hits`` in order, each once."""
        return tuple(sorted({self.words(hit.first, hit.end) for hit in hits}))


def read(text: str) -> Page:
    """Look a text up in the lexicon, once for all its statements."""
    found, tokens = lexicon(), tokenise(text)
    return Page(
        text=text,
        tokens=tokens,
        acts=found.acts.find(tokens),
        demands=found.demands.find(tokens),
        intensity=found.intensity.find(tokens),
        hedges=found.hedges.find(tokens),
        negations=found.negations.find(tokens),
        channels=found.channels.find(tokens),
        carriers=found.carriers.find(tokens),
        openers=found.openers.find(tokens),
        outlets=found.outlets.find(tokens),
        futures=found.futures.find(tokens),
    )


def longest(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """The hits that lie in no longer one, in order: "not guilty" is not also "guilty"."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.first, -h.end)):
        if kept and kept[-1].end >= hit.end and (kept[-1].first, kept[-1].end) != (hit.first, hit.end):
            continue
        kept.append(hit)
    return tuple(kept)


def within(found: Found, runs: Sequence[tuple[int, int]]) -> tuple[Hit, ...]:
    """The hits inside any of ``runs`` of tokens."""
    return tuple(hit for first, end in runs for hit in found.within(first, end))

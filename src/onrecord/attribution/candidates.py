"""Cues to look at, and the words around each that the attribution network reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from onrecord.encoder.model import REACH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from onrecord.encoder.network import Floats
    from onrecord.encoder.tokens import Integers, Tokens
    from onrecord.encoder.windows import Block

#: Longest cue looked at, in words; longer runs of likely words are cut, since no cue of the corpora is longer.
LONGEST_CUE = 14


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """Words that may be a cue.

    Attributes:
        first: index of its first token.
        last: index of its last token.
        score: mean probability of its words to be part of a cue.
    """

    first: int
    last: int
    score: float


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the attribution network reads about one candidate; arrays have shape [length].

    Attributes:
        tokens: indices of the document's tokens.
        distance: signed distance to the cue in tokens, shifted by ``REACH`` to be positive, 0 distance inside.
        inside: 1 inside the cue, else 0.
        cue: positions of the cue's first and last token.
    """

    tokens: Integers
    distance: Integers
    inside: Integers
    cue: Integers


def candidates(cues: Floats, words: Integers, blocks: Sequence[Block], threshold: float) -> list[Candidate]:
    """Runs of words whose probability to belong to a cue passes the threshold, in order.

    Args:
        cues: probabilities of outside, begin, inside; shape [tokens, 3].
        words: word number of each token.
        blocks: stretches that no candidate crosses.
        threshold: least probability, 0 to 1.
    """
    out: list[Candidate] = []
    for block in blocks:
        first = np.flatnonzero(np.diff(words[block.start : block.end], prepend=-1)) + block.start
        if not len(first):
            continue
        sizes = np.diff(np.append(first, block.end))
        sums = np.add.reduceat(cues[block.start : block.end], first - block.start)
        means = (sums / sizes[:, None]).astype(np.float32)
        begin = cues[first, 1]
        out.extend(_runs(1 - means[:, 0], begin, first, first + sizes - 1, threshold))
    return out


def _runs(
    likely: NDArray[np.float32], begin: NDArray[np.float32], first: Integers, last: Integers, threshold: float
) -> list[Candidate]:
    """Join neighbouring likely words; a word that more likely begins a cue than goes on with one begins another."""
    out: list[Candidate] = []
    open_at: int | None = None
    for word in np.flatnonzero(likely >= threshold):
        goes_on = open_at is not None and likely[word - 1] >= threshold and word - open_at < LONGEST_CUE
        start = open_at
        if start is None or not goes_on or begin[word] > likely[word] / 2:
            start = open_at = int(word)
            out.append(Candidate(0, 0, 0.0))
        out[-1] = Candidate(int(first[start]), int(last[word]), float(likely[start : word + 1].mean()))
    return out


def surroundings(first: int, last: int, stretches: Sequence[Block], number: int, *, colon: bool) -> Surroundings:
    """The tokens around a cue: its block, and the next one where the block ends in a colon; ``REACH`` either side.

    Args:
        first: index of the cue's first token.
        last: index of its last token.
        stretches: the document's blocks.
        number: index of the cue's block.
        colon: whether the block ends in a colon.
    """
    block = stretches[number]
    end = stretches[number + 1].end if colon and number + 1 < len(stretches) else block.end
    low, high = max(block.start, first - REACH), min(end, last + 1 + REACH)
    tokens = np.arange(low, high, dtype=np.int64)
    distance = np.where(tokens < first, tokens - first, np.where(tokens > last, tokens - last, 0)) + REACH
    inside = ((tokens >= first) & (tokens <= last)).astype(np.int64)
    return Surroundings(tokens, distance, inside, np.array([first - low, last - low], np.int64))


def colons(tokens: Tokens, stretches: Sequence[Block], text: str) -> list[bool]:
    """Which blocks end in a colon, quotation marks and spaces after it aside."""
    return [
        text[max(0, tokens.ends[b.end - 1] - 3) : tokens.ends[b.end - 1]].rstrip("\"'”’ ").endswith(":")
        for b in stretches
    ]


def block_numbers(stretches: Sequence[Block], size: int) -> Integers:
    """The number of each token's block; shape [tokens]."""
    out = np.zeros(size, np.int64)
    for number, block in enumerate(stretches):
        out[block.start : block.end] = number
    return out

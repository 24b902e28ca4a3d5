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
        distance: signed distance to the cue in tokens, shifted by ``REACH`` to be positive; none inside the cue alone.
        cue: positions of the cue's first and last token.
    """

    tokens: Integers
    distance: Integers
    cue: Integers


def candidates(cues: Floats, words: Integers, blocks: Sequence[Block], threshold: float) -> list[Candidate]:
    """Runs of words whose probability to belong to a cue passes the threshold, in order.

    Args:
        cues: probabilities of outside, begin, inside; shape [tokens, 3].
        words: word number of each token.
        blocks: stretches that no candidate crosses.
        threshold: least probability, 0 to 1.
    """
    if not len(words):
        return []
    opens, covered = np.zeros((2, len(words)), np.bool_)
    for block in blocks:
        opens[block.start : min(block.start + 1, block.end)] = True
        covered[block.start : block.end] = True  # a separator belongs to no block
    first = np.flatnonzero((np.diff(words, prepend=-1) != 0) | opens)
    sizes = np.diff(np.append(first, len(words)))
    means = (np.add.reduceat(cues, first) / sizes[:, None]).astype(np.float32)
    return _runs(
        (1 - means[:, 0]) * covered[first], cues[first, 1], opens[first], (first, first + sizes - 1), threshold
    )


def _runs(
    likely: NDArray[np.float32],
    begin: NDArray[np.float32],
    opens: NDArray[np.bool_],
    ends: tuple[Integers, Integers],
    threshold: float,
) -> list[Candidate]:
    """Join neighbouring likely words; a word that more likely begins a cue than goes on with one begins another.

    All arrays have shape [words]: how likely each is in a cue and begins one, whether it is the first of its block,
    its first and its last token.
    """
    out: list[Candidate] = []
    start = previous = -2
    for word in np.flatnonzero(likely >= threshold).tolist():
        goes_on = word == previous + 1 and not opens[word] and word - start < LONGEST_CUE
        previous = word
        if not goes_on or begin[word] > likely[word] / 2:
            start = word
            out.append(Candidate(0, 0, 0.0))
        out[-1] = Candidate(int(ends[0][start]), int(ends[1][word]), float(likely[start : word + 1].mean()))
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
    distance = np.minimum(tokens - first, 0) + np.maximum(tokens - last, 0) + REACH
    return Surroundings(tokens, distance, np.array([first - low, last - low], np.int64))


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

"""Cues to look at: whole words of one stretch, none twice, none of a separator."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.attribution.candidates import LONGEST_CUE, Candidate, candidates
from onrecord.encoder.windows import Block

THRESHOLD = 0.3
#: Stretches as lists of words, a word as its number of tokens.
stretches = st.lists(st.lists(st.integers(1, 3), min_size=1, max_size=30), max_size=5)
chances = st.sampled_from([0.0, 0.1, 0.31, 0.6, 1.0])


class Window:
    """Tokens of stretches with a separator round each, and probabilities for each token."""

    def __init__(self, sizes: list[list[int]], data: st.DataObject) -> None:
        words: list[int] = [-1]
        self.blocks: list[Block] = []
        for paragraph, stretch in enumerate(sizes):
            start = len(words)
            for size in stretch:
                words += [max(words) + 1] * size
            self.blocks.append(Block(start, len(words), paragraph))
            words.append(-1)
        self.words = np.array(words, np.int64)
        begin, inside = (np.array([data.draw(chances) / 2 for _ in words], np.float32) for _ in range(2))
        self.cues = np.stack([1 - begin - inside, begin, inside], axis=1)

    def found(self) -> list[Candidate]:
        return candidates(self.cues, self.words, self.blocks, THRESHOLD)


@given(stretches, st.data())
def test_candidates_are_whole_words_of_one_stretch(sizes: list[list[int]], data: st.DataObject) -> None:
    window = Window(sizes, data)
    found = window.found()
    for candidate in found:
        (block,) = [b for b in window.blocks if b.start <= candidate.first < b.end]
        assert candidate.first <= candidate.last < block.end
        for edge, outside in ((candidate.first, candidate.first - 1), (candidate.last, candidate.last + 1)):
            assert window.words[edge] >= 0
            assert window.words[outside] != window.words[edge]
        assert window.words[candidate.last] - window.words[candidate.first] < LONGEST_CUE
        assert THRESHOLD <= round(candidate.score, 5) <= 1
    assert all(a.last < b.first for a, b in pairwise(found))


@given(stretches, st.data())
def test_every_likely_word_is_in_a_candidate_and_no_other(sizes: list[list[int]], data: st.DataObject) -> None:
    window = Window(sizes, data)
    inside = np.zeros(len(window.words), bool)
    for candidate in window.found():
        inside[candidate.first : candidate.last + 1] = True
    for word in range(max(window.words, default=-1) + 1):
        tokens = window.words == word
        likely = 1 - float(window.cues[tokens, 0].astype(np.float64).mean())
        if abs(likely - THRESHOLD) > 0.001:
            assert inside[tokens].all() == (likely > THRESHOLD)


def test_no_words_give_none() -> None:
    assert candidates(np.zeros((0, 3), np.float32), np.zeros(0, np.int64), [], THRESHOLD) == []

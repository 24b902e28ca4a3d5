"""Windows: whole paragraphs packed up to the length that the encoder reads at once.

The encoder sees one window at a time and never two documents in one, so what it says of a paragraph depends on its
document alone, and time grows linearly with length.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from onrecord.encoder.tokens import Integers, Tokens

#: Subword tokens that a window holds at most when it packs several paragraphs, separators counted.
WINDOW = 256
#: Subword tokens of the longest stretch read whole; longer paragraphs are cut.
LONGEST = 400


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of tokens that is read together: a paragraph, or a piece of one too long.

    Attributes:
        start: index of its first token in the document.
        end: index after its last.
        paragraph: number of its paragraph.
    """

    start: int
    end: int
    paragraph: int


def blocks(tokens: Tokens, text: str) -> list[Block]:
    """The document's paragraphs as token ranges, the long ones cut, where possible after a sentence."""
    if not len(tokens):
        return []
    borders = np.flatnonzero(np.diff(tokens.paragraphs)) + 1
    bounds = [0, *borders.tolist(), len(tokens)]
    out = []
    for start, end in pairwise(bounds):
        number = int(tokens.paragraphs[start])
        begin = start
        while end - begin > LONGEST:
            cut = _cut(tokens, text, begin)
            out.append(Block(begin, cut, number))
            begin = cut
        out.append(Block(begin, end, number))
    return out


def _cut(tokens: Tokens, text: str, begin: int) -> int:
    """Where to cut a stretch that is too long: after the last sentence end in reach, else after a word."""
    latest = begin + WINDOW - 2
    for index in range(latest, begin + WINDOW // 2, -1):
        if text[tokens.ends[index - 1] - 1] in ".!?" and tokens.words[index] != tokens.words[index - 1]:
            return index
    index = latest
    while index > begin + 1 and tokens.words[index] == tokens.words[index - 1]:
        index -= 1
    return index if index > begin + 1 else latest


@dataclass(frozen=True, slots=True)
class Window:
    """What the encoder is given at once; arrays have shape [length], specials included.

    Attributes:
        ids: token numbers.
        shapes: word shapes; 0 at specials.
        places: places against quotations; 0 at specials.
        tokens: index of the document's token at each position, -1 at specials.
    """

    ids: Integers
    shapes: Integers
    places: Integers
    tokens: Integers


def windows(tokens: Tokens, stretches: list[Block], start_id: int, separator_id: int) -> list[Window]:
    """Pack blocks into windows, in order, a separator after each."""
    packed: list[list[Block]] = []
    room = 0
    for block in stretches:
        need = block.end - block.start + 1
        if need > room:
            packed.append([])
            room = WINDOW - 1
        packed[-1].append(block)
        room -= need
    return [_window(tokens, group, start_id, separator_id) for group in packed]


def _window(tokens: Tokens, group: list[Block], start_id: int, separator_id: int) -> Window:
    positions = [-1]
    for block in group:
        positions.extend(range(block.start, block.end))
        positions.append(-1)
    index = np.asarray(positions, np.int64)
    special = index < 0
    ids = np.where(special, separator_id, tokens.ids[index])
    ids[0] = start_id
    shapes = np.where(special, 0, tokens.shapes[index])
    places = np.where(special, 0, tokens.places[index])
    return Window(ids, shapes, places, index)

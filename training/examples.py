"""Training examples: windows of tokens with their labels, made by the runtime's own tokens and windows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from onrecord.attribution.candidates import block_numbers, colons
from onrecord.encoder.quotations import quotations
from onrecord.encoder.tokens import tokenize
from onrecord.encoder.windows import Block, Window, blocks, windows

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    from onrecord.encoder.tokens import Tokens
    from training.corpora import Annotated, Mark

    Integers = NDArray[np.int64]

#: Styles of quotation marks that a text may be rewritten in, of the length that the marks have.
STYLES = (("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"), ("«", "»"), ("„", "“"))
#: Share of the texts rewritten in another style, so that the reader depends on none.
RESTYLED = 0.2


@dataclass(frozen=True, slots=True)
class Target:
    """What the network should say about one cue; positions are in the window.

    Attributes:
        first: position of the cue's first token.
        last: position of its last token.
        roles: role of each position, shape [length]: none, source, content.
        silent: whether it is reported silence.
    """

    first: int
    last: int
    roles: Integers
    silent: bool


@dataclass(frozen=True, slots=True)
class Example:
    """A window with its labels.

    Attributes:
        window: tokens and their features.
        convention: which heads the labels are for.
        cues: cue label of each position, shape [length].
        words: word number at each position, -1 at separators.
        blocks: the window's stretches as ranges of positions.
        colons: for each stretch, whether it ends in a colon.
        targets: the annotated attributions whose cue lies in it.
    """

    window: Window
    convention: int
    cues: Integers
    words: Integers
    blocks: list[Block]
    colons: list[bool]
    targets: list[Target]


def restyle(text: str, style: tuple[str, str]) -> str:
    """The same text with its outermost one-character quotation marks in another style; offsets stay."""
    signs = list(text)
    for quotation in quotations(text):
        if quotation.opened and quotation.inner_start - quotation.start == 1:
            signs[quotation.start] = style[0]
        if quotation.closed and quotation.end - quotation.inner_end == 1:
            signs[quotation.inner_end] = style[1]
    return "".join(signs)


def examples(document: Annotated, tokenizer: Tokenizer, special: tuple[int, int], rng: random.Random) -> list[Example]:
    """Cut a document into windows with labels, sometimes in another style of quotation marks."""
    text = restyle(document.text, rng.choice(STYLES)) if rng.random() < RESTYLED else document.text
    tokens = tokenize(text, tokenizer)
    stretches = blocks(tokens, text)
    ends_in_colon = colons(tokens, stretches, text)
    of_token = block_numbers(stretches, len(tokens))
    places = [_Placed(mark, tokens) for mark in document.marks]
    out = []
    for window in windows(tokens, stretches, *special):
        inside = window.tokens[window.tokens >= 0]
        low, high = int(inside[0]), int(inside[-1]) + 1
        numbers = sorted(set(of_token[low:high].tolist()))
        position = {int(token): index for index, token in enumerate(window.tokens) if token >= 0}
        ranges = [
            Block(position[stretches[n].start], position[stretches[n].end - 1] + 1, stretches[n].paragraph)
            for n in numbers
        ]
        targets = [
            p.target(window, position)
            for p in places
            if p.first >= low and p.last < high and of_token[p.first] == of_token[p.last]
        ]
        words = np.where(window.tokens >= 0, tokens.words[window.tokens], -1)
        out.append(
            Example(
                window,
                document.convention,
                _cue_labels(len(window.ids), targets),
                words,
                ranges,
                [ends_in_colon[n] for n in numbers],
                targets,
            )
        )
    return out


class _Placed:
    """An annotated attribution as token indices."""

    def __init__(self, mark: Mark, tokens: Tokens) -> None:
        inside = _tokens_in(tokens, [mark.cue])
        self.first = int(inside[0]) if len(inside) else -1
        self.last = int(inside[-1]) if len(inside) else -1
        self.source = _tokens_in(tokens, mark.source)
        self.content = _tokens_in(tokens, mark.content)
        self.silent = mark.silent

    def target(self, window: Window, position: dict[int, int]) -> Target:
        roles = np.zeros(len(window.ids), np.int64)
        for label, members in ((2, self.content), (1, self.source)):
            roles[[position[int(t)] for t in members if int(t) in position]] = label
        return Target(position[self.first], position[self.last], roles, self.silent)


def _tokens_in(tokens: Tokens, places: Iterable[tuple[int, int]]) -> Integers:
    """Indices of the tokens that share a character with the places."""
    parts = [
        np.arange(np.searchsorted(tokens.ends, start, side="right"), np.searchsorted(tokens.starts, end, side="left"))
        for start, end in places
    ]
    return np.unique(np.concatenate(parts)) if parts else np.zeros(0, np.int64)


def _cue_labels(length: int, targets: list[Target]) -> Integers:
    labels = np.zeros(length, np.int64)
    for target in targets:
        labels[target.first : target.last + 1] = 2
    for target in targets:
        labels[target.first] = 1
    return labels

"""Training examples: windows of tokens with their labels, made by the runtime's own tokens and windows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from onrecord.attribution.candidates import block_numbers, colons
from onrecord.encoder.model import CODE_LABELS
from onrecord.encoder.quotations import quotations
from onrecord.encoder.tokens import tokenize
from onrecord.encoder.windows import Block, Window, blocks, windows

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    from onrecord.encoder.tokens import Tokens
    from training.corpora import Annotated, Coded, Mark

    Integers = NDArray[np.int64]

#: Styles of quotation marks that a text may be rewritten in, of the length that the marks have.
STYLES = (("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"), ("«", "»"), ("„", "“"))
#: Share of the texts rewritten in another style, so that the reader depends on none.
RESTYLED = 0.2
#: Characters on either side of a statement in which channel and outlet may be named.
TELLING = 150


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
class Statement:
    """What a statement does and who makes it; positions are in the window.

    Attributes:
        words: positions of its content and cue.
        telling: positions of the passage that tells it, where channel and outlet may be named.
        codes: which of ``CODE_LABELS`` hold, shape [codes].
        source: positions of its source.
        named: positions where its speaker is named elsewhere in the window.
    """

    words: Integers
    telling: Integers
    codes: NDArray[np.float32]
    source: Integers
    named: Integers


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
        statements: the coded statements most of whose words lie in it.
    """

    window: Window
    convention: int
    cues: Integers
    words: Integers
    blocks: list[Block]
    colons: list[bool]
    targets: list[Target]
    statements: list[Statement]


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
    coded = [_Coded(c, document, tokens) for c in document.statements]
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
                [s for c in coded if (s := c.statement(position)) is not None],
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


class _Coded:
    """A coded statement as token indices."""

    def __init__(self, coded: Coded, document: Annotated, tokens: Tokens) -> None:
        self.words = _tokens_in(tokens, coded.words)
        self.source = _tokens_in(tokens, coded.source)
        spans = (*coded.words, *coded.source)
        self.telling = _tokens_in(tokens, [_passage(document.text, min(spans)[0], max(e for _, e in spans))])
        self.codes = np.array([label in coded.codes for label in CODE_LABELS], np.float32)
        self.named = np.setdiff1d(_tokens_in(tokens, _namings(coded.speaker, document)), self.source)

    def statement(self, position: dict[int, int]) -> Statement | None:
        def here(tokens: Integers) -> Integers:
            return np.array([position[int(t)] for t in tokens if int(t) in position], np.int64)

        words = here(self.words)
        if not len(words) or 2 * len(words) < len(self.words):
            return None
        return Statement(words, here(self.telling), self.codes, here(self.source), here(self.named))


def _passage(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch of the paragraph round a statement."""
    low = text.rfind("\n", max(0, start - TELLING), start) + 1 or max(0, start - TELLING)
    high = text.find("\n", end, end + TELLING)
    return low, high if high >= 0 else min(len(text), end + TELLING)


def _namings(speaker: str | None, document: Annotated) -> list[tuple[int, int]]:
    """Where a speaker is named: by the full name, or as the source of a statement of the same speaker's."""
    if speaker is None:
        return []
    found = [(m.start(), m.end()) for m in re.finditer(re.escape(speaker), document.text, re.IGNORECASE)]
    return found + [place for c in document.statements if c.speaker == speaker for place in c.source]


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

"""The encoder pass: documents to vectors and cue probabilities, windows run side by side.

Each window is a run of its own with a session of one thread, so a document gives the same numbers alone, in any batch
and with any number of threads (dynamic quantisation would otherwise take its scales over the whole batch).
"""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from onrecord.encoder.model import CONVENTIONS, CUE_LABELS, Model
from onrecord.encoder.tokens import Tokens, tokenize
from onrecord.encoder.windows import Block, Window, blocks, windows
from onrecord.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Future

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    from onrecord.record import Document

    Floats = NDArray[np.float32]
    Halves = NDArray[np.float16]

#: Windows in flight before the oldest document is waited for: enough to keep the threads busy, few enough for memory.
WINDOWS_AHEAD = 64
#: Documents taken ahead of the caller at most.
DOCUMENTS_AHEAD = 8


@dataclass(frozen=True, slots=True)
class Encoding:
    """What one pass of the encoder says about a document.

    Attributes:
        document: the document.
        model: the model that read it.
        tokens: its tokens.
        blocks: its paragraphs as token ranges.
        projected: what the attribution network wants of each token: to be read, to open a cue, to close one; shape
            [tokens, 3, width]. Half precision: a long document's are many.
        cues: probabilities of the cue labels, shape [tokens, conventions, labels].
    """

    document: Document
    model: Model
    tokens: Tokens
    blocks: tuple[Block, ...]
    projected: Halves
    cues: Floats


def encode(documents: Iterable[Document], model: Model, threads: int | None = None) -> Iterator[Encoding]:
    """Run the encoder over documents, in order, a few ahead of the caller.

    Args:
        documents: the documents; taken one by one as the work goes on.
        model: the model.
        threads: windows run at once; None for the number of processors.
    """
    _ = model.encoder, model.attribution  # opened once, before threads could do it side by side
    pool = ThreadPoolExecutor(max_workers=threads or os.cpu_count() or 1)
    waiting: deque[_Pending] = deque()
    running = 0
    try:
        for document in documents:
            waiting.append(_start(document, model, pool))
            running += len(waiting[-1].runs)
            while waiting and (running > WINDOWS_AHEAD or len(waiting) > DOCUMENTS_AHEAD):
                running -= len(waiting[0].runs)
                yield waiting.popleft().finish()
        while waiting:
            yield waiting.popleft().finish()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)  # a caller who stops early waits for no queue


@dataclass(frozen=True, slots=True)
class _Pending:
    """A document whose windows are running; each run writes the rows of its own tokens."""

    encoding: Encoding
    logits: Floats
    runs: list[Future[None]]

    def finish(self) -> Encoding:
        """Wait for the windows."""
        for run in self.runs:
            run.result()
        self.encoding.cues[:] = softmax(self.logits)
        return self.encoding


def _start(document: Document, model: Model, pool: ThreadPoolExecutor) -> _Pending:
    tokens = tokenize(document.text, model.tokenizer)
    stretches = blocks(tokens, document.text)
    _, *parts = model.encoder.get_outputs()[0].shape[1:]
    projected = np.zeros((len(tokens), *parts), np.float16)
    logits = np.zeros((len(tokens), len(CONVENTIONS), len(CUE_LABELS)), np.float32)
    encoding = Encoding(document, model, tokens, tuple(stretches), projected, np.zeros_like(logits))
    packed = windows(tokens, stretches, *special_ids(model.tokenizer))
    runs = [pool.submit(_run, model, window, projected, logits) for window in packed]
    return _Pending(encoding, logits, runs)


def special_ids(tokenizer: Tokenizer) -> tuple[int, int]:
    """Token numbers that open a window and that separate its paragraphs.

    Raises:
        ModelError: where the tokenizer has no such tokens.
    """
    start, separator = tokenizer.token_to_id("<s>"), tokenizer.token_to_id("</s>")
    if start is None or separator is None:
        raise ModelError("the model's tokenizer lacks <s> or </s>", "restore the model folder")
    return start, separator


def _run(model: Model, window: Window, projected: Halves, logits: Floats) -> None:
    feeds = {"ids": window.ids[None], "shapes": window.shapes[None], "places": window.places[None]}
    hidden, cues = model.encoder.run(["projected", "cues"], feeds)
    inside = window.tokens >= 0
    projected[window.tokens[inside]] = hidden[0][inside]
    logits[window.tokens[inside]] = cues[0][inside]


def softmax(logits: Floats) -> Floats:
    """Probabilities over the last axis."""
    shifted = np.exp(logits - logits.max(axis=-1, keepdims=True, initial=-np.inf))
    out: Floats = shifted / shifted.sum(axis=-1, keepdims=True)
    return out

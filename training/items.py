"""What the attribution network is trained on in a batch: the annotated cues, and wrong ones that the encoder proposes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
import torch

from onrecord.attribution.candidates import block_numbers, candidates, surroundings

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from torch import Tensor

    from onrecord.attribution.candidates import Surroundings
    from training.examples import Example, Target

#: Probability from which the network's own cues are shown to the attribution network in training.
CANDIDATE = 0.15
#: Wrong cues kept as negatives in one batch, at most.
NEGATIVES = 40
#: Annotated cues read once more with the borders that the network gave them, in one batch, at most.
SHIFTED = 16
IGNORED = -100


class Surrounded(Protocol):
    """A cue with the passage round it; arrays as in ``onrecord.attribution.candidates.Surroundings``.

    Attributes:
        row: of its window in the batch.
        positions: positions in the window of the tokens read, shape [length].
    """

    row: int
    positions: NDArray[np.int64]
    distance: NDArray[np.int64]
    cue: NDArray[np.int64]


@dataclass(slots=True)
class Item:
    """A cue for the attribution network: annotated, or a wrong one of the network's own.

    Attributes:
        row, positions, distance, cue: as in ``Surrounded``.
        convention: which heads are asked.
        roles: wanted role of each token read, ``IGNORED`` where none is asked.
        right: whether it is annotated.
        silent: whether it is reported silence.
    """

    row: int
    positions: NDArray[np.int64]
    distance: NDArray[np.int64]
    cue: NDArray[np.int64]
    convention: int
    roles: NDArray[np.int64]
    right: bool
    silent: bool


def items_of(batch: list[Example], cues: NDArray[np.float32], rng: random.Random) -> Iterator[Item]:
    """The annotated cues of a batch, some with shifted borders, and wrong ones among those that the encoder proposes."""
    wrong: list[Item] = []
    shifted: list[Item] = []
    for row, example in enumerate(batch):
        numbers = block_numbers(example.blocks, len(example.words))
        proposed = likely(example, cues[row], CANDIDATE)
        annotated = {(t.first, t.last) for t in example.targets}
        for target in example.targets:
            yield _item(row, example, numbers, target.first, target.last, target)
        for first, last in sorted(proposed - annotated):
            over = [t for t in example.targets if first <= t.last and t.first <= last]
            if not over:
                wrong.append(_item(row, example, numbers, first, last, None))
            elif len(over) == 1:  # the right cue with other borders: the same answer is wanted
                shifted.append(_item(row, example, numbers, first, last, over[0]))
    rng.shuffle(wrong)
    rng.shuffle(shifted)
    yield from wrong[:NEGATIVES]
    yield from shifted[:SHIFTED]


def likely(example: Example, cues: NDArray[np.float32], threshold: float) -> set[tuple[int, int]]:
    """First and last positions of the cues that pass a threshold in either convention; cues [length, conventions, labels]."""
    return {
        (c.first, c.last)
        for heads in range(cues.shape[1])
        for c in candidates(cues[: len(example.words), heads], example.words, example.blocks, threshold)
    }


def passage(example: Example, numbers: NDArray[np.int64], first: int, last: int) -> Surroundings:
    """What the attribution network reads round a cue of a window; ``numbers`` are its positions' blocks."""
    number = int(numbers[first])
    return surroundings(first, last, example.blocks, number, colon=example.colons[number])


def _item(row: int, example: Example, numbers: Any, first: int, last: int, target: Target | None) -> Item:  # noqa: ANN401
    around = passage(example, numbers, first, last)
    positions = around.tokens
    roles = target.roles[positions] if target else np.full(len(positions), IGNORED, np.int64)
    roles = np.where(example.words[positions] >= 0, roles, IGNORED)
    return Item(
        row,
        positions,
        around.distance,
        around.cue,
        example.convention,
        roles,
        target is not None,
        target is not None and target.silent,
    )


def stacked(columns: Sequence[NDArray[Any]], length: int, fill: int) -> Tensor:
    """Arrays of unlike length as one tensor, the short ones filled up."""
    out = np.full((len(columns), length, *columns[0].shape[1:]), fill, columns[0].dtype)
    for row, column in zip(out, columns, strict=True):
        row[: len(column)] = column
    return torch.tensor(out)

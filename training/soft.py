"""A teacher's answers on texts that nobody annotated, and the losses of a smaller reader that learns from them.

Knowledge distillation (Hinton, Vinyals and Dean 2015) of every head, and of the vectors themselves (Sanh et al. 2019):
teacher and pupil share tokens and width, so the pupil's vectors can be held against the teacher's one by one.
"""

from __future__ import annotations

import gzip
import json
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch.nn import functional

from onrecord.attribution.candidates import block_numbers
from onrecord.encoder.network import softmax
from training.corpora import Annotated
from training.examples import Example, examples
from training.items import likely, passage, stacked
from training.losses import read_items

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray
    from tokenizers import Tokenizer
    from torch import Tensor

    from training.losses import Weights
    from training.network import Reader

#: Probability from which the teacher's cues are kept, the unlikely ones too: the pupil learns how unlikely.
CANDIDATE = 0.1
#: Texts whose answers stand in one file, so that a stop costs no more than these.
SHARD = 100
#: Windows that the teacher reads at once.
BATCH = 8


@dataclass(slots=True)
class Answer:
    """The teacher's answer about one cue; arrays as in ``onrecord.attribution.candidates.Surroundings``.

    Attributes:
        row: of its window in the batch, set when a batch is made.
        roles: probabilities of the roles, shape [length, conventions, roles].
        scores: probabilities in the order of ``SCORE_LABELS``.
    """

    row: int
    positions: NDArray[np.int64]
    distance: NDArray[np.int64]
    cue: NDArray[np.int64]
    roles: NDArray[np.float16]
    scores: NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class Taught:
    """A window with the teacher's answers.

    Attributes:
        ids, shapes, places: what the encoder is given, shape [length].
        words: word number at each position, -1 at separators.
        cues: probabilities of the cue labels, shape [length, conventions, labels].
        codes: logits of the codes, shape [length, codes].
        vectors: the teacher's, shape [length, width].
        answers: about the cues that the teacher finds likely at all.
    """

    ids: NDArray[np.int32]
    shapes: NDArray[np.int8]
    places: NDArray[np.int8]
    words: NDArray[np.int32]
    cues: NDArray[np.float16]
    codes: NDArray[np.float16]
    vectors: NDArray[np.float16]
    answers: list[Answer]


def unlabelled(path: Path) -> list[Annotated]:
    """Texts without annotation, from a gzip file of one JSON object a line."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        raw = [json.loads(line) for line in lines]
    return [Annotated(str(r.get("id", n)), r["text"], (), 1) for n, r in enumerate(raw)]


def ask(
    teacher: Reader, documents: list[Annotated], tokenizer: Tokenizer, special: tuple[int, int], seed: int, folder: Path
) -> None:
    """Write the teacher's answers into ``folder``; files that are there already are kept.

    Args:
        teacher: the trained reader.
        documents: the texts; their quotation marks are restyled as in training.
        tokenizer: the teacher's and the pupil's.
        special: token numbers that open a window and separate its paragraphs.
        seed: of the restyling.
        folder: where the files go.
    """
    folder.mkdir(parents=True, exist_ok=True)
    teacher.eval()
    for number, start in enumerate(range(0, len(documents), SHARD)):
        path = folder / f"{number:04}.pt"
        if path.exists():
            continue
        rng = random.Random(seed * 1000 + number)  # noqa: S311 - chance for training, not for secrets
        pool = [e for d in documents[start : start + SHARD] for e in examples(d, tokenizer, special, rng)]
        pool.sort(key=lambda e: len(e.words))
        taught = [t for i in range(0, len(pool), BATCH) for t in _answers(teacher, pool[i : i + BATCH])]
        part = path.with_suffix(".part")
        torch.save(taught, part)
        part.replace(path)
        print(f"asked the teacher about {min(start + SHARD, len(documents))} of {len(documents)} texts", flush=True)


def load(folder: Path) -> list[Taught]:
    """All answers in a folder."""
    return [t for path in sorted(folder.glob("*.pt")) for t in torch.load(path, weights_only=False)]


@torch.no_grad()
def _answers(teacher: Reader, batch: list[Example]) -> Iterator[Taught]:
    length = max(len(e.words) for e in batch)
    mask = stacked([np.ones(len(e.words), bool) for e in batch], length, 0)
    inputs = [stacked([getattr(e.window, name) for e in batch], length, 0) for name in ("ids", "shapes", "places")]
    with torch.autocast("cpu", dtype=torch.bfloat16):
        vectors, logits, codes, _ = teacher.encoder(*inputs, mask[:, None, None])
        cues = softmax(logits.float().numpy())
        items = [a for row, example in enumerate(batch) for a in _asked(row, example, cues[row])]
        for part, roles, scores in read_items(teacher.attribution, vectors, items):
            for answer, own, score in zip(part, roles.softmax(-1), scores.sigmoid(), strict=True):
                answer.roles = own[: len(answer.positions)].numpy().astype(np.float16)
                answer.scores = score.numpy().astype(np.float16)
    for row, example in enumerate(batch):
        size = len(example.words)
        window = example.window
        yield Taught(
            window.ids.astype(np.int32),
            window.shapes.astype(np.int8),
            window.places.astype(np.int8),
            example.words.astype(np.int32),
            cues[row, :size].astype(np.float16),
            codes[row, :size].float().numpy().astype(np.float16),
            vectors[row, :size].float().numpy().astype(np.float16),
            [i for i in items if i.row == row],
        )


def _asked(row: int, example: Example, cues: NDArray[np.float32]) -> Iterator[Answer]:
    """The cues of a window that the teacher finds likely in either convention, without answers yet."""
    numbers = block_numbers(example.blocks, len(example.words))
    nothing = np.zeros(0, np.float16)
    for first, last in sorted(likely(example, cues, CANDIDATE)):
        around = passage(example, numbers, first, last)
        yield Answer(row, around.tokens, around.distance, around.cue, nothing, nothing)


def batches(taught: list[Taught], size: int, rng: random.Random) -> list[list[Taught]]:
    """Batches of windows of like length, in chance order."""
    order = sorted(range(len(taught)), key=lambda i: (len(taught[i].ids) // 16, rng.random()))
    out = [[taught[i] for i in order[start : start + size]] for start in range(0, len(order), size)]
    rng.shuffle(out)
    return out


def losses(pupil: Reader, batch: list[Taught], weights: Weights) -> dict[str, Tensor]:
    """How far a pupil's answers are from the teacher's, by name, and the ``total``."""
    length = max(len(t.ids) for t in batch)
    mask = stacked([np.ones(len(t.ids), bool) for t in batch], length, 0)
    inputs = [
        stacked([getattr(t, name).astype(np.int64) for t in batch], length, 0) for name in ("ids", "shapes", "places")
    ]
    vectors, logits, codes, _ = pupil.encoder(*inputs, mask[:, None, None])
    real = stacked([t.words >= 0 for t in batch], length, 0)
    wanted = {
        name: stacked([getattr(t, name) for t in batch], length, 0).float() for name in ("cues", "codes", "vectors")
    }
    apart = 1 - functional.cosine_similarity(vectors.float(), wanted["vectors"], dim=-1)
    code = functional.binary_cross_entropy_with_logits(codes.float(), wanted["codes"].sigmoid(), reduction="none")
    cue = _entropy(logits.float(), wanted["cues"]).mean(-1)
    out = {
        "soft_cue": cue[real].mean(),
        "soft_codes": code.sum(-1)[real].mean(),
        "soft_vectors": apart[real].mean(),
    }
    answers = [a for row, t in enumerate(batch) for a in _in_row(t.answers, row)]
    read: dict[str, list[Tensor]] = {"soft_roles": [], "soft_scores": []}
    for part, roles, scores in read_items(pupil.attribution, vectors, answers):
        told = stacked([np.ones(len(a.positions), bool) for a in part], roles.shape[1], 0)
        entropy = _entropy(roles, stacked([a.roles for a in part], roles.shape[1], 0).float()).mean(-1)
        probability = torch.tensor(np.stack([a.scores for a in part]).astype(np.float32))
        read["soft_roles"].append(entropy[told])
        read["soft_scores"].append(functional.binary_cross_entropy_with_logits(scores, probability, reduction="none"))
    out |= {name: torch.cat([v.flatten() for v in values]).mean() for name, values in read.items() if values}
    return weights.total(out)


def _entropy(logits: Tensor, wanted: Tensor) -> Tensor:
    """Cross-entropy with probabilities over the last axis."""
    return -(wanted * logits.log_softmax(-1)).sum(-1)


def _in_row(answers: list[Answer], row: int) -> list[Answer]:
    for answer in answers:
        answer.row = row
    return answers

"""The losses of all heads on a batch of annotated windows, and what they share with those on a teacher's answers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import numpy as np
import torch
import yaml
from torch import Tensor
from torch.nn import functional

from onrecord.encoder.model import CODE_LABELS, LINK_WIDTH
from onrecord.encoder.network import softmax
from training.items import IGNORED, items_of, stacked

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from training.examples import Example
    from training.items import Item, Surrounded
    from training.network import Attribution, Reader

Cue = TypeVar("Cue", bound="Surrounded")
#: Weights of the losses, one file so that a later head never costs an earlier one unnoticed.
FILE = Path(__file__).with_name("losses.yaml")
#: Codes that words beside the statement's own may tell.
TOLD_AROUND = torch.tensor([label.startswith("channel:") or label == "via" for label in CODE_LABELS])


class Weights:
    """``losses.yaml``: weights of the losses, and of the labels within two of them."""

    def __init__(self, path: Path = FILE) -> None:
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
        self.cue_labels = torch.tensor(raw.pop("cue_labels"))
        self.role_labels = torch.tensor(raw.pop("role_labels"))
        self.losses: dict[str, float] = raw

    def total(self, losses: dict[str, Tensor]) -> dict[str, Tensor]:
        """The losses with their weighted sum as ``total``."""
        return losses | {"total": torch.stack([self.losses[name] * value for name, value in losses.items()]).sum()}


def annotated(reader: Reader, batch: list[Example], weights: Weights, rng: random.Random) -> dict[str, Tensor]:
    """Losses of a batch of annotated windows by name, each in the heads of its convention, and their ``total``."""
    ids, shapes, places, cues, auxiliary, mask = _collate(batch)
    convention = torch.tensor([e.convention for e in batch])
    vectors, logits, codes, links = reader.encoder(ids, shapes, places, mask[:, None, None])
    own = logits[torch.arange(len(batch)), :, convention].float()
    entropy = functional.cross_entropy
    losses = {
        "cue": entropy(own.flatten(0, 1), cues.flatten(), weights.cue_labels, ignore_index=IGNORED),
        "auxiliary": entropy(
            reader.encoder.auxiliary(vectors).float().flatten(0, 1), auxiliary.flatten(), ignore_index=IGNORED
        ),
    }
    items = list(items_of(batch, softmax(logits.detach().float().numpy()), rng))
    losses |= _around(reader.attribution, vectors, items, weights) | _codes(batch, codes.float())
    return weights.total(losses | _links(batch, links.float(), mask))


def read_items(
    network: Attribution, vectors: Tensor, items: Sequence[Cue]
) -> Iterator[tuple[Sequence[Cue], Tensor, Tensor]]:
    """Role and score logits for cues; the long passages run apart from the short, so that little is padding."""
    projected = network.project(vectors)
    ranked = sorted(items, key=lambda i: len(i.positions))
    half = len(ranked) // 2
    for part in (ranked[:half], ranked[half:]):
        if not part:
            continue
        length = max(len(i.positions) for i in part)
        rows = torch.tensor([i.row for i in part])
        cue = torch.tensor(np.stack([i.cue for i in part]))
        positions = stacked([i.positions for i in part], length, 0)
        ends = positions.gather(1, cue)
        first, last = (projected[rows, ends[:, n], (n + 1) * network.width : (n + 2) * network.width] for n in range(2))
        roles, scores = network(
            projected[rows[:, None], positions, : network.width],
            first + last,
            stacked([i.distance for i in part], length, 0),
            cue,
            stacked([np.ones(len(i.positions), bool) for i in part], length, 0)[:, None, None],
        )
        yield part, roles.float(), scores.float()


def _around(network: Attribution, vectors: Tensor, items: list[Item], weights: Weights) -> dict[str, Tensor]:
    """Losses of the attribution network: means over all cues, though these run in parts."""
    sums: dict[str, list[tuple[Tensor, Tensor]]] = {}
    binary = functional.binary_cross_entropy_with_logits
    for part, roles, scores in read_items(network, vectors, items):
        convention = torch.tensor([i.convention for i in part])
        rows = torch.arange(len(part))
        labels = stacked([i.roles for i in part], roles.shape[1], IGNORED).flatten()
        own = roles[rows, :, convention].flatten(0, 1)
        right = torch.tensor([float(i.right) for i in part])
        silent = torch.tensor([float(i.silent) for i in part])
        known = (convention == 1).float()
        of_label = weights.role_labels[labels.clamp(min=0)] * (labels != IGNORED)
        read = functional.cross_entropy(own, labels, weights.role_labels, ignore_index=IGNORED, reduction="sum")
        score = binary(scores[rows, convention], right, reduction="sum")
        silence = (binary(scores[:, 2], silent, reduction="none") * known).sum()
        for name, value, weight in (
            ("roles", read, of_label.sum()),
            ("scores", score, torch.tensor(float(len(part)))),
            ("silence", silence, known.sum()),
        ):
            sums.setdefault(name, []).append((value, weight))
    return {
        name: torch.stack([v for v, _ in pairs]).sum() / torch.stack([w for _, w in pairs]).sum().clamp(min=1)
        for name, pairs in sums.items()
    }


def _codes(batch: list[Example], codes: Tensor) -> dict[str, Tensor]:
    """A statement has a code where one of its words does: the log of the sum over them (multiple instances)."""
    told = [(row, s) for row, e in enumerate(batch) for s in e.statements]
    if not told:
        return {}
    labels = torch.tensor(np.stack([s.codes for _, s in told]))
    own = _pooled(codes, [(row, s.words) for row, s in told])
    around = _pooled(codes, [(row, s.telling) for row, s in told])
    logits = torch.where(TOLD_AROUND, around, own)
    return {"codes": functional.binary_cross_entropy_with_logits(logits, labels)}


def _pooled(codes: Tensor, places: list[tuple[int, NDArray[np.int64]]]) -> Tensor:
    """Logits of each statement [statements, codes] from those of its words."""
    length = max(len(p) for _, p in places)
    rows = torch.tensor([row for row, _ in places])[:, None]
    gathered = codes[rows, stacked([p for _, p in places], length, 0)]
    present = stacked([np.ones(len(p), bool) for _, p in places], length, 0)
    return gathered.masked_fill(~present[:, :, None], -1e4).logsumexp(dim=1)


def _links(batch: list[Example], links: Tensor, mask: Tensor) -> dict[str, Tensor]:
    """Each source asks which other words of the window name its speaker; a separator answers for none of them."""
    asked = [(row, s) for row, e in enumerate(batch) for s in e.statements if len(s.source)]
    if not asked:
        return {}
    total = []
    for row, statement in asked:
        question = links[row, torch.tensor(statement.source), 0].mean(dim=0)
        scores = links[row, :, 1] @ question / LINK_WIDTH**0.5
        open_to = mask[row].clone()
        open_to[torch.tensor(statement.source)] = False
        scores = scores.masked_fill(~open_to, -1e4)
        right = torch.tensor(statement.named if len(statement.named) else [0])
        total.append(scores.logsumexp(dim=0) - scores[right].logsumexp(dim=0))
    return {"links": torch.stack(total).mean()}


def _collate(batch: list[Example]) -> tuple[Tensor, ...]:
    length = max(len(e.words) for e in batch)
    auxiliary = []
    for example in batch:
        roles = np.zeros(len(example.words), np.int64)
        for target in example.targets:
            roles = np.maximum(roles, target.roles)
        auxiliary.append(np.where(example.words >= 0, roles, IGNORED))
    cues = [np.where(e.words >= 0, e.cues, IGNORED) for e in batch]
    return (
        stacked([e.window.ids for e in batch], length, 0),
        stacked([e.window.shapes for e in batch], length, 0),
        stacked([e.window.places for e in batch], length, 0),
        stacked(cues, length, IGNORED),
        stacked(auxiliary, length, IGNORED),
        stacked([np.ones(len(e.words), bool) for e in batch], length, 0),
    )

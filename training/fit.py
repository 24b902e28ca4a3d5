"""Trains the networks: all heads that have labels together, resuming from a checkpoint."""

from __future__ import annotations

import math
import random
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
import yaml
from torch import Tensor, nn
from torch.nn import functional

from onrecord.attribution.candidates import block_numbers, candidates, surroundings
from onrecord.encoder.network import softmax
from training.examples import Example, Target, examples

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    from training.corpora import Annotated
    from training.network import Attribution, Encoder

#: Probability from which the network's own cues are shown to the attribution network in training.
CANDIDATE = 0.15
#: Wrong cues kept as negatives in one batch, at most.
NEGATIVES = 40
IGNORED = -100
#: Weights of the losses.
LOSSES = Path(__file__).with_name("losses.yaml")


@dataclass(frozen=True)
class Plan:
    """How to train.

    Attributes:
        epochs: passes over the corpora.
        codebook_share: times that a document of the codebook's convention is seen in a pass.
        batch: windows a step.
        rate: learning rate of the encoder's last layer.
        decay: factor of the rate from each layer to the one below.
        head_rate: learning rate of the heads and of the attribution network.
        warmup: share of the steps over which the rate rises.
        seed: of everything drawn by chance.
        minutes_between_checkpoints: how much work a stop may cost.
    """

    epochs: int = 6
    codebook_share: int = 3
    batch: int = 8
    rate: float = 2.5e-4
    decay: float = 0.9
    head_rate: float = 8e-4
    warmup: float = 0.1
    seed: int = 20221004
    minutes_between_checkpoints: float = 4.0


class Networks(nn.Module):
    """Both networks, trained as one."""

    def __init__(self, encoder: Encoder, attribution: Attribution) -> None:
        super().__init__()
        self.encoder = encoder
        self.attribution = attribution


def epoch_batches(
    documents: list[Annotated], tokenizer: Tokenizer, special: tuple[int, int], plan: Plan, epoch: int
) -> list[list[Example]]:
    """The batches of one pass, the same for the same seed and number."""
    rng = random.Random(plan.seed * 1000 + epoch)  # noqa: S311 - chance for training, not for secrets
    pool: list[Example] = []
    for document in documents:
        for _ in range(plan.codebook_share if document.convention else 1):
            pool.extend(examples(document, tokenizer, special, rng))
    rng.shuffle(pool)
    # windows of like length go together within a stretch of the pass, so that little is padding
    stretch = plan.batch * 32
    ordered = [
        e for i in range(0, len(pool), stretch) for e in sorted(pool[i : i + stretch], key=lambda e: len(e.words))
    ]
    batches = [ordered[i : i + plan.batch] for i in range(0, len(ordered), plan.batch)]
    rng.shuffle(batches)
    return batches


def groups(networks: Networks, plan: Plan) -> list[dict[str, Any]]:
    """Parameters with their learning rates; the word embeddings stay as they are."""
    encoder = networks.encoder
    encoder.words.weight.requires_grad_(False)  # noqa: FBT003 - torch's own signature
    depth = len(encoder.layers)
    rates: dict[int, list[nn.Parameter]] = {}
    for name, parameter in encoder.named_parameters():
        if not parameter.requires_grad:
            continue
        if name.startswith("layers."):
            level = depth - 1 - int(name.split(".")[1])
        elif name.startswith(("cue", "auxiliary", "shapes", "places")):
            level = -1
        else:
            level = depth
        rates.setdefault(level, []).append(parameter)
    out = [
        {"params": members, "lr": plan.head_rate if level < 0 else plan.rate * plan.decay**level}
        for level, members in sorted(rates.items())
    ]
    return [*out, {"params": list(networks.attribution.parameters()), "lr": plan.head_rate}]


def schedule(step: int, steps: int, warmup: float) -> float:
    """Factor of the learning rate: up over the warm-up, then down to nothing, both in a straight line."""
    rise = max(1, int(steps * warmup))
    return (step + 1) / rise if step < rise else max(0.0, (steps - step) / max(1, steps - rise))


class Loss:
    """The sum of the heads' losses on a batch, weighted by ``losses.yaml``."""

    def __init__(self, path: Path) -> None:
        self.weights = yaml.safe_load(path.read_text(encoding="utf-8"))
        self.cue_labels = torch.tensor(self.weights["cue_labels"])
        self.role_labels = torch.tensor(self.weights["role_labels"])

    def __call__(self, networks: Networks, batch: list[Example], rng: random.Random) -> dict[str, Tensor]:
        """Losses by name, and their weighted ``total``."""
        ids, shapes, places, cues, auxiliary, mask = _collate(batch)
        convention = torch.tensor([e.convention for e in batch])
        vectors, logits = networks.encoder(ids, shapes, places, mask[:, None, None])
        rows = torch.arange(len(batch))
        own = logits[rows, :, convention].float()
        losses = {
            "cue": functional.cross_entropy(own.flatten(0, 1), cues.flatten(), self.cue_labels, ignore_index=IGNORED),
            "auxiliary": functional.cross_entropy(
                networks.encoder.auxiliary(vectors).float().flatten(0, 1), auxiliary.flatten(), ignore_index=IGNORED
            ),
        }
        items = list(_items(batch, softmax(logits.detach().float().numpy()), rng))
        if items:
            losses |= self._around(networks.attribution, vectors, items)
        losses["total"] = torch.stack([self.weights[name] * value for name, value in losses.items()]).sum()
        return losses

    def _around(self, network: Attribution, vectors: Tensor, items: list[_Item]) -> dict[str, Tensor]:
        length = max(len(i.positions) for i in items)
        positions = _stacked([i.positions for i in items], length, 0)
        gathered = vectors[torch.tensor([i.row for i in items])[:, None], positions]
        mask = _stacked([np.ones(len(i.positions), bool) for i in items], length, 0)
        cue = torch.tensor(np.stack([i.cue for i in items]))
        roles, scores = network(
            gathered,
            _stacked([i.distance for i in items], length, 0),
            _stacked([i.inside for i in items], length, 0),
            cue,
            mask[:, None, None],
        )
        convention = torch.tensor([i.convention for i in items])
        rows = torch.arange(len(items))
        labels = _stacked([i.roles for i in items], length, IGNORED)
        own = roles[rows, :, convention].float().flatten(0, 1)
        right = torch.tensor([float(i.right) for i in items])
        silent = torch.tensor([float(i.silent) for i in items])
        known = convention == 1
        binary = functional.binary_cross_entropy_with_logits
        out = {
            "roles": functional.cross_entropy(own, labels.flatten(), self.role_labels, ignore_index=IGNORED),
            "scores": binary(scores[rows, convention].float(), right),
        }
        if known.any():
            out["silence"] = binary(scores[known, 2].float(), silent[known])
        return out


@dataclass(frozen=True, slots=True)
class _Item:
    """A cue for the attribution network: annotated, or a wrong one of the network's own."""

    row: int
    convention: int
    positions: NDArray[np.int64]
    distance: NDArray[np.int64]
    inside: NDArray[np.int64]
    cue: NDArray[np.int64]
    roles: NDArray[np.int64]
    right: bool
    silent: bool


def _items(batch: list[Example], cues: NDArray[np.float32], rng: random.Random) -> Iterator[_Item]:
    wrong: list[_Item] = []
    for row, example in enumerate(batch):
        numbers = block_numbers(example.blocks, len(example.words))
        proposed = {
            (c.first, c.last)
            for heads in range(cues.shape[2])
            for c in candidates(cues[row, : len(example.words), heads], example.words, example.blocks, CANDIDATE)
        }
        annotated = {(t.first, t.last) for t in example.targets}
        for target in example.targets:
            yield _item(row, example, numbers, target.first, target.last, target)
        for first, last in sorted(proposed - annotated):
            over = [t for t in example.targets if first <= t.last and t.first <= last]
            if not over:
                wrong.append(_item(row, example, numbers, first, last, None))
            elif len(over) == 1:  # the right cue with other borders: the same answer is wanted
                yield _item(row, example, numbers, first, last, over[0])
    rng.shuffle(wrong)
    yield from wrong[:NEGATIVES]


def _item(row: int, example: Example, numbers: Any, first: int, last: int, target: Target | None) -> _Item:  # noqa: ANN401
    number = int(numbers[first])
    around = surroundings(first, last, example.blocks, number, colon=example.colons[number])
    positions = around.tokens
    roles = target.roles[positions] if target else np.full(len(positions), IGNORED, np.int64)
    roles = np.where(example.words[positions] >= 0, roles, IGNORED)
    return _Item(
        row,
        example.convention,
        positions,
        around.distance,
        around.inside,
        around.cue,
        roles,
        target is not None,
        target is not None and target.silent,
    )


def _stacked(columns: Sequence[NDArray[Any]], length: int, fill: int) -> Tensor:
    """Rows of unlike length as one tensor, the short ones filled up."""
    out = np.full((len(columns), length), fill, columns[0].dtype)
    for row, column in zip(out, columns, strict=True):
        row[: len(column)] = column
    return torch.tensor(out)


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
        _stacked([e.window.ids for e in batch], length, 0),
        _stacked([e.window.shapes for e in batch], length, 0),
        _stacked([e.window.places for e in batch], length, 0),
        _stacked(cues, length, IGNORED),
        _stacked(auxiliary, length, IGNORED),
        _stacked([np.ones(len(e.words), bool) for e in batch], length, 0),
    )


def fit(
    networks: Networks,
    documents: list[Annotated],
    tokenizer: Tokenizer,
    special: tuple[int, int],
    plan: Plan,
    folder: Path,
) -> None:
    """Train ``networks`` in place; goes on from ``folder/last.pt`` where a run was stopped.

    Args:
        networks: what to train.
        documents: annotated texts of both conventions.
        tokenizer: the base encoder's.
        special: token numbers that open a window and separate its paragraphs.
        plan: how to train.
        folder: for checkpoints.
    """
    torch.manual_seed(plan.seed)
    loss = Loss(LOSSES)
    optimizer = torch.optim.AdamW(groups(networks, plan), weight_decay=0.01)
    rates = [g["lr"] for g in optimizer.param_groups]
    last = folder / "last.pt"
    done = 0
    if last.exists():
        state = torch.load(last, weights_only=True)
        networks.load_state_dict(state["networks"])
        optimizer.load_state_dict(state["optimizer"])
        done = state["step"]
        torch.set_rng_state(state["chance"])
    batches = [epoch_batches(documents, tokenizer, special, plan, 0)]
    steps = len(batches[0]) * plan.epochs
    networks.train()
    saved = started = time.monotonic()
    step = 0
    mean: dict[str, float] = {}
    for epoch in range(plan.epochs):
        for batch in batches.pop() if batches else epoch_batches(documents, tokenizer, special, plan, epoch):
            step += 1
            if step <= done or step > steps:
                continue
            factor = schedule(step - 1, steps, plan.warmup)
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * factor
            chance = random.Random(plan.seed * 7 + step)  # noqa: S311 - chance for training, not for secrets
            with torch.autocast("cpu", dtype=torch.bfloat16):
                losses = loss(networks, batch, chance)
            optimizer.zero_grad(set_to_none=True)
            losses["total"].backward()  # type: ignore[no-untyped-call]  # torch does not annotate it
            nn.utils.clip_grad_norm_(networks.parameters(), 1.0)
            optimizer.step()
            for name, value in losses.items():
                mean[name] = 0.98 * mean.get(name, float(value.detach())) + 0.02 * float(value.detach())
            if step % 50 == 0 or step == steps:
                shown = "  ".join(f"{n} {v:.3f}" for n, v in mean.items() if math.isfinite(v))
                print(
                    f"step {step}/{steps}  epoch {epoch + 1}  {time.monotonic() - started:.0f} s  {shown}", flush=True
                )
            if step == steps or time.monotonic() - saved > plan.minutes_between_checkpoints * 60:
                _save(last, networks, optimizer, step)
                saved = time.monotonic()


def _save(path: Path, networks: Networks, optimizer: torch.optim.Optimizer, step: int) -> None:
    """Write the checkpoint whole or not at all."""
    part = path.with_suffix(".part")
    torch.save(
        {
            "networks": networks.state_dict(),
            "optimizer": optimizer.state_dict(),
            "step": step,
            "chance": torch.get_rng_state(),
        },
        part,
    )
    part.replace(path)

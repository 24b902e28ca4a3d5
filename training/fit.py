"""Trains a reader: all heads that have labels together, resuming from a checkpoint."""

from __future__ import annotations

import math
import random
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import torch
from torch import nn

from training import soft
from training.examples import Example, examples
from training.losses import Weights, annotated
from training.soft import Taught

if TYPE_CHECKING:
    from pathlib import Path

    from tokenizers import Tokenizer
    from torch import Tensor

    from training.corpora import Annotated
    from training.network import Reader


@dataclass(frozen=True)
class Plan:
    """How to train.

    Attributes:
        epochs: passes over the annotated texts.
        rate: learning rate of the encoder's last layer.
        head_rate: learning rate of the heads and of the attribution network.
        codebook_share: times that a document of the codebook's convention is seen in a pass.
        batch: windows a step.
        decay: factor of the rate from each layer to the one below.
        warmup: share of the steps over which the rate rises.
        seed: of everything drawn by chance.
        minutes_between_checkpoints: how much work a stop may cost.
    """

    epochs: int
    rate: float
    head_rate: float
    codebook_share: int = 3
    batch: int = 8
    decay: float = 0.9
    warmup: float = 0.1
    seed: int = 20221004
    minutes_between_checkpoints: float = 2.0


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


def groups(reader: Reader, plan: Plan) -> list[dict[str, Any]]:
    """Parameters with their learning rates; the word embeddings stay as they are."""
    encoder = reader.encoder
    encoder.words.weight.requires_grad_(False)  # noqa: FBT003 - torch's own signature
    depth = len(encoder.layers)
    rates: dict[int, list[nn.Parameter]] = {}
    for name, parameter in encoder.named_parameters():
        if not parameter.requires_grad:
            continue
        if name.startswith("layers."):
            level = depth - 1 - int(name.split(".")[1])
        elif name.startswith(("cue", "auxiliary", "shapes", "places", "codes", "links")):
            level = -1
        else:
            level = depth
        rates.setdefault(level, []).append(parameter)
    out = [
        {"params": members, "lr": plan.head_rate if level < 0 else plan.rate * plan.decay**level}
        for level, members in sorted(rates.items())
    ]
    return [*out, {"params": list(reader.attribution.parameters()), "lr": plan.head_rate}]


def schedule(step: int, steps: int, warmup: float) -> float:
    """Factor of the learning rate: up over the warm-up, then down to nothing, both in a straight line."""
    rise = max(1, int(steps * warmup))
    return (step + 1) / rise if step < rise else max(0.0, (steps - step) / max(1, steps - rise))


class Lessons:
    """The batches of each pass: annotated windows, and a share of a teacher's answers, each of which is seen once."""

    def __init__(
        self,
        documents: list[Annotated],
        tokenizer: Tokenizer,
        special: tuple[int, int],
        plan: Plan,
        taught: list[Taught] | None = None,
    ) -> None:
        self.documents, self.tokenizer, self.special, self.plan = documents, tokenizer, special, plan
        self.taught = taught or []

    def epoch(self, number: int) -> list[list[Example] | list[Taught]]:
        """The batches of one pass, the same for the same seed and number."""
        labelled = epoch_batches(self.documents, self.tokenizer, self.special, self.plan, number)
        rng = random.Random(self.plan.seed * 2000 + number)  # noqa: S311 - chance for training, not for secrets
        mixed: list[list[Example] | list[Taught]] = [
            *labelled,
            *soft.batches(self.taught[number :: self.plan.epochs], self.plan.batch, rng),
        ]
        rng.shuffle(mixed)
        return mixed


def fit(reader: Reader, lessons: Lessons, folder: Path) -> None:
    """Train ``reader`` in place; goes on from ``folder/last.pt`` where a run was stopped.

    Args:
        reader: what to train.
        lessons: what to train it on, and how.
        folder: for checkpoints.
    """
    plan = lessons.plan
    torch.manual_seed(plan.seed)
    weights = Weights()
    optimizer = torch.optim.AdamW(groups(reader, plan), weight_decay=0.01, fused=True)
    rates = [g["lr"] for g in optimizer.param_groups]
    last = folder / "last.pt"
    done = 0
    if last.exists():
        state = torch.load(last, weights_only=True)
        reader.load_state_dict(state["reader"])
        optimizer.load_state_dict(state["optimizer"])
        done = state["step"]
        torch.set_rng_state(state["chance"])
    batches = lessons.epoch(0)
    each = len(batches)  # restyling may cut another pass into one window more or less; the count of steps is fixed
    steps = each * plan.epochs
    reader.train()
    log = _Log(steps)
    saved = time.monotonic()
    for step in range(done, steps):
        if step == done or not step % each:
            batches = lessons.epoch(step // each)
        factor = schedule(step, steps, plan.warmup)
        for group, rate in zip(optimizer.param_groups, rates, strict=True):
            group["lr"] = rate * factor
        with torch.autocast("cpu", dtype=torch.bfloat16):
            losses = _losses(reader, batches[step % each % len(batches)], weights, plan.seed * 7 + step + 1)
        optimizer.zero_grad(set_to_none=True)
        losses["total"].backward()  # type: ignore[no-untyped-call]  # torch does not annotate it
        nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimizer.step()
        log.add(step + 1, losses)
        if step + 1 == steps or time.monotonic() - saved > plan.minutes_between_checkpoints * 60:
            _save(last, reader, optimizer, step + 1)
            saved = time.monotonic()


def _losses(reader: Reader, batch: list[Example] | list[Taught], weights: Weights, seed: int) -> dict[str, Tensor]:
    if isinstance(batch[0], Taught):
        return soft.losses(reader, [t for t in batch if isinstance(t, Taught)], weights)
    chance = random.Random(seed)  # noqa: S311 - chance for training, not for secrets
    return annotated(reader, [e for e in batch if isinstance(e, Example)], weights, chance)


class _Log:
    """Prints running means of the losses now and then."""

    def __init__(self, steps: int) -> None:
        self.steps = steps
        self.started = time.monotonic()
        self.means: dict[str, float] = {}

    def add(self, step: int, losses: dict[str, Tensor]) -> None:
        for name, value in losses.items():
            now = float(value.detach())
            self.means[name] = 0.98 * self.means.get(name, now) + 0.02 * now
        if not step % 50 or step == self.steps:
            shown = "  ".join(f"{n} {v:.3f}" for n, v in self.means.items() if math.isfinite(v))
            print(f"step {step}/{self.steps}  {time.monotonic() - self.started:.0f} s  {shown}", flush=True)


def _save(path: Path, reader: Reader, optimizer: torch.optim.Optimizer, step: int) -> None:
    """Write the checkpoint whole or not at all."""
    part = path.with_suffix(".part")
    torch.save(
        {
            "reader": reader.state_dict(),
            "optimizer": optimizer.state_dict(),
            "step": step,
            "chance": torch.get_rng_state(),
        },
        part,
    )
    part.replace(path)

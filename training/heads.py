"""How well the heads beside attribution answer on texts kept out of training: codes, and links."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import numpy as np
import torch

from onrecord.encoder.model import CODE_LABELS, LINK_WIDTH
from training.examples import examples
from training.losses import TOLD_AROUND
from training.measure import f1

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    from training.corpora import Annotated
    from training.examples import Statement
    from training.network import Reader

#: Groups of codes that are measured together.
GROUPS = ("act", "demand", "intensity", "hedged", "target", "channel", "via")


class _NoChance(random.Random):
    """Leaves every text in its own quotation marks."""

    def random(self) -> float:
        return 1.0


@torch.no_grad()
def figures(
    reader: Reader, documents: Sequence[Annotated], tokenizer: Tokenizer, special: tuple[int, int]
) -> dict[str, float]:
    """F1 of each group of codes over all statements, and the share of sources whose link is right.

    Codes count from a probability of one half. A link is right where the word with the best answer names the speaker, or
    where no word of the window does and the separator answers best.

    Args:
        reader: the networks.
        documents: annotated texts with statements, words as annotated.
        tokenizer: the base encoder's.
        special: token numbers that open a window and separate its paragraphs.
    """
    reader.eval()
    said: list[NDArray[np.bool_]] = []
    wanted: list[NDArray[np.bool_]] = []
    linked: list[bool] = []
    for document in documents:
        for example in examples(document, tokenizer, special, _NoChance()):
            window = example.window
            inputs = (torch.tensor(part[None]) for part in (window.ids, window.shapes, window.places))
            _, _, codes, links = reader.encoder(*inputs)
            for statement in example.statements:
                said.append(_codes(codes[0], statement))
                wanted.append(statement.codes > 0)
                if len(statement.source):
                    linked.append(_link(links[0].numpy(), statement))
    group = np.array([GROUPS.index(label.partition(":")[0]) for label in CODE_LABELS])
    mine, right = np.array(said), np.array(wanted)
    out = {
        name: f1(
            int((mine & right)[:, group == n].sum()), int(mine[:, group == n].sum()), int(right[:, group == n].sum())
        )
        for n, name in enumerate(GROUPS)
    }
    return out | {"link": float(np.mean(linked))}


def _codes(logits: torch.Tensor, statement: Statement) -> NDArray[np.bool_]:
    own = logits[torch.tensor(statement.words)].logsumexp(dim=0)
    around = logits[torch.tensor(statement.telling)].logsumexp(dim=0)
    out: NDArray[np.bool_] = (torch.where(TOLD_AROUND, around, own) > 0).numpy()
    return out


def _link(links: NDArray[np.float32], statement: Statement) -> bool:
    question = links[statement.source, 0].mean(axis=0)
    scores = links[:, 1] @ question / LINK_WIDTH**0.5
    scores[statement.source] = -np.inf
    best = int(scores.argmax())
    return best in statement.named if len(statement.named) else best == 0

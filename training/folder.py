"""Writes the model folder: networks, tokenizer, configuration, card."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from onrecord import encoder
from onrecord.encoder import Thresholds
from onrecord.encoder.model import LABELS
from training import export, thresholds

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from training.base import Base
    from training.corpora import Annotated
    from training.fit import Plan
    from training.network import Reader

#: Where the search for thresholds starts.
START = Thresholds(cue=0.25, attribution=0.4, statement=0.4, content=0.5, source=0.0, silence=0.5)
CARD = """# {name}

Finds who is cited and with what words in English news and official statements: cues, and for each cue its source and its
content; and whether it reports silence. Heads for what a statement does (codes) and for who is meant by a mention (links)
are trained with them.

| | |
|---|---|
| base model | {base} ({licence}), word embeddings left as they were |
| networks | `model.onnx`: {layers} layers, width {width}, heads for cues, codes and links; `attribution.onnx`: 2 layers, width 256, read once for each cue |
| numbers | int8 weights, a scale a channel; activations scaled for each window and each cue apart, in the feed-forward halves for each token |
| trained on | {corpus} articles of PolNeAR 1.0 (train); {codebook} documents annotated by the codebook, {own} of them written for it in styles that news lacks, each seen {share} times a pass |
| taught by | {taught} |
| passes | {epochs}, seed {seed}; outermost quotation marks rewritten in another style in a fifth of the texts |
| thresholds set on | {tuned_corpus} articles and {tuned_codebook} documents kept out of training |
| F1 there | attributions with their sources, PolNeAR's convention {f_corpus:.3f}; statements with a cue, the codebook's {f_statement:.3f} |
| licence | Apache-2.0; the annotated articles are not part of it |

## Conventions
The heads answer for two conventions. The corpus's marks thoughts and beliefs too (PolNeAR); the codebook's counts public words
only. The codebook's heads are the corpus's plus a learned difference.

## What it does not do well
- It reads whole paragraphs, but no further back: a speaker named two paragraphs before is the business of the step after it.
- The texts annotated by the codebook are few, and one reader's: expect slips where they had them.
- News of one election (PolNeAR) weighs heavily in what it has seen; sports and interviews in turns are rare there.
- Other languages than English are not read at all.
"""


@dataclass(frozen=True)
class Made:
    """A trained reader and where it comes from.

    Attributes:
        name: the model's name.
        base: the encoder that training started from.
        plan: how it was trained.
        reader: the networks.
        taught: by whom, and on how many texts that nobody annotated.
    """

    name: str
    base: Base
    plan: Plan
    reader: Reader
    taught: str = "nobody"


def write(
    made: Made,
    folder: Path,
    learned: Sequence[Annotated],
    tuning: tuple[list[Annotated], list[Annotated]],
) -> None:
    """Export the networks, set the thresholds and describe the whole.

    Args:
        made: the reader.
        folder: the model folder, made where it is missing.
        learned: what it was trained on.
        tuning: texts of the corpus and of the codebook that were kept out.
    """
    folder.mkdir(parents=True, exist_ok=True)
    export.export(made.reader, folder)
    (folder / "tokenizer.json").write_bytes(made.base.file("tokenizer.json"))
    _configure(made, folder, START)
    found, figures = thresholds.tune(*tuning, encoder.load(folder))
    _configure(made, folder, found)
    codebook = sum(d.convention for d in learned)
    build = made.reader.encoder.build
    card = CARD.format(
        name=made.name,
        base=made.base.name,
        licence=made.base.licence,
        layers=build.layers,
        width=build.width,
        corpus=len(learned) - codebook,
        codebook=codebook,
        own=sum(d.own for d in learned),
        taught=made.taught,
        share=made.plan.codebook_share,
        epochs=made.plan.epochs,
        seed=made.plan.seed,
        tuned_corpus=len(tuning[0]),
        tuned_codebook=len(tuning[1]),
        f_corpus=figures["corpus"],
        f_statement=figures["codebook"],
    )
    (folder / "README.md").write_text(card, encoding="utf-8")


def _configure(made: Made, folder: Path, found: Thresholds) -> None:
    config = {
        "name": made.name,
        "base": made.base.name,
        "labels": LABELS,
        "thresholds": {name: round(value, 3) for name, value in asdict(found).items()},
    }
    (folder / "config.json").write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")

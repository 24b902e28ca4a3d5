"""Writes the model folder: networks, tokenizer, configuration, card."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict
from typing import TYPE_CHECKING

from onrecord import encoder
from onrecord.encoder import Thresholds
from onrecord.encoder.model import DEFAULT, LABELS
from training import base, export, thresholds

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from training.corpora import Annotated
    from training.fit import Networks, Plan

#: Where the search for thresholds starts.
START = Thresholds(cue=0.25, attribution=0.4, statement=0.4, content=0.5, source=0.0, silence=0.5)
CARD = """# {name}

Finds who is cited and with what words in English news and official statements: cues, and for each cue its source and its
content; and whether it reports silence.

| | |
|---|---|
| base model | all-MiniLM-L6-v2 (sentence-transformers, Apache-2.0), word embeddings left as they were |
| networks | `model.onnx`: 6 layers, width 384, heads for cues; `attribution.onnx`: 2 layers, width 256, read once for each cue |
| numbers | int8 weights, a scale a channel; activations scaled for each window and each cue apart |
| trained on | {corpus} articles of PolNeAR 1.0 (train), {codebook} documents annotated by the codebook, each seen {share} times a pass |
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
- News of one election (PolNeAR) weighs heavily in what it has seen; court reports, sports and interviews in turns are rare there.
- Other languages than English are not read at all.
"""


def write(
    networks: Networks,
    folder: Path,
    plan: Plan,
    learned: Sequence[Annotated],
    tuning: tuple[list[Annotated], list[Annotated]],
) -> None:
    """Export the networks, set the thresholds and describe the whole.

    Args:
        networks: trained.
        folder: the model folder, made where it is missing.
        plan: how they were trained.
        learned: what they were trained on.
        tuning: texts of the corpus and of the codebook that were kept out.
    """
    folder.mkdir(parents=True, exist_ok=True)
    export.export(networks, folder)
    shutil.copy(base.folder() / "tokenizer.json", folder / "tokenizer.json")
    _configure(folder, START)
    found, figures = thresholds.tune(*tuning, encoder.load(folder))
    _configure(folder, found)
    codebook = sum(d.convention for d in learned)
    card = CARD.format(
        name=DEFAULT,
        corpus=len(learned) - codebook,
        codebook=codebook,
        share=plan.codebook_share,
        epochs=plan.epochs,
        seed=plan.seed,
        tuned_corpus=len(tuning[0]),
        tuned_codebook=len(tuning[1]),
        f_corpus=figures["corpus"],
        f_statement=figures["codebook"],
    )
    (folder / "README.md").write_text(card, encoding="utf-8")


def _configure(folder: Path, found: Thresholds) -> None:
    config = {
        "name": DEFAULT,
        "base": "all-MiniLM-L6-v2",
        "labels": LABELS,
        "thresholds": {name: round(value, 3) for name, value in asdict(found).items()},
    }
    (folder / "config.json").write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")

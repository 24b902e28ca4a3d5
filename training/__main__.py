"""``python -m training --shared DIR --work DIR``: rebuild the model from the annotated texts."""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from onrecord.encoder.model import DEFAULT
from onrecord.encoder.network import special_ids
from training import base, corpora, fit, folder
from training.network import Attribution


def main() -> None:
    """Train, export, set thresholds, write the model folder; training goes on where it was stopped."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument(
        "--shared", type=Path, default=Path("../shared"), help="folder with data/polnear and data/reactions"
    )
    parser.add_argument("--work", type=Path, default=Path("checkpoints"), help="folder for checkpoints, outside git")
    parser.add_argument(
        "--out", type=Path, default=Path("src/onrecord/models") / DEFAULT, help="the model folder to write"
    )
    parser.add_argument("--epochs", type=int, default=fit.Plan.epochs)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    plan = fit.Plan(epochs=options.epochs)
    torch.manual_seed(plan.seed)
    tokenizer, encoder = base.tokenizer(), base.encoder()
    networks = fit.Networks(encoder, Attribution(encoder.words.weight.shape[1]))
    learn_corpus, tune_corpus = corpora.split(corpora.polnear(options.shared / "data/polnear/train.jsonl"))
    learn_codebook, tune_codebook = corpora.split(corpora.reactions(options.shared / "data/reactions", held_out=False))
    learned = learn_corpus + learn_codebook
    fit.fit(networks, learned, tokenizer, special_ids(tokenizer), plan, options.work)
    folder.write(networks, options.out, plan, learned, (tune_corpus, tune_codebook))


if __name__ == "__main__":
    main()

"""``python -m training --shared DIR --work DIR``: rebuild a reader from the annotated texts."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from onrecord.encoder.model import DEFAULT
from onrecord.encoder.network import special_ids
from training import base, corpora, fit, folder, soft
from training.dispatches import dispatches
from training.fit import Lessons, Plan
from training.network import Reader

#: The stronger reader, which is also the teacher.
STRONGER = "mpnet12-2"
TEACHING = Plan(epochs=5, rate=8e-5, head_rate=6e-4)
#: The default reader: some of the teacher's layers, taught by it.
LAYERS = (0, 1, 3, 5, 7, 9, 11)
LEARNING = Plan(epochs=2, rate=1.5e-4, head_rate=4e-4)
#: Texts that the teacher is asked about, from the first: more would be better, and take longer.
ASKED = 3000
DISPATCHES = Path(__file__).with_name("dispatches")


@dataclass(frozen=True)
class Texts:
    """The annotated texts: to learn from, and those of either convention that thresholds are set on."""

    learn: list[corpora.Annotated]
    tune: tuple[list[corpora.Annotated], list[corpora.Annotated]]


def texts(shared: Path) -> Texts:
    """All annotated texts but the second dev set; a tenth of the real ones is kept out."""
    corpus, tune_corpus = corpora.split(corpora.polnear(shared / "data/polnear/train.jsonl"))
    codebook, tune_codebook = corpora.split(corpora.reactions(shared / "data/reactions", held_out=False))
    return Texts(corpus + codebook + dispatches(DISPATCHES), (tune_corpus, tune_codebook))


def teacher(work: Path, annotated: Texts) -> Reader:
    """Train the stronger reader, or go on with it."""
    reader = Reader(base.MPNET.encoder())
    tokenizer = base.MPNET.tokenizer
    fit.fit(reader, Lessons(annotated.learn, tokenizer, special_ids(tokenizer), TEACHING), _made(work / "teacher"))
    return reader


def pupil(work: Path, annotated: Texts, shared: Path) -> Reader:
    """Train the default reader on the annotated texts and on the teacher's answers about others."""
    strong = teacher(work, annotated)
    tokenizer = base.MPNET.tokenizer
    special = special_ids(tokenizer)
    others = soft.unlabelled(shared / "data/unlabelled.jsonl.gz")[:ASKED]
    soft.ask(strong, others, tokenizer, special, TEACHING.seed, _made(work / "answers"))
    reader = strong.shortened(LAYERS)
    lessons = Lessons(annotated.learn, tokenizer, special, LEARNING, soft.load(work / "answers"))
    fit.fit(reader, lessons, _made(work / "pupil"))
    return reader


def _made(path: Path) -> Path:
    path.mkdir(parents=True, exist_ok=True)
    return path


def main() -> None:
    """Train, export, set thresholds, write the model folder; training goes on where it was stopped."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with data/")
    parser.add_argument("--work", type=Path, default=Path("checkpoints"), help="folder for checkpoints, outside git")
    parser.add_argument("--stronger", action="store_true", help=f"make {STRONGER}, the teacher, instead of {DEFAULT}")
    parser.add_argument("--out", type=Path, help="the model folder to write; else the default's place in the package")
    options = parser.parse_args()
    annotated = texts(options.shared)
    if options.stronger:
        made = folder.Made(STRONGER, base.MPNET, TEACHING, teacher(options.work, annotated))
        out = options.out or options.work / STRONGER
    else:
        taught = f"{STRONGER}, of which it has the layers {', '.join(map(str, LAYERS))}, on {ASKED} articles without annotation"
        reader = pupil(options.work, annotated, options.shared)
        made = folder.Made(DEFAULT, base.MPNET, LEARNING, reader, taught)
        out = options.out or Path("src/onrecord/models") / DEFAULT
    folder.write(made, out, annotated.learn, annotated.tune)
    print(f"wrote {out}")


if __name__ == "__main__":
    main()

"""``python -m benchmarks.attribution --data FILE.jsonl --out PREDICTIONS.jsonl``: attributions against a PolNeAR split."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.shared import run_scorer, shared
from onrecord import encoder
from onrecord.attribution import find
from onrecord.record import Attribution, Document, Span

if TYPE_CHECKING:
    from collections.abc import Iterator


def main(argv: list[str] | None = None) -> None:
    """Predict, write the predictions, print the scorer's table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.attribution", description=__doc__)
    parser.add_argument("--data", type=Path, default=None, help="PolNeAR split as JSON lines (default: PolNeAR dev)")
    parser.add_argument("--out", type=Path, default=Path("out/attribution.jsonl"), help="where the predictions go")
    parser.add_argument("--model", type=Path, default=None, help="model folder (default: the one in the package)")
    options = parser.parse_args(argv)
    data = options.data or shared() / "data/polnear/dev.jsonl"
    predict(data, options.out, options.model)
    run_scorer("score_attribution.py", data, options.out)


def predict(data: Path, out: Path, model: Path | None = None) -> None:
    """Write what ``find`` gives for each document of ``data``, in the corpora's convention."""
    network = encoder.load(model)
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("w", encoding="utf-8") as lines:
        for encoding in encoder.encode(_documents(data), network):
            row = {"id": encoding.document.id, "attributions": [spans(a) for a in find(encoding, "corpus")]}
            lines.write(json.dumps(row) + "\n")


def _documents(data: Path) -> Iterator[Document]:
    with data.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield Document(row["id"], row["text"])


def spans(attribution: Attribution) -> dict[str, list[list[int]]]:
    """An attribution in the scorer's form."""
    return {
        "source": _offsets(attribution.source),
        "cue": _offsets(attribution.cue),
        "content": _offsets(*attribution.content),
    }


def _offsets(*found: Span | None) -> list[list[int]]:
    return [[s.start, s.end] for s in found if s is not None]


if __name__ == "__main__":
    main()

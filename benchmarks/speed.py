"""``python -m benchmarks.speed``: ours, the bare encoder and the peers that are installed, on the same text in one run.

The bare encoder is the network alone, on windows cut beforehand: no reader on it can be faster.

Peers, measured where their packages are there: textacy's direct quotations (with spaCy's en_core_web_sm), and spaCy's
pipeline alone, which is what GenderGapTracker's rules spend their time in. Times alone mean nothing on another
machine; the ratios do. Sides take turns, so that a slow spell of the machine meets all of them.
"""

from __future__ import annotations

import argparse
import importlib
import json
import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from benchmarks.shared import shared
from onrecord import encoder
from onrecord.attribution import find
from onrecord.encoder import encode
from onrecord.encoder.network import special_ids
from onrecord.encoder.tokens import tokenize
from onrecord.encoder.windows import blocks, windows
from onrecord.pipeline import read
from onrecord.record import Document

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.encoder import Model

#: Documents of the run; about 60,000 words.
SIZE = 84
ROUNDS = 3
#: The spaCy pipeline that the peers are measured with; a package may ship it under a longer name.
PIPELINE = "en_core_web_sm"


def main(argv: list[str] | None = None) -> None:
    """Time every side and print words a second and ratios."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--data", type=Path, default=None, help="JSON lines with id and text (default: PolNeAR dev)")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--model", type=Path, default=None, help="a model folder (default: the package's)")
    options = parser.parse_args(argv)
    documents = _documents(options.data or shared() / "data/polnear/dev.jsonl")
    words = sum(len(d.text.split()) for d in documents)
    sides = _sides(documents, options.model, options.threads)
    times: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(options.rounds):
        for name, side in sides.items():
            started = time.perf_counter()
            side(documents)
            times[name].append(time.perf_counter() - started)
    ours = median(times["onrecord read"])
    print(f"{words} words in {len(documents)} documents, {options.threads} threads, median of {options.rounds}")
    print(f"{'':28}{'words/s':>10}{'ours / it':>12}")
    for name, spent in times.items():
        print(f"{name:28}{words / median(spent):>10.0f}{median(spent) / ours:>12.2f}")


def _documents(path: Path) -> list[Document]:
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for _, line in zip(range(SIZE), lines, strict=False)]
    return [Document(row["id"], row["text"]) for row in rows]


def _sides(documents: list[Document], folder: Path | None, threads: int) -> dict[str, Callable[[list[Document]], Any]]:
    model = encoder.load(folder)
    sides: dict[str, Callable[[list[Document]], Any]] = {
        "onrecord read": lambda documents: list(read(documents, model=folder, threads=threads)),
        "onrecord find": lambda documents: [find(e, "codebook", threads) for e in encode(documents, model, threads)],
        "the bare encoder": _bare(documents, model, threads),
    }
    return sides | _peers()


def _bare(documents: list[Document], model: Model, threads: int) -> Callable[[list[Document]], Any]:
    """The encoder's network alone, one window a run as the reader runs it, with the windows cut beforehand."""
    special = special_ids(model.tokenizer)
    feeds: list[dict[str, Any]] = []
    for document in documents:
        tokens = tokenize(document.text, model.tokenizer)
        feeds += [
            {"ids": window.ids[None], "shapes": window.shapes[None], "places": window.places[None]}
            for window in windows(tokens, blocks(tokens, document.text), *special)
        ]

    def run(_: list[Document]) -> None:
        with ThreadPoolExecutor(threads) as pool:
            deque(pool.map(lambda feed: model.encoder.run(None, feed), feeds), maxlen=0)

    return run


def _peers() -> dict[str, Callable[[list[Document]], Any]]:
    """The peers that can be imported here."""
    try:
        spacy = importlib.import_module("spacy")
    except ImportError:
        print("no peer measured: spaCy is not installed")
        return {}
    installed = [name for name in spacy.util.get_installed_models() if name.startswith(PIPELINE)]
    if not installed:
        print(f"no peer measured: spaCy's {PIPELINE} is not installed")
        return {}
    pipeline = spacy.load(installed[0])
    peers: dict[str, Callable[[list[Document]], Any]] = {
        f"spaCy {PIPELINE}": lambda documents: list(pipeline.pipe(d.text for d in documents)),
    }
    try:
        quotes = importlib.import_module("textacy").extract.direct_quotations
    except ImportError:
        print("textacy is not installed")
        return peers
    peers["textacy"] = lambda documents: [
        _quotes(quotes, parsed) for parsed in pipeline.pipe(d.text for d in documents)
    ]
    return peers


def _quotes(quotes: Callable[[Any], Any], parsed: object) -> list[Any]:
    """Its quotations; none where it refuses a text for an unclosed mark, as it does for many."""
    try:
        return list(quotes(parsed))
    except ValueError:
        return []


if __name__ == "__main__":
    main()

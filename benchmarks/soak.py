"""``python -m benchmarks.soak NAME``: the long trials. Each prints what it saw and exits with 1 where a bar is missed."""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import time
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.intake import document_from_text
from onrecord.pipeline import read
from onrecord.record import Document, Reading

if TYPE_CHECKING:
    from collections.abc import Callable

#: Greatest memory of a process that reads 100,000 words, in bytes.
MEMORY = 1_000_000_000
#: Greatest factor of time for ten times the words.
GROWTH = 11.0
#: Texts of the fuzz trial.
FUZZED = 20_000
_SPEAKERS = ("The minister", "A spokeswoman for the agency", "Maria Novak", "Tariq Osei, a lawyer", "Police", "Oslo")
_CUES = ("said", "told reporters", "warned", "denied on Monday", "wrote in a letter")
_WORDS = [
    "the",
    "talks",
    "went",
    "on",
    "without",
    "a",
    "result",
    "and",
    "both",
    "sides",
    "would",
    "meet",
    "again",
    "when",
    "the",
    "report",
    "was",
    "ready",
    "to",
    "be",
    "read",
]


def article(words: int, seed: int = 7) -> str:
    """A made-up article of about ``words`` words with narration, quotations and indirect speech."""
    rng = random.Random(seed)  # noqa: S311 - made-up text
    paragraphs: list[str] = []
    count = 0
    while count < words:
        sentence = " ".join(rng.choices(_WORDS, k=rng.randint(8, 24)))
        speaker, cue = rng.choice(_SPEAKERS), rng.choice(_CUES)
        shapes = (
            f"{sentence.capitalize()}.",
            f"{speaker} {cue} that {sentence}.",
            f"“{sentence.capitalize()},” {speaker} {cue}.",
        )
        paragraphs.append(" ".join(rng.choices(shapes, k=rng.randint(1, 4))))
        count += len(paragraphs[-1].split())
    return "\n\n".join(paragraphs)


def check(reading: Reading) -> None:
    """The laws that hold for every reading.

    Raises:
        AssertionError: where a span does not hold its words, or a content is empty.
    """
    text = reading.document.text
    for span in reading.spans():
        if text[span.start : span.end] != span.text:
            raise AssertionError(f"{span} does not stand in the text")
    for statement in reading.statements:
        covered = [(s.start, s.end) for s in statement.attribution.content]
        if covered != sorted(covered) or any(a[1] > b[0] for a, b in pairwise(covered)):
            raise AssertionError(f"content out of order: {covered}")


def memory() -> bool:
    """Greatest memory of a fresh process that reads one document of 100,000 words."""
    code = (
        "import resource; from benchmarks.soak import article, one; r = one(article(100_000));"
        "print(len(r.statements), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)  # noqa: S603 - ourselves
    statements, peak = map(int, done.stdout.split())
    print(f"memory for 100,000 words: {peak / 1e6:.0f} MB, {statements} statements (bar {MEMORY / 1e6:.0f} MB)")
    return peak < MEMORY


def growth() -> bool:
    """Time for ten times the words, fastest of three each; an article, and layouts that tempt a reader into squares."""
    one(article(1_000))
    worst = 0.0
    for name, shape in SHAPES.items():
        short, long = shape(5_000), shape(50_000)
        first = min(_seconds(lambda text=short: one(text)) for _ in range(3))  # type: ignore[misc]
        second = min(_seconds(lambda text=long: one(text)) for _ in range(3))  # type: ignore[misc]
        worst = max(worst, second / first)
        print(
            f"{name:26} 5,000 words {first:.2f} s, 50,000 words {second:.2f} s: {second / first:.1f} times (bar {GROWTH})"
        )
    return worst <= GROWTH


def _lines(count: int, line: str) -> str:
    return "\n\n".join([line] * (count // len(line.split()) + 1))


#: Layouts of about so many words each.
SHAPES: dict[str, Callable[[int], str]] = {
    "article": article,
    "one paragraph": lambda count: article(count).replace("\n\n", " "),
    "no full stop": lambda count: article(count).replace("\n\n", " ").replace(".", ""),
    "quoted paragraphs": lambda count: _lines(
        count, "“Both sides would meet again when the report was ready to be read.”"
    ),
    "turns": lambda count: _lines(count, "MR LIND: We will meet again soon.\n\nMS BERG: We will be there."),
    "silences": lambda count: _lines(count, "Neither the port nor the coast guard responded to a request for comment."),
    "capitals": lambda count: article(count).replace("\n\n", " ").title(),
}


def one(text: str) -> Reading:
    """Read one text."""
    return next(read([document_from_text(text, id="soak")]))


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def fuzz(count: int = FUZZED) -> bool:
    """Texts made by hypothesis, of the pieces that break readers: no exception, every span law holds."""
    from hypothesis import HealthCheck, Phase, given, settings, strategies  # noqa: PLC0415 - a test extra

    from benchmarks.odd_texts import odd_texts  # noqa: PLC0415 - needs hypothesis

    seen = 0

    @settings(
        max_examples=count // 10,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategies.lists(odd_texts(), min_size=10, max_size=10))
    def run(texts: list[str]) -> None:
        nonlocal seen
        for reading in read(Document(str(i), text) for i, text in enumerate(texts)):
            check(reading)
            seen += 1

    run()
    print(f"{seen} texts read, peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return seen >= count


TRIALS: dict[str, Callable[[], bool]] = {"memory": memory, "growth": growth, "fuzz": fuzz}


def main(argv: list[str] | None = None) -> None:
    """Run one trial by name."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.soak", description=__doc__)
    parser.add_argument("name", choices=sorted(TRIALS))
    raise SystemExit(0 if TRIALS[parser.parse_args(argv).name]() else 1)


if __name__ == "__main__":
    main()

"""``python -m benchmarks.startup``: how long the command takes to start, beside an empty Python.

Medians of fresh processes: ``python -c pass``, ``onrecord --help``, and ``onrecord read`` of one short file.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

#: What a reading is asked of: a file of one paragraph.
STORY = "Foreign Minister Anna Lind said on Monday that the attack was a crime. Police declined to comment.\n"


def main(argv: list[str] | None = None) -> None:
    """Time each command and print medians in seconds."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.startup", description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args(argv)
    command = [sys.executable, "-c", "from onrecord.cli import main; main()"]
    with tempfile.TemporaryDirectory() as scratch:
        story = Path(scratch) / "story.txt"
        story.write_text(STORY, encoding="utf-8")
        sides = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "onrecord --help": [*command, "--help"],
            "onrecord read story.txt": [*command, "read", str(story)],
        }
        for name, side in sides.items():
            print(f"{name:26}{median(_seconds(side) for _ in range(options.rounds)):8.2f} s")


def _seconds(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own command
    return time.perf_counter() - started


if __name__ == "__main__":
    main()

"""Where the measuring data and the scorers lie, and how a scorer is run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any


def shared() -> Path:
    """The folder of data and scorers: ``ONRECORD_SHARED``, else ``../shared`` beside the checkout.

    Raises:
        SystemExit: where there is none.
    """
    where = Path(os.environ.get("ONRECORD_SHARED") or Path(__file__).resolve().parents[2] / "shared")
    if not where.is_dir():
        raise SystemExit(f"{where}: no such folder; set ONRECORD_SHARED to the folder that holds data and eval")
    return where


def run_scorer(name: str, *arguments: Path | str) -> None:
    """Run a scorer and let it print its table."""
    sys.stdout.flush()
    subprocess.run([sys.executable, str(shared() / "eval" / name), *map(str, arguments)], check=True)  # noqa: S603 - our own scorer


def score(name: str, *arguments: Path | str) -> dict[str, Any]:
    """A scorer's figures."""
    command = [sys.executable, str(shared() / "eval" / name), *map(str, arguments), "--json"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - our own scorer
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures

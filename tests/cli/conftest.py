"""The real command, run as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Protocol

import pytest

if TYPE_CHECKING:
    from pathlib import Path


class Run(Protocol):
    def __call__(self, *arguments: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]: ...


COMMAND = (sys.executable, "-c", "from onrecord.cli import main; main()")


@pytest.fixture
def onrecord(tmp_path: Path) -> Run:
    """Run ``onrecord`` in an empty directory; its output is UTF-8."""

    def run(*arguments: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
        inherited = {k: v for k, v in os.environ.items() if k not in {"FORCE_COLOR", "NO_COLOR", "COLUMNS"}}
        return subprocess.run(  # noqa: S603 - the command under test
            [*COMMAND, *arguments],
            input=stdin,
            cwd=tmp_path,
            env={**inherited, "PYTHONUTF8": "1", **environment},
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )

    return run

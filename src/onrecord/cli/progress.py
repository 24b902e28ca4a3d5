"""What is told on standard error while documents are read."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from onrecord.views.printable import one_line

if TYPE_CHECKING:
    from types import TracebackType

    from rich.progress import Progress, TaskID

    from onrecord.errors import OnrecordError

_FEW = 3  # so many documents are read before a display is worth its flicker


class Reporter(AbstractContextManager["Reporter"]):
    """Progress where somebody watches, and a line for each thing that went wrong.

    Args:
        live: whether to show progress; it appears after a few documents.
        quiet: whether to leave out notes. Errors are always told.
    """

    def __init__(self, *, live: bool, quiet: bool) -> None:
        self._live = live and not quiet
        self._quiet = quiet
        self._done = 0
        self._display: Progress | None = None
        self._task: TaskID | None = None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the display away."""
        del kind, error, trace
        self.stop()

    def stop(self) -> None:
        """Take the display away and show it no more, before output goes to the same terminal."""
        self._live = False
        if self._display is not None:
            self._display.stop()
            self._display = None

    def error(self, error: OnrecordError) -> None:
        """Tell an error in one line: what happened, naming the input, and what can be done."""
        self._line(f"{error.what.rstrip('.')}. {error.remedy[:1].upper()}{error.remedy[1:]}.")

    def note(self, name: str, text: str) -> None:
        """Tell something about a document in one line."""
        if not self._quiet:
            self._line(f"{name}: {text}")

    def advance(self, name: str) -> None:
        """Count a document as read."""
        self._done += 1
        if not self._live or self._done < _FEW:
            return
        if self._display is None:
            self._start()
        if self._display is not None and self._task is not None:
            self._display.update(self._task, completed=self._done, description=one_line(name))

    def _start(self) -> None:
        from rich.console import Console  # noqa: PLC0415 - only where somebody watches a long run
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415 - likewise

        self._display = Progress(
            SpinnerColumn(),
            TextColumn("{task.completed} documents read"),
            TimeElapsedColumn(),
            TextColumn("{task.description}", markup=False),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._display.add_task("", total=None)
        self._display.start()

    def _line(self, text: str) -> None:
        line = f"onrecord: {one_line(text)}"
        if self._display is None:
            sys.stderr.write(line.encode(sys.stderr.encoding or "utf-8", "backslashreplace").decode() + "\n")
        else:
            self._display.console.print(line, markup=False, highlight=False, soft_wrap=True)

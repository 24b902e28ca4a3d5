"""Read inputs and write what was read: the one call behind ``onrecord read``."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.cli.output import open_output
from onrecord.cli.progress import Reporter
from onrecord.errors import IntakeError, OnrecordError
from onrecord.intake import open_documents
from onrecord.pipeline import read
from onrecord.views import Format, exporter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from onrecord.record import Document, Reading
    from onrecord.views import Exporter

READ_ALL, READ_SOME, READ_NONE = 0, 1, 2

_ROUNDUPS = frozenset({Format.TERMINAL, Format.MD})  # they tell notes themselves
_STREAMED = frozenset({Format.JSONL, Format.CSV})


class NothingReadError(OnrecordError):
    """Not one input gave a document."""


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asked for; the options of ``onrecord read``."""

    inputs: tuple[str, ...]
    fmt: Format = Format.TERMINAL
    output: Path | None = None
    dropped: bool = False
    model: Path | None = None
    threads: int | None = None
    quiet: bool = False


def read_inputs(request: Request) -> int:
    """Read all inputs and write the readings; what cannot be read is told on standard error and the rest goes on.

    Returns:
        The exit status: ``READ_ALL``, ``READ_SOME`` or ``READ_NONE``. With the last, nothing is written.
    """
    with Reporter(live=_watched(request), quiet=request.quiet) as reporter:
        try:
            with open_output(request.output, request.fmt) as out:
                failures = _write(request, exporter(request.fmt, out, dropped=request.dropped), reporter)
        except OnrecordError as error:
            reporter.error(error)
            return READ_NONE
    return READ_SOME if failures else READ_ALL


def _write(request: Request, writer: Exporter, reporter: Reporter) -> int:
    """Give the number of inputs that failed."""
    failures: list[IntakeError] = []
    count = 0
    documents = _documents(request.inputs, failures, reporter)
    for reading in read(documents, model=request.model, threads=request.threads):
        writer.write(reading)
        reporter.advance(reading.document.id)
        if request.fmt not in _ROUNDUPS:
            _note(reading, reporter)
        count += 1
    if not count:
        what = "nothing could be read" if failures else "the inputs hold no documents"
        raise NothingReadError(what, "see `onrecord read --help` for what can be read")
    reporter.stop()
    for error in failures:
        writer.fail(error)
    writer.finalize()
    return len(failures)


def _documents(inputs: tuple[str, ...], failures: list[IntakeError], reporter: Reporter) -> Iterator[Document]:
    """Yield the documents; keep and tell what failed."""
    for opened in open_documents(inputs):
        if isinstance(opened, IntakeError):
            failures.append(opened)
            reporter.error(opened)
        else:
            yield opened


def _note(reading: Reading, reporter: Reporter) -> None:
    for warning in dict.fromkeys((*reading.document.warnings, *reading.warnings)):
        reporter.note(reading.document.id, warning)


def _watched(request: Request) -> bool:
    """Whether a live display has a terminal to itself: lines streamed to the same one would tear it."""
    streams_there = request.output is None and request.fmt in _STREAMED and sys.stdout.isatty()
    return sys.stderr.isatty() and not streams_there

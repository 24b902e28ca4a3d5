"""What every writer of readings can do, and where to find one by the name of its format."""

from __future__ import annotations

import importlib
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

    from onrecord.errors import OnrecordError
    from onrecord.record import Reading


class Exporter(Protocol):
    """A writer of readings: each is given to ``write`` once, then ``finalize`` ends the output."""

    def write(self, reading: Reading) -> None:
        """Take one reading; a format that can be streamed writes it at once."""

    def fail(self, error: OnrecordError) -> None:
        """Take note of an input that gave no reading."""

    def finalize(self) -> None:
        """Write what is left. The output is not closed."""


class Format(StrEnum):
    """The formats that a reading can be written in."""

    TERMINAL = "terminal"
    JSON = "json"
    JSONL = "jsonl"
    MD = "md"
    CSV = "csv"


# "module:class" as in an entry point, so that a format costs its imports (rich for the terminal) only when asked for.
EXPORTERS: dict[Format, str] = {
    Format.TERMINAL: "onrecord.views.terminal:TerminalRoundup",
    Format.JSON: "onrecord.views.flat_json:JsonExporter",
    Format.JSONL: "onrecord.views.flat_json:JsonLinesExporter",
    Format.MD: "onrecord.views.markdown:MarkdownRoundup",
    Format.CSV: "onrecord.views.table:CsvExporter",
}


def exporter(fmt: Format, out: TextIO, *, dropped: bool = False) -> Exporter:
    """Make the writer of a format.

    Args:
        fmt: which format.
        out: where to write; text, so that the caller chooses the encoding (UTF-8 for all but the terminal).
        dropped: whether a round-up (terminal, md) lists what was found and left out; the others always hold it,
            save csv, which has statements alone.

    Returns:
        A fresh exporter for one batch.
    """
    module, _, name = EXPORTERS[fmt].partition(":")
    make = cast("Callable[..., Exporter]", getattr(importlib.import_module(module), name))
    return make(out, dropped=dropped)

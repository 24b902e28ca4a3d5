"""Where output goes: standard output, or a file that is written whole or not at all."""

from __future__ import annotations

import io
import os
import secrets
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from onrecord.errors import OnrecordError
from onrecord.views import Format

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import TextIO

UNWRITABLE = 2
CLOSED_PIPE = 141  # what a shell reports of a program that SIGPIPE ended: 128 + 13


class OutputError(OnrecordError):
    """A file that cannot be written."""


@contextmanager
def quiet_pipe() -> Iterator[None]:
    """End without a word where the reader of standard output goes away, as under ``| head``.

    A disk that is full is told in one line.

    Raises:
        typer.Exit: with ``CLOSED_PIPE``, or with ``UNWRITABLE``.
    """
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_standard_output()
        raise typer.Exit(CLOSED_PIPE) from None
    except OSError as error:
        _drop_standard_output()
        typer.echo(
            f"onrecord: standard output cannot be written ({error.strerror or error}): free some space", err=True
        )
        raise typer.Exit(UNWRITABLE) from None


def _drop_standard_output() -> None:
    """The interpreter flushes standard output once more on its way out, which must not fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def open_output(path: Path | None, fmt: Format) -> Iterator[TextIO]:
    """Open the place that a format is written to.

    Args:
        path: a file, or None for standard output.
        fmt: the format; all but the terminal's are UTF-8 with plain line ends on every system.

    Raises:
        OutputError: where the file cannot be written.
    """
    if path is None:
        yield _standard_output(fmt)
        return
    try:
        with _special(path) if path.exists() and not path.is_file() else _whole_file(path) as out:
            yield out
    except BrokenPipeError:
        raise
    except OSError as error:
        what = f"{path} cannot be written ({error.strerror or error})"
        raise OutputError(what, "choose another place with --output") from error


def _standard_output(fmt: Format) -> TextIO:
    if isinstance(sys.stdout, io.TextIOWrapper):
        if fmt is Format.TERMINAL:
            sys.stdout.reconfigure(errors="replace")  # an old terminal may lack a sign, which must not end the run
        else:
            sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    return sys.stdout


@contextmanager
def _special(path: Path) -> Iterator[TextIO]:
    """Write to what is no plain file, such as /dev/null or a named pipe: there is nothing to replace."""
    with path.open("w", encoding="utf-8", newline="\n") as out:
        yield out


@contextmanager
def _whole_file(path: Path) -> Iterator[TextIO]:
    """Write beside the file and put it in its place at the end; whatever goes wrong, the old file stays as it was."""
    target = path.resolve()  # through a link, so that the link stays one
    draft = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    try:
        with draft.open("x", encoding="utf-8", newline="\n") as out:
            yield out
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)

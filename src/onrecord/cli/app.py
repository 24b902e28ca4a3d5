"""The commands. What is heavy (network, intake, rich) is imported when a command runs, so that --help is at once."""

from __future__ import annotations

import signal
import sys
from datetime import datetime  # noqa: TC003 - Typer reads the annotations when the program runs
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from onrecord import __version__
from onrecord.views import Format, schema_text

app = typer.Typer(
    name="onrecord",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # help as plain text: it starts sooner and reads the same through a pipe
    pretty_exceptions_enable=False,
)

_EXIT_STATUS = """\b
Exit status:
  0  every input was read (a document in another language than English is kept, named and not read)
  1  some inputs could not be read; the others are printed
  2  nothing could be read, the output could not be written, or the command was called wrongly
"""


_WHO_STATUS = """\b
Exit status:
  0  somebody of that name is known, in office on the day or not
  1  nobody of that name is known
  2  the command was called wrongly
"""


class Answer(StrEnum):
    """How ``onrecord who`` answers."""

    TERMINAL = "terminal"
    JSON = "json"


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - Typer calls it with the option's value
    if wanted:
        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


@app.callback()
def onrecord(
    *,
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Who said what, in whose name: the record of reactions in news and official statements."""


@app.command(epilog=_EXIT_STATUS)
def read(
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT", help="Files, directories, globs, URLs, or - for standard input.")
    ],
    *,
    fmt: Annotated[Format, typer.Option("--format", help="How to write what was read.")] = Format.TERMINAL,
    output: Annotated[
        Path | None, typer.Option(help="Write to this file, whole or not at all, instead of standard output.")
    ] = None,
    dropped: Annotated[
        bool, typer.Option("--dropped", help="In terminal and md, list what was found and left out, with reasons.")
    ] = False,
    model: Annotated[
        Path | None, typer.Option(exists=True, file_okay=False, help="Folder of the model, instead of the default one.")
    ] = None,
    threads: Annotated[
        int | None, typer.Option(min=1, help="Threads for the network; any number reads the same.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="Print no progress and no notes, only errors.")] = False,
) -> None:
    """Read documents and print who said what in them, tied to the exact words."""
    from onrecord.cli.output import quiet_pipe  # noqa: PLC0415 - heavy, see above
    from onrecord.cli.reading import Request, read_inputs  # noqa: PLC0415 - heavy, see above

    _refuse_overwriting(inputs, output)

    request = Request(tuple(inputs), fmt, output, dropped=dropped, model=model, threads=threads, quiet=quiet)
    with quiet_pipe():
        status = read_inputs(request)
    raise typer.Exit(status)


@app.command(epilog=_WHO_STATUS)
def who(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A full name; a surname alone finds nobody.")],
    *,
    on: Annotated[
        datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="The day that is asked about.")
    ] = None,
    fmt: Annotated[Answer, typer.Option("--format", help="How to answer.")] = Answer.TERMINAL,
) -> None:
    """Tell who somebody is: the offices held, all of them or those of one day, in whose name, and what says so."""
    from onrecord.cli.output import quiet_pipe  # noqa: PLC0415 - heavy, see above
    from onrecord.cli.who import tell  # noqa: PLC0415 - heavy, see above

    with quiet_pipe():
        status = tell(name, on.date() if on else None, as_json=fmt is Answer.JSON)
    raise typer.Exit(status)


@app.command()
def schema() -> None:
    """Print the JSON Schema of the json output (each line of jsonl is valid against it too)."""
    from onrecord.cli.output import quiet_pipe  # noqa: PLC0415 - heavy, see above

    with quiet_pipe():
        sys.stdout.write(schema_text())


def _refuse_overwriting(inputs: list[str], output: Path | None) -> None:
    """A source is never the place of the output: it would be gone."""
    if output is None or not output.is_file():
        return
    if any(Path(name).exists() and output.samefile(name) for name in inputs):
        raise typer.BadParameter(f"{output} is one of the inputs and would be overwritten", param_hint="--output")


def main() -> None:
    """Run the command line: the entry point of the ``onrecord`` command."""
    signal.signal(signal.SIGTERM, _stop)
    app()


def _stop(number: int, _frame: object) -> None:
    """End as after Ctrl-C, so that no half-written file stays behind."""
    sys.exit(128 + number)

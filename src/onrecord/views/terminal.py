"""The terminal format: a round-up for people, readable at 80 columns, without colour and through a pipe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from onrecord.views.details import MAX_INTENSITY, asides, describe, name_of, totals
from onrecord.views.printable import one_line
from onrecord.views.roundup import Collector
from onrecord.views.wording import parts, place

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

    from onrecord.record import Attribution, Document, Dropped
    from onrecord.views.roundup import Entry, Group, Roundup

_INDENT = 2
_WIDEST = 100  # columns beyond which lines grow hard to read
_DOTS = ("●", "○")
_ASCII_DOTS = ("*", ".")


class TerminalRoundup(Collector):
    """The round-up by rich: colour and bold where the terminal has them, the same words where it has not.

    Verbatim words stand in “ ”. Nothing of a document reaches the terminal but through ``printable.one_line``, and
    never as rich's markup.
    """

    def __init__(self, out: TextIO, *, dropped: bool = False) -> None:
        super().__init__()
        self._console = Console(file=out, markup=False, highlight=False, emoji=False)
        self._console.width = min(self._console.width, _WIDEST)
        self._dropped = dropped

    def finalize(self) -> None:
        """Print the round-up."""
        roundup = self.collected()
        for group in roundup.speakers:
            self._speaker(group)
        if roundup.silences:
            self._silences(roundup.silences)
        if self._dropped and roundup.left_out:
            self._left_out(roundup.left_out)
        self._counts(roundup)

    def _speaker(self, group: Group) -> None:
        heading = Text.assemble(
            (one_line(name_of(group.actor)), "bold cyan"), "  ", (one_line(describe(group.actor)), "cyan")
        )
        self._print(heading, depth=0)
        self._print(Text(", ".join(group.stances), style="italic"))
        for entry in group.entries:
            coding = entry.statement.coding
            acts = ", ".join(act.value for act in coding.acts)
            self._print(Text.assemble(self._dots(coding.intensity.value), "  ", (one_line(acts), "bold")))
            self._print(_words(entry.statement.attribution), depth=2)
            if beside := asides(entry.statement):
                self._print(Text(one_line(" · ".join(beside))), depth=2)
            self._print(_where(entry), depth=2)
        self._console.print()

    def _silences(self, silences: Sequence[Entry]) -> None:
        self._print(Text("Kept silent", style="bold cyan"), depth=0)
        for entry in silences:
            actor = entry.statement.speaker
            self._print(Text.assemble((one_line(name_of(actor)), "bold"), "  ", one_line(describe(actor))))
            self._print(_words(entry.statement.attribution), depth=2)
            self._print(_where(entry), depth=2)
        self._console.print()

    def _left_out(self, left_out: Sequence[tuple[str, Sequence[tuple[Document, Dropped]]]]) -> None:
        self._print(Text("Left out", style="bold cyan"), depth=0)
        for reason, items in left_out:
            self._print(Text(one_line(reason), style="bold"))
            for document, item in items:
                self._print(_words(item.attribution), depth=2)
                self._print(_at(document, item.attribution), depth=2)
        self._console.print()

    def _counts(self, roundup: Roundup) -> None:
        for line in totals(roundup):
            self._print(Text(one_line(line)), depth=0)

    def _print(self, text: Text, depth: int = 1) -> None:
        """Print with an indent and, unlike rich's padding, without spaces at the end of lines."""
        indent = " " * _INDENT * depth
        for line in text.wrap(self._console, self._console.width - len(indent)):
            line.rstrip()
            self._console.print(Text.assemble(indent, line), soft_wrap=True)

    def _dots(self, intensity: int) -> Text:
        """Draw intensity as so many of five dots."""
        full, empty = _ASCII_DOTS if self._console.options.ascii_only else _DOTS
        return Text.assemble((full * intensity, "red"), (empty * (MAX_INTENSITY - intensity), "dim"))


def _words(attribution: Attribution) -> Text:
    text = Text()
    for part in parts(attribution):
        if part.verbatim:
            text.append("“").append(part.text.strip(), style="bold").append("”")
        else:
            text.append(part.text)
    text.rstrip()
    return text


def _where(entry: Entry) -> Text:
    return _at(entry.document, entry.statement.attribution)


def _at(document: Document, attribution: Attribution) -> Text:
    return Text(f"{one_line(document.id)} {place(document, attribution)}", style="dim")

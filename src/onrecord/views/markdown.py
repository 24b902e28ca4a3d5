"""The md format: a round-up grouped by who speaks, to paste into notes or an editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.views.details import MAX_INTENSITY, asides, describe, name_of, totals
from onrecord.views.printable import escape_markdown, one_line
from onrecord.views.roundup import Collector
from onrecord.views.wording import place, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from onrecord.record import Attribution, Document, Dropped
    from onrecord.views.roundup import Entry, Group, Roundup


class MarkdownRoundup(Collector):
    """CommonMark, one section a speaker; text from the documents is escaped, so that it marks up nothing."""

    def __init__(self, out: TextIO, *, dropped: bool = False) -> None:
        super().__init__()
        self._out = out
        self._dropped = dropped

    def finalize(self) -> None:
        """Write the round-up."""
        roundup = self.collected()
        self._out.writelines(f"{line}\n" for line in _lines(roundup, dropped=self._dropped))


def _lines(roundup: Roundup, *, dropped: bool) -> Iterator[str]:
    yield "# Who said what"
    for group in roundup.speakers:
        yield from _speaker(group)
    if roundup.silences:
        yield from ("", "## Kept silent", "")
        for entry in roundup.silences:
            yield from _silence(entry)
    if dropped and roundup.left_out:
        yield from ("", "## Left out")
        for reason, items in roundup.left_out:
            yield from ("", f"{_safe(reason)}:", "")
            yield from (_left_out(document, item) for document, item in items)
    yield from ("", "## Counts", "")
    yield from (f"- {_safe(line)}" for line in totals(roundup))


def _speaker(group: Group) -> Iterator[str]:
    yield from (
        "",
        f"## {_safe(name_of(group.actor))}",
        "",
        _safe(f"{describe(group.actor)}: {', '.join(group.stances)}"),
    )
    yield ""
    for entry in group.entries:
        coding = entry.statement.coding
        acts = ", ".join(act.value for act in coding.acts)
        yield f"- **{_safe(acts)}** ({coding.intensity.value}/{MAX_INTENSITY}): {_safe(quoted(entry.statement.attribution))}"
        if beside := asides(entry.statement):
            yield f"  - {_safe(' · '.join(beside))}"
        yield f"  - {_where(entry.document, entry.statement.attribution)}"


def _silence(entry: Entry) -> Iterator[str]:
    actor, attribution = entry.statement.speaker, entry.statement.attribution
    yield f"- **{_safe(name_of(actor))}** ({_safe(describe(actor))}): {_safe(quoted(attribution))}"
    yield f"  - {_where(entry.document, attribution)}"


def _left_out(document: Document, item: Dropped) -> str:
    return f"- {_safe(quoted(item.attribution))} ({_where(document, item.attribution)})"


def _where(document: Document, attribution: Attribution) -> str:
    known = [one_line(value) for value in (document.outlet, _day(document)) if value]
    named = f" ({escape_markdown(', '.join(known))})" if known else ""
    return f"{_safe(document.id)}{named}, {place(document, attribution)}"


def _day(document: Document) -> str | None:
    return document.published.isoformat() if document.published else None


def _safe(text: str) -> str:
    return escape_markdown(one_line(text))

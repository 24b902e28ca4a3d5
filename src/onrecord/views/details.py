"""The captions of a round-up that its formats share: who a speaker is, what goes with a statement, the counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.vocabulary.acts import MAX_INTENSITY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.record import Actor, Judgement, Statement
    from onrecord.views.roundup import Roundup

__all__ = ["MAX_INTENSITY", "UNNAMED", "asides", "count", "describe", "name_of", "totals"]

UNNAMED = "Speaker not named"
#: Score below which a code is shown with a question mark.
UNSURE = 0.5
_IRREGULAR = {"silence reported": "silences reported"}


def name_of(actor: Actor) -> str:
    """Give the speaker's name, or say that the text gives none."""
    return actor.name or UNNAMED


def describe(actor: Actor) -> str:
    """Give role, organisation, behalf and sector on one line, without saying anything twice.

    Example: ``spokesman, State Department [USA · GOV]``. A behalf that is little more than a guess has a "?".
    """
    folded = (actor.name or "").casefold()
    office = [part for part in (actor.role, actor.organisation) if part and part.casefold() not in folded]
    codes = f"[{_marked(actor.behalf)} · {actor.sector.value}]"
    return f"{', '.join(dict.fromkeys(office))} {codes}".strip()


def _marked(judgement: Judgement[str]) -> str:
    """The value, with a question mark where it wants a look before it is used."""
    return f"{judgement.value}?" if judgement.score < UNSURE and judgement.value != "unknown" else judgement.value


def asides(statement: Statement) -> list[str]:
    """Give what a statement asked for, at whom it was aimed, and how, where and when it was said, so far as told."""
    coding = statement.coding
    out = []
    if coding.demands:
        out.append(f"asked for: {', '.join(demand.value for demand in coding.demands)}")
    if coding.target:
        out.append(f"target: {', '.join(map(_marked, coding.target))}")
    if coding.hedged.value:
        out.append("hedged")
    if coding.channel:
        platform = f" ({coding.platform.value})" if coding.platform else ""
        out.append(f"{coding.channel.value}{platform}")
    if coding.via:
        out.append(f"via {coding.via.value}")
    if coding.said_on:
        out.append(f"said on {coding.said_on.value.isoformat()}")
    return out


def count(number: int, noun: str) -> str:
    """Count a noun, such as "1 document" or "2 documents"."""
    return f"{number:,} {noun if number == 1 else _IRREGULAR.get(noun, noun + 's')}"


def totals(roundup: Roundup) -> Iterator[str]:
    """Give the closing lines: what was read, kept unread, found and left out, and what made the reading."""
    yield f"{count(len(roundup.read), 'document')} read: {_found(roundup)}."
    for reading in roundup.unread:
        why = "; ".join(reading.warnings) or "not in English"
        yield f"Not read: {reading.document.id} (language {reading.document.language}): {why}"
    if roundup.failed:
        yield f"{count(roundup.failed, 'input')} could not be read."
    if left_out := roundup.left_out:
        yield f"Left out: {'; '.join(f'{reason} ({len(items):,})' for reason, items in left_out)}."
    for reading in roundup.read:
        for warning in dict.fromkeys((*reading.document.warnings, *reading.warnings)):
            yield f"Note on {reading.document.id}: {warning}"
    for versions in dict.fromkeys(reading.versions for reading in roundup.readings):
        yield f"onrecord {versions.onrecord}, model {versions.model}, codebook {versions.codebook}"


def _found(roundup: Roundup) -> str:
    statements = count(roundup.statements - len(roundup.silences), "statement")
    silences = f", {count(len(roundup.silences), 'silence reported')}" if roundup.silences else ""
    return f"{statements} by {count(len(roundup.speakers), 'speaker')}{silences}"

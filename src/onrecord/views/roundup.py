"""The round-up: a batch of readings grouped by who speaks, before any format gives it a look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.record import LANGUAGES
from onrecord.views.stance import rank, stances

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.errors import OnrecordError
    from onrecord.record import Actor, Document, Dropped, Reading, Statement


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement with the document it stands in."""

    statement: Statement
    document: Document


@dataclass(frozen=True, slots=True)
class Group:
    """All statements of one speaker.

    Attributes:
        actor: the fullest description of the speaker in the batch.
        stances: what the statements amount to, the deciding one first.
        entries: the statements, in the order they were read.
    """

    actor: Actor
    stances: tuple[str, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Roundup:
    """A batch, grouped.

    Attributes:
        speakers: who said something, in the order of their stances; unnamed ones last.
        silences: reported silence, apart, in the order read; an actor can be in both.
        readings: all of the batch, in order.
        failed: inputs that gave no reading.
    """

    speakers: tuple[Group, ...]
    silences: tuple[Entry, ...]
    readings: tuple[Reading, ...]
    failed: int = 0

    @property
    def statements(self) -> int:
        """Number of statements, silences included."""
        return sum(len(r.statements) for r in self.readings)

    @property
    def read(self) -> tuple[Reading, ...]:
        """Readings of documents in a language that is read, or that cannot be told."""
        return tuple(r for r in self.readings if r.document.language in LANGUAGES)

    @property
    def unread(self) -> tuple[Reading, ...]:
        """Readings of documents kept unread for their language."""
        return tuple(r for r in self.readings if r.document.language not in LANGUAGES)

    @property
    def left_out(self) -> list[tuple[str, list[tuple[Document, Dropped]]]]:
        """What was found and left out, with its document, by reason; the most frequent reason first."""
        by_reason: dict[str, list[tuple[Document, Dropped]]] = {}
        for reading in self.readings:
            for dropped in reading.dropped:
                by_reason.setdefault(dropped.reason, []).append((reading.document, dropped))
        return sorted(by_reason.items(), key=lambda item: (-len(item[1]), item[0]))


class Collector:
    """What the round-ups share as exporters: they keep all readings, since grouping needs the whole batch."""

    def __init__(self) -> None:
        self._readings: list[Reading] = []
        self._failed = 0

    def write(self, reading: Reading) -> None:
        """Keep one reading until all are grouped."""
        self._readings.append(reading)

    def fail(self, error: OnrecordError) -> None:
        """Count an input that gave no reading."""
        del error
        self._failed += 1

    def collected(self) -> Roundup:
        """All that was written, grouped."""
        return round_up(self._readings, self._failed)


def round_up(readings: Sequence[Reading], failed: int = 0) -> Roundup:
    """Group the statements of a batch by speaker.

    Speakers are one where ``Actor.key`` is; a speaker without a name keeps to the document, since nothing tells that
    "officials" of one article are those of another.

    Args:
        readings: the batch.
        failed: how many inputs gave no reading.
    """
    entries = [Entry(s, r.document) for r in readings for s in r.statements]
    by_key: dict[tuple[str, str | None], list[Entry]] = {}
    for entry in entries:
        speaker = entry.statement.speaker
        by_key.setdefault((speaker.key, entry.document.id if speaker.name is None else None), []).append(entry)
    groups = [_group(members) for members in by_key.values()]
    spoken = [group for group in groups if group.entries]
    spoken.sort(key=lambda g: (g.actor.name is None, rank(g.stances[0])))
    silences = tuple(entry for entry in entries if entry.statement.attribution.silent)
    return Roundup(tuple(spoken), silences, tuple(readings), failed)


def _group(members: list[Entry]) -> Group:
    spoken = tuple(entry for entry in members if not entry.statement.attribution.silent)
    actor = max((entry.statement.speaker for entry in members), key=_fullness)
    return Group(actor, stances(entry.statement.coding for entry in spoken), spoken)


def _fullness(actor: Actor) -> tuple[int, int]:
    known: Iterable[str | None] = (actor.name, actor.role, actor.organisation)
    return sum(value is not None for value in known), len(actor.name or "")

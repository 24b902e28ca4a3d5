"""The words of acts, demands, intensity, hedges, channels and outlets, as the YAML files beside this module hold them.

The files are the reviewed vocabulary; ``acts.yaml`` explains how a phrase is written. Reading them costs some
milliseconds, so it waits until somebody codes a statement: importing this module reads nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ACTS: Final = (
    "condemn",
    "dismay",
    "concern",
    "protest",
    "accuse",
    "investigate",
    "deny",
    "dispute",
    "demand",
    "pledge",
    "threaten",
    "sanction",
    "concede",
    "support",
    "explain",
    "withhold",
)
"""Act codes of the codebook, in the order of its table."""

DEMANDS: Final = (
    "investigation",
    "accountability",
    "release",
    "restraint",
    "sanctions",
    "transparency",
    "talks",
    "protection",
    "aid",
    "other",
)
"""Objects of a demand, in the codebook's order."""

CHANNELS: Final = ("post", "statement", "briefing", "interview", "speech", "report", "court", "call")
"""Channels of the codebook, in its order."""

MAX_INTENSITY: Final = 5
"""The top of the codebook's ladder of disapproval."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase of the vocabulary and what it stands for.

    Attributes:
        code: what it votes for, such as an act or a channel.
        phrase: the phrase as written in the file.
        place: where it must stand: "cue", "content" or "any".
        weight: how far it alone makes the code, 0 to 1; for steps of intensity the step.
        level: intensity of disapproval that it stands for, 0 to 5.
        negated: the act where it is denied, None where it then says nothing.
        turns: the act that it is for instead, where the content speaks for that one too; None where there is none.
    """

    code: str
    phrase: str
    place: str = "any"
    weight: float = 1.0
    level: int = 0
    negated: str | None = None
    turns: str | None = None

    def words(self) -> frozenset[str]:
        """The words that the phrase itself has, as written, without what fills its gaps."""
        return frozenset(self.phrase.replace("/", " ").split())


@dataclass(frozen=True, slots=True)
class Negations:
    """Words that turn the phrase after them round.

    Attributes:
        reach: how many words may stand between.
        before: the phrases that negate.
        exempt: phrases that look so and do not.
    """

    reach: int
    before: tuple[Entry, ...]
    exempt: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Channels:
    """How statements are made.

    Attributes:
        entries: phrases for each channel.
        platforms: name of the platform by the folded word that names it.
        carriers: cues that carry on the channel of the statement before.
        openers: phrases of a sentence after which what is said was posted.
    """

    entries: tuple[Entry, ...]
    platforms: dict[str, str]
    carriers: tuple[Entry, ...]
    openers: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Outlets:
    """Newspapers, agencies and broadcasters.

    Attributes:
        names: names that are known ("outlet"), and phrases for outlets without one ("generic").
        shapes: folded words that make a run of capitals an outlet's name.
        never: folded runs that hold such a word and name no outlet.
        frames_before: folded words that stand before an outlet through which the words came.
        frames_after: the same, after it.
        quoting: those of them that say that the outlet has somebody else's words.
    """

    names: tuple[Entry, ...]
    shapes: frozenset[str]
    never: frozenset[str]
    frames_before: frozenset[str]
    frames_after: frozenset[str]
    quoting: frozenset[str]


@dataclass(frozen=True, slots=True)
class Promises:
    """How an own future action is told in the third person; all words folded.

    Attributes:
        modals: one word that makes a future ("will").
        going: several that do ("is going to").
        between: words that may stand between actor, modal and verb.
        fates: verbs of what befalls somebody rather than is done.
        asking: words after which it is asked or supposed that somebody will.
        possessives: words before a body that is somebody's own.
        articles: words before a body that the speaker's office makes the speaker's own.
        bodies: nouns of such bodies by PLOVER sector of the speaker.
    """

    modals: frozenset[str]
    going: tuple[Entry, ...]
    between: frozenset[str]
    fates: frozenset[str]
    asking: frozenset[str]
    possessives: frozenset[str]
    articles: frozenset[str]
    bodies: dict[str, frozenset[str]]


def _read(name: str) -> Any:  # noqa: ANN401 - YAML has any shape; the functions below give it one
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = files("onrecord.vocabulary").joinpath(name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=loader)  # noqa: S506 - both are safe loaders, the C one is ten times as fast


def _phrases(listed: str) -> Iterator[str]:
    for phrase in listed.split(";"):
        if words := " ".join(phrase.split()):
            yield words


def _entries(rows: Iterable[dict[str, Any]], codes: Iterable[str]) -> tuple[Entry, ...]:
    known = frozenset(codes)
    entries: list[Entry] = []
    for row in rows:
        if row["code"] not in known:
            msg = f"the vocabulary names an unknown code: {row['code']}"
            raise ValueError(msg)
        place, level = row.get("place", "any"), row.get("level", 0)
        turned = row.get("negated"), row.get("turns")
        entries.extend(
            Entry(row["code"], phrase, place, float(row["weight"]), level, *turned)
            for phrase in _phrases(row["phrases"])
        )
    return tuple(entries)


def _plain(code: str, listed: str) -> tuple[Entry, ...]:
    return tuple(Entry(code, phrase) for phrase in _phrases(listed))


@cache
def act_entries() -> tuple[Entry, ...]:
    """Phrases for each act (codebook, "Acts"), from ``acts.yaml``.

    Raises:
        ValueError: where the file names a code that the codebook does not have; so for the other readers here.
    """
    return _entries(_read("acts.yaml")["entries"], ACTS)


@cache
def demand_entries() -> tuple[Entry, ...]:
    """Phrases for each object of a demand, from ``demands.yaml``."""
    return _entries(_read("demands.yaml")["entries"], DEMANDS)


@cache
def intensity_entries() -> tuple[Entry, ...]:
    """Phrases that move or settle the intensity: "raise", "lower", "top"; from ``intensity.yaml``."""
    return _entries(_read("intensity.yaml")["entries"], ("raise", "lower", "top"))


@cache
def hedge_entries() -> tuple[Entry, ...]:
    """Phrases that hedge ("hedged") or make conditional ("condition"), from ``hedges.yaml``."""
    return _entries(_read("hedges.yaml")["entries"], ("hedged", "condition"))


@cache
def negations() -> Negations:
    """Words that negate, from ``negations.yaml``."""
    data = _read("negations.yaml")
    return Negations(int(data["reach"]), _plain("not", data["before"]), _plain("exempt", data["exempt"]))


@cache
def promises() -> Promises:
    """Words by which a promise is told in the third person, from ``promises.yaml``."""
    data = _read("promises.yaml")
    sets = ("modals", "between", "fates", "asking", "possessives", "articles")
    return Promises(
        going=_plain("going", data["going"]),
        bodies={sector: frozenset(_phrases(listed)) for sector, listed in data["bodies"].items()},
        **{name: frozenset(_phrases(data[name])) for name in sets},
    )


@cache
def channels() -> Channels:
    """Phrases for each channel, platforms, carriers and openers, from ``channels.yaml``."""
    data = _read("channels.yaml")
    return Channels(
        entries=_entries(data["entries"], CHANNELS),
        platforms=dict(data["platforms"]),
        carriers=_plain("carrier", data["carriers"]),
        openers=_plain("post", data["openers"]),
    )


@cache
def outlets() -> Outlets:
    """Names and shapes of outlets, from ``outlets.yaml``."""
    data = _read("outlets.yaml")
    keys = ("shapes", "never", "frames_before", "frames_after", "quoting")
    names = (*_plain("outlet", data["names"].lower()), *_plain("generic", data["generics"]))
    return Outlets(names=names, **{key: frozenset(_phrases(data[key])) for key in keys})

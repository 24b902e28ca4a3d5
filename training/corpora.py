"""The annotated texts that the model learns from, as one form for both conventions."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

#: One document in so many is kept out of training to set thresholds on.
TUNING_SHARE = 10
#: Codes that hold or do not.
FLAGS = ("hedged", "target", "via")
#: Words of a silence's content taken for its cue where the annotation names none ("did not immediately respond").
SILENT_CUE_WORDS = 4


@dataclass(frozen=True, slots=True)
class Mark:
    """One annotated attribution; places are (start, end) character offsets.

    Attributes:
        cue: the cue's place.
        source: places of the source, empty where the text names none.
        content: places of the content.
        silent: whether it is reported silence.
    """

    cue: tuple[int, int]
    source: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]
    silent: bool


@dataclass(frozen=True, slots=True)
class Coded:
    """A statement with what it does and who makes it; places are (start, end) character offsets.

    Attributes:
        words: places of its content and its cue.
        source: places of its source, empty where the text names none.
        codes: names among ``onrecord.encoder.model.CODE_LABELS`` that hold for it.
        speaker: the fullest name of who speaks, None where nobody can be named.
    """

    words: tuple[tuple[int, int], ...]
    source: tuple[tuple[int, int], ...]
    codes: frozenset[str]
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text with its attributions.

    Attributes:
        id: the document's name in its corpus.
        text: the text.
        marks: attributions that have a cue and content.
        convention: index into ``onrecord.encoder.model.CONVENTIONS`` of what was annotated.
        statements: the statements with their codes, those without a cue too; empty where none were coded.
        own: whether the project wrote it.
    """

    id: str
    text: str
    marks: tuple[Mark, ...]
    convention: int
    statements: tuple[Coded, ...] = ()
    own: bool = False


def polnear(path: Path) -> list[Annotated]:
    """A split of PolNeAR (Newell, Margolin and Ruths 2018): the corpus convention, thoughts and beliefs too."""
    out = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            raw = json.loads(line)
            marks = (mark_of(a, silent=False) for a in raw["attributions"])
            out.append(Annotated(raw["id"], raw["text"], tuple(m for m in marks if m), 0))
    return out


def mark_of(spans: Mapping[str, Any], *, silent: bool) -> Mark | None:
    """An attribution from its places by part; None where it has no cue or no content."""
    cue, content = _places(spans.get("cue")), _places(spans.get("content"))
    if not cue or not content:
        return None
    longest = max(cue, key=lambda place: place[1] - place[0])  # a cue in parts: their hull may hold content
    return Mark(longest, _places(spans.get("source")), content, silent)


def _places(raw: list[list[int]] | None) -> tuple[tuple[int, int], ...]:
    return tuple(sorted((start, end) for start, end in raw or ()))


def reactions(folder: Path, *, held_out: bool) -> list[Annotated]:
    """News and releases annotated by the codebook.

    Args:
        folder: one folder a document, named by a letter and a number.
        held_out: the second dev set (numbers that end in 0 or 5) instead of the rest.
    """
    out = []
    for case in sorted(p for p in folder.iterdir() if (p / "gold.json").is_file()):
        if (int(case.name.lstrip("t")) % 5 == 0) != held_out:
            continue
        text = (case / "article.txt").read_text(encoding="utf-8")
        records = json.loads((case / "gold.json").read_text(encoding="utf-8"))["records"]
        if any("skip" in r for r in records):
            continue
        coded = tuple(_coded(r) for r in records if _places(r["spans"].get("content")))
        out.append(Annotated(case.name, text, tuple(_marks(records, text)), 1, coded))
    return out


def codes_of(acts: Iterable[str], demands: Iterable[str], intensity: int, channel: str | None) -> set[str]:
    """The names among ``CODE_LABELS`` of what a statement does; its ``FLAGS`` are named as they are."""
    codes = {f"act:{act}" for act in acts} | {f"demand:{demand}" for demand in demands}
    codes |= {f"intensity:{level}" for level in range(1, intensity + 1)}
    return codes | ({f"channel:{channel}"} if channel else set())


def _coded(record: dict[str, Any]) -> Coded:
    spans = record["spans"]
    codes = codes_of(record["acts"], record["demands"] or (), record["intensity"] or 0, record["channel"])
    codes |= {name for name in FLAGS if record[name]}
    words = _places([*spans["content"], *(spans.get("cue") or ())])
    return Coded(words, _places(spans.get("source")), frozenset(codes), record["speaker"])


def _marks(records: list[dict[str, Any]], text: str) -> Iterator[Mark]:
    """Records that hang on a cue; those that go on without one are the selection's business, not the network's."""
    for record in records:
        spans = dict(record["spans"])
        silent = record["form"] == "silence"
        if silent and not spans.get("cue") and spans.get("content"):
            spans["cue"] = [_first_words(text, *spans["content"][0])]
        mark = mark_of(spans, silent=silent)
        if mark:
            yield mark


def _first_words(text: str, start: int, end: int) -> list[int]:
    words = text[start:end].split(" ")[:SILENT_CUE_WORDS]
    return [start, start + len(" ".join(words))]


def split(documents: list[Annotated]) -> tuple[list[Annotated], list[Annotated]]:
    """The documents to learn from, and every ``TUNING_SHARE``-th to set thresholds on."""
    learn = [d for i, d in enumerate(documents) if i % TUNING_SHARE]
    tune = [d for i, d in enumerate(documents) if not i % TUNING_SHARE]
    return learn, tune

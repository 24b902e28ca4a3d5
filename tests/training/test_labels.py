"""Labels lie where the annotation says; a text in other quotation marks keeps its offsets."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING

import pytest

from onrecord.encoder import load, quotations
from onrecord.encoder.model import CODE_LABELS
from onrecord.encoder.network import special_ids
from training.corpora import Annotated, Coded, Mark, polnear, reactions, split
from training.examples import STYLES, examples, restyle

if TYPE_CHECKING:
    from pathlib import Path

    from training.examples import Example

MODEL = load()
TEXT = "“We will go,” Anna Lind said. “We will go now.”\n\nNobody else spoke."


def places(*words: str) -> tuple[tuple[int, int], ...]:
    return tuple((TEXT.index(w), TEXT.index(w) + len(w)) for w in words)


def label(example: Example, positions: list[int]) -> str:
    return str(MODEL.tokenizer.decode([int(example.window.ids[p]) for p in positions]))


class Plain(random.Random):
    """Chance that never rewrites a text."""

    def random(self) -> float:
        return 1.0


def test_a_mark_becomes_the_labels_of_its_words() -> None:
    mark = Mark(places("said")[0], places("Anna Lind"), places("We will go,", "We will go now."), silent=False)
    document = Annotated("d", TEXT, (mark,), 0)
    (example,) = examples(document, MODEL.tokenizer, special_ids(MODEL.tokenizer), Plain())
    (target,) = example.targets
    assert label(example, list(range(target.first, target.last + 1))) == "said"
    assert label(example, [int(p) for p in (target.roles == 1).nonzero()[0]]) == "anna lind"
    assert label(example, [int(p) for p in (target.roles == 2).nonzero()[0]]) == "we will go, we will go now."
    assert example.cues.tolist().count(1) == 1
    assert example.cues[target.first] == 1
    assert len(example.blocks) == 2


def test_a_coded_statement_knows_its_words_its_codes_and_where_its_speaker_is_named() -> None:
    text = "Anna Lind wrote to the Herald. She condemned the raid. Nobody else spoke."
    at = {
        w: (text.index(w), text.index(w) + len(w))
        for w in ("Anna Lind", "wrote", "the Herald", "She", "condemned", "the raid")
    }
    first = Coded((at["wrote"], at["the Herald"]), (at["Anna Lind"],), frozenset({"act:explain"}), "Anna Lind")
    second = Coded(
        (at["condemned"], at["the raid"]), (at["She"],), frozenset({"act:condemn", "intensity:1"}), "Anna Lind"
    )
    document = Annotated("d", text, (), 1, (first, second))
    (example,) = examples(document, MODEL.tokenizer, special_ids(MODEL.tokenizer), Plain())
    _, statement = example.statements
    assert label(example, statement.words.tolist()) == "condemned the raid"
    assert label(example, statement.source.tolist()) == "she"
    assert label(example, statement.named.tolist()) == "anna lind"
    assert set(statement.words.tolist()) < set(statement.telling.tolist())
    assert [n for n, holds in zip(CODE_LABELS, statement.codes, strict=True) if holds] == ["act:condemn", "intensity:1"]


@pytest.mark.parametrize("style", STYLES)
def test_restyling_changes_marks_only(style: tuple[str, str]) -> None:
    changed = restyle(TEXT, style)
    assert len(changed) == len(TEXT)
    assert [changed[q.inner_start : q.inner_end] for q in quotations(changed)] == ["We will go,", "We will go now."]
    assert [a for a, b in zip(changed, TEXT, strict=True) if a != b] in ([], [*style, *style])


def test_attributions_without_content_or_cue_are_left_out(tmp_path: Path) -> None:
    row = {
        "id": "a",
        "text": TEXT,
        "attributions": [
            {"cue": [[24, 28]], "content": [[1, 12]], "source": [[14, 23]]},
            {"cue": [[24, 28]], "source": [[14, 23]]},
            {"content": [[1, 12]]},
        ],
    }
    (tmp_path / "split.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    (document,) = polnear(tmp_path / "split.jsonl")
    assert document.marks == (Mark((24, 28), ((14, 23),), ((1, 12),), silent=False),)


def test_held_out_documents_and_tuning_documents_are_never_learned_from(tmp_path: Path) -> None:
    for number in range(1, 26):
        folder = tmp_path / f"t{number:03}"
        folder.mkdir()
        (folder / "article.txt").write_text(TEXT, encoding="utf-8")
        (folder / "gold.json").write_text(json.dumps({"records": []}), encoding="utf-8")
    learned = reactions(tmp_path, held_out=False)
    held = reactions(tmp_path, held_out=True)
    assert [d.id for d in held] == ["t005", "t010", "t015", "t020", "t025"]
    assert not {d.id for d in learned} & {d.id for d in held}
    learn, tune = split(learned)
    assert len(tune) == 2
    assert sorted(d.id for d in learn + tune) == [d.id for d in learned]


def test_a_silence_without_a_cue_gets_its_first_words(tmp_path: Path) -> None:
    text = "The ministry did not respond to a request for comment."
    spans = {"source": [[0, 12]], "cue": [], "content": [[13, 53]]}
    coded = {"acts": ["withhold"], "demands": [], "intensity": 0, "channel": None}
    told = {"hedged": False, "target": None, "via": None, "speaker": "The ministry"}
    record = {"form": "silence", "spans": spans, **coded, **told}
    folder = tmp_path / "t001"
    folder.mkdir()
    (folder / "article.txt").write_text(text, encoding="utf-8")
    (folder / "gold.json").write_text(json.dumps({"records": [record]}), encoding="utf-8")
    (document,) = reactions(tmp_path, held_out=False)
    (mark,) = document.marks
    assert text[slice(*mark.cue)] == "did not respond to"
    assert mark.silent

"""The yardsticks take any data of their form and write what the scorers read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from benchmarks import attribution, cases
from benchmarks.soak import article, one

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Lind denies all\n\nForeign Minister Anna Lind of Sweden said on Monday that the strike was a grave mistake."


def test_attributions_are_written_as_offsets(tmp_path: Path) -> None:
    data = tmp_path / "split.jsonl"
    data.write_text(json.dumps({"id": "a", "text": TEXT, "attributions": []}) + "\n", encoding="utf-8")
    attribution.predict(data, tmp_path / "deep" / "found.jsonl")
    (line,) = (tmp_path / "deep" / "found.jsonl").read_text(encoding="utf-8").splitlines()
    row = json.loads(line)
    assert row["id"] == "a"
    found = {name: [TEXT[s:e] for s, e in spans] for name, spans in row["attributions"][-1].items()}
    assert found["source"] == ["Foreign Minister Anna Lind of Sweden"]
    assert found["cue"][0].startswith("said")
    assert found["content"][-1].rstrip(".").endswith("the strike was a grave mistake")


def test_cases_are_read_from_text_and_head_alone(tmp_path: Path) -> None:
    folder = tmp_path / "cases" / "one"
    folder.mkdir(parents=True)
    (folder / "article.txt").write_text(TEXT, encoding="utf-8")
    head = {"outlet": "Example Post", "published": "2024-05-06", "records": [{"speaker": "not to be read"}]}
    (folder / "gold.json").write_text(json.dumps(head), encoding="utf-8")
    cases.predict(tmp_path / "cases", tmp_path / "out")
    written = json.loads((tmp_path / "out" / "one.json").read_text(encoding="utf-8"))
    (document,) = written["documents"]
    assert (document["outlet"], document["published"]) == ("Example Post", "2024-05-06")
    assert written["statements"][-1]["speaker"]["name"] == "Anna Lind"
    assert written["statements"][-1]["behalf"] == "SWE"


def test_made_up_articles_have_the_length_asked_for_and_statements() -> None:
    text = article(500)
    assert 500 <= len(text.split()) < 700
    assert article(500) == text
    assert len(one(text).statements) > 5

"""The figures reached may not fall: pinned in floors.json, measured by the yardsticks."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks import attribution, cases
from benchmarks.shared import score

FLOORS: dict[str, Any] = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))


def check(figures: dict[str, Any], floors: dict[str, float]) -> None:
    low = {}
    for name, floor in floors.items():
        key, _, part = name.partition(".")
        value = figures[key][part] if part else figures[key]
        if value < floor:
            low[name] = (value, floor)
    assert not low, f"below the floor: {low}"


def digest(*files: Path) -> str:
    found = hashlib.sha256()
    for file in files:
        found.update(file.read_bytes())
    return found.hexdigest()[:16]


@pytest.mark.slow
def test_attributions_of_polnear_dev(shared: Path, tmp_path: Path) -> None:
    data = shared / "data/polnear/dev.jsonl"
    assert digest(data) == FLOORS["polnear_dev"]["digest"], "other data than the floors were measured on"
    attribution.predict(data, tmp_path / "found.jsonl")
    check(score("score_attribution.py", data, tmp_path / "found.jsonl"), FLOORS["polnear_dev"]["floors"])


@pytest.mark.slow
def test_records_of_the_cases(shared: Path, tmp_path: Path) -> None:
    folder = shared / "cases"
    assert digest(*sorted(folder.glob("*/gold.json"))) == FLOORS["cases"]["digest"], (
        "other data than the floors were measured on"
    )
    cases.predict(folder, tmp_path)
    figures = score("score_cases.py", folder, tmp_path)
    assert figures["ungrounded"] == figures["wrong_offsets"] == 0
    assert figures["cases_missing"] == []
    check(figures, FLOORS["cases"]["floors"])

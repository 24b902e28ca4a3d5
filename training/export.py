"""Writes the trained networks as int8 ONNX, in the form that the runtime reads."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from onrecord.encoder.model import REACH
from training.network import WIDTH
from training.rows import scale_rows

if TYPE_CHECKING:
    from torch import Tensor

    from training.network import Reader

OPSET = 17
#: The products that get a scale a row: the second of each feed-forward half.
BY_ROW = "/down/"


class _Encoder(nn.Module):
    """The encoder's graph, with what the attribution network wants of each token worked out once for all cues."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, shapes: Tensor, places: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        vectors, cues, codes, links = self.reader.encoder(ids, shapes, places)
        projected = self.reader.attribution.project(vectors)
        return projected.view(1, -1, 3, WIDTH).half(), cues, codes, links


def export(reader: Reader, folder: Path) -> None:
    """Write ``model.onnx`` and ``attribution.onnx`` into ``folder``, matrices in int8, a scale a channel.

    The runtime runs one window and one cue at a time, so the graphs have no mask and a batch of one.

    Args:
        reader: the networks.
        folder: where the files go.
    """
    reader = reader.eval()
    length = 24
    ids = torch.randint(1000, 2000, (1, length))
    flags = torch.zeros_like(ids)
    distance = torch.arange(length)[None] + REACH
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch)
        _write(
            _Encoder(reader),
            (ids, flags, flags),
            plain / "model.onnx",
            ["ids", "shapes", "places"],
            ["projected", "cues", "codes", "links"],
            {name: {1: "length"} for name in ("ids", "shapes", "places", "projected", "cues", "codes", "links")},
        )
        _write(
            reader.attribution,
            (torch.randn(1, length, WIDTH), torch.randn(1, WIDTH), distance, torch.tensor([[3, 4]])),
            plain / "attribution.onnx",
            ["tokens", "ends", "distance", "cue"],
            ["roles", "scores"],
            {name: {1: "length"} for name in ("tokens", "distance", "roles")},
        )
        for name in ("model.onnx", "attribution.onnx"):
            quantize_dynamic(
                plain / name,
                folder / name,
                per_channel=True,
                weight_type=QuantType.QInt8,
                reduce_range=True,  # 7 bits: without VNNI pairs of products are added in 16 bits, and cut off there
                op_types_to_quantize=["MatMul", "Gather"] if name == "model.onnx" else ["MatMul"],
                extra_options={"MatMulConstBOnly": True},
            )
    scale_rows(folder / "model.onnx", BY_ROW)


def _write(
    network: nn.Module,
    inputs: tuple[torch.Tensor, ...],
    path: Path,
    names: list[str],
    outputs: list[str],
    axes: dict[str, dict[int, str]],
) -> None:
    torch.onnx.export(
        network,
        inputs,
        str(path),
        input_names=names,
        output_names=outputs,
        dynamic_axes=axes,
        opset_version=OPSET,
        dynamo=False,
    )

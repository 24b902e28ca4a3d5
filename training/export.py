"""Writes the trained networks as int8 ONNX, in the form that the runtime reads."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from onrecord.encoder.model import REACH

if TYPE_CHECKING:
    from torch import nn

    from training.fit import Networks

OPSET = 17


def export(networks: Networks, folder: Path) -> None:
    """Write ``model.onnx`` and ``attribution.onnx`` into ``folder``, matrices in int8, a scale a channel.

    The runtime runs one window and one cue at a time, so the graphs have no mask and a batch of one.
    """
    networks.eval()
    length = 24
    ids = torch.randint(1000, 2000, (1, length))
    flags = torch.zeros_like(ids)
    width = networks.encoder.words.weight.shape[1]
    distance = torch.arange(length)[None] + REACH
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch)
        _write(
            networks.encoder,
            (ids, flags, flags),
            plain / "model.onnx",
            ["ids", "shapes", "places"],
            ["vectors", "cues"],
            {name: {1: "length"} for name in ("ids", "shapes", "places", "vectors", "cues")},
        )
        _write(
            networks.attribution,
            (torch.randn(1, length, width), distance, flags, torch.tensor([[3, 4]])),
            plain / "attribution.onnx",
            ["vectors", "distance", "inside", "cue"],
            ["roles", "scores"],
            {name: {1: "length"} for name in ("vectors", "distance", "inside", "roles")},
        )
        for name in ("model.onnx", "attribution.onnx"):
            quantize_dynamic(
                plain / name,
                folder / name,
                per_channel=True,
                weight_type=QuantType.QInt8,
                op_types_to_quantize=["MatMul", "Gather"] if name == "model.onnx" else ["MatMul"],
                extra_options={"MatMulConstBOnly": True},
            )


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

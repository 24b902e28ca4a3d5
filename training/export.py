"""Writes the trained networks as int8 ONNX, in the form that the runtime reads."""

from __future__ import annotations

import copy
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from onrecord.encoder.model import REACH
from training.network import WIDTH, Layer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from torch import Tensor

    from onrecord.encoder.windows import Window
    from training.network import Reader

OPSET = 17
#: Least value that a channel is taken to have, so that none is stretched without end.
SMALL = 1e-3


class _Encoder(nn.Module):
    """The encoder's graph, with what the attribution network wants of each token worked out once for all cues."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, shapes: Tensor, places: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        vectors, cues, codes, links = self.reader.encoder(ids, shapes, places)
        projected = self.reader.attribution.project(vectors)
        return projected.view(1, -1, 3, WIDTH), cues, codes, links


class _Eased(nn.Module):
    """A linear layer whose inputs are shrunk channel by channel, and its weights stretched to match.

    A few channels of what a transformer's feed-forward half holds are many times larger than the rest, and one int8 scale
    for all of them would leave the rest a handful of steps (SmoothQuant, Xiao et al. 2023).
    """

    shrink: Tensor

    def __init__(self, linear: nn.Linear, largest: Tensor) -> None:
        super().__init__()
        ease = (largest.clamp(min=SMALL) / linear.weight.abs().amax(0).clamp(min=SMALL)).sqrt()
        self.linear = copy.deepcopy(linear)
        self.linear.weight.data *= ease
        self.register_buffer("shrink", 1 / ease)

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = self.linear(x * self.shrink)
        return out


@torch.no_grad()
def _ease(reader: Reader, windows: Sequence[Window]) -> Reader:
    """A copy with eased feed-forward layers, by the largest values that they meet in some windows of real text."""
    eased = copy.deepcopy(reader).eval()
    largest: dict[nn.Module, Tensor] = {}

    def watch(linear: nn.Module, inputs: tuple[Tensor]) -> None:
        now = inputs[0].abs().flatten(0, -2).amax(0)
        largest[linear] = torch.maximum(largest.get(linear, now), now)

    downs = [m.down for m in eased.encoder.layers if isinstance(m, Layer)]
    hooks = [down.register_forward_pre_hook(watch) for down in downs]
    for window in windows:
        eased.encoder(*(torch.tensor(part[None]) for part in (window.ids, window.shapes, window.places)))
    for hook in hooks:
        hook.remove()
    for layer, down in zip(eased.encoder.layers, downs, strict=True):
        layer.down = _Eased(down, largest[down])
    return eased


def export(reader: Reader, folder: Path, windows: Sequence[Window]) -> None:
    """Write ``model.onnx`` and ``attribution.onnx`` into ``folder``, matrices in int8, a scale a channel.

    The runtime runs one window and one cue at a time, so the graphs have no mask and a batch of one.

    Args:
        reader: the networks.
        folder: where the files go.
        windows: of real text, to see how large what the layers hold can be.
    """
    reader = _ease(reader, windows)
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
            (torch.randn(1, length, WIDTH), torch.randn(1, WIDTH), distance, flags, torch.tensor([[3, 4]])),
            plain / "attribution.onnx",
            ["tokens", "ends", "distance", "inside", "cue"],
            ["roles", "scores"],
            {name: {1: "length"} for name in ("tokens", "distance", "inside", "roles")},
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

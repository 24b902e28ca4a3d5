"""Gives the inputs of some int8 matrix products a scale for each row, where ``quantize_dynamic`` gives them one for all.

In the feed-forward halves of a transformer a few tokens hold numbers many times larger than the rest, and one scale for the
whole window would leave the rest a handful of steps (as in LLM.int8, Dettmers et al. 2022: vector-wise quantisation).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import onnx
from onnx.helper import make_node
from onnx.numpy_helper import from_array

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray
    from onnx import NodeProto

#: Where zero lies among the 256 steps: what follows a GELU reaches far above zero, and little below.
ZERO = 32
#: Least scale, for a row of zeros.
LEAST = 1e-8
_CONSTANTS: dict[str, NDArray[Any]] = {
    "rows_zero": np.array(ZERO, np.uint8),
    "rows_above": np.array(1 / (255 - ZERO), np.float32),
    "rows_below": np.array(-1 / ZERO, np.float32),
    "rows_least": np.array(LEAST, np.float32),
    "rows_flat": np.array([-1], np.int64),
}


def scale_rows(path: Path, part: str) -> None:
    """Rewrite a quantised graph in place.

    Args:
        path: the ONNX file; its products are of one text, [1, rows, width].
        part: of the names of the matrix products to change.

    Raises:
        ValueError: where no product has that name.
    """
    model = onnx.load(path)
    graph = model.graph
    chosen = [n for n in graph.node if n.op_type == "MatMulInteger" and part in n.name]
    if not chosen:
        raise ValueError(f"{path} has no int8 product named {part}")
    nodes = list(graph.node)
    for product in chosen:
        _scale(_Product(product, nodes), nodes)
    del graph.node[:]
    graph.node.extend(nodes)
    graph.initializer.extend(from_array(value, name) for name, value in _CONSTANTS.items())
    onnx.checker.check_model(model)
    onnx.save(model, path)


class _Product:
    """A product with the nodes that ``quantize_dynamic`` put round it."""

    def __init__(self, product: NodeProto, nodes: list[NodeProto]) -> None:
        self.product = product
        (self.quantised,) = (n for n in nodes if product.input[0] in n.output)
        (cast,) = (n for n in nodes if product.output[0] in n.input)
        (self.scaled,) = (n for n in nodes if cast.output[0] in n.input)
        (self.scales,) = (n for n in nodes if n.output[0] in self.scaled.input and n is not cast)
        (self.of_weights,) = (i for i in self.scales.input if i not in self.quantised.output)


def _scale(found: _Product, nodes: list[NodeProto]) -> None:
    name = found.product.name
    found.product.input[0], found.product.input[2] = f"{name}_rows", "rows_zero"
    (wide,) = found.scaled.output
    columns = f"{wide}_columns"
    (place,) = (n for n, i in enumerate(found.scaled.input) if i == found.scales.output[0])
    found.scaled.input[place] = found.of_weights
    found.scaled.output[0] = columns
    at = nodes.index(found.quantised)
    for offset, node in enumerate(_quantised(found.quantised.input[0], name)):
        nodes.insert(at + offset, node)
    nodes.insert(
        nodes.index(found.scaled) + 1, make_node("Mul", [columns, f"{name}_scale"], [wide], name=f"{name}_wide")
    )
    nodes.remove(found.quantised)
    nodes.remove(found.scales)


def _quantised(values: str, name: str) -> Iterator[NodeProto]:
    """Nodes that quantise ``values`` to uint8, a scale a row, such that its greatest and its least value still fit."""

    def named(output: str) -> str:
        return f"{name}_{output}"

    def node(kind: str, inputs: list[str], output: str) -> NodeProto:
        return make_node(kind, inputs, [named(output)], name=named(output))

    for kind, output in (("ReduceMax", "greatest"), ("ReduceMin", "least")):
        yield make_node(kind, [values], [named(output)], name=named(output), axes=[-1], keepdims=1)
    yield node("Mul", [named("greatest"), "rows_above"], "above")
    yield node("Mul", [named("least"), "rows_below"], "below")
    yield node("Max", [named("above"), named("below"), "rows_least"], "scale")
    yield node("Reshape", [named("scale"), "rows_flat"], "flat")
    yield node("Shape", [named("flat")], "length")
    yield node("Expand", ["rows_zero", named("length")], "zeros")
    inputs = [values, named("flat"), named("zeros")]
    yield make_node("QuantizeLinear", inputs, [named("rows")], name=named("rows"), axis=1)

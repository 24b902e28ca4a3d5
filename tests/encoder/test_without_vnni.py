"""The networks say the same on a processor without VNNI, whose int8 kernels add pairs of products in 16 bits.

There a pair beyond 16 bits is cut off without notice; weights of 7 bits (``reduce_range``) leave no such pair. The
processor is emulated by qemu, 7.2 or newer; the reference is onnxruntime's slow way that cannot be cut off anywhere.
"""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest

from onrecord.encoder import load
from onrecord.encoder.model import REACH, SLOW_FUSIONS
from onrecord.encoder.network import softmax, special_ids
from onrecord.encoder.tokens import tokenize
from onrecord.encoder.windows import blocks, windows
from tests.conftest import required

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from onrecord.encoder.model import Model

    Arrays = dict[str, NDArray[np.generic]]

#: AVX2, neither AVX-512 nor VNNI.
PROCESSOR = "Haswell"
TEXT = (
    "The minister said on Monday that “the talks have failed”, and accused the other side of delay. "
    "Brussels denied it: a spokeswoman told reporters that the offer still stands."
)
#: Runs one network: the session of ``onrecord.encoder.model``, without the package's other imports.
CHILD = """
import sys
import numpy as np
import onnxruntime as ort
network, feeds, answers, exact, fusions = sys.argv[1:]
options = ort.SessionOptions()
options.intra_op_num_threads = options.inter_op_num_threads = 1
options.log_severity_level = 3
options.add_session_config_entry("session.x64quantprecision", exact)
providers = ["CPUExecutionProvider"]
session = ort.InferenceSession(network, options, providers=providers, disabled_optimizers=fusions.split(","))
names = [output.name for output in session.get_outputs()]
np.savez(answers, **dict(zip(names, session.run(names, dict(np.load(feeds))))))
"""


@pytest.fixture(scope="module")
def emulator() -> str:
    for name in ("qemu-x86_64", "qemu-x86_64-static"):
        if found := shutil.which(name):
            break
    else:
        if required("qemu"):
            pytest.fail("qemu-x86_64 is missing: install qemu-user")
        pytest.skip("qemu-x86_64 is missing: install qemu-user")
    if platform.machine().lower() not in {"x86_64", "amd64"}:
        pytest.skip("the interpreter is not for x86-64")
    return found


def answers(network: Path, feeds: Arrays, where: Path, emulator: str | None) -> Arrays:
    """What the network says, on this processor the slow way or on the emulated one as the package runs it."""
    where.mkdir()
    np.savez(where / "feeds.npz", **feeds)  # type: ignore[arg-type]
    command = [sys.executable, "-c", CHILD, str(network), str(where / "feeds.npz"), str(where / "answers.npz")]
    command += ["0" if emulator else "1", ",".join(SLOW_FUSIONS)]
    if emulator:
        command = [emulator, "-cpu", PROCESSOR, *command]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)  # noqa: S603
    if emulator and ".avx2 " in done.stderr:
        pytest.skip("this qemu cannot emulate AVX2: 7.2 is the first that can")
    assert done.returncode == 0, done.stderr
    return {name: values.astype(np.float32) for name, values in np.load(where / "answers.npz").items()}


def window(model: Model) -> Arrays:
    tokens = tokenize(TEXT, model.tokenizer)
    first = windows(tokens, blocks(tokens, TEXT), *special_ids(model.tokenizer))[0]
    return {"ids": first.ids[None], "shapes": first.shapes[None], "places": first.places[None]}


@pytest.mark.slow
def test_the_encoder_says_the_same(emulator: str, tmp_path: Path) -> None:
    model = load()
    network, feeds = model.folder / "model.onnx", window(model)
    here = answers(network, feeds, tmp_path / "here", None)
    there = answers(network, feeds, tmp_path / "there", emulator)
    assert np.abs(softmax(here["cues"]) - softmax(there["cues"])).max() < 0.01
    apart = np.linalg.norm(here["projected"] - there["projected"]) / np.linalg.norm(here["projected"])
    assert apart < 0.02


@pytest.mark.slow
def test_the_attribution_network_says_the_same(emulator: str, tmp_path: Path) -> None:
    model = load()
    projected = answers(model.folder / "model.onnx", window(model), tmp_path / "encoder", None)["projected"]
    length, cue = projected.shape[1], 5
    feeds = {
        "tokens": projected[:, :, 0],
        "ends": projected[:, cue, 1] + projected[:, cue, 2],
        "distance": np.arange(length)[None] - cue + REACH,
        "cue": np.array([[cue, cue]]),
    }
    network = model.folder / "attribution.onnx"
    here = answers(network, feeds, tmp_path / "here", None)
    there = answers(network, feeds, tmp_path / "there", emulator)
    assert np.abs(softmax(here["roles"]) - softmax(there["roles"])).max() < 0.01
    assert np.abs(here["scores"] - there["scores"]).max() < 0.1

"""The model folder: networks, tokenizer, configuration and card, checked against the code before use."""

from __future__ import annotations

import hashlib
import json
import math
from dataclasses import dataclass, fields
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.encoder.tokens import PLACES, SHAPES
from onrecord.encoder.windows import LONGEST, WINDOW
from onrecord.errors import ModelError
from onrecord.vocabulary.acts import ACTS, CHANNELS, DEMANDS

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

#: Labels of the cue head for each token.
CUE_LABELS = ("outside", "begin", "inside")
#: Labels that the attribution network gives the tokens around a cue.
ROLE_LABELS = ("none", "source", "content")
#: Conventions that the heads answer for, one after the other: what PolNeAR marks, what the codebook counts.
CONVENTIONS = ("corpus", "codebook")
#: Answers of the attribution network about a cue as a whole.
SCORE_LABELS = ("attribution", "statement", "silence")
#: What a statement does, as its words say it (codebook): acts, objects of demands, disapproval of at least 1 to 5,
#: hedged, a target told, channels, another outlet.
CODE_LABELS = (
    *(f"act:{name}" for name in ACTS),
    *(f"demand:{name}" for name in DEMANDS),
    *(f"intensity:{level}" for level in range(1, 6)),
    "hedged",
    "target",
    *(f"channel:{name}" for name in CHANNELS),
    "via",
)
#: Width of the vectors whose product links a mention to the name it stands for.
LINK_WIDTH = 64
#: Tokens on either side of a cue that the attribution network reads.
REACH = 110
#: What a model folder's configuration must say so that the code understands its numbers.
LABELS: dict[str, list[str] | int] = {
    "cue": list(CUE_LABELS),
    "role": list(ROLE_LABELS),
    "convention": list(CONVENTIONS),
    "score": list(SCORE_LABELS),
    "code": list(CODE_LABELS),
    "link": LINK_WIDTH,
    "shape": list(SHAPES),
    "place": list(PLACES),
    "window": WINDOW,
    "longest": LONGEST,
    "reach": REACH,
}
#: Fusions of onnxruntime that cost time: on a CPU this one takes a tenth of the encoder and a third of the rest.
SLOW_FUSIONS = ["SkipLayerNormFusion"]
_RESTORE = "restore the model folder or train it again"
#: Name of the model in the package.
DEFAULT = "mpnet7-1"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which scores on something counts; set on a part of the training data that was kept out of training.

    Attributes:
        cue: probability of a cue from which a word is looked at.
        attribution: score from which the corpora's convention accepts an attribution.
        statement: score from which the codebook's convention accepts a statement.
        content: probability from which a word belongs to the content.
        source: added to the log odds of a source's words; below 0 fewer words are sources.
        silence: probability from which an attribution reports silence.
    """

    cue: float
    attribution: float
    statement: float
    content: float
    source: float
    silence: float


@dataclass(frozen=True)
class Model:
    """A model folder, opened; its networks are loaded when first used.

    Attributes:
        folder: the folder.
        name: its name and the first digits of its networks' digest.
        thresholds: from which scores on something counts.
    """

    folder: Path
    name: str
    thresholds: Thresholds

    @cached_property
    def tokenizer(self) -> Tokenizer:
        """The base encoder's tokenizer, without truncation and padding."""
        from tokenizers import Tokenizer  # noqa: PLC0415 - the command line starts without it

        path = self.folder / "tokenizer.json"
        try:
            tokenizer = Tokenizer.from_file(str(path))
        except Exception as error:  # the library raises plain Exception
            raise ModelError(f"{path}: the tokenizer cannot be loaded ({error})", _RESTORE) from error
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return tokenizer

    @cached_property
    def encoder(self) -> InferenceSession:
        """The encoder with its cue head."""
        return _session(self.folder / "model.onnx")

    @cached_property
    def attribution(self) -> InferenceSession:
        """The network that reads the words around a cue."""
        return _session(self.folder / "attribution.onnx")


def load(folder: Path | None = None) -> Model:
    """Open a model folder.

    Args:
        folder: the folder; None for the model in the package.

    Raises:
        ModelError: where files are missing, or where its labels are not this code's.
    """
    where = folder if folder is not None else Path(str(resources.files("onrecord"))) / "models" / DEFAULT
    config = _configuration(where)
    differing = sorted(key for key, value in LABELS.items() if config.get("labels", {}).get(key) != value)
    if differing:
        raise ModelError(
            f"{where}: the model's labels differ from this version's ({', '.join(differing)})",
            "use the model that came with this version, or train it again with this code",
        )
    thresholds = _thresholds(where, config)
    digest = hashlib.sha256()
    for name in ("model.onnx", "attribution.onnx"):
        digest.update((where / name).read_bytes())
    return Model(where, f"{config['name']}@{digest.hexdigest()[:12]}", thresholds)


def _thresholds(where: Path, config: dict[str, Any]) -> Thresholds:
    raw = config.get("thresholds")
    names = {field.name for field in fields(Thresholds)}
    if not isinstance(raw, dict) or raw.keys() != names or not all(_is_number(value) for value in raw.values()):
        raise ModelError(f"{where}: config.json has no usable thresholds", _RESTORE)
    return Thresholds(**raw)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _configuration(where: Path) -> dict[str, Any]:
    missing = [
        n for n in ("config.json", "model.onnx", "attribution.onnx", "tokenizer.json") if not (where / n).is_file()
    ]
    if missing:
        raise ModelError(f"{where}: no model here, {', '.join(missing)} missing", "give the path of a model folder")
    try:
        config = json.loads((where / "config.json").read_text(encoding="utf-8"))
    except ValueError as error:
        raise ModelError(f"{where}: config.json cannot be read ({error})", _RESTORE) from error
    if not isinstance(config, dict) or not isinstance(config.get("labels"), dict) or "name" not in config:
        raise ModelError(f"{where}: config.json is not a model's configuration", _RESTORE)
    return config


def _session(path: Path) -> InferenceSession:
    """One thread a session: windows run side by side instead, so that no sum depends on the number of threads."""
    import onnxruntime as ort  # noqa: PLC0415 - the command line starts without it

    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return ort.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOW_FUSIONS
        )
    except Exception as error:  # onnxruntime raises types of its own, without a common base
        raise ModelError(f"{path}: the network cannot be loaded ({error})", _RESTORE) from error

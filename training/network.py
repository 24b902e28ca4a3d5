"""The networks in torch: an MPNet encoder with heads, and the network that reads the words around a cue.

The codebook's heads are the corpus's plus a difference that starts at zero: what PolNeAR's twenty thousand
attributions teach holds for both, and the smaller annotation learns only where the codebook departs.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.encoder.model import CODE_LABELS, CUE_LABELS, LINK_WIDTH, REACH, ROLE_LABELS, SCORE_LABELS
from onrecord.encoder.tokens import PLACES, SHAPES
from onrecord.encoder.windows import LONGEST

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Width of the attribution network, its layers, heads and feed-forward width.
WIDTH, LAYERS, HEADS, INNER = 256, 2, 4, 512
DROPOUT = 0.1
#: Of the normalisations, MPNet's.
EPSILON = 1e-5
#: Where the logits of the codes start: a statement's is the log of the sum over some thirty words, and most are absent.
CODE_BIAS = -6.0
#: Classes of distance between two tokens in MPNet's attention, and the distance from which all are one class.
DISTANCES, FAR = 32, 128
#: Longest input in tokens, separators counted; and MPNet's number for the first position.
POSITIONS, FIRST_POSITION = LONGEST + 2, 2


class Dropout(nn.Module):
    """Drops the same features at every position of a text: as good a regulariser here, and nearly free to draw."""

    def forward(self, x: Tensor) -> Tensor:
        """Shape: x [batch, length, width]."""
        if not self.training:
            return x
        kept = torch.rand(x.shape[0], 1, x.shape[2]) >= DROPOUT
        return x * (kept / (1 - DROPOUT)).to(x.dtype)


class Layer(nn.Module):
    """A transformer layer, normalised after each half; one matrix for queries, keys and values."""

    def __init__(self, width: int, heads: int, inner: int) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm_attention = nn.LayerNorm(width, eps=EPSILON)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm_out = nn.LayerNorm(width, eps=EPSILON)
        self.dropout = Dropout()

    def forward(self, x: Tensor, mask: Tensor | None, bias: Tensor | None = None) -> Tensor:
        """Shapes: x [batch, length, width]; mask [batch, 1, 1, length], true where there is a token.

        ``bias`` [1, heads, length, length] is added to the attention's logits.
        """
        width = self.out.in_features
        one = width // self.heads
        q, k, v = (_parted(part, self.heads, one).transpose(1, 2) for part in self.qkv(x).split(width, dim=-1))
        # plain products: on processors with matrix units twice as fast to train as the fused path
        weights = (q * one**-0.5) @ k.transpose(-1, -2)
        if bias is not None:
            weights = weights + bias.to(weights.dtype)
        if mask is not None:
            weights = weights.masked_fill(~mask, -1e4)
        attended = torch.softmax(weights, dim=-1).to(v.dtype) @ v
        x = self.norm_attention(x + self.dropout(self.out(_parted(attended.transpose(1, 2), width))))
        out: Tensor = self.norm_out(x + self.dropout(self.down(functional.gelu(self.up(x)))))
        return out


@dataclass(frozen=True)
class Build:
    """How an encoder is built.

    Attributes:
        vocabulary: number of tokens.
        width: of the vectors.
        layers: number of layers.
        heads: attention heads a layer.
        inner: feed-forward width.
    """

    vocabulary: int
    width: int
    layers: int
    heads: int
    inner: int


class Encoder(nn.Module):
    """MPNet (Song et al. 2020) with two small embeddings more, shape of the word and place against quotation marks, and heads.

    Heads for each token: cues in both conventions; codes of the statement that it is a word of; a question and an
    answer, whose product says whether one token's speaker is named by another.
    """

    classes: Tensor

    def __init__(self, build: Build) -> None:
        super().__init__()
        self.build = build
        width = build.width
        self.words = nn.Embedding(build.vocabulary, width)
        self.positions = nn.Embedding(POSITIONS, width)
        self.distances = nn.Embedding(DISTANCES, build.heads)
        self.register_buffer("classes", distance_classes(POSITIONS), persistent=False)
        self.shapes = nn.Embedding(len(SHAPES), width)
        self.places = nn.Embedding(len(PLACES), width)
        nn.init.zeros_(self.shapes.weight)
        nn.init.zeros_(self.places.weight)
        self.norm = nn.LayerNorm(width, eps=EPSILON)
        self.dropout = Dropout()
        self.layers = nn.ModuleList(Layer(width, build.heads, build.inner) for _ in range(build.layers))
        self.cue = nn.Linear(width, len(CUE_LABELS))
        self.cue_difference = _zero(nn.Linear(width, len(CUE_LABELS)))
        self.auxiliary = nn.Linear(width, len(ROLE_LABELS))
        self.codes = _zero(nn.Linear(width, len(CODE_LABELS)))
        nn.init.constant_(self.codes.bias, CODE_BIAS)
        self.links = nn.Linear(width, 2 * LINK_WIDTH)

    def forward(
        self, ids: Tensor, shapes: Tensor, places: Tensor, mask: Tensor | None = None
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Vectors, cue logits, code logits, and questions and answers of the links.

        Shapes: [batch, length, width], [batch, length, conventions, labels], [batch, length, codes],
        [batch, length, 2, link width].
        """
        length = ids.shape[1]
        where = torch.arange(length, device=ids.device)
        x = self.words(ids) + self.positions(where) + self.shapes(shapes) + self.places(places)
        x = self.dropout(self.norm(x))
        bias = self.distances(self.classes[:length, :length]).permute(2, 0, 1)[None]
        for layer in self.layers:
            x = layer(x, mask, bias)
        cues = both_conventions(x, self.cue, self.cue_difference)
        return x, cues, self.codes(x), _parted(self.links(x), 2, LINK_WIDTH)


def distance_classes(length: int) -> Tensor:
    """The class of the distance from each position to each other [length, length], near ones apart (Raffel et al. 2020).

    MPNet's (Song et al. 2020): half of the classes for either direction, half of those exact, the rest by logarithm.
    """
    where = torch.arange(length)
    apart = where[:, None] - where[None]  # the sign is MPNet's: negative where the other token is to the right
    half = DISTANCES // 2
    exact = half // 2
    away = apart.abs()
    by_log = exact + (torch.log(away.clamp(min=1) / exact) / math.log(FAR / exact) * (half - exact)).long()
    return (apart < 0) * half + torch.where(away < exact, away, by_log.clamp(max=half - 1))


class Attribution(nn.Module):
    """Reads the tokens around a cue: which name its source, which are its content, and what it is as a whole."""

    width = WIDTH

    def __init__(self, width: int) -> None:
        super().__init__()
        self.tokens = nn.Linear(width, WIDTH)
        self.cue = nn.Linear(2 * width, WIDTH)
        self.distance = nn.Embedding(2 * REACH + 1, WIDTH)
        nn.init.normal_(self.distance.weight, std=0.02)
        self.norm = nn.LayerNorm(WIDTH)
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, INNER) for _ in range(LAYERS))
        self.roles = nn.Linear(WIDTH, len(ROLE_LABELS))
        self.roles_difference = _zero(nn.Linear(WIDTH, len(ROLE_LABELS)))
        self.scores = nn.Linear(2 * WIDTH, len(SCORE_LABELS))
        _zero(self.scores)

    def project(self, vectors: Tensor) -> Tensor:
        """What each token gives: to be read, to be a cue's first token, to be its last; [..., 3 * WIDTH].

        It depends on no cue, so the encoder's graph does it once for all.
        """
        first, last = self.cue.weight.chunk(2, dim=1)
        weights = torch.cat((self.tokens.weight, first, last))
        biases = torch.cat((self.tokens.bias, self.cue.bias, torch.zeros_like(self.cue.bias)))
        return functional.linear(vectors, weights, biases)

    def forward(
        self, tokens: Tensor, ends: Tensor, distance: Tensor, cue: Tensor, mask: Tensor | None = None
    ) -> tuple[Tensor, Tensor]:
        """Role logits [batch, length, conventions, roles] and score logits [batch, scores].

        Shapes: tokens [batch, length, WIDTH], the first part of ``project`` for each token; ends [batch, WIDTH], the
        second part of the cue's first token and the third of its last, summed; distance [batch, length]; cue
        [batch, 2] positions of the cue's first and last token; mask [batch, 1, 1, length].
        """
        x = self.norm(tokens + ends[:, None] + self.distance(distance))
        for layer in self.layers:
            x = layer(x, mask)
        roles = both_conventions(x, self.roles, self.roles_difference)
        first, last = (x.gather(1, cue[:, n, None, None].expand(-1, 1, WIDTH))[:, 0] for n in range(2))
        ends = torch.cat((first, last), dim=-1)
        # the statement's score is the attribution's plus a difference, as in the other heads
        attribution, statement, silence = self.scores.weight.unbind()
        biases = self.scores.bias.unbind()
        weight = torch.stack((attribution, attribution + statement, silence))
        return roles, functional.linear(ends, weight, torch.stack((biases[0], biases[0] + biases[1], biases[2])))


def both_conventions(x: Tensor, corpus: nn.Linear, difference: nn.Linear) -> Tensor:
    """Answers of a head in the corpus's convention and in the codebook's, [..., conventions, labels]."""
    weight = torch.cat((corpus.weight, corpus.weight + difference.weight))
    bias = torch.cat((corpus.bias, corpus.bias + difference.bias))
    return _parted(functional.linear(x, weight, bias), 2, corpus.out_features)


def _parted(x: Tensor, *sizes: int) -> Tensor:
    """What follows the first two axes in new sizes; an exported graph, of one text, has them as constants."""
    return x.reshape(1 if torch.onnx.is_in_onnx_export() else x.shape[0], -1, *sizes)


class Reader(nn.Module):
    """Both networks, trained as one."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.attribution = Attribution(encoder.build.width)

    def shortened(self, layers: Sequence[int]) -> Reader:
        """A copy whose encoder has only some of the layers."""
        short = Reader(Encoder(replace(self.encoder.build, layers=len(layers))))
        state = self.state_dict()
        for name in [n for n in state if n.startswith("encoder.layers.")]:
            _, _, number, *rest = name.split(".")
            value = state.pop(name)
            if int(number) in layers:
                state[".".join(("encoder.layers", str(layers.index(int(number))), *rest))] = value
        short.load_state_dict(state)
        return short


def _zero(linear: nn.Linear) -> nn.Linear:
    nn.init.zeros_(linear.weight)
    nn.init.zeros_(linear.bias)
    return linear


def from_base(state: dict[str, Tensor], heads: int) -> Encoder:
    """An encoder that starts from an MPNet's weights.

    Args:
        state: the weights, named as in transformers' MPNetModel.
        heads: attention heads a layer.
    """
    words = state["embeddings.word_embeddings.weight"]
    depth = 1 + max(int(k.split(".")[2]) for k in state if k.startswith("encoder.layer."))
    inner = state["encoder.layer.0.intermediate.dense.weight"].shape[0]
    encoder = Encoder(Build(words.shape[0], words.shape[1], depth, heads, inner))
    own = encoder.state_dict()
    own["words.weight"] = words
    places = state["embeddings.position_embeddings.weight"]
    own["positions.weight"] = places[FIRST_POSITION : FIRST_POSITION + POSITIONS]
    own["distances.weight"] = state["encoder.relative_attention_bias.weight"]
    _copy(own, "norm", state, "embeddings.LayerNorm")
    for n in range(depth):
        old, new = f"encoder.layer.{n}", f"layers.{n}"
        for part in ("weight", "bias"):
            own[f"{new}.qkv.{part}"] = torch.cat([state[f"{old}.attention.attn.{name}.{part}"] for name in "qkv"])
        _copy(own, f"{new}.out", state, f"{old}.attention.attn.o")
        _copy(own, f"{new}.norm_attention", state, f"{old}.attention.LayerNorm")
        _copy(own, f"{new}.up", state, f"{old}.intermediate.dense")
        _copy(own, f"{new}.down", state, f"{old}.output.dense")
        _copy(own, f"{new}.norm_out", state, f"{old}.output.LayerNorm")
    encoder.load_state_dict(own)
    return encoder


def _copy(own: dict[str, Tensor], new: str, state: dict[str, Tensor], old: str) -> None:
    for part in ("weight", "bias"):
        own[f"{new}.{part}"] = state[f"{old}.{part}"]

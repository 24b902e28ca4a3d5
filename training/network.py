"""The networks in torch: a BERT encoder with cue heads, and the network that reads the words around a cue.

The codebook's heads are the corpus's plus a difference that starts at zero: what PolNeAR's twenty thousand
attributions teach holds for both, and the smaller annotation learns only where the codebook departs.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.encoder.model import CUE_LABELS, REACH, ROLE_LABELS, SCORE_LABELS
from onrecord.encoder.tokens import PLACES, SHAPES

#: Width of the attribution network, its layers, heads and feed-forward width.
WIDTH, LAYERS, HEADS, INNER = 256, 2, 4, 512
DROPOUT = 0.1


class Dropout(nn.Module):
    """Drops the same features at every position of a text: as good a regulariser here, and nearly free to draw."""

    def forward(self, x: Tensor) -> Tensor:
        """Shape: x [batch, length, width]."""
        if not self.training:
            return x
        kept = torch.rand(x.shape[0], 1, x.shape[2]) >= DROPOUT
        return x * (kept / (1 - DROPOUT)).to(x.dtype)


class Layer(nn.Module):
    """A transformer layer, normalised after each half as BERT's; one matrix for queries, keys and values."""

    def __init__(self, width: int, heads: int, inner: int, epsilon: float = 1e-12) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm_attention = nn.LayerNorm(width, eps=epsilon)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm_out = nn.LayerNorm(width, eps=epsilon)
        self.dropout = Dropout()

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Shapes: x [batch, length, width]; mask [batch, 1, 1, length], true where there is a token."""
        batch, length, width = x.shape
        parts = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads)
        q, k, v = parts.permute(2, 0, 3, 1, 4).unbind(0)
        # plain products: on processors with matrix units twice as fast to train as the fused path
        weights = (q * (width // self.heads) ** -0.5) @ k.transpose(-1, -2)
        if mask is not None:
            weights = weights.masked_fill(~mask, -1e4)
        attended = torch.softmax(weights, dim=-1).to(v.dtype) @ v
        x = self.norm_attention(x + self.dropout(self.out(attended.transpose(1, 2).reshape(batch, length, width))))
        out: Tensor = self.norm_out(x + self.dropout(self.down(functional.gelu(self.up(x)))))
        return out


class Encoder(nn.Module):
    """BERT with two small embeddings more (shape of the word, place against quotation marks) and cue heads.

    Args:
        vocabulary: number of tokens.
        width: of the vectors.
        layers: number of layers.
        heads: attention heads a layer.
        inner: feed-forward width.
        positions: longest input in tokens.
    """

    def __init__(self, vocabulary: int, width: int, layers: int, heads: int, inner: int, positions: int) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, width)
        self.positions = nn.Embedding(positions, width)
        self.types = nn.Parameter(torch.zeros(width))
        self.shapes = nn.Embedding(len(SHAPES), width)
        self.places = nn.Embedding(len(PLACES), width)
        nn.init.zeros_(self.shapes.weight)
        nn.init.zeros_(self.places.weight)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = Dropout()
        self.layers = nn.ModuleList(Layer(width, heads, inner) for _ in range(layers))
        self.cue = nn.Linear(width, len(CUE_LABELS))
        self.cue_difference = _zero(nn.Linear(width, len(CUE_LABELS)))
        self.auxiliary = nn.Linear(width, len(ROLE_LABELS))

    def forward(self, ids: Tensor, shapes: Tensor, places: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """Vectors [batch, length, width] and cue logits [batch, length, conventions, labels]."""
        where = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.positions(where) + self.types + self.shapes(shapes) + self.places(places)
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        corpus = self.cue(x)
        return x, torch.stack((corpus, corpus + self.cue_difference(x)), dim=-2)


class Attribution(nn.Module):
    """Reads the tokens around a cue: which name its source, which are its content, and what it is as a whole."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.tokens = nn.Linear(width, WIDTH)
        self.cue = nn.Linear(2 * width, WIDTH)
        self.distance = nn.Embedding(2 * REACH + 1, WIDTH)
        self.inside = nn.Embedding(2, WIDTH)
        nn.init.normal_(self.distance.weight, std=0.02)
        nn.init.normal_(self.inside.weight, std=0.02)
        self.norm = nn.LayerNorm(WIDTH)
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, INNER, 1e-5) for _ in range(LAYERS))
        self.roles = nn.Linear(WIDTH, len(ROLE_LABELS))
        self.roles_difference = _zero(nn.Linear(WIDTH, len(ROLE_LABELS)))
        self.scores = nn.Linear(2 * WIDTH, len(SCORE_LABELS))
        _zero(self.scores)

    def forward(
        self, vectors: Tensor, distance: Tensor, inside: Tensor, cue: Tensor, mask: Tensor | None = None
    ) -> tuple[Tensor, Tensor]:
        """Role logits [batch, length, conventions, roles] and score logits [batch, scores].

        Shapes: vectors [batch, length, width]; distance, inside [batch, length]; cue [batch, 2] positions of the
        cue's first and last token; mask [batch, 1, 1, length].
        """
        rows = torch.arange(vectors.shape[0], device=vectors.device)
        ends = torch.cat((vectors[rows, cue[:, 0]], vectors[rows, cue[:, 1]]), dim=-1)
        x = self.tokens(vectors) + self.cue(ends)[:, None] + self.distance(distance) + self.inside(inside)
        x = self.norm(x)
        for layer in self.layers:
            x = layer(x, mask)
        corpus = self.roles(x)
        roles = torch.stack((corpus, corpus + self.roles_difference(x)), dim=-2)
        scores = self.scores(torch.cat((x[rows, cue[:, 0]], x[rows, cue[:, 1]]), dim=-1))
        # the statement's score is the attribution's plus a difference, as in the other heads
        shared = torch.stack((scores[:, 0], scores[:, 0] + scores[:, 1], scores[:, 2]), dim=-1)
        return roles, shared


def _zero(linear: nn.Linear) -> nn.Linear:
    nn.init.zeros_(linear.weight)
    nn.init.zeros_(linear.bias)
    return linear


def from_base(state: dict[str, Tensor], heads: int) -> Encoder:
    """An encoder that starts from a BERT's weights.

    Args:
        state: the weights, named as in transformers' BertModel.
        heads: attention heads a layer.
    """
    vocabulary, width = state["embeddings.word_embeddings.weight"].shape
    positions = state["embeddings.position_embeddings.weight"].shape[0]
    depth = 1 + max(int(k.split(".")[2]) for k in state if k.startswith("encoder.layer."))
    inner = state["encoder.layer.0.intermediate.dense.weight"].shape[0]
    encoder = Encoder(vocabulary, width, depth, heads, inner, positions)
    own = encoder.state_dict()
    own["words.weight"] = state["embeddings.word_embeddings.weight"]
    own["positions.weight"] = state["embeddings.position_embeddings.weight"]
    own["types"] = state["embeddings.token_type_embeddings.weight"][0]
    _copy(own, "norm", state, "embeddings.LayerNorm")
    for n in range(depth):
        old, new = f"encoder.layer.{n}", f"layers.{n}"
        for part in ("weight", "bias"):
            own[f"{new}.qkv.{part}"] = torch.cat(
                [state[f"{old}.attention.self.{name}.{part}"] for name in ("query", "key", "value")]
            )
        _copy(own, f"{new}.out", state, f"{old}.attention.output.dense")
        _copy(own, f"{new}.norm_attention", state, f"{old}.attention.output.LayerNorm")
        _copy(own, f"{new}.up", state, f"{old}.intermediate.dense")
        _copy(own, f"{new}.down", state, f"{old}.output.dense")
        _copy(own, f"{new}.norm_out", state, f"{old}.output.LayerNorm")
    encoder.load_state_dict(own)
    return encoder


def _copy(own: dict[str, Tensor], new: str, state: dict[str, Tensor], old: str) -> None:
    for part in ("weight", "bias"):
        own[f"{new}.{part}"] = state[f"{old}.{part}"]

"""Finding the vocabulary's phrases in a text in one pass: a trie over folded words (notation in ``vocabulary/acts.yaml``)."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from onrecord.acts.inflection import inflections

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onrecord.acts.tokens import Tokens
    from onrecord.vocabulary.acts import Entry

_GAP: Final = "..."
_LONGEST_GAP: Final = 3


class Hit(NamedTuple):
    """A phrase of the vocabulary at a place of the text.

    Attributes:
        first: its first token.
        end: after its last.
        entry: what it stands for.
    """

    first: int
    end: int
    entry: Entry


@dataclass(slots=True)
class _Node:
    words: dict[str, _Node] = field(default_factory=dict)
    prefixes: dict[str, _Node] = field(default_factory=dict)
    gap: _Node | None = None
    entries: list[Entry] = field(default_factory=list)
    longest_prefix: int = 0

    def after(self, word: str) -> Iterator[_Node]:
        if (node := self.words.get(word)) is not None:
            yield node
        for length in range(1, min(len(word), self.longest_prefix) + 1):
            if (node := self.prefixes.get(word[:length])) is not None:
                yield node

    def child(self, word: str) -> _Node:
        """The node that ``word`` leads to, made where there is none; a star makes it a prefix."""
        if not word.endswith("*"):
            return self.words.setdefault(word, _Node())
        prefix = word[:-1]
        self.longest_prefix = max(self.longest_prefix, len(prefix))
        return self.prefixes.setdefault(prefix, _Node())


class Found:
    """The hits in one document, ready to be asked for by place.

    Args:
        hits: in the order of their first tokens.
    """

    def __init__(self, hits: Sequence[Hit]) -> None:
        self._hits = hits
        self._firsts = [hit.first for hit in hits]

    def within(self, first: int, end: int) -> Iterator[Hit]:
        """The hits that lie wholly in the tokens ``first:end``."""
        for hit in self._hits[bisect_left(self._firsts, first) : bisect_left(self._firsts, end)]:
            if hit.end <= end:
                yield hit

    def across(self, first: int, at: int, end: int) -> Iterator[Hit]:
        """The hits that begin in the tokens ``first:at`` and end after them, by ``end``."""
        for hit in self._hits[bisect_left(self._firsts, first) : bisect_left(self._firsts, at)]:
            if at < hit.end <= end:
                yield hit


class Phrases:
    """A set of phrases, compiled once.

    Args:
        entries: what to look for.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._root = _Node()
        for entry in entries:
            for node in _grow([self._root], entry.phrase.split()):
                node.entries.append(entry)

    def find(self, tokens: Tokens) -> Found:
        """Every place of every phrase in a text; a phrase does not run over a sentence's end. Linear in the text's length."""
        known: dict[str, tuple[_Node, ...]] = {}
        hits = []
        for first, word in enumerate(tokens.folded):
            nodes = known.get(word)
            if nodes is None:
                nodes = known[word] = tuple(self._root.after(word))
            if nodes:
                last = tokens.bounds[tokens.sentences[first] + 1]
                ends: dict[int, int] = {}
                for node in nodes:
                    for end, entry in _walk(node, tokens.folded, first + 1, last):
                        if id(entry) not in ends or ends[id(entry)] < end:
                            ends[id(entry)] = end
                            hits.append(Hit(first, end, entry))
        return Found(hits)


def _walk(node: _Node, words: Sequence[str], at: int, last: int) -> Iterator[tuple[int, Entry]]:
    for entry in node.entries:
        yield at, entry
    if at < last and (node.words or node.prefixes):
        for following in node.after(words[at]):
            yield from _walk(following, words, at + 1, last)
    if node.gap is not None:
        for skipped in range(min(_LONGEST_GAP, last - at) + 1):
            if at + skipped < last:
                for following in node.gap.after(words[at + skipped]):
                    yield from _walk(following, words, at + skipped + 1, last)


def _grow(nodes: list[_Node], words: Sequence[str]) -> list[_Node]:
    for word in words:
        if word == _GAP:
            nodes = [_gap(node) for node in nodes]
        elif word.startswith("["):
            nodes = nodes + _step(nodes, word[1:-1])
        else:
            nodes = _step(nodes, word)
    return nodes


def _gap(node: _Node) -> _Node:
    if node.gap is None:
        node.gap = _Node()
    return node.gap


def _step(nodes: Sequence[_Node], word: str) -> list[_Node]:
    reached: list[_Node] = []
    for choice in word.split("/"):
        for form in inflections(choice[:-1]) if choice.endswith("~") else (choice,):
            reached.extend(node.child(form) for node in nodes)
    return reached

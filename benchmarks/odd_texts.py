"""Texts that break readers: odd quotation marks, control characters, right-to-left words, emoji, no spaces."""

from __future__ import annotations

from hypothesis import strategies as st

_MARKS = ["“", "”", '"', "'", "‘", "’", "«", "»", "„", "‹", "›", "``", "''", "「", "」", "’’", "”“", "\"'", "“‘"]
_SAID = [
    " said",
    " told reporters",
    " denied",
    ", according to",
    " warned that",
    " declined to comment",
    ":",
    " tweeted",
    " — ",
]
_NAMES = [
    "Maria Novak",
    "the ministry",
    "He",
    "Ankara",
    "UN",
    "O’Brien",
    "IL-76",
    "Dr.",
    "وزير",
    "משרד",
    "外务省",
    "José",
    "İ",
]
_ODD = [
    "\u200b",
    "\u202e",
    "\u2028",
    "\x00",
    "\x1b[31m",
    "\ufeff",
    "\u00a0",
    "🇹🇷",
    "👩‍👩‍👧",
    "e\u0301",
    "\U0001d54f",
    "ﬁ",
    "\r\n",
    "\n\n",
    "\t",
    "…",
    "][",
]
_WORDS = [
    "the attack",
    "was",
    "a crime",
    "and",
    "must",
    "stop",
    "on Sunday",
    "2,000",
    "rights'",
    "it's",
    "'90s",
    "x" * 300,
    "a" * 30,
]


def odd_texts() -> st.SearchStrategy[str]:
    """Strings of up to some hundred pieces, joined with and without spaces, and arbitrary strings."""
    pieces = st.sampled_from([*_MARKS, *_SAID, *_NAMES, *_ODD, *_WORDS, ".", ",", "?", "!"]) | st.text(max_size=8)
    joined = st.tuples(st.lists(pieces, max_size=60), st.sampled_from([" ", "", "\n"])).map(lambda t: t[1].join(t[0]))
    return joined | st.text(max_size=400)

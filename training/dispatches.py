"""Dispatches of the project's own, in styles that the corpora lack: a marked-up text form, and its reader.

    === british-01 | article
    {1s|Ana Pohl, the mayor,} {1q|said} {1c|the bridge would stay shut}.
    ---
    1 speaker=Ana Pohl; acts=explain

A line is a paragraph. Marks are ``{number letters|words}``: ``s`` source, ``q`` cue, ``c`` content, ``qc`` the phrase of
a silence, which is both. Below the line each statement's codes stand, named as in the codebook; people, states and events
are invented.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.encoder.model import CODE_LABELS
from training.corpora import FLAGS, Annotated, Coded, codes_of, mark_of

if TYPE_CHECKING:
    from pathlib import Path

    from training.corpora import Mark

_MARK = re.compile(r"\{(\d+)(s|q|c|qc)\|([^{}]*)\}")
_KINDS = ("article", "release", "transcript", "post")
_FIELDS = ("speaker", "acts", "demands", "intensity", "target", "hedged", "channel", "via")


def dispatches(folder: Path) -> list[Annotated]:
    """All dispatches of the ``.txt`` files in a folder, in the codebook's convention.

    Raises:
        ValueError: for text that breaks the form, with the dispatch's name.
    """
    return [d for path in sorted(folder.glob("*.txt")) for d in parse(path.read_text(encoding="utf-8"))]


def parse(text: str) -> list[Annotated]:
    """The dispatches of one file.

    Raises:
        ValueError: for text that breaks the form, with the dispatch's name.
    """
    return [_dispatch(part) for part in re.split(r"(?m)^=== ", text)[1:]]


def _dispatch(part: str) -> Annotated:
    head, _, rest = part.partition("\n")
    name, _, kind = (word.strip() for word in head.partition("|"))
    body, _, codes = rest.partition("\n---\n")
    if kind not in _KINDS or not name:
        raise _wrong(name, f"kind {kind!r} is none of {', '.join(_KINDS)}")
    plain, spans = _unmarked(body)
    if "{" in plain or "}" in plain or "|" in plain:
        raise _wrong(name, f"a mark is broken near {plain[max(0, re.search(r'[{}|]', plain).start() - 30) :][:60]!r}")  # type: ignore[union-attr]
    if re.search(r"\n\s*\n|^\s|\s$", plain):
        raise _wrong(name, "an empty line, or a space at the text's ends")
    fields = dict(_fields(name, entry) for entry in codes.split("\n") if entry.strip())
    if fields.keys() != spans.keys():
        raise _wrong(name, f"numbers with marks {sorted(spans)} and with codes {sorted(fields)} differ")
    marks = tuple(m for number in spans if (m := _mark(name, number, spans[number])))
    coded = tuple(_coded(name, number, spans[number], fields[number]) for number in spans)
    return Annotated(name, plain, marks, 1, coded, own=True)


def _wrong(name: str, reason: str) -> ValueError:
    return ValueError(f"dispatch {name}: {reason}")


Spans = dict[str, list[tuple[int, int]]]


def _unmarked(body: str) -> tuple[str, dict[int, Spans]]:
    """The text without marks, and the places by number and letter."""
    out: list[str] = []
    size = last = 0
    spans: dict[int, Spans] = {}
    for mark in _MARK.finditer(body):
        out += [body[last : mark.start()], mark[3]]
        size += mark.start() - last
        for letter in mark[2]:
            spans.setdefault(int(mark[1]), {}).setdefault(letter, []).append((size, size + len(mark[3])))
        size += len(mark[3])
        last = mark.end()
    return "".join([*out, body[last:]]), spans


def _fields(name: str, entry: str) -> tuple[int, dict[str, str]]:
    number, _, rest = entry.strip().partition(" ")
    if not number.isdigit():
        raise _wrong(name, f"line {entry!r} does not start with a number")
    pairs = dict(_pair(name, p) for p in rest.split(";") if p.strip())
    return int(number), pairs


def _pair(name: str, pair: str) -> tuple[str, str]:
    key, sign, value = (word.strip() for word in pair.partition("="))
    if key not in _FIELDS or not sign:
        raise _wrong(name, f"{pair!r} is not a field")
    return key, value


def _mark(name: str, number: int, spans: Spans) -> Mark | None:
    if "c" not in spans:
        raise _wrong(name, f"statement {number} has no content")
    if "q" not in spans:
        return None
    silent = bool(set(spans["q"]) & set(spans["c"]))
    return mark_of({"cue": spans["q"], "source": spans.get("s"), "content": spans["c"]}, silent=silent)


def _coded(name: str, number: int, spans: Spans, fields: dict[str, str]) -> Coded:
    intensity = int(fields.get("intensity") or 0)
    codes = codes_of(_list(fields, "acts"), _list(fields, "demands"), intensity, fields.get("channel"))
    codes |= {key for key in FLAGS if fields.get(key, "no") != "no"}
    unknown = codes - set(CODE_LABELS)
    if unknown or not _list(fields, "acts"):
        raise _wrong(name, f"statement {number}: {', '.join(sorted(unknown)) or 'no act'}")
    if bool(_list(fields, "demands")) != ("act:demand" in codes):
        raise _wrong(name, f"statement {number}: demands and the act demand go together")
    words = tuple(sorted({*spans["c"], *spans.get("q", ())}))
    return Coded(words, tuple(spans.get("s", ())), frozenset(codes), fields.get("speaker") or None)


def _list(fields: dict[str, str], key: str) -> list[str]:
    return [value.strip() for value in fields.get(key, "").split(",") if value.strip()]

"""Text that is safe to show: what an article holds must not steer a terminal or mark up a page.

The exact characters stay in the record; only what people look at goes through here.
"""

from __future__ import annotations

import re

# Embeddings, overrides and isolates reorder what is shown around them, so that a line can be made to read otherwise.
_REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_UNSHOWABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufeff]")
_DELETE = 0x7F
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&!+=])")
_LIST_MARKER = re.compile(r"^(\d+)([.)])|^(-)")


def one_line(text: str) -> str:
    """Show ``text`` on one line: white space folded, control characters as pictures, reordering marks left out.

    Args:
        text: any text, from an untrusted source.

    Returns:
        Text without line ends, escape sequences, control characters or lone surrogates; "␛" stands for ESC.
    """
    folded = " ".join(_REORDERING.sub("", text).split())
    return _UNSHOWABLE.sub(_picture, folded)


def fragment(text: str) -> str:
    """Like ``one_line``, but a space at either edge stays, for parts that are joined to others."""
    inner = one_line(text)
    if not inner:
        return " " if text else ""
    return f"{' ' * text[0].isspace()}{inner}{' ' * text[-1].isspace()}"


def escape_markdown(text: str) -> str:
    """Escape what CommonMark and its tables or HTML could take for markup; ``text`` must be one line."""
    escaped = _MARKUP.sub(r"\\\1", text)
    return _LIST_MARKER.sub(lambda m: rf"\{m[3]}" if m[3] else rf"{m[1]}\{m[2]}", escaped)


def replace_surrogates(text: str) -> str:
    """Put the replacement character for lone surrogates, which no encoding can hold."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < ord(" "):
        return chr(0x2400 + code)
    return "\u2421" if code == _DELETE else "\ufffd"

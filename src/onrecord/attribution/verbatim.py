"""Which characters of a content stand inside quotation marks, and so are the speaker's own words."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from onrecord.record import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.encoder import Quotation


def verbatim(text: str, content: Sequence[Span], quoted: Sequence[Quotation]) -> tuple[Span, ...]:
    """The parts of ``content`` inside outermost quotation marks, without the marks, in order.

    Args:
        text: the document's text.
        content: spans in order.
        quoted: the document's quotations, in order.
    """
    out = []
    for span in content:
        first = max(0, bisect_right(quoted, span.start, key=lambda q: q.start) - 1)
        for quotation in (quoted[k] for k in range(first, len(quoted))):
            if quotation.start >= span.end:
                break
            start, end = max(span.start, quotation.inner_start), min(span.end, quotation.inner_end)
            if start < end and any(c.isalnum() for c in text[start:end]):
                out.append(Span.of(text, start, end))
    return tuple(out)

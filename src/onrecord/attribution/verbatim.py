"""Which characters of a content stand inside quotation marks, and so are the speaker's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.encoder import overlapping
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
        for quotation in overlapping(quoted, span.start, span.end):
            start, end = max(span.start, quotation.inner_start), min(span.end, quotation.inner_end)
            if start < end and any(c.isalnum() for c in text[start:end]):
                out.append(Span.of(text, start, end))
    return tuple(out)

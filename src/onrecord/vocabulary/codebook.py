"""Which codebook the records follow."""

from __future__ import annotations

#: Version of the codebook: raised when what a code means changes.
VERSION = "1.0"

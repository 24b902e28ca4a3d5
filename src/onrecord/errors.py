"""What can go wrong, each with what to do about it."""

from __future__ import annotations


class OnrecordError(Exception):
    """Base of every error that onrecord raises on purpose.

    Args:
        what: what happened, naming the input.
        remedy: what the user can do.
    """

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what}: {remedy}")
        self.what = what
        self.remedy = remedy


class IntakeError(OnrecordError):
    """An input that cannot be turned into a document."""


class ModelError(OnrecordError):
    """A model folder that cannot be used with this code."""

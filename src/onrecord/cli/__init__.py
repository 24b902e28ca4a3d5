"""The command line: a command parses, calls one function and prints."""

from __future__ import annotations

from onrecord.cli.app import app, main

__all__ = ["app", "main"]

"""The JSON Schema of the json output: written once, in ``record.schema.json`` beside this module."""

from __future__ import annotations

from importlib import resources
from typing import Any, cast


def schema_text() -> str:
    """Give the JSON Schema (2020-12) of the json output as text; each line of jsonl is valid against it too."""
    return resources.files("onrecord.views").joinpath("record.schema.json").read_text(encoding="utf-8")


def schema() -> dict[str, Any]:
    """Give the JSON Schema of the json output as an object."""
    import json  # noqa: PLC0415 - `onrecord --help` imports this module and needs no json

    return cast("dict[str, Any]", json.loads(schema_text()))

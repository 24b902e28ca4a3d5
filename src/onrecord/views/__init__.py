"""Writers of readings: the round-up for people (terminal, md) and the record for programs (json, jsonl, csv).

They take readings and never a database, so that whatever yields readings can be written.
"""

from __future__ import annotations

from onrecord.views.exporter import EXPORTERS, Exporter, Format, exporter
from onrecord.views.schema import schema, schema_text

__all__ = ["EXPORTERS", "Exporter", "Format", "exporter", "schema", "schema_text"]

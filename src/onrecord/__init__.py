"""Who said what, in whose name: the record of reactions in news and official statements, tied to the exact words."""

__version__ = "0.1.0"

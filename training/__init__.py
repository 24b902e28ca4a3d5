"""Rebuilds the model that the package ships. Imports the runtime; the runtime never imports it."""

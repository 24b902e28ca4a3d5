"""The yardsticks as commands: ``python -m benchmarks.attribution``, ``.cases``, ``.speed``, ``.soak``."""

"""The yardsticks as commands: ``python -m benchmarks.attribution``, ``.cases``, ``.errors``, ``.speed``, ``.soak``."""

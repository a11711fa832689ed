"""How right and how fast, reproducible, beside peers. Each is a module to run: ``python -m benchmarks.overhead``."""

"""Benchmarks: what the product does, beside a bare FastAPI route that commits as often, in the same run."""

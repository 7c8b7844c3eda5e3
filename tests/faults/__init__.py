"""Breaks the running product on purpose, and counts what was lost or doubled: `python -m tests.faults`."""

"""The inbox for municipal staff."""

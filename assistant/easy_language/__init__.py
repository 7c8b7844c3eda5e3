"""Is it easy to read: pure checks of Lithuanian text."""

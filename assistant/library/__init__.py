"""The words, loaded: content files become frozen objects."""

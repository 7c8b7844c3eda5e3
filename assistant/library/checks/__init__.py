"""The checks of content, one file a concern."""

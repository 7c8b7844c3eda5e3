"""The places a conversation can be in, one file a theme."""

"""The editors' corner: what was not understood, the texts with their checks, and how a text looks in the chat."""

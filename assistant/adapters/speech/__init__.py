"""The local voice: a synthesiser in a process of its own, and the folder where its sounds are kept."""

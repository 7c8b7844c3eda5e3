"""The evaluation of understanding: frozen sets of utterances, noise, measures, and simpler methods to compare with."""

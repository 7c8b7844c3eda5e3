"""The ear: a recogniser of speech in a process of its own, with a model that the operator brings."""

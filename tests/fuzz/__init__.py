"""Everything that takes words from outside, given whatever may come: the API, the conversation, the readers of text.

`python -m tests.fuzz` runs all of it for long and prints how much was tried; the tests of this folder run a little.
"""

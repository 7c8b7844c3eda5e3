"""The rules of easy language, by what they look at: sentences, words, grammar."""

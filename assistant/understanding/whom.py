"""Words with which people put right for whom they ask: "ne man, o dukrai", "atsiprašau, tai man"."""

from assistant.understanding.normalize import words_of

NOT = words_of("ne")[0]

BUT = frozenset(words_of("o bet"))
"""After these somebody else is named than before."""

BESIDE = BUT | frozenset(words_of("tai čia atsiprašau suklydau gerai reikia pagalbos"))
"""What may stand beside a person who is named."""

"""The rules of easy Lithuanian: one object a rule, small files by what they look at."""

from assistant.easy_language.rule import Rule
from assistant.easy_language.rules.grammar import GRAMMAR_RULES
from assistant.easy_language.rules.layout import LAYOUT_RULES
from assistant.easy_language.rules.numbers import NUMBER_RULES
from assistant.easy_language.rules.rarity import RARITY_RULES
from assistant.easy_language.rules.sentences import SENTENCE_RULES
from assistant.easy_language.rules.signs import SIGN_RULES
from assistant.easy_language.rules.terms import TERM_RULES
from assistant.easy_language.rules.words import WORD_RULES

ALL_RULES: tuple[Rule, ...] = (
    *SENTENCE_RULES,
    *LAYOUT_RULES,
    *SIGN_RULES,
    *NUMBER_RULES,
    *WORD_RULES,
    *RARITY_RULES,
    *TERM_RULES,
    *GRAMMAR_RULES,
)

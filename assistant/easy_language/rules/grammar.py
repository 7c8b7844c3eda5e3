"""The rules on grammar, all of them in their order."""

from assistant.easy_language.rule import Rule
from assistant.easy_language.rules.denials import DENIALS
from assistant.easy_language.rules.genitives import GENITIVES
from assistant.easy_language.rules.nouns import ACTIONS, PRONOMINAL
from assistant.easy_language.rules.participles import ACTIVE_PARTICIPLE, GERUND, HALF_PARTICIPLE, TENSES
from assistant.easy_language.rules.passive import PASSIVE
from assistant.easy_language.rules.verbs import ADDRESS, INSTRUCTION, PLAINER_VERB, SUBJUNCTIVE

GRAMMAR_RULES: tuple[Rule, ...] = (
    HALF_PARTICIPLE,
    GERUND,
    ACTIVE_PARTICIPLE,
    PASSIVE,
    SUBJUNCTIVE,
    ACTIONS,
    GENITIVES,
    INSTRUCTION,
    ADDRESS,
    DENIALS,
    TENSES,
    PLAINER_VERB,
    PRONOMINAL,
)

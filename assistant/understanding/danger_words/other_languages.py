"""Wordings of danger in English, Russian, Ukrainian and Polish, beside the shorter ones that stand with Lithuanian.

What is learned from Lithuanian examples knows nothing of them, so these lists are wider.
"""

from assistant.understanding.danger_words.patterns import Wordings

CRISIS = Wordings(
    r"(?:don ?t|do not|never|didn ?t) want to (?:wake up(?! early)|exist|be here)|better (?:off )?without me",
    r"(?:nothing|nobody|no one) (?:left )?to live for|tired of (?:living|life)|want to (?:disappear|be dead|jump)",
    r"(?:cut|cutting|burn|burning) my (?:arms|wrists|legs|skin)|(?:take|took|swallow\w*) (?:them all|all)(?: my| the)?",
    r"voices? (?:\w+ ){0,3}(?:tell|tells|telling|say|saying) me to|jump\w* (?:off|from|out of)",
    r"(?:лучше|легче) без меня|без меня (?:\w+ )?(?:лучше|легче)|(?:незачем|не для чего|нет сил|ради чего) жить",
    r"(?:выпью|выпил\w*|приму|проглоч\w*|наглота\w*) (?:\w+ ){0,2}(?:все (?:таблетк|лекарств)|таблеток)\w*",
    r"хо\w+ (?:\w+ )?(?:прыгн|спрыгн|исчезн|повес|утоп)\w*|прыгну\b|(?:режу|порезал\w*) (?:\w+ )?(?:рук|вен)\w*",
    r"голоса? (?:\w+ ){0,3}(?:говор|приказ|вел)\w*|не хо\w+ (?:\w+ )?(?:просыпа|существова)\w*",
    r"(?:краще|легше) без мене|без мене (?:\w+ )?(?:краще|легше)|(?:нема|немає) (?:\w+ )?(?:для чого|сил|сенсу) жити",
    r"(?:вип ю|випи\w+|приим\w*|проковтн\w*) (?:\w+ ){0,2}(?:всі|усі) (?:таблетк|лік)\w*|голоси (?:кажуть|велять)",
    r"хо\w+ (?:\w+ )?(?:стрибн|зникн|повіс)\w*|(?:ріжу|різал\w*|порізал\w*) (?:\w+ )?(?:рук|вен|себе)\w*",
    r"не хо\w+ (?:\w+ )?(?:прокида|існува)\w*|nie mam (?:\w+ )?(?:po co|dla kogo|sily) zyc",
    r"(?:lepiej|latwiej|lzej) beze mnie|beze mnie (?:\w+ )?(?:lepiej|latwiej)|tne sie|glosy (?:\w+ )?(?:kaz|mow)\w*",
    r"nie chce (?:\w+ ){0,2}(?:obudzic|budzic|istniec)|chce (?:\w+ )?(?:skoczyc|zniknac|sie powiesic)|skocze\b",
    r"(?:wezme|polkne|lykne|wzie\w+|wzial\w*) (?:\w+ )?wszystkie (?:\w+ )?(?:tabletki|leki|proszki)",
)  # fmt: skip
"""Nobody says this who is not in danger, or near somebody who is."""

CRISIS_MAYBE = Wordings(
    r"goodbye (?:everyone|world|forever|all)|(?:standing|sitting|am) on (?:a|the) (?:bridge|roof|ledge)|can ?t go on",
    r"проща\w* (?:все|всем|мир|навсегда)|(?:стою|сижу) на (?:мосту|крыше|подоконнике|краю)|простите меня",
    r"проща\w* (?:всі|усі|світ|назавжди)|(?:стою|сиджу) на (?:мосту|даху|підвіконні|краю)|пробачте мен[еі]",
    r"zegna\w* (?:wszyscy|swiecie)|(?:stoje|siedze) na (?:moscie|dachu|parapecie)",
)  # fmt: skip
"""This may be said of something else, so the assistant asks."""

VIOLENCE = Wordings(
    r"(?:locks|locked|ties|tied) me (?:in|up|inside|to)|(?:touches|touched|rapes|raped|chokes|kicks|kicked) me\b",
    r"won ?t let me (?:out|leave)|(?:scared|afraid) of my (?:husband|father|dad|brother|son|boyfriend)",
    r"(?:запира|не выпуска|души|избива|пина|насилу|лапа|трога)\w* (?:меня|маму|мать)\b",
    r"боюсь (?:мужа|отца|отчима|его)\b",
    r"меня (?:\w+ )?(?:запира|не выпуска|души|избива|пина|насилу|лапа|трога)\w*",
    r"(?:муж|отец|отчим|брат|сын|он|папа) (?:\w+ ){0,4}(?:бьет|избил|избивает)\b",
    r"(?:замика|зачиня|не випуска|души|чіпа|мацає|ґвалту)\w* мене|боюс[ья] (?:\w+ )?(?:додому|чоловіка|батька|вітчима)",
    r"мене (?:\w+ )?(?:замика|зачиня|не випуска|души|чіпа|мацає|ґвалту)\w*",
    r"(?:чоловік|батько|вітчим|брат|син|він|тато) (?:\w+ ){0,4}(?:б є|бє|побив)\b",
    r"(?:zamyka|zamknal|wiaze|nie wypuszcza|dusi|kopie|dotyka|gwalci) mnie|boje sie (?:meza|ojca|ojczyma|syna)",
    r"mnie (?:\w+ )?(?:zamyka|zamknal|wiaze|nie wypuszcza|dusi|kopie|dotyka|gwalci)\b",
    r"(?:maz|ojciec|ojczym|brat|syn|on|tata) (?:\w+ ){0,4}bije\b|boje sie (?:\w+ )?do domu",
)  # fmt: skip
"""Nobody says this who is not in danger, or near somebody who is."""

VIOLENCE_MAYBE = Wordings(
    r"(?:takes|took) (?:away )?my (?:money|pension|phone|passport|card)",
    r"(?:отбира|забира)\w* (?:\w+ )?(?:пенси|деньг)\w*",
    r"(?:відбира|забира)\w* (?:\w+ )?(?:пенсі|грош)\w*|(?:zabiera|odbiera) (?:mi )?(?:pieniadze|rente|emeryture)",
)  # fmt: skip
"""This may be said of something else, so the assistant asks."""

EMERGENCY = Wordings(
    r"(?:doesn t|does not|cannot|can t|won t|isn t|is not) (?:get up|wake up|breathing|breathe|responding|moving)",
    r"smells? (?:of )?gas|gas leak|having a seizure|(?:kitchen|flat|car|building|room) (?:is )?(?:on fire|burning)",
    r"не (?:встает|приходит в себя|просыпается|шевелится|реагирует)|(?:пахнет газом|запах газа|утечка газа)|судорог\w*",
    r"не (?:встає|прокидається|рухається|реагує)|(?:пахне газом|запах газу|витік газу)|судом[иаі]?\b",
    r"горить (?!світло)\w+",
    r"nie (?:wstaje|budzi sie|rusza sie|reaguje)|(?:czuje|czuc|ulatnia sie) gaz|zapach gazu|drgawk\w*",
)  # fmt: skip
"""Nobody says this who is not in danger, or near somebody who is."""

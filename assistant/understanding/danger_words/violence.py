"""Wordings of being hurt, threatened, abused or locked up."""

from assistant.understanding.danger_words.patterns import Wordings

_WHO = (
    r"(?:vyr(?:as|o|u)?|zmona|sugyventin\w+|draug\w+|vaikin\w+|mergin\w+|tev\w+|tet\w+|patev\w+|motin\w+|mama|mamos"
    r"|pamot\w+|brol\w+|ses(?:uo|ers|eri|e|es)|sun(?:us|aus|u)|dukr\w+|dukte|anuk\w+|kaimyn\w+|globej\w+|rupintoj\w+"
    r"|darbuotoj\w+|priziuretoj\w+|uosv\w+|anyta|senel\w+|mociut\w+|dede|zent\w+|vaik(?:ai|as|us|a|ui)|jis|ji|jie|jos"
    r"|kazkas)"
)
_FORCE = (
    r"(?:(?:pri|su|ap|uz|per|nu|at)?mus(?:a|davo|dav\w*|ines\w*|sim|siu|iau)|(?:pri|su|ap|uz)mus\w+|(?:su|pri)?dauz\w*"
    r"|(?:ap|su|pri)?talz\w+|(?:ap|su|i)?spard\w+|spir(?:ia|e)|(?:pa|uz)?smaug\w*|(?:nu|ap)?skriau[ds]\w*"
    r"|(?:pa|nu)?stumd\w*|gnaib\w*|trenk\w*|(?:su)?trank\w*|(?:nu)?kankin\w*|(?:is)?prievarta(?:u|v)\w*|iszagin\w*"
    r"|zagin\w*|terorizuo\w*|tvirkin\w*|(?:su)?zaloj\w*|uzrakin\w*|rakina|priris\w*|persekioj\w*|uzpuol\w*|puola"
    r"|grasin\w*|plaka dirz\w*|smurtau\w*|lup(?:a|e|davo))"
)

DIRECT = Wordings(
    rf"(?:mane|manes|man|mus|mums) (?:\w+ ){{0,3}}?{_FORCE}\b",
    rf"{_FORCE}\b (?:\w+ ){{0,2}}?(?:mane|manes|mus(?! su)|vaik(?:a|us)|mam(?:a|os)|moter\w*|ses(?:e|eri))\b",
    rf"{_WHO} (?:\w+ ){{0,3}}?(?:musa|musdavo|muse|(?:pri|su|uz)mus\w*|dauz\w*|talzo|spardo)\b",
    rf"{_WHO} (?:\w+ ){{0,6}}?(?:smaug\w*|skriaudzia|prievartau\w*|isprievart\w*|kankin\w*|terorizuo\w*|smurtau\w*)\b",
    r"mane muse\b|muse mane|mane musa\b|esu (?:musam|skriaudziam|prievartaujam|terorizuojam)\w*|mane dauz\w*",
    r"laiko (?:mane )?(?:uzrakin|pririst)\w*",
    r"(?:man|mums|jis|ji|vyras|vaikui) (?:\w+ )?(?:gras(?:in|o)\w*)",
    r"gras(?:in|o)\w* (?:\w+ )?(?:man|mums|nuzud|uzmus|papjau|sumus|peil|susprog)\w*",
    r"bij(?:au|o|om|ome) (?:\w+ )?(?:griz|parei|gri[sz]|eit|eiti|but|gyvent)\w* (?:\w+ )?(?:namo|namus|namie|namuose)",
    r"bijau (?:buti|likti) (?:\w+ )?su (?:juo|vyru|tevu|patev\w*|broliu)|namo (?:\w+ )?bijau|namie (?:\w+ )?nesaug\w*",
    r"nesaugu (?:\w+ )?namie|nesaugu namuose",
    r"bijau (?:savo )?(?:vyro|tevo|patevio|brolio|sugyventinio|sunaus|zmonos)\b",
    r"bijau (?:savo )?(?:draugo|vaikino|globejo|globejos|kaimyno|dedes|uosvio)\b",
    r"(?:is)?prievarta(?:u|v)\w*|iszagin\w*|seksual\w* (?:\w+ )?(?:prievart|smurt|prieka|isnaud)\w*",
    r"prievart\w* (?:namuose|seimoje|artimoje)|(?:patir\w*|kenci\w*|kent\w*) (?:\w+ )?(?:smurt|prievart|patyc)\w*",
    r"smurt(?:as|auja|o) (?:\w+ )?(?:namuose|namie|seimoj\w*|artimoj\w*|pries mane|pries mus|pries vaik\w*)|smurtau\w*",
    r"(?:liec|lie[ct]|lytej|graib|grabal|glost|ciupin)\w* (?:\w+ ){0,3}(?:negalima|nenoriu|intym\w*)",
    r"(?:liec|lie[ct]|lytej|graib|grabal|glost|ciupin)\w* (?:\w+ ){0,3}(?:kelnes|tarp koju|krutin\w*|ten kur)",
    r"(?:verc|privert)\w* (?:mane )?(?:\w+ )?(?:nusireng|myletis|seks|santyki|intym|gert)\w*",
    r"lenda (?:\w+ )?(?:i (?:mano )?(?:lova|kelnes)|prie manes)",
    r"(?:neduoda|negaunu) (?:man )?(?:\w+ )?(?:valgyt|maisto|gerti)\w*|marina (?:mane )?badu",
    r"(?:neisleidzia|neleidzia) (?:manes |man )?(?:\w+ )?(?:is (?:namu|kambario|buto)|iseiti is)",
    r"uzrak\w* (?:mane|manes|kambar\w*)",
    r"(?:su|turi|issitrauke|mojuoja|puola) peili\w*|peili\w* (?:prie|man|mane|prikis)\w*",
    r"(?:he|she|they|husband|boyfriend|father) (?:\w+ ){0,3}(?:beats?|beat|hits?|hitting|beating|hurts) (?:me|us|my)",
    r"(?:mother|brother|partner) (?:\w+ ){0,3}(?:beats?|beat|hits?|hitting|beating|hurts) (?:me|us|my)",
    r"(?:wife|guardian|dad|mom) (?:\w+ ){0,3}(?:beats?|beat|hits?|hitting|beating|hurts) (?:me|us|my)",
    r"(?:he|she|they|husband|boyfriend|father) (?:\w+ ){0,3}(?:hurting|rape[sd]?|abuses?) (?:me|us|my)",
    r"(?:he|she|they|husband|boyfriend|father) (?:\w+ ){0,3}(?:abusing|chokes?|kicks?) (?:me|us|my)",
    r"(?:mother|brother|partner|wife|guardian|dad|mom) (?:\w+ ){0,3}(?:hurting|rape[sd]?|abuses?) (?:me|us|my)",
    r"(?:mother|brother|partner|wife|guardian|dad|mom) (?:\w+ ){0,3}(?:abusing|chokes?|kicks?) (?:me|us|my)",
    r"(?:beat|hit|hitt|chok|kick)\w* me\b|rape[sd]? me|domestic violence|threat\w* (?:me|to kill|to hurt)",
    r"(?:afraid|scared) (?:to go|of going) home|(?:afraid|scared) of my (?:husband|father|boyfriend|partner|wife)",
    r"(?:муж|отец|он|она|жена|мать) (?:\w+ ){0,2}(?:бьет|избива\w+|избил\w*|ударил\w*|душит|насилу\w+|бил)",
    r"(?:брат|сосед|отчим|парень|сын|папа|мама) (?:\w+ ){0,2}(?:бьет|избива\w+|избил\w*|ударил\w*|душит|насилу\w+|бил)",
    r"(?:меня|нас|ребенка) (?:\w+ ){0,2}(?:бьют|бьет|избива\w+|избил\w*|насилу\w+|изнасилов\w+|душит)",
    r"бьет (?:меня|нас)|боюсь (?:\w+ )?домои|боюсь (?:мужа|отца|отчима)|угрожа\w+|изнасилов\w+|домашнее насилие",
    r"(?:muz|otec|on) (?:\w+ )?(?:bjet|bjot|biet|bjiot)|menia bjut",
    r"(?:maz|ojciec|on|matka|brat) (?:\w+ ){0,2}(?:bije|pobil\w*|uderzyl\w*|dusi|gwalci|znęca|zneca)",
    r"(?:partner|sasiad|ojczym|tata|mama|syn) (?:\w+ ){0,2}(?:bije|pobil\w*|uderzyl\w*|dusi|gwalci|znęca|zneca)",
    r"bij[ea] mnie|mnie (?:\w+ )?(?:bij[ea]|pobil\w*|gwalc\w*)|boje sie (?:\w+ )?(?:do domu|meza|ojca)|zgwalc\w*",
    r"groz[ai] mi|przemoc\w* (?:w )?dom\w*",
    r"(?:чоловік|батько|він|вона|мати) (?:\w+ ){0,2}(?:б є|бє|побив|бив|душить|ґвалту\w+|гвалту\w+)",
    r"(?:брат|сусід|вітчим|тато|мама) (?:\w+ ){0,2}(?:б є|бє|побив|бив|душить|ґвалту\w+|гвалту\w+)",
    r"мене (?:\w+ )?(?:б є|бє|б ють|бють|побили|зґвалт\w+|згвалт\w+)|б є мене|боюся (?:\w+ )?додому|погрожу\w+",
    rf"{_WHO} (?:\w+ ){{0,5}}(?:kumsci\w*|smog(?:e|ia|davo)|trenk(?:e|ia|davo))\b",
    rf"{_WHO} (?:\w+ ){{0,5}}(?:uzvoz\w*|ivoz\w*|vozia|spyre|kirto (?:i|per|man))\b",
    r"kumsci(?:uoja|avo|ais|u)\b|(?:trenke|smoge|smogia|trenkia) (?:man|mane|i veida|per (?:veid|galv)\w*)",
    r"(?:pakel(?:e|ia|davo)) (?:\w+ ){0,2}rank\w*|rank\w* (?:\w+ )?pakel(?:e|ia|davo) (?:pries|prie|ant)",
    r"verc\w* (?:mane )?(?:\w+ )?(?:miegot|gult|gulet)\w* su",
    r"(?:mane|manes) (?:\w+ )?verc\w* (?:\w+ )?(?:miegot|gulet|nusireng|seks)\w*",
    r"(?:sako|zada|rekia|raso|saukia|sake|zadejo) (?:\w+ ){0,3}(?:papjaus|uzmus|nuzudys)",
    r"(?:sako|zada|rekia|raso|saukia|sake|zadejo) (?:\w+ ){0,3}(?:sumus|nudobs|uzsmaugs|sudegins)",
    r"(?:mane|man) (?:\w+ )?(?:papjaus|uzmus|nuzudys|sumus|nudobs|uzsmaugs|sudegins)\b",
    r"(?:cia|jis|vyras|tuoj) (?:\w+ )?mane uzmus\b",
    r"(?:tamp|rauna|trauk|griebe|pagriebe)\w* (?:mane )?(?:\w+ )?(?:uz )?(?:plauk|gerkl|kakl)\w*",
    r"laksto (?:\w+ )?su (?:kirv|peil)\w*",
    r"(?:manes|man|mus|musu) (?:\w+ )?(?:neisleidzia|nebeisleidzia) (?:pro|is|i lauka|iseiti)",
    r"laiko (?:mane )?(?:uzdaryt|ikalint)\w*",
    r"bij(?:au|o) (?:\w+ )?(?:namo|i namus) (?:\w+ )?(?:eit|griz|parei|vaziuot)\w*|bijau (?:\w+ )?kad (?:\w+ ){0,3}(?:uzmus|sumus|nuzudys|papjaus)\b",
    r"(?:dave|duoda|davė|gavau|gaunu|gavo) (?:\w+ ){0,3}(?:i|per) (?:veid|galv|aki|snuk|nosi|pilv|aus)\w*",
    r"(?:spyre|spyria|spiria|spardo|ispyre)\w* (?:\w+ )?(?:man|mane)\b|degin\w* (?:mane|manes|man) (?:\w+ )?(?:cigaret|lygintuv|zarij)\w*",
    r"melyn\w* (?:\w+ ){0,3}(?:nuo|nes) (?:\w+ )?(?:smug|vyr|jo|mus|tev|sun|brol)\w*",
    r"mane (?:\w+ )?(?:pardave|parduoda|parduos)\w*|laiko (?:mane )?(?:\w+ )?(?:verge|vergu|kaline|kaliniu)\b",
    r"(?:mane|man|mus) (?:\w+ )?(?:nudurs|nudure|dure|duria)\b|(?:nudurs|subad\w*|nudure) (?:\w+ )?(?:mane|peil)\w*|mane subad\w*|peiliu (?:\w+ )?(?:dur|bad)\w*",
    r"(?:dure|duria|dur[st]|bado|grasina|gasdina|laksto) (?:\w+ )?peiliu|ris(?:a|o|e) (?:\w+ )?prie (?:lov|radiator|kedes)\w*",
    r"(?:uzrakin|laik)\w* (?:\w+ )?(?:rusy|rusyje|sandeliuk|tualet)\w*|sulauz\w* (?:man |mano )?(?:rank|nos|koj|sonkaul)\w*",
    r"slep(?:iuosi|iuos|iames) nuo (?:\w+ )?(?:vyr|tev|sun|jo|brol|patev|sugyvent)\w*|pabeg\w* (?:\w+ ){0,3}nes (?:\w+ )?(?:mus|smurt|skriaud)\w*",
    r"(?:verc|privert)\w* (?:mane )?(?:\w+ )?(?:parduot|prostit)\w*|(?:dauzo|lauzo|spardo) (?:\w+ )?duris",
    r"(?:siaucia|siautej\w*) (?:\w+ )?(?:namuose|namie)|(?:mane|man) (?:\w+ )?(?:apspjaun|apspjov|spjaud)\w*|pila (?:\w+ )?(?:karst|verd)\w* (?:\w+ )?(?:ant|man)",
    r"(?:kai|kada|kaip) (?:\w+ ){0,3}(?:prisigeria|isgeria|girtas)\w* (?:\w+ ){0,3}(?:mus|puol|dauz|spard)\w*|^(?:jis|vyras|jie|tevas) (?:\w+ )?musa\b",
    r"(?:girtas|geria) (?:\w+ ){0,3}(?:musa|puola|spardo|dauzosi)|(?:going to|wants to|will) kill me|someone (?:is )?(?:hurting|following|attacking) me",
    r"(?:mu[zj]h?|otec|otchim|on|brat|syn|otets|cholovik|batko) (?:\w+ ){0,2}(?:b[ji]*[eio]+t?|bje|izb[iy]\w*|pob[iy]\w*|udar[iy]\w*)\b",
    r"(?:men[iyj]*a|mene) (?:\w+ ){0,2}(?:b[jiy]+[eo]t|b[jiy]ut|bje|izb[iy]\w*|iznasil\w*|nasil\w*|zgvalt\w*)\b",
    r"(?:boius|bojus|boyus)\w* (?:\w+ )?(?:domoi|domoj|idti|muzh?a|otca)|(?:maz|ojciec|on|syn) grozi\b|nozem\b",
    r"kel(?:ia|e|davo) (?:\w+ ){0,2}rank\w*|slep(?:iuosi|iuos) (?:\w+ ){0,2}nuo (?:jo|jos|vyr|tev|sun|brol|patev|sugyvent)\w*|slep\w* melyn\w*",
    r"prie manes (?:\w+ )?(?:lenda|kabin|priekab)\w*|(?:lenda|kabinej\w*|kabinas\w*|priekab\w*) (?:\w+ )?prie manes",
    r"^(?:musa|spardo|dauzo|smaugia|prievartauja|skriaudzia)\b|(?:ji|ja|juos|vaika|mama) (?:\w+ )?(?:lupa|talzo|spardo)\b",
    r"laiko (?:mane )?(?:\w+ )?badu|reketuo\w*|parsidavin\w*|suluosi\w*|uzdar(?:e|o|yta) (?:mane )?(?:\w+ )?(?:rus|sandel|tualet|spint)\w*",
    r"nenoriu o jis (?:\w+ )?daro|ateina (?:\w+ )?nakti\w* (?:\w+ )?(?:i|pas) (?:mano )?(?:kambar|man|lov)\w*",
    r"(?:apsaug|gelb|isgelb)\w* (?:\w+ )?nuo (?:vyro|tevo|sunaus|jo|brolio|patevio|sugyventinio)\b|antaus\w*",
    r"(?:skel|kirt|tvoj|riez|rez)\w* (?:\w+ ){0,2}per (?:veid|rank|galv|aus)\w*|(?:foto|film)\w* (?:mane )?(?:\w+ )?nuog\w*",
    r"kirvi\w* (?:\w+ )?(?:prie|ant|i)\b|su kirviu|kis\w* rank\w* (?:\w+ )?(?:po|i|tarp)\b|tamp\w* (?:\w+ )?uz (?:rank|plauk)\w*|mane (?:\w+ )?degin\w*",
    r"smaugim\w*|nuo (?:vyro|tevo|jo|sunaus) smugi\w*|kumsc\w* (?:gav|i)\w*",
)  # fmt: skip
"""Nobody says this who is not in danger, or near somebody who is."""

VAGUE = Wordings(
    r"smurt\w*|tycioj\w* is manes|is manes (?:\w+ )?(?:tycioj|saip)\w*|patyc\w*|skriau[dz]\w*|nuskriau\w*",
    r"bijau (?:jo|jos|ju|mamos|kai (?:jis|vyras|tevas))\b|(?:rekia|saukia) ant manes",
    r"ant manes (?:\w+ )?(?:rekia|saukia|staug)\w*",
    r"atim(?:a|e|davo|inej\w*) (?:\w+ ){0,2}(?:pinig|pensij|telefon|kortel|dokument|pas[ao]\b)\w*",
    r"(?:pinig|pensij|telefon|kortel)\w* (?:\w+ ){0,2}atim(?:a|e|davo)|neisleidzia",
    r"neleidzia (?:man )?(?:iseiti|skambinti|susitikti)|isvar\w* is namu|kontroliuoja mane|zemina mane|mane zemina",
    r"(?:mane|manes) (?:\w+ )?(?:verc|isnaudo|gasdin|apiples|apvog|seka)\w*|isnaudoja (?:mane|manes)",
    r"namuose (?:\w+ )?baisu",
    r"(?:mane|manes) (?:\w+ )?(?:liete|liecia|lytejo|lytedavo|glamonejo)\b",
    r"degin\w* (?:mane|manes)\b|(?:girtas|girta) (?:\w+ )?(?:vyr|tev|sun|brol|patev)\w*|persekioj\w*|apiples\w*",
    r"(?:ateme|atima|atemus\w*) (?:\w+ )?(?:pinig|pensij|telefon|kortel|dokument|pas[ao]\b)\w*",
    r"apsaugos orderi\w*|uz (?:kiekviena )?zod\w* skelia|kliun(?:a|u)|kliuva|kliuvo man|kontroliuoja|(?:kolioj|iskolioj|zemin)\w* (?:\w+ )?(?:mane|manes)",
    r"mane (?:\w+ ){0,3}zemina|sudauz\w* (?:mano )?telefon\w*|isnaudoja|rekia moter\w*|moter\w* (?:\w+ )?rekia|sed\w* uzrakint\w*|smugi\w*|namie baisu",
)  # fmt: skip
"""This may be said of something else, so the assistant asks."""

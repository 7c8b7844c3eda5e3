"""Wordings that sound like danger and are none, or may be none."""

import re

from assistant.understanding.danger_words.patterns import Wordings, any_of

_MISSED = r"(?:\w+ )?(?:pasikeis|pasteb|pasiges|verk|paverk|liude|geda|gede|ilge|skirtum)\w*"
_NOT_MISSED = rf"(?!{_MISSED})"
_GONE = r"(?:manes (?:\w+ )?ne\w*|(?:nu)?mir\w+)"
"""Who asks who will care for a child when they are gone is well; who asks whether anybody would notice is not."""

HARMLESS = Wordings(
    r"(?:nu)?mir\w+ (?:tiesiog |jau )?is (?:juok|nuobod|smals|ged|bad|meil|karsc|alk|laim|nekantr)\w*",
    r"mirties(?: \w+)? (?:nuobod|juoking|skan|pavarg)\w*|mirtinai \w+",
    r"(?:nuzud\w*|uzmus\w*|praleis\w*|zud\w*|uzmus\w*) laik\w*|laika (?:nu|uz)?(?:zud|mus)\w*",
    r"(?:laikrod\w*|valand\w*) (?:\w+ )?(?:mus\w*)",
    r"mus\w* (?:\w+ )?(?:laikrod|valand|dvylik|vidurnakt|bugn|rekord|kiausin|grietin|i akis|kort)\w*",
    r"sird(?:is|i) (?:\w+ )?(?:musa|dauzo\w*|plaka|kraujuoja|dega)|(?:perkunas|lietus|perkuno) (?:\w+ )?musa",
    r"(?:aky[sei]+|skruosta\w*|aus[yi]s|terminai?|sviesa|sviesos|lemput\w*) (?:\w+ )?deg(?:a|e|ina)",
    r"(?:zvak\w*|pada\w*|gerkl\w*|oda|skrand\w*|laiko|lauzas?) (?:\w+ )?deg(?:a|e|ina)",
    r"deg(?:a|u|e) (?:noru|aky|skruost|aus|termin|svies|lemput|zvak)\w*",
    r"deg(?:a|u|e) (?:pada|gerkl|oda|skrand|lauz|is gedos|is smals|is pykc)\w*",
    r"(?:skolose|darbuose|popieriuose|dokumentuose) (?:\w+ )?skest\w*",
    r"skest\w* (?:\w+ )?(?:skol|darb|tekst|popier|meil|rupes|problem|dokument)\w*",
    r"(?:uz)?du(?:st|s)\w* is (?:juok|pykc)\w*",
    r"(?:telefon|baterij|kompiuter|program|internet)\w* (?:\w+ )?(?:mirst\w*|mirs|mire|nekvepuo\w*)",
    r"po (?:\w+ )?(?:avarij\w*|insult\w*|infarkt\w*|gaisr\w*|traum\w*)|persirg\w* \w+",
    r"(?:insult|infarkt)\w* (?:\w+ )?pries",
    r"gaisr\w* (?:apsaug|saug|signal|stot|pamok|inspek)\w*|(?:gaisrin|priesgaisrin)\w* (?:saug|stot|pamok|masin)\w*",
    r"greitosios pagalbos (?:stot|kurs|vairuot|darb)\w*|pirm\w+ pagalb\w*|nors (?:imk ir )?(?:pasi)?kark\w*",
    r"muses? (?:ikand|skraid|zuz)\w*|ikand\w* muses?|bijau (?:\w+ )?(?:namo )?(?:zirgo|darbo)",
    r"kill(?:ing|s)? time|dying (?:of|from) (?:laughter|laughing|boredom)|die laughing|umieram ze smiechu",
    r"trenke (?:\w+ )?mint\w*|minti\w* (?:\w+ )?trenke|dega vilt\w*|vilt\w* dega",
    r"pastumd\w* i|pakel\w* rank\w* (?:kai|jei|klas|pamok)\w*|nor\w* i dangu (?:skrist|pazvelgt)\w*",
    r"kankin\w* (?:\w+ )?(?:skausm|nerim|klausim|nemig|minty|abejon|kalt|sazin|slog|kosul|nezini|alk|alerg)\w*",
    r"(?:skausm|nerim|klausim|nemig|minty|abejon|sazin|slog|kosul)\w* (?:\w+ )?kankin\w*",
    r"(?:uz)?puola (?:panik|depres|baim|liudes|nerim|mieg|alk)\w*|persekioj\w* (?:minty|neseks|nesekm|klausim|kvap)\w*",
    r"умираю со смеху",
    r"mirst\w* kaip nor\w*|mus\w* (?:\w+ )?(?:i (?:\w+ )?lang|i (?:\w+ )?stog|boks|karst|prakait)\w*",
    r"(?:su|nu|pri)mus\w* (?:\w+ )?(?:ryta|rekord)\w*",
    r"(?:vej|lietus|lietau|prakait|karst|bang|zalgir|komand)\w* (?:\w+ )?(?:su)?mus\w*",
    r"(?:mama|mociute|virej\w*) musa (?:kiausin|tesl|grietin)\w*",
    r"dust\w* (?:\w+ )?nuo (?:biurokr|popier|dokument|darb|karsc|kvap)\w*|uzdus\w* (?:\w+ )?(?:lip|beg|eidam|ejau)\w*",
    r"nereaguoj\w* (?:\w+ )?(?:savivald|darbuotoj|valdin|seniun|mygtuk|ekran|telefon)\w*",
    r"nereaguoj\w* (?:\w+ )?i (?:mano )?(?:prasym|laisk|skund|klausim|zinut)\w*",
    r"(?:mygtuk|ekran|telefon|kompiuter|program|puslap|bot|robot)\w* (?:\w+ ){0,2}nereaguo\w*",
    r"(?:savivald|institucij|seniun|valdinink|darbuotoj|skyri|sodra)\w* (?:\w+ ){0,2}nereaguo\w*",
    r"uzsideg\w* (?:\w+ )?(?:nor|idej|svajon|lemp|svies|aistr)\w*",
    r"gelbek\w* (?:\w+ )?nuo (?:\w+ )?(?:popier|dokument|nuobod|biurok)\w*",
    r"(?:nu)?skriau\w* (?:\w+ )?(?:valstyb|valdzi|valdinink|sistem|sodr|istatym|institucij)\w*|skriauda tokia",
    r"(?:valstyb|valdzi|valdinink|sistem|sodr|institucij)\w* (?:\w+ )?(?:mus |mane )?(?:nu)?skriau\w*",
    r"boks(?!o (?:mais|kriaus))\w*",
    r"sprog\w* (?:\w+ )?(?:padang|vamzd|galv|lemput|stiklin)\w*",
    r"(?:padang|vamzd|galv|lemput|stiklin)\w* (?:\w+ )?sprog\w*",
    r"dirb\w* (?:\w+ )?(?:greitoj|gaisrin|policij)\w*|greitosios (?:\w+ )?numer\w*",
    r"greitoji (?:\w+ )?(?:buvo|atvaziav)\w*",
    r"(?:but|tapt|dirb|esu) ?\w* (?:gaisrinink|ugniages|policinink)\w*|gesin\w* gaisr\w*",
    r"gaisr\w* (?:\w+ )?(?:buvo )?(?:pernai|seniai)",
    r"pasiklyd\w* (?:\w+ )?(?:puslap|meniu|svetain|program|popier|dokument)\w*",
    r"neisleidz\w* (?:\w+ )?(?:pazym|dokument|leidim)\w*",
    r"nudeg\w* (?:\w+ )?(?:sauleje|liezuv)\w*|virv\w* (?:\w+ )?(?:skalb|dziov|sokin|sunui|malk)\w*",
    r"skalbini\w* (?:\w+ )?virv\w*",
    rf"(?:kas|kur|kaip|kam|kuo) {_NOT_MISSED}(?:\w+ ){{0,6}}(?:kai|jei|jeigu) (?:as |mes )?{_GONE}",
    rf"(?:kai|jei|jeigu) (?:as |mes )?{_GONE} (?:\w+ )?(?:kas|kur|kaip|kam|kuo)\b(?! {_MISSED})",
    r"(?:ne|nebe)mat\w* (?:\w+ )?prasm\w* (?:\w+ )?(?:pildy|skambin|rasy|moket|moket)\w*",
    r"(?:ne|nebe)(?:musa|muse|skriaudzia|grasina|smurtauja)\b|uzrakin\w* (?:\w+ )?(?:paskyr|telefon|savivald)\w*",
    r"ziauriai? (?:pavarg|noriu|skan)\w*|dingo (?:\w+ )?(?:intern|mygtuk|prasym|dokument|rakt|pazym)\w*",
    r"sird\w* (?:\w+ )?(?:skauda|plysta) (?:\w+ )?(?:ziurint|matant|kad|del)\b|uzsidegiau (?:noru|idej\w*)",
    r"pasikart(?:ok|oti|oj)\w*|mirsto savi?v\w*",
    r"(?:nusisau\w*|pasikar\w*) su (?:savo|jusu|tavo)|dega (?:akcij|sik)\w*|greitoji (?:sriub|paskol)\w*",
    r"pasikart\w* (?:galima|palt|strik)\w*",
    r"gaisr\w* (?:muziej|egzam|varzyb|smegen)\w*|infarkt\w* nuo (?:tav|jus)\w*",
    r"(?:kankini|smurtauji|uzmus\w*) (?:\w+ ){0,3}(?:savo|klausim|pokalb)\w*",
    r"(?:teisininkas|juristas|pokalbis|klausimynas) (?:\w+ )?mane uzmus|sok\w* nuo tilto su gum\w*|laisk\w* kolegai",
    r"uzrakint\w* (?:\w+ )?(?:paskyr|savivald|skyri)\w*",
    r"uz avarij\w*|savivaldyb\w* (?:\w+ )?uzrakint\w*|(?:nagus|plaukus) (?:\w+ )?(?:apsi)?(?:pjaust|kirp)\w*",
    r"(?:apsi)?pjaust\w* (?:\w+ )?(?:nagus|darzov|duon|pyrag)\w*",
    r"darbe (?:\w+ )?viskas dega|viskas dega darbe|greitosios (?:\w+ )?vairuot\w*|(?:greitosios|policijos) nereikia",
    r"nereikia greitosios",
    r"kad (?:\w+ )?nekil\w* gaisr\w*|(?:draudim|apsaug|draust)\w* nuo gaisr\w*|kraujuoj\w* danten\w*",
    r"danten\w* (?:\w+ )?kraujuoj\w*",
    r"atsisveikinim\w* (?:\w+ )?(?:kortel|vakar|svent)\w*|(?:bat|liezuv|pip|kepur|lemp)\w* (?:\w+ )?deg(?:a|e)\b",
    r"deg(?:a|e) (?:lempa|liezuv\w*)",
    r"(?:koj|liezuv)\w* dega nuo|(?:is|nuo) gedos (?:mirst|numir)\w*",
    r"(?:nu)?mirst?\w* (?:tiesiog |jau )?nuo (?:ged|juok|nuobod|smals)\w*",
    r"nerandu (?:\w+ )?(?:pazym|dokument|prasym|numer|telefon|adres)\w*|maisto (?:davin|paket|bank)\w*",
    r"(?:stumd|dauz|met|gain|siuntin|tamp)\w* (?:mane )?(?:\w+ )?(?:is kabinet|po (?:institucij|kabinet|istaig))\w*",
    r"(?:stumd|dauz|met|gain|siuntin|tamp)\w* (?:mane )?(?:\w+ )?nuo (?:langel|duru|vieno)\w*",
    r"manes ne(?:be)?(?:bus|liks|liktu|ras\w*) (?:\w+ )?(?:darb|namie|biur|miest|saras|sistem|duomen|dirbtuv|mokyk)\w*",
    r"(?:mus|dauz|spard)\w* (?:\w+ )?kamuol\w*|kamuol\w* (?:\w+ )?(?:mus|dauz|spard)\w*",
    r"(?:sistem|popier|biurokrat|anket|form|eil|klausim|termin)\w* (?:\w+ )?(?:kankin|smaug|zud|uzmus|pribaig)\w*",
    r"(?:kankin|smaug|uzmus|pribaig)\w* (?:\w+ ){0,2}(?:sistem|popier|biurokrat|anket|form|klausim|termin)\w*",
    r"nukrito (?:\w+ )?(?:obuol|lap|kriaus|snieg|kain|temperatur|telefon|rysys|vaza|peil)\w*",
    r"saud\w* (?:\w+ )?(?:petard|fejerverk|saliut)\w*|(?:petard|fejerverk)\w* (?:\w+ )?saud\w*",
    r"skest\w* (?:\w+ )?(?:bulv|obuol|uog|dovan|zaisl|gel|sniege)\w*|peil\w* (?:\w+ ){0,2}padovano\w*",
    r"nebereaguo\w* (?:\w+ )?(?:puslap|mygtuk|ekran|telefon|kompiuter|program)\w*",
    r"(?:infarkt|sirdies smug)\w* (?:\w+ ){0,3}(?:kain|saskait)\w*|(?:ne)?uzspring\w* (?:tiesiog )?is juok\w*",
    r"(?:uzspring|nebekvepuo|nekvepuo)\w* (?:\w+ )?(?:kompiuter|telefon|program|variklis)\w*",
    r"(?:kompiuter|telefon|program|variklis)\w* (?:\w+ )?(?:uzspring|nebekvepuo|uzduso|duso)\w*",
    r"(?:bankomat|automat)\w* (?:\w+ )?(?:prarij|suvalg)\w*|(?:prarij|suvalg)\w* bankomat\w*",
    r"gelbek\w* (?:\w+ )?(?:gamint|dovanot|kept|issprest|lygt|uzdavin)\w*|gav\w* kamuoli\w*",
    r"greitosios masinos? zaisl\w*|zaisl\w* greitoji",
    r"deg\w* (?:sausus |senus )?lapus|(?:telefon|akini|kamuol|kepur|rakt)\w* (?:\w+ )?ikrito i \w+",
    r"ikrito (?:telefon|akini|kamuol|kepur|rakt)\w*",
    r"pasikar\w* (?:\w+ )?(?:paveiksl|nuotrauk|lemp|uzuolaid|sviestuv)\w*|atsisveikinim\w* laisk\w* koleg\w*",
)  # fmt: skip
"""Sayings that only sound like danger; they are taken out before anything is looked for."""

DOUBTFUL = Wordings(
    r"ne(?:be)?(?:nu)?sizud\w*",
    r"naujien\w*|radij\w*|straipsn\w*|spektakl\w*|roman(?:as|e|o)\b|jei(?:gu)? kada|is anksto|tarkim\w*|citat\w*",
    r"film\w*|serial\w*|ziniose|zinias|per zinias|laikrast\w*|knyg\w*|zaidim\w*|televizor\w*|per tv|teatr\w*|sapn\w*",
    r"mirt\w* (?:savo )?(?:namuose|namie)|(?:namuose|namie) (?:\w+ )?(?:nu)?mirt\w*",
    r"anekdot\w*|juokauj\w*|daina\b|dainoj\w*|eilerast\w*|haha\w*|pasak(?:a|oj|oje)\b|(?:at|pa)kosej\w* ir\b",
    r"(?:nezadu|neplanuoju|neketinu|nesiruosiu) (?:sau )?nieko (?:sau )?(?:pasi)?daryti?\b|fotografuoju",
    r"multik\w*|titanik\w*|scenarij\w*|minecraft\w*|fortnite|counter strike|\bgta\b",
    r"pries (?:\w+ )?(?:\w+ )?(?:met|dvidesimt|desimt)\w*|vaikystej\w*|seniau|kazkada|kas yra|ka reiskia|kas per zodis",
    r"(?:nesiruosiu|neketinu|nenoriu) (?:\w+ )?(?:nusi|saviz|zud|mirt|numirt|zalo|susizal)\w*",
    r"(?:negalvoju|neplanuoju|nezadu) (?:\w+ )?(?:nusi|saviz|zud|mirt|numirt|zalo|susizal)\w*|movie|news|film",
    r"(?:uzmus|nuzudys|papjaus|pribaigs) uz (?:\w+ )?(?:sudauz|sulauz|suplesyt|dvejet|pazym|isliet)\w*",
    r"(?:uzmus|nuzudys|papjaus|pribaigs) (?:jei|jeigu|kai) (?:ne|pavel|pamirs)\w*",
    r"kurs(?:ai|us|uose|u)\b|mokym\w*|pratyb\w*",
    r"seminar\w*|paskait\w*",
    r"bakalaur\w*|magistr\w*|prevencij\w*|koordinator\w*|savanor\w*|konsultant\w*|statistik\w*",
    r"anksciau|dabar (?:jau )?(?:viskas )?(?:gerai|geriau|sveik\w*|dziaug\w*|gyvenu ramiai)|gedejim\w*",
    r"nusizud(?:e|zius\w*)\b|po (?:\w+ )?savizudyb\w*",
    r"treniruo\w*|boks\w*|imtyn\w*|karate|futbol\w*|krepsin\w*|varzyb\w*|gniuz\w*|(?:trenk|musa|dauz)\w* sau",
    r"sergu astma|kartais dust\w*",
    r"nosis kraujuoj\w*|kraujuoj\w* (?:is )?nos\w*|ne(?:skambin|kvies)\w* (?:\w+ )?greit\w*",
    r"gimd\w* (?:saus|vasar|kov|baland|geguz|birzel|liep|rugpj|rugsej|spal|lapkr|gruod)\w*",
)  # fmt: skip
"""The words speak of a film, a dream, old times or a notion, or deny the danger: the assistant asks first."""


def beside_sayings(text: str) -> str:
    """The words beside those that only sound dangerous, which what is learned cannot tell from danger.

    Nothing where few are left, or where somebody wishes to live, or to live elsewhere.
    """
    wants_to_live = bool(_LIVE.search(text)) and not _DESPAIR.search(text)
    if wants_to_live or any(is_about_home(text, wish) for wish in NOT_LIVE.finditer(text)):
        return ""
    if not HARMLESS.is_in(text):
        return text
    told = " ".join(HARMLESS.without(text).split())
    return told if len(told.split()) >= FEWEST_BESIDE else ""


FEWEST_BESIDE = 5


def is_about_home(text: str, wish: re.Match[str]) -> bool:
    """Whether "nenoriu gyventi" tells where, and with whom, one does not want to live: it is then no cry for help."""
    before, after = text[: wish.start()].rstrip(), text[wish.end() :]
    if _WORLD.search(after):
        return False
    return bool(_PLACE_AFTER.search(after) or _PLACE_BEFORE.search(before))


def may_be_about_home(text: str, wish: re.Match[str]) -> bool:
    """Whether it may be about loneliness or the place, so that one must ask."""
    return bool(_ALONE.search(text[wish.end() :]))


NOT_LIVE = any_of(
    r"(?:ne|nebe)nor\w+ (?:as )?(?:\w+ )?gyve(?:n?t\w*|nimo)",
    r"gyven?ti? (?:as |jau |man )?(?:ne|nebe)(?:nor|sinor)\w+",
    r"(?:ne|nebe)sinor\w* (?:\w+ )?gyvent\w*|pavarg\w* gyvent\w*",
    r"(?:ne|nebe)gal(?:iu|i|im|ime|eciau|ejau) (?:daugiau |taip |jau )*gyvent\w*",
    r"(?:pa|at)si?bodo (?:\w+ )?gyvent\w*|nusibodo gyvent\w*",
)
"""Not wanting to live: a cry for help, or a wish about the place where one lives."""

_PERSON = r"(?:mam|tev|vyr|zmon|broli|ses|juo|ja|jais|sun|dukr|kit|svetim|kaimyn|anyt|uosv|patev|gimin|jumis|daug)\w*"
_PLACE_AFTER = re.compile(
    r"^(?: \w+){0,2}? (?:be (?!prasm|vilt|jok|nor)\w+"
    r"|\w{2,}(?:uose|ose|oje|oj|yje|eje)|\w{4,}uje?|kaune|globos|senel\w+|istaig\w*|pensionat\w*|internat\w*|namie"
    rf"|bute|name|kaime|mieste|cia|ten|gatvej\w*|pas|kartu|atskirai|toli|kitur|su (?:\w+ )?{_PERSON})\b"
)
_PLACE_BEFORE = re.compile(
    rf"(?:uose|ose|oje|oj|yje|bute|name|namie|kaime|cia|ten|su (?:\w+ )?{_PERSON})(?: as| jau| tikrai)?$"
)
_WORLD = re.compile(r"^(?: \w+){0,2} (?:pasaul|zemeje|siame gyven|lovo|kune|kancio|skausm)\w*")
_ALONE = re.compile(
    r"^ (?:\w+ )?(?:vien\w*|taip toli|su)\b|^ \w+ nor\w+ (?:\w+ )?(?:grizt|kraust|persik|gyvent|savo|buto)"
)
_LIVE = re.compile(r"\b(?:nor\w+|sieki\w+|galeciau|gal\w+) (?:\w+ ){0,2}gyvent\w*")
_DESPAIR = re.compile(
    r"\b(?:nebe\w+|pavarg\w+|apsimet\w+|ne(?:nor|gal|mat|tur)\w*|mir[tsei]\w*|numir\w*|zud\w*|nusi\w*|mus\w*)\b"
)

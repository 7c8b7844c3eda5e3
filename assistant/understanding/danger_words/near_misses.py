"""Wordings that sound like danger and are none, or may be none."""

import re

from assistant.understanding.danger_words.patterns import any_of

HARMLESS = any_of(
    r"(?:nu)?mir\w+ (?:tiesiog |jau )?is (?:juok|nuobod|smals|ged|bad|meil|karsc|alk|laim|nekantr)\w*",
    r"mirt(?:ies|inai)(?: \w+)? (?:nuobod|juoking|skan|pavarg|noriu|norisi|tingi)\w*|mirtinai \w+",
    r"(?:nuzud\w*|uzmus\w*|praleis\w*|zud\w*|uzmus\w*) laik\w*|laika (?:nu|uz)?(?:zud|mus)\w*",
    r"(?:laikrod\w*|valand\w*) (?:\w+ )?(?:mus\w*)",
    r"mus\w* (?:\w+ )?(?:laikrod|valand|dvylik|vidurnakt|bugn|rekord|kiausin|grietin|i akis|kort)\w*",
    r"sird(?:is|i) (?:\w+ )?(?:musa|dauzo\w*|plaka|kraujuoja|dega)|(?:perkunas|lietus|perkuno) (?:\w+ )?musa",
    r"(?:aky[sei]+|skruosta\w*|aus[yi]s|terminai?|sviesa|sviesos|lemput\w*) (?:\w+ )?deg(?:a|e|ina)",
    r"(?:zvak\w*|pada\w*|gerkl\w*|oda|skrand\w*|laiko|lauzas?) (?:\w+ )?deg(?:a|e|ina)",
    r"deg(?:a|u|e) (?:noru|aky|skruost|aus|termin|svies|lemput|zvak)\w*",
    r"deg(?:a|u|e) (?:pada|gerkl|oda|skrand|lauz|is gedos|is smals|is pykc)\w*",
    r"skest\w* (?:skol|darb|popier|meil|rupes|problem|dokument)\w*|(?:uz)?du(?:st|s)\w* is (?:juok|pykc)\w*",
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
)  # fmt: skip
"""Sayings that only sound like danger; they are taken out before anything is looked for."""

DOUBTFUL = any_of(
    r"film\w*|serial\w*|ziniose|zinias|per zinias|laikrast\w*|knyg\w*|zaidim\w*|televizor\w*|per tv|teatr\w*|sapn\w*",
    r"anekdot\w*|juokauj\w*|daina\b|dainoj\w*|eilerast\w*",
    r"pries (?:\w+ )?(?:\w+ )?(?:met|dvidesimt|desimt)\w*|vaikystej\w*|seniau|kazkada|kas yra|ka reiskia|kas per zodis",
    r"(?:nesiruosiu|neketinu|nenoriu) (?:\w+ )?(?:nusi|saviz|zud|mirt|numirt|zalo|susizal)\w*",
    r"(?:negalvoju|neplanuoju|nezadu) (?:\w+ )?(?:nusi|saviz|zud|mirt|numirt|zalo|susizal)\w*|movie|news|film",
)  # fmt: skip
"""The words speak of a film, a dream, old times or a notion, or deny the danger: the assistant asks first."""


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
    r"(?:ne|nebe)nor\w+ (?:as )?(?:\w+ )?gyven(?:t\w*|imo)",
    r"gyventi (?:as |jau |man )?(?:ne|nebe)(?:nor|sinor)\w+",
    r"(?:ne|nebe)sinor\w* (?:\w+ )?gyvent\w*",
)
"""Not wanting to live: a cry for help, or a wish about the place where one lives."""

_PERSON = r"(?:mam|tev|vyr|zmon|broli|ses|juo|ja|jais|sun|dukr|kit|svetim|kaimyn|anyt|uosv|patev|gimin|jumis|daug)\w*"
_PLACE_AFTER = re.compile(
    r"^(?: \w+){0,2}? (?:\w{2,}(?:uose|ose|oje|oj|yje|eje)|globos|senel\w+|istaig\w*|pensionat\w*|internat\w*|namie"
    rf"|bute|name|kaime|mieste|cia|ten|gatvej\w*|pas|kartu|atskirai|toli|kitur|su (?:\w+ )?{_PERSON})\b"
)
_PLACE_BEFORE = re.compile(
    rf"(?:uose|ose|oje|oj|yje|bute|name|namie|kaime|cia|ten|su (?:\w+ )?{_PERSON})(?: as| jau| tikrai)?$"
)
_WORLD = re.compile(r"^(?: \w+){0,2} (?:pasaul|zemeje|siame gyven)\w*")
_ALONE = re.compile(r"^ (?:\w+ )?(?:vien\w*|taip toli|su)\b")

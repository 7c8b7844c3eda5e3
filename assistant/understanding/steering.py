"""Short commands that steer the conversation from anywhere: back, once more, a human."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from rapidfuzz.distance import OSA

from assistant.understanding.normalize import words_of


class Steering(StrEnum):
    """What the person wants of the conversation itself."""

    BACK = "back"
    REPEAT = "repeat"
    RESTART = "restart"
    MENU = "menu"
    HUMAN = "human"
    DONT_KNOW = "dont-know"
    SIMPLER = "simpler"
    FULLER = "fuller"
    LISTEN = "listen"
    STOP = "stop"
    WHY = "why"
    AFRAID = "afraid"
    """Of doing something wrong here, which is no danger."""
    CLEAR = "clear"
    """Says only that it was understood."""


def read_steering(text: str, *, must_be_exact: bool = False) -> Steering | None:
    """The command, where the words are nothing but a command.

    A slip of spelling is forgiven in the longer ones unless it `must_be_exact`, as where a name is asked for.

    A command inside a longer sentence is no command: "noriu grįžti į darbą" is about work.
    """
    words = [word for word in words_of(text) if word not in _POLITE]
    if not words or len(words) > _MOST_WORDS or _asks_whether_human(text):
        return None
    said = " ".join(words)
    exact = _BY_WORDING.get(said)
    if exact is not None or must_be_exact or said in _NO_SLIPS:
        return exact
    # A slip in the first letter makes another word ("be galo", "atgal") more often than it is a slip.
    alike = _LONG_WORDINGS.get(said[0], ())
    return next((_BY_WORDING[wording] for wording in alike if _is_slip_of(said, wording)), None)


def _asks_whether_human(text: str) -> bool:
    """Whether it is "ar tu žmogus?", a question about us, and not "ar galima žmogų?", a wish."""
    words = words_of(text)
    is_about_human = any(word.startswith("zmog") or word == "robotas" for word in words)
    return words[:1] == ("ar",) and is_about_human and not any(word.startswith("gal") for word in words)


def _is_slip_of(said: str, wording: str) -> bool:
    if not _differs_little(said, wording):
        return False
    # Two slips in one word make another one, too.
    pairs = list(zip(said.split(), wording.split(), strict=False))
    return said.count(" ") != wording.count(" ") or all(_differs_little(one, other) for one, other in pairs)


def _differs_little(said: str, known: str) -> bool:
    slips = 2 if len(known) >= _LONG else 1
    return OSA.distance(said, known, score_cutoff=slips) <= slips


_POLITE = frozenset(
    words_of("prasau prasyciau noreciau ar galima gal galit galite galetum galetumet as tu jus nu na o a")
)
_MOST_WORDS = 5
_LONG = 12
_SHORTEST_MISSPELT = 5

_WORDINGS: Mapping[Steering, str] = {
    Steering.BACK: """
        atgal, grizti, grizk, grizkit, grizkite, grizkim, griztam, grizti atgal, grizk atgal, grizkit atgal,
        griztu atgal, noriu atgal, noriu grizti, noriu grizti atgal, eiti atgal, eik atgal, zingsnis atgal,
        vienas zingsnis atgal, vienu zingsniu atgal, ankstesnis, ankstesnis klausimas, i ankstesni klausima,
        prie ankstesnio klausimo, grizti prie ankstesnio klausimo, buves klausimas, back, назад, nazad, wstecz
    """,
    Steering.REPEAT: """
        pakartok, pakartokit, pakartokite, pakartoti, pakartot, kartok, dar karta, dar kart, dar syki, pakartok
        klausima, pakartokit klausima, pakartokite klausima, pakartok dar karta, pakartokit dar karta, pakartoti
        klausima, koks klausimas, koks buvo klausimas, ko klausei, ko klausete, ko klausei manes, ka sakei, ka
        sakete, ka klausei, ka klausete, noriu pakartoti, repeat, again, повтори, повторите, powtorz
    """,
    Steering.RESTART: """
        is naujo, pradeti is naujo, pradek is naujo, pradekim is naujo, pradekime is naujo, noriu is naujo,
        noriu pradeti is naujo, is pradziu, viskas is pradziu, viska is pradziu, viskas is naujo, viska is
        naujo, nuo pradziu, nuo pradzios, pradeti nuo pradzios, is pradzios, start, restart, reset, perkrauti,
        pradeti pokalbi is naujo, i pradzia, pradzia, grizti i pradzia, сначала, заново, start again, start
        over, od nowa
    """,
    Steering.MENU: """
        meniu, menu, i meniu, pagrindinis meniu, i pagrindini meniu, rodyk meniu, parodyk meniu, parodykit
        meniu, grizti i meniu, noriu i meniu, noriu meniu, atgal i meniu, меню
    """,
    Steering.HUMAN: """
        zmogus, zmogu, zmogaus, noriu zmogaus, reikia zmogaus, duokit zmogu, duokite zmogu, duok zmogu, zmogaus
        noriu, noriu gyvo zmogaus, gyvas zmogus, gyvo zmogaus, tikras zmogus, noriu tikro zmogaus, kalbeti su
        zmogumi, pakalbeti su zmogumi, noriu kalbeti su zmogumi, noriu pakalbeti su zmogumi, noriu pasikalbeti
        su zmogumi, pasikalbeti su zmogumi, su zmogumi, sujunkit su zmogumi, sujunkite su zmogumi, perjunkit
        zmogui, noriu su zmogumi kalbeti, noriu su zmogumi, operatorius, operatoriaus, noriu operatoriaus,
        konsultantas, konsultanto, darbuotojas, noriu darbuotojo, kalbeti su darbuotoju, noriu kalbeti su
        darbuotoju, pakalbeti su darbuotoju, noriu pakalbeti su darbuotoju, paskambinkit man, paskambinkite man,
        noriu kad man paskambintu, perskambinkit, perskambinkite, human, operator, speak to a human, talk to a
        human, i want a human, человек, оператор, czlowiek
    """,
    Steering.DONT_KNOW: """
        nezinau, nezinau nezinau, nzn, nez, nezn, nzinau, nezinau tiksliai, tiksliai nezinau, nesu tikras, nesu
        tikra, neaisku man, neturiu supratimo, nezinau ko noriu, nezinom, nezinome, не знаю, i dont know, i don t
        know, nie wiem
    """,
    Steering.SIMPLER: """
        nesuprantu, nesupratau, nesupratom, nesuprantam, nieko nesuprantu, nieko nesupratau, as nesuprantu, as
        nesupratau, visai nesuprantu, man nesuprantama, nesuprantama, neaisku, man neaisku, nesupratau klausimo,
        nesuprantu klausimo, paprasciau, trumpiau, aiskiau, lengviau, paaiskink paprasciau, paaiskinkit paprasciau,
        paaiskinkite paprasciau, pasakyk paprasciau, sakyk paprasciau, rasyk paprasciau, kalbek paprasciau, noriu
        paprasciau, galima paprasciau, ar galima paprasciau, paaiskink, paaiskinkit, paaiskinkite, nesusigaudau,
        nesigaudau, as nesusigaudau, as pasimeciau, pasimeciau, per sunku, per sudetinga, per ilgai, man per sunku,
        sunku suprasti, man sunku suprasti, kitaip paaiskink, kitais zodziais, ka tai reiskia, nezinau ka tai
        reiskia, nezinau ko klausi, nezinau ko klausiat, nezinau ko klausiate, nezinau apie ka klausi, nezinau apie
        ka klausiat, nezinau apie ka klausiate, nezinau apie ka, nezinau ko nori, nezinau ko norit, nezinau ko
        norite, nesuprantu ko klausi, nesuprantu ko klausiat, nesuprantu ko klausiate, nesuprantu apie ka,
        nesuprantu ko nori, nesuprantu ko norit, nesuprantu ko norite, simpler, не понимаю, nie rozumiem, i don t
        understand, i dont understand
    """,
    Steering.FULLER: """
        placiau, issamiau, daugiau, pasakyk daugiau, papasakok daugiau, papasakokit daugiau, papasakokite
        daugiau, papasakok placiau, papasakokit placiau, papasakokite placiau, noriu daugiau, noriu placiau,
        noriu suzinoti daugiau, skaityti daugiau, dar papasakok, paaiskink placiau, pasakyk placiau, daugiau
        informacijos, more
    """,
    Steering.LISTEN: """
        klausyti, klausytis, klausyt, noriu klausyti, noriu klausytis, noriu isgirsti, perskaityk, perskaitykit,
        perskaitykite, perskaityk garsiai, perskaitykit garsiai, skaityk garsiai, skaityk, balsu, garsiai,
        skaityk balsu, perskaityk balsu, perskaityk man, perskaitykit man, perskaitykite man, igarsink,
        igarsinkit, igarsinti, ijunk garsa, garsas, listen, слушать
    """,
    Steering.STOP: """
        stop, stok, sustok, sustokit, sustokite, baik, baikit, baigti, baigiam, baigiame, uzteks, gana, pakaks,
        nutraukti, nutrauk, noriu baigti, baigti pokalbi, noriu baigti pokalbi, nebenoriu, nebenoriu tęsti,
        nebenoriu testi, nenoriu testi, cancel, стоп, хватит
    """,
    Steering.WHY: """
        kodel, kodel klausi, kodel klausiate, kodel klausiat, kodel klauset, kodel to klausiate, kodel to
        klausi, kodel tu klausi, kodel to klausiat, kam klausiate, kam klausi, kam to klausiate, kam to klausi,
        kam reikia, kam to reikia, kam jums to reikia, kam jums tai, kam tau to reikia, kam tau, kam jums, kam
        tai, kodel reikia, kodel to reikia, kodel jums to reikia, kodel norite zinoti, kam jums zinoti, kodel
        man to klausiate, why, почему, зачем
    """,
    Steering.AFRAID: """
        bijau suklysti, bijau suklysiu, bijau kad suklysiu, bijau padaryti klaida, bijau klysti, bijau spausti, bijau
        paspausti, bijau ne ta paspausti, bijau paspausti ne ta, bijau ne ten paspausti, bijau paspausti ne ten,
        bijau rasyti, bijau ka nors sugadinti, bijau sugadinti, bijau kad sugadinsiu, bijau kad ka nors sugadinsiu,
        bijau kad kazka sugadinsiu, o jei suklysiu, o jeigu suklysiu, jei suklysiu, jeigu suklysiu, kas bus jei
        suklysiu, ar galiu suklysti, ar nieko nesugadinsiu, ar as nieko nesugadinsiu, nedristu rasyti, nedristu
        spausti, nedrasu rasyti, baisu rasyti, man baisu rasyti, baisu spausti, baisu suklysti, man baisu suklysti
    """,
    Steering.CLEAR: """
        supratau, jau supratau, dabar supratau, viska supratau, supratau viska, supratau aciu, aciu supratau,
        suprantu, viska suprantu, viskas gerai, man viskas gerai, viskas tvarkoj, viskas tvarkoje, viskas ok, jau
        suprantu, supratom, viskas aisku, dabar aisku, jau aisku, man aisku
    """,
}
# Words of their own that are one letter from a command.
_NO_SLIPS = frozenset({"baisu"})

_BY_WORDING: Mapping[str, Steering] = {
    " ".join(word for word in words_of(wording) if word not in _POLITE): steering
    for steering, wordings in _WORDINGS.items()
    for wording in wordings.split(",")
}
_LONG_WORDINGS: Mapping[str, Sequence[str]] = {
    letter: [wording for wording in _BY_WORDING if wording[0] == letter and len(wording) >= _SHORTEST_MISSPELT]
    for letter in {wording[0] for wording in _BY_WORDING}
}
"""By their first letter."""

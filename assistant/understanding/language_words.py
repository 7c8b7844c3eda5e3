"""Common words of five languages, and one spelling for Russian and Ukrainian in whatever letters they are written."""

import re
from collections.abc import Mapping
from functools import lru_cache

from assistant.understanding.normalize import folded, words_of


@lru_cache(maxsize=4096)
def in_one_spelling(word: str) -> str:
    """The sound of a Slavic word, of Cyrillic or of Latin letters: "помощь", "pomoshch" and "pomosc" are one."""
    plain = folded("".join(_IN_LATIN.get(letter, letter) for letter in word.lower()))
    for pattern, one in _ONE_WAY:
        plain = pattern.sub(one, plain)
    return plain


_IN_LATIN: Mapping[str, str] = {
    **dict(zip("абвгґдезийклмнопрстуфхыіцэё", "abvggdeziiklmnoprstufhiicee", strict=True)),
    "ж": "z",
    "ч": "c",
    "ш": "s",
    "щ": "sc",
    "ю": "iu",
    "я": "ia",
    "ї": "i",
    "є": "e",
    **dict.fromkeys("ьъ'’", ""),
}
_ONE_WAY = (
    (re.compile("shc?h|sch"), "sc"),
    (re.compile("sh"), "s"),
    (re.compile("zh"), "z"),
    (re.compile("ch"), "c"),
    (re.compile("kh|x"), "h"),
    (re.compile("t[sz]"), "c"),
    (re.compile("[yj]"), "i"),
    (re.compile("w"), "v"),
    (re.compile("ie"), "e"),
    (re.compile(r"(.)\1+"), r"\1"),
)

_RUSSIAN = (
    "вы здравствуйте здрасте привет спасибо пожалуйста извините простите помогите помоги помощь помощи помочь "
    "поможете можно могу можете может нужно нужна нужен нужны надо хочу хотим хочет меня мне тебя тебе вас вам нас "
    "нам его ее она они оно мой моя мое мои моей моего моему моим ваш ваша сын сына сыну дочь дочери ребенок "
    "ребенка детей дети двое трое муж мужа жена мать отец бабушка мамочка брат сестра человек люди что чего кто как "
    "где куда когда почему зачем сколько какие какой какая какую это этот эта есть нет очень тоже только если или "
    "уже еще здесь там сейчас сегодня завтра понимаю понимает понимаете знаю знает знаете говорю говорите говорить "
    "говорит русский русском русски литовский литовски литовском литве вильнюсе живу живем живет жить работать "
    "работу работа ищу инвалид инвалидность инвалидностью группа группы больной больная больно болеет болею болит "
    "плохо тяжело трудно устала устал одна один получить получать подать заявление документы обратиться позвоните "
    "позвонить скажите сказать стоит деньги денег пенсия пенсию пособие вопрос добрый добрая доброе день вечер утро "
    "утра свидания делать сделать дома дом квартира адрес номер телефон врач больница лет года год ничего никто "
    "никого умеет умею ходит ходить уход ухаживать ответьте напишите помогает приехал приехала умереть бьет "
    "вызовите скорую дышит горит убить умирает умер умерла для кого кому бесплатно платно дайте звоните звонить "
    "поможет помогут работает пьет найти попасть записаться спросить узнать писать пишите ребенку сами могли чтобы "
    "потому много мало рядом после перед через всегда никогда хорошо плохая новый старый срочно скорее нельзя "
    "должен должна заплатить оформить справка пенсионер сирота вижу слышу читать читаю понять пойти идти прийти "
    "прислать справку письмо семья семье семьи молодой суставы"
)
_UKRAINIAN = (
    "ви привіт вітаю дякую будь ласка вибачте допоможіть допоможи допомога допомоги допомогу допомогти допоможете "
    "можна можу можете може треба потрібна потрібно потрібен потрібні хочу хоче мене мені тебе вас вам нас нам його "
    "її вона вони воно мій моя моє мої моєї мого моєму ваш ваша син сина сину донька дочка дитина дитини дитину "
    "діти дітей двоє троє чоловік чоловіка дружина мати батько бабуся брат сестра людина люди що чого хто як де "
    "куди коли чому навіщо скільки які який яка яку це цей ця є немає нема дуже теж також тільки якщо або вже ще "
    "тут там зараз сьогодні завтра розумію розуміє розумієте знаю знає знаєте говорю говорите говорити розмовляю "
    "розмовляєте українська українською україни україна україні литовська литовською литовської литві вільнюсі "
    "каунасі живу живемо живе жити працювати роботу робота робити шукаю інвалід інвалідність інвалідністю група "
    "групи хворий хвора хворіє хворію болить боляче погано важко втомилась втомився одна один отримати подати заяву "
    "документи звернутися зателефонуйте подзвоніть скажіть сказати коштує гроші грошей пенсія пенсію питання "
    "запитання добрий доброго день дня вечір вечора ранку побачення вдома квартира адреса номер телефон лікар "
    "лікарня років рік нічого ніхто біженка біженець біженці переселенка переселенець приїхала приїхав знаходитесь "
    "знаходитеся маю маємо має звати шо вмію ходити догляд напишіть прийшла викличте швидку дихає вмирає вбити "
    "помирає помер померла для кого кому цього безкоштовно платно дайте дзвонити допоможе допоможуть ходить працює "
    "знайти записатися запитати дізнатися писати пишіть дитині самі щоб тому багато мало поруч після перед через "
    "завжди ніколи добре новий старий терміново повинен повинна оформити довідка довідку пенсіонер бачу чую читати "
    "читаю зрозуміти піти прийти лист родина родині житло житла телефону роки живем"
)
_POLISH = (
    "jest są czy jak gdzie kto dlaczego nie proszę dziękuję pomoc pomocy pomocą pomóc pomóżcie pomóż polsku polski "
    "polskiego mówi mówię mówić chcę chce chciałbym chciałabym potrzebuję potrzebna się dzień dobry wieczór cześć "
    "witam widzenia mogę może możecie można mam mamy jestem jesteś jesteśmy ile kosztuje mnie mój moja moje mojego "
    "mojej syn syna synowi córka dziecko dziecka dzieci mąż żona matka ojciec babcia człowiek dla jaki jaka jakie "
    "bardzo tylko jeśli albo już jeszcze teraz dzisiaj jutro pani pan rozumiem rozumie wiem wie znam litewsku "
    "litewskiego litewski wilnie kownie kłajpedzie litwie mieszkam mieszka mieszkamy sam sama żyć życie szukam "
    "pracy pracę pracować urząd warsztaty niepełnosprawny niepełnosprawna niepełnosprawność niepełnosprawności "
    "orzeczenie chory chora choruje boli źle ciężko trudno zmęczona dostać otrzymać złożyć wniosek dokumenty "
    "dokumentów zadzwonić zadzwońcie pytanie pieniądze emerytura renta zasiłek lekarz szpital lat roku nic nikt "
    "robić zrobić pomoże co bije oddycha umrzeć karetkę gdzieś nazywam dziękujemy chodzi chodzić podajcie podać "
    "numer potrzebny potrzebne pracownik pracownika socjalny zmarł zmarła kiedy kogo komu darmowe darmo bezpłatne "
    "bezpłatnie zapytać pisać piszcie znaleźć zapisać działa żeby dużo mało zawsze nigdy dobrze nowy pilnie muszę "
    "musi powinien płacić załatwić zaświadczenie emeryt widzę widzi słyszę słyszy czytać list rodzina rodzinie "
    "mieszkanie mieszkania telefonu lata opłata grupa opieka opieki napiszcie powiedzieć"
)
_ENGLISH = (
    "the is are was you your my me we they what where when how who why which do does can could would should need "
    "want help please hello hi thanks thank english speak and or not have has with for from this that there it of "
    "in on at be am im money live work job home child doctor social worker much understand don lithuanian get find "
    "good morning kill myself die hurts hurt beats i dont cant doesnt isnt know feel tired lost call number address "
    "phone pension benefit benefits disability disabled son daughter mother husband wife apply free cost long talk "
    "tell ask give show sorry some here today tomorrow nobody anybody someone people person thing really very alone "
    "sick ill hospital house food pay paid years old woman kid kids children family service services workshop "
    "workshops"
)
_LITHUANIAN = (
    "as tu jis ji mes jus jie jos ir ar kas kaip kur kada kodel kiek kokia koks kokie man mane mano tau tavo mums "
    "musu jums jusu jam jai su be del apie nuo iki prie per po uz is yra esu buvo bus noriu nori reikia reikalinga "
    "galiu gali galima negaliu turiu turi neturiu nera labas sveiki aciu taip ne nezinau zinau zino prasau pagalba "
    "pagalbos negalia neigalus vaikas vaiko vaikui vaikai sunus sunui mama mamai brolis dirbti darbas darbo gyventi "
    "gyvenu dar tai si sis sita cia ten jau bet kad nes arba o i suprantu nesuprantu nieko labai metai metu "
    "telefonas vardas diena pietu rytoj siandien dabar kalbate kalbu padekit padekite paskambinkit viskas gerai "
    "kuris kuri"
)

_LIKE_LITHUANIAN = frozenset(
    words_of(
        "ia i o a no to tu na ne nu da ta ti es as kas do den god ana on vas vam nas nam moia robotu jest bet pet "
        "sami vizu telefonu tomu list semi musi one odin dom let sam ce se trudna mati ili tam tut eta eto de ze si "
        "ona oni ono mama brat e deti doc ego goda liudi liudina mat moe muza net pensia pensiu sin adresa cia mae mi "
        "ranku so ukraina telefon numer adres dni moio mozes lat roku sa zona est ni"
    )
)
"""Sounds of words that are Lithuanian ones, too, when they stand without diacritics."""


def _sounds(text: str) -> frozenset[str]:
    # Where Ukrainians write г, some use g and some h.
    words = {*text.split(), *text.replace("г", "х").split()}
    return frozenset(map(in_one_spelling, words)) - _LIKE_LITHUANIAN


SOUNDS: Mapping[str, frozenset[str]] = {"ru": _sounds(_RUSSIAN) | {"pomos"}, "uk": _sounds(_UKRAINIAN)}
"""Russian and Ukrainian words as `in_one_spelling` gives them."""

CYRILLIC: Mapping[str, frozenset[str]] = {"ru": frozenset(_RUSSIAN.split()), "uk": frozenset(_UKRAINIAN.split())}

LATIN: Mapping[str, frozenset[str]] = {
    "lt": frozenset(words_of(_LITHUANIAN)),
    "en": frozenset(words_of(_ENGLISH)),
    "pl": frozenset(words_of(_POLISH)) - _LIKE_LITHUANIAN,
}
"""Folded words of the languages that are written in Latin letters only."""

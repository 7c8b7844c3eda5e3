"""Danger told in English, Russian, Polish and Ukrainian is found by their own word lists; ordinary words are not."""

import pytest

from assistant.understanding.safety import find_danger

DANGERS = {
    "en": """
i want to end it all
i don't want to wake up anymore
everyone would be better off without me
i cut my arms last night
i have pills and i will take them all
standing on a bridge right now
voices tell me to hurt myself
goodbye everyone, i am sorry
i have nothing to live for
my husband hits me
he locks me in my room
my brother takes my money and beats me
i am scared to go home
my stepfather touches me
he raped me
he is not breathing
my mother fell and does not get up
kitchen is on fire
i smell gas
my son is having a seizure
""",
    "ru": """
не хочу просыпаться
всем будет лучше без меня
я режу себе руки
выпью все таблетки
стою на мосту и хочу прыгнуть
голоса говорят мне убить себя
прощайте все, простите меня
мне незачем жить
хочу исчезнуть навсегда
муж бьёт меня
он запирает меня в комнате
брат отбирает пенсию и бьет
боюсь идти домой
отчим трогает меня
меня изнасиловали
он не дышит
мама упала и не встаёт
горит кухня
пахнет газом
у сына судороги не проходят
""",
    "pl": """
chcę umrzeć
nie chcę się już budzić
wszystkim będzie lepiej beze mnie
tnę się po rękach
wezmę wszystkie tabletki
stoję na moście i chcę skoczyć
głosy każą mi się zabić
żegnajcie wszyscy, przepraszam
nie mam po co żyć
mąż mnie bije
zamyka mnie w pokoju na klucz
brat zabiera mi pieniądze i bije
boję się wracać do domu
ojczym mnie dotyka
zgwałcił mnie
on nie oddycha
mama upadła i nie wstaje
pali się kuchnia
czuję gaz
syn ma drgawki
""",
    "uk": """
не хочу прокидатися
усім буде краще без мене
я ріжу собі руки
вип'ю всі таблетки
стою на мосту і хочу стрибнути
голоси кажуть мені вбити себе
прощавайте всі, пробачте мені
мені нема для чого жити
хочу зникнути назавжди
чоловік мене б'є
він замикає мене в кімнаті
брат забирає пенсію і б'є
боюся йти додому
вітчим мене чіпає
мене зґвалтували
він не дихає
мама впала і не встає
горить кухня
пахне газом
у сина судоми
""",
}

ORDINARY = {
    "en": """
how much does it cost
i want to work
my mother is tired
where is the bridge
i take my pills every morning
goodbye, have a nice day
the gas bill is high
""",
    "ru": """
сколько стоит услуга
я хочу работать
до свидания, спасибо
где мост
я пью таблетки утром
счет за газ
брат получает пенсию
""",
    "pl": """
ile to kosztuje
chcę pracować
do widzenia
rachunek za gaz
biorę tabletki rano
brat dostaje rentę
""",
    "uk": """
скільки це коштує
я хочу працювати
до побачення, дякую
рахунок за газ
я п'ю таблетки вранці
брат отримує пенсію
""",
}


@pytest.mark.parametrize("language", list(DANGERS))
def test_danger_in_another_language_is_found_by_its_own_words(language: str) -> None:
    missed = [text for text in DANGERS[language].strip().splitlines() if find_danger(text) is None]

    assert missed == []


@pytest.mark.parametrize("language", list(ORDINARY))
def test_ordinary_words_of_another_language_raise_no_alarm(language: str) -> None:
    alarms = [text for text in ORDINARY[language].strip().splitlines() if find_danger(text) is not None]

    assert alarms == []

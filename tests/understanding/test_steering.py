"""Short commands are heard in all their forms, and only where they are nothing but a command."""

import pytest

from assistant.understanding.steering import Steering, read_steering


@pytest.mark.parametrize(
    ("text", "steering"),
    [
        ("atgal", Steering.BACK),
        ("Grįžti", Steering.BACK),
        ("noriu grįžti atgal", Steering.BACK),
        ("atgall", Steering.BACK),
        ("pakartok", Steering.REPEAT),
        ("Pakartokit, prašau", Steering.REPEAT),
        ("dar kartą", Steering.REPEAT),
        ("iš naujo", Steering.RESTART),
        ("pradžia", Steering.RESTART),
        ("/start", Steering.RESTART),
        ("meniu", Steering.MENU),
        ("/meniu", Steering.MENU),
        ("žmogus", Steering.HUMAN),
        ("noriu zmogaus", Steering.HUMAN),
        ("pakalbėti su žmogumi", Steering.HUMAN),
        ("ar galima pakalbėti su žmogumi", Steering.HUMAN),
        ("nežinau", Steering.DONT_KNOW),
        ("NEŽINAU!!!", Steering.DONT_KNOW),
        ("nesuprantu", Steering.SIMPLER),
        ("nežinau, ką tai reiškia", Steering.SIMPLER),
        ("nežinau ko jūs klausiat", Steering.SIMPLER),
        ("nežinau ko noriu", Steering.DONT_KNOW),
        ("bijau paspausti ne ta", Steering.AFRAID),
        ("o jei suklysiu?", Steering.AFRAID),
        ("supratau, ačiū", Steering.CLEAR),
        ("nesuprntu", Steering.SIMPLER),
        ("paprasčiau", Steering.SIMPLER),
        ("plačiau", Steering.FULLER),
        ("kodėl klausiate?", Steering.WHY),
        ("kam to reikia", Steering.WHY),
        ("stop", Steering.STOP),
        ("klausyti", Steering.LISTEN),
        ("perskaitykite garsiai", Steering.LISTEN),
    ],
)
def test_commands_are_heard_in_all_their_forms(text: str, steering: Steering) -> None:
    assert read_steering(text) is steering


@pytest.mark.parametrize(
    "text",
    [
        "",
        "noriu grįžti į darbą po ligos",
        "žmogus su negalia",
        "mano brolis nori pakalbėti su žmogumi iš savivaldybės dėl pinigų",
        "kodėl dalyvumo lygis yra 40",
        "taip",
        "ne",
        "dirbtuvės",
        "pradžioje gyvenau Kretingoje",
        "stoties gatvė",
        "be galo",
        "nesuprantu kas yra atvejo vadyba",
        "daugiau kaip 18",
        "Kretinga",
        "noriu klausyti muzikos",
        "baisu",
        "nedrįstu sakyti",
    ],
)
def test_a_command_inside_other_words_is_no_command(text: str) -> None:
    assert read_steering(text) is None


def test_a_slip_of_spelling_is_not_forgiven_where_words_must_be_exact() -> None:
    assert read_steering("pakartk") is Steering.REPEAT
    assert read_steering("pakartk", must_be_exact=True) is None

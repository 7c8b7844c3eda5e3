from assistant.delivery.payload import letter_about


def test_a_letter_says_the_number_as_it_is_read_aloud_and_where_to_answer() -> None:
    letter = letter_about("47128035", "https://aiskiai.example/inbox/47128035")

    assert letter.subject == "Naujas prašymas 47 12 80 35"
    assert "Prašymo numeris: 47 12 80 35" in letter.body
    assert "\nhttps://aiskiai.example/inbox/47128035\n" in letter.body


def test_a_letter_can_be_told_apart_by_nothing_but_its_number_and_link() -> None:
    one = letter_about("47128035", "https://aiskiai.example/inbox/47128035")
    other = letter_about("10293847", "https://aiskiai.example/inbox/10293847")

    for number, spoken in (("47128035", "47 12 80 35"), ("10293847", "10 29 38 47")):
        assert (number in one.body, spoken in one.subject) == (number == "47128035", number == "47128035")
    assert one.body.replace("47128035", "#").replace("47 12 80 35", "#") == other.body.replace("10293847", "#").replace(
        "10 29 38 47", "#"
    )


def test_a_subject_is_one_line() -> None:
    assert "\n" not in letter_about("47128035", "https://aiskiai.example/inbox/47128035").subject

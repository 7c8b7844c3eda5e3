"""Topics and services: what ships, and what is refused."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from assistant.easy_language.report import check
from assistant.easy_language.sentences import split_sentences
from assistant.errors import ContentError
from assistant.library.library import TopicAnswer
from assistant.library.sources import load_sources
from assistant.library.topics import load_services, load_topics

CONTENT = Path(__file__).resolve().parents[2] / "content"
SOURCE = (
    "title: Puslapis\npublisher: P\naddress: example.lt\ndated: ''\nchecked_on: 2026-11-22\nread: whole\n"
    "facts:\n  - {place: viršuje, says: Kainos puslapyje nėra.}\n"
)
TOPIC = (
    "service: social-workshops\n"
    "topics:\n"
    "  cost:\n"
    "    title: Kaina\n"
    "    picture: money\n"
    "    sentences: [Aš nežinau.]\n"
    "    sources:\n"
    "      - source: page\n"
    "        place: viršuje\n"
)


@pytest.fixture(scope="module")
def topics() -> Mapping[tuple[str, str], TopicAnswer]:
    return load_topics(CONTENT / "lt" / "topics", load_sources(CONTENT / "sources"))


def folder_with(tmp_path: Path, *files: str) -> Path:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "page.yaml").write_text(SOURCE, encoding="utf-8")
    folder = tmp_path / "topics"
    folder.mkdir()
    for position, text in enumerate(files):
        (folder / f"{position}.yaml").write_text(text, encoding="utf-8")
    return folder


def loaded(tmp_path: Path, *files: str) -> Mapping[tuple[str, str], TopicAnswer]:
    return load_topics(folder_with(tmp_path, *files), load_sources(tmp_path / "sources"))


def test_a_topic_knows_its_service_and_its_source(tmp_path: Path) -> None:
    answer = loaded(tmp_path, TOPIC)["cost", "social-workshops"]
    assert (answer.title, answer.sentences, answer.simple) == ("Kaina", ("Aš nežinau.",), ())
    assert (answer.sources[0].title, answer.sources[0].place) == ("Puslapis", "viršuje")


def test_a_topic_that_stands_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r'1\.yaml:3: "cost" stands also in .*0\.yaml'):
        loaded(tmp_path, TOPIC, TOPIC)


def test_an_unknown_source_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r'0\.yaml:8: the source "pgae" is not known'):
        loaded(tmp_path, TOPIC.replace("source: page", "source: pgae"))


def test_an_unknown_service_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r'0\.yaml:1: "service"'):
        loaded(tmp_path, TOPIC.replace("social-workshops", "workshop"))


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="there is no topic here"):
        loaded(tmp_path)


def test_a_service_without_a_name_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "services.yaml"
    path.write_text("respite: {label: A, genitive: b, accusative: c, picture: sofa}\n", encoding="utf-8")
    with pytest.raises(ContentError, match="case-management, family-case-management"):
        load_services(path)


def test_every_service_has_its_name() -> None:
    services = load_services(CONTENT / "lt" / "services.yaml")
    assert len(services) == 7
    assert services["case-management"].accusative == "atvejo vadybą"


def test_every_answer_is_told_at_both_levels(topics: Mapping[tuple[str, str], TopicAnswer]) -> None:
    assert [key for key, answer in topics.items() if not answer.simple] == []


def test_all_answers_together_keep_the_means_of_their_levels(
    topics: Mapping[tuple[str, str], TopicAnswer],
) -> None:
    # Given all answers as one text for each level, but for the one in other languages
    own = [answer for answer in topics.values() if answer.topic != "other-language"]
    fuller = check("\n".join(sentence for answer in own for sentence in answer.sentences), 2)
    simpler = check("\n".join(sentence for answer in own for sentence in answer.simple), 1)
    # Then they keep the Lithuanian recommendations, and few words are long
    assert fuller.words_per_sentence <= 7.0
    assert simpler.words_per_sentence <= 5.0
    assert fuller.words_per_sentence + fuller.long_words_percent <= 30


def test_level_1_is_not_longer_than_level_2(topics: Mapping[tuple[str, str], TopicAnswer]) -> None:
    def words(sentences: tuple[str, ...]) -> int:
        return sum(len(sentence.words) for sentence in split_sentences("\n".join(sentences)))

    assert [key for key, answer in topics.items() if words(answer.simple) > words(answer.sentences)] == []


def test_deadlines_of_the_family_procedure_are_told_of_families_only(
    topics: Mapping[tuple[str, str], TopicAnswer],
) -> None:
    for (_, service), answer in topics.items():
        if service != "family-case-management":
            assert "darbo dien" not in " ".join(answer.sentences + answer.simple)


def test_the_unknown_price_is_told_to_be_unknown(topics: Mapping[tuple[str, str], TopicAnswer]) -> None:
    for service in ("case-management", "social-workshops", "family-case-management"):
        assert "Kiek tai kainuoja, aš nežinau." in topics["cost", service].sentences

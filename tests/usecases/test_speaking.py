"""What is said aloud: content is rendered once and kept, anybody's own words never reach the shelf."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from assistant.errors import NoSoundError
from assistant.library.library import Library
from assistant.usecases.speaking import Form, Sound, Speak


@dataclass
class FakeVoice:
    """Says what it is told, and remembers it."""

    name: str = "lt 140"
    said: list[tuple[tuple[str, ...], Form]] = field(default_factory=list)
    breaks: bool = False
    is_closed: bool = False

    async def say(self, texts: Sequence[str], form: Form) -> Sound:
        if self.breaks:
            raise NoSoundError("broken")
        self.said.append((tuple(texts), form))
        return Sound(" ".join(texts).encode(), 1.0, 0.5, 0.1)

    async def close(self) -> None:
        self.is_closed = True


@dataclass
class FakeShelf:
    """Sounds in memory."""

    kept: dict[str, bytes] = field(default_factory=dict)

    async def get(self, name: str) -> bytes | None:
        return self.kept.get(name)

    async def put(self, name: str, sound: bytes) -> None:
        self.kept[name] = sound


@dataclass
class Place:
    """Who speaks, with what stands behind."""

    library: Library
    voice: FakeVoice = field(default_factory=FakeVoice)
    shelf: FakeShelf = field(default_factory=FakeShelf)

    @property
    def speak(self) -> Speak:
        return Speak(self.library, self.voice, self.shelf)


@pytest.fixture
def place(library: Library) -> Place:
    return Place(library)


SENTENCE = "Socialinės dirbtuvės yra žmonėms nuo 18 metų."


async def test_a_sentence_of_content_is_rendered_once_with_its_numbers_in_words(place: Place) -> None:
    name = place.speak.name_of(SENTENCE)

    first, second = await place.speak.kept(name), await place.speak.kept(name)

    assert first == second == "Socialinės dirbtuvės yra žmonėms nuo aštuoniolikos metų.".encode()
    assert len(place.voice.said) == 1
    assert list(place.shelf.kept) == [name]


async def test_the_name_changes_with_the_voice_and_the_words(place: Place) -> None:
    name = place.speak.name_of(SENTENCE)
    place.voice.name = "lt 100"

    assert place.speak.name_of(SENTENCE) != name
    assert place.speak.name_of(SENTENCE) != place.speak.name_of("Jos yra žmonėms nuo 18 metų.")


@pytest.mark.parametrize(
    "sentence", ["Mano vardas Ona.", "Prašymo numeris yra {number}.", "Prašymo numeris yra 47 12 80 35.", ""]
)
async def test_what_is_not_content_has_no_name(place: Place, sentence: str) -> None:
    assert place.speak.name_of(sentence) == ""
    with pytest.raises(NoSoundError):
        await place.speak.render(sentence)
    assert place.shelf.kept == {}


async def test_an_unknown_name_has_no_sound(place: Place) -> None:
    with pytest.raises(NoSoundError) as failure:
        await place.speak.kept("0" * 32)

    assert not failure.value.is_known


async def test_a_persons_own_words_are_said_and_kept_nowhere(place: Place) -> None:
    sound = await place.speak.aloud(("Vardas: Ona.", "Jūsų telefonas: 0 612 34567."), Form.OPUS)

    assert sound.decode().startswith("Vardas: Ona. Jūsų telefonas: nulis,")
    assert place.shelf.kept == {}
    assert place.voice.said[0][1] is Form.OPUS


async def test_a_voice_that_fails_leaves_nothing_behind(place: Place) -> None:
    place.voice.breaks = True

    with pytest.raises(NoSoundError) as failure:
        await place.speak.kept(place.speak.name_of(SENTENCE))

    assert failure.value.is_known
    assert place.shelf.kept == {}


@pytest.mark.parametrize("sentences", [(), ("",), ("😀",), ("Здравствуйте.",)])
async def test_what_nobody_can_say_in_lithuanian_is_not_said(place: Place, sentences: tuple[str, ...]) -> None:
    with pytest.raises(NoSoundError):
        await place.speak.aloud(sentences)


async def test_a_message_may_be_shared_only_where_all_of_it_is_content(place: Place) -> None:
    assert place.speak.shared_name((SENTENCE, "Jos yra žmonėms nuo 18 metų."))
    assert place.speak.shared_name((SENTENCE, "Mano vardas Ona.")) == ""
    assert place.speak.shared_name(()) == ""


async def test_where_sound_is_off_nothing_is_said(library: Library) -> None:
    speak = Speak(library, None, FakeShelf())

    assert not speak.is_on
    assert speak.name_of(SENTENCE) == ""
    with pytest.raises(NoSoundError):
        await speak.aloud((SENTENCE,))
    await speak.close()


def test_all_of_content_can_be_heard(place: Place) -> None:
    sentences = place.speak.sentences()

    assert len(sentences) > 2000
    assert len(sentences) == len(set(sentences))
    assert not any("{" in sentence for sentence in sentences)

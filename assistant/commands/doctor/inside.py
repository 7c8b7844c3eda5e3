"""The product itself: its words, papers and voice, and how staff sign in."""

import asyncio
from collections.abc import Iterator, Sequence

from assistant.adapters import documents
from assistant.adapters.documents import TypstDocuments
from assistant.adapters.letter_forms import writable
from assistant.adapters.speech.voice import ProcessVoice
from assistant.adapters.webhooks import Target
from assistant.commands.doctor.finding import Deployment, Finding, by_kind, fine, mend, warning
from assistant.delivery.paper import Paper, PaperLine, PaperPart
from assistant.errors import ContentError, NoSoundError, SettingsError
from assistant.library.learned import is_remembered
from assistant.library.library import Library
from assistant.library.topics import load_services
from assistant.referrals.routing import Way
from assistant.settings import ROOT
from assistant.usecases.speaking import Form

LETTERS = "Ąžuolėlių šeimų ūkis, čia įėję."
LICENCES = ("content/pictures/LICENCE.md", "content/lexicon/dictionary/LICENSE", "assistant/adapters/fonts/OFL.txt")


async def look_at_content(deployment: Deployment) -> Sequence[Finding]:
    """Whether the words can be used, whether they are learned already, and whether each webhook has its secret."""
    settings = deployment.settings
    try:
        words = settings.content_dir / "lt"
        services = load_services(words / "services.yaml")
        is_quick = is_remembered(words, settings.memory_dir, services)
        library = await asyncio.to_thread(deployment.load, settings)
    except (ContentError, OSError) as error:
        return [mend("Content", f"it cannot be used. {error}")]
    return [
        fine("Content", f"{len(library.topics)} topics, {len(library.municipalities)} municipalities: it can be used."),
        fine("What is learned", "it is kept, so a start is quick.")
        if is_quick
        else warning(
            "What is learned",
            f"it was not in {settings.memory_dir}. A start took a minute; may that folder be written to?",
        ),
        *_webhooks(deployment, library),
    ]


def _webhooks(deployment: Deployment, library: Library) -> Iterator[Finding]:
    secrets = deployment.settings.webhook_secrets
    for route in library.routes.values():
        for recipient in route.recipients:
            if recipient.way is Way.WEBHOOK:
                secret = secrets.get(recipient.name)
                try:
                    Target.of(recipient.name, recipient.to, secret.get_secret_value() if secret else "")
                except SettingsError as error:
                    yield mend("Webhooks", str(error))


async def look_at_papers(deployment: Deployment) -> Sequence[Finding]:
    """Whether a paper can be written, with the letters that Lithuanian needs."""
    folder = documents.HERE / "fonts"
    if not any(folder.glob("*.ttf")) or not writable(LETTERS).is_whole:
        return [mend("Papers", f"the letter forms in {folder} are not there. Install the product anew.")]
    paper = Paper("doctor", LETTERS, (PaperPart("", (PaperLine((LETTERS,)),)),))
    try:
        written = await TypstDocuments(deployment.settings.content_dir / "pictures").pdf(paper)
    except Exception as error:  # noqa: BLE001 - typst raises what it likes
        return [mend("Papers", f"none can be written ({type(error).__name__}). Install the product anew.")]
    return [fine("Papers", f"one was written to try ({len(written)} bytes).")]


async def look_at_voice(deployment: Deployment) -> Sequence[Finding]:
    """Whether a sentence can be said."""
    settings = deployment.settings
    if not settings.speech:
        return [fine("Voice", "it is switched off. (AISKIAI_SPEECH=false)")]
    voice = ProcessVoice(settings.speech_voice, settings.speech_rate)
    try:
        sound = await voice.say(("Laba diena.",), Form.MP3)
    except NoSoundError as error:
        return [mend("Voice", f"{error} Look at AISKIAI_SPEECH_VOICE, or set AISKIAI_SPEECH=false (docs/sound.md).")]
    finally:
        await voice.close()
    return [fine("Voice", f"it speaks ({sound.seconds:.1f} seconds were said to try).")]


async def look_at_signing_in(deployment: Deployment) -> Sequence[Finding]:
    """Whether a mailbox alone opens the inbox."""
    rule = deployment.settings.second_factor
    if rule == "required":
        return [fine("Second factor", "staff need one.")]
    words = f"it is only {rule}: whoever reads a mailbox reads the requests. Set AISKIAI_SECOND_FACTOR=required."
    return [by_kind(deployment, "Second factor", words if rule == "offered" else words.replace("only ", ""))]


async def look_at_licences(_deployment: Deployment) -> Sequence[Finding]:
    """Whether the terms lie beside what others have made."""
    missing = [name for name in LICENCES if not (ROOT / name).is_file()]
    if missing:
        return [mend("Licences", f"{', '.join(missing)} must lie beside what it is about. Install the product anew.")]
    return [fine("Licences", "they lie beside the letters, the pictures and the dictionary.")]

"""The ear: whether the speech model can be used, where one is set."""

from collections.abc import Sequence

from assistant.adapters.speech_in.model_folder import fault_of
from assistant.adapters.speech_in.recogniser import ProcessRecogniser
from assistant.commands.doctor.finding import Deployment, Finding, fine, mend
from assistant.errors import NotHeardError

MEND = "Look at AISKIAI_SPEECH_MODEL_DIR, or leave it empty (docs/telegram.md)."


async def look_at_listening(deployment: Deployment) -> Sequence[Finding]:
    """Whether the model can be loaded."""
    folder = deployment.settings.speech_model_dir
    if folder is None:
        return [fine("Voice messages", "nobody listens to them; people are asked to write or press.")]
    fault = fault_of(folder)
    if fault:
        return [mend("Voice messages", f"{fault} {MEND}")]
    ear = ProcessRecogniser(folder, most_seconds=1)
    try:
        await ear.words_of(b"")
    except NotHeardError as error:
        return [mend("Voice messages", f"{error} {MEND}")]
    finally:
        await ear.close()
    return [fine("Voice messages", "the speech model can be loaded.")]

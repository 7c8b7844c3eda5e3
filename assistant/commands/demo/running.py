"""The command `demo`: makes examples or takes them away, and says so in a line."""

from assistant.commands.demo.making import make_examples, remove_examples
from assistant.commands.staff import municipality_named
from assistant.library.loader import load_library
from assistant.settings import Settings


async def examples(
    settings: Settings, municipality: str, *, count: int, seed: int, remove: bool, beside_real: bool
) -> str:
    """What was done. Raises SettingsError for a municipality that is not one, and ExamplesRefusedError."""
    library = load_library(settings.content_dir, settings.memory_dir)
    known = municipality_named(library, municipality or settings.demo_municipality)
    if remove:
        removed = await remove_examples(settings, library, known)
        return f"{removed} examples of {known} are gone, with their conversations, deliveries and accounts."
    made = await make_examples(settings, library, known, count=count, seed=seed, beside_real=beside_real)
    return f"{known} has {made} examples now. Take them away with: aiskiai demo --municipality {known} --remove"

"""What every part of the command needs: words to people, and the settings."""

import typer

from assistant.observability import set_up_logs
from assistant.settings import Settings


def say(words: str) -> None:
    """Words go to standard error; standard output is for data."""
    typer.echo(words, err=True)


def settings_from(**chosen: object) -> Settings:
    """The settings of the environment, with what the command line chose; logs are set up by them."""
    settings = Settings.from_environment(**chosen)
    set_up_logs(settings.log_format)
    return settings

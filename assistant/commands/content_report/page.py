"""The report as one page that needs nothing else: no network, no script, pictures inside."""

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from assistant.i18n import format_day, translator
from assistant.library.pictures import Picture, read_pictures
from assistant.library.report.facts import ContentReport, Kind, Light
from assistant.library.report.wording import Wording, comma

HERE = Path(__file__).parent


def as_page(report: ContentReport, wording: Wording, pictures: Path) -> str:
    """The page; `pictures` is the folder of the drawings."""
    environment = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_translations(translator(), newstyle=False)  # type: ignore[attr-defined]  # the extension adds it
    environment.filters.update(comma=comma, day=format_day)
    known = read_pictures(pictures)
    used = {card.picture for card in report.cards if card.picture}
    return environment.get_template("page.html").render(
        report=report,
        say=wording,
        meanings={name: picture.meaning for name, picture in known.items()},
        pictures=_looks(pictures, {name: known[name] for name in sorted(used)}),
        with_remarks=[card for card in report.cards if card.light is not Light.GREEN],
        Kind=Kind,
    )


def _looks(folder: Path, pictures: Mapping[str, Picture]) -> Markup:
    """Each drawing once, as a rule of style, however often it is shown."""
    return Markup("\n").join(_rules(folder, pictures))


def _rules(folder: Path, pictures: Mapping[str, Picture]) -> Iterable[Markup]:
    for name, picture in pictures.items():
        drawing = re.sub(rb"\s+", b" ", (folder / picture.file).read_bytes())
        data = b64encode(drawing).decode()
        # Names of pictures are ids and the data are letters, so nothing here can leave the style.
        yield Markup('.picture-{}{{background-image:url("data:image/svg+xml;base64,{}")}}').format(name, Markup(data))  # noqa: S704 - base64  # nosec B704

"""Pictures, styles, scripts and letters: everything that a page loads, all from here and from nobody else."""

from http import HTTPStatus
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Path, Request, Response
from fastapi.responses import FileResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from typing_extensions import override

from api.bundles import bundled
from api.chat.rendering import pages_of
from api.dependencies import TheHost

if TYPE_CHECKING:
    from pathlib import Path as FilePath

    from starlette.types import Scope

FOR_GOOD = "public, max-age=31536000, immutable"
FOR_A_MONTH = "public, max-age=2592000"
ASK_FIRST = "no-cache"

router = APIRouter(include_in_schema=False)


@router.api_route("/pictures/{name}.svg", methods=["GET", "HEAD"])
async def picture(name: str, request: Request, host: TheHost) -> Response:
    """A picture from the list; no other file can be asked for."""
    known = pages_of(request).pictures.get(name)
    if known is None:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    return _drawing(host.settings.content_dir / "pictures" / known.file)


@router.api_route("/pictures/receipt/{word}.svg", methods=["GET", "HEAD"])
async def receipt_picture(word: Annotated[str, Path(pattern="^[a-z]{3,14}$")], host: TheHost) -> Response:
    """The picture of a word that stands on receipts."""
    file = host.settings.content_dir / "pictures" / "receipt" / f"{word}.svg"
    if not file.is_file():
        raise HTTPException(HTTPStatus.NOT_FOUND)
    return _drawing(file)


def _drawing(file: "FilePath") -> Response:
    return FileResponse(
        file,
        media_type="image/svg+xml",
        # Opened by itself a drawing is a document; it may do nothing.
        headers={"cache-control": FOR_A_MONTH, "content-security-policy": "default-src 'none'; sandbox"},
    )


class KeptFiles(StaticFiles):
    """Static files, and bundles of them, that tell browsers for how long they may be kept."""

    def __init__(self, folder: "FilePath") -> None:
        super().__init__(directory=folder)
        self._bundles = bundled(folder)

    @override
    async def get_response(self, path: str, scope: "Scope") -> Response:
        bundle = self._bundles.get(path)
        if bundle is None or scope["method"] not in {"GET", "HEAD"}:
            response = await super().get_response(path, scope)
        else:
            response = Response(bundle, media_type="text/css")
        # An address with the mark of the content never changes its meaning, nor do the font files.
        is_fixed = scope["query_string"].startswith(b"v=") or path.endswith(".woff2")
        response.headers["cache-control"] = FOR_GOOD if is_fixed else ASK_FIRST
        return response

"""A paper as an answer over HTTP: opens in the browser, and has a name where it is kept."""

from fastapi import Response

from assistant.delivery.paper import Paper

PDF = "application/pdf"
POLICY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; form-action 'none'"
"""Browsers show a PDF by a viewer of their own, which is an object with styles; everything else stays forbidden."""


def pdf_answer(paper: Paper, pdf: bytes) -> Response:
    """The file, kept by no cache."""
    headers = {
        "content-disposition": f'inline; filename="{paper.name}.pdf"',
        "content-security-policy": POLICY,
        "cache-control": "no-store",
    }
    return Response(pdf, media_type=PDF, headers=headers)

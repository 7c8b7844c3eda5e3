"""Locks a PDF with a password: AES with 256 bits, as PDF 2.0 has it."""

import asyncio
from io import BytesIO

import pikepdf


class PdfLocker:
    """The port Locker."""

    async def locked(self, pdf: bytes, password: str) -> bytes:
        """The PDF so that neither its words nor its title are read without the password."""
        return await asyncio.to_thread(_locked, pdf, password)


def _locked(pdf: bytes, password: str) -> bytes:
    written = BytesIO()
    # Revision 6 is AES-256. Whoever opens it may do everything with it, and a screen reader may read it.
    lock = pikepdf.Encryption(user=password, owner=password, R=6, aes=True, metadata=True)
    with pikepdf.open(BytesIO(pdf)) as opened:
        opened.save(written, encryption=lock)
    return written.getvalue()

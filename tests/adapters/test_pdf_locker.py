from io import BytesIO

import pikepdf
import pytest

from assistant.adapters.pdf_locker import PdfLocker

PASSWORD = "x7k2-90ab-cdef-ghjk"


def paper() -> bytes:
    written = BytesIO()
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        page.Contents = pdf.make_stream(b"BT (Ona Onaite) Tj ET")
        pdf.docinfo["/Title"] = "Ona Onaite"
        pdf.save(written)
    return written.getvalue()


async def test_without_the_password_nothing_is_read() -> None:
    locked = await PdfLocker().locked(paper(), PASSWORD)

    assert b"Ona" not in locked
    for wrong in ("", "x7k2-90ab-cdef-ghjx"):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(BytesIO(locked), password=wrong)


async def test_with_the_password_everything_is_there_and_the_lock_is_aes_with_256_bits() -> None:
    locked = await PdfLocker().locked(paper(), PASSWORD)

    with pikepdf.open(BytesIO(locked), password=PASSWORD) as opened:
        assert opened.encryption.bits == 256
        assert opened.encryption.R == 6
        assert opened.encryption.stream_method is pikepdf.models.EncryptionMethod.aesv3
        assert opened.encryption.string_method is pikepdf.models.EncryptionMethod.aesv3
        assert opened.allow.accessibility
        assert b"Ona Onaite" in opened.pages[0].Contents.read_bytes()
        assert str(opened.docinfo["/Title"]) == "Ona Onaite"

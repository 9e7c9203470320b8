"""A code that a phone's camera reads."""

from io import BytesIO

import segno

SCALE = 10  # dots a module: legible on an old screen, and still a few kilobytes
QUIET = 4  # modules of white around it, as the standard (ISO 18004) wants


def code_picture(text: str) -> bytes:
    """The QR code of this text as a PNG; a quarter of it may be hidden."""
    buffer = BytesIO()
    segno.make_qr(text, error="q").save(buffer, kind="png", scale=SCALE, border=QUIET)
    return buffer.getvalue()

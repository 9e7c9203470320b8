"""Drawing words on a white sheet. The letters come with a package, so that no machine shows boxes."""

from functools import cache
from io import BytesIO
from typing import Literal

import pylopdf_fonts_ko
from PIL import Image, ImageDraw, ImageFont

INK = (33, 37, 41)
SOFT = (108, 117, 125)
LINE = (206, 212, 218)
BAR = (31, 111, 139)  # 5.6:1 on white; no meaning is in the color alone
Anchor = Literal["la", "ra", "ma"]


class Sheet:
    """A sheet of paper to write on; places in dots from the upper left corner."""

    def __init__(self, width: int, height: int) -> None:
        self.image = Image.new("RGB", (width, height), "white")
        self._pen = ImageDraw.Draw(self.image)

    def write(
        self,
        x: float,
        y: float,
        words: str,
        size: int,
        color: tuple[int, int, int] = INK,
        anchor: Anchor = "la",
    ) -> None:
        """Write a line; `anchor` says whether x is its left, its right or its middle."""
        self._pen.text((x, y), words, fill=color, font=letters(size), anchor=anchor)

    def box(self, left: float, top: float, right: float, bottom: float) -> None:
        """A filled bar."""
        self._pen.rectangle((left, top, max(left, right), bottom), fill=BAR)

    def line(self, y: float, left: float, right: float) -> None:
        """A thin line across."""
        self._pen.line((left, y, right, y), fill=LINE, width=2)

    def frame(self, left: float, top: float, right: float, bottom: float) -> None:
        """A frame."""
        self._pen.rectangle((left, top, right, bottom), outline=INK, width=3)

    def png(self) -> bytes:
        """The sheet as a picture."""
        return self._saved("PNG")

    def pdf(self, title: str) -> bytes:
        """The sheet as one page to print."""
        return self._saved("PDF", title=title, resolution=150.0)

    def _saved(self, kind: str, **options: object) -> bytes:
        buffer = BytesIO()
        self.image.save(buffer, kind, **options)
        return buffer.getvalue()


@cache
def letters(size: int) -> ImageFont.FreeTypeFont:
    """Noto Sans KR (SIL Open Font License) in this size."""
    return ImageFont.truetype(str(pylopdf_fonts_ko.sans_path()), size)

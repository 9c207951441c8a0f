"""The calls of pdfium that are made thousands of times a page, bound so that a call costs what it should.

pypdfium2's own bindings convert every pointer to an object of its type; here a pointer is a number, which makes a call
three times as cheap. They hold Python's global lock, as giving it up costs more than they take.
"""

import ctypes
import struct
from functools import cache
from threading import Lock
from typing import Any

from skillgap.documents.types import Box

LOCK = Lock()
"""pdfium keeps global state: one thread at a time."""

CharBox = tuple[float, float, float, float]
TEXT, PATH, IMAGE, SHADING, FORM = 1, 2, 3, 4, 5
POINTER, INT = ctypes.c_void_p, ctypes.c_int
SIGNATURES: dict[str, tuple[Any, ...]] = {
    "FPDFText_CountChars": (INT, POINTER),
    "FPDFText_GetCharIndexFromTextIndex": (INT, POINTER, INT),
    "FPDFText_GetLooseCharBox": (INT, POINTER, INT, POINTER),
    "FPDFText_GetCharBox": (INT, POINTER, INT, POINTER, POINTER, POINTER, POINTER),
    "FPDFText_GetTextObject": (POINTER, POINTER, INT),
    "FPDFText_GetCharAngle": (ctypes.c_float, POINTER, INT),
    "FPDFText_HasUnicodeMapError": (INT, POINTER, INT),
    "FPDFPage_CountObjects": (INT, POINTER),
    "FPDFPage_GetObject": (POINTER, POINTER, INT),
    "FPDFFormObj_CountObjects": (INT, POINTER),
    "FPDFFormObj_GetObject": (POINTER, POINTER, ctypes.c_ulong),
    "FPDFPageObj_GetType": (INT, POINTER),
    "FPDFPageObj_GetFillColor": (INT, POINTER, POINTER, POINTER, POINTER, POINTER),
    "FPDFPageObj_GetBounds": (INT, POINTER, POINTER, POINTER, POINTER, POINTER),
    "FPDFPageObj_HasTransparency": (INT, POINTER),
    "FPDFPageObj_GetMatrix": (INT, POINTER, POINTER),
    "FPDFPageObj_GetClipPath": (POINTER, POINTER),
    "FPDFClipPath_CountPaths": (INT, POINTER),
    "FPDFClipPath_CountPathSegments": (INT, POINTER, INT),
    "FPDFClipPath_GetPathSegment": (POINTER, POINTER, INT, INT),
    "FPDFPathSegment_GetPoint": (INT, POINTER, POINTER, POINTER),
    "FPDFPath_CountSegments": (INT, POINTER),
    "FPDFPath_GetDrawMode": (INT, POINTER, POINTER, POINTER),
    "FPDFPageObj_CountMarks": (INT, POINTER),
    "FPDFPageObj_GetMark": (POINTER, POINTER, ctypes.c_ulong),
    "FPDFPageObjMark_GetName": (INT, POINTER, POINTER, ctypes.c_ulong, POINTER),
    "FPDFPageObj_SetIsActive": (INT, POINTER, INT),
    "FPDFTextObj_GetTextRenderMode": (INT, POINTER),
    "FPDFTextObj_GetText": (ctypes.c_ulong, POINTER, POINTER, POINTER, ctypes.c_ulong),
    "FPDFTextObj_GetFont": (POINTER, POINTER),
    "FPDFTextObj_GetFontSize": (INT, POINTER, POINTER),
    "FPDFFont_GetWeight": (INT, POINTER),
    "FPDFFont_GetBaseFontName": (ctypes.c_size_t, POINTER, POINTER, ctypes.c_size_t),
}


class Calls:
    """pdfium's functions by their names; results that come back through pointers land in buffers kept here."""

    def __init__(self) -> None:
        import pypdfium2.raw

        for name, (result, *arguments) in SIGNATURES.items():
            address = ctypes.cast(getattr(pypdfium2.raw, name), POINTER).value
            setattr(self, name, ctypes.PYFUNCTYPE(result, *arguments)(address or 0))
        self.doubles = (ctypes.c_double * 4)()
        self.floats = (ctypes.c_float * 6)()
        self.numbers = (ctypes.c_uint * 4)()
        self.four_floats = struct.Struct("4f").unpack_from
        self.four_numbers = struct.Struct("4I").unpack_from
        self.name = ctypes.create_string_buffer(128)
        self.doubles_at = [ctypes.addressof(self.doubles) + 8 * n for n in range(4)]
        self.floats_at = [ctypes.addressof(self.floats) + 4 * n for n in range(6)]
        self.numbers_at = [ctypes.addressof(self.numbers) + 4 * n for n in range(4)]

    def __getattr__(self, name: str) -> Any:
        """Only what SIGNATURES names; said here for the type checker."""
        raise AttributeError(name)

    def char_box(self, textpage: int, char: int) -> CharBox:
        """Left, top, right, bottom of a letter in the page's own space, y upwards, as high as its font is."""
        self.FPDFText_GetLooseCharBox(textpage, char, self.floats_at[0])
        return self.four_floats(self.floats)

    def letter_size(self, textpage: int, char: int) -> tuple[float, float]:
        """Width and height of what is drawn of a letter."""
        self.FPDFText_GetCharBox(textpage, char, *self.doubles_at)
        left, right, bottom, top = self.doubles
        return right - left, top - bottom

    def has_text(self, textpage: int, text_object: int) -> bool:
        """Whether any letter of the object became part of the page's text."""
        length: int = self.FPDFTextObj_GetText(text_object, textpage, None, 0)
        return length > len("\0".encode("utf-16-le"))

    def bounds(self, page_object: int) -> Box:
        """Left, bottom, right, top, y upwards."""
        self.FPDFPageObj_GetBounds(page_object, *self.floats_at[:4])
        return self.four_floats(self.floats)

    def matrix(self, page_object: int) -> tuple[float, ...]:
        self.FPDFPageObj_GetMatrix(page_object, self.floats_at[0])
        return tuple(self.floats)

    def point(self, segment: int) -> tuple[float, float]:
        self.FPDFPathSegment_GetPoint(segment, *self.floats_at[:2])
        return self.floats[0], self.floats[1]

    def fill_color(self, page_object: int) -> tuple[int, int, int, int]:
        """Red, green, blue, alpha; opaque black where the object has no colour of its own."""
        if not self.FPDFPageObj_GetFillColor(page_object, *self.numbers_at):
            return 0, 0, 0, 255
        return self.four_numbers(self.numbers)

    def marks(self, page_object: int) -> list[str]:
        """Names of the marked content that the object stands in."""
        names = []
        for number in range(min(8, self.FPDFPageObj_CountMarks(page_object))):
            mark = self.FPDFPageObj_GetMark(page_object, number)
            self.FPDFPageObjMark_GetName(mark, ctypes.addressof(self.name), len(self.name), self.numbers_at[0])
            names.append(self.name.raw[: self.numbers[0]].decode("utf-16-le", errors="replace").rstrip("\0"))
        return names

    def font_name(self, font: int) -> str:
        self.FPDFFont_GetBaseFontName(font, ctypes.addressof(self.name), len(self.name))
        return self.name.value.decode("latin-1")


@cache
def calls() -> Calls:
    return Calls()


def pointer(wrapped: Any) -> int:
    """The address behind one of pypdfium2's objects."""
    return ctypes.cast(wrapped.raw, POINTER).value or 0

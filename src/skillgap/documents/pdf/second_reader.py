"""pdfplumber, which is slow, for what pdfium can't tell."""

from io import BytesIO

NARROW = 0.05
"""Points."""


def squeezed_text(content: bytes, number: int) -> str:
    """What a page holds of letters without width, which pdfium leaves out; empty where pdfplumber can't read the page."""
    import pdfplumber

    try:
        with pdfplumber.open(BytesIO(content), pages=[number]) as pdf:
            return "".join(char["text"] for char in pdf.pages[0].chars if char["width"] < NARROW).strip()
    except Exception:  # noqa: BLE001 - pdfminer lets any error out of a damaged file, and this is a second opinion
        return ""

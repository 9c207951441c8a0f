"""How a person can be reached, wherever it stands: an address that only a header or footer holds is no running text."""

import re

CONTACT = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
    r"|(?:https?://|www\.)[^\s|,;]+"
    r"|\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}\.(?:com|org|net|io|dev|me|eu|edu|info|de|uk|fr)\b(?:/[^\s|,;]*)?"
    r"|\+?\(?\d[\d\s().-]{5,18}\d",
    re.IGNORECASE,
)

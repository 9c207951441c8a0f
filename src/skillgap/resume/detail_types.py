"""What personal details there are, and one as it was found in a line."""

from enum import StrEnum

from msgspec import Struct


class DetailKind(StrEnum):
    NAME = "name"
    GIVEN = "given"
    SURNAME = "surname"
    HEADLINE = "headline"
    EMAIL = "email"
    PHONE = "phone"
    FAX = "fax"
    LOCATION = "location"
    LINK = "link"
    BORN = "born"
    AGE = "age"
    NATIONALITY = "nationality"
    MARITAL = "marital"
    GENDER = "gender"
    PRIVATE = "private"


NAMES = {DetailKind.NAME, DetailKind.GIVEN, DetailKind.SURNAME}


class Detail(Struct, frozen=True):
    """`text[start:end]` of its line says it; `is_labelled` where a label in front of it says so.

    `network` is what a handle is of ("GitHub: example-jane"), empty if nothing says so; None for what is no handle.
    """

    kind: DetailKind
    start: int
    end: int
    text: str
    is_labelled: bool = False
    network: str | None = None

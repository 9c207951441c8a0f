"""Where the data folders are: inside an installed wheel, or beside `src/` in a checkout."""

from importlib.resources import files
from pathlib import Path
from typing import Literal

Shelf = Literal["skill_taxonomy", "models"]


def data_file(name: str) -> Path | None:
    """Return a file that a wheel carries beside the folders; None in a checkout."""
    path = Path(str(files("skillgap"))) / "_data" / name
    return path if path.is_file() else None


def shelf(name: Shelf) -> Path:
    """Return the folder of that name; a wheel is always unpacked on disk, so a real path exists."""
    package = Path(str(files("skillgap")))
    installed = package / "_data" / name
    if installed.is_dir():
        return installed
    checkout = package.parent.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / name).is_dir():
        return checkout / name
    raise FileNotFoundError(f"skillgap is installed without its {name} folder; install it again")

"""Prints the templates in HTML: c-* with headless Chromium, w-* with WeasyPrint; h-* are résumés as they are."""

import re
import shutil
import subprocess
import sys
import tempfile
from html import escape
from pathlib import Path

from typeset import cases, filled, output

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pdf-header-footer",
]
DATE = re.compile(rb"\(D:\d{14}")
FIXED_DATE = b"(D:20250219120000"
FONT = re.compile(r"font:([\w-]+\.(?:otf|ttf))")


def page(template: Path) -> str:
    """The whole HTML document; `font:NAME.otf` in it becomes the address of that font of the TeX distribution."""
    body = filled(template, escape)
    head = '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Résumé</title>\n'
    return FONT.sub(lambda name: font_address(name[1]), head + body.strip() + "\n")


def font_address(name: str) -> str:
    found = subprocess.run(["kpsewhich", name], check=True, capture_output=True, text=True)  # noqa: S607 found on PATH
    return Path(found.stdout.strip()).as_uri()


def print_with_chromium(html: str, pdf: Path) -> None:
    program = shutil.which("chromium")
    if program is None:
        sys.exit("chromium is not installed")
    with tempfile.TemporaryDirectory() as folder:
        source, printed = Path(folder, "page.html"), Path(folder, "page.pdf")
        source.write_text(html, encoding="utf-8")
        profile = f"--user-data-dir={folder}/profile"
        subprocess.run(
            [program, *FLAGS, profile, f"--print-to-pdf={printed}", source.as_uri()], check=True, capture_output=True
        )
        pdf.write_bytes(DATE.sub(FIXED_DATE, printed.read_bytes()))


def print_with_weasyprint(html: str, pdf: Path) -> None:
    from weasyprint import HTML

    HTML(string=html).write_pdf(pdf)


def main() -> None:
    for template in cases("h"):
        output(template, ".html").write_text(page(template), encoding="utf-8")
    for template in cases("w"):
        print_with_weasyprint(page(template), output(template, ".pdf"))
    for template in cases("c"):
        print_with_chromium(page(template), output(template, ".pdf"))


if __name__ == "__main__":
    main()

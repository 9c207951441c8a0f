"""Hidden words in RTF, and harmless look-alikes."""

from hidden_cases import FOLDER, Case, entries

RTF = [
    Case("hide-rtf-hidden", "bullet", r"{\v WORDS}"),
    Case("hide-rtf-white", "between", r"{\pard\cf1 WORDS\par}"),
    Case("hide-rtf-tiny-1pt", "end", r"{\pard\fs2 WORDS\par}"),
    Case("hide-rtf-hidden-toggled", "end", r"\pard\v WORDS\v0\par"),
    Case("fair-rtf-hidden-off", "bullet", r"{\v\v0 WORDS}"),
    Case("fair-rtf-white-on-highlight", "end", r"{\pard\cf1\highlight2 WORDS\par}"),
    Case("fair-rtf-white-on-shade", "between", r"{\pard\cf1\chshdng0\chcbpat2\cb2 WORDS\par}"),
    Case("fair-rtf-fine-print", "end", r"{\pard\fs12 WORDS\par}"),
]


_RTF_PLAIN = r"\fs20"


def _rtf_text(text: str) -> str:
    """Windows letters as escapes, tabs as the control word."""
    coded = "".join(letter if ord(letter) < 128 else f"\\'{letter.encode('cp1252').hex()}" for letter in text)
    return coded.replace("\t", r"\tab ")


def write_rtf(case: Case, person: list[str], words: str) -> None:
    sizes = {"name": r"\fs36", "#": r"\b\fs26", "@": r"\b\fs22"}
    lines = [
        r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\colortbl;\red255\green255\blue255;\red31\green58\blue95;}"
    ]
    for kind, text, here in entries(person, case.place):
        extra = case.markup.replace("WORDS", words) if here else ""
        more, after = (f" {extra}", "") if case.place == "bullet" else ("", extra)
        bullet = r"\bullet  " if kind == "-" else ""
        lines.append(rf"{{\pard\sa60\f0{sizes.get(kind, _RTF_PLAIN)} {bullet}{_rtf_text(text)}{more}\par}}")
        lines.append(after)
    (FOLDER / f"{case.name}.rtf").write_text("\n".join(line for line in lines if line) + "\n}\n", "ascii")

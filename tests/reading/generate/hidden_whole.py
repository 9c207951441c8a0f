"""What is done to the whole page of a case: turned, cut, put in layers, masked."""

import pikepdf
from hidden_page import HEIGHT, WIDTH, Sheet
from pikepdf import Array, Dictionary, Name


def upside_down(sheet: Sheet) -> None:
    """The page flipped and each text flipped back, as browsers print; undone by no restore."""
    sheet.manner = "flipped"
    sheet.canvas.addLiteral("Q 1 0 0 -1 0 841.8898 cm q")


def smaller_page(sheet: Sheet, inset: float) -> None:
    sheet.canvas.setCropBox((inset, inset, WIDTH - inset, HEIGHT - inset))


def turned(pdf: pikepdf.Pdf) -> None:
    """The page lies on its side in the file and is shown upright."""
    page = pdf.pages[0]
    page.contents_add(b"q 0 1 -1 0 841.8898 0 cm", prepend=True)
    page.contents_add(b"Q")
    page.MediaBox = Array([0, 0, 841.8898, 595.2756])
    page.Rotate = 90


def layer(pdf: pikepdf.Pdf, *, shown: bool, member: bool = False) -> None:
    """Declare the layer of `marked` words and of every Form XObject."""
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Notes"))
    state = {"/ON" if shown else "/OFF": Array([group]), "/Order": Array([group])}
    pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(state))
    target = pdf.make_indirect(Dictionary(Type=Name.OCMD, OCGs=Array([group]), P=Name.AllOn)) if member else group
    resources = pdf.pages[0].Resources
    resources.Properties = Dictionary(Layer0=target)
    for entry in resources.get("/XObject", Dictionary()).values():
        entry.OC = target


def soft_mask(pdf: pikepdf.Pdf) -> None:
    """The state `/Masked`: a luminosity mask that is black everywhere."""
    mask = pdf.make_stream(b"0 g 0 0 595 842 re f")
    mask.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 595, 842])))
    mask.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
    state = Dictionary(Type=Name.ExtGState, SMask=Dictionary(Type=Name.Mask, S=Name.Luminosity, G=mask))
    pdf.pages[0].Resources.ExtGState = Dictionary(Masked=state)

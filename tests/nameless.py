"""A folder of people with awkward names, and a look into every byte of what is made of it."""

import base64
import html
import re
import sqlite3
import zlib
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from unicodedata import normalize
from zipfile import ZipFile, is_zipfile

from sensecli.loading.folder import load_interviews
from sensecli.model import Decision, Verdict, identified
from sensecli.review.file import anchor_of
from sensecli.review.line import written
from sensecli.segmenting import segment_interview
from tests.builders import a_coding
from tests.review.made import some_values

NAMES = (
    "zoe o'brien",
    "o'brien",
    "obrien",
    "zoe",
    "zozo",
    "van der berg",
    "berg",
    "piet",
    "will grace",
    "anneliese silva-quayle",
    "anneliese",
    "silva",
    "quayle",
    "okonkwo",
    "hyacinth",
    "xanthopoulos",
    "quentin",
    "bartholomew quist",
    "quist",
    "bartholomew",
    "thessaly",
    "munt",
)
"""What must stand nowhere: small, without accents, as `found` looks for it."""

_CODEBOOK = """\
id: tiny
label: A tiny codebook, after Hyacinth Okonkwo
description: Made with Dr O'Brien.
codes:
  - id: people
    label: People, as Okonkwo says
    kind: theme
    proposition: People come first.
    definition: "What Zoë O'Brien calls people."
    examples: ["Zoë O'Brien said that people come first."]
    cues: [people, staff]
    source: "Okonkwo (2021)"
  - id: money
    label: Money
    kind: barrier
    proposition: Money is short.
    cues: [money]
  - id: story
    label: Story
    kind: lens
    proposition: It is a story.
    cues: [story]
"""
_ZOE = """\
---
id: L01
name: Dr Zoë O'Brien
role: Chair, after Piet van der Berg
organisation: O'Brien Surgery
group: practices of Okonkwo
date: 2022-09-12
interviewer: Quentin Xanthopoulos
note-taker: Thessaly Munt
PA to Okonkwo: Bartholomew Quist
---

Met Zoë O’Brien, known as Zozo, who said that people come first. Dr O'Brien's staff want more money.
Dr Zoe O\u2019Brien (ZO) agreed with O'BRIEN, Z. O'Brien and Z.O. that people matter, wrote
zoe.obrien@nhs.example and @ZoeOBrien, and so did Mr Quist. Zoe\u0308's staff are people, said Zoe
O'Brien. Thessaly noted that the O'Briens have no money. Piet van der\u00a0Berg told the story to
Will Grace, to P. van der Berg and to Anneliese Silva-
Quayle. People there will grow with grace, I hope.
"""
_WILL = """\
Name: Will Grace
ID: grace-04
Role: Director
Interviewer: Quentin Xanthopoulos

Quentin Xanthopoulos: What matters to people here, Will Grace?

Will Grace: People matter, and Piet's staff lack money. Hyacinth Okonkwo has told that story.

Quentin Xanthopoulos: Did Okonkwo pay for the staff, or Bartholomew?

Will Grace: We have hired more people since, as Zoë O'Brien and Van der Berg wanted.
"""
_CAPTIONS = """\
WEBVTT

00:00:01.000 --> 00:00:04.000
<v Quentin Xanthopoulos>What do people need, Anneliese?</v>

00:00:05.000 --> 00:00:09.000
<v Anneliese Silva-Quayle>We want people to have a say, as Silva and Quayle always did.</v>

00:00:10.000 --> 00:00:14.000
<v Anneliese Silva-Quayle>PIET VAN DER BERG stopped the money for our staff in May.</v>
"""
_ROSTER = """\
id,file,name,role,group
okonkwo-05,okonkwo-05.md,Prof. Hyacinth Okonkwo,Nurse,practices of Okonkwo
L03,silva.vtt,Anneliese Silva-Quayle,Friend of Zoë O'Brien,trust
L06,nobody-berg.md,Nobody Else,Planned by van der Berg,trust
"""


def folder_of_names(folder: Path) -> Path:
    """Write it all: interviews, roster, names.csv, codebook, decisions, and what cannot be read."""
    folder.mkdir()
    files = {
        "01-zoë-o'brien.md": _ZOE,
        "will_grace.txt": _WILL,
        "silva.vtt": _CAPTIONS,
        "okonkwo-05.md": "H.O. says that staff and people come first, and the money follows.\n",
        "interviews.csv": _ROSTER,
        "names.csv": "name,replacement\nZozo,[L01]\nBartholomew Quist,\n",
        "codebook.yaml": _CODEBOOK,
        "codebook.examples.csv": "text,code\nHyacinth Okonkwo loves people,people\n",
        "okonkwo-draft.xyz": "Okonkwo\n",
        "berg-empty.md": "---\nid: L99\n---\n",
    }
    for name, content in files.items():
        (folder / name).write_text(content, "utf-8")
    _word(folder / "van-der-Berg.docx")
    decided = list(_decisions(folder))
    (folder / "decisions-AB.jsonl").write_text("".join(f"{written(o)}\n" for o in decided), "utf-8")
    return folder


def _word(path: Path) -> None:
    import docx

    document = docx.Document()
    document.core_properties.author = "Piet van der Berg"
    document.core_properties.title = "Interview with Piet van der Berg"
    document.sections[0].header.paragraphs[0].text = "Piet van der Berg, by Quentin Xanthopoulos"
    table = document.add_table(rows=2, cols=2)
    cells = (("Name", "Piet van der Berg"), ("Group", "trust"))
    for row, (key, value) in zip(table.rows, cells, strict=True):
        row.cells[0].text, row.cells[1].text = key, value
    document.add_paragraph("Van der Berg wants people to come first; Zoë O'Brien's staff do, too.")
    document.add_paragraph("Money is short, said Berg, and Will Grace tells the story.")
    document.save(str(path))


def _decisions(folder: Path) -> Iterator[Decision]:
    """A memo, an added coding and a decision whose words are gone, all on the first interview."""
    interview = next(one for one in load_interviews(folder).interviews if one.id == "L01")
    segment = segment_interview(interview).segments[0]
    held = a_coding(
        interview="L01", text=interview.text[segment.start : segment.end], start=segment.start
    )
    anchor = anchor_of(interview.text, interview.id, held.start, held.end)
    gone = replace(anchor, quote="Anneliese Silva-Quayle left with Okonkwo.", before="", after="")
    for verdict, at, values, memo in (
        (Verdict.MEMO, anchor, None, "Ask Zoë O'Brien again, and Hyacinth."),
        (Verdict.ADD, anchor, some_values(code="money"), "So does Quist."),
        (Verdict.ADD, gone, some_values(code="story"), "Where did Okonkwo go?"),
    ):
        yield identified(
            Decision(
                "", f"2026-11-30T09:00:0{len(memo) % 10}Z", "AB", verdict, at, None, values, memo
            )
        )


def found(content: bytes) -> set[str]:
    """Which of NAMES stand in a file's bytes, and in all that can be unpacked or read of it."""
    packed = content.startswith(_PACKED)
    read = {name for text in _texts(content) for name in names_in(text)}
    if not packed:
        return read
    # Three letters in a row come about by chance in what is packed.
    raw = names_in(content.decode("latin-1"))
    return read | {name for name in raw if len(name) >= _SHORTEST_IN_NOISE}


def names_in(text: str) -> set[str]:
    """Which of NAMES stand in a text, as words of their own, whatever is between their parts."""
    plain = text.casefold()
    if not plain.isascii():
        plain = "".join(c for c in normalize("NFD", plain) if not "\u0300" <= c <= "\u036f")
    return {name for name, expression in _EXPRESSIONS.items() if expression.search(plain)}


def _expression(name: str) -> re.Pattern[str]:
    between = r"[\W_]*".join(re.escape(word) for word in re.findall(r"\w+", name))
    return re.compile(rf"(?<![^\W\d_]){between}(?![^\W\d_])")


_EXPRESSIONS = {name: _expression(name) for name in NAMES}
_PACKED = (b"PK\x03\x04", b"PAR1", b"SQLite", b"\x89PNG")
_SHORTEST_IN_NOISE = 5


def _texts(content: bytes) -> Iterator[str]:
    """Every way in which the bytes can be read as text."""
    if content.startswith(_PACKED):
        yield from _unpacked(content)
        return
    text = content.decode("utf-8", "ignore")
    yield text
    if b"\0" in content:
        yield from (content[at:].decode("utf-16-le", "ignore") for at in (0, 1))
    if not content.isascii():
        yield content.decode("latin-1")
    if "&" in text:
        yield html.unescape(text)
    if "\\u" in text:
        yield re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), text)
    for embedded in re.findall(r"base64,([A-Za-z0-9+/=]+)", text):
        yield from _texts(base64.b64decode(embedded))


def _unpacked(content: bytes) -> Iterator[str]:
    if content.startswith(b"PAR1"):
        import pyarrow.parquet

        table = pyarrow.parquet.read_table(BytesIO(content))
        yield repr((table.to_pydict(), table.schema.metadata))
    elif content.startswith(b"SQLite"):
        base = sqlite3.connect(":memory:")
        base.deserialize(content)
        yield from base.iterdump()
        base.close()
    elif content.startswith(b"\x89PNG"):
        yield from _png_chunks(content)
    elif is_zipfile(BytesIO(content)):
        with ZipFile(BytesIO(content)) as archive:
            yield archive.comment.decode("latin-1")
            for part in archive.infolist():
                yield part.filename
                yield part.comment.decode("latin-1")
                yield from _texts(archive.read(part))


def _png_chunks(content: bytes) -> Iterator[str]:
    """What a picture's chunks other than its pixels say."""
    at = 8
    while at < len(content):
        length, kind = int.from_bytes(content[at : at + 4]), content[at + 4 : at + 8]
        held = content[at + 8 : at + 8 + length]
        if kind in {b"zTXt", b"iTXt"}:
            start = held.find(b"x\x9c")
            yield zlib.decompress(held[start:]).decode("utf-8", "ignore") if start >= 0 else ""
        if kind != b"IDAT":
            yield held.decode("latin-1")
        at += 12 + length

"""A table that is read, coded and written in pieces gives what the whole gives."""

from pathlib import Path

import pytest

from sensecli.exporting.csvfile import csv_file
from sensecli.exporting.names import masked
from sensecli.exporting.pieces import CodingWriter
from sensecli.exporting.table import codings_table
from sensecli.loading.answers import blocks_of, names_in, survey
from sensecli.model import Analysis, Problem
from sensecli.pipeline import (
    Coder,
    Speakers,
    analyse,
    code_interview,
    make_tools,
    segment_all,
)

_BOOK = """\
id: tiny
label: Tiny
codes:
  - id: trust
    label: Trust
    cues: [trust]
  - id: huddles
    label: Huddles
    cues: [huddle]
"""
_SAID = (
    "We must trust each other.",
    '"We started the huddles, said Jane Smith; trust grows."',
    "Nothing to say.",
    "=We agreed that Ann Bell will run the huddles.",
)


def _table(folder: Path) -> Path:
    path = folder / "all.csv"
    rows = "".join(
        f"A{n},{'' if n % 5 else 'Jane Smith'},gp,{(n % 3 and '2022-09-12') or 'soon'},"
        f"{n or ''},{_SAID[n % 4]}\n"
        for n in range(40)
    )
    path.write_text(f"id,name,group,date,Years,text\n{rows}", encoding="utf-8")
    (folder / "names.csv").write_text("name\nAnn Bell\n", encoding="utf-8")
    (folder / "codebook.yaml").write_text(_BOOK, encoding="utf-8")
    return path


@pytest.mark.parametrize("names", [True, False])
def test_codings_are_written_in_pieces_as_they_are_at_once(tmp_path: Path, *, names: bool) -> None:
    path = _table(tmp_path)
    whole = analyse(path, coder=Coder(encoder=False))
    assert isinstance(whole, Analysis)
    tools, _ = make_tools(whole.codebook, coder=Coder(encoder=False))
    surveyed = survey(path)
    assert tools is not None
    assert not isinstance(surveyed, Problem)
    known, _ = names_in(surveyed)
    writer = CodingWriter(
        tmp_path / "out.csv", further=surveyed.further, names=None if names else known
    )
    with writer:
        for block in blocks_of(surveyed, rows=7):
            cut = segment_all(block.interviews, Speakers())
            both = zip(block.interviews, cut, strict=True)
            codings = [one for i, s in both for one in code_interview(i, s.segments, tools)]
            writer.write(codings, block.interviews)
    written = (tmp_path / "out.csv").read_bytes()
    assert written == csv_file(codings_table(whole if names else masked(whole)))
    assert written.count(b"\n") > 20
    assert (b"Smith" in written) is names

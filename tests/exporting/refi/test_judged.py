"""What others' programs say of our projects: the standard's schemas, and a reader not ours."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from sensecli.exporting.names import masked
from sensecli.exporting.refi import codebook_qdc, project_qdpx
from sensecli.loading.formats.encoding import decode
from sensecli.model import Analysis, Coding
from tests.builders import a_coding, an_interview
from tests.exporting.made import a_named_analysis, a_small_analysis, an_analysis
from tests.exporting.refi.opened import parts_of

SAID = (
    "We \U0001f600 smile \U0001f468\u200d\U0001f469\u200d\U0001f467 often.",
    "A cafe\u0301 is a café.",
    "It is <b>\"quoted\" & 'told'</b>.",
    "One\tline\n  that goes on.",
)
TEXT = "\U0001f680\n" + "\n".join(SAID)


def a_hard_analysis(text: str = TEXT) -> Analysis:
    """Emoji, combining marks, markup, tabs and line breaks inside of what is coded."""
    codings = [
        a_coding(segment=n, text=said, start=text.index(said)) for n, said in enumerate(SAID)
    ]
    interview = an_interview(text=text, group="a & b", date="2022-09-12", order=1)
    return an_analysis(interviews=[interview], codings=codings)


ANALYSES = (an_analysis(), a_small_analysis(), a_hard_analysis(), masked(a_named_analysis()))


@pytest.mark.shared
@pytest.mark.parametrize("analysis", ANALYSES)
def test_a_project_is_valid_by_the_schema(analysis: Analysis, shared: Path) -> None:
    xmlschema = import_module("xmlschema")
    schema = xmlschema.XMLSchema(str(shared / "refi" / "Project.xsd"))
    schema.validate(parts_of(analysis)["project.qde"].decode())


@pytest.mark.shared
def test_a_codebook_is_valid_by_the_schema(shared: Path, sample: Analysis) -> None:
    xmlschema = import_module("xmlschema")
    schema = xmlschema.XMLSchema(str(shared / "refi" / "Codebook.xsd"))
    schema.validate(codebook_qdc(sample).decode())


@pytest.mark.shared
def test_the_sample_is_valid_by_the_schema(shared: Path, sample: Analysis) -> None:
    xmlschema = import_module("xmlschema")
    schema = xmlschema.XMLSchema(str(shared / "refi" / "Project.xsd"))
    schema.validate(parts_of(masked(sample))["project.qde"].decode())


def test_another_reader_finds_every_coding_with_its_exact_words(tmp_path: Path) -> None:
    analysis = a_hard_analysis()
    assert judged(analysis, tmp_path) == expected(analysis.codings)


def test_a_text_that_came_with_crlf_and_a_mark_is_not_shifted(tmp_path: Path) -> None:
    raw = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()
    analysis = a_hard_analysis(text=decode(raw))
    assert judged(analysis, tmp_path) == expected(analysis.codings)


def test_another_reader_finds_every_coding_of_the_sample(tmp_path: Path, sample: Analysis) -> None:
    assert judged(sample, tmp_path) == expected(sample.codings)


def expected(codings: tuple[Coding, ...]) -> list[tuple[str, int, int, str, str]]:
    """Place, words and stance of every coding."""
    return sorted((c.interview, c.start, c.end, c.text, f"Stance: {c.stance}") for c in codings)


def judged(analysis: Analysis, folder: Path) -> list[tuple[str, int, int, str, str]]:
    """The same, as pyrefiqda reads it from our file."""
    judge = import_module("pyrefiqda").RefiProject
    file = folder / "a.qdpx"
    file.write_bytes(project_qdpx(analysis))
    project = judge.load(file, str(folder / "out"))
    names = dict(named(project.code_book.codes.code))
    found = []
    for source in project.sources.text_source:
        path = judge.resolve_source_path(source.plain_text_path, folder / "out")
        text = Path(path).read_bytes().decode()
        for one in source.plain_text_selection:
            span = (one.start_position, one.end_position)
            stances = [names[coding.code_ref.target_guid] for coding in one.coding]
            (stance,) = (name for name in stances if name.startswith("Stance"))
            found.append((source.name, *span, text[slice(*span)], stance))
    return sorted(found)


def named(codes: Any) -> Iterator[tuple[str, str]]:
    """The id and the name of every code in the tree."""
    for code in codes:
        yield code.guid, code.name
        yield from named(code.code)

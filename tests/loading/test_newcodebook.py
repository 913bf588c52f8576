"""Codebooks to start from."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from sensecli.loading.codebooks.drafts import Draft, drafts_yaml
from sensecli.loading.codebooks.load import load_codebook
from sensecli.loading.codebooks.new import blank_codebook, codebook_from
from sensecli.model import Codebook

QDC = (
    '<?xml version="1.0" encoding="utf-8"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>'
    '<Code guid="1" name="Leaders &amp; co" isCodable="true" color="#abc"><Description>Who\nleads'
    '</Description><Code guid="2" name="Trust" isCodable="true" color="#1f77b4"/></Code>'
    '<Code guid="3" name="Trust" isCodable="true"/></Codes></CodeBook>'
)


def _made(path: Path) -> Codebook:
    """The codebook made of a file, which must load with no problem."""
    text, problems = codebook_from(path)
    assert problems == ()
    assert text is not None
    return _loaded(path.parent, text)


def _loaded(folder: Path, text: str) -> Codebook:
    path = folder / "made.yaml"
    path.write_text(text, encoding="utf-8")
    codebook, problems, _ = load_codebook(path)
    assert problems == ()
    assert codebook is not None
    return codebook


def _file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_blank_codebook_passes_the_check(tmp_path: Path) -> None:
    assert len(_loaded(tmp_path, blank_codebook()).leaves) == 2


def test_a_sheet_becomes_a_tree_of_codes(tmp_path: Path) -> None:
    rows = 'Code,Kind,Group,Cues,Description\nNo time,barrier,Barriers,"no time; too busy",A: b\n'
    codebook = _made(_file(tmp_path, "my-book.csv", rows))
    code = codebook["no-time"]
    assert (code.path, code.definition, [str(cue) for cue in code.cues]) == (
        ("barriers",),
        "A: b",
        ["no time", "too busy"],
    )


def test_a_workbook_is_read_as_a_sheet_is(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["Label", "Examples"])  # type: ignore[union-attr]
    book.active.append(["Trust", "We trust them.\nThey trust us."])  # type: ignore[union-attr]
    book.save(tmp_path / "book.xlsx")
    assert _made(tmp_path / "book.xlsx")["trust"].examples == ("We trust them.", "They trust us.")


def test_codes_of_one_name_get_ids_of_their_own(tmp_path: Path) -> None:
    codebook = _made(_file(tmp_path, "a.csv", "label\nTrust\nTrust\n"))
    assert [code.id for code in codebook.leaves] == ["trust", "trust-2"]


def test_cues_of_a_group_go_to_a_code_in_it(tmp_path: Path) -> None:
    codebook = _made(_file(tmp_path, "a.csv", "label;group;cues\nTrust;;trust\nHope;Trust;\n"))
    assert [code.id for code in codebook.leaves] == ["trust-general", "hope"]


def test_a_cue_that_is_an_expression_is_taken_as_one(tmp_path: Path) -> None:
    codebook = _made(_file(tmp_path, "a.csv", "label,cues\nSkills,train(ed|ing)\n"))
    assert codebook["skills"].cues[0].regex == "train(ed|ing)"


@pytest.mark.parametrize(
    ("rows", "line", "message"),
    [
        ("a,b\nc,d\n", 1, "no column for the names"),
        ("label\n", None, "no code in it"),
        ("label,kind\nTrust,bariers\n", 2, 'the kind "bariers" is not known'),
        ("label,cues\nTrust,x\n,y\n", 3, "row 3 has no name"),
        ("label,group\nA,B\nB,A\n", 3, "lies under itself"),
        ("label,cues\nTrust,***\n", 2, "holds no word"),
        ("label,cues\nTrust,(?=a)?b(c|d)\n", 2, "looks ahead"),
    ],
)
def test_a_mistake_in_a_sheet_is_a_problem_with_its_line(
    tmp_path: Path, rows: str, line: int | None, message: str
) -> None:
    _, problems = codebook_from(_file(tmp_path, "a.csv", rows))
    assert [p for p in problems if p.line == line and message in p.message], problems


def test_what_can_be_read_of_a_sheet_with_mistakes_passes_the_check(tmp_path: Path) -> None:
    rows = "label,kind,group,cues\nA,zzz,B,(a;x|y);\nB,,A,(?!z)(a|b)\nC,,C,*\n"
    text, problems = codebook_from(_file(tmp_path, "a.csv", rows))
    assert problems
    assert _loaded(tmp_path, text or "")


def test_another_programs_codebook_keeps_names_descriptions_colours_and_nesting(
    tmp_path: Path,
) -> None:
    codebook = _made(_file(tmp_path, "a.qdc", QDC))
    group = codebook.codes[0]
    assert (group.label, group.definition, group.color) == ("Leaders & co", "Who leads", "#aabbcc")
    assert [(code.id, code.path) for code in codebook.leaves] == [
        ("trust", ("leaders-co",)),
        ("trust-2", ()),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<CodeBook><Codes>", "is not valid XML"),
        ("<html/>", "is not a REFI-QDA codebook"),
        ("<CodeBook/>", "has no code in it"),
        ('<!DOCTYPE a [<!ENTITY x "y">]><CodeBook/>', "document type"),
        ('<!DOCTYPE a SYSTEM "file:///etc/hostname"><CodeBook/>', "document type"),
        ('<?xml version="1.0" encoding="no-such"?><CodeBook/>', "encoding"),
    ],
)
def test_a_broken_or_tricky_qdc_is_a_problem(tmp_path: Path, text: str, message: str) -> None:
    made, problems = codebook_from(_file(tmp_path, "a.qdc", text))
    assert made is None
    assert message in problems[0].message


def test_codes_nested_too_deeply_are_left_out_with_a_problem(tmp_path: Path) -> None:
    nested = '<Code guid="1" name="A" isCodable="true">' * 40 + "</Code>" * 40
    path = _file(tmp_path, "a.qdc", f"<CodeBook><Codes>{nested}</Codes></CodeBook>")
    text, problems = codebook_from(path)
    assert "nested too deeply" in problems[0].message
    assert _loaded(tmp_path, text or "")


def test_an_unknown_format_is_a_problem(tmp_path: Path) -> None:
    _, problems = codebook_from(tmp_path / "a.docx")
    assert ".qdc" in problems[0].hint


_TEXTS = st.text(st.characters(codec="utf-8"), max_size=60)


@given(label=_TEXTS, definition=_TEXTS, example=_TEXTS)
def test_any_text_comes_through_the_yaml(
    tmp_path_factory: pytest.TempPathFactory, label: str, definition: str, example: str
) -> None:
    drafts = [Draft(label, definition=definition, examples=[example]), Draft(label)]
    codebook = _loaded(tmp_path_factory.mktemp("made"), drafts_yaml(label, label, drafts))
    assert len(codebook.leaves) == 2


@pytest.mark.parametrize("name", ["gone.csv", "gone.xlsx", "gone.qdc"])
def test_a_file_that_is_not_there_is_a_problem_of_spelling(tmp_path: Path, name: str) -> None:
    text, problems = codebook_from(tmp_path / name)
    assert (text, [(p.message, p.hint) for p in problems]) == (
        None,
        [("there is no such file", "check the spelling of the file's name")],
    )

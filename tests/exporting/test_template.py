"""House templates that cannot be used."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from pptx import Presentation

from sensecli.exporting.slides import findings_pptx
from sensecli.exporting.template import TemplateError
from sensecli.exporting.word import findings_docx, profile_docx
from tests.exporting.made import a_small_analysis

Write = Callable[[Path], bytes]


def _docx(template: Path) -> bytes:
    return findings_docx(a_small_analysis(), template=template)


def _pptx(template: Path) -> bytes:
    return findings_pptx(a_small_analysis(), template=template)


def _profile(template: Path) -> bytes:
    return profile_docx(a_small_analysis(), "L01", template)


def _word_file() -> bytes:
    written = BytesIO()
    Document().save(written)
    return written.getvalue()


def _slides_file() -> bytes:
    written = BytesIO()
    Presentation().save(written)
    return written.getvalue()


def _zip_of(name: str, content: str) -> bytes:
    written = BytesIO()
    with ZipFile(written, "w") as made:
        made.writestr(name, content)
    return written.getvalue()


def _broken(package: bytes, part: str) -> bytes:
    written = BytesIO()
    with ZipFile(BytesIO(package)) as source, ZipFile(written, "w") as target:
        for name in source.namelist():
            target.writestr(name, b"<w:not closed" if name == part else source.read(name))
    return written.getvalue()


_UNUSABLE = (
    b"",
    b"not a package",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 100,
    _zip_of("a.txt", "nothing"),
    _zip_of("[Content_Types].xml", "<Types/>"),
    _zip_of("[Content_Types].xml", "no xml"),
)


@pytest.mark.parametrize("write", [_docx, _pptx, _profile])
@pytest.mark.parametrize("content", _UNUSABLE)
def test_a_file_of_another_kind_is_a_template_error(
    write: Write, content: bytes, tmp_path: Path
) -> None:
    template = tmp_path / "house"
    template.write_bytes(content)
    with pytest.raises(TemplateError, match="the template cannot be read"):
        write(template)


def test_slides_are_no_template_for_word(tmp_path: Path) -> None:
    (tmp_path / "house.docx").write_bytes(_slides_file())
    with pytest.raises(TemplateError) as error:
        _docx(tmp_path / "house.docx")
    assert error.value.hint == "save it in Word as a document (.docx) or a template (.dotx)"


def test_a_word_file_is_no_template_for_slides(tmp_path: Path) -> None:
    (tmp_path / "house.pptx").write_bytes(_word_file())
    with pytest.raises(TemplateError) as error:
        _pptx(tmp_path / "house.pptx")
    assert (
        error.value.hint == "save it in PowerPoint as a presentation (.pptx) or a template (.potx)"
    )


@pytest.mark.parametrize(
    ("write", "package", "part"),
    [
        (_docx, _word_file(), "word/document.xml"),
        (_docx, _word_file(), "word/styles.xml"),
        (_pptx, _slides_file(), "ppt/presentation.xml"),
        (_pptx, _slides_file(), "ppt/slideMasters/slideMaster1.xml"),
    ],
)
def test_a_damaged_template_is_a_template_error(
    write: Write, package: bytes, part: str, tmp_path: Path
) -> None:
    (tmp_path / "house").write_bytes(_broken(package, part))
    with pytest.raises(TemplateError):
        write(tmp_path / "house")


@pytest.mark.parametrize("write", [_docx, _pptx])
def test_a_template_that_is_not_there_says_so(write: Write, tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="cannot be opened: No such file or directory"):
        write(tmp_path / "none")


@pytest.mark.parametrize("write", [_docx, _pptx])
def test_a_folder_is_no_template(write: Write, tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="cannot be opened"):
        write(tmp_path)

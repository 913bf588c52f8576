from collections.abc import Callable

import pytest

from sensecli.exporting.csvfile import findings_csv
from sensecli.exporting.jsonfile import findings_json
from sensecli.exporting.markdown import findings_markdown
from sensecli.exporting.page import findings_html, profile_html
from sensecli.exporting.profile import profile_markdown
from sensecli.exporting.refi import project_qdpx
from sensecli.exporting.slides import findings_pptx
from sensecli.exporting.told import CONFIDENTIAL
from sensecli.exporting.word import findings_docx, profile_docx
from sensecli.model import Analysis
from tests.exporting.board.figures import raw_content
from tests.exporting.made import a_small_analysis

Made = Callable[[Analysis], bytes]


@pytest.mark.parametrize(
    "make",
    [findings_json, findings_markdown, findings_html, findings_docx, findings_pptx, project_qdpx],
)
def test_a_working_output_is_marked_as_a_working_copy(make: Made) -> None:
    assert CONFIDENTIAL.encode() in raw_content(make(a_small_analysis()))


@pytest.mark.parametrize("make", [profile_markdown, profile_html, profile_docx])
def test_so_is_a_leaders_page(make: Callable[[Analysis, str], bytes]) -> None:
    assert CONFIDENTIAL.encode() in raw_content(make(a_small_analysis(), "L01"))


def test_a_table_is_not_since_its_rows_are_a_contract() -> None:
    assert b"onfidential" not in findings_csv(a_small_analysis())

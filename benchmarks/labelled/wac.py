"""The human theme codes of whole answers, against the program's own coder."""

import re
from collections.abc import Iterator, Sequence

from labelled.rows import TOP, Row
from labelled.scores import Pair
from sensecli.coding.derived import with_derived_cues
from sensecli.coding.tools import Tools
from sensecli.loading.codebooks.load import find_codebook
from sensecli.model import Interview
from sensecli.pipeline import Coder, Speakers, code_interview, make_tools, segment_all

_BOOK = TOP / "tests" / "codebooks" / "wac.yaml"
# The source writes some codes in two ways.
_SPELLINGS = (("acknowledge of ", "acknowledge "), ("the pandemics", "pandemics"), ("-", " "))
_SPELLED = (*_SPELLINGS, ("what is important", "what's important"))


def answers(rows: Sequence[Row]) -> Iterator[Pair]:
    """For each answer its codes, of those that the source's coders had for the question."""
    tools = _tools()
    named = {code.id: _name(code.label) for code in tools.codebook.leaves}
    for n, row in enumerate(rows):
        text = re.sub(r"\s+", " ", row.text).strip()
        interview = Interview(id=str(n), leader=str(n), text=text)
        cut = segment_all((interview,), Speakers())[0]
        codings = code_interview(interview, cut.segments, tools)
        there = {_name(label) for label in row.raw["codes_available"]}
        said = {named[coding.code] for coding in codings} & there
        yield Pair(frozenset(map(_name, row.raw["label"])), frozenset(said))


def _name(label: str) -> str:
    for written, meant in _SPELLED:
        label = label.replace(written, meant)
    return label


def _tools() -> Tools:
    found = find_codebook(str(_BOOK), TOP)
    assert found.codebook is not None
    book, _ = with_derived_cues(found.codebook)
    tools, problems = make_tools(book, (), coder=Coder())
    assert tools is not None
    assert not problems
    return tools

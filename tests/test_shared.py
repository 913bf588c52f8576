"""The program on real texts that lie beside the project: measured, never shown."""

import csv
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from sensecli.coding.derived import with_derived_cues
from sensecli.coding.tools import Tools
from sensecli.model import Analysis, Coding, Holder
from sensecli.pipeline import (
    Speakers,
    analyse,
    code_interview,
    load_project,
    make_tools,
    segment_all,
)
from sensecli.segmenting import segment_interview
from tests.builders import a_codebook, an_interview

pytestmark = pytest.mark.shared

TRAP = "single point of access"
WAC = Path(__file__).parent / "codebooks" / "wac.yaml"


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_inquiry_is_analysed_without_a_problem(shared: Path) -> None:
    command = [sys.executable, "-m", "sensecli", "analyse"]
    folder = str(shared / "interviews" / "inquiry-leaders")
    ran = subprocess.run(
        [*command, folder, "--codebook", "inquiry-preparedness", "--format", "json"],
        capture_output=True,
        timeout=900,
        check=False,
    )
    assert ran.returncode == 0
    told = json.loads(ran.stdout)
    assert (len(told["problems"]), len(told["interviews"])) == (0, 21)


def test_every_inquiry_transcript_has_a_leader_and_an_interviewer(shared: Path) -> None:
    project = load_project(shared / "interviews" / "inquiry-leaders", codebook="weick")
    cut = segment_all(project.interviews, Speakers())
    speaking = [{segment.speaker.value for segment in one.segments} for one in cut]
    assert sum({"leader", "interviewer"} <= one for one in speaking) == 21


def test_the_experts_are_analysed_by_a_codebook_of_their_own(shared: Path) -> None:
    found = analyse(shared / "interviews" / "wac-experts", codebook=str(WAC))
    assert isinstance(found, Analysis)
    assert len(found.problems) == 0
    assert len(found.project.interviews) == 29
    raised = [one.figures.counts.raised for one in found.findings]
    assert sum(count > 0 for count in raised) >= 0.9 * len(raised)


@pytest.fixture(scope="module")
def trap_tools() -> Tools:
    """A codebook of one code, compiled."""
    bare = a_codebook(themes=(), barriers=(), lenses=())
    node = a_codebook(themes=["access"]).codes[0].model_copy(update={"label": TRAP})
    book, _ = with_derived_cues(bare.model_copy(update={"codes": (node,)}))
    tools, _ = make_tools(book)
    assert tools is not None
    return tools


def coded_trap(text: str, tools: Tools) -> list[Coding]:
    """The leader's codings of a text that answers a question on something else."""
    interview = an_interview(text=f"INT: How is it going?\nR: {text}\n")
    segments = segment_interview(interview).segments
    found = code_interview(interview, segments, tools)
    return [coding for coding in found if coding.holder is Holder.LEADER]


def test_most_traps_are_read_right(shared: Path, trap_tools: Tools) -> None:
    traps = rows(shared / "traps.csv")
    right = [
        [(coding.stance, coding.status) for coding in coded_trap(trap["text"], trap_tools)]
        == [(trap["stance"], trap["status"])]
        for trap in traps
    ]
    assert len(right) == 14
    assert sum(right) >= 12


@pytest.mark.parametrize("name", ["gold-dev", "gold-inquiry-dev"])
def test_segments_and_their_speakers_are_found(shared: Path, name: str) -> None:
    folder = shared / name
    wanted = Counter(
        (row["interview"], " ".join(row["text"].split()), row["speaker"])
        for row in rows(folder / "segments.csv")
    )
    project = load_project(folder)
    found = Counter(
        (segment.interview, " ".join(segment.text.split()), segment.speaker.value)
        for cut in segment_all(project.interviews, Speakers())
        for segment in cut.segments
    )
    # Sums alone, so that a failure shows no word of these texts.
    right, of, made = (wanted & found).total(), wanted.total(), found.total()
    assert right >= 0.98 * of
    assert right >= 0.98 * made

"""Notes that carry their own expected codings, so that a consultant can write tests.

Each bullet or turn ends in a comment,
`<!-- code: CODE STANCE STATUS [ACTOR] [HOLDER] [prompted] -->`, or
`<!-- code: nothing -->`. A bullet without one is not looked at.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from sensecli.coding.coder import code
from sensecli.coding.language import find_model
from sensecli.coding.tools import Tools
from sensecli.model import Codebook, Coding, Interview
from sensecli.segmenting import segment_interview

_EXPECTED = re.compile(r"<!--\s*code:\s*(?P<words>[^>]*?)\s*-->")
_HOLDERS = {"leader", "interviewer", "other"}
_ACTORS = {"self", "own", "others", "shared", "unspecified"}


@dataclass(frozen=True, slots=True)
class Expected:
    """One annotation: the passage and what its coding must be."""

    text: str
    words: tuple[str, ...]

    def missing(self, codings: tuple[Coding, ...]) -> str:
        """What is not as annotated, in words; empty where all is."""
        here = [c for c in codings if c.text.strip() == self.text]
        if self.words == ("nothing",):
            return f"coded {here[0].code}" if here else ""
        code, stance, status, *rest = self.words
        holder = next((word for word in rest if word in _HOLDERS), "leader")
        found = [c for c in here if c.code == code and c.holder == holder]
        if not found:
            return f"no {code} held by {holder}; got {[(c.code, c.holder.value) for c in here]}"
        coding = found[0]
        got = {coding.stance.value, coding.status.value, coding.actor.value}
        got |= {"prompted"} if coding.prompted else {"unprompted"}
        wanted = [stance, status, *(word for word in rest if word not in _HOLDERS)]
        off = [word for word in wanted if word not in got]
        return f"wanted {off}, got {sorted(got)} by {coding.rule}" if off else ""


def expected(path: Path) -> list[Expected]:
    """The annotations of a file, in order."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        if match := _EXPECTED.search(line):
            said = re.sub(r"^(?:-|[A-Z]+:)\s*", "", line[: match.start()].strip())
            found.append(Expected(said, tuple(match["words"].split())))
    return found


def coded(path: Path, codebook: Path) -> tuple[Coding, ...]:
    """The codings of an annotated file by a codebook."""
    book = Codebook.model_validate(yaml.safe_load(codebook.read_text("utf-8")))
    interview = Interview(id="T01", leader="T01", text=path.read_text("utf-8"))
    segments = segment_interview(interview).segments
    (codings,) = code([(interview, segments)], Tools(book, find_model()))
    return codings

"""A project as read, and everything that was found in it."""

from dataclasses import dataclass

from sensecli.model.codebook import Codebook
from sensecli.model.coding import Coding
from sensecli.model.consensus import Consensus
from sensecli.model.corrected import Checked, CorrectedFigures
from sensecli.model.coverage import Coverage
from sensecli.model.example import Example
from sensecli.model.finding import Finding, LensFinding, Missed
from sensecli.model.interview import Interview
from sensecli.model.laid import Laid
from sensecli.model.movement import Comparison
from sensecli.model.position import Position
from sensecli.model.problem import Notice, Problem
from sensecli.model.records import Records
from sensecli.model.segment import Segment
from sensecli.model.totals import Totals, totals


@dataclass(frozen=True, slots=True)
class Project:
    """A folder of interviews and the codebook that they are read by.

    `names` are the people to keep out of outputs: each name as written, and what stands for it
    (`[L05]` or `[name]`).
    """

    folder: str
    interviews: tuple[Interview, ...]
    codebook: Codebook | None
    names: tuple[tuple[str, str], ...] = ()
    examples: tuple[Example, ...] = ()
    problems: tuple[Problem, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Engine:
    """What decided: tool version, hash of the codebook, the language model and its hash.

    `encoder_hash` is empty where cues and rules alone decided.
    """

    tool: str
    codebook_hash: str
    model: str
    model_hash: str
    encoder_hash: str = ""


@dataclass(frozen=True, slots=True)
class Analysis:
    """The whole of one run.

    `positions` are those of every round, `current` those of each leader's latest round, which the
    findings are about. `consensus` has one value for each theme, in the findings' order. `laid` is
    what people decided, where it was asked for; `codings` have it laid over them. `corrected` has
    the shares of each code with the program's errors taken out, and `checked` tells how far the
    program agrees with a person, where those were asked for.

    Of a study that is too large to be held, `counted` tells how much it rests on, and its
    interviews, segments, codings and positions are left out.

    `records` are the programme's own, held against the findings, where any were given;
    `comparison` tells what moved, where leaders were met in more than one round.
    """

    project: Project
    codebook: Codebook
    engine: Engine
    segments: tuple[Segment, ...]
    codings: tuple[Coding, ...]
    positions: tuple[Position, ...]
    findings: tuple[Finding, ...]
    lenses: tuple[LensFinding, ...]
    barriers: tuple[Finding, ...]
    missed: tuple[Missed, ...]
    missed_total: int
    problems: tuple[Problem, ...]
    notices: tuple[Notice, ...]
    current: tuple[Position, ...] = ()
    consensus: tuple[Consensus, ...] = ()
    coverage: Coverage | None = None
    laid: Laid | None = None
    corrected: tuple[CorrectedFigures, ...] = ()
    checked: Checked | None = None
    counted: Totals | None = None
    records: Records | None = None
    comparison: Comparison | None = None

    @property
    def totals(self) -> Totals:
        """How much it rests on."""
        return self.counted or totals(self.project.interviews, len(self.segments), self.codings)

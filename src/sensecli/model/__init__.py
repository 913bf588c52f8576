"""The values that every stage takes and gives: frozen, and knowing nothing of files or screens."""

from sensecli.model.action import PLAN, Action, Progress
from sensecli.model.analysis import Analysis, Engine, Project
from sensecli.model.board import (
    Board,
    BoardQuote,
    BoardRow,
    Cell,
    CountTable,
    Elsewhere,
    QuotePolicy,
    Withheld,
)
from sensecli.model.codebook import Code, Codebook, Cue, Kind, Node
from sensecli.model.coded import CodedRow
from sensecli.model.coding import Actor, Coding, Holder, Stance, Status
from sensecli.model.concordance import Concordance, Hit
from sensecli.model.consensus import Consensus, Point
from sensecli.model.corrected import Checked, Corrected, CorrectedFigures, Method
from sensecli.model.coverage import Coverage
from sensecli.model.decision import Anchor, Decision, Values, Verdict, identified
from sensecli.model.example import NO_CODE, Example
from sensecli.model.finding import (
    Counts,
    Figures,
    Finding,
    GroupFigures,
    Interval,
    LeftOut,
    LensFinding,
    Missed,
    Quote,
)
from sensecli.model.interview import Interview, Place
from sensecli.model.laid import Conflict, Decided, Laid, Orphan
from sensecli.model.movement import (
    Between,
    ChangedRole,
    Comparison,
    Direction,
    Fate,
    Move,
    Paired,
    Promise,
    RoundOfTalks,
    ThemeMovement,
    Turnover,
)
from sensecli.model.position import Position
from sensecli.model.problem import Notice, Problem
from sensecli.model.records import (
    Contradiction,
    CrossCheck,
    Disagreement,
    Matched,
    Minute,
    Minuted,
    PlanFigures,
    Quadrant,
    Records,
)
from sensecli.model.segment import Segment, Speaker
from sensecli.model.totals import Totals
from sensecli.model.undertaking import Undertaking

__all__ = [
    "NO_CODE",
    "PLAN",
    "Action",
    "Actor",
    "Analysis",
    "Anchor",
    "Between",
    "Board",
    "BoardQuote",
    "BoardRow",
    "Cell",
    "ChangedRole",
    "Checked",
    "Code",
    "Codebook",
    "CodedRow",
    "Coding",
    "Comparison",
    "Concordance",
    "Conflict",
    "Consensus",
    "Contradiction",
    "Corrected",
    "CorrectedFigures",
    "CountTable",
    "Counts",
    "Coverage",
    "CrossCheck",
    "Cue",
    "Decided",
    "Decision",
    "Direction",
    "Disagreement",
    "Elsewhere",
    "Engine",
    "Example",
    "Fate",
    "Figures",
    "Finding",
    "GroupFigures",
    "Hit",
    "Holder",
    "Interval",
    "Interview",
    "Kind",
    "Laid",
    "LeftOut",
    "LensFinding",
    "Matched",
    "Method",
    "Minute",
    "Minuted",
    "Missed",
    "Move",
    "Node",
    "Notice",
    "Orphan",
    "Paired",
    "Place",
    "PlanFigures",
    "Point",
    "Position",
    "Problem",
    "Progress",
    "Project",
    "Promise",
    "Quadrant",
    "Quote",
    "QuotePolicy",
    "Records",
    "RoundOfTalks",
    "Segment",
    "Speaker",
    "Stance",
    "Status",
    "ThemeMovement",
    "Totals",
    "Turnover",
    "Undertaking",
    "Values",
    "Verdict",
    "Withheld",
    "identified",
]

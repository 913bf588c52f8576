"""The values that every stage takes and gives: frozen, and knowing nothing of files or screens."""

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
from sensecli.model.position import Position
from sensecli.model.problem import Notice, Problem
from sensecli.model.segment import Segment, Speaker
from sensecli.model.totals import Totals

__all__ = [
    "NO_CODE",
    "Actor",
    "Analysis",
    "Anchor",
    "Board",
    "BoardQuote",
    "BoardRow",
    "Cell",
    "Checked",
    "Code",
    "Codebook",
    "CodedRow",
    "Coding",
    "Concordance",
    "Conflict",
    "Consensus",
    "Corrected",
    "CorrectedFigures",
    "CountTable",
    "Counts",
    "Coverage",
    "Cue",
    "Decided",
    "Decision",
    "Elsewhere",
    "Engine",
    "Example",
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
    "Method",
    "Missed",
    "Node",
    "Notice",
    "Orphan",
    "Place",
    "Point",
    "Position",
    "Problem",
    "Project",
    "Quote",
    "QuotePolicy",
    "Segment",
    "Speaker",
    "Stance",
    "Status",
    "Totals",
    "Values",
    "Verdict",
    "Withheld",
    "identified",
]

"""What moved between rounds, for people."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from rich.text import Text

from sensecli.cli.nextstep import command
from sensecli.cli.options import CoderName
from sensecli.cli.plain import safe
from sensecli.cli.report.layout import (
    BLANK,
    FAINT,
    STRONG,
    Column,
    Lines,
    flexible,
    heading,
    led,
    paragraph,
    row,
)
from sensecli.cli.report.quoting import quoted
from sensecli.cli.running import Asked
from sensecli.exporting.dates import date_span
from sensecli.exporting.masking import file_masker
from sensecli.exporting.movement.passages import NO_THEME, moves
from sensecli.exporting.movement.sentences import (
    met_sentences,
    moved,
    moved_sentence,
    movement_headline,
    span,
    still_sentence,
    stretches,
)
from sensecli.exporting.movement.tables import change, turned
from sensecli.exporting.places import with_named_places
from sensecli.exporting.sentences import labels
from sensecli.exporting.told import CONFIDENTIAL
from sensecli.exporting.wording import opened, plural
from sensecli.model import Analysis, Between, Comparison, Fate, RoundOfTalks

_LONGEST = 240
_ROOMY = 78
_COUNTS = (
    Column("up", 3, right=True),
    Column("same", 4, right=True),
    Column("down", 4, right=True),
    Column("agree", 7, right=True),
    Column("act", 7, right=True),
)
_INTERVAL = Column("act, change in %", 18, right=True)
_CAPTION = (
    "up, same, down: leaders who speak of the theme in both rounds, by their rung on the ladder. "
    "agree, act: of all who were met in both; who is silent does neither."
)
_EXACT = (
    " change: of the share who act, in percentage points, with its exact 95 % interval, which "
    "covers counting noise only."
)


def compare_lines(
    analysis: Analysis, folders: Sequence[Path], asked: Asked, *, width: int
) -> Lines:
    """The rounds, what moved between each two of them, and the next step."""
    analysis = with_named_places(analysis)
    comparison = analysis.comparison or Comparison((), ())
    names = labels(analysis.codebook)
    headline = movement_headline(comparison)
    lines = paragraph(f"{CONFIDENTIAL}.", width=width)
    lines += [BLANK, *paragraph(f"{'; '.join(map(_round, comparison.rounds))}.", width=width)]
    lines += [BLANK, *paragraph(headline, width=width, style=STRONG)]
    for between in stretches(comparison):
        lines += _between(between, names, told=headline, width=width)
    step = _next(analysis, folders, asked)
    # Not wrapped: it is there to be copied.
    return [
        *lines,
        BLANK,
        *led("In short:", headline, width=width, hang=2),
        Text.assemble(("Next:", STRONG), f" {step}"),
    ]


def _round(one: RoundOfTalks) -> str:
    """`2022: 21 interviews, 21 leaders, 12 Sep - 21 Nov 2022`."""
    parts = [plural(one.interviews, "interview"), plural(one.leaders, "leader")]
    parts += [date_span(one.dates)]
    return f"{one.name}: {', '.join(filter(None, parts))}"


def _between(between: Between, names: Mapping[str, str], *, told: str, width: int) -> Lines:
    said = moved_sentence(between)
    lines = paragraph(said, width=width) if said != told else []
    lines += _themes(between, width=width)
    lines += _movers(between, width=width)
    lines = [*heading(f"Who moved {span(between)}", width=width), *lines] if lines else []
    lines += _promises(between, names, width=width)
    lines += heading("Who was met", width=width)
    for sentence in met_sentences(between):
        lines += paragraph(sentence, width=width, hang=2)
    return lines


def _themes(between: Between, *, width: int) -> Lines:
    """A row for each theme that anybody moved on."""
    themes = moved(between)
    if not themes:
        return []
    numbers = (*_COUNTS, _INTERVAL) if width >= _ROOMY else _COUNTS
    columns = (Column("theme", flexible(numbers, width=width)), *numbers)
    lines = [BLANK, *row([column.heading for column in columns], columns, style=FAINT)]
    for one in themes:
        counts = [str(count) for count in (one.up, one.same, one.down)]
        cells = [*counts, turned(one.endorse), turned(one.act), change(one.act)]
        lines += row([one.label, *cells[: len(numbers)]], columns)
    caption = _CAPTION + (_EXACT if _INTERVAL in numbers else "")
    lines += paragraph(caption, width=width, style=FAINT)
    still = still_sentence(between)
    return lines + (paragraph(still, width=width) if still else [])


def _movers(between: Between, *, width: int) -> Lines:
    """Leader by leader, from where to where, with the places of both passages."""
    lines: Lines = []
    for theme in moved(between):
        lines += [BLANK, *paragraph(theme.label, width=width, style=STRONG)]
        for one in moves(theme):
            places = "; ".join(quote.place for quote in (one.said, one.says) if quote)
            said = f"{one.leader} {one.way} [{places}]"
            lines += paragraph(said, width=width, indent=2, hang=4)
    return lines


def _promises(between: Between, names: Mapping[str, str], *, width: int) -> Lines:
    """What became of each undertaking, with the words of then and of now."""
    lines: Lines = []
    if between.promises:
        lines += heading(f"What became of what was promised in {between.before}", width=width)
    for fate in Fate:
        found = [one for one in between.promises if one.fate is fate]
        if found:
            lines += [BLANK, *paragraph(f"{opened(fate)} ({len(found)})", width=width)]
        for one in found:
            about = f"on {names.get(one.code, one.code)}" if one.code else NO_THEME.casefold()
            lines += led(one.leader, about, width=width, indent=2, hang=4)
            for name, quote in ((between.before, one.said), (between.after, one.says)):
                if quote:
                    words = quoted(quote.text, quote.place, longest=_LONGEST)
                    lines += paragraph(f"{name}: {words}", width=width, indent=4, hang=6)
    return lines


def _next(analysis: Analysis, folders: Sequence[Path], asked: Asked) -> str:
    """The same as a page, where every figure opens; words that hold names are left to be typed."""
    mask = file_masker(analysis.project.names)

    def shown(word: str, stands: str) -> str:
        told = (asked.names or mask(word) == word) and safe(word) == word
        return word if told else stands

    words = ["compare", *(shown(str(one), "FOLDER") for one in folders)]
    words += ["-c", shown(asked.codebook, "CODEBOOK")] if asked.codebook else []
    words += ["--coder", asked.coder] if asked.coder is CoderName.RULES else []
    return command(*words, *(["--names"] if asked.names else []), "-o", "movement.html")

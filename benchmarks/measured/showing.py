"""Figures as Markdown tables, and one chart."""

from collections.abc import Iterable, Mapping, Sequence

from measured.likelihoods import Reliability

from sensecli.reliability.classes import Confusion
from sensecli.reliability.evaluation import Evaluation, Measured

UNDEFINED = "-"
# The chart: its side, its margins, and what tells its lines apart (colour and shape).
_SIDE, _LEFT, _TOP = 320, 60, 20
_INKS = ("#1b6ca8", "#c2571a")
_TOLD = "Reliability diagram: how likely codes were said to be, and how often they were there"


def said(value: float | None) -> str:
    """.62, or 1.00; "-" where undefined."""
    if value is None:
        return UNDEFINED
    shown = f"{abs(value):.2f}".removeprefix("0")
    return f"-{shown}" if round(value, 2) < 0 else shown


def ranged(one: Measured) -> str:
    """.62 [.50, .71]."""
    if one.value is None or one.interval is None:
        return said(one.value)
    return f"{said(one.value)} [{said(one.interval.low)}, {said(one.interval.high)}]"


def figure(found: Evaluation, name: str) -> Measured:
    """A figure of an evaluation by its name."""
    return next(one for one in found.figures if one.name == name)


def of(found: Evaluation, name: str) -> str:
    """What a figure is of, where that may be little: ", 2 classes", or ", of 14"; else nothing."""
    if name == "action_precision":
        return f", of {dict(found.detections)['action'].ours}"
    if not name.endswith("_macro_f1"):
        return ""
    count = sum(one.counts for one in confusion_of(found, name.removesuffix("_macro_f1")).classes)
    return f", {count} class{'' if count == 1 else 'es'}"


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(str(cell) for cell in line)} |" for line in lines)


def confusion_of(found: Evaluation, attribute: str) -> Confusion:
    """The confusion of an attribute."""
    return next(one for one in found.confusions if one.attribute == attribute)


def confused(found: Evaluation, attribute: str) -> str:
    """Gold classes in rows, ours in columns."""
    one = confusion_of(found, attribute)
    names = [each.name for each in one.classes]
    counts = {(gold, ours): n for gold, ours, n in one.cells}
    rows = [
        (f"**{gold}**", *(counts.get((gold, ours), 0) or "" for ours in names), n_gold)
        for gold, n_gold in ((each.name, each.score.gold) for each in one.classes)
    ]
    return table(["gold \\ ours", *names, "all"], rows)


def classes(found: Evaluation, attribute: str) -> str:
    """Each class with its F1 and gold cases; in brackets where it is too rare to count."""
    told = []
    for one in confusion_of(found, attribute).classes:
        words = f"{one.name} {said(one.score.f1)} ({one.score.gold})"
        told.append(words if one.counts else f"[{words}]")
    return ", ".join(told)


def chart(found: Mapping[str, Reliability]) -> str:
    """The reliability diagram as SVG: said to be likely, against how often it was so."""
    opening = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 420 400" font-family="sans-serif"'
    lines = [
        f'<svg {opening} font-size="13" role="img" aria-label="{_TOLD}">',
        '<rect width="420" height="400" fill="#fff"/>',
        *_axes(),
    ]
    for number, (title, one) in enumerate(found.items()):
        points = [_place(bin_.said, bin_.were) for bin_ in one.bins]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        lines.append(f'<polyline points="{path}" fill="none" stroke="{_INKS[number]}"/>')
        lines += [_mark(x, y, number) for x, y in points]
        x, y = _LEFT + 14, _TOP + 18 + 20 * number
        lines += [_mark(x, y, number), _text(x + 12, y + 4, title, "start")]
    return "\n".join([*lines, "</svg>", ""])


def _axes() -> list[str]:
    (left, bottom), (right, top) = _place(0, 0), _place(1, 1)
    edge = 'fill="none" stroke="#888"'
    lines = [
        f'<rect x="{left}" y="{top}" width="{_SIDE}" height="{_SIDE}" {edge}/>',
        f'<path d="M{left} {bottom}L{right} {top}" {edge} stroke-dasharray="4 4"/>',
    ]
    for fifth in range(6):
        (x, y), label = _place(fifth / 5, fifth / 5), f"{fifth / 5:g}"
        lines += [_text(x, bottom + 18, label), _text(left - 8, y + 4, label, "end")]
    x, y = 18, _TOP + _SIDE / 2
    return [
        *lines,
        _text(_LEFT + _SIDE / 2, bottom + 42, "said to be likely"),
        f'<g transform="rotate(-90 {x} {y})">{_text(x, y, "were there")}</g>',
    ]


def _text(x: float, y: float, words: str, anchor: str = "middle") -> str:
    return f'<text x="{x:g}" y="{y:g}" fill="#222" text-anchor="{anchor}">{words}</text>'


def _place(x: float, y: float) -> tuple[float, float]:
    return _LEFT + _SIDE * x, _TOP + _SIDE * (1 - y)


def _mark(x: float, y: float, number: int) -> str:
    ink = _INKS[number]
    if number == 0:
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{ink}"/>'
    return f'<rect x="{x - 4:.1f}" y="{y - 4:.1f}" width="8" height="8" fill="{ink}"/>'

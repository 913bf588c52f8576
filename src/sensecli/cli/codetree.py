"""Codebooks on the screen: those that are shipped, the tree of one, one code in full."""

from collections.abc import Collection, Sequence

from rich.text import Text

from sensecli.cli.plain import safe
from sensecli.cli.report.layout import BLANK, FAINT, HEAD, Lines, led, paragraph
from sensecli.exporting.wording import plural
from sensecli.model import Code, Codebook, Cue, Kind, Node

_LONGEST = 50


def shelf(books: Sequence[tuple[str, Codebook]], *, width: int) -> Lines:
    """The shipped codebooks: name, label and size."""
    if not books:
        return paragraph("No codebooks are shipped with this installation.", width=width)
    lines: Lines = []
    for name, book in books:
        said = f"{book.label}, {plural(len(book.leaves), 'code')}. {book.description}"
        lines += led(name, f"\u2013 {said}", width=width, hang=2)
    return [*lines, BLANK, *paragraph("One of them: sense codebook show NAME", width=width)]


def tree(book: Codebook, *, width: int, derived: Collection[str] = ()) -> Lines:
    """Every code under its group: id, label, kind, cues and proposition.

    Of the codes `derived` it is said that their cues are: their author wrote none.
    """
    title = f"{book.label} ({book.id}, version {book.version})"
    lines = paragraph(title, width=width, style=HEAD)
    lines += paragraph(book.description, width=width)
    for node in book.codes:
        lines += [BLANK] if node.codes else []
        lines += _branch(node, Kind.THEME, derived, depth=0, width=width)
    return lines


def whole(book: Codebook, code: str, *, width: int, derived: Collection[str] = ()) -> Lines:
    """Everything that the codebook says of one code; its cues may be `derived`."""
    leaf = book[code]
    lines = paragraph(f"{leaf.label} ({leaf.kind} {leaf.id})", width=width, style=HEAD)
    for name, value in (
        ("In:", " > ".join(leaf.path)),
        ("Proposition:", leaf.proposition),
        ("Definition:", leaf.definition),
        ("Source:", leaf.source),
    ):
        if value:
            lines += led(name, value, width=width, hang=2)
    lines += _listed("Include", leaf.include, width=width)
    lines += _listed("Exclude", leaf.exclude, width=width)
    lines += _listed("Examples", leaf.examples, width=width)
    return lines + _cues(leaf, derived=code in derived, width=width)


def _branch(node: Node, kind: Kind, derived: Collection[str], *, depth: int, width: int) -> Lines:
    kind = node.kind or kind
    indent = 2 * depth
    if node.codes:
        lines = paragraph(f"{node.label} ({node.id})", width=width, indent=indent, style=HEAD)
        for child in node.codes:
            lines += _branch(child, kind, derived, depth=depth + 1, width=width)
        return lines
    cues = plural(len(node.cues), "derived cue" if node.id in derived else "cue")
    cues = cues if node.cues else "no cues"
    said = f"{node.label} ({kind}, {cues})"
    lines = led(node.id, f"\u2013 {said}", width=width, indent=indent, hang=indent + 2)
    if node.proposition:
        lines += paragraph(node.proposition, width=width, indent=indent + 2, style=FAINT)
    return lines


def _listed(title: str, items: Sequence[str], *, width: int) -> Lines:
    if not items:
        return []
    lines = [Text(f"{title}:", style=HEAD)]
    for item in items:
        lines += paragraph(f"- {item}", width=width, indent=2, hang=4)
    return lines


def _cues(leaf: Code, *, derived: bool, width: int) -> Lines:
    if not leaf.cues:
        return paragraph("No cues, and none can be derived from its words.", width=width)
    whence = ", derived from the words of the codebook" if derived else ""
    shown = "; ".join(map(_cue, leaf.cues))
    lines = led(f"Cues ({len(leaf.cues)}{whence}):", shown, width=width, hang=2)
    if leaf.exclusions:
        said = "; ".join(map(_cue, leaf.exclusions))
        lines += led(f"Exclusions ({len(leaf.exclusions)}):", said, width=width, hang=2)
    return lines


def _cue(cue: Cue) -> str:
    """The cue in one line; a regular expression that nobody would read to its end is cut."""
    shown = safe(str(cue))
    if cue.regex and len(shown) > _LONGEST:
        return f"{shown[:_LONGEST]}[\u2026]"
    return shown

"""Text sources of a project -> interviews, and the spans that were coded in them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from sensecli.loading.elements import children, said, tag
from sensecli.loading.formats.encoding import normalise
from sensecli.loading.refi.anchors import Selected, Span, anchored
from sensecli.loading.refi.archive import Archive
from sensecli.model import Problem

_MARKS = (("utf-8-sig", b"\xef\xbb\xbf"), ("utf-16", b"\xff\xfe"), ("utf-16", b"\xfe\xff"))
_AGAIN = "export the project again, with its texts in it"


@dataclass(frozen=True, slots=True)
class TextSource:
    """One text with LF newlines, and the elements that select a span of it."""

    element: Element
    name: str
    text: str
    selections: tuple[tuple[Element, Span], ...]


@dataclass(slots=True)
class Sources:
    """The texts in the order written, and what could not be read."""

    texts: list[TextSource] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def sources_of(root: Element, archive: Archive, file: str) -> Sources:
    """Every text of the project; pictures, sound and films are each named as not read."""
    found = Sources()
    taken: set[str] = set()
    for element in (one for sources in children(root, "Sources") for one in sources):
        name = _distinct(" ".join(element.get("name", "").split()) or "source", taken)
        texts = (
            [element] if tag(element) == "TextSource" else [*children(element, "Representation")]
        )
        if not texts:
            message = f'"{name}" is not read: it is no text'
            found.problems.append(Problem(file, None, message, "import its transcript instead"))
            continue
        raw = _text(texts[0], archive)
        if raw is None:
            message = f'the text of "{name}" is not in the file'
            found.problems.append(Problem(file, None, message, _AGAIN))
            continue
        areas = sum(1 for _ in children(element, "PDFSelection"))
        if areas:
            message = f'areas marked on the pages of "{name}" are not read: {areas}'
            found.problems.append(Problem(file, None, message, "code its text instead"))
        placed = _selections(texts[0], raw, name, file, found.problems)
        found.texts.append(TextSource(element, name, normalise(raw), tuple(placed)))
    return found


def memo_of(element: Element, notes: Mapping[str, str], refs: Iterable[str]) -> str:
    """What was remarked on a selection: its description, then the notes that it refers to."""
    remarks = [said(element), *(notes.get(ref, "") for ref in refs)]
    return "\n".join(remark for remark in remarks if remark)


def note_text(element: Element, archive: Archive) -> str:
    """A note's words."""
    return normalise(_text(element, archive) or said(element)).strip()


def _text(element: Element, archive: Archive) -> str | None:
    inline = next(children(element, "PlainTextContent"), None)
    if inline is not None:
        return inline.text or ""
    path = element.get("plainTextPath", "").replace("\\", "/")
    held = archive.texts.get(path.rpartition("/")[2].casefold()) if path else None
    return None if held is None else _decoded(held)


def _decoded(raw: bytes) -> str:
    """The text with its own newlines, without its mark: UTF-8, else Windows-1252 (ATLAS.ti)."""
    encoding = next((name for name, mark in _MARKS if raw.startswith(mark)), "utf-8")
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _selections(
    element: Element, raw: str, name: str, file: str, problems: list[Problem]
) -> Iterator[tuple[Element, Span]]:
    marked = list(children(element, "PlainTextSelection"))
    spans = anchored(raw, [_selected(one) for one in marked])
    outside = 0
    for one, span in zip(marked, spans, strict=True):
        if span is None:
            outside += 1
        else:
            yield one, span
    if outside:
        message = (
            f'{outside} of {len(marked)} selections are empty or lie outside the text of "{name}"'
        )
        problems.append(Problem(file, None, message, _AGAIN))


def _selected(element: Element) -> Selected:
    start, end = (element.get(key, "").strip() for key in ("startPosition", "endPosition"))
    if not all(value.isascii() and value.isdigit() for value in (start, end)):
        return Selected(-1, -1, element.get("name", ""))
    # More digits than any text has places: int() would refuse the longest of them.
    return Selected(int(start[:18]), int(end[:18]), element.get("name", ""))


def _distinct(name: str, taken: set[str]) -> str:
    number, free = 2, name
    while free in taken:
        free, number = f"{name} ({number})", number + 1
    taken.add(free)
    return free

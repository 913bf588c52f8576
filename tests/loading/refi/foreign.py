"""Projects as other programs write them, made by hand."""

import zipfile
from pathlib import Path
from xml.sax.saxutils import quoteattr

GUID = "00000000-0000-4000-8000-{:012d}"
TEXT, CODE, USER, NOTE = (GUID.format(n) for n in (1, 2, 3, 4))


def a_selection(start: int, end: int, name: str = "", *, codes: tuple[str, ...] = (CODE,)) -> str:
    """A selection with those codes; a line break in its name is written as XML asks."""
    quoted = quoteattr(name, {"\n": "&#10;", "\r": "&#13;"})
    given = "".join(
        f'<Coding guid="{TEXT}" creatingUser="{USER}"><CodeRef targetGUID="{code}"/></Coding>'
        for code in codes
    )
    return (
        f'<PlainTextSelection guid="{TEXT}" name={quoted} startPosition="{start}"'
        f' endPosition="{end}">{given}</PlainTextSelection>'
    )


def a_source(*selections: str, content: str | None = None, name: str = "L01") -> str:
    """A text with those selections; without `content` it lies in a file of its own."""
    path = "" if content is not None else f' plainTextPath="internal://{TEXT.upper()}.TXT"'
    inline = "" if content is None else f"<PlainTextContent>{content}</PlainTextContent>"
    return (
        f'<TextSource guid="{TEXT}" name="{name}"{path}>{inline}{"".join(selections)}</TextSource>'
    )


def a_code(name: str = "Trust", guid: str = CODE, inside: str = "", described: str = "") -> str:
    """A code as a program writes it that knows nothing of ours."""
    said = f"<Description>{described}</Description>" if described else ""
    return f'<Code guid="{guid}" name="{name}" isCodable="true">{said}{inside}</Code>'


def a_project(*sources: str, codes: str = "", rest: str = "") -> str:
    """The whole of the XML; `rest` are the elements behind the sources."""
    return (
        '<Project xmlns="urn:QDA-XML:project:1.0" name="Study">'
        f'<Users><User guid="{USER}" name="Ann"/></Users>'
        f"<CodeBook><Codes>{codes or a_code()}</Codes></CodeBook>"
        f"<Sources>{''.join(sources)}</Sources>{rest}</Project>"
    )


def a_qdpx(
    folder: Path,
    project: str | bytes,
    text: bytes = b"",
    *,
    inner: str = "project.qde",
    sources: str = "sources",
) -> Path:
    """The archive, with that text under the text's id."""
    path = folder / "study.qdpx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(inner, project)
        archive.writestr(f"{sources}/{TEXT}.txt", text)
    return path

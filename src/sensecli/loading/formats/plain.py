"""Plain text and Markdown: the whole file is the text, its header included."""

from pathlib import Path

from sensecli.loading.formats.document import Document, Read, refused
from sensecli.loading.formats.encoding import read_text
from sensecli.loading.formats.header import read_header
from sensecli.model import Problem


def read_plain(path: Path) -> Read:
    """The one document of a .txt or .md file."""
    text = read_text(path)
    if isinstance(text, Problem):
        return refused(text)
    header = read_header(text, path.name)
    document = Document(text=text, attributes=header.attributes, body=header.body)
    return (document,), header.problems

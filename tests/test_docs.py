"""What the documentation says can be done: commands, codebooks and links."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.main import get_command

from sensecli import load_codebook
from sensecli.cli.app import app

TOP = Path(__file__).resolve().parents[1]
DOCS = tuple(sorted((TOP / "docs").glob("*.md")))
PAGES = (TOP / "README.md", *DOCS)
COMMAND = "sense"

_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)
_INLINE = re.compile(r"`(sense [^`\n]+)`")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def _blocks(page: Path) -> list[tuple[str, str]]:
    """Language and text of each fenced block."""
    return _BLOCK.findall(page.read_text(encoding="utf-8"))


def _prose(page: Path) -> str:
    """The page without its fenced blocks."""
    return _BLOCK.sub("", page.read_text(encoding="utf-8"))


def _typed(page: Path) -> Iterator[list[str]]:
    """The words after `sense` of each command line that a reader can type as it stands."""
    shell = (text for language, text in _blocks(page) if language == "sh")
    for line in (line for text in shell for line in text.splitlines()):
        for part in line.split(" && "):
            words = shlex.split(part, comments=True)
            if words and Path(words[0]).name == COMMAND:
                yield words[1:]


def _mentioned(page: Path) -> Iterator[list[str]]:
    """The words after `sense` of each command that the page names, typed or in a sentence."""
    yield from _typed(page)
    plain = (text for language, text in _blocks(page) if not language)
    lines = (line for text in plain for line in text.splitlines() if line.startswith("sense "))
    for line in (*lines, *_INLINE.findall(_prose(page))):
        yield shlex.split(line, comments=True)[1:]


def _named(words: list[str]) -> tuple[Any, list[str]]:
    """The command that the words name, and the words left; a placeholder in capitals is none."""
    command: Any = get_command(app)
    while words and hasattr(command, "commands") and re.match(r"[a-z]", words[0]):
        command = command.commands[words[0]]
        words = words[1:]
    return command, words


def _options(command: Any) -> set[str]:
    parameters = command.get_params(typer.Context(command))
    return {name for one in parameters for name in (*one.opts, *one.secondary_opts)}


def _cases(found: Any, pages: tuple[Path, ...]) -> list[Any]:
    """One test a command line, named by its page and words."""
    return [
        pytest.param(words, id=f"{page.name}: {shlex.join(words)}")
        for page in pages
        for words in found(page)
    ]


@pytest.mark.parametrize("words", _cases(_mentioned, PAGES))
def test_every_command_that_the_pages_name_exists_with_its_options(words: list[str]) -> None:
    command, rest = _named(words)
    written = {word.partition("=")[0] for word in rest if word.startswith("-") and word != "-"}
    assert written <= _options(command)


@pytest.mark.parametrize("words", _cases(_typed, PAGES))
def test_every_command_line_to_type_is_used_rightly(words: list[str]) -> None:
    command, rest = _named(words)
    if words != ["--version"]:
        command.make_context(COMMAND, list(rest))


def test_the_tutorial_uses_every_command() -> None:
    used = {words[0] for words in _typed(TOP / "docs" / "tutorial.md")}
    shown: Any = get_command(app)
    assert used >= {name for name, one in shown.commands.items() if not one.hidden}


_WHOLE = [
    pytest.param(text, id=f"{page.name}-{number}")
    for page in PAGES
    if page.name != "codebook-reference.md"  # tests/loading reads that one
    for number, (language, text) in enumerate(_blocks(page))
    if language == "yaml" and text.startswith("id:")
]


@pytest.mark.parametrize("text", _WHOLE)
def test_every_whole_codebook_of_the_pages_loads(tmp_path: Path, text: str) -> None:
    path = tmp_path / "codebook.yaml"
    path.write_text(text, encoding="utf-8")
    codebook, problems, notices = load_codebook(path)
    assert codebook is not None
    assert (problems, notices) == ((), ())


def _anchors(page: Path) -> set[str]:
    """The anchors that a page's headings make, as code hosts make them."""
    bare = (re.sub(r"[^\w\- ]", "", heading).strip() for heading in _HEADING.findall(_prose(page)))
    return {heading.lower().replace(" ", "-") for heading in bare}


_LINKS = [
    pytest.param(page, target, id=f"{page.name}-{target}")
    for page in PAGES
    for target in dict.fromkeys(_LINK.findall(_prose(page)))
    if "://" not in target and not target.startswith("mailto:")
]


@pytest.mark.parametrize(("page", "target"), _LINKS)
def test_every_link_between_the_pages_leads_somewhere(page: Path, target: str) -> None:
    path, _, anchor = target.partition("#")
    place = (page.parent / path).resolve() if path else page
    assert place.exists()
    assert not anchor or anchor in _anchors(place)

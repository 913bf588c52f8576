"""The command to type next, as it can be typed."""

import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sensecli.cli.large import source_of
from sensecli.cli.options import CoderName
from sensecli.cli.plain import safe
from sensecli.cli.running import Asked

if TYPE_CHECKING:
    from sensecli.model import Analysis, Project


def command(*words: str) -> str:
    """A command line to type, its words quoted where they have to be."""
    return " ".join(("sense", *map(typed, words)))


def typed(word: str) -> str:
    """One word of a command line, quoted where it has to be."""
    if sys.platform == "win32":
        return f'"{word}"' if " " in word else word
    return shlex.quote(word)


def next_step(analysis: "Analysis", code: str, asked: Asked | None) -> str:
    """`sense why FOLDER CODE`, with the folder and the options of what was `asked`.

    Of a table that is not held, it is `sense export FILE`, which writes all its codings. What
    holds a name that is left out, or cannot be shown, is a word in capitals to be replaced: a path
    with a part left out would lead nowhere.
    """
    asked = asked or Asked(Path(analysis.project.folder))
    large = ["--to", "csv", "-o", "codings.csv"]
    if not analysis.project.interviews:
        return _again(analysis.project, "export", large, asked)
    return _again(analysis.project, "why", [code], asked)


def sheet_step(project: "Project", name: str, sheet: str, asked: Asked) -> str:
    """`sense NAME FOLDER -o SHEET`, with the folder and the options of what was `asked`."""
    return _again(project, name, ["-o", sheet], asked)


def _again(project: "Project", name: str, words: Sequence[str], asked: Asked) -> str:
    from sensecli.exporting.masking import file_masker

    mask = file_masker(project.names)

    def shown(word: str, stands: str) -> str:
        told = (asked.names or mask(word) == word) and safe(word) == word
        return word if told else stands

    folder = shown(str(source_of(asked.folder)), "FOLDER")
    folder = f"./{folder}" if folder.startswith("-") else folder
    line = [name, folder, *words]
    for option, values, stands in (
        ("-c", filter(None, [asked.codebook]), "CODEBOOK"),
        ("--leader", asked.leader, "LABEL"),
        ("--interviewer", asked.interviewer, "LABEL"),
        ("--model", filter(None, [asked.model]), "MODEL"),
        ("--coder", [asked.coder] if asked.coder is CoderName.RULES else [], "CODER"),
    ):
        for value in values:
            line += [option, shown(value, stands)]
    return command(*line, *(["--names"] if asked.names else []))

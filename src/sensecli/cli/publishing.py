"""The forms that findings are written in, and what makes each."""

from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sensecli.cli.saving import no_place_for, refusal
from sensecli.disk.replace import replace_files

if TYPE_CHECKING:
    from sensecli.exporting.shown import Shown
    from sensecli.model import Analysis, Problem


class Format(StrEnum):
    """The forms that findings come in."""

    TERMINAL = "terminal"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    PPTX = "pptx"

    @property
    def binary(self) -> bool:
        """Whether it is no text, and so nothing for a terminal."""
        return self in {Format.DOCX, Format.PPTX}


ENDINGS = {
    ".md": Format.MARKDOWN,
    ".json": Format.JSON,
    ".csv": Format.CSV,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".docx": Format.DOCX,
    ".pptx": Format.PPTX,
}

# What makes the findings, by form: plain ones of the analysis alone, the others with its pictures.
_PLAIN = {
    Format.JSON: "jsonfile:findings_json",
    Format.CSV: "csvfile:findings_csv",
    Format.MARKDOWN: "markdown:findings_markdown",
}
_ILLUSTRATED = {
    Format.HTML: "page:findings_html",
    Format.DOCX: "word:findings_docx",
    Format.PPTX: "slides:findings_pptx",
}
# What shows every passage, and so holds them all.
HELD = frozenset(_ILLUSTRATED)
# What opens a template, by form; raises TemplateError.
_OPENED = {Format.DOCX: "word.opening:opened", Format.PPTX: "slides.opening:opened"}
# What makes one leader's page.
PROFILES = {
    Format.MARKDOWN: "profile:profile_markdown",
    Format.HTML: "page:profile_html",
    Format.DOCX: "word:profile_docx",
}


def published(analysis: "Analysis", form: Format, *, template: Path | None = None) -> bytes:
    """The findings in a form other than the terminal's; TemplateError for a bad `template`."""
    if form in _PLAIN:
        return bytes(_called(_PLAIN[form], analysis))
    pictures = _shown(analysis)
    return bytes(_called(_ILLUSTRATED[form], analysis, pictures, **_settled(form, template)))


def profiled(
    analysis: "Analysis", leader: str, form: Format, *, template: Path | None = None
) -> bytes:
    """One leader's page in a form of PROFILES; TemplateError for a bad `template`."""
    return bytes(_called(PROFILES[form], analysis, leader, **_settled(form, template)))


def refused_template(
    template: Path | None, form: Format, output: Path | None
) -> "tuple[Problem, ...]":
    """Why a template cannot be used: it does not open, or would be written over."""
    from sensecli.exporting.template import TemplateError
    from sensecli.model import Problem

    if template is None:
        return ()
    try:
        _called(_OPENED[form], template)
    except TemplateError as bad:
        return (Problem(str(template), None, bad.message, bad.hint),)
    if output and output.exists() and output.samefile(template):
        hint = "choose another file to write to"
        return (Problem(str(output), None, "is the template, which is not written over", hint),)
    return ()


def refused_pictures(folder: Path | None, interviews: Path) -> "tuple[Problem, ...]":
    """Why pictures cannot go to a folder: it cannot be made, or holds the interviews."""
    if folder is None:
        return ()
    if folder.is_dir():
        return refusal(folder / "gap.svg", interviews)
    if folder.exists():
        from sensecli.model import Problem

        hint = "give the name of a folder for the pictures"
        return (Problem(str(folder), None, "is a file", hint),)
    no_place = no_place_for(folder)
    return (no_place,) if no_place else ()


def save_pictures(analysis: "Analysis", folder: Path) -> "tuple[Problem, ...]":
    """Every picture as SVG and PNG into a folder, made where it is not there; why not, if not."""
    from sensecli.exporting.pictures import files
    from sensecli.model import Problem

    drawn = tuple(files(analysis))
    if not drawn:
        return (Problem(str(folder), None, "is not written: no picture can be drawn"),)
    try:
        folder.mkdir(exist_ok=True)
        replace_files({(folder / name).resolve(): content for name, content in drawn})
    except OSError as error:
        reason = error.strerror or "it cannot be written"
        message = f"pictures could not be written: {reason}"
        return (Problem(str(folder), None, message, "name a folder that can be made"),)
    return ()


def _shown(analysis: "Analysis") -> "tuple[Shown, ...]":
    from sensecli.exporting.pictures import shown

    return shown(analysis)


def _settled(form: Format, template: Path | None) -> dict[str, Path | None]:
    return {"template": template} if form.binary else {}


def _called(maker: str, *values: object, **settled: object) -> Any:  # noqa: ANN401  (it varies)
    module, function = maker.split(":")
    return getattr(import_module(f"sensecli.exporting.{module}"), function)(*values, **settled)

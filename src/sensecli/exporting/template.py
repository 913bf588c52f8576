"""A house template, as its owner saved it."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from sensecli.unpacking import BROKEN, Fault, fault

_CONTENT_TYPES = "[Content_Types].xml"
_UNREAD = "the template cannot be read"
_SAID = {
    Fault.LOCKED: ("the template is protected by a password", "save a copy without one"),
    Fault.LARGE: (
        "the template is not opened: unpacked it would be far larger than any template",
        "save it again without its pictures",
    ),
    Fault.ENTITIES: (
        "the template is not opened: it defines entities of its own, as a trap does",
        "open it and save it again",
    ),
}


class TemplateError(Exception):
    """A template that cannot be used: what is wrong with it, and what to do."""

    def __init__(self, message: str, hint: str) -> None:
        """The words are those of a `Problem`."""
        super().__init__(message)
        self.message = message
        self.hint = hint


def as_document(template: Path, *, saved_as: str, main_type: str) -> BytesIO:
    """The file as a document of `main_type`, also where it was saved as a template (.dotx, .potx).

    `saved_as` is the hint where it is neither. Raises TemplateError.
    """
    try:
        if template.exists() and not (template.is_file() or template.is_dir()):
            raise unusable(saved_as)
        with template.open("rb") as file:
            found = fault(file)
            if found is not None:
                raise TemplateError(*_SAID.get(found, (_UNREAD, saved_as)))
            file.seek(0)
            package = file.read()
    except OSError as error:
        why = error.strerror or type(error).__name__
        message = f"the template cannot be opened: {why}"
        raise TemplateError(message, saved_as) from error
    try:
        return _retyped(package, main_type)
    except (KeyError, *BROKEN) as error:
        raise unusable(saved_as) from error


def unusable(saved_as: str) -> TemplateError:
    """The error of a file that is no such document."""
    return TemplateError(_UNREAD, saved_as)


def _retyped(package: bytes, main_type: str) -> BytesIO:
    template_type = main_type.replace("document.main", "template.main").replace(
        "presentation.main", "template.main"
    )
    written = BytesIO()
    with ZipFile(BytesIO(package)) as source, ZipFile(written, "w") as target:
        source.getinfo(_CONTENT_TYPES)
        for name in source.namelist():
            content = source.read(name)
            if name == _CONTENT_TYPES:
                content = content.replace(template_type.encode(), main_type.encode())
            target.writestr(name, content)
    written.seek(0)
    return written

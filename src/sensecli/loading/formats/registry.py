"""The formats that are read, and what reads each."""

import importlib
from pathlib import Path
from typing import cast

from sensecli.loading.formats.document import Document, Read, refused
from sensecli.loading.formats.guard import objection, unreadable
from sensecli.model import Problem

READERS: dict[str, str] = {
    ".txt": "sensecli.loading.formats.plain:read_plain",
    ".text": "sensecli.loading.formats.plain:read_plain",
    ".md": "sensecli.loading.formats.plain:read_plain",
    ".markdown": "sensecli.loading.formats.plain:read_plain",
    ".docx": "sensecli.loading.formats.word:read_word",
    ".pdf": "sensecli.loading.formats.pdf:read_pdf",
    ".odt": "sensecli.loading.formats.opendocument:read_opendocument",
    ".rtf": "sensecli.loading.formats.richtext:read_richtext",
    ".vtt": "sensecli.loading.formats.captions:read_captions",
    ".srt": "sensecli.loading.formats.captions:read_captions",
    ".csv": "sensecli.loading.formats.sheets:read_csv",
    ".xlsx": "sensecli.loading.formats.sheets:read_xlsx",
    ".parquet": "sensecli.loading.formats.parquet:read_parquet",
}
LONGEST = 2_000_000
"""The most characters that an interview may have: some thirty hours of talk."""
SHEETS = frozenset({".csv", ".xlsx", ".parquet"})
_READ = "read are .txt, .md, .docx, .pdf, .odt, .rtf, .vtt, .srt, .csv, .xlsx and .parquet"
_SOUND = frozenset(
    ".mp3 .m4a .wav .aac .ogg .flac .wma .mp4 .mov .avi .mkv .webm .m4v .3gp .amr".split()
)
_PICTURES = frozenset(".jpg .jpeg .png .gif .tif .tiff .bmp .heic .webp".split())
_HINTS = {
    ".doc": "save it as .docx",
    ".docm": "save it as .docx",
    ".dot": "save it as .docx",
    ".pages": "export it as .docx",
    ".xls": "save it as .xlsx",
    ".ods": "save it as .csv",
    ".numbers": "export it as .csv",
    ".tsv": "rename it to .csv; columns may be parted by tabs",
    ".html": "save it as .docx or as plain text",
    ".htm": "save it as .docx or as plain text",
    ".zip": "unpack it and put the interviews themselves into the folder",
}


def read_file(path: Path) -> Read:
    """The documents in one file and what was wrong with it; nothing is raised for bad files."""
    suffix = path.suffix.casefold()
    if suffix not in READERS:
        return refused(unknown(path))
    problem = objection(path)
    if problem:
        return refused(problem)
    module, _, function = READERS[suffix].partition(":")
    reader = getattr(importlib.import_module(module), function)
    try:
        documents, problems = cast("Read", reader(path))
    except OSError as error:
        return refused(unreadable(path, error))
    long = [one for one in documents if len(one.text) > LONGEST]
    fit = tuple(one for one in documents if len(one.text) <= LONGEST)
    return fit, (*problems, *(too_long(path.name, one) for one in long))


def too_long(name: str, document: Document) -> Problem:
    """The problem of an interview with more characters than are read."""
    what = f"{document.row} is" if document.row else "is"
    message = (
        f"{what} too long to be an interview ({len(document.text):,} characters; at most "
        f"{LONGEST:,} are read)"
    )
    hint = "part it: one file for each interview"
    return Problem(name, None, message, hint)


def unknown(path: Path) -> Problem:
    """The problem of a file in a format that is not read."""
    suffix = path.suffix.casefold()
    if suffix in _SOUND:
        hint = f"transcribe it first; {_READ}"
    elif suffix in _PICTURES:
        hint = f"type out or recognise what it shows; {_READ}"
    elif suffix in _HINTS:
        hint = _HINTS[suffix]
    else:
        hint = f"{_READ}; save it as one of these, or take it out of the folder"
    what = f"{suffix} files are not read" if suffix else "its name has no ending to tell its format"
    return Problem(path.name, None, what, hint)

"""A whole analysis as a REFI-QDA project: one archive of texts, codes, codings and cases."""

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from pathlib import PurePath
from xml.etree.ElementTree import Element
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from sensecli.exporting.memos import Memos, memos
from sensecli.exporting.refi.codes import attribute_codes, codebook_codes, undefined_codes
from sensecli.exporting.refi.fields import described
from sensecli.exporting.refi.people import (
    case_elements,
    value_elements,
    variable_elements,
    variables,
)
from sensecli.exporting.refi.sources import (
    Source,
    note_element,
    note_guid,
    remarked_element,
    selection_element,
    source,
    source_element,
)
from sensecli.exporting.refi.xml import add, element, guid, listed, written
from sensecli.exporting.told import CONFIDENTIAL
from sensecli.model import Analysis, Coding, Interview

NAMESPACE = "urn:QDA-XML:project:1.0"

_PROGRAM = "sense"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16


def project_qdpx(analysis: Analysis) -> bytes:
    """The project (.qdpx): valid by the schema, its ids and bytes the same from run to run."""
    project = analysis.project
    sources = {one.id: source(one, project.names) for one in project.interviews}
    parts = {"project.qde": written(_project(analysis, sources), NAMESPACE)}
    for one in sources.values():
        parts[f"sources/{one.file}"] = one.text.encode()
    return _archive(parts)


def _project(analysis: Analysis, sources: Mapping[str, Source]) -> Element:
    book, interviews = analysis.codebook, analysis.project.interviews
    remarks = memos(analysis)
    every = [memo for held in remarks.by_place.values() for memo in held]
    coders = (one.coder for one in analysis.codings)
    names = dict.fromkeys((_PROGRAM, *coders, *(one.decision.coder for one in every)))
    users = {name: guid("user", name) for name in names}
    known = variables(interviews)
    root = element(
        "Project",
        name=PurePath(analysis.project.folder).name or book.label,
        origin=analysis.engine.tool,
        creatingUserGUID=users[_PROGRAM],
    )
    people = [element("User", guid=id_, name=name) for name, id_ in users.items()]
    root.extend(listed("Users", people))
    codes = [*codebook_codes(book), *undefined_codes(book, analysis.codings), *attribute_codes()]
    add(root, "CodeBook").extend(listed("Codes", codes))
    root.extend(listed("Variables", variable_elements(known)))
    guids = {id_: one.guid for id_, one in sources.items()}
    root.extend(listed("Cases", case_elements(interviews, known, guids)))
    coded = _by_interview(analysis.codings)
    made = [
        source_element(
            one,
            sources[one.id],
            _selections(one, coded.get(one.id, ()), remarks, sources[one.id], book.id, users),
            value_elements(known, known.values[one.id]),
            user=users[_PROGRAM],
        )
        for one in interviews
    ]
    root.extend(listed("Sources", made))
    notes = [note_element(m, note_guid(m), user=users[m.decision.coder]) for m in every]
    root.extend(listed("Notes", notes))
    add(root, "Description", _description(analysis))
    return root


def _selections(
    interview: Interview,
    codings: Sequence[Coding],
    remarks: Memos,
    text: Source,
    codebook: str,
    users: Mapping[str, str],
) -> list[Element]:
    """A selection for each coding, with the memos on it, and for each memo that is on none."""
    coded = [
        selection_element(one, text, codebook, users, map(note_guid, remarks.on(one)))
        for one in codings
    ]
    alone = [
        remarked_element(memo, text, note_guid(memo), user=users[memo.decision.coder])
        for memo in remarks.on_none(codings)
        if memo.segment.interview == interview.id
    ]
    return [*coded, *alone]


def _description(analysis: Analysis) -> str:
    book, engine = analysis.codebook, analysis.engine
    about = described(
        (
            ("Codebook", book.id),
            ("Label", book.label),
            ("Version", book.version),
            ("About", book.description),
            ("Source", book.source),
            ("Tool", engine.tool),
            ("Codebook hash", engine.codebook_hash),
            ("Model", engine.model),
            ("Model hash", engine.model_hash),
            ("Encoder hash", engine.encoder_hash),
        )
    )
    return f"{CONFIDENTIAL}\n{about}"


def _by_interview(codings: Iterable[Coding]) -> Mapping[str, list[Coding]]:
    found: dict[str, list[Coding]] = {}
    for one in codings:
        found.setdefault(one.interview, []).append(one)
    return found


def _archive(parts: Mapping[str, bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, content in parts.items():
            part = ZipInfo(name, _EPOCH)
            part.compress_type, part.external_attr = ZIP_DEFLATED, _READABLE
            archive.writestr(part, content)
    return file.getvalue()

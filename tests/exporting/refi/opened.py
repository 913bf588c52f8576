"""A written project, opened without any code of ours."""

from io import BytesIO
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

from sensecli.exporting.refi import project_qdpx
from sensecli.model import Analysis

P = "{urn:QDA-XML:project:1.0}"


def parts_of(analysis: Analysis) -> dict[str, bytes]:
    """The files in the archive, by name."""
    with ZipFile(BytesIO(project_qdpx(analysis))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def project_of(analysis: Analysis) -> Element:
    """The project's root element."""
    return fromstring(parts_of(analysis)["project.qde"])  # noqa: S314 - our own file


def names_of(root: Element) -> dict[str, str]:
    """Everything that has an id and a name."""
    return {one.get("guid", ""): one.get("name", "") for one in root.iter()}


def codes_on(selection: Element, root: Element) -> list[str]:
    """The names of the codes that a selection bears."""
    names = names_of(root)
    return [names[ref.get("targetGUID", "")] for ref in selection.iter(f"{P}CodeRef")]

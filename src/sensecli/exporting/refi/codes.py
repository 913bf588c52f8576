"""A codebook as REFI-QDA codes, and the attributes of a coding as codes of their own."""

from collections.abc import Iterable
from enum import StrEnum
from xml.etree.ElementTree import Element

from sensecli.exporting.refi.fields import described
from sensecli.exporting.refi.xml import add, element, guid, listed, written
from sensecli.model import Actor, Analysis, Codebook, Coding, Holder, Node, Stance, Status

NAMESPACE = "urn:QDA-XML:codebook:1.0"

_GROUPS: tuple[tuple[str, str, Iterable[StrEnum | str]], ...] = (
    ("Stance", "What the speaker thinks of the code's proposition.", Stance),
    ("Status", "What is said about doing something, from none to done, or that it failed.", Status),
    ("Actor", "Who is to act, or acted.", Actor),
    ("Holder", "Whose view it is.", Holder),
    ("Prompted", "Whether the interviewer pitched it first.", ("true", "false")),
)


def codebook_qdc(analysis: Analysis) -> bytes:
    """The codebook alone, its tree of codes with colours and descriptions."""
    root = element("CodeBook", origin=analysis.engine.tool)
    root.extend(listed("Codes", codebook_codes(analysis.codebook)))
    return written(root, NAMESPACE)


def codebook_codes(codebook: Codebook) -> list[Element]:
    """The codebook's own codes as a tree; groups are not codable."""
    return [_code(codebook.id, node) for node in codebook.codes]


def attribute_codes() -> list[Element]:
    """A group of codes for each attribute of a coding, a code for each of its values."""
    return [_group(name, said, values) for name, said, values in _GROUPS]


def undefined_codes(codebook: Codebook, codings: Iterable[Coding]) -> list[Element]:
    """Codes that codings bear and the codebook has not, so that no coding is lost."""
    known = {leaf.id for leaf in codebook.leaves}
    lacking = dict.fromkeys(one.code for one in codings if one.code not in known)
    return [_code(codebook.id, Node(id=code, label=code)) for code in lacking]


def code_guid(codebook: str, code: str) -> str:
    """The id of a code, by the ids of the codebook and its own."""
    return guid("code", codebook, code)


def attribute_guids(coding: Coding) -> tuple[str, ...]:
    """The ids of the codes that tell a coding's attributes: one value of each, in order."""
    values = (
        coding.stance,
        coding.status,
        coding.actor,
        coding.holder,
        "true" if coding.prompted else "false",
    )
    return tuple(
        _value_guid(name, value) for (name, _, _), value in zip(_GROUPS, values, strict=True)
    )


def _code(codebook: str, node: Node) -> Element:
    made = element(
        "Code",
        guid=code_guid(codebook, node.id),
        name=node.label or node.id,
        isCodable="false" if node.codes else "true",
        color=node.color,
    )
    add(made, "Description", _description(node))
    made.extend(_code(codebook, child) for child in node.codes)
    return made


def _description(node: Node) -> str:
    return described(
        (
            ("Definition", node.definition),
            ("Proposition", node.proposition),
            *(("Include", one) for one in node.include),
            *(("Exclude", one) for one in node.exclude),
            *(("Example", one) for one in node.examples),
            ("Source", node.source),
            ("Kind", str(node.kind or "")),
            ("Id", node.id),
        )
    )


def _group(name: str, said: str, values: Iterable[StrEnum | str]) -> Element:
    made = element("Code", guid=guid("attribute", name), name=name, isCodable="false")
    add(made, "Description", said)
    for value in values:
        # Programs without a tree show a code's name alone: "none" would tell nothing there.
        add(
            made,
            "Code",
            guid=_value_guid(name, value),
            name=f"{name}: {value}",
            isCodable="true",
        )
    return made


def _value_guid(name: str, value: str) -> str:
    return guid("attribute", name, value)

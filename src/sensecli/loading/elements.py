"""Bytes -> elements, from XML that can define nothing of its own; names without namespaces."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from sensecli.model import Problem

_AGAIN = "export it again as REFI-QDA"


class _DoctypeError(Exception):
    """The file defines things of its own, which REFI-QDA never needs and a trap does."""


class _Safe(TreeBuilder):
    def doctype(self, *declared: str | None) -> None:
        raise _DoctypeError(*declared)


def parsed(raw: bytes, file: str, root_name: str) -> Element | Problem:
    """The root element of that name, or why there is none; no entity is ever resolved."""
    parser = XMLParser(target=_Safe())  # noqa: S314 - _Safe refuses every DTD, so no entities
    try:
        parser.feed(raw)
        root = parser.close()
    except _DoctypeError:
        message = "holds a document type, which REFI-QDA never does"
        return Problem(file, None, message, _AGAIN)
    except ParseError as error:
        return Problem(file, error.position[0], "is not valid XML", _AGAIN)
    except (ValueError, LookupError):
        return Problem(file, None, "is in an encoding that is not known", _AGAIN)
    if not isinstance(root, Element) or tag(root) != root_name:
        kind = "project" if root_name == "Project" else "codebook"
        return Problem(file, None, f"is not a REFI-QDA {kind}", _AGAIN)
    return root


def tag(element: Element) -> str:
    """The name without its namespace: programs differ in which one they write."""
    return element.tag.rpartition("}")[2]


def children(element: Element, *path: str) -> Iterator[Element]:
    """Every element at the end of that path of names, in order."""
    if not path:
        yield element
        return
    for child in element:
        if tag(child) == path[0]:
            yield from children(child, *path[1:])


def said(element: Element, name: str = "Description") -> str:
    """The text of the first child of that name; empty where there is none."""
    return next((child.text or "" for child in children(element, name)), "").strip("\n")


def own_guid(element: Element, attribute: str = "guid") -> str:
    """An id, comparable: programs write it in capitals, in small letters or in braces."""
    return element.get(attribute, "").strip().strip("{}").casefold()


def target(element: Element, name: str) -> str:
    """The id that the first reference of that name points to."""
    found = next(children(element, name), None)
    return "" if found is None else own_guid(found, "targetGUID")

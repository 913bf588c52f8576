"""Elements of REFI-QDA: made without empty attributes, written the same from run to run."""

import re
from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

_NAMESPACE = UUID("6c0d5f0e-1a64-5b6f-9d2f-0f5f7d3c9a11")
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SEPARATOR = "\x1f"


def guid(*content: object) -> str:
    """The id of what has that content: the same from run to run and on every machine."""
    return str(uuid5(_NAMESPACE, _SEPARATOR.join(map(str, content))))


def clean(text: str) -> str:
    """The text with each character that XML cannot hold as U+FFFD, so that offsets stay."""
    return _ILLEGAL.sub("\ufffd", text)


def element(tag: str, text: str = "", **attributes: str) -> Element:
    """An element with its text; attributes that are empty are left out."""
    made = Element(tag, {key: clean(value) for key, value in attributes.items() if value})
    made.text = clean(text) or None
    return made


def add(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """The same as a child of `parent`."""
    made = element(tag, text, **attributes)
    parent.append(made)
    return made


def refer(parent: Element, tag: str, target: str) -> None:
    """A reference to what has that id."""
    SubElement(parent, tag, targetGUID=target)


def listed(tag: str, items: list[Element]) -> list[Element]:
    """The items in an element of their own; nothing where there are none, as the schema asks."""
    if not items:
        return []
    made = Element(tag)
    made.extend(items)
    return [made]


def written(root: Element, namespace: str) -> bytes:
    """The document, indented, UTF-8 with LF newlines."""
    root.set("xmlns", namespace)
    indent(root)
    body = tostring(root, encoding="unicode").replace("\r", "&#13;")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'.encode()

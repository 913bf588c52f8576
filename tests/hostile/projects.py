"""REFI-QDA projects to take in and house templates: the same traps, met by other commands."""

import zipfile
from pathlib import Path

from tests.hostile.case import FOLDER, OUT, Case, Make, raw
from tests.hostile.packed import (
    DOCUMENT,
    LAUGHS,
    a_docx,
    a_zip,
    lazy,
    locked,
    many,
    nameless,
    zeros,
)

_PASSWD = "root:x:0:0"  # noqa: S105 - the first line of a file that anybody may read
_NO_PROJECT = "study.qdpx: is broken: not a whole REFI-QDA project. Hint: export the project again"
_PLAIN_DOCX = a_docx(DOCUMENT.format(dtd="", said="We must trust each other more."))


def _linked(folder: Path) -> None:
    """A part that is a link to a file of the system, as archives can hold them."""
    info = zipfile.ZipInfo("sources/passwd.txt")
    info.create_system, info.external_attr = 3, 0o120777 << 16
    with zipfile.ZipFile(folder / "study.qdpx", "w") as archive:
        archive.writestr("project.qde", _project("internal://passwd.txt"))
        archive.writestr(info, "/etc/passwd")


def _project(path: str) -> str:
    return (
        '<Project xmlns="urn:QDA-XML:project:1.0" name="S"><CodeBook><Codes><Code guid="c" '
        'name="Trust" isCodable="true"/></Codes></CodeBook><Sources><TextSource guid="t" name="G01"'
        f' plainTextPath="{path}"><PlainTextSelection guid="s" startPosition="0" endPosition="4">'
        '<Coding guid="d"><CodeRef targetGUID="c"/></Coding></PlainTextSelection></TextSource>'
        "</Sources></Project>"
    )


def _imports(name: str, make: Make, *said: str, **more: object) -> Case:
    command = ("import", FOLDER, f"{OUT}/study.qdpx", "--coder-initials", "zz")
    return Case(name, _beside(make), said, command=command, intact=False, **more)  # type: ignore[arg-type]


def _beside(make: Make) -> Make:
    """Made outside of the folder of interviews."""
    return lambda folder: make(folder.parent / "out")


def _templated(name: str, make: Make, *said: str) -> Case:
    command = ("analyse", FOLDER, "-o", f"{OUT}/report.docx", "--template", f"{OUT}/house.docx")
    return Case(name, _beside(make), said, command=command, intact=False)


CASES = (
    _imports(
        "a project of 300 MB",
        lazy("study.qdpx", zeros, "project.qde", 300),
        'study.qdpx: "project.qde" in it is not read: unpacked it would be far larger than any '
        "text. Hint: export the project without it",
    ),
    _imports(
        "a project that unpacks to 300 MB and says 100 bytes",
        lazy("study.qdpx", zeros, "project.qde", 300, told=100),
        'study.qdpx: "project.qde" in it is not read: unpacked it would be far larger than any '
        "text",
    ),
    _imports(
        "a project of 100,000 parts",
        lazy("study.qdpx", many, 100_000),
        "study.qdpx: has more than 20,000 files in it",
    ),
    _imports(
        "a project with a password",
        raw("study.qdpx", locked(a_zip({"project.qde": "<Project/>"}))),
        "study.qdpx: is protected by a password. Hint: export it without one",
    ),
    _imports(
        "a project of a billion laughs",
        raw("study.qdpx", a_zip({"project.qde": f"{LAUGHS}<Project>&i;</Project>"})),
        "study.qdpx: holds a document type, which REFI-QDA never does. Hint: export it again "
        "as REFI-QDA",
    ),
    _imports(
        "a project whose text is a file of the system",
        raw("study.qdpx", a_zip({"project.qde": _project("file:///etc/passwd")})),
        'study.qdpx: the text of "G01" is not in the file. Hint: export the project again, '
        "with its texts in it",
        unsaid=(_PASSWD,),
    ),
    _imports(
        "a project whose text climbs out of it",
        raw("study.qdpx", a_zip({"project.qde": _project("internal://../../../../etc/passwd")})),
        'study.qdpx: the text of "G01" is not in the file',
        unsaid=(_PASSWD,),
    ),
    _imports(
        "a project with a link in it",
        _linked,
        'study.qdpx: "/etc" is not in the text (G01)',
        unsaid=(_PASSWD,),
    ),
    _imports(
        "a project cut off",
        raw("study.qdpx", a_zip({"project.qde": _project("x")})[:-30]),
        _NO_PROJECT,
    ),
    _imports(
        "a project nested without end",
        raw(
            "study.qdpx",
            a_zip(
                {
                    "project.qde": "<Project><CodeBook><Codes>"
                    + '<Code guid="c" name="n">' * 9_000
                    + "</Code>" * 9_000
                    + "</Codes></CodeBook></Project>"
                }
            ),
        ),
        "study.qdpx: the codes under",
    ),
    _templated(
        "a template of 300 MB",
        lazy("house.docx", zeros, "word/document.xml", 300),
        "house.docx: the template is not opened: unpacked it would be far larger than any "
        "template. Hint: save it again without its pictures",
    ),
    _templated(
        "a template that unpacks to 300 MB and says 100 bytes",
        lazy("house.docx", zeros, "word/document.xml", 300, told=100),
        "house.docx: the template is not opened: unpacked",
    ),
    _templated(
        "a template with a password",
        raw("house.docx", locked(_PLAIN_DOCX)),
        "house.docx: the template is protected by a password. Hint: save a copy without one",
    ),
    _templated(
        "a template of a billion laughs",
        raw("house.docx", a_docx(DOCUMENT.format(dtd=LAUGHS, said="&i;"))),
        "house.docx: the template is not opened: it defines entities of its own",
    ),
    _templated(
        "a template that is none",
        raw("house.docx", b"no template"),
        "house.docx: the template cannot be read. Hint: save it in Word as a document (.docx) "
        "or a template (.dotx)",
    ),
    _templated(
        "a template whose parts have no names",
        raw("house.docx", nameless(_PLAIN_DOCX)),
        "house.docx: the template cannot be read",
    ),
    _imports(
        "a project whose parts have no names",
        raw("study.qdpx", nameless(a_zip({"project.qde": _project("x")}))),
        "study.qdpx: holds no project (.qde)",
    ),
    _templated(
        "a template cut off",
        raw("house.docx", _PLAIN_DOCX[:-40]),
        "house.docx: the template cannot be read",
    ),
)

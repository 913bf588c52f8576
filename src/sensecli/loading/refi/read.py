"""A REFI-QDA file -> its codebook, interviews and codings, with everything wrong in it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

from sensecli.loading.codebooks.drafts import one_line
from sensecli.loading.codebooks.slugs import slug
from sensecli.loading.elements import children, own_guid, parsed, said, target
from sensecli.loading.formats.guard import objection
from sensecli.loading.refi.anchors import Span
from sensecli.loading.refi.archive import Archive, open_archive
from sensecli.loading.refi.cases import interviews_of
from sensecli.loading.refi.codes import Codes, codes_of
from sensecli.loading.refi.fields import fields_of, first
from sensecli.loading.refi.sources import TextSource, memo_of, note_text, sources_of
from sensecli.model import Actor, Codebook, Holder, Interview, Node, Problem, Stance, Status

_Values = frozenset[tuple[str, str]]

_AGAIN = "export it again as REFI-QDA"
_IDENTIFIER = re.compile(r"[a-z0-9][a-z0-9_-]*")


@dataclass(frozen=True, slots=True)
class ReadCoding:
    """A span of an interview's text that somebody gave a code: `text == interview.text[start:end]`.

    `coder` is the user's name, `memo` what is remarked on the span. An attribute is None where the
    file does not tell it, as other programs' files never do.
    """

    interview: str
    start: int
    end: int
    text: str
    code: str
    coder: str
    memo: str = ""
    stance: Stance | None = None
    status: Status | None = None
    actor: Actor | None = None
    holder: Holder | None = None
    prompted: bool | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """What a file holds; `codebook` is None where no code could be read."""

    codebook: Codebook | None = None
    sources: tuple[Interview, ...] = ()
    codings: tuple[ReadCoding, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Known:
    """What selections refer to: codes, users' names and notes' words, by their ids."""

    codes: Codes
    users: Mapping[str, str]
    notes: Mapping[str, str]


def read_qdc(path: Path) -> Read:
    """The codebook of a .qdc file; its id and label are made from the file's name."""
    fault = objection(path)
    if fault:
        return Read(problems=(fault,))
    root = parsed(path.read_bytes(), path.name, "CodeBook")
    if isinstance(root, Problem):
        return Read(problems=(root,))
    codes = codes_of(children(root, "Codes", "Code"), path.name)
    if not codes.nodes:
        codes.problems.append(Problem(path.name, None, "has no code in it", _AGAIN))
    book = _codebook(codes.nodes, path.stem, "")
    return Read(codebook=book, problems=tuple(codes.problems))


def read_qdpx(path: Path) -> Read:
    """The codebook, texts and codings of a .qdpx file, ours or another program's."""
    archive = open_archive(path)
    if isinstance(archive, Problem):
        return Read(problems=(archive,))
    root = parsed(archive.project, path.name, "Project")
    if isinstance(root, Problem):
        return Read(problems=(root,))
    sources = sources_of(root, archive, path.name)
    refs = {target(one, "CodeRef") for text in sources.texts for one in _codings(text)}
    tops = children(root, "CodeBook", "Codes", "Code")
    codes = codes_of(tops, path.name, frozenset(refs))
    known = _Known(codes, _users(root), _notes(root, archive))
    problems = [*archive.problems, *sources.problems, *codes.problems]
    problems += _undefined(refs, codes, path.name)
    read = (one for text in sources.texts for one in _read_codings(text, known))
    return Read(
        codebook=_codebook(codes.nodes, root.get("name", "") or path.stem, said(root)),
        sources=interviews_of(root, sources.texts),
        codings=tuple(dict.fromkeys(read)),
        problems=tuple(problems),
    )


def _codebook(nodes: tuple[Node, ...], name: str, description: str) -> Codebook | None:
    fields = fields_of(description)
    if not nodes:
        return None
    return Codebook(
        id=_id(first(fields, "Codebook")) or slug(name) or "codebook",
        label=first(fields, "Label") or one_line(name) or "Codebook",
        version=first(fields, "Version") or "1",
        description=first(fields, "About"),
        source=first(fields, "Source"),
        codes=nodes,
    )


def _id(told: str) -> str:
    """The id that the file tells, as it is where it may be one."""
    return told if _IDENTIFIER.fullmatch(told) else slug(told)


def _users(root: Element) -> Mapping[str, str]:
    return {
        own_guid(one): one_line(one.get("name", "") or one.get("id", ""))
        for one in children(root, "Users", "User")
    }


def _notes(root: Element, archive: Archive) -> Mapping[str, str]:
    return {own_guid(one): note_text(one, archive) for one in children(root, "Notes", "Note")}


def _codings(text: TextSource) -> Iterator[Element]:
    return (coding for one, _ in text.selections for coding in children(one, "Coding"))


def _read_codings(text: TextSource, known: _Known) -> Iterator[ReadCoding]:
    """Each theme of a selection, with the attributes that the selection bears.

    A program may part the codes of a selection: then the attributes stand on the same span alone.
    """
    loose: dict[Span, _Values] = {}
    for element, span in text.selections:
        refs = [target(one, "CodeRef") for one in children(element, "Coding")]
        if not any(ref in known.codes.leaves for ref in refs):
            loose[span] = loose.get(span, frozenset()) | _values(refs, known)
    for element, span in text.selections:
        codings = list(children(element, "Coding"))
        borne = _values([target(one, "CodeRef") for one in codings], known)
        values = _plain(borne or loose.get(span, frozenset()))
        for one in codings:
            leaf = known.codes.leaves.get(target(one, "CodeRef"))
            if leaf is not None:
                yield _read_coding(text, span, leaf, _remarked(element, one, known), values)


def _values(refs: Iterable[str], known: _Known) -> _Values:
    return frozenset(known.codes.values[ref] for ref in refs if ref in known.codes.values)


def _plain(values: _Values) -> Mapping[str, str]:
    """The attributes with just one value: of two, nobody can tell which goes with which theme."""
    counts = Counter(name for name, _ in values)
    return {name: value for name, value in values if counts[name] == 1}


def _remarked(selection: Element, coding: Element, known: _Known) -> tuple[str, str]:
    """The coder and the memo of one coding."""
    user = own_guid(coding, "creatingUser") or own_guid(selection, "creatingUser")
    refs = [
        own_guid(ref, "targetGUID")
        for place in (selection, coding)
        for ref in children(place, "NoteRef")
    ]
    return known.users.get(user, ""), memo_of(selection, known.notes, refs)


def _read_coding(
    text: TextSource,
    span: Span,
    code: str,
    remarked: tuple[str, str],
    values: Mapping[str, str],
) -> ReadCoding:
    coder, memo = remarked
    return ReadCoding(
        interview=text.name,
        start=span[0],
        end=span[1],
        text=text.text[slice(*span)],
        code=code,
        coder=coder,
        memo=memo,
        stance=Stance(values["stance"]) if "stance" in values else None,
        status=Status(values["status"]) if "status" in values else None,
        actor=Actor(values["actor"]) if "actor" in values else None,
        holder=Holder(values["holder"]) if "holder" in values else None,
        prompted=values["prompted"] == "true" if "prompted" in values else None,
    )


def _undefined(refs: set[str], codes: Codes, file: str) -> Iterator[Problem]:
    lacking = sum(ref not in codes.leaves and ref not in codes.values for ref in refs)
    if lacking:
        message = f"codings bear {lacking} codes that are not in its codebook; they are left out"
        yield Problem(file, None, message, _AGAIN)

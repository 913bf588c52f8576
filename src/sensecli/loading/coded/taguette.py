"""Highlights of Taguette ("Export highlights", .csv or .xlsx): a row for each tag of each."""

import re

from sensecli.loading.coded.sheet import Sheet
from sensecli.model.passage import CodedPassage

COLUMNS = "document, tag and content"
"""The columns that this layout needs."""

_DOCUMENTS = ("document", "document name")
_TAGS = ("tag", "tags")
_CONTENTS = ("content", "highlight", "snippet", "text")
_BETWEEN = re.compile(r"\s*[,;\n]\s*")


def is_taguette(sheet: Sheet) -> bool:
    """Whether the sheet has a highlight's document, tag and words."""
    return all(sheet.has(names) for names in (_DOCUMENTS, _TAGS, _CONTENTS))


def taguette_rows(sheet: Sheet) -> tuple[CodedPassage, ...]:
    """Each tag of each highlight; a highlight that has none says nothing.

    A tag is a path with dots: its last part is tried too. Under `tags` several may be joined.
    """
    return tuple(
        CodedPassage(
            document=row.first(_DOCUMENTS),
            quote=row.first(_CONTENTS),
            codes=tuple(dict.fromkeys((tag, tag.rpartition(".")[2]))),
            line=row.line,
            coder=row.held.get("coder", ""),
            memo=row.first(("memo", "note")),
        )
        for row in sheet.rows
        for tag in ([row.held["tag"]] if row.held.get("tag") else _joined(row.held.get("tags", "")))
    )


def _joined(tags: str) -> list[str]:
    return [tag for tag in _BETWEEN.split(tags) if tag]

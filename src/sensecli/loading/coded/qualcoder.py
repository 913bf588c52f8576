"""Coded text as QualCoder's reports give it (.csv or .xlsx).

The report of codings has `File` (or `File/case`), `Coder`, `Coded`, `Id`, `Codename`, `Coded_Memo`
and a `Category` for each level; lists that are made with SQL have `seltext`, `owner`, `pos0` and
`pos1`.
"""

from sensecli.loading.coded.sheet import Sheet, stamped
from sensecli.model.passage import CodedPassage

COLUMNS = "File, Codename and Coded"
"""The columns that this layout needs."""

_FILES = ("file", "file/case", "filename", "file name")
_CODES = ("codename", "code name", "code")
_TEXTS = ("coded", "coded text", "seltext", "text")
_CODERS = ("coder", "coder name", "owner")
_MEMOS = ("coded memo", "coding memo", "memo")


def is_qualcoder(sheet: Sheet) -> bool:
    """Whether the sheet has a coded text's file, code and words."""
    return all(sheet.has(names) for names in (_FILES, _CODES, _TEXTS))


def qualcoder_rows(sheet: Sheet) -> tuple[CodedPassage, ...]:
    """Each coded text; rows without a code (of pictures, say) are left out."""
    return tuple(
        CodedPassage(
            document=row.first(_FILES),
            quote=row.first(_TEXTS),
            codes=(code,),
            line=row.line,
            coder=row.first(_CODERS),
            memo=row.first(_MEMOS),
            time=stamped(row.first(("date",))),
            start=row.number("pos0"),
            end=row.number("pos1"),
        )
        for row in sheet.rows
        if (code := row.first(_CODES))
    )

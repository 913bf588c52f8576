"""What became of codings made elsewhere, in words for whoever runs the program."""

from collections.abc import Mapping

from sensecli.model import Notice
from sensecli.review.importing import Imported
from sensecli.review.telling import counted


def import_notices(
    imported: Imported, *, own: int, coders: Mapping[str, str]
) -> tuple[Notice, ...]:
    """How coders are called, what was completed, what was there, what was left out.

    `own` counts the rows of the program itself; `coders` tell the initials of the file's names.
    """
    said: list[str] = []
    renamed = [f"{name} is {initials}" for name, initials in coders.items() if name != initials]
    if renamed:
        said.append(f"Coders go by their initials: {', '.join(renamed)}.")
    if own:
        are = counted(own, "coding of the program itself is", "codings of the program itself are")
        said.append(f"{are} left out: --coder-initials takes them as that person's.")
    untold = imported.completed + imported.least
    if untold:
        lack = counted(untold, "new coding does", "new codings do")
        said.append(
            f"{lack} not tell all of stance, status, actor, holder and prompted. Of these,"
            f" {imported.completed} took the rest from the program's coding of the same passage"
            f" and code, {imported.least} the least telling values (neutral, none, unspecified)."
        )
    if imported.already:
        were = counted(imported.already, "decision was", "decisions were")
        said.append(f"{were} there already.")
    return tuple(Notice(one) for one in said)

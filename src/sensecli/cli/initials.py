"""Whose decisions they are: a person's initials, from the command line or the environment."""

from typing import Annotated

import typer

Initials = Annotated[
    str,
    typer.Option(
        "--coder-initials",
        metavar="AB",
        envvar="SENSE_CODER",
        help="Your initials; asked for where they are not given.",
        show_default=False,
    ),
]


def initials_fault(initials: str) -> str:
    """What is wrong with somebody's initials; nothing where they can be used."""
    from sensecli.review.file import is_coder
    from sensecli.review.initials import is_person

    if not is_coder(initials.strip()):
        return "Initials are 1 to 12 letters, digits, dots and hyphens."
    if not is_person(initials.strip()):
        return f'"{initials.strip()}" is what the program calls itself: give your own initials.'
    return ""

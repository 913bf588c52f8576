"""The day that an option names."""

from datetime import date

import typer

from sensecli.cli.plain import safe


def day_named(written: str, option: str) -> date:
    """The day as people write it, numbers day first; wrong usage where what was typed is none."""
    from sensecli.loading.formats.dates import to_iso

    try:
        return date.fromisoformat(to_iso(written) or "")
    except ValueError:
        message = safe(f'"{written}" is no day. Hint: write it as 2023-09-29')
        raise typer.BadParameter(message, param_hint=option) from None


def today() -> date:
    """Of the clock on this desk: days in notes and plans have no time zone."""
    return date.today()  # noqa: DTZ011

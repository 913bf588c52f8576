"""All commands in one place; each imports what it needs only when it runs."""

from typing import Annotated

import typer

from sensecli.cli import analyse, codebook, export, init, why
from sensecli.cli.console import say
from sensecli.cli.version import this_version

app = typer.Typer(
    name="sense",
    help="Where do leaders agree, and nobody acts? Analyses a folder of stakeholder interviews.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("analyse")(analyse.analyse)
app.command("analyze", hidden=True)(analyse.analyse)
app.command("why")(why.why)
app.command("export")(export.export)
app.command("init")(init.init)
app.add_typer(codebook.app, name="codebook")


def _version(asked: bool) -> None:  # noqa: FBT001  (typer calls it so)
    if asked:
        say(f"sense {this_version()}\n")
        raise typer.Exit


@app.callback()
def _sense(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Where do leaders agree, and nobody acts? Analyses a folder of stakeholder interviews."""

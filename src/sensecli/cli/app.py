"""All commands in one place; each imports what it needs only when it runs."""

from errno import ENAMETOOLONG
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from sensecli.cli import (
    analyse,
    cache,
    codebook,
    commitments,
    compare,
    evaluate,
    export,
    imported,
    init,
    redact,
    reliability,
    review,
    sample,
    search,
    why,
)
from sensecli.cli.console import say
from sensecli.cli.version import this_version

_NO_CACHE = "--no-cache"


class _Sense(TyperGroup):
    """The commands, with wrong usage told in plain words."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401  (likewise)
        """Take the line; --no-cache may stand anywhere, as it is the same for every command."""
        end = args.index("--") if "--" in args else len(args)
        if _NO_CACHE in args[:end]:
            args = [_NO_CACHE, *(one for one in args[:end] if one != _NO_CACHE), *args[end:]]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: Any) -> object:  # noqa: ANN401  (its class differs between versions)
        """Run a command; of a value that it does not take only what is wrong is said."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as wrong:
            # The library that checks values says of each error what class it is.
            wrong.message = wrong.message.removeprefix("Value error, ")
            raise
        except OSError as error:
            if error.errno != ENAMETOOLONG:
                raise
            message = "a name of a file or folder is longer than the system takes"
            raise typer.BadParameter(message) from error


app = typer.Typer(
    name="sense",
    cls=_Sense,
    help="Where do leaders agree, and nobody acts? Analyses a folder of stakeholder interviews.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("analyse")(analyse.analyse)
app.command("analyze", hidden=True)(analyse.analyse)
app.command("compare")(compare.compare)
app.command("why")(why.why)
app.command("search")(search.search)
app.command("commitments")(commitments.commitments)
app.command("export")(export.export)
app.command("evaluate")(evaluate.evaluate)
app.command("review")(review.review)
app.command("sample")(sample.sample)
app.command("import")(imported.import_codings)
app.command("reliability")(reliability.reliability)
app.command("redact")(redact.redact)
app.command("init")(init.init)
app.add_typer(codebook.app, name="codebook")
app.add_typer(cache.app, name="cache")


def _version(asked: bool) -> None:  # noqa: FBT001  (typer calls it so)
    if asked:
        say(f"sense {this_version()}\n")
        raise typer.Exit


@app.callback()
def _sense(
    *,
    version: Annotated[  # noqa: ARG001  (its callback has told it)
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
    no_cache: Annotated[
        bool,
        typer.Option(
            _NO_CACHE, help="Keep nothing from run to run, and use nothing kept; with any command."
        ),
    ] = False,
) -> None:
    """Where do leaders agree, and nobody acts? Analyses a folder of stakeholder interviews."""
    cache.ask(use=not no_cache)

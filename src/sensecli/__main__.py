"""Where the program starts, and where whatever happened becomes an exit code."""

import os
import sys

BUG = 3
INTERRUPTED = 130


def main() -> None:
    """Run `sense` and exit: 0 fine, 1 a problem, 2 wrong usage, 3 a bug of ours."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """The exit code of one command line; nothing is raised but SystemExit."""
    try:
        from sensecli.cli.app import app

        return int(app(args=arguments, prog_name="sense", standalone_mode=False) or 0)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001  (the one place where a bug is told as such)
        show, code = getattr(error, "show", None), getattr(error, "exit_code", None)
        if callable(show) and isinstance(code, int):
            show()
            return code
        return _bug(error)


def _bug(error: Exception) -> int:
    """One plain line; the traceback only for those who ask for it."""
    if type(error).__name__ == "Abort":
        return INTERRUPTED
    if os.environ.get("SENSE_DEBUG"):
        import traceback

        traceback.print_exception(error)
    from sensecli.cli.plain import safe
    from sensecli.cli.version import this_version

    said = safe(f"{type(error).__name__}: {error}")[:200]
    sys.stderr.write(
        f"sense {this_version()} has a bug, which is not your mistake ({said}).\n"
        "Please report it with the command that you ran, and without anything confidential; "
        "SENSE_DEBUG=1 before the command shows the details.\n"
    )
    return BUG


if __name__ == "__main__":
    main()

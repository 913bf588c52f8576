"""Where the program starts, and where whatever happened becomes an exit code."""

import gc
import os
import sys

from sensecli.cli.stopping import INTERRUPTED, StoppedError, be_done, farewell, obey

BUG = 3
# Python looks for garbage after so many new objects. After 700, as it does by itself, that is a
# tenth of a short run's time; after many more, what readers of files leave fills the memory.
_OBJECTS = 5_000


def main() -> None:
    """Run `sense` and exit: 0 fine, 1 a problem, 2 wrong usage, 3 a bug of ours.

    Who stopped it gets 130 (Ctrl-C) or 143 (a polite kill).
    """
    gc.set_threshold(_OBJECTS)
    obey()
    code = run(sys.argv[1:])
    be_done()
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """The exit code of one command line; nothing is raised but SystemExit."""
    try:
        from sensecli.cli.app import app
        from sensecli.disk.written import forget

        forget()
        return int(app(args=arguments, prog_name="sense", standalone_mode=False) or 0)
    except StoppedError as stopped:
        return _stopped(int(stopped.code or INTERRUPTED))
    except KeyboardInterrupt:
        return _stopped(INTERRUPTED)
    except Exception as error:  # noqa: BLE001  (the one place where a bug is told as such)
        show, code = getattr(error, "show", None), getattr(error, "exit_code", None)
        if callable(show) and isinstance(code, int):
            show()
            return code
        return _bug(error)


def _stopped(code: int) -> int:
    # On a terminal, the cursor stands behind what was typed.
    sys.stderr.write(f"\n{farewell()}" if sys.stderr.isatty() else farewell())
    return code


def _bug(error: Exception) -> int:
    """One plain line; the traceback only for those who ask for it."""
    if type(error).__name__ == "Abort":
        return _stopped(INTERRUPTED)
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

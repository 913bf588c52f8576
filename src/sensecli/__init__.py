"""Where leaders agree and nobody acts: the analysis of stakeholder interviews.

>>> from pathlib import Path
>>> from sensecli import analyse
>>> analysis = analyse(Path("interviews/msk-programme"))
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sensecli.comparing import compare
    from sensecli.crosschecking import Sources, crosscheck
    from sensecli.loading.codebooks.load import load_codebook
    from sensecli.pipeline import analyse, load_project
    from sensecli.streaming import analyse_table
    from sensecli.undertaking import commitments

_PUBLIC = {
    "analyse": "sensecli.pipeline",
    "analyse_table": "sensecli.streaming",
    "commitments": "sensecli.undertaking",
    "compare": "sensecli.comparing",
    "crosscheck": "sensecli.crosschecking",
    "Sources": "sensecli.crosschecking",
    "load_project": "sensecli.pipeline",
    "load_codebook": "sensecli.loading.codebooks.load",
}

__all__ = [
    "Sources",
    "analyse",
    "analyse_table",
    "commitments",
    "compare",
    "crosscheck",
    "load_codebook",
    "load_project",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401  (a module's attribute can be anything)
    """The public API, imported when it is first asked for: `sense --help` must not wait for it."""
    from importlib import import_module

    module = _PUBLIC.get(name, "sensecli.model")
    try:
        return getattr(import_module(module), name)
    except AttributeError:
        message = f"module 'sensecli' has no attribute {name!r}"
        raise AttributeError(message) from None

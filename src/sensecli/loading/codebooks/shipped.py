"""Where the codebooks and interviews that come with the program lie."""

from pathlib import Path

_PACKAGE = Path(__file__).parent.parent.parent


def shipped_codebooks() -> dict[str, Path]:
    """The codebooks that come with the program: name -> file, in order of name."""
    return {path.stem: path for path in sorted(_root("codebooks").glob("*.yaml"))}


def shipped_sample() -> Path:
    """The folder of the sample interviews."""
    return _root("interviews") / "msk-programme"


def shipped_records() -> Path:
    """The folder of the sample programme's own records, and of its second round."""
    return _root("interviews") / "msk-programme-records"


def _root(kind: str) -> Path:
    """Inside the package where it was installed from a wheel, else in the repository."""
    packaged = _PACKAGE / "shipped" / kind
    return packaged if packaged.is_dir() else _PACKAGE.parent.parent / kind

"""Which version this is."""


def this_version() -> str:
    """The version that was installed; "(not installed)" where it runs from its source."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("sensecli")
    except PackageNotFoundError:
        return "(not installed)"

"""Which finding comes first?"""


def striking(gap: int, endorse: int, label: str, code: str) -> tuple[int, int, str, str]:
    """What findings are sorted by: gap count, then agreement, then label (then id)."""
    return (-gap, -endorse, label, code)

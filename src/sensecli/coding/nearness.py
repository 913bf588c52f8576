"""How near do the subjects of passages lie to each other?"""

from collections.abc import Callable, Sequence

from sensecli.coding.encoder import EncoderMissingError, encode
from sensecli.coding.tools import Tools

Near = Callable[[Sequence[str], Sequence[str]], Sequence[Sequence[float]]]


def nearness(tools: Tools) -> Near | None:
    """What gives the cosines of some texts by others; None where there is no encoder to ask."""
    encoder = tools.encoder
    if encoder is None:
        return None
    store = tools.store if tools.folder else None

    def near(some: Sequence[str], others: Sequence[str]) -> Sequence[Sequence[float]]:
        try:
            vectors = encode([*some, *others], encoder=encoder, store=store)
        except EncoderMissingError:
            # What was coded was kept from an earlier run; words alone have to tell.
            return [[0.0] * len(others)] * len(some)
        found: list[list[float]] = (vectors[: len(some)] @ vectors[len(some) :].T).tolist()
        return found

    return near

"""The trained part of the coder: how like a code's written examples each passage is."""

from collections.abc import Mapping, Sequence, Sized
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, chain
from pathlib import Path
from typing import TYPE_CHECKING

from sensecli.coding.encoder import EncoderName, Facet, encode
from sensecli.coding.evidence import (
    FLOOR,
    WITH,
    WITHOUT,
    Joining,
    Passages,
    likelihood,
    read_joining,
    undecided,
)
from sensecli.coding.head import Head, Space, log_odds, make_head
from sensecli.coding.vectors import vectors_of
from sensecli.disk.store import Store
from sensecli.model import Codebook, Example, Segment, Speaker

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Manner = tuple[NDArray[np.float32], NDArray[np.float32]]

Counts = Sequence[Mapping[str, int]]

# With fewer examples a code the encoder is no better than its word on propositions, and cues count
# for more: the codebook is read as one without.
_FEW = 10
# So many words of what was said before are read with a passage, to find what it is about.
_LEAD = 30
# So many of the passage before, with one that leans on it, to find how it is said.
_BEFORE = 45
_SHORT = 7
_POINTS_BACK = frozenset(
    "it that they this those these he she none nothing nobody not which same so and but mine ours "
    "one some two".split()
)


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """One codebook's head, how its evidence is joined, and its examples with their vectors."""

    encoder: EncoderName
    head: Head
    joining: Joining
    texts: Mapping[str, tuple[str, ...]]
    vectors: "Mapping[str, NDArray[np.float32]]"


@dataclass(frozen=True, slots=True, eq=False)
class Likely:
    """The likelihood of each code in each passage (passages x codes), and the passages' vectors."""

    codes: tuple[str, ...]
    likelihood: "NDArray[np.float32]"
    vectors: "NDArray[np.float32]"


def make_likeness(
    codebook: Codebook,
    examples: Sequence[Example],
    *,
    encoder: EncoderName,
    store: Path | None = None,
) -> Likeness:
    """The trained part for one codebook; `store` keeps the vectors of its examples.

    Raises EncoderMissingError where a vector has to be made and the encoder cannot be loaded.
    """
    codes = codebook.leaves
    propositions = [f"{code.label}: {code.proposition}" for code in codes]
    texts = [*propositions, *(example.passage for example in examples)]
    found = vectors_of(texts, encoder=encoder, store=store)
    stated, shown = found[: len(codes)], found[len(codes) :]
    labels = [example.code for example in examples]
    places = {
        code.id: [at for at, label in enumerate(labels) if label == code.id] for code in codes
    }
    enough = sum(map(len, places.values())) >= _FEW * len(codes)
    return Likeness(
        encoder=encoder,
        head=make_head(
            {code.id: row for code, row in zip(codes, stated, strict=True)},
            labels,
            shown,
            space=read_space(encoder.folder / "space.npz"),
        ),
        joining=read_joining(encoder.folder / "joining.json", WITH if enough else WITHOUT),
        texts={code: tuple(examples[at].text for at in own) for code, own in places.items()},
        vectors={code: shown[own] for code, own in places.items()},
    )


def read_space(file: Path) -> Space:
    """What all codebooks share."""
    import numpy as np

    with np.load(file, allow_pickle=False) as held:
        return Space(held["precision"], held["nothing"])


def likely(
    likeness: Likeness,
    interviews: Sequence[Sequence[Segment]],
    cued: Sequence[Counts],
    *,
    least: float | None = None,
    store: Store | None = None,
) -> tuple[Likely, ...]:
    """How likely each code is in each segment of each interview.

    `cued` counts, for each segment of each interview, the stretches that call for each code. Below
    the likelihood `least`, where it is given, likelihoods are only known to be below it.
    """
    return tuple(
        Likely(likeness.head.codes, likelihood(seen, likeness.joining), vectors)
        for seen, vectors in see(likeness, interviews, cued, least=least, store=store)
    )


def see(
    likeness: Likeness,
    interviews: Sequence[Sequence[Segment]],
    cued: Sequence[Counts],
    *,
    least: float | None = None,
    store: Store | None = None,
) -> "list[tuple[Passages, NDArray[np.float32]]]":
    """The evidence for each code in each segment of each interview, and the segments' vectors.

    A passage is first read alone; together with the words before it only where these could bring a
    code to the likelihood `least`.
    """
    import numpy as np

    texts = [[segment.text for segment in segments] for segments in interviews]
    read = partial(encode, encoder=likeness.encoder, store=store)
    own = _parted(read(list(chain(*texts))), texts)
    seen = [
        _alone(likeness, segments, counts, vectors)
        for segments, counts, vectors in zip(interviews, cued, own, strict=True)
    ]
    wanted = [
        range(len(one.alone)) if least is None else undecided(one, likeness.joining, least)
        for one in seen
    ]
    led = [
        [whole[at] for at in places]
        for whole, places in zip(map(led_into, texts), wanted, strict=True)
    ]
    for one, places, vectors in zip(
        seen, wanted, _parted(read(list(chain(*led))), led), strict=True
    ):
        if len(vectors):
            one.joined[np.asarray(places)] = log_odds(likeness.head, vectors)[:, :-1]
    return list(zip(seen, own, strict=True))


def _parted(rows: "NDArray[np.float32]", like: Sequence[Sized]) -> "list[NDArray[np.float32]]":
    """The rows in parts as long as those of `like`."""
    ends = list(accumulate(map(len, like)))
    return [rows[end - len(one) : end] for end, one in zip(ends, like, strict=True)]


def _alone(
    likeness: Likeness,
    segments: Sequence[Segment],
    cued: Counts,
    vectors: "NDArray[np.float32]",
) -> Passages:
    """The evidence without the words before; `joined` is as if they said nothing."""
    import numpy as np

    codes = likeness.head.codes
    odds = np.zeros((0, len(codes) + 1), dtype=np.float32)
    if len(vectors):
        odds = log_odds(likeness.head, vectors)
    asks = np.array([segment.speaker is Speaker.INTERVIEWER for segment in segments], dtype=bool)
    counts = np.array([[found.get(code, 0) for code in codes] for found in cued], dtype=np.float32)
    words = np.array([len(segment.text.split()) for segment in segments], dtype=np.float32)
    alone = odds[:, :-1]
    return Passages(
        alone=alone,
        nothing=odds[:, -1],
        joined=np.full_like(alone, FLOOR),
        cues=counts.reshape(alone.shape),
        asks=asks,
        length=np.log1p(words),
    )


def led_into(texts: Sequence[str]) -> list[str]:
    """Each passage behind the words before it, which may say what it is about."""
    before: list[str] = []
    led = []
    for text in texts:
        led.append(" ".join([*before, text]))
        before = [*before, *text.split()][-_LEAD:]
    return led


def leans_back(text: str) -> bool:
    """Whether a passage may mean what the one before it was about ("Not here.", "They tried.")."""
    words = text.split()
    return len(words) <= _SHORT or words[0].strip("\"'“‘-").lower() in _POINTS_BACK


def in_context(before: str, text: str) -> str:
    """A passage with the end of the one before it.

    The encoder reads so many words and no more: those of the passage itself must not be lost.
    """
    return " ".join([*before.split()[-_BEFORE:], text])


def manner_of(
    likeness: Likeness,
    interviews: Sequence[Sequence[Segment]],
    places: Sequence[Sequence[int]],
    *,
    store: Store | None = None,
) -> "list[Mapping[int, Manner]]":
    """How the passages at the `places` of each interview are said.

    The manner of each, alone and with the passage before; the second is the first again where the
    passage does not lean on the one before it.
    """
    wanted: list[tuple[str, str]] = []
    for segments, own in zip(interviews, places, strict=True):
        texts = [segment.text for segment in segments]
        for at in own:
            leans = at > 0 and leans_back(texts[at])
            wanted.append((texts[at], in_context(texts[at - 1], texts[at]) if leans else texts[at]))
    vectors = encode(
        list(chain(*wanted)), encoder=likeness.encoder, facet=Facet.MANNER, store=store
    )
    pairs = iter(zip(vectors[::2], vectors[1::2], strict=True))
    return [{at: next(pairs) for at in own} for own in places]


def nearest(likeness: Likeness, code: str, vector: "NDArray[np.float32]") -> str:
    """The example of a code that is most like a passage (by cosine); "" where it has none."""
    rows = likeness.vectors[code]
    return likeness.texts[code][int((rows @ vector).argmax())] if len(rows) else ""

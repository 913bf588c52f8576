"""Which round of a leader's interviews is the latest?"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sensecli.finding.order import order_key
from sensecli.model import Interview, Position

_ISO = re.compile(r"\d{4}-\d{2}")
_NUMBER = re.compile(r"\d{1,9}")


def met_again(interviews: Sequence[Interview]) -> bool:
    """Whether any leader was interviewed in two rounds."""
    rounds = {(one.leader, one.round.strip()) for one in interviews}
    return len(rounds) > len({leader for leader, _ in rounds})


def latest(positions: Iterable[Position], interviews: Iterable[Interview]) -> tuple[Position, ...]:
    """The positions of each leader's latest round: the ones that findings are about."""
    rounds = latest_rounds(interviews)
    return tuple(p for p in positions if rounds.get(p.leader, p.round) == p.round)


def latest_rounds(interviews: Iterable[Interview]) -> dict[str, str]:
    """Each leader's latest round.

    The last by `in_time`.
    """
    held: dict[str, dict[str, list[Interview]]] = defaultdict(lambda: defaultdict(list))
    for interview in interviews:
        held[interview.leader][interview.round].append(interview)
    return {leader: in_time(rounds)[-1] for leader, rounds in held.items()}


def in_time(rounds: Mapping[str, Sequence[Interview]]) -> list[str]:
    """The names of rounds as they followed each other; each has its interviews.

    Told by the dates where each round has an ISO date, then by the first number in the rounds'
    names where each has one, then by `order` where each has one, then by name: an `order` may
    begin again with each round, so it is asked late.
    """
    if len(rounds) == 1:
        return list(rounds)
    dates = {name: max(i.date for i in held) for name, held in rounds.items()}
    numbers = {name: _NUMBER.search(name) for name in rounds}
    orders = {name: max(_order(i) for i in held) for name, held in rounds.items()}
    dated = all(map(is_dated, rounds.values()))
    numbered = all(numbers.values())
    ordered = all(order >= 0 for order in orders.values())

    def key(name: str) -> tuple[str, int, int, str]:
        number = numbers[name]
        return (
            dates[name] if dated else "",
            int(number[0]) if numbered and number else 0,
            orders[name] if ordered else 0,
            name,
        )

    return sorted(rounds, key=key)


def is_dated(interviews: Iterable[Interview]) -> bool:
    """Whether the latest of these interviews has an ISO date, by which they can be put in order."""
    return _ISO.match(max((i.date for i in interviews), default="")) is not None


def leader_values(interviews: Iterable[Interview], name: str) -> dict[str, str]:
    """Each leader's `group` or `organisation` (or another text attribute of an interview).

    The latest that is not empty, the leader's latest round before any other; "" where there is
    none.
    """
    interviews = tuple(interviews)
    rounds = latest_rounds(interviews)
    values = dict.fromkeys(sorted(rounds), "")
    for interview in sorted(interviews, key=lambda i: (i.round == rounds[i.leader], order_key(i))):
        values[interview.leader] = getattr(interview, name).strip() or values[interview.leader]
    return values


def _order(interview: Interview) -> int:
    return -1 if interview.order is None else interview.order

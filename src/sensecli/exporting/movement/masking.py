"""A comparison without anybody's name."""

from dataclasses import replace

from sensecli.exporting.masking import Mask
from sensecli.model import Between, Comparison, Move, Position, Promise, Quote, ThemeMovement


def masked_comparison(comparison: Comparison, text: Mask) -> Comparison:
    """The comparison with each known name in its quotes, roles and rounds replaced."""
    overall = comparison.overall
    return replace(
        comparison,
        rounds=tuple(replace(one, name=text(one.name)) for one in comparison.rounds),
        between=tuple(_between(one, text) for one in comparison.between),
        overall=_between(overall, text) if overall else None,
    )


def _between(one: Between, text: Mask) -> Between:
    changed = (
        replace(role, before=text(role.before), after=text(role.after))
        for role in one.turnover.changed
    )
    return replace(
        one,
        before=text(one.before),
        after=text(one.after),
        turnover=replace(one.turnover, changed=tuple(changed)),
        themes=tuple(_theme(theme, text) for theme in one.themes),
        promises=tuple(_promise(promise, text) for promise in one.promises),
    )


def _theme(one: ThemeMovement, text: Mask) -> ThemeMovement:
    return replace(one, label=text(one.label), moves=tuple(_move(move, text) for move in one.moves))


def _move(one: Move, text: Mask) -> Move:
    return replace(
        one,
        before=_position(one.before, text),
        after=_position(one.after, text),
        said=_quote(one.said, text) if one.said else None,
        says=_quote(one.says, text) if one.says else None,
    )


def _position(one: Position, text: Mask) -> Position:
    return replace(one, round=text(one.round))


def _promise(one: Promise, text: Mask) -> Promise:
    says = _quote(one.says, text) if one.says else None
    return replace(one, said=_quote(one.said, text), says=says)


def _quote(one: Quote, text: Mask) -> Quote:
    return replace(one, text=text(one.text))

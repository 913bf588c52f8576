"""The page as one file that needs nothing else: no request leaves it."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined

from sensecli.exporting.evidence import evidence
from sensecli.exporting.page.passages import passages_json
from sensecli.exporting.page.view import view
from sensecli.exporting.page.words import HOLDERS
from sensecli.exporting.places import with_named_places
from sensecli.exporting.profile import profile
from sensecli.exporting.shown import Shown
from sensecli.exporting.standing import STANCES
from sensecli.exporting.terms import STATUSES
from sensecli.exporting.told import CONFIDENTIAL
from sensecli.model import Analysis, Status


def findings_html(analysis: Analysis, pictures: Sequence[Shown] = ()) -> bytes:
    """The findings as a page: the answer first, then down to every passage behind it."""
    known = evidence(analysis)
    shown = view(with_named_places(analysis), known, pictures)
    folded = bool(shown.records or shown.movement)
    script = f"{read('page.js')}{read('folds.js') if folded else ''}"
    return rendered(
        "page.html.j2",
        {
            "view": shown,
            "data": passages_json(analysis, known),
            "script": script,
            "script_hash": _hash(script),
            "rungs": {str(one): STATUSES[one] for one in Status},
            "stances": STANCES,
            "holders": HOLDERS,
        },
        styles=("page.css", *(("followed.css",) if folded else ())),
    )


def profile_html(analysis: Analysis, leader: str) -> bytes:
    """One leader's own words, to go back to them with; KeyError where there is no such leader."""
    return rendered("profile.html.j2", {"profile": profile(analysis, leader)})


def read(name: str) -> str:
    """A part of the page as it is written beside this file."""
    return files("sensecli.exporting.page").joinpath(name).read_text("utf-8")


@cache
def _environment() -> Environment:
    return Environment(
        loader=FunctionLoader(read),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def rendered(
    template: str, values: Mapping[str, object], *, styles: Sequence[str] = ("page.css",)
) -> bytes:
    """A template of this folder filled in, in the page's own style."""
    style = "".join(map(read, styles))
    shown = (
        _environment().get_template(template).render(values, style=style, confidential=CONFIDENTIAL)
    )
    return shown.encode(errors="replace")


def _hash(script: str) -> str:
    """What the page's policy knows its only script by: no other one runs."""
    return f"sha256-{b64encode(sha256(script.encode()).digest()).decode()}"

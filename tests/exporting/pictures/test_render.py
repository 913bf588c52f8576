import re
import struct
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
import vl_convert

from sensecli.exporting.palette import ACCENT, ACT, AGREE, GRID, INK, MUTED, PAPER
from sensecli.exporting.pictures import PICTURES, Picture, pictures
from sensecli.exporting.pictures.render import png, spec, svg
from sensecli.model import Analysis
from tests.builders import a_codebook
from tests.exporting.followed import a_between, a_comparison, a_records
from tests.exporting.pictures.drawn import a_drawn_analysis, drawn

_HOSTILE = (
    "<script>alert(1)</script>",
    "\"quoted\" & 'quoted' ${x} \\n \\",
    "שלום \u202eolleh\u202c עולם",
    "x" * 5000,
    "nul\x00, lone \ud800, 👩\u200d⚕️",
)
_NAMESPACES = {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}


def _hostile() -> Analysis:
    """Labels and groups of the kind that breaks pages."""
    interviews = [
        replace(one, group=_HOSTILE[at % len(_HOSTILE)])
        for at, one in enumerate(a_drawn_analysis().project.interviews)
    ]
    analysis = a_drawn_analysis(interviews=interviews)
    labels = dict(zip((f.code for f in analysis.findings), _HOSTILE, strict=False))
    records, between = a_records(), a_between()
    checks = tuple(replace(one, label=_HOSTILE[4]) for one in records.checks)
    themes = tuple(replace(one, label=_HOSTILE[0]) for one in between.themes)
    return replace(
        analysis,
        records=replace(records, checks=checks),
        comparison=a_comparison(replace(between, themes=themes)),
        findings=tuple(replace(f, label=labels[f.code]) for f in analysis.findings),
        lenses=tuple(
            replace(one, finding=replace(one.finding, label=_HOSTILE[4])) for one in analysis.lenses
        ),
    )


def _parsed(drawing: str) -> ET.Element:
    return ET.fromstring(drawing)  # noqa: S314 - we drew it ourselves


@pytest.fixture(scope="module")
def gap() -> str:
    return svg(drawn("gap"))


def test_text_stays_text(gap: str) -> None:
    words = [one.text for one in _parsed(gap).iter("{http://www.w3.org/2000/svg}text")]

    assert {"People", "gap 5", "1 prompted", "agree", "act"} <= set(words)


def test_the_palette_stands_in_the_picture_as_it_is_written(gap: str) -> None:
    used = set(re.findall(r"#[0-9a-fA-F]{3,8}\b", gap))

    assert used == {INK, MUTED, GRID, PAPER, AGREE, ACT, ACCENT}
    assert "rgb(" not in gap


def test_nothing_lies_behind_the_picture(gap: str) -> None:
    root = _parsed(gap)

    assert not root.findall("{http://www.w3.org/2000/svg}rect")


def test_two_pictures_of_one_page_share_no_ids(gap: str) -> None:
    assert not re.search(r"\sid=", gap)


def test_a_picture_is_drawn_alike_each_time(gap: str) -> None:
    assert svg(drawn("gap")) == gap


def test_a_picture_that_stands_alone_tells_its_title_and_figures() -> None:
    picture = drawn("coverage")

    root = _parsed(svg(picture, titled=True))

    assert root.get("role") == "img"
    assert root.findtext("{http://www.w3.org/2000/svg}title") == picture.title
    assert root.findtext("{http://www.w3.org/2000/svg}desc") == picture.alt


def test_a_png_is_on_white_and_as_large_as_asked_for() -> None:
    image = png(drawn("coverage"), scale=1)

    assert image.startswith(b"\x89PNG")
    assert 700 <= struct.unpack(">I", image[16:20])[0] <= 760
    assert len(image) < 60_000


@pytest.mark.parametrize("name", PICTURES)
def test_hostile_labels_do_no_harm(name: str) -> None:
    drawing = svg(drawn(name, _hostile()), titled=True)

    tags = {one.tag for one in _parsed(drawing).iter()}
    assert not {tag for tag in tags if tag.endswith("script")}
    assert set(re.findall(r"https?://[^\"\s<]+", drawing)) <= _NAMESPACES
    assert "x" * 50 not in re.sub(r"<desc>.*?</desc>", "", drawing)


def test_no_picture_names_an_address_to_fetch_from() -> None:
    for picture in pictures(_hostile()):
        assert isinstance(picture, Picture)
        found = spec(picture)
        assert found.pop("$schema").startswith("https://vega.github.io/")
        assert "http" not in str(found)


def test_nothing_is_fetched_even_where_a_picture_asks_for_it() -> None:
    asking = spec(drawn("coverage")) | {"data": {"url": "http://127.0.0.1:9/data.csv"}}
    asking |= {"mark": "bar", "encoding": {}}
    asking.pop("layer")

    with pytest.raises(ValueError, match=r"not allowed|denied"):
        vl_convert.vegalite_to_svg(asking, allowed_base_urls=[])


def test_the_codebook_may_have_one_theme_only() -> None:
    analysis = a_drawn_analysis(codebook=a_codebook(themes=("people",)))

    assert _parsed(svg(drawn("gap", analysis)))

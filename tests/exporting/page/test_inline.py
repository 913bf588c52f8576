"""Pictures within a page."""

from sensecli.exporting.page.inline import inline
from sensecli.exporting.shown import Shown
from tests.exporting.page.read import read

SVG = (
    '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
    '<g role="graphics-document" aria-label="x" aria-roledescription="y">'
    '<clipPath id="clip0"><path d="M0"/></clipPath><g clip-path="url(#clip0)">'
    '<text fill="#1B1F24">role="x" #2f6690</text><rect fill="#2f6690"/></g></g></svg>'
)


def _shown(svg: str = SVG) -> Shown:
    return Shown("gap", "A title", "How to read it", "The figures", svg)


def test_the_palette_becomes_the_pages_colours() -> None:
    assert '<rect fill="var(--agree)"' in inline(_shown()).inner
    assert 'fill="var(--ink)"' in inline(_shown()).inner


def test_a_picture_is_spoken_of_by_its_text_alone() -> None:
    inner = inline(_shown()).inner
    assert "aria-" not in inner
    assert 'role="graphics-document"' not in inner


def test_a_label_that_looks_like_an_attribute_stays() -> None:
    assert '>role="x"' in inline(_shown()).inner


def test_the_ids_of_two_pictures_do_not_meet() -> None:
    inner = inline(_shown()).inner
    assert 'id="gap-clip0"' in inner
    assert "url(#gap-clip0)" in inner


def test_nothing_stands_before_the_picture() -> None:
    assert inline(_shown()).inner.startswith(' width="9"')


def test_a_picture_of_the_palette_alone_is_not_shaded() -> None:
    assert not inline(_shown()).shaded


def test_a_picture_with_shades_is_shown_on_light_paper() -> None:
    assert inline(_shown(SVG.replace("#1B1F24", "rgb(12, 34, 56)"))).shaded
    assert inline(_shown(SVG.replace("#1B1F24", "#eaf1f7"))).shaded


def test_a_page_shows_the_picture_with_its_text() -> None:
    from sensecli.exporting.page import findings_html
    from tests.exporting.made import a_small_analysis

    page = read(findings_html(a_small_analysis(), [_shown()]))
    (svg,) = page.all("svg")
    assert svg.attributes["role"] == "img"
    assert svg.attributes["aria-label"] == "The figures"


def test_a_picture_without_svg_is_left_out() -> None:
    from sensecli.exporting.page import findings_html
    from tests.exporting.made import a_small_analysis

    assert list(read(findings_html(a_small_analysis(), [_shown("")])).all("svg")) == []

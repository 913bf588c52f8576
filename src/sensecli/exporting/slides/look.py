"""The colours of our own deck."""

from pptx.dml.color import RGBColor

from sensecli.exporting import palette

GRID = palette.bare(palette.GRID)
INK, MUTED, AGREE, ACT, FAILED, PAPER = (
    RGBColor.from_string(palette.bare(one))  # type: ignore[no-untyped-call]
    for one in (
        palette.INK,
        palette.MUTED,
        palette.AGREE,
        palette.ACT,
        palette.FAILED,
        palette.PAPER,
    )
)

"""Marks over each other as one view."""

from typing import Any, cast

import altair as alt


def layered(
    *layers: alt.Chart | alt.LayerChart,
    **properties: Any,  # noqa: ANN401 - they are as many as altair has
) -> alt.LayerChart:
    """The layers as one chart with that `width`, `height` and `title`."""
    return cast("alt.LayerChart", alt.layer(*layers).properties(**properties))

"""How the figures were made, and what they do not say: the same words wherever they are shown."""

from sensecli.exporting.wording import ordinal, plural
from sensecli.model import Analysis, Coverage

_METHOD = {
    "Agree, act, gap": """
        Agree: the leader's own words endorse the theme. Act: they agree, and say that something
        is being or has been done. The gap is those who agree and do not act.
    """,
    "Interval": """
        Interviewees are chosen, not sampled: an interval covers counting noise only. It is the
        95 % Wilson interval of agreement.
    """,
    "Silence": """
        Silence about action is not inaction. So the gap has two bounds: at least those who say
        outright that it failed and have no action left, at most all who do not speak of any
        action. A leader who is silent on a theme does not count as disagreeing.
    """,
    "Prompted": """
        Agreed only when prompted: the leader answered the interviewer's own point, and never
        raised it unasked.
    """,
    "Own side": """
        On their own side: the leader, the leader's own organisation, or everyone together acts;
        not others alone.
    """,
    "What this cannot show": """
        An interview shows what people say that they do. Quotes, roles and organisations can tell
        who spoke: treat this report as personal data.
    """,
}
METHOD = tuple((term, " ".join(said.split())) for term, said in _METHOD.items())
"""What the words mean, and what the figures do not say: terms, and sentences that need no term."""

_SOURCE = "Code coverage, after Guest, Namey and Chen (2020),"


def method_sentences(analysis: Analysis) -> tuple[str, ...]:
    """What the words mean, what the figures do not say, and what made them."""
    made = "; ".join(f"{term}: {value}" for term, value in made_by(analysis))
    return (*(said for _, said in METHOD), f"{made}.")


def made_by(analysis: Analysis) -> tuple[tuple[str, str], ...]:
    """What coded, by which codebook and versions, as terms and values."""
    engine, book = analysis.engine, analysis.codebook
    return (
        ("Program", engine.tool),
        ("Codebook", f"{book.label} ({book.id}), version {book.version}"),
        ("Codebook hash", engine.codebook_hash),
        ("Language model", f"{engine.model} ({engine.model_hash})"),
        ("Encoder", engine.encoder_hash or "none, cues and rules alone decided"),
        ("Coded by", ", ".join(analysis.totals.coders) or "nobody, no passage was coded"),
    )


def coverage_sentence(coverage: Coverage | None) -> str:
    """After how many interviews hardly any new code turned up, or why that cannot be told."""
    if coverage is None:
        return "Code coverage was not worked out."
    if coverage.reached is None:
        return f"{_SOURCE} is {coverage.reason}."
    new = sum(coverage.new[coverage.reached : coverage.reached + coverage.run])
    return (
        f"{_SOURCE} was reached at {coverage}: the first {plural(coverage.base, 'interview')} gave"
        f" {plural(coverage.base_codes, 'code')}, and the {coverage.run} after the"
        f" {ordinal(coverage.reached)} brought {plural(new, 'new code') if new else 'no new code'}."
        " With a fixed codebook this tells of coverage, not of saturation."
    )

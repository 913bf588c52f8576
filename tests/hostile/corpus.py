"""All bad inputs, by kind."""

from tests.hostile import (
    archives,
    codebooks,
    decisions,
    parquets,
    places,
    projects,
    tables,
    texts,
)

CASES = (
    *archives.CASES,
    *projects.CASES,
    *texts.CASES,
    *tables.CASES,
    *parquets.CASES,
    *codebooks.CASES,
    *decisions.CASES,
    *places.CASES,
)

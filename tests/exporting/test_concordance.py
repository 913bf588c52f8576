"""A concordance as CSV and JSON."""

import csv
import io
import json

from sensecli.exporting.concordance import HIT_COLUMNS, hits_csv, hits_json
from sensecli.model import Concordance, Hit, Speaker
from tests.builders import an_interview


def _found(*hits: Hit) -> Concordance:
    both = (an_interview(id="L01"), an_interview(id="L02"))
    return Concordance(hits, both, both)


def _hit() -> Hit:
    return Hit(
        "L01", 2, 18, 23, "L01:2", Speaker.LEADER, "L01", "acute", "We ", "trust", ', "all"', "Jane"
    )


def test_a_row_has_the_columns_of_the_contract() -> None:
    (row,) = csv.DictReader(io.StringIO(hits_csv(_found(_hit())).decode()))
    assert tuple(row) == HIT_COLUMNS
    assert (row["left"], row["hit"], row["right"]) == ("We ", "trust", ', "all"')
    assert (row["start"], row["end"], row["speaker"]) == ("18", "23", "leader")


def test_without_a_hit_there_is_a_header() -> None:
    assert hits_csv(_found()).decode() == f"{','.join(HIT_COLUMNS)}\n"


def test_json_says_who_was_searched_and_who_has_a_hit() -> None:
    content = json.loads(hits_json(_found(_hit()), pattern="trust", by="lemma"))
    assert content["schema"] == "sense-search/1"
    assert (content["leaders"], content["leaders_with_hits"]) == (["L01", "L02"], ["L01"])
    assert content["hits"][0]["start"] == 18


def test_no_name_is_exported() -> None:
    assert b"Jane" not in hits_csv(_found(_hit()))
    assert b"Jane" not in hits_json(_found(_hit()), pattern="trust", by="lemma")

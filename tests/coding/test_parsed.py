"""A parsed passage as plain values says what the parser's own document says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sensecli.coding.language import find_model, parse
from sensecli.coding.parsed import Parsed, packed, unpacked

TEXTS = (
    "We've agreed that the rota, which nobody likes, is to be rebuilt by June.",
    "There is no money. There's been talk of it, but there were no takers.",
    "Nobody has done it; I don't think they did.",
    "What I want is for the ward sister to have had them framed.",
    "Rota changes - agreed w/ CD.  Its not  working\nhere, gonna stop.",
    "She'd like that more than those do.",
)


@pytest.fixture(scope="module")
def pipeline() -> object:
    import spacy

    return spacy.load(find_model().folder, exclude=["ner", "lemmatizer", "senter"])


@pytest.mark.parametrize("text", TEXTS)
def test_words_are_those_of_the_parser(text: str, pipeline: object) -> None:
    (ours,) = parse([text], model=find_model())
    theirs = pipeline(text)  # type: ignore[operator]
    for word, token in zip(ours, theirs, strict=True):
        assert (word.text, word.lower, word.idx) == (token.text, token.lower_, token.idx)
        assert (word.tag, word.pos, word.dep) == (token.tag_, token.pos_, token.dep_)
        assert word.head.i == token.head.i
        assert [c.i for c in word.children] == [c.i for c in token.children]
        assert [c.i for c in word.lefts] == [c.i for c in token.lefts]
        assert [c.i for c in word.subtree] == [c.i for c in token.subtree]
        assert [c.i for c in word.ancestors] == [c.i for c in token.ancestors]
        assert (word.left_edge.i, word.right_edge.i) == (token.left_edge.i, token.right_edge.i)
        assert (word.is_punct, word.is_space) == (token.is_punct, token.is_space)


def test_a_word_after_an_expletive_is_a_verb() -> None:
    (doc,) = parse(["There is a plan."], model=find_model())
    assert doc[1].pos == "VERB"
    (doc,) = parse(["It is planned."], model=find_model())
    assert doc[1].pos == "AUX"


def test_a_text_without_words_has_none() -> None:
    (doc,) = parse([""], model=find_model())
    assert (len(doc), doc.words, doc[:0]) == (0, (), ())


@given(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=3).map(" ".join))
@settings(max_examples=10, deadline=None)
def test_a_parse_that_was_kept_is_the_same(text: str) -> None:
    (doc,) = parse([text], model=find_model())
    again = Parsed(text, unpacked(packed(doc.rows)))
    assert again.rows == doc.rows
    assert [w.head.i for w in again] == [w.head.i for w in doc]
    assert not any(word in packed(doc.rows).decode() for word in text.split() if len(word) > 5)

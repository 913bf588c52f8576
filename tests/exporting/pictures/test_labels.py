from sensecli.exporting.pictures.labels import clean, distinct, few, short, wrapped


def test_a_long_label_is_cut_with_an_ellipsis() -> None:
    assert short("x" * 5000) == "x" * 41 + "…"


def test_a_label_that_fits_stays_as_it_is() -> None:
    assert short("Role of people") == "Role of people"


def test_what_cannot_be_shown_goes_and_lines_become_one() -> None:
    assert clean("a\x00b\u202ec\ud800d\n e") == "abcd e"


def test_an_emoji_that_is_joined_of_several_stays_whole() -> None:
    assert clean("👩\u200d⚕️") == "👩\u200d⚕️"


def test_labels_that_are_cut_alike_stay_distinct() -> None:
    cut = distinct(["same " * 20, "same " * 20, "same " * 20])

    assert len(set(cut)) == 3
    assert all(len(one) <= 42 for one in cut)


def test_a_label_with_nothing_to_show_has_a_name() -> None:
    assert distinct(["", "\x00"]) == ("(no label)", "(no label) (2)")


def test_more_than_five_are_counted() -> None:
    assert few(list("abcdefg")) == "a. b. c. d. e. And 2 more."


def test_a_text_is_broken_into_three_lines_at_most() -> None:
    assert wrapped("one two three four five six", 8) == "one two\nthree\nfour…"

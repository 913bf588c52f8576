from sensecli.disclosure.walk import Groups, is_vague

SIZES = (5, 5)


def test_a_table_that_stands_alone_tells_its_small_counts() -> None:
    assert not is_vague(((3,), (5,)), SIZES, (8,), 5, alike=lambda _: False)


def test_a_table_without_small_counts_tells_none() -> None:
    assert is_vague(((5,), (0,)), SIZES, (5,), 5, alike=lambda _: False)


def test_each_small_count_must_be_another_one_in_some_table_that_is_alike() -> None:
    def keeps_the_sum(near: Groups) -> bool:
        return sum(row[0] for row in near) == 8

    def keeps_the_first(near: Groups) -> bool:
        return near[0] == (3,)

    assert is_vague(((3,), (5,)), SIZES, (8,), 5, alike=keeps_the_sum)
    assert not is_vague(((3,), (5,)), SIZES, (8,), 5, alike=keeps_the_first)


def test_all_tables_of_one_walk_have_the_same_answer() -> None:
    alike = {((3,), (4,)), ((4,), (3,)), ((2,), (4,))}
    answers = {is_vague(one, SIZES, (None,), 5, alike=alike.__contains__) for one in alike}
    assert answers == {True}


def test_a_hidden_count_of_all_must_be_another_one_too() -> None:
    def keeps_the_sum(near: Groups) -> bool:
        return sum(row[0] for row in near) == 4

    assert not is_vague(((2,), (2,)), SIZES, (None,), 5, alike=keeps_the_sum)
    assert is_vague(((2,), (2,)), SIZES, (None,), 5, alike=lambda near: near[0][0] < 5)

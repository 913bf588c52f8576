"""A bug on the screen is told like every other one."""

import pytest

from sensecli.cli.reviewscreen.screen import Screenful, shown


class _Broken(Screenful[int]):
    def on_mount(self) -> None:
        words = "what somebody said in confidence"
        raise RuntimeError(words[:4])


class _Fine(Screenful[int]):
    def on_mount(self) -> None:
        self.exit(7)


def test_a_bug_is_raised_and_no_variables_are_printed(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(RuntimeError, match="what"):
        shown(_Broken(), headless=True)
    assert "confidence" not in "".join(capfd.readouterr())


def test_the_result_is_given_back() -> None:
    assert shown(_Fine(), headless=True) == 7

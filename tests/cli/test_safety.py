"""Nothing of the user's can steer a terminal, and no terminal is too plain."""

import io
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from sensecli.cli.console import pour, show
from sensecli.cli.plain import safe, safe_lines, spelled
from sensecli.cli.report import report
from sensecli.cli.telling import told
from sensecli.model import Notice, Problem
from tests.cli.analyses import an_analysis, quoting
from tests.cli.conftest import Given, Sense, Started, installed

HOSTILE = "We \x1b[31mwant\x1b[0m [bold]trust[/bold] \x07 \u202eand\u2066 \x9b2J people [/] :smile:"


@drawn(st.text())
def test_no_control_character_is_left_in_a_line(text: str) -> None:
    shown = safe(text)
    assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 for c in shown)
    shown.encode("utf-8")


@drawn(st.text())
def test_a_line_made_safe_stays_as_it_is(text: str) -> None:
    assert safe(safe(text)) == safe(text)


@drawn(st.text())
def test_several_lines_keep_their_ends(text: str) -> None:
    kept = safe_lines(text)
    assert kept.count("\n") == text.count("\n")
    assert "\x1b" not in kept


@drawn(st.text(), st.sampled_from(["ascii", "latin-1", "cp1252", "utf-8", "no-such-encoding"]))
def test_what_is_spelled_can_be_encoded(text: str, encoding: str) -> None:
    known = "ascii" if encoding == "no-such-encoding" else encoding
    spelled(safe(text), encoding).encode(known)


def test_markup_and_escapes_in_a_quote_are_shown_as_words(sense: Sense, given: Given) -> None:
    given(quoting(HOSTILE))
    shown = " ".join(sense("analyse", "study").stdout.split())
    assert "[bold]trust[/bold]" in shown
    assert ":smile:" in shown
    assert not {"\x1b", "\x07", "\u202e", "\x9b"} & set(shown)


def test_a_file_name_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    told([Problem("a\x1b]0;b\x07\udcff.md", 1, "is odd\nvery")])
    assert capsys.readouterr().err == "a ]0;b .md:1: is odd very.\n"


def test_a_problem_told_twice_is_shown_once(capsys: pytest.CaptureFixture[str]) -> None:
    told([Problem("a.md", 1, "is odd"), Problem("a.md", 1, "is odd")])
    assert capsys.readouterr().err == "a.md:1: is odd.\n"


def test_a_long_notice_is_wrapped_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("COLUMNS", "60")
    told([], [Notice("a word " * 20)])
    first, *others = screen.getvalue().splitlines()
    assert first.startswith("notice: a word")
    assert others
    assert all(line.startswith(("  a", "  w")) for line in others)
    assert max(map(len, (first, *others))) <= 60


def test_a_long_path_stays_whole_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    told([Problem("a-path/" * 20, None, "is odd")])
    assert "a-path/" * 20 in screen.getvalue()


def test_a_long_notice_in_a_pipe_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    told([], [Notice("a word " * 40)])
    assert capsys.readouterr().err.count("\n") == 1


def test_a_pipe_gets_no_colour(sense: Sense, given: Given) -> None:
    given(an_analysis())
    assert "\x1b" not in sense("analyse", "study").stdout


class _Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def _on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> _Terminal:
    screen = _Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("TERM", "xterm-256color")
    return screen


def test_a_terminal_gets_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _on_a_terminal(monkeypatch)
    show(report(an_analysis(), width=80, top=5))
    assert "\x1b[32m" in screen.getvalue()


def test_no_color_is_respected(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _on_a_terminal(monkeypatch)
    monkeypatch.setenv("NO_COLOR", "1")
    show(report(an_analysis(), width=80, top=5))
    assert "\x1b[32m" not in screen.getvalue()
    assert "\x1b[31m" not in screen.getvalue()


def test_escapes_of_the_users_do_not_reach_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _on_a_terminal(monkeypatch)
    monkeypatch.setenv("NO_COLOR", "1")
    show(report(quoting(HOSTILE), width=80, top=5))
    assert "\x1b[31mwant" not in screen.getvalue()
    assert "[bold]trust" in screen.getvalue().replace("\n", " ")


def test_a_file_poured_on_a_terminal_is_made_safe(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _on_a_terminal(monkeypatch)
    pour("a\x1b[31m\nb\u009b".encode())
    assert screen.getvalue() == "a [31m\nb "


@pytest.mark.skipif(not installed(), reason="an analysis records the installed version")
def test_a_screen_without_unicode_gets_plain_characters(started: Started, tmp_path: Path) -> None:
    (tmp_path / "L01.txt").write_text(
        "We don\u2019t talk \u2013 trust \u4f60 is what we need.", "utf-8"
    )
    done = started("analyse", tmp_path, "-c", "msk-programme", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert done.stdout.isascii()
    assert "talk - trust ? is" in " ".join(done.stdout.split())


@pytest.mark.skipif(not installed(), reason="an analysis records the installed version")
@pytest.mark.skipif(sys.platform == "win32", reason="pipes differ")
def test_a_closed_pipe_ends_the_program_without_a_word(tmp_path: Path) -> None:
    import subprocess

    (tmp_path / "L01.txt").write_text("Trust is what we need.\n" * 3)
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        done = subprocess.run(
            [sys.executable, "-m", "sensecli", "analyse", str(tmp_path), "-q"],
            stdout=pipe,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr) == (141, b"")

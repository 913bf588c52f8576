"""Captions from meeting software."""

from collections.abc import Callable
from pathlib import Path

from webvtt import Caption, WebVTT

from sensecli.loading.formats.document import Document
from sensecli.model import Problem

Write = Callable[..., Path]
Only = Callable[[Path], Document]
Cue = tuple[str, str, str]


def _vtt(folder: Path, *cues: Cue) -> Path:
    captions = [Caption(f"00:{start}.000", f"00:{end}.000", text) for start, end, text in cues]
    path = folder / "talk.vtt"
    WebVTT(captions=captions).save(str(path))
    return path


def test_cues_of_one_voice_are_one_turn(tmp_path: Path, only: Only) -> None:
    path = _vtt(
        tmp_path,
        ("00:01", "00:02", "<v Ann Bell>What has changed?</v>"),
        ("00:03", "00:05", "<v Jo Carr>Nothing yet,</v>"),
        ("00:05", "00:07", "<v Jo Carr>nobody has started.</v>"),
    )
    assert only(path).text == (
        "Ann Bell: What has changed?\n\nJo Carr: Nothing yet, nobody has started."
    )


def test_each_cue_has_its_time_where_its_words_begin(tmp_path: Path, only: Only) -> None:
    document = only(
        _vtt(
            tmp_path,
            ("00:01", "00:02", "<v Ann>What has changed?</v>"),
            ("01:03", "01:05", "<v Jo>Nothing,</v>"),
            ("01:05", "01:07", "<v Jo>nobody started.</v>"),
        )
    )
    assert [(p.label, document.text[p.start :][:7]) for p in document.places] == [
        ("00:00:01", "What ha"),
        ("00:01:03", "Nothing"),
        ("00:01:05", "nobody "),
    ]


def test_several_voices_in_one_cue_are_several_turns(tmp_path: Path, only: Only) -> None:
    path = _vtt(tmp_path, ("00:01", "00:04", "<v Ann>Any change?</v>\n<v Jo>None,\nreally.</v>"))
    assert only(path).text == "Ann: Any change?\n\nJo: None, really."


def test_two_voices_on_one_line_are_two_turns(tmp_path: Path, only: Only) -> None:
    path = _vtt(tmp_path, ("00:01", "00:04", "<v Ann>Any change?</v> <v Jo>None.</v>"))
    assert only(path).text == "Ann: Any change?\n\nJo: None."


def test_a_name_in_the_cue_holds_until_another_is_named(tmp_path: Path, only: Only) -> None:
    path = _vtt(
        tmp_path,
        ("00:01", "00:02", "Ann Bell: What has changed?"),
        ("00:03", "00:04", "Jo Carr: Nothing yet."),
        ("00:09", "00:10", "Nobody has started."),
    )
    assert only(path).text == (
        "Ann Bell: What has changed?\n\nJo Carr: Nothing yet. Nobody has started."
    )


def test_a_word_before_a_colon_is_no_speaker(tmp_path: Path, only: Only) -> None:
    path = _vtt(tmp_path, ("00:01", "00:02", "Remember: nobody has started."))
    assert only(path).text == "Remember: nobody has started."


def test_without_speakers_a_long_pause_parts_the_text(tmp_path: Path, only: Only) -> None:
    path = _vtt(
        tmp_path,
        ("00:01", "00:02", "We agreed"),
        ("00:03", "00:04", "on the rota."),
        ("00:09", "00:10", "Nobody started."),
    )
    assert only(path).text == "We agreed on the rota.\n\nNobody started."


def test_tags_and_entities_are_taken_out(write: Write, only: Only) -> None:
    path = write(
        "a.vtt",
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v.loud R&amp;D Lead>Cost &lt; <i>£5</i> &amp; rising",
    )
    assert only(path).text == "R&D Lead: Cost < £5 & rising"


def test_an_srt_file_is_read_alike(write: Write, only: Only) -> None:
    cue = "1\r\n00:00:01,000 --> 00:00:02,000\r\nJo Carr: <b>We</b> agreed.\r\n\r\n"
    more = "2\r\n01:00:03,000 --> 01:00:04,000\r\nNobody started.\r\n"
    document = only(write("a.SRT", cue + more))
    assert document.text == "Jo Carr: We agreed. Nobody started."
    assert document.places[1].label == "01:00:03"


def test_a_file_that_holds_no_captions_is_a_problem(
    write: Write, problem: Callable[[Path], Problem]
) -> None:
    assert "not a .vtt caption file" in problem(write("a.vtt", "We agreed.")).message


def test_captions_without_words_are_empty(write: Write, problem: Callable[[Path], Problem]) -> None:
    assert problem(write("a.vtt", "WEBVTT\n\n")).message == "is empty"

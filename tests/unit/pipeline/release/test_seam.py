"""Where an answer is cut and joined: every word once, whatever the second model repeats."""

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from segue.pipeline.release.seam import CannotBeJoined, Seam, end_of_first_part
from tests.support.continuing import is_undecidable

STORY = (
    "The lighthouse keeper climbed the stairs. She counted them, as always, and lost count at ninety.\n\n"
    "Below her the sea was grey.  A boat without a name came round the cape, and nobody stood at its helm! "
    'Still it steered. "Come in," she said to the fog. It did; so did the cold, and a smell of oranges.'
)
BREATHS = "Breathe in slowly, and out. " * 20 + "Now open your eyes."
TEXTS = {
    "story": STORY,
    "breaths": BREATHS,
    "song": "La la la. " * 9
    + "The boat goes home, the boat goes home, the boat goes home!\n" * 4
    + "Om. Om. Om. Om. Sleep.",
    "list": "Three things help:\n\n1. One thing\n2. Two things\n3. Three things\n"
    "   - e.g. tea\n   - Dr. Who\n\n* * *\n- a\n",
    "Chinese": "海很平静。“灯塔还亮着，”她说。\n\n慢慢地吸气，再慢慢地呼气。"
    + "慢慢地吸气，再慢慢地呼气。" * 3
    + "现在睁开眼睛吧！",
    "Thai": "หายใจเข้าช้าๆ แล้วหายใจออก " * 4 + "ลืมตาได้แล้ว",
    "markdown": "## A plan\n\n> **Note:** stay — “calm”.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"
    "Sure, here is more: ...and *so* on.\n",
    "code": "```python\ndef breathe(times: int) -> None:\n    for _ in range(times):\n        wait(4)\n\n\n"
    "    return None\n```\n",
}
"""What models say; a refrain stands three times or more in a row, for twice nobody can tell from a repetition."""


def joined(said: str, pieces: list[str], *, from_anywhere: bool = True) -> str:
    seam = Seam(said, from_anywhere=from_anywhere)
    return said + "".join([seam.take(piece) for piece in pieces]) + seam.end()


def cut(text: str, places: list[int]) -> list[str]:
    edges = [0, *sorted(place % (len(text) + 1) for place in places), len(text)]
    return [text[start:end] for start, end in pairwise(edges)]


@pytest.mark.parametrize(
    ("text", "shown_chars", "kept"),
    [
        ("One. Two three. Four fi", 5, "One. Two three. "),
        ("One. Two three four fi", 8, "One. Two three four "),
        ("One. Two", 4, "One. "),
        ("One. Two", 5, "One. "),
        ("One. Two thr", 6, "One. Two "),
        ("One.  \n\nTwo thr", 5, "One.  \n\n"),
        ("One two. ", 2, "One "),
        ('"Wait!" she said. "No', 3, '"Wait!" she said. '),
        ("春が来た。花が咲", 2, "春が来た。"),
        ("「行こう！」と彼は言", 2, "「行こう！」"),
        ("“走吧！”他说。“好", 6, "“走吧！”他说。"),
        ("春が来た", 2, "春が来た"),
        ("1. One thing\n2. Two things\n3. Thr", 5, "1. One thing\n2. Two things\n"),
        ("1. One thing\n2. Two things\n3. Three lit", 5, "1. One thing\n2. Two things\n"),
        ("Things: \n- one\n  - tw", 5, "Things: \n- one\n  "),
        ("A line.\n\n## He", 2, "A line.\n\n"),
        ("It is 3. Then", 2, "It is 3. "),
        ("She saw Dr. Smi", 2, "She saw "),
        ("Gone. Fruit, e.g. app", 2, "Gone. "),
        ("Obst, z. B. Äp", 2, "Obst, "),
        ("Del Sr. Gar", 2, "Del "),
        ("3. Thr", 1, "3. "),
        ("whole", 5, "whole"),
    ],
)
def test_the_first_part_ends_with_a_whole_sentence_or_word(text: str, shown_chars: int, kept: str) -> None:
    """What was shown stays; of what waited only whole sentences, else whole words, are kept."""
    assert text[: end_of_first_part(text, shown_chars=shown_chars)] == kept


@given(st.text(alphabet="ab .!?\n\u00e9", max_size=60), st.integers(0, 60))
def test_the_cut_is_never_within_what_was_shown(text: str, shown_chars: int) -> None:
    """A person never sees a word taken back."""
    shown_chars = min(shown_chars, len(text))
    assert shown_chars <= end_of_first_part(text, shown_chars=shown_chars) <= len(text)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@given(shown=st.integers(1, 600), received=st.integers(0, 200), places=st.lists(st.integers(0, 500), max_size=8))
def test_a_model_that_simply_goes_on_is_joined_byte_for_byte(
    text: str, shown: int, received: int, places: list[int]
) -> None:
    """Nothing is lost or doubled wherever it broke off and in whatever pieces the rest comes. Covers R5.2."""
    shown = 1 + shown % len(text)
    came = text[: shown + received]
    said = came[: end_of_first_part(came, shown_chars=shown)]
    rest = text[len(said.rstrip()) :]  # what a model says behind words that end without white space
    assert joined(said, cut(rest, places)) == text
    assert joined(said, cut(rest, places), from_anywhere=False) == text


@given(text=st.text(alphabet="ab .\n\u6625\u3002", max_size=40), times=st.integers(3, 6), at=st.integers(1, 100))
def test_whatever_comes_three_times_in_a_row_is_the_texts_own(text: str, times: int, at: int) -> None:
    """A model that is prefilled goes on with any refrain, unless an echo of all that was said would read the same."""
    whole = f"{text * times}!"
    said = whole[: at % len(whole)]
    assume(not is_undecidable(whole, said.rstrip()))
    assert joined(said, [whole[len(said.rstrip()) :]], from_anywhere=False) == whole


@given(
    shown=st.integers(60, len(STORY) - 60),
    tail=st.integers(24, 59),
    places=st.lists(st.integers(0, 500), max_size=8),
)
def test_a_model_that_repeats_its_last_words_is_joined_byte_for_byte(shown: int, tail: int, places: list[int]) -> None:
    """The words that it says again are left out. Covers R5.2."""
    said = STORY[: end_of_first_part(STORY[: shown + 50], shown_chars=shown)]
    begin = STORY.rindex(" ", 0, len(said.rstrip()) - tail) + 1
    assert joined(said, cut(STORY[begin:], places)) == STORY


@given(shown=st.integers(1, len(STORY)), places=st.lists(st.integers(0, 500), max_size=8), anywhere=st.booleans())
def test_a_model_that_begins_again_is_joined_byte_for_byte(shown: int, places: list[int], anywhere: bool) -> None:
    """An answer that comes whole once more, or a server that echoes it, adds only its rest. Covers R5.2."""
    said = STORY[: end_of_first_part(STORY[: shown + 50], shown_chars=shown)]
    assert joined(said, cut(STORY, places), from_anywhere=anywhere) == STORY


def test_other_white_space_in_the_repeated_words_does_not_matter() -> None:
    """A model may break its lines elsewhere when it says its last words again."""
    said = "She counted them, as always, and lost count. "
    again = "She counted them,\nas always,  and lost count. Below her was the sea."
    assert joined(said, [again]) == "She counted them, as always, and lost count. Below her was the sea."


def test_short_words_that_come_twice_by_chance_stay() -> None:
    """A refrain is no repetition."""
    assert joined("Again and again ", ["again and again ", "she fell."]) == "Again and again again and again she fell."


@pytest.mark.parametrize("from_anywhere", [True, False])
def test_no_breath_is_lost_wherever_the_answer_was_cut(from_anywhere: bool) -> None:
    """Guided breathing says the same again and again, and it is meant so. Covers R5.2."""
    for shown in range(1, len(BREATHS)):
        said = BREATHS[: end_of_first_part(BREATHS[: shown + 40], shown_chars=shown)]
        assert joined(said, [BREATHS[len(said.rstrip()) :]], from_anywhere=from_anywhere) == BREATHS


def test_a_model_that_goes_on_with_a_refrain_is_not_waited_for() -> None:
    """Where the same was said again and again, no further time can be a repetition."""
    seam = Seam("Breathe in slowly, and out. " * 9, from_anywhere=True)
    assert seam.take("Breathe ") == "Breathe "


def test_a_story_that_is_told_anew_after_a_refrain_is_known_by_it() -> None:
    """A song's chorus, which it began with, may come as often as it likes."""
    chorus = "Over the water the lanterns are swaying, one for the harbour and one for the sea, one for the road. "
    said = f"{chorus}A verse. {chorus}Another verse. "
    assert joined(said, [f"{chorus}A third verse."]) == f"{said}{chorus}A third verse."


@pytest.mark.parametrize(
    ("said", "again", "rest"),
    [
        ("海很平静。灯塔还亮着，她想起了母亲。", "灯塔还亮着，她想起了母亲。", "天亮了。"),
        ("朝が来た。灯台の明かりはまだ消えていない。", "灯台の明かりはまだ消えていない。", "彼女は笑った。"),
        ("바다는 고요했다. 등대는 아직 켜져 있었다. ", "등대는 아직 켜져 있었다.", " 아침이 왔다."),
        ("ทะเลสงบแล้วประภาคารยังคงส่องแสงอยู่", "ประภาคารยังคงส่องแสงอยู่", "เช้ามาถึง"),
        ("One. She said: “The sea is calm — and mine.” ", 'She said: "The sea is calm - and mine."', " It was."),
        ("One. “The sea is calm, she said to herself.” ", "The sea is calm, she said to herself.”", " It was."),
    ],
)
def test_the_last_sentence_in_any_script_is_said_once(said: str, again: str, rest: str) -> None:
    """Scripts without spaces, and quotation marks of another kind, hide no repetition."""
    assert joined(said, [again, rest]) == said.rstrip() + rest
    assert joined(said, list(again + rest)) == said.rstrip() + rest


@pytest.mark.parametrize(
    "lead_in",
    [
        "Sure, here is the continuation: ",
        "Of course! Here’s the rest of the story:\n\n",
        "Here is the rest:\n",
        "Claro, aquí continúa la historia:\n",
        "Bien sûr, voici la suite :\n\n",
        "Natürlich, hier geht es weiter:\n",
        "Aqui está a continuação:\n",
        "...",
        "… ",
    ],
)
@pytest.mark.parametrize("begin", [0, 12])
def test_a_lead_in_before_the_repeated_words_goes_with_them(lead_in: str, begin: int) -> None:
    """What a chat model says to the person who asked it to go on is no part of the answer."""
    said = "Night fell. The sea was calm, and nobody spoke. "
    assert joined(said, [lead_in + said[begin:], "Then it rained."]) == f"{said}Then it rained."
    assert joined(said, list(f"{lead_in}{said[begin:]}Then it rained.")) == f"{said}Then it rained."


@pytest.mark.parametrize(
    "rest", ["Sure, here is the list: tea.", "...and it rained.", "Of course", "..", "Here is", "…"]
)
def test_what_only_looks_like_a_lead_in_stays(rest: str) -> None:
    """Without a repetition behind it, it is the answer's own."""
    said = "Night fell. The sea was calm, and nobody spoke. "
    assert joined(said, list(rest)) == said + rest
    assert joined(said, [rest], from_anywhere=False) == said + rest


def test_a_lead_in_is_not_waited_for_longer_than_a_line() -> None:
    """An answer that goes on with "Here is" is held up for a line at most."""
    seam = Seam("Night fell. The sea was calm. ", from_anywhere=True)
    assert [seam.take("Here is "), seam.take("the boat. " * 8)] == ["", "Here is " + "the boat. " * 8]
    seam = Seam("Night fell. The sea was calm. ", from_anywhere=True)
    assert seam.take("Hereafter ") == "Hereafter "


def test_white_space_that_was_cut_in_two_is_joined() -> None:
    """What was shown of an indentation is not shown again, and none of it is lost."""
    assert joined("def go():\n  ", ["\n", "    return", " 1"]) == "def go():\n    return 1"
    assert joined("The end.\n", ["\n", "\n"]) == "The end.\n\n"
    assert joined("One. ", ["Two."]) == "One. Two."


def test_another_story_is_not_joined() -> None:
    """A model that tells it anew in other words has failed; its words are not put behind the first ones."""
    seam = Seam(STORY, from_anywhere=True)
    with pytest.raises(CannotBeJoined):
        seam.take(STORY[:120] + " Then everything was different, and nobody knew why.")

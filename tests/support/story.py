"""The words that the models of a fault server mean to say: sentences of our own (CC0), in an order for every number.

`story(7)` is the same whoever tells it and whenever, no two numbers tell the same, and no sentence comes twice: what
is told twice, left out or mixed up with another conversation shows.
"""

from __future__ import annotations

import functools
import random
import re
from collections.abc import Iterable

SENTENCES = (
    "Mira kept a map of every garden in the valley, folded seven times and tied with green wool.",
    "On the first page she had drawn the baker's cat, who slept between the flower pots until noon.",
    "The post came by tram — twice a week, if the driver remembered to ring his brass bell.",
    "Old Téo sold pears from a blue cart and gave the smallest one away to whoever made him laugh.",
    "Rain had polished the roofs, and the whole street smelled of wet slate and cinnamon.",
    "\u201cWhich way to the observatory?\u201d asked a girl with a telescope under her arm.",
    "Nobody had seen the observatory open since the spring festival, but its dome still turned.",
    "They followed a row of painted stones: yellow, yellow, white, yellow, and then a small red fish.",
    "Behind the school stood a greenhouse where tomatoes grew as large as lanterns.",
    "The gardener, a quiet man with flour on his sleeves, was humming something in three-four time.",
    "He offered them tea in cups without handles, and honey that tasted of thyme.",
    "Above the stove hung eleven clocks, and each of them told the hour of another town.",
    "In Lisbon it was breakfast; in Quito the market was closing its shutters.",
    "The girl unpacked her telescope, wiped the lens with her scarf, and pointed it at the hill.",
    "What she saw made her smile: somebody had hung washing from the weather vane.",
    "Mira marked the place with a pencil dot and wrote \u2018Tuesday laundry\u2019 beside it.",
    "A goose walked in, looked at everyone in turn, and walked out again with great dignity.",
    "Downhill the river carried paper boats, 24 of them, folded from last year's calendar.",
    "Each boat had a wish inside, and most of the wishes were about kites or puddings.",
    "The ferryman read them aloud in the evenings, leaving out the names.",
    "His favourite said only: more plums, please \U0001f319.",
    "By four o'clock the clouds had moved off, and the light lay on the fields like butter.",
    "They climbed the long stair, counting under their breath, and lost count at two hundred and six.",
    "A bench waited at the top, warm from the sun, with room for exactly three and a picnic basket.",
    "Inside the basket there were rolls, a jar of pickles, and a letter in violet ink.",
    "\u201cDear visitors,\u201d it began, \u201cplease water the ferns before you look at the moon.\u201d",
    "So they did, with a tin can that leaked from both sides and made a little rainbow.",
    "The dome creaked, then opened as a tulip does, one petal after the next.",
    "Somewhere a choir was practising, always the same four bars, always a bit better.",
    "Téo arrived out of breath with the last pear and a ladder he had borrowed from the fire brigade.",
    "From the ladder's top rung one could read the bakery's sign, the station clock and half of a newspaper.",
    "The headline announced that the brass band had found its tuba, safe and sound, in a hayloft.",
    "Everybody cheered, the goose included, and the sound rolled over the vineyards and came back softer.",
    "Mira unfolded her map one more time and noticed a fold that she had never opened.",
    "Under it lay a lane of chestnut trees, drawn by another hand, with a date and a tiny teapot.",
    "Her grandmother had lived there, in the house with the round window, and baked for travellers.",
    "They went to look, of course, taking the long way past the mill because of its ducks.",
    "The round window was still there; so were the tiles, the copper kettle and the smell of nutmeg.",
    "A boy on the doorstep was teaching a parrot to say good evening in Welsh.",
    "\u201cNoswaith dda,\u201d said the parrot, rather pleased with itself, and asked for a raisin.",
    "The kitchen table had been set for nine, though the boy could think of seven guests at most.",
    "So the girl fetched her brother and his trombone, which counted as one and a half.",
    "Supper was soup with star-shaped noodles, then dumplings, then a silence in which everybody chewed.",
    "Later they pushed the chairs aside and danced until the lamp needed oil.",
    "The ferryman told how he had once rowed a piano across at high water without wetting a key.",
    "Nobody believed him, which he took as a compliment, and he told it again with more waves.",
    "When the church clock struck ten, the gardener put three seeds into each guest's pocket.",
    "\u201cPlant them where you would like to sit some day,\u201d he said, and would not say what they were.",
    "Mira chose the corner by the tram stop, between the timetable and the lilac.",
    "The girl kept hers for the roof of the observatory, where the wind brings good soil.",
    "Téo ate one by mistake, and claimed for years afterwards that he hiccuped marigolds.",
    "At midnight the moon stood in the open dome, as round and plain as a dinner plate.",
    "They took turns at the eyepiece, and each described what the others had missed.",
    "A crater looked like a thimble; a ridge, like the spine of a well-read book.",
    "The parrot saw only a large raisin, and said so in two languages.",
    "Before they left they watered the ferns again and added a line to the letter.",
    "It said: come back when the plums are ripe, and bring your own spoon.",
    "The tram took them home on its last round, all windows lit, the driver whistling.",
    "Mira drew the chestnut lane in ink this time, so that no rain could ever wash it off.",
    "And on the very last page she left a space, \u00bd of a hand wide, for whatever tomorrow might grow.",
)
"""Sixty, each only once; quotation marks, dashes, accents, figures and an emoji among them."""

BETWEEN = (" ", " ", " ", " ", "\n\n", "  ", "\n")
"""What stands between two sentences; white space is part of an answer."""
_ASKED_FOR = re.compile(r"\bstory (\d+)\b")


def prompt(number: int = 0) -> str:
    """The words with which a person asks for a story."""
    return f"Tell me story {number}."


def number_in(texts: Iterable[str]) -> int:
    """Which story the first text that names one asks for; 0 when none does."""
    return next((int(found[1]) for text in texts if (found := _ASKED_FOR.search(text))), 0)


@functools.lru_cache(maxsize=4096)
def story(number: int = 0, *, sentences: int = 40) -> str:
    """What is told under a number: about 3,300 characters at full length."""
    dice = random.Random(number)
    chosen = dice.sample(SENTENCES, k=sentences)
    return "".join(sentence + dice.choice(BETWEEN) for sentence in chosen[:-1]) + chosen[-1]

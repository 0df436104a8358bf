"""Writes both tables anew: `python -m training.languages`, after the lists or the sentences changed."""

from pathlib import Path

from segue.selection.word_points import LETTERS, WORDS
from training.languages.making import letters_table, words_table

Path(str(WORDS)).write_text(words_table(), "utf-8")
Path(str(LETTERS)).write_text(letters_table(), "utf-8")

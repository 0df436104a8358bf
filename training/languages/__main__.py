"""Writes the table of words anew: `python -m training.languages`, after the lists or the sentences changed."""

from segue.selection.word_points import TABLE
from training.languages.making import table

TABLE.write_text(table(), "utf-8")

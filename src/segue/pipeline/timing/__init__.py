"""Waiting, and when it ends: a turn's deadline, a model's next word, and work behind the path where nobody waits.

Everything else here stands on it, and it knows no turn: `deadline` is a turn's time, `patience` and `overtaking` are
limits on one wait, `behind` and `waiting` do work again and again until they are told to end.
"""

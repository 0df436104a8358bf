"""Money and limits: what may be spent, what is held for calls under way, and what was spent."""

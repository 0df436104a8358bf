"""The history of the journal's schema, one script a revision; `storage/schema.py` runs them when a journal opens."""

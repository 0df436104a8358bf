"""Which model: a request is analysed, models are judged criterion by criterion, and ranked with reasons."""

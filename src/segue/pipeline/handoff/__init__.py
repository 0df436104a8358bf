"""Human receivers are told of danger, again and again until one acknowledges, and across restarts.

`handoff` sees it through by an outbox, `message` is what is sent and what an answer means, `ticket` is what whoever
asked for it sees of it.
"""

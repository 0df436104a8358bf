"""What is remembered of a session, never its words: its model, its privacy rule, its risk over turns, its games.

`sessions` recalls and keeps them, `writer` brings what is new to the store, `shared` to other replicas; `neighbours`
and `elsewhere` look at what other processes wrote, `doubts` are sessions that could not be read. `alarms` reach turns
that are under way, `games` are sessions that play. `files` shows, releases and erases all that is kept of one, and
`risk` is how people are told of it.
"""

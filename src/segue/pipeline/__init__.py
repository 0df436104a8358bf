"""The request path: from a request to a screened answer, with every failure on the way accounted for.

`chat` is the story on one screen. Its parts stand in rooms of their own, and a room knows only those below it:

    care        what is done for a person: screened, judged, weighed over turns, handed to people
    fallback    how failures are met: again, another model, on in the middle, or written words
    limits      what a turn may ask, what is held for it, what was told late
    turn        one turn under way: what it may do, whom it asks, what each of them did
    sessions    what is remembered of a session: model, privacy, risk
    handoff     human receivers are told until one acknowledges
    upkeep      how this process is, and what is done about it behind the path
    breakers    who must not be asked now
    screening   every word in and out is read, by rules and by classifiers
    release     from a model's words to those that are shown
    request     what is asked, as it comes in, and as it fits a model
    timing      waiting, and when it ends

Each says in its `__init__` which file does what.
"""

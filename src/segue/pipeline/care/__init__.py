"""What is done for a person within a turn: screened, judged, weighed over turns, handed to people, answered with care.

`care` is that on one screen; `judging` asks a model about doubtful words, `allowed` and `talk_context` say who answers
and who first, `releasing` how the answer is shown, `notice` that it is an AI. `incident_texts` are kept for grave turns
where an operator wants it; `limited_screening` is the same screening without a turn.
"""

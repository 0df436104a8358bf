"""One turn under way: who asks, what it may do, whom it asks, and what each of them did.

`turns` is what whoever asked is given (`reply`: read to its end; `line_news`: told while it waits), `plan` what it may
and `audience` who reads it. `lineup` has who may still be asked, `asking` what each is asked, `attempt` what one of
them took, `call` reads it piece by piece. `record` is all that is known while the turn runs, and tells its end.
"""

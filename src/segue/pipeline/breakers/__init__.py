"""Who must not be asked now, and how often a provider may be tried again; replicas tell each other.

`breaker` is one, with time and chance passed in; `breakers` are all of a process, `share` what replicas tell each other
of them, `retry_budget` the bound on further tries. `steady_clock` and `spoilt` serve those: moments in order, and a
cache that holds what nobody can read.
"""

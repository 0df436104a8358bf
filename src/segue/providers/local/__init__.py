"""Models that run on this machine, each in a worker process that owns its weights."""

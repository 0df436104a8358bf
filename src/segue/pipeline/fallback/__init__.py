"""How failures are met: asked again, overtaken, left for the next model, continued in the middle, or told in words.

`attempts` (the FallbackHandler) asks a lineup until one speaks, `leg` is one model's part of that. What follows is
decided by `retrying`, `silence` and `emergency`, which are pure; `leaving` leaves models behind the path, and
`continuation` makes one answer of as many models as it takes.
"""

"""From a model's words to those that are shown: held back, read, cut at sentences, joined where another model goes on.

`release` is one answer on its way. Its guards: `streaming` (words wait until a check has read past them),
`sentence_guard` and `sentences` (whole ones), chosen by `streaming_mode`. Where a second model goes on: `seam`,
`repetition` (what it says again) and `allowance` (how much more may come).
"""

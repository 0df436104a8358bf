"""What is asked: OpenAI's form as it is read, what a caller's key may ask for, and what a model is asked of it.

From the wire inwards: `form` (the structs), `fields` (every refusal names its field), `library` (the same from a
program), `caller_scope` (what a key may ask for). Towards a model: `context` makes a conversation fit it, with `lacks`
(what it cannot take), `stand_ins` (the words that stand for it) and `roles` (who may say what). Pure.
"""

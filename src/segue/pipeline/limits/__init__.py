"""What a turn may ask and what a call may cost: refused before it is asked, held while it runs, counted after.

`limiting` counts requests and words, `paying` holds money, `late_bills` asks for what was not told when an answer was
left. Nobody in danger is refused.
"""

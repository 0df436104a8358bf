"""How this process is, and what is done about it behind the path: health, memory, what gets short, what is old.

`health` and `money_health` are what `segue health` tells; `pressure` and `resources` look at memory and at this
machine; `warming` makes ready what the start does not wait for, `tidying` erases what is past its time.
"""

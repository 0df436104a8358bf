"""Ask once and print the answer, with who gave it and how long it took."""

import segue

reply = segue.ask("Where did we leave the lighthouse keeper?", model="scripted:echo")
print(reply.text)
print(f"{reply.finished.model} answered in {reply.finished.duration_s:.2f} s")

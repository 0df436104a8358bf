from __future__ import annotations

from segue.safety.rules import Rule

ROWS: tuple[Rule, ...] = ()

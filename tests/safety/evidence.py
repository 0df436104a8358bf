"""Every sentence for the codes of the crisis check, in all languages."""

from tests.safety.evidence_driven import DRIVEN
from tests.safety.evidence_emergencies import EMERGENCIES
from tests.safety.evidence_en import ENGLISH
from tests.safety.evidence_harms import HARMS
from tests.safety.evidence_in_passing import IN_PASSING
from tests.safety.evidence_more_en import BEFORE, WIDER
from tests.safety.evidence_now import NOW, QUIET
from tests.safety.evidence_others import OTHERS
from tests.safety.evidence_plain import PLAIN
from tests.safety.evidence_ready import READY
from tests.safety.evidence_shared import SHARED
from tests.safety.evidence_threatened import THREATENED
from tests.safety.evidence_undenied import UNDENIED
from tests.safety.evidence_unheard import UNHEARD
from tests.safety.said import Said

__all__ = [
    "BEFORE",
    "DRIVEN",
    "ENGLISH",
    "EVERY",
    "EXAMPLES",
    "HARMS",
    "IN_PASSING",
    "NOW",
    "OTHERS",
    "PLAIN",
    "QUIET",
    "READY",
    "THREATENED",
    "UNDENIED",
    "UNHEARD",
    "WIDER",
]

EVERY: tuple[Said, ...] = (
    *ENGLISH,
    *WIDER,
    *BEFORE,
    *OTHERS,
    *NOW,
    *QUIET,
    *PLAIN,
    *HARMS,
    *UNDENIED,
    *DRIVEN,
    *UNHEARD,
    *THREATENED,
    *READY,
    *EMERGENCIES,
    *SHARED,
    *IN_PASSING,
)
EXAMPLES: tuple[tuple[str, str, str], ...] = tuple(
    (said.code, said.language, sentence) for said in EVERY for sentence in said.meant
)

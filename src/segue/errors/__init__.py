"""Every error that Segue raises. Each says what happened, where, and what to do next.

    SegueError
    ├── ConfigError                 a setting is wrong: file, line, key
    ├── PartMissing                 an optional part is not installed here
    ├── WeightsError                weights could not be fetched, verified or kept
    ├── StorageError                a store did not do what it was asked
    │   └── UnfitRecord             no store can keep what it was given
    ├── VaultLocked                 the master key is gone or another one: enter it again
    ├── KeyNotKept                  a key for a provider is not taken
    ├── ProviderNotAdded            nobody answers at the address of a new provider
    ├── SealBroken                  what was kept encrypted is damaged
    ├── Stopping                    the gateway is on its way down
    ├── RequestError                the caller's fault; names the field
    │   ├── ModelNotFound · NoSuchBreaker · BadAddress
    │   ├── RateLimitExceeded       one of Segue's own limits is reached: which, and until when
    │   ├── BodyTooLarge
    │   ├── ContextTooLong          (also told by providers)
    │   ├── NotAuthenticated
    │   └── NotAllowed
    ├── NoModelFits                 carries the ranking with every reason
    ├── ProviderError               one attempt failed; carries provider and model
    │   ├── Unreachable · ConnectionLost · Silent · RateLimited · OutOfQuota · Overloaded · NotEnoughMemory
    │   ├── ProviderFault
    │   ├── Resting · AtLimit · OverBudget · LedgerAway
    │   ├── KeyRejected · OutOfCredit · ModelGone · ContentRefused · RequestRefused · Unsupported · PromptTooLong
    │   └── BadAnswer · DidNotGoOn · StreamCut · WorkerDied
    ├── BudgetSpent                 nothing that could be asked fits what is left of a hard budget
    └── AllModelsFailed             an ExceptionGroup, one member an attempt

`str(error)` is for an operator; `error.for_person` is for the one who talks; neither holds a key or a word of talk.
"""

from __future__ import annotations

from segue.errors.models import (
    AllModelsFailed,
    AtLimit,
    BadAnswer,
    BudgetSpent,
    ConnectionLost,
    ContentRefused,
    DidNotGoOn,
    KeyRejected,
    LedgerAway,
    ModelGone,
    NoModelFits,
    NotEnoughMemory,
    OutOfCredit,
    OutOfQuota,
    OverBudget,
    Overloaded,
    PromptTooLong,
    ProviderError,
    ProviderFault,
    RateLimited,
    RequestRefused,
    Resting,
    Silent,
    StreamCut,
    Unreachable,
    Unsupported,
    WorkerDied,
)
from segue.errors.requests import (
    BadAddress,
    BodyTooLarge,
    ContextTooLong,
    ModelNotFound,
    NoSuchBreaker,
    NotAllowed,
    NotAuthenticated,
    RateLimitExceeded,
    RequestError,
)
from segue.errors.root import (
    ConfigError,
    KeyNotKept,
    PartMissing,
    ProviderNotAdded,
    SealBroken,
    SegueError,
    Stopping,
    StorageError,
    UnfitRecord,
    VaultLocked,
    WeightsError,
)

__all__ = [
    "AllModelsFailed",
    "AtLimit",
    "BadAddress",
    "BadAnswer",
    "BodyTooLarge",
    "BudgetSpent",
    "ConfigError",
    "ConnectionLost",
    "ContentRefused",
    "ContextTooLong",
    "DidNotGoOn",
    "KeyNotKept",
    "KeyRejected",
    "LedgerAway",
    "ModelGone",
    "ModelNotFound",
    "NoModelFits",
    "NoSuchBreaker",
    "NotAllowed",
    "NotAuthenticated",
    "NotEnoughMemory",
    "OutOfCredit",
    "OutOfQuota",
    "OverBudget",
    "Overloaded",
    "PartMissing",
    "PromptTooLong",
    "ProviderError",
    "ProviderFault",
    "ProviderNotAdded",
    "RateLimitExceeded",
    "RateLimited",
    "RequestError",
    "RequestRefused",
    "Resting",
    "SealBroken",
    "SegueError",
    "Silent",
    "Stopping",
    "StorageError",
    "StreamCut",
    "UnfitRecord",
    "Unreachable",
    "Unsupported",
    "VaultLocked",
    "WeightsError",
    "WorkerDied",
]

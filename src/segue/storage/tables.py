"""The tables of the journal: hashes, counts, states and money. No column holds a word of a conversation.

Times are microseconds since 1970 in UTC, so that they compare and index alike in every database; money is integer
millionths of a dollar. Changing anything here needs a migration; a test compares the two.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    column,
    false,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
"""Every table of the journal. The names of constraints are fixed, so that migrations can find them."""

COUNTED_ID = BigInteger().with_variant(Integer, "sqlite")
"""A number that the database gives; SQLite counts by itself only where the type is plainly INTEGER."""

turns = Table(
    "turns",
    metadata,
    Column("turn_id", String, primary_key=True),
    Column("session", String),
    Column("caller_id", String, nullable=False),
    Column("task", String, nullable=False),
    Column("provider", String),
    Column("model", String),
    Column("at_us", BigInteger, nullable=False, index=True),
    Column("duration_s", Float, nullable=False),
    Column("first_token_s", Float),
    Column("attempts", Integer, nullable=False),
    Column("outcome", String, nullable=False),
    Column("input_tokens", BigInteger),
    Column("output_tokens", BigInteger),
    Column("cached_input_tokens", BigInteger),
    Column("reasoning_tokens", BigInteger),
    Column("usage_is_exact", Boolean),
    Column("cost_micro_usd", BigInteger),
    Column("streamed", Boolean, nullable=False),
    Column("tags", String),
    Column("cache_write_tokens", BigInteger),
)
"""One row a turn, answered or not. `tags` are lines; empty where there are none."""

attempts = Table(
    "attempts",
    metadata,
    Column("turn_id", String, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("provider", String, nullable=False),
    Column("model", String, nullable=False),
    Column("at_us", BigInteger, nullable=False, index=True),
    Column("duration_s", Float, nullable=False),
    Column("first_token_s", Float),
    Column("input_tokens", BigInteger),
    Column("output_tokens", BigInteger),
    Column("cached_input_tokens", BigInteger),
    Column("reasoning_tokens", BigInteger),
    Column("usage_is_exact", Boolean),
    Column("error_code", String),
    Column("cost_micro_usd", BigInteger),
    Column("cache_write_tokens", BigInteger),
)
"""One row a model that was asked. It comes before its turn's row, so no foreign key binds them."""

screenings = Table(
    "screenings",
    metadata,
    Column("id", COUNTED_ID, primary_key=True),
    Column("turn_id", String, nullable=False),
    Column("session", String),
    Column("direction", String, nullable=False),
    Column("level", SmallInteger, nullable=False),
    Column("action", String, nullable=False),
    Column("findings", Integer, nullable=False),
    Column("is_degraded", Boolean, nullable=False),
    Column("at_us", BigInteger, nullable=False, index=True),
    Column("duration_s", Float, nullable=False),
)
"""One row a text that was screened: how grave and what was done; what was found is counted, not told."""

model_states = Table(
    "model_states",
    metadata,
    Column("id", COUNTED_ID, primary_key=True),
    Column("provider", String, nullable=False),
    Column("model", String, nullable=False),
    Column("state", String, nullable=False),
    Column("at_us", BigInteger, nullable=False, index=True),
)
"""One row each time that a local model was loaded, unloaded or died."""

sessions = Table(
    "sessions",
    metadata,
    Column("session", String, primary_key=True),
    Column("created_at_us", BigInteger, nullable=False),
    Column("last_turn_at_us", BigInteger, nullable=False, index=True),
    Column("turns", Integer, nullable=False),
    Column("pinned_provider", String),
    Column("pinned_model", String),
    Column("moved_to_provider", String),
    Column("moved_to_model", String),
    Column("began_local", Boolean, nullable=False),
    Column("privacy", String),
    Column("risk_level", SmallInteger, nullable=False),
    Column("safety_state", LargeBinary, nullable=False),
    Column("country", String),
)
"""One row a session, by its keyed hash. `risk_level` is the level's rank, 0 to 4, so that a database can compare it."""

callers = Table(
    "callers",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("role", String, nullable=False),
    Column("key_hash", String, nullable=False, unique=True),
    Column("created_at_us", BigInteger, nullable=False),
    Column("revoked_at_us", BigInteger),
    Column("models", String),
    Column("privacy", String),
    Column("budget_micro_usd", BigInteger),
    Column("budget_period", String),
    Column("requests_per_minute", BigInteger),
    Column("tokens_per_minute", BigInteger),
    Column("concurrent", BigInteger),
    Column("expires_at_us", BigInteger),
    Column("is_internal", Boolean),
    Column("old_key_hash", String),
    Column("old_key_until_us", BigInteger),
)
"""Who may use the gateway; of a key only its hash. `models` has a pattern a line; what is empty narrows nothing."""

ACTIVE = column("revoked_at_us").is_(None)
"""Whether a caller may still come."""
ACTIVE_NAMES = Index("ix_callers_active_name", callers.c.name, unique=True, sqlite_where=ACTIVE)
"""No two active callers have one name. PostgreSQL is told so by `dialects.tell_postgresql`, since to name it here would
load all of its dialect."""

handoffs = Table(
    "handoffs",
    metadata,
    Column("id", String, primary_key=True),
    Column("at_us", BigInteger, nullable=False),
    Column("session", String, index=True),
    Column("ref", String),
    Column("level", SmallInteger, nullable=False),
    Column("category", String),
    Column("subject", String, nullable=False),
    Column("country", String),
    Column("codes", String, nullable=False),
    Column("state", String, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("due_us", BigInteger, nullable=False),
    Column("delivered_at_us", BigInteger),
    Column("ended_at_us", BigInteger),
    Index("ix_handoffs_state", "state", "due_us"),
)
"""One row a hand-off to a human: the outbox. `ref` is the caller's own and is erased with the acknowledgement."""

vault_keys = Table(
    "vault_keys",
    metadata,
    Column("purpose", String, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("master_id", String, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("made_at_us", BigInteger, nullable=False),
)
"""One row a data key, sealed by the master key, which no database holds."""

provider_keys = Table(
    "provider_keys",
    metadata,
    Column("provider", String, primary_key=True),
    Column("label", String, primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("fingerprint", String, nullable=False),
    Column("state", String, nullable=False),
    Column("reason", String, nullable=False),
    Column("added_at_us", BigInteger, nullable=False),
    Column("checked_at_us", BigInteger),
    Column("expires_at_us", BigInteger),
    Column("used_at_us", BigInteger),
)
"""One row a key for a provider, sealed by a data key; its fingerprint is made with another, and says nothing of it."""

incident_keys = Table(
    "incident_keys",
    metadata,
    Column("session", String, primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("made_at_us", BigInteger, nullable=False),
    Column("used_at_us", BigInteger, nullable=False, index=True),
)
"""One row a session that has incidents: the key of its pseudonyms. Without the row they belong to nobody."""

incident_texts = Table(
    "incident_texts",
    metadata,
    Column("turn", String, primary_key=True),
    Column("session", String, nullable=False, index=True),
    Column("at_us", BigInteger, nullable=False, index=True),
    Column("sealed", LargeBinary, nullable=False),
)
"""One row a turn of which the words are kept, where an operator has asked for that (`safety.texts`), sealed with the
key of its session; `turn` is the pseudonym that its incidents have."""

budget_accounts = Table(
    "budget_accounts",
    metadata,
    Column("kind", String, primary_key=True),
    Column("name", String, primary_key=True),
    Column("period", String, primary_key=True),
    Column("began_us", BigInteger, primary_key=True, autoincrement=False),
    Column("spent_micro_usd", BigInteger, nullable=False),
    Column("unpriced", BigInteger, nullable=False),
    Column("at_us", BigInteger, nullable=False),
)
"""One row a thing that is counted for, and a period: what was spent, and calls whose price nobody knows."""

budget_holds = Table(
    "budget_holds",
    metadata,
    Column("hold", String, primary_key=True),
    Column("kind", String, primary_key=True),
    Column("name", String, primary_key=True),
    Column("period", String, primary_key=True),
    Column("began_us", BigInteger, primary_key=True, autoincrement=False),
    Column("micro_usd", BigInteger, nullable=False),
    Column("at_us", BigInteger, nullable=False, index=True),
    Column("is_old", Boolean, nullable=False, server_default=false()),
    Index("ix_budget_holds_account", "kind", "name", "period", "began_us"),
)
"""One row a call that was not settled yet, and account: the most that it may cost. What is old is told as spent."""

budget_settled = Table(
    "budget_settled",
    metadata,
    Column("hold", String, primary_key=True),
    Column("at_us", BigInteger, nullable=False, index=True),
)
"""One row a call that was settled lately: it is neither held nor settled once more."""

incidents = Table(
    "incidents",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("id", String, nullable=False, unique=True),
    Column("at_us", BigInteger, nullable=False, index=True),
    Column("direction", String, nullable=False),
    Column("level", SmallInteger, nullable=False),
    Column("category", String),
    Column("subject", String, nullable=False),
    Column("codes", String, nullable=False),
    Column("score", Float),
    Column("is_degraded", SmallInteger, nullable=False),
    Column("action", String, nullable=False),
    Column("measures", String, nullable=False),
    Column("latency_s", Float, nullable=False),
    Column("policy", String, nullable=False),
    Column("classifier", String, nullable=False),
    Column("segue", String, nullable=False),
    Column("session_pseudonym", String),
    Column("turn_pseudonym", String),
    Column("is_late", SmallInteger, nullable=False),
    Column("mac", LargeBinary, nullable=False),
)
"""One row an incident, only ever added. `codes` and `measures` are lines; truths are 0 or 1, so that a database that
takes 2 for a truth cannot change one unseen."""

incident_ends = Table(
    "incident_ends",
    metadata,
    Column("name", String, primary_key=True),
    Column("number", BigInteger, nullable=False),
    Column("mac", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
)
"""One row: where the chain ends, signed."""

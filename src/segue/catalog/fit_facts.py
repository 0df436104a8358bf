"""What fits, as facts for programs."""

from __future__ import annotations

from segue.catalog.fit_advice import FitAdvice, Row
from segue.catalog.fit_use import use_of
from segue.catalog.listing_facts import price_facts
from segue.machine.shares import shares


def fit_facts(advice: FitAdvice) -> dict[str, object]:
    """An advice for JSON; bytes, tokens, and null for what is unknown or does not apply."""
    subject, shape = advice.subject, advice.subject.variants[0].shape
    use, release, smaller, cloud = use_of(advice), advice.release, advice.smaller, advice.cloud
    return {
        "asked": subject.asked,
        "kind": subject.kind,
        "model": None if subject.ref is None else str(subject.ref),
        "identity": None if subject.identity is None else subject.identity.slug,
        "architecture": shape.architecture,
        "parameters": shape.parameters,
        "has_chat_template": (subject.own or subject.variants[0]).shape.has_chat_template,
        "trained_context_tokens": shape.context_tokens,
        "context_tokens": advice.context_tokens,
        "asked_context_tokens": advice.asked_tokens,
        "answer": advice.answer,
        "fits": advice.fits,
        "room_bytes": advice.room.now_bytes,
        "most_bytes": advice.room.most_bytes,
        "taken_by": [{"who": one.who, "bytes": one.bytes} for one in shares(advice.room)],
        "gpu_room_bytes": advice.room.gpu_bytes,
        "memory_limit_bytes": subject.memory_limit_bytes,
        "limited_by": None if advice.refused_by is None else advice.refused_by.source,
        "ways": [row_facts(row) for row in advice.rows],
        "recommended": None if advice.recommended is None else row_facts(advice.recommended),
        "use": None
        if use is None
        else {
            "install": advice.install,
            "fetch": use.fetch,
            "settings": "\n".join(use.settings) or None,
            "talk": use.talk,
        },
        "has_to_go": None
        if release is None
        else {
            "unload": [{"model": str(one.model), "frees_bytes": one.resident_bytes} for one in release.unload],
            "others_bytes": release.others_bytes,
        },
        "smaller": None
        if smaller is None
        else {
            "name": smaller.name,
            "parameters": smaller.parameters,
            "needed_bytes": smaller.needed_bytes,
            "is_here": smaller.is_here,
            "is_rule_of_thumb": not smaller.is_here,
        },
        "cloud": None
        if cloud is None
        else {
            "model": str(cloud.ref),
            "price": price_facts(cloud.price),
            "data_policy": str(cloud.data_policy),
            "is_same": cloud.is_same,
            "is_kin": cloud.is_kin,
            "is_configured": cloud.is_configured,
        },
    }


def row_facts(row: Row) -> dict[str, object]:
    """One way to load it."""
    told, need = row.fit, row.fit.need
    return {
        "quantization": row.variant.quantization,
        "source": row.variant.source,
        "is_here": row.variant.is_here,
        "file_bytes": row.variant.shape.file_bytes,
        "backend": told.plan.backend,
        "context_tokens": told.plan.context_tokens,
        "parallel": told.plan.parallel,
        "cache_type": told.plan.cache_type,
        "maps_file": told.plan.maps_file,
        "gpu_layers": told.plan.gpu_layers,
        "answer": told.answer,
        "fits": told.fits,
        "margin_bytes": told.margin_bytes,
        "steady_bytes": need.steady_bytes,
        "peak_bytes": need.peak_bytes,
        "upper_bytes": need.upper_bytes,
        "gpu_bytes": need.gpu_bytes,
        "is_rough": need.is_rough,
        "parts": {
            "weights_bytes": need.weights_bytes,
            "cache_bytes": need.cache_bytes,
            "working_bytes": need.working_bytes,
            "runtime_bytes": need.runtime_bytes,
        },
        "tokens_per_s": row.tokens_per_s,
        "is_speed_measured": row.is_measured,
    }

"""Which files of an offer are fetched: those that a model is loaded from, and nothing that runs code. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import PurePosixPath
from typing import Final

from segue.domain.foreign_text import shown
from segue.errors import WeightsError
from segue.machine.gguf_names import PART, may_be_model, of_one_model
from segue.machine.sizes import size
from segue.machine.stored_models import Format, is_inside
from segue.machine.weight_sources import Offer, OfferedFile

PICKLES: Final = (".bin", ".pt", ".pth", ".ckpt", ".pkl", ".pickle", ".joblib", ".npy", ".npz", ".h5", ".keras")
"""Endings of files that can hold Python pickles, or are read by something that runs what they hold."""
USUAL_QUANTIZATION: Final = "Q4_K_M"
"""Taken where none is named, as llama.cpp's `-hf` does (its common/arg.cpp, 2026-10)."""
_MOST_FILES = 10_000
_MOST_BYTES = 2**44
"""16 TiB: no model is larger, and an absurd size must not reach the arithmetic of free disk space."""
_COMPANIONS: Final = (
    "config.json", "generation_config.json", "tokenizer.json", "tokenizer_config.json", "tokenizer.model",
    "special_tokens_map.json", "added_tokens.json", "vocab.json", "vocab.txt", "merges.txt", "spiece.model",
    "sentencepiece.bpe.model", "chat_template.json", "chat_template.jinja", "preprocessor_config.json",
)  # fmt: skip
"""Beside weights: what transformers reads of a folder. Never a program (*.py)."""
_QUANTIZATION = re.compile(
    r"(?:^|[-._])(?P<name>(?:UD-)?(?:IQ|TQ|Q)\d\w*|BF16|F16|F32|FP16|FP32|MXFP4\w*)(?=[-.]|$)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person asked for of an offer."""

    quantization: str | None = None
    file: str | None = None
    """A pattern of paths, as `*Q4_K_M*.gguf`."""
    allows_pickle: bool = False


@dataclass(frozen=True, slots=True)
class Chosen:
    """The files to fetch, and what they are."""

    files: tuple[OfferedFile, ...]
    format: Format
    main: str
    """Path of the file to load; empty for a folder."""
    quantization: str | None

    @property
    def size_bytes(self) -> int:
        """All of them."""
        return sum(file.size_bytes for file in self.files)


def choose(offer: Offer, wish: Wish) -> Chosen:
    """The files of a model. Raises WeightsError where the offer cannot be believed, or holds nothing that is wanted."""
    if len(offer.files) > _MOST_FILES:
        raise _unbelievable(offer, f"lists {len(offer.files):,} files")
    pool = offer.files
    if wish.file is not None:
        pattern = wish.file.casefold()
        pool = tuple(file for file in pool if fnmatchcase(file.path.casefold(), pattern))
        if not pool:
            raise WeightsError(f"{offer.repository} has no file like {shown(wish.file)}.", hint=_there_is(offer))
    chosen = _gguf(offer, pool, wish) or _folder(offer, pool, wish)
    _believe(offer, chosen.files)
    return chosen


def quantization_of(path: str) -> str | None:
    """The quantization that a file's name tells: `Q4_K_M`, `BF16`; None where it tells none."""
    stem = path.rsplit("/", 1)[-1]
    stem = part["stem"] if (part := PART.fullmatch(stem)) else stem.removesuffix(".gguf")
    found = [match["name"] for match in _QUANTIZATION.finditer(stem)]
    return found[-1].upper() if found else None


def usual_name(offer: Offer, chosen: Chosen) -> str:
    """What a model is called here where nobody says: the repository's name, and the quantization of a GGUF file."""
    words = re.sub(r"[-._]gguf$", "", offer.title.casefold())
    if chosen.format == "gguf" and chosen.quantization and not words.endswith(chosen.quantization.casefold()):
        words = f"{words}-{chosen.quantization.casefold()}"
    return re.sub(r"[^a-z0-9._-]+", "-", words).strip("._-")[:96] or "model"


def _gguf(offer: Offer, pool: Sequence[OfferedFile], wish: Wish) -> Chosen | None:
    """One GGUF model; None where there is none."""
    models: dict[str, list[OfferedFile]] = {}
    for file in pool:
        if may_be_model(file.path):
            models.setdefault(of_one_model(file.path), []).append(file)
    if not models:
        if wish.quantization:
            raise WeightsError(f"{offer.repository} has no GGUF file.", hint=_there_is(offer))
        return None
    files = sorted(_one(offer, models, wish), key=lambda file: file.path)
    first = PART.fullmatch(files[0].path)
    if first is not None and [_number(file) for file in files] != list(range(1, int(first["count"]) + 1)):
        raise WeightsError(
            f"{offer.repository} has {len(files)} of the {int(first['count'])} parts of {shown(first['stem'])}.",
            hint="Choose another file of it with --file, or another repository.",
        )
    return Chosen(tuple(files), "gguf", files[0].path, quantization_of(files[0].path))


def _number(file: OfferedFile) -> int:
    part = PART.fullmatch(file.path)
    return int(part["number"]) if part else 0


def _one(offer: Offer, models: dict[str, list[OfferedFile]], wish: Wish) -> list[OfferedFile]:
    """The files of the one model that is meant."""
    if wish.quantization is None and len(models) == 1:
        return next(iter(models.values()))
    wanted = (wish.quantization or USUAL_QUANTIZATION).upper()
    fits = [files for files in models.values() if quantization_of(files[0].path) == wanted]
    if len(fits) == 1:
        return fits[0]
    what = f"{len(fits)} GGUF files of {wanted}" if fits else f"no GGUF file of {shown(wanted)}"
    which = "; ".join(
        f"{quantization_of(files[0].path) or shown(files[0].path)} {size(sum(file.size_bytes for file in files))}"
        for files in sorted(models.values(), key=lambda files: sum(file.size_bytes for file in files))
    )
    hint = f"Name one with --quantization or --file. It has: {shown(which, most_chars=2000)}."
    raise WeightsError(f"{offer.repository} has {what}.", hint=hint)


def _folder(offer: Offer, pool: Sequence[OfferedFile], wish: Wish) -> Chosen:
    """Weights for transformers, with what belongs to them."""
    tops = [file for file in pool if "/" not in file.path]
    weights = [file for file in tops if file.path.endswith(".safetensors")]
    weights = [file for file in weights if file.path.startswith("model")] or weights
    if weights:
        companions = (*_COMPANIONS, *(f"{name}.index.json" for name in {file.path for file in tops}), _INDEX)
        chosen = _with_companions(offer, weights, companions, "safetensors")
        _require_found(offer, tops, weights)
        return chosen
    pickles = [file for file in pool if file.path.casefold().endswith(PICKLES)]
    if pickles and wish.allows_pickle:
        weights = [file for file in pickles if "/" not in file.path and file.path.startswith("pytorch_model")]
        return _with_companions(offer, weights or pickles, (*_COMPANIONS, "pytorch_model.bin.index.json"), "pickle")
    if pickles:
        raise WeightsError(
            f"The weights of {offer.repository} are Python pickles ({shown(pickles[0].path)}): "
            "whoever made such a file can run any program on this machine when it is loaded.",
            hint="Look for the same model as GGUF or safetensors. Only if you trust its maker: --allow-pickle.",
        )
    raise WeightsError(f"{offer.repository} has neither a GGUF file nor safetensors.", hint=_there_is(offer))


_WHOLE, _INDEX = "model.safetensors", "model.safetensors.index.json"


def _require_found(offer: Offer, tops: Sequence[OfferedFile], weights: Sequence[OfferedFile]) -> None:
    """Raise WeightsError where transformers would find no weights: it looks for one file, or for an index of several
    (its modeling_utils.py: _get_resolved_checkpoint_files)."""
    if not {_WHOLE, _INDEX} & {file.path for file in tops}:
        raise WeightsError(
            f"{offer.repository} has {shown(weights[0].path)}, but neither {_WHOLE} nor {_INDEX}: "
            "transformers does not find the weights.",
            hint="Fetch the index into the same folder, where it lacks that alone; else choose another repository.",
        )


def _with_companions(
    offer: Offer, weights: Sequence[OfferedFile], names: Iterable[str], weights_format: Format
) -> Chosen:
    wanted = frozenset(names)
    beside = [file for file in offer.files if file.path in wanted]
    if not any(file.path == "config.json" for file in beside):
        raise WeightsError(
            f"{offer.repository} has weights, but no config.json that says what they are.",
            hint="It may be an adapter to another model, or a part of one: choose a repository with a whole model.",
        )
    files = {file.path: file for file in (*weights, *beside)}
    return Chosen(tuple(files[path] for path in sorted(files)), weights_format, "", None)


def _believe(offer: Offer, files: Sequence[OfferedFile]) -> None:
    """Raise where a file would land elsewhere, on another one, or is of a size that cannot be."""
    seen: set[str] = set()
    for file in files:
        if not is_inside(file.path):
            leaves = "would leave its folder" if offer.source != "file" else "has a sign that not every system allows"
            raise _unbelievable(offer, f"lists a file that {leaves} ({shown(file.path)})")
        if file.path.casefold() in seen:
            raise _unbelievable(offer, f"lists two files that are one on many systems ({shown(file.path)})")
        seen.add(file.path.casefold())
        if not 0 < file.size_bytes <= _MOST_BYTES:
            raise _unbelievable(offer, f"lists {shown(file.path)} with {file.size_bytes:,} bytes")
    if any(PurePosixPath(path).parent.as_posix() in seen for path in seen):
        raise _unbelievable(offer, "lists a file that is also a folder")
    if sum(file.size_bytes for file in files) > _MOST_BYTES:
        raise _unbelievable(offer, "lists more bytes than any model has")


def _unbelievable(offer: Offer, what: str) -> WeightsError:
    if offer.source == "file":
        hint = "Rename the file, or take away what is empty or no part of the model; then try again."
        return WeightsError(f"{offer.repository} {what}: nothing was stored.", hint=hint)
    return WeightsError(
        f"{offer.repository} {what}: nothing was fetched.",
        hint="That is no mistake that happens to people: choose another repository, and check HF_ENDPOINT.",
    )


def _there_is(offer: Offer) -> str:
    names = ", ".join(file.path for file in offer.files[:40] if file.path.endswith((".gguf", ".safetensors", *PICKLES)))
    return f"It has: {shown(names, most_chars=1000)}." if names else "It has no weights at all: check its name."

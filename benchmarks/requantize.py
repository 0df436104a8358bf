"""Makes further quantizations of a model out of one GGUF file, with the quantizer that xllamacpp's library carries.

The weights lose some quality on the way, as they were quantized before: sizes, types and layout are what is measured.
"""

import ctypes
from pathlib import Path

import numpy as np
import numpy.typing as npt
from gguf import GGMLQuantizationType, GGUFReader, GGUFValueType, GGUFWriter
from gguf.constants import GGML_QUANT_SIZES
from gguf.quants import dequantize

_FALLBACKS = {"Q2_K": "Q4_0", "Q3_K": "IQ4_NL", "Q4_K": "Q5_0", "Q5_K": "Q5_1", "Q6_K": "Q8_0", "IQ4_XS": "IQ4_NL"}
"""What is taken where a row is no multiple of 256 (llama.cpp, src/llama-quant.cpp: tensor_type_fallback)."""
_EMBEDDING_TYPES = {"Q2_K": "Q6_K", "Q3_K": "Q6_K", "Q4_K": "Q6_K", "Q5_K": "Q6_K", "IQ4_XS": "Q6_K", "Q4_0": "Q6_K"}
"""The table of token embeddings of a tied model is kept better than the rest, as llama.cpp does."""
_GENERAL = ("general.architecture", "GGUF.version", "GGUF.tensor_count", "GGUF.kv_count")


def requantize(source: Path, target: Path, kind: str) -> Path:
    """Write `source` anew as `target` with its matrices of type `kind`; does nothing when it is there."""
    if target.exists():
        return target
    library = _library()
    reader = GGUFReader(source)
    partial = target.with_suffix(".partial")
    writer = GGUFWriter(partial, str(reader.fields["general.architecture"].contents()))
    for name, field in reader.fields.items():
        if name not in _GENERAL:
            inner = field.types[1] if field.types[0] == GGUFValueType.ARRAY else None
            writer.add_key_value(name, field.contents(), field.types[0], inner)
    for tensor in reader.tensors:
        wanted = _type_of(tensor.name, [int(size) for size in tensor.shape], kind)
        if wanted is None or wanted == tensor.tensor_type:
            writer.add_tensor(tensor.name, np.asarray(tensor.data), raw_dtype=tensor.tensor_type)
            continue
        numbers = dequantize(np.asarray(tensor.data), tensor.tensor_type)
        writer.add_tensor(tensor.name, _quantized(library, numbers, wanted), raw_dtype=wanted)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return partial.replace(target)


def _type_of(name: str, sizes: list[int], kind: str) -> GGMLQuantizationType | None:
    """None: left as it is, as vectors are."""
    if len(sizes) < 2:
        return None
    wanted = _EMBEDDING_TYPES.get(kind, kind) if name == "token_embd.weight" else kind
    block = GGML_QUANT_SIZES[GGMLQuantizationType[wanted]][0]
    if sizes[0] % block:
        wanted = _FALLBACKS[wanted]
    return GGMLQuantizationType[wanted]


def _library() -> ctypes.CDLL:
    import xllamacpp.xllamacpp as compiled

    library = ctypes.CDLL(str(compiled.__file__))
    library.ggml_quantize_chunk.restype = ctypes.c_size_t
    library.ggml_quantize_chunk.argtypes = [
        *(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p),
        *(ctypes.c_int64, ctypes.c_int64, ctypes.c_int64, ctypes.c_void_p),
    ]
    return library


def _quantized(
    library: ctypes.CDLL, numbers: npt.NDArray[np.float32], kind: GGMLQuantizationType
) -> npt.NDArray[np.uint8]:
    rows, width = numbers.shape
    source = np.ascontiguousarray(numbers, dtype=np.float32)
    if kind is GGMLQuantizationType.F16:
        return source.astype(np.float16).view(np.uint8).reshape(rows, -1)
    block, block_bytes = GGML_QUANT_SIZES[kind]
    target = np.empty((rows, width // block * block_bytes), dtype=np.uint8)
    written = library.ggml_quantize_chunk(int(kind), source.ctypes.data, target.ctypes.data, 0, rows, width, None)
    assert written == target.nbytes, (written, target.nbytes)
    return target

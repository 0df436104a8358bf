"""A library alone, for `local.py` to compare with: llama.cpp or transformers in one process, one thread, no server.

`python benchmarks/bare_models.py llama_cpp|transformers PATH CONTEXT_TOKENS`. Each line on standard input is a question
(`{"text": …, "answer_tokens": N}`); the line on standard output says what it took. Everything is as the library does it
by itself, but for the thread.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

_THREADS = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS")


@dataclass(frozen=True, slots=True)
class Took:
    """What one answer took."""

    cpu_s: float
    wall_s: float
    prompt_tokens: int
    answer_tokens: int


def llama_cpp(path: str, context_tokens: int) -> Callable[[str, int], tuple[int, int]]:
    """llama.cpp's server without its HTTP: the answer goes to a callback."""
    from xllamacpp import CommonParams, Server

    params = CommonParams()
    params.model.path = path
    params.n_ctx, params.n_parallel = context_tokens, 1
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = 1
    params.use_jinja = True
    params.cache_ram_mib = 0
    params.verbosity = 1
    params.hostnames, params.port = ["127.0.0.1"], 0
    server = Server(params)

    def answer(text: str, answer_tokens: int) -> tuple[int, int]:
        told: list[Any] = []
        body = {
            "messages": [{"role": "user", "content": text}],
            "max_tokens": answer_tokens,
            "temperature": 0,
            "ignore_eos": True,
            "stream": True,
            "stream_options": {"include_usage": True},
        }
        server.handle_chat_completions(json.dumps(body), lambda chunk: bool(told.append(chunk)))
        usage = _usage(told[-8:])
        return usage["prompt_tokens"], usage["completion_tokens"]

    return answer


def _usage(told: list[Any]) -> Any:
    """What the last chunks say of the tokens: objects, or events of a stream."""
    for chunk in reversed(told):
        for part in chunk if isinstance(chunk, list) else [chunk]:
            if isinstance(part, dict) and part.get("usage"):
                return part["usage"]
            for line in part.splitlines() if isinstance(part, str) else ():
                text = line.removeprefix("data: ")
                if text.startswith("{") and (usage := json.loads(text).get("usage")):
                    return usage
    raise RuntimeError(f"llama.cpp told no usage: {told[-1]!r}")


def transformers(path: str, context_tokens: int) -> Callable[[str, int], tuple[int, int]]:
    """`generate`, as its documentation shows it."""
    import torch

    torch.set_num_threads(1)
    from transformers import AutoModelForCausalLM, AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(path, local_files_only=True)
    model = AutoModelForCausalLM.from_pretrained(path, dtype="auto", local_files_only=True)

    def answer(text: str, answer_tokens: int) -> tuple[int, int]:
        messages = [{"role": "user", "content": text}]
        asked = tokenizer.apply_chat_template(messages, add_generation_prompt=True, return_tensors="pt")
        assert asked["input_ids"].shape[1] + answer_tokens <= context_tokens
        made = model.generate(**asked, max_new_tokens=answer_tokens, min_new_tokens=answer_tokens, do_sample=False)
        prompt_tokens = int(asked["input_ids"].shape[1])
        tokenizer.decode(made[0, prompt_tokens:], skip_special_tokens=True)
        return prompt_tokens, int(made.shape[1]) - prompt_tokens

    return answer


def main() -> None:
    """Answer until standard input ends."""
    kind, path, context_tokens = sys.argv[1:]
    os.environ |= dict.fromkeys(_THREADS, "1") | {"HF_HUB_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"}
    report = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)  # whatever else prints, prints elsewhere
    answer = {"llama_cpp": llama_cpp, "transformers": transformers}[kind](path, int(context_tokens))
    print("ready", file=report)
    for line in sys.stdin:
        asked = json.loads(line)
        cpu_s, wall_s = time.process_time(), time.perf_counter()
        prompt_tokens, answer_tokens = answer(asked["text"], asked["answer_tokens"])
        took = (time.process_time() - cpu_s, time.perf_counter() - wall_s)
        print(json.dumps([*took, prompt_tokens, answer_tokens]), file=report)
    os._exit(0)  # llama.cpp's threads do not end


if __name__ == "__main__":
    main()

"""A name is found, its headers are read, and it is said what fits, what has to go, and what else there is (R8.2)."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from segue.app import ModelManager
from segue.app import open as open_models
from segue.catalog.fit_advice import FitAdvice, contexts
from segue.catalog.fit_facts import fit_facts
from segue.catalog.fit_subject import Where, find_subject
from segue.catalog.fit_use import use_of
from segue.cli.fitting import print_advice
from segue.config.settings import Settings
from segue.domain.models import ModelRef
from segue.errors import ModelNotFound, RequestError, SegueError, WeightsError
from segue.machine.bounds import own_bytes
from segue.machine.file_source import FileSource
from segue.machine.headers import RangeFile, read_shape
from segue.machine.known_shapes import DEMONSTRATION_SHAPE
from segue.machine.needs import LoadPlan
from segue.machine.prediction import predict
from segue.machine.weight_choice import Wish
from segue.machine.weight_pull import plan, pull
from segue.machine.weight_store import WeightStore
from segue.machine.weights import DEMONSTRATION
from tests.support.large_models import qwen_7b
from tests.support.model_files import CONFIG, LLAMA, gguf, safetensors

GB = 10**9
Look = Callable[..., FitAdvice]


def manager(home: Path, *, room_gb: float, models: Mapping[str, object] | None = None) -> ModelManager:
    """A manager whose models may take so much more than the test itself takes."""
    local = {"type": "local", "options": {"models": models or {}}}
    settings = {"providers": {"local": local}, "resources": {"memory_limit_bytes": own_bytes() + round(room_gb * GB)}}
    return open_models(Settings.model_validate(settings), home=home)


def folder_in(where: Path) -> Path:
    """A model as transformers reads it."""
    folder = where / "Tiny-Instruct"
    folder.mkdir(parents=True)
    (folder / "config.json").write_text(json.dumps(CONFIG), encoding="utf-8")
    (folder / "chat_template.jinja").write_text("{{ messages }}", encoding="utf-8")
    weights = {"model.embed_tokens.weight": ("BF16", (32, 64), 4096)}
    (folder / "model.safetensors").write_bytes(safetensors(weights))
    return folder


def test_shape_of_the_demonstration_model_is_that_of_its_file(demonstration_home: Path) -> None:
    """What is told before the file is here is what the file says."""
    assert read_shape(DEMONSTRATION.path_in(demonstration_home)) == DEMONSTRATION_SHAPE


def test_demonstration_model_is_known_before_it_is_here(tmp_path: Path) -> None:
    """Its figures are there, and the command that fetches it and talks to it. Covers R8.2."""
    advice = manager(tmp_path, room_gb=2).fitting.look("smollm2")
    assert (advice.answer, advice.context_tokens, advice.subject.kind) == ("yes", 4096, "built_in")
    assert [row.fit.plan.context_tokens for row in advice.rows] == [2048, 4096, 8192]
    use = use_of(advice)
    assert use is not None
    assert (use.fetch, use.settings, use.talk) == (None, (), "segue chat --yes --model local:smollm2")


def test_more_context_than_it_was_trained_for_does_not_fit(tmp_path: Path) -> None:
    """What is recommended holds as much as the model does, and the answer is no all the same."""
    fitting = manager(tmp_path, room_gb=2).fitting
    advice = fitting.look("smollm2", context_tokens=100_000)
    assert (advice.answer, advice.fits, advice.is_beyond_training) == ("no", False, True)
    assert (advice.context_tokens, advice.answer_of_memory, advice.smaller) == (8192, "yes", None)
    assert fit_facts(advice)["asked_context_tokens"] == 100_000
    assert fitting.look("smollm2", context_tokens=8192).fits


def test_a_folder_takes_in_the_settings_what_was_told_of_it_before(tmp_path: Path) -> None:
    """A path and the same path as a configured model are loaded alike, and judged alike."""
    folder = folder_in(tmp_path)
    fitting = manager(tmp_path, room_gb=4, models={"own": {"path": str(folder)}}).fitting
    by_path, configured = fitting.look(str(folder)).rows[0], fitting.look("own").rows[0]
    assert by_path.fit.need == configured.fit.need


def test_what_has_to_be_installed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without transformers the command that brings it stands with what is recommended."""
    monkeypatch.setattr("segue.catalog.fitting.find_spec", lambda _: None)
    fitting = manager(tmp_path, room_gb=4).fitting
    assert fitting.look(str(folder_in(tmp_path))).install == "pip install 'segue[local]'"
    assert fitting.look("smollm2").install == "pip install 'segue[gguf]'"


def test_model_without_chat_template_fits_nowhere(tmp_path: Path) -> None:
    """It would answer with garbage: nothing is recommended, and it is told why, of a file and of a folder."""
    fitting = manager(tmp_path, room_gb=4).fitting
    file = tmp_path / "base.gguf"
    file.write_bytes(gguf({key: value for key, value in LLAMA.items() if "template" not in key}))
    (folder := folder_in(tmp_path)).joinpath("chat_template.jinja").unlink()
    for path in (file, folder):
        advice = fitting.look(str(path))
        assert (advice.answer, advice.recommended, use_of(advice)) == ("no", None, None)
        assert fit_facts(advice)["has_chat_template"] is False


def test_what_nobody_measured_is_called_rough(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the table, under it and for programs; not of a kind that was measured. Covers R8.2."""
    fitting = manager(tmp_path, room_gb=4).fitting
    strange = {key.replace("llama.", "strange."): value for key, value in LLAMA.items()}
    for name, metadata in (("known", LLAMA), ("strange", {**strange, "general.architecture": "strange"})):
        (tmp_path / f"{name}.gguf").write_bytes(gguf(metadata))
        print_advice(advice := fitting.look(str(tmp_path / f"{name}.gguf")))
        is_strange = name == "strange"
        assert [row["is_rough"] for row in fit_facts(advice)["ways"]] == [is_strange]  # type: ignore[attr-defined]
        told = capsys.readouterr().out
        assert (" GB, rough  " in told, "of this kind (strange) take was not measured" in told) == (is_strange,) * 2


def test_settings_that_do_nothing_are_told(tmp_path: Path) -> None:
    """Those of the other backend, and more context than a model was trained for; of what is right nothing is said."""
    (tmp_path / "tiny.gguf").write_bytes(gguf())
    file, folder = {"path": str(tmp_path / "tiny.gguf")}, {"path": str(folder_in(tmp_path))}
    models = {
        "good": {**file, "context_tokens": 2048, "parallel": 2, "quantization": "none"},
        "long": {**file, "context_tokens": 4096, "quantization": "int8"},
        "wrong": {**folder, "context_tokens": 512, "parallel": 4, "cache_type": "q8_0", "quantization": "int8"},
    }
    told = {ref.name: words for ref, words in manager(tmp_path, room_gb=4, models=models).fitting.unheeded()}
    assert set(told) == {"long", "wrong"}
    assert told["long"].startswith("`quantization` says nothing to llama.cpp")
    assert "is 4,096, and it was trained for 2,048" in told["long"]
    assert told["wrong"] == "`cache_type`, `parallel` say nothing to transformers, which serves it."


async def test_every_quantization_beside_a_file_is_judged(tmp_path: Path) -> None:
    """Larger ones stand first; proposed is the one that was meant, or one of fewer bits where only that fits.
    Covers R8.2."""
    file, _ = qwen_7b(tmp_path / "files", "Q8_0"), qwen_7b(tmp_path / "files", "Q4_K_M")
    (tmp_path / "files" / "mmproj-F16.gguf").write_bytes(b"no model")
    advice = await manager(tmp_path, room_gb=7).fit(str(file), context_tokens=4096)
    assert list(dict.fromkeys(row.variant.quantization for row in advice.rows)) == ["Q8_0", "Q4_K_M"]
    assert advice.answer == "no"
    found = advice.recommended
    assert found is not None
    assert (found.variant.quantization, found.fit.plan.context_tokens) == ("Q4_K_M", 4096)
    use = use_of(advice)
    assert use is not None
    assert use.settings[-1].strip().startswith("qwen2.5-7b-instruct-q4_k_m: {path: '/")
    settings = "\n".join(use.settings).replace("{path", "{in_auto: false, path")
    (tmp_path / "segue.yaml").write_text(settings)
    written = open_models(tmp_path / "segue.yaml", home=tmp_path)
    assert str(ModelRef("local", "qwen2.5-7b-instruct-q4_k_m")) in [str(card.ref) for card in written.cards()]


def test_what_does_not_fit_names_a_smaller_sibling_and_a_place_with_its_price(tmp_path: Path) -> None:
    """Nothing that goes would help here; the family has smaller ones, and somebody serves the same one. Covers R8.2."""
    file = qwen_7b(tmp_path / "files", "Q4_K_M")
    advice = manager(tmp_path, room_gb=2.5, models={"qwen": {"path": str(file)}}).fitting.look("qwen")
    assert (advice.answer, advice.recommended, advice.release) == ("no", None, None)
    assert advice.smaller is not None
    assert (advice.smaller.name, advice.smaller.is_here) == ("qwen/qwen-2.5-1.5b-instruct", False)
    assert advice.cloud is not None
    assert (str(advice.cloud.ref), advice.cloud.is_same) == ("openrouter:qwen/qwen-2.5-7b-instruct", True)
    facts = fit_facts(advice)
    assert json.loads(json.dumps(facts)) == facts


def test_a_file_is_read_and_not_mapped_where_only_that_fits(tmp_path: Path) -> None:
    """llama.cpp's own copy would lie beside the mapped file; a configured model is judged as it is configured."""
    file = qwen_7b(tmp_path / "files", "Q4_K_M")
    models: dict[str, object] = {"qwen": {"path": str(file)}}
    fitting = manager(tmp_path, room_gb=5.5, models=models).fitting
    by_path, configured = fitting.look(str(file)), fitting.look("qwen")
    assert (by_path.answer in ("yes", "tight"), configured.answer) == (True, "no")
    assert configured.recommended is not None
    assert configured.recommended.fit.plan == LoadPlan("llama_cpp", 4096, maps_file=False, gpu_layers=None)


def test_a_models_own_memory_limit_is_a_limit_of_what_fits(tmp_path: Path) -> None:
    """A worker that its settings leave too little does not fit, however much the machine has; nothing has to go."""
    file = qwen_7b(tmp_path / "files", "Q4_K_M")
    models = {
        "free": {"path": str(file)},
        "bound": {"path": str(file), "memory_limit_bytes": GB // 2},
        "wide": {"path": str(file), "memory_limit_bytes": 15 * GB},
    }
    fitting = manager(tmp_path, room_gb=20, models=models).fitting
    told = {name: fitting.look(name) for name in models}
    assert {name: one.answer for name, one in told.items()} == {"free": "yes", "bound": "no", "wide": "yes"}
    assert (told["bound"].release, fit_facts(told["bound"])["memory_limit_bytes"]) == (None, GB // 2)
    assert fitting.look_at_planned()[ModelRef("local", "bound")].fit.answer == "no"


def test_context_gets_shorter_before_the_cache_gets_coarser(tmp_path: Path) -> None:
    """Where the wanted context is a little too long, the longest that fits is proposed, with the settings for it."""
    file = qwen_7b(tmp_path / "files", "Q4_K_M")
    models = {"qwen": {"path": str(file), "context_tokens": 32_768}}
    need = predict(read_shape(file), LoadPlan("llama_cpp", 32_768, maps_file=False))
    room_gb = (need.upper_bytes - 3e8) / GB
    advice = manager(tmp_path, room_gb=room_gb, models=models).fitting.look("local:qwen")
    found, use = advice.recommended, use_of(advice)
    assert found is not None
    assert use is not None
    assert (advice.answer, found.fit.plan.cache_type) == ("no", "f16")
    assert 8192 < found.fit.plan.context_tokens < 32_768
    assert use.settings[-1].strip() == f"qwen: {{context_tokens: {found.fit.plan.context_tokens}, maps_file: false}}"


def test_what_was_asked_for_differs_from_the_settings_and_is_told_as_such(tmp_path: Path) -> None:
    """A longer context than is configured fits: the line for the settings says it."""
    file = qwen_7b(tmp_path / "files", "Q2_K")
    fitting = manager(tmp_path, room_gb=20, models={"qwen": {"path": str(file)}}).fitting
    as_it_is, longer = use_of(fitting.look("qwen")), use_of(fitting.look("qwen", context_tokens=8192))
    assert as_it_is is not None
    assert longer is not None
    assert (as_it_is.settings, longer.talk) == ((), "segue chat --model local:qwen")
    assert longer.settings[-1].strip() == "qwen: {context_tokens: 8192}"


def test_no_context_beyond_what_it_was_trained_for_is_shown_or_taken(tmp_path: Path) -> None:
    """Asked for more, the most that is of use is judged."""
    advice = manager(tmp_path, room_gb=2).fitting.look("smollm2", context_tokens=100_000)
    assert advice.context_tokens == max(row.fit.plan.context_tokens for row in advice.rows) == 8192


@pytest.mark.parametrize(
    ("wanted", "trained", "shown"),
    [
        (4096, 8192, (2048, 4096, 8192)),
        (6000, None, (2048, 4096, 6000, 8192)),
        (512, 512, (512,)),
        (1024, 2048, (1024, 2048)),
    ],
)
def test_usual_contexts_are_shown_with_the_wanted_one(wanted: int, trained: int | None, shown: tuple[int, ...]) -> None:
    """None beyond what the model was trained for."""
    assert contexts(wanted, trained) == shown


@pytest.mark.parametrize(
    ("name", "error", "hint"),
    [
        ("smollm3", ModelNotFound, "Did you mean 'smollm2'?"),
        ("SmolLM2", ModelNotFound, "Did you mean 'smollm2'?"),
        ("", ModelNotFound, "or OWNER/REPO"),
        ("nobody:there", ModelNotFound, "GGUF file"),
        ("scripted:echo", ModelNotFound, "GGUF file"),
        ("\x00", ModelNotFound, "GGUF file"),
        ("~nobodywiththisname/x.gguf", ModelNotFound, "GGUF file"),
    ],
)
def test_a_name_of_nothing_says_what_names_there_are(
    tmp_path: Path, name: str, error: type[SegueError], hint: str
) -> None:
    """Whatever is typed."""
    with pytest.raises(error) as raised:
        manager(tmp_path, room_gb=2).fitting.look(name)
    assert hint in raised.value.hint
    assert raised.value.message.isprintable()


def test_a_bare_name_that_several_providers_load_differently_is_refused(tmp_path: Path) -> None:
    """Each of the models is named with its provider; one that all load alike is judged once."""
    file = qwen_7b(tmp_path / "files", "Q4_K_M")
    here = {"type": "local", "options": {"models": {"qwen": {"path": str(file)}, "own": {"path": str(file)}}}}
    longer = {"path": str(file), "context_tokens": 8192}
    there = {"type": "local", "options": {"models": {"qwen": longer}}}
    settings = Settings.model_validate({"providers": {"here": here, "there": there}})
    fitting = open_models(settings, home=tmp_path).fitting
    with pytest.raises(ModelNotFound, match="'here:qwen', 'there:qwen'"):
        fitting.look("qwen")
    assert fitting.look("there:qwen").context_tokens == 8192
    assert fitting.look("own").subject.ref == ModelRef("here", "own")
    assert fitting.look("smollm2").subject.kind == "built_in"


def test_a_path_of_nothing_is_no_repository(tmp_path: Path) -> None:
    """Nobody is asked beyond this machine for what is written as a file."""

    class Hub:
        def files(self, repository: str, revision: str | None = None) -> tuple[RangeFile, ...]:
            raise AssertionError(repository)

    with pytest.raises(ModelNotFound, match=r"no file or folder \./nosuch\.gguf"):
        find_subject("./nosuch.gguf", Where(tmp_path, {}, hub=Hub()))


def test_weights_of_the_settings_that_are_not_stored_are_to_be_fetched(tmp_path: Path) -> None:
    """It says so, and not that a file cannot be read."""
    with pytest.raises(WeightsError, match="No weights are stored as none") as raised:
        manager(tmp_path, room_gb=4, models={"tale": {"weights": "none"}}).fitting.look("tale")
    assert "segue models pull" in raised.value.hint


def test_a_quantization_that_there_is_not_names_those_that_there_are(tmp_path: Path) -> None:
    """They are found by their names, small letters or not."""
    file = qwen_7b(tmp_path / "files", "Q4_K_M")
    fitting = manager(tmp_path, room_gb=20).fitting
    assert fitting.look(str(file), quantization="q4_k_m").fits
    with pytest.raises(RequestError) as raised:
        fitting.look(str(file), quantization="Q6_K")
    assert raised.value.hint == "There is: Q4_K_M."


def test_a_damaged_file_is_an_error_and_beside_another_one_it_is_left_out(tmp_path: Path) -> None:
    """Asked about, it says what to do; as another quantization of a good file it is not offered."""
    good = qwen_7b(tmp_path / "files", "Q4_K_M")
    bad = good.with_name("Qwen2.5-7B-Instruct-Q8_0.gguf")
    bad.write_bytes(b"GGUF")
    fitting = manager(tmp_path, room_gb=20).fitting
    with pytest.raises(WeightsError):
        fitting.look(str(bad))
    assert {row.variant.quantization for row in fitting.look(str(good)).rows} == {"Q4_K_M"}


def test_over_http_a_name_is_never_a_path(tmp_path: Path) -> None:
    """Whoever asks from elsewhere has no files read."""
    file = qwen_7b(tmp_path / "files", "Q4_K_M")
    fitting = manager(tmp_path, room_gb=20).fitting
    with pytest.raises(ModelNotFound):
        fitting.look(str(file), only_known=True)
    assert fitting.look("smollm2", only_known=True).fits


def test_models_on_the_disk_are_judged_as_they_are_configured(tmp_path: Path) -> None:
    """Each with its own context; one whose file is not there is left out. Covers R1.2."""
    file = qwen_7b(tmp_path / "files", "Q4_K_M")
    models: dict[str, object] = {"qwen": {"path": str(file), "context_tokens": 2048}, "gone": {"path": "/nowhere.gguf"}}
    rows = manager(tmp_path, room_gb=3, models=models).fitting.look_at_planned()
    assert {str(ref): row.fit.fits for ref, row in rows.items()} == {"local:qwen": False, "local:smollm2": True}
    assert rows[ModelRef("local", "qwen")].fit.plan.context_tokens == 2048


def test_a_folder_is_judged_as_it_is_and_as_transformers_can_make_it(tmp_path: Path) -> None:
    """Whole numbers and four bits stand beside what lies there; nothing is offered twice. Covers R8.2."""
    folder = folder_in(tmp_path / "files")
    fitting = manager(tmp_path, room_gb=4).fitting
    advice = fitting.look(str(folder), context_tokens=2048)
    assert [row.variant.quantization for row in advice.rows] == ["BF16", "int8", "nf4"]
    assert {row.fit.plan.backend for row in advice.rows} == {"transformers"}
    chosen = fitting.look(str(folder), quantization="int8")
    use = use_of(chosen)
    assert use is not None
    assert use.settings[-1].strip().endswith("quantization: int8}")


def test_a_stored_model_is_judged_by_its_name(tmp_path: Path) -> None:
    """It answers without any settings; where it has to be loaded in another way, they name it."""
    store, file = WeightStore(tmp_path), tmp_path / "tiny.gguf"
    file.write_bytes(gguf({**LLAMA, "llama.context_length": 8192}))
    source = FileSource(file)
    pull(store, source, plan(store, source, Wish(), name="tiny"), lambda *_: None)
    fitting = manager(tmp_path, room_gb=4).fitting
    whole = use_of(fitting.look("tiny"))
    short = use_of(fitting.look("tiny", context_tokens=512))
    assert whole is not None
    assert short is not None
    assert (whole.fetch, whole.settings, whole.talk) == (None, (), "segue chat --model local:tiny")
    assert short.settings[-1].strip() == "tiny: {weights: tiny, context_tokens: 512}"


def test_a_repository_is_asked_only_where_somebody_reads_it(tmp_path: Path) -> None:
    """Without a reader of the hub its name is a name of nothing."""
    where = Where(tmp_path, {})
    with pytest.raises(ModelNotFound):
        find_subject("owner/repo", where)


def test_an_address_is_no_name_and_is_not_repeated_with_its_secrets(tmp_path: Path) -> None:
    """People are told that addresses are fetched first, and what they wrote for the host alone stays unsaid."""
    with pytest.raises(ModelNotFound, match=r"https://127\.0\.0\.1:1/x\.gguf .*models pull") as caught:
        find_subject("https://user:hunter2@127.0.0.1:1/x.gguf?key=hunter2", Where(tmp_path, {}))
    assert "hunter2" not in str(caught.value)


def test_what_is_half_fetched_is_no_other_quantization(tmp_path: Path) -> None:
    """Files of a pull that was not finished, or of weights that are being removed, are not proposed."""
    file = qwen_7b(tmp_path / "files", "Q8_0")
    for folder in ("models/qwen/.partial-1", "models/qwen/.removed-1", "models/qwen"):
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
        qwen_7b(tmp_path / folder, "Q4_K_M")
    found = find_subject(str(file), Where(tmp_path, {}))
    assert len(found.variants) == 2


def test_the_answer_is_of_what_was_meant(tmp_path: Path) -> None:
    """A smaller quantization that fits is proposed, and does not make the meant one fit."""
    file = qwen_7b(tmp_path / "files", "Q8_0")
    qwen_7b(tmp_path / "files", "Q2_K")
    advice = manager(tmp_path, room_gb=6).fitting.look(str(file))
    assert (advice.answer, advice.recommended is not None) == ("no", True)
    assert replace(advice, subject=replace(advice.subject, own=None)).answer in ("yes", "tight")

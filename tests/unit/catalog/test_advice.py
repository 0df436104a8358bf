"""One setup is recommended for what is here, with its reasons, and the others with why not (R1.5)."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from segue.catalog.advice import Advice, recommend
from segue.catalog.free_models import best_free, retention_words
from segue.catalog.kept_defaults import KEPT_DEFAULTS
from segue.catalog.setup import SetupName
from segue.catalog.surroundings import Configured, FoundFile, FoundKey, Surroundings, files_in, stored_names
from segue.domain.listing import Listing, ListSource
from segue.domain.servers import FoundModel, FoundServer
from segue.errors import RequestError
from segue.machine.facts import MachineFacts
from segue.providers.openrouter.models import read_models
from tests.support.large_models import qwen_7b
from tests.support.openrouter import recorded_models
from tests.support.stored_weights import COMMIT, LATER_COMMIT, keep_tiny

TODAY = date(2026, 11, 26)
ROOMY = MachineFacts(24 * 10**9, 22 * 10**9, None, 10**11, 2, None)
FOUR_GIB = MachineFacts(2**32, 2**32, "ulimit -v", 10**11, 2, None)
EMPTY = Surroundings(ROOMY, TODAY)
KEY = FoundKey("openrouter", "OPENROUTER_API_KEY")
LLAMA = FoundServer(
    "llama_cpp", "http://127.0.0.1:8080/v1", models=(FoundModel("smol", is_loaded=True, context_tokens=4096),)
)


@pytest.fixture(scope="module")
def listing() -> Listing:
    models, _ = read_models(recorded_models(), provider="openrouter", as_of=date(2026, 5, 12))
    return Listing("openrouter", models, ListSource.SHIPPED, datetime(2026, 5, 12, tzinfo=UTC))


@pytest.fixture(scope="module")
def keyed(listing: Listing) -> Surroundings:
    """A machine with nothing but a key for OpenRouter."""
    return replace(EMPTY, keys=(KEY,), listing=listing)


def words(advice: Advice) -> str:
    """All that a person would read of the recommendation itself."""
    return " ".join((advice.setup.title, *advice.setup.because, *advice.setup.cautions))


def all_words(advice: Advice) -> str:
    return " ".join((words(advice), *(f"{one.title} {one.why_not} {one.do}" for one in advice.others)))


def test_empty_machine_gets_the_demonstration_and_the_two_ways_on() -> None:
    """It is said plainly that it is not fit for therapeutic use, and what to do to get on. Covers R1.5."""
    advice = recommend(EMPTY)
    assert (advice.setup.name, advice.setup.fetches, advice.setup.lacks) == ("demonstration", True, None)
    assert "NOT fit for therapeutic use" in words(advice)
    server, key = advice.others
    assert "model server on this machine" in server.title
    assert "models up to" in server.why_not
    assert "OPENROUTER_API_KEY" in key.do


@pytest.mark.parametrize("name", ["demonstration", "openrouter"])
def test_what_answers_by_itself_goes_on_answering(name: str, keyed: Surroundings) -> None:
    """Any setup writes it too, unless there is something for it already; where providers are written, nothing."""
    providers = recommend(replace(keyed, defaults=KEPT_DEFAULTS), chosen=name).setup.providers
    own = {"local"} if name == "demonstration" else {"openrouter", "local"}
    assert set(providers) == {*own, "scripted"}
    is_kept = providers["local"] == KEPT_DEFAULTS["local"]
    assert is_kept is (name != "demonstration")
    assert "scripted" not in recommend(keyed, chosen=name).setup.providers


def test_four_gib_are_told_what_fits_there_and_the_cloud_first() -> None:
    """The limit is named with who set it, the context is halved, and the largest model that fits is said.
    Covers R1.5, R8.2."""
    advice = recommend(replace(EMPTY, machine=FOUR_GIB))
    assert advice.setup.providers["local"]["options"] == {"models": {"smollm2": {"context_tokens": 2048}}}
    assert "limited by `ulimit -v`" in words(advice)
    key, server = advice.others
    assert "openrouter.ai/keys" in key.do
    assert "about 3.8 billion parameters" in server.why_not


def test_key_alone_gets_free_models_and_what_they_may_do_with_what_is_sent(keyed: Surroundings) -> None:
    """Three free models of different makers, the rule on therapeutic turns, and the paid one as the other way.
    Covers R1.5, R3.4."""
    advice = recommend(keyed)
    assert advice.setup.name == "openrouter"
    assert len({ref.name.partition("/")[0] for ref in advice.setup.asks}) == len(advice.setup.asks) == 3
    assert all(ref.name.endswith(":free") for ref in advice.setup.asks)
    for said in ("OPENROUTER_API_KEY is set", "train on it", "no_training", "Not known", "50 a day"):
        assert said in words(advice)
    assert [one.do for one in advice.others][:2] == [
        "segue setup --choose openrouter-paid",
        "segue setup --choose demonstration",
    ]


def test_no_free_model_is_begun_with_that_was_made_for_something_else(listing: Listing) -> None:
    """No router, none for code, none without restraint, none that writes sound, none about to be withdrawn."""
    dated = replace(
        listing, models=tuple(replace(one, expires_on=date(2026, 12, 1)) for one in best_free(listing, today=TODAY))
    )
    assert best_free(dated, today=TODAY) == ()
    names = " ".join(one.ref.name for one in best_free(listing, today=TODAY))
    assert not any(word in names for word in ("openrouter/", "coder", "venice", "lyria"))


def test_models_that_somebody_serves_without_keeping_stand_first(listing: Listing) -> None:
    """With today's list it is known who keeps nothing: these may be asked on therapeutic turns, and it is said."""
    safe = "openai/gpt-oss-120b:free"
    known = replace(listing, models=tuple(replace(one, keeps_nothing=one.ref.name == safe) for one in listing.models))
    first, *others = best_free(known, today=TODAY)
    assert first.ref.name == safe
    (said,) = retention_words((first, *others))
    assert f"Known to have a host that keeps nothing: {safe}." in said


def test_server_on_loopback_is_private_and_comes_first() -> None:
    """What answers here is taken, with the model that it has in memory. Covers R1.5."""
    advice = recommend(replace(EMPTY, servers=(LLAMA,)))
    assert advice.setup.providers == {
        "llama_cpp": {
            "type": "openai_compatible",
            "options": {
                "base_url": "http://127.0.0.1:8080/v1",
                "host": "llama_cpp",
                "models": {"smol": {"context_tokens": 4096}},
            },
        }
    }
    assert "nothing that is said leaves it" in words(advice)
    assert advice.setup.weights is None


def test_server_and_key_are_local_first_with_the_cloud_behind(keyed: Surroundings) -> None:
    """Both are set up, nearness outweighs all else, and what may leave the machine is explained. Covers R1.5."""
    advice = recommend(replace(keyed, servers=(LLAMA,)))
    assert (advice.setup.name, set(advice.setup.providers)) == ("server", {"llama_cpp", "openrouter"})
    assert advice.setup.weights is not None
    assert "stays on it" in words(advice)
    assert "privacy.default" in words(advice)
    assert [str(ref) for ref in advice.setup.asks] == ["llama_cpp:smol"]


@pytest.mark.parametrize(
    ("server", "why"),
    [
        (replace(LLAMA, needs_key=True), "whoever has a key"),
        (replace(LLAMA, is_ready=False), "still loading"),
        (replace(LLAMA, models=()), "no model yet"),
        (replace(LLAMA, models=(FoundModel("big:cloud", is_elsewhere=True),)), "no model yet"),
        (replace(LLAMA, models=(FoundModel("huge", size_bytes=40 * 10**9),)), "no model yet"),
    ],
)
def test_server_that_cannot_be_used_is_told_with_what_to_do(server: FoundServer, why: str) -> None:
    """It is not passed over in silence."""
    advice = recommend(replace(EMPTY, servers=(server,)))
    assert advice.setup.name == "demonstration"
    assert why in all_words(advice)


def test_largest_file_that_fits_is_taken_and_the_larger_ones_say_what_they_need() -> None:
    """In 4 GiB a file of 1 GB fits and one of 4 GB does not. Covers R1.5, R8.2."""
    files = (FoundFile(Path("/m/Big-7B.gguf"), 4 * 10**9), FoundFile(Path("/m/Small 1.5B.gguf"), 10**9))
    advice = recommend(Surroundings(FOUR_GIB, TODAY, files=files, has_demonstration=True))
    assert advice.setup.providers["local"]["options"] == {
        "models": {"small-1.5b": {"path": "/m/Small 1.5B.gguf"}, "smollm2": {"in_auto": False}}
    }
    assert "It needs about 6.5 GB of memory" in all_words(advice)


def test_stored_model_is_named_as_the_store_names_it(tmp_path: Path) -> None:
    """Not by a path within the store: so its use counts, it is updated, and it stays while it answers."""
    keep_tiny(tmp_path, "tale", revision=COMMIT, fetched_at=datetime(2026, 1, 1, tzinfo=UTC))
    keep_tiny(tmp_path, "tale", revision=LATER_COMMIT)
    (file,) = files_in(tmp_path)
    assert (file.name, file.path.parent.name) == ("tale", LATER_COMMIT)
    found = Surroundings(FOUR_GIB, TODAY, files=(file,), stored_names=stored_names(tmp_path))
    assert recommend(found).setup.providers["local"]["options"] == {"models": {"tale": {"weights": "tale"}}}
    named = {"local": Configured("local", {"models": {"mine": {"path": str(file.path)}}})}
    again = recommend(replace(found, configured=named)).setup
    assert again.providers["local"]["options"] == {"models": {"mine": {"path": str(file.path)}}}


def test_file_does_not_take_the_name_of_another_model() -> None:
    """Of one that is stored, or that the settings have already."""
    found = Surroundings(
        FOUR_GIB,
        TODAY,
        files=(FoundFile(Path("/m/Tale.gguf"), 10**9),),
        stored_names=frozenset({"tale"}),
        configured={"local": Configured("local", {"models": {"tale-2": {"path": "/m/other.gguf"}}})},
    )
    assert recommend(found).setup.providers["local"]["options"] == {"models": {"tale-3": {"path": "/m/Tale.gguf"}}}


def test_key_of_another_host_says_that_no_therapeutic_turn_goes_there_yet() -> None:
    """What a host does with what it is sent is its contract's matter. Covers R1.5."""
    advice = recommend(replace(EMPTY, keys=(FoundKey("openai", "OPENAI_API_KEY"),)))
    assert (advice.setup.name, advice.setup.keeps_rule) == ("host", False)
    assert "No therapeutic turn goes there" in words(advice)


def test_a_file_is_judged_by_its_header_and_loaded_as_it_fits(tmp_path: Path) -> None:
    """Seven billion parameters in 6 GiB: read and not mapped, and what it takes is told. Without its header a file of
    this size would not fit. Covers R1.5, R8.2."""
    qwen_7b(tmp_path, "Q4_K_M")
    (file,) = files_in(tmp_path)
    machine = MachineFacts(6 * 2**30, 6 * 2**30, None, 10**11, 2, None)
    advice = recommend(Surroundings(machine, TODAY, files=(file,)))
    assert advice.setup.name == "file"
    assert advice.setup.providers["local"]["options"] == {
        "models": {"qwen2.5-7b-instruct-q4_k_m": {"path": str(file.path), "maps_file": False}}
    }
    assert "of memory at most with 4,096 tokens of context" in words(advice)
    assert "rule of thumb" not in words(advice)
    by_size = recommend(Surroundings(machine, TODAY, files=(replace(file, shape=None),)))
    assert by_size.setup.name == "demonstration"
    assert "by a rule of thumb on its size" in all_words(by_size)


@pytest.mark.parametrize("name", ["openrouter", "openrouter-paid", "demonstration", "server"])
def test_another_one_can_be_chosen(keyed: Surroundings, name: SetupName) -> None:
    """Every setup that there are the parts for can be had by its name."""
    assert recommend(replace(keyed, servers=(LLAMA,)), chosen=name).setup.name == name


def test_choosing_what_is_not_here_names_what_is() -> None:
    """The error lists what could be chosen."""
    with pytest.raises(RequestError) as caught:
        recommend(EMPTY, chosen="openrouter")
    assert "demonstration" in caught.value.hint


def test_without_llama_cpp_it_says_what_to_install() -> None:
    """The demonstration model cannot run without its runtime."""
    assert "segue[gguf]" in str(recommend(replace(EMPTY, has_runtime=False)).setup.lacks)


@pytest.mark.parametrize(
    ("machine", "lack"),
    [
        (replace(ROOMY, available_bytes=6 * 10**8), "memory"),
        (replace(ROOMY, disk_free_bytes=10**8), "disk"),
    ],
)
def test_machine_that_is_too_small_even_for_it_says_so(machine: MachineFacts, lack: str) -> None:
    """Nothing is begun that cannot end well. Covers R8.5."""
    assert lack in str(recommend(Surroundings(machine, TODAY)).setup.lacks)


def test_second_run_keeps_the_free_models_that_are_there(keyed: Surroundings) -> None:
    """A newer list does not add to what was set up; a model that is gone is replaced."""
    mine = "openai/gpt-oss-20b:free"
    there = Configured("openrouter", {"models": {mine: {}}}, has_key=True)
    advice = recommend(replace(keyed, configured={"router": there}))
    assert [str(ref) for ref in advice.setup.asks] == [f"router:{mine}"]
    gone = replace(there, options={"models": {"maker/gone:free": {}}})
    assert len(recommend(replace(keyed, configured={"router": gone})).setup.asks) == 3


def test_what_is_configured_is_better_than_the_demonstration() -> None:
    """Where the settings have somebody who can answer, nothing is added."""
    mine = {"mine": Configured("openai_compatible", {"base_url": "http://10.0.0.1/v1"})}
    assert recommend(replace(EMPTY, configured=mine)).setup.name == "configured"
    useless = {"mine": replace(mine["mine"], is_usable=False), "stage": Configured("scripted")}
    assert recommend(replace(EMPTY, configured=useless)).setup.name == "demonstration"


def test_models_of_one_s_own_are_kept_to() -> None:
    """What the settings name already is used, on a server and at a host, rather than a second one beside it."""
    options = {"base_url": LLAMA.base_url, "models": {"mine": {}}}
    two = replace(LLAMA, models=(*LLAMA.models, FoundModel("mine")))
    mine = {"house": Configured("openai_compatible", options)}
    assert [str(ref) for ref in recommend(replace(EMPTY, servers=(two,), configured=mine)).setup.asks] == ["house:mine"]
    openai = {"openai": Configured("openai_compatible", {"host": "openai", "models": {"gpt": {}}}, is_usable=False)}
    keyed = replace(EMPTY, keys=(FoundKey("openai", "OPENAI_API_KEY"),), configured=openai)
    assert [str(ref) for ref in recommend(keyed).setup.asks] == ["openai:gpt"]


def test_demonstration_that_was_set_up_before_steps_back() -> None:
    """When something better comes, it answers only when it is asked for by name."""
    advice = recommend(replace(EMPTY, servers=(LLAMA,), configured={"local": Configured("local")}))
    assert advice.setup.providers["local"]["options"] == {"models": {"smollm2": {"in_auto": False}}}


def test_name_that_is_taken_by_another_gets_a_number() -> None:
    """A provider of the person's own keeps its name and its settings."""
    taken = {"llama_cpp": Configured("openai_compatible", {"base_url": "http://127.0.0.1:9/v1", "host": "llama_cpp"})}
    assert "llama_cpp-2" in recommend(replace(EMPTY, servers=(LLAMA,), configured=taken)).setup.providers


def test_unknown_memory_is_no_reason_against_anything() -> None:
    """Where the machine does not say, neither does the advice."""
    advice = recommend(Surroundings(MachineFacts(), TODAY))
    assert advice.setup.lacks is None
    assert "not known" in all_words(advice)

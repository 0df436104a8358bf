"""Settings from file and environment: what is found, what wins, and errors that say where and what to do."""

from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.config.example import example_yaml
from segue.config.load import Loaded, load_settings
from segue.config.settings import Settings
from segue.config.shown import MASK, shown
from segue.errors import ConfigError

MINE = """\
providers:
  mine:
    type: openai_compatible
    key: ${MINE_KEY}
    options: {base_url: "${MINE_URL:-http://127.0.0.1:9}"}
server:
  port: 9000
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "segue.yaml"


def load(file: Path, text: str, **env: str) -> Loaded:
    file.write_text(text, encoding="utf-8")
    return load_settings(file, env=env)


def fails(file: Path, text: str, **env: str) -> ConfigError:
    with pytest.raises(ConfigError) as caught:
        load(file, text, **env)
    return caught.value


def test_nothing_configured_is_fine(tmp_path: Path) -> None:
    """Without a file and without variables everything has a default. Covers R1.5."""
    loaded = load_settings(env={"SEGUE_HOME": str(tmp_path)}, folder=tmp_path)
    assert (loaded.settings, loaded.file) == (Settings(), None)


def test_the_file_in_the_working_folder_wins_over_the_one_at_home(tmp_path: Path) -> None:
    """`./segue.yaml` is read before the one in SEGUE_HOME."""
    here, home = tmp_path / "here", tmp_path / "home"
    for folder, port in ((here, 1111), (home, 2222)):
        folder.mkdir()
        (folder / "segue.yaml").write_text(f"server: {{port: {port}}}")
    env = {"SEGUE_HOME": str(home)}
    assert load_settings(env=env, folder=here).settings.server.port == 1111
    assert load_settings(env=env, folder=tmp_path).settings.server.port == 2222


def test_variables_are_filled_in_with_their_defaults(file: Path) -> None:
    """`${NAME}` and `${NAME:-default}` come from the environment; `$${` stands for itself."""
    loaded = load(file, MINE + 'log: {format: "${FORMAT:-json}"}', MINE_KEY="abc")
    mine = loaded.settings.providers["mine"]
    assert mine.key is not None
    assert (mine.key.get_secret_value(), mine.options["base_url"]) == ("abc", "http://127.0.0.1:9")
    assert loaded.settings.log.format == "json"
    assert load(file, 'storage: {url: "sqlite:///$${x}"}').settings.storage.url == "sqlite:///${x}"


def test_a_missing_variable_names_file_line_and_key(file: Path) -> None:
    """A variable that is not set is an error with its place and what to do."""
    error = fails(file, MINE)
    assert (error.file, error.line, error.key) == (file, 4, "providers.mine.key")
    assert "MINE_KEY" in str(error)


def test_a_variable_of_segues_own_overrides_the_file(file: Path) -> None:
    """`SEGUE__SECTION__KEY` wins over the file, and the source says so."""
    loaded = load(file, MINE, MINE_KEY="abc", SEGUE__SERVER__PORT="9100", SEGUE__SERVER__ALLOWED_HOSTS="[a.example]")
    assert (loaded.settings.server.port, loaded.settings.server.allowed_hosts) == (9100, ("a.example",))
    assert loaded.source_of(("server", "port")) == "$SEGUE__SERVER__PORT"
    assert loaded.source_of(("providers", "mine", "type")) == f"{file}:3"
    assert loaded.source_of(("time", "turn_s")) == "default"


@pytest.mark.parametrize(
    ("text", "line", "key", "says"),
    [
        ("server:\n  prt: 1\n", 2, "server.prt", "Did you mean 'port'?"),
        ("servr: {}\n", 1, "servr", "Did you mean 'server'?"),
        ("server:\n  port: ninety\n", 2, "server.port", "whole number"),
        ("server:\n  port: 99999\n", 2, "server.port", "65535"),
        ("providers:\n  a: {}\n", 2, "providers.a.type", "required"),
        ("providers:\n  a:\n    type: scripted\n    keey: x\n", 4, "providers.a.keey", "Did you mean 'key'?"),
        ("routes:\n  r:\n    models: [nocolon]\n", 3, "routes.r.models.0", "Write it as `provider:name`; a route"),
        ("fallbacks:\n  r: []\n", 2, "fallbacks.r", "Write it as `provider:name`; a route cannot stand here."),
        ("routes:\n  A b: {models: ['a:b']}\n", 2, "routes.A b", "A name is made of small letters"),
        ("routes:\n  auto: {models: ['local:x']}\n", 2, "routes.auto", "A route cannot be called `auto`"),
        ("fallbacks:\n  local:x: ['local:x']\n", 1, "fallbacks", "The model 'local:x' stands among its own fallbacks."),
        ("breakers:\n  rest_s: 300\n", 1, "breakers.longest_rest_s", "at least `breakers.rest_s` (300)"),
        (
            "breakers:\n  rest_s: 9\n  longest_rest_s: 8\n",
            3,
            "breakers.longest_rest_s",
            "at least `breakers.rest_s` (9)",
        ),
        ("time:\n  turn_s: 2\n", 1, "time.first_token_s", "less than `time.turn_s` (2)"),
        ("time:\n  first_token_s: 60\n", 2, "time.first_token_s", "less than `time.turn_s` (60)"),
        ("routes:\n  r:\n    models: [nobody:x]\n", 3, "routes.r.models.0", "not configured"),
        ("fallbacks:\n  loca:x: []\n", 2, "fallbacks.loca:x", "Did you mean 'local'?"),
        ("server:\n  port: 1\n  port: 2\n", 3, "server.port", "second time"),
        ("server: [1\n", 2, "", "What begins on line 1 is not closed"),
        ("server:\n  loopback_without_key: maybe\n", 2, "server.loopback_without_key", "must be true or false."),
        ("server:\n  host: 3\n", 2, "server.host", "This must be text; put it in quotes."),
        ("time: 3\n", 1, "time", "This must be settings, written as `name: value`."),
        ("log:\n  level: loud\n", 2, "log.level", "This must be 'debug', 'info', 'warning' or 'error'."),
        ("routes:\n  r:\n    models: []\n", 3, "routes.r.models", "This must have at least one entry."),
        ("server:\n  host: 'a\n", 3, "", "missing quotation mark"),
        ("- a\n", 1, "", "must hold settings"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(file: Path, text: str, line: int, key: str, says: str) -> None:
    """A wrong setting is refused with file, line, key and the way out. Covers R6.5."""
    error = fails(file, text)
    assert (error.file, error.line, error.key) == (file, line, key)
    assert says in str(error)


def test_all_that_is_wrong_is_told_at_once(file: Path) -> None:
    """Two mistakes are two lines of one error."""
    error = fails(file, "server:\n  prt: 1\n  port: x\n")
    assert len(error.others) == 1
    assert len(str(error).splitlines()) == 2


def test_one_mistake_is_told_once(file: Path) -> None:
    """A list whose only entry is wrong is not told to be empty as well."""
    error = fails(file, "routes:\n  r:\n    models: [nocolon]\n")
    assert error.others == ()


def test_a_wrong_variable_is_named(file: Path) -> None:
    """A mistake in the environment is told with its variable, not with a line of the file."""
    error = fails(file, "server: {}\n", SEGUE__SERVER__PRT="1")
    assert "$SEGUE__SERVER__PRT" in str(error)
    assert error.line is None


def test_a_key_can_come_from_a_file(file: Path, tmp_path: Path) -> None:
    """`key_file` gives its first line as the key; with `key` beside it, it is refused."""
    (tmp_path / "key").write_text("  from-a-file \n")
    text = f"providers:\n  a:\n    type: scripted\n    key_file: {tmp_path / 'key'}\n"
    key = load(file, text).settings.providers["a"].key
    assert key is not None
    assert key.get_secret_value() == "from-a-file"
    assert fails(file, text + "    key: x\n").key == "providers.a.key_file"


def test_a_key_loses_the_line_end_that_came_with_its_variable(file: Path) -> None:
    """As `export KEY="$(…)\\n"` gives it; other signs that no header holds are refused with their place, unshown."""
    text = "providers:\n  a:\n    type: scripted\n    key: ${MINE_KEY}\n"
    key = load(file, text, MINE_KEY="sk-canary-0123\r\n").settings.providers["a"].key
    assert key is not None
    assert key.get_secret_value() == "sk-canary-0123"
    file.write_text(text)
    with pytest.raises(ConfigError) as caught:
        load_settings(file, env={"MINE_KEY": "sk-canary\nX-Other: 1"})
    assert (caught.value.file, caught.value.line, caught.value.key) == (file, 4, "providers.a.key")
    assert "canary" not in str(caught.value)


def test_an_empty_key_file_is_refused(file: Path, tmp_path: Path) -> None:
    """A key file without a key is an error, not an empty key."""
    (tmp_path / "key").write_text("\n")
    error = fails(file, f"providers:\n  a:\n    type: scripted\n    key_file: {tmp_path / 'key'}\n")
    assert "empty" in str(error)


def test_secrets_are_masked_when_shown(file: Path) -> None:
    """What is shown of the settings holds no key, whether it stands in its field, in options or in an address."""
    text = "providers:\n  a:\n    type: scripted\n    key: planted-1\n    options: {api_key: planted-2}\n"
    loaded = load(file, text + "storage: {url: 'postgresql://me:planted-3@host/db'}\n")
    told = {row.key: row.value for row in shown(loaded)}
    assert told["providers.a.key"] == told["providers.a.options.api_key"] == MASK
    assert "planted" not in repr(told)
    assert "planted-1" not in repr(loaded.settings)


def test_only_secrets_are_masked(file: Path) -> None:
    """A setting that is named after keys without holding one is shown, and so are switches and numbers."""
    text = "providers:\n  a:\n    type: scripted\n    options:\n      token: 7\n      key: true\n"
    text += "      headers: {X-Api-Key: planted}\n      more: [{secret: planted}, 'http://me:planted@host']\n"
    told = {row.key: row.value for row in shown(load(file, text))}
    assert told["server.loopback_without_key"] is True
    assert (told["providers.a.options.token"], told["providers.a.options.key"]) == (7, True)
    assert told["providers.a.options.more"] == [{"secret": MASK}, f"http://{MASK}@host"]
    assert "planted" not in repr(told)


def test_what_stands_for_an_empty_setting_is_shown(tmp_path: Path) -> None:
    """With nothing configured, the providers and the store that are in force are shown."""
    told = {row.key: (row.value, row.source) for row in shown(Loaded(Settings(), None), home=tmp_path)}
    assert told["providers.local.type"] == ("local", "default")
    assert told["providers.scripted.type"] == ("scripted", "default")
    assert told["storage.url"] == (f"sqlite:///{tmp_path / 'segue.db'}", "default")


def test_the_example_file_lists_everything_and_means_the_defaults(file: Path) -> None:
    """The file that `segue config init` writes names every setting and changes nothing."""
    text = example_yaml()
    assert load(file, text).settings == Settings()
    rows = [row.key for row in shown(Loaded(Settings(), None)) if not row.key.startswith("providers.")]
    keys = {"providers", *(key.rpartition(".")[2] for key in rows)}
    assert not [key for key in keys if f"{key}:" not in text and f"{key} " not in text]


def test_a_file_that_is_not_text_is_refused(file: Path) -> None:
    """Bytes that are not UTF-8 are an error that says so."""
    file.write_bytes(b"server: \xff\xfe")
    with pytest.raises(ConfigError, match="UTF-8"):
        load_settings(file, env={})


ALIASES_OF_ALIASES = "a: &a [x, x, x]\n" + "\n".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]" for before, name in pairwise("abcdefgh")
)


@pytest.mark.parametrize("text", ["a: &a [*a]", "b: 2001-99-99", "? [a, b]\n: 1", "a: \0", ALIASES_OF_ALIASES])
def test_hostile_files_end_in_a_config_error(file: Path, text: str) -> None:
    """Endless aliases, impossible values and control characters are refused, quickly and by name."""
    assert str(fails(file, text))


@given(content=st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_whatever_the_file_holds_it_ends_in_settings_or_a_config_error(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    """No content of the file leads to any other error."""
    file = tmp_path_factory.mktemp("any") / "segue.yaml"
    file.write_bytes(content)
    with suppress(ConfigError):
        load_settings(file, env={})


WHSEC = "whsec_" + "QUJD" * 8


def test_a_receiver_s_secret_is_read_from_its_file_and_never_shown(file: Path, tmp_path: Path) -> None:
    """Secrets of hand-offs come from the environment or a file; neither they nor addresses are shown."""
    (tmp_path / "secret").write_text(f"{WHSEC}\n")
    text = f"handoff: {{url: 'https://desk.example/in?key=17', secret_file: '{tmp_path / 'secret'}'}}"
    loaded = load(file, text)
    assert loaded.settings.handoff.secret is not None
    assert loaded.settings.handoff.secret.get_secret_value() == WHSEC
    assert loaded.settings.handoff.urls == ("https://desk.example/in?key=17",)
    values = {entry.key: entry.value for entry in shown(loaded)}
    assert (values["handoff.url"], values["handoff.secret"]) == (MASK, MASK)
    assert "desk.example" not in repr(loaded.settings)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{url: 'https://desk.example/in'}", "A receiver needs a secret"),
        (f"{{url: 'ftp://desk.example', secret: {WHSEC}}}", "https://HOST/PATH"),
        (f"{{url: 'https://me:word@desk.example', secret: {WHSEC}}}", "neither a user nor a fragment"),
        (f"{{url: 'http://169.254.169.254/in', secret: {WHSEC}}}", "link-local or metadata"),
        (f"{{url: 'http://[fe80::1%25eth0]/in', secret: {WHSEC}}}", "link-local or metadata"),
        (f"{{url: 'https://a.example', escalate: ['http://metadata.google.internal'], secret: {WHSEC}}}", "metadata"),
        (f"{{escalate: ['https://b.example'], secret: {WHSEC}}}", "There is no first receiver"),
        ("{url: 'https://desk.example', secret: short}", "whsec_"),
        ("{url: 'https://desk.example', secret: whsec_QUJD}", "24 to 64 random bytes"),
        (f"{{url: 'https://desk.example', secret: {WHSEC}, secret_file: x}}", "both set"),
        ("{url: 'https://desk.example', secret_file: nowhere}", "cannot be read"),
    ],
)
def test_a_wrong_receiver_is_an_error_that_shows_no_secret(file: Path, text: str, says: str) -> None:
    """A hand-off that could not work is told at start, with its place and without its secret."""
    error = fails(file, f"handoff: {text}")
    assert says in str(error)
    assert f"{file}:1:handoff." in str(error)
    assert WHSEC[6:] not in str(error)


def test_a_judge_is_a_model_of_a_provider_that_is_there(file: Path) -> None:
    """A judge that nobody could ask is told at start."""
    assert "names a provider that is not configured" in str(fails(file, "safety: {judge: 'elsewhere:judge'}"))
    assert "The lower end comes first" in str(fails(file, "safety: {judge_band: [0.7, 0.3]}"))


@pytest.mark.parametrize("written", ["off", "'off'", "false"])
def test_a_bare_off_is_off(file: Path, written: str) -> None:
    """YAML reads it as false, and people mean the same."""
    assert load(file, f"safety: {{classifier: {written}}}").settings.safety.classifier == "off"
    assert "safety.classifier" in str(fails(file, "safety: {classifier: on}"))


def test_a_provider_that_is_off_lacks_no_variable(file: Path) -> None:
    """As the hint says: with `enabled: false` a variable that is not set keeps nothing from starting."""
    off = MINE.replace("type: openai_compatible", "type: openai_compatible\n    enabled: false")
    assert not load(file, off).settings.providers["mine"].enabled
    assert "MINE_KEY" in str(fails(file, MINE))
    assert "MINE_KEY" in str(fails(file, off, SEGUE__PROVIDERS__MINE__ENABLED="true"))
    assert "MINE_KEY" in str(fails(file, "providers: [{enabled: false, key: '${MINE_KEY}'}]"))

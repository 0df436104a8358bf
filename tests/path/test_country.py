"""Where a person is: by header, field, library or setting, and never by language; help near them follows."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import segue
from segue.app import ModelManager
from segue.config.settings import Settings
from tests.support.gateway import RunningGateway, serving, settings_with
from tests.support.gateway import scripted as stage

CRISIS = "Ich will mich umbringen"
ECHO = stage(echo={})


def records(folder: Path) -> Path:
    """Helplines of two countries that were checked today, and one that nobody has checked."""
    file = folder / "helplines.toml"
    today = datetime.now(UTC).date()
    rows = [
        f'[[helplines]]\ncountry = "{country}"\nname = "{name}"\nkind = "crisis"\ncall = ["{number}"]\n'
        f'languages = ["de"]\nhours = "24/7"\nsource = "https://example.org/"\n{day}\n'
        for country, name, number, day in (
            ("AT", "Hafen Wien", "11 22 33", f"verified_at = {today}"),
            ("CH", "Hafen Bern", "44 55 66", f"verified_at = {today}"),
            ("LI", "Hafen Vaduz", "77 88 99", ""),
        )
    ]
    file.write_text('version = "own"\n' + "".join(rows), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningGateway]:
    """A gateway that is configured for Switzerland."""
    file = records(tmp_path_factory.mktemp("data"))
    settings = settings_with(ECHO, safety={"country": "ch", "helplines_file": str(file)})
    with serving(settings, home=tmp_path_factory.mktemp("home")) as running:
        yield running


def said(gateway: RunningGateway, *, headers: dict[str, str] | None = None, **body: object) -> str:
    heard = gateway.chat(CRISIS, headers=headers or {}, model="stage:echo", **body)
    assert heard.status == 200
    return heard.body.decode()


def test_the_header_says_where_the_person_is(gateway: RunningGateway) -> None:
    """Its country's helpline is named, with its number as the data has it; the setting is for those who do not say."""
    assert "Hafen Wien: ruf 11 22 33 an (24/7)" in said(gateway, headers={"X-Segue-Country": "AT"})
    assert "Hafen Bern: ruf 44 55 66 an" in said(gateway)
    assert "Hafen Bern: ruf 44 55 66 an" not in said(gateway, segue={"country": "AT"})


@pytest.mark.parametrize("country", ["LI", "FR"])
def test_without_a_checked_record_of_the_country_no_number_is_named(gateway: RunningGateway, country: str) -> None:
    """Neither one that nobody has checked, nor another country's."""
    text = said(gateway, headers={"X-Segue-Country": country})
    assert "Hafen" not in text
    assert "die örtliche Notrufnummer" in text


def test_a_header_that_names_no_country_is_refused(gateway: RunningGateway) -> None:
    """The caller learns which header, and what was probably meant."""
    heard = gateway.chat(CRISIS, headers={"X-Segue-Country": "UK"}, model="stage:echo")
    assert (heard.status, heard.error.param) == (400, "X-Segue-Country")
    assert "GB" in str(heard.body)


async def test_a_program_says_where_the_person_is(tmp_path: Path) -> None:
    """`country=` in the library; without it a German sentence names no German helpline."""
    settings = Settings.model_validate({"providers": ECHO, "safety": {"helplines_file": str(records(tmp_path))}})
    async with segue.open(settings) as models:
        assert isinstance(models, ModelManager)
        near = await models.ask(CRISIS, model="stage:echo", country="at")
        nowhere = await models.ask(CRISIS, model="stage:echo")
    assert "Hafen Wien" in near.text
    assert not any(char.isdigit() for char in nowhere.text)


async def test_a_story_that_is_paused_says_so(tmp_path: Path) -> None:
    """Whoever speaks through a story is spoken to outside of it."""
    async with segue.open(Settings.model_validate({"providers": ECHO})) as models:
        story = await models.ask("I want to kill myself", model="stage:echo", task="narrative_generation")
        talk = await models.ask("I want to kill myself", model="stage:echo", task="general_chat")
    assert story.text == f"Let's leave the story for a moment. Its place is kept.\n\n{talk.text}"


async def test_a_session_keeps_where_the_person_is(tmp_path: Path) -> None:
    """Turns that do not say it name help there, after a restart as well; a newer word replaces it, and it is exported
    and erased with the session."""
    safety = {"helplines_file": str(records(tmp_path)), "country": "LI"}
    settings = Settings.model_validate({"providers": ECHO, "safety": safety})
    async with segue.open(settings, home=tmp_path / "home") as models:
        await models.ask("Guten Morgen.", model="stage:echo", session="s", country="at")
        assert "Hafen Wien" in (await models.ask(CRISIS, model="stage:echo", session="s")).text
        assert "Hafen Wien" not in (await models.ask(CRISIS, model="stage:echo", session="another")).text
    async with segue.open(settings, home=tmp_path / "home") as models:
        assert "Hafen Wien" in (await models.ask(CRISIS, model="stage:echo", session="s")).text
        assert "Hafen Bern" in (await models.ask(CRISIS, model="stage:echo", session="s", country="CH")).text
        assert "Hafen Bern" in (await models.ask(CRISIS, model="stage:echo", session="s")).text
        session = await models.session_files.hash("s")
        (row,) = (await models.session_files.export(session)).kept["sessions"]
        assert row["country"] in {"AT", "CH"}, "the newest is written within a second"
        await models._sessions.writer.write()
        (row,) = (await models.session_files.export(session)).kept["sessions"]
        assert row["country"] == "CH"
        await models.session_files.erase(session)
        assert (await models.session_files.export(session)).kept["sessions"] == []
        assert "Hafen" not in (await models.ask(CRISIS, model="stage:echo", session="s")).text

"""Places of help: what is shown is fresh, fits, and is copied from data digit by digit."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.domain.countries import COUNTRIES
from segue.domain.resources import FRESH_DAYS, HelpKind, Helpline
from segue.errors import ConfigError
from segue.safety.helpline_rows import read_helplines
from segue.safety.helplines import MOST_SHOWN, Helplines, allowed_numbers, packaged_helplines

DAY = date(2026, 6, 10)
"""A week after the packaged records were checked."""
KINDS = tuple(HelpKind)
RECORD = """
[[helplines]]
country = "NL"
name = "Somebody"
kind = "crisis"
call = ["123 456"]
languages = ["nl"]
source = "https://example.org/"
verified_at = 2026-06-01
"""


def line(
    country: str = "DE", kind: HelpKind = HelpKind.CRISIS, *, day: date | None = DAY, **fields: object
) -> Helpline:
    usual = {
        "name": f"{country} {kind}",
        "languages": ("de",),
        "hours": "24/7",
        "call": ("12345",),
        "source": "https://a",
    }
    return Helpline(country=country, kind=kind, verified_at=day, **{**usual, **fields})  # type: ignore[arg-type] # as named


def shown(*records: Helpline, country: str | None = "DE", language: str | None = "de", today: date = DAY) -> list[str]:
    found = Helplines("t", records).shown(country=country, kinds=KINDS, language=language, today=today)
    return [record.name for record in found]


def test_every_packaged_record_says_where_it_is_from() -> None:
    """Nobody has to guess whether a record was checked: its provenance says so; only unverified ones lack a date."""
    for record in packaged_helplines().records:
        assert record.provenance
        assert record.provenance.startswith("unverified") is (record.verified_at is None), record.name
        assert record.country == "*" or record.country in COUNTRIES


def test_no_packaged_emergency_number_is_shown_without_source_and_date() -> None:
    """The draft's emergency numbers have neither: people read words for them until somebody checks."""
    helplines = packaged_helplines()
    assert any(record.kind is HelpKind.EMERGENCY for record in helplines.records)
    assert not any(helplines.emergency(country, DAY) for country in COUNTRIES)


@given(
    age_days=st.integers(-500, 1500) | st.none(),
    source=st.sampled_from(["", "https://a"]),
    country=st.sampled_from(["DE", "FR", "*"]),
)
def test_a_stale_undated_or_sourceless_record_is_never_shown(age_days: int | None, source: str, country: str) -> None:
    """Whatever else is true of it: no source, no date, older than a year, or from the future means that it is not
    shown, and that its number may stand in no answer."""
    day = None if age_days is None else DAY - timedelta(days=age_days)
    record = line(country, day=day, source=source)
    is_good = bool(source) and age_days is not None and -1 <= age_days <= FRESH_DAYS
    helplines = Helplines("t", (record,))
    found = helplines.shown(country="DE", kinds=KINDS, language="de", today=DAY)
    assert bool(found) is (is_good and country != "FR")
    assert helplines.allowed_numbers(DAY) == (record.digits if is_good else frozenset())
    assert (record.lack(DAY) is None) is is_good
    assert [lacking for lacking, _ in helplines.lacking(DAY)] == ([] if is_good else [record])


def test_a_record_ages_while_the_program_runs() -> None:
    """The day is that of use: what was fresh at start is not shown a year later."""
    record = line()
    assert shown(record, today=DAY + timedelta(days=FRESH_DAYS))
    assert not shown(record, today=DAY + timedelta(days=FRESH_DAYS + 1))


def test_without_a_country_there_is_no_helpline() -> None:
    """A language does not say where somebody is: a number that cannot be dialled there would be worse than none."""
    assert shown(line(), line("*", HelpKind.DIRECTORY, web="a.example"), country=None) == []


def test_those_come_first_in_which_the_person_s_language_is_spoken() -> None:
    """Then by kind, at most three, and a list for all countries last."""
    french = line(name="french", languages=("fr",))
    text = line(kind=HelpKind.CRISIS_TEXT, name="text")
    everywhere = line("*", HelpKind.DIRECTORY, name="everywhere")
    assert shown(everywhere, text, french, line(name="first")) == ["first", "text", "french"]
    assert shown(everywhere, french, language="fr-CA") == ["french", "everywhere"]
    assert len(shown(*[line(name=f"{n}") for n in range(9)])) == MOST_SHOWN


def test_a_number_of_another_country_is_not_shown() -> None:
    """Only what can be reached from where somebody is."""
    assert shown(line("AT"), line("CH")) == []


def test_numbers_that_an_answer_may_name_are_those_of_records_that_may_be_shown() -> None:
    """Digits alone, without how they are written."""
    numbers = packaged_helplines().allowed_numbers(DAY)
    assert {"988", "116123", "08001110111"} <= numbers
    assert not {"024", "112", "911", "131114"} & numbers
    assert allowed_numbers() == allowed_numbers(DAY) == numbers
    assert allowed_numbers(DAY + timedelta(days=800)) == frozenset()


def test_an_operator_s_records_come_first_and_replace_those_of_the_same_name() -> None:
    """A number that changed is corrected by a file, without waiting for a release."""
    version, records = read_helplines('version = "mine"' + RECORD)
    packaged = Helplines("1", (line("NL", name="Somebody"), line("NL", name="Other")))
    joined = packaged.joined_by(version, records)
    assert joined.version == "1+mine"
    assert [(r.name, r.call) for r in joined.records] == [("Somebody", ("123 456",)), ("Other", ("12345",))]


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('country = "NL"', 'country = "UK"', "helplines[0].country"),
        ('country = "NL"', "", "helplines[0].country"),
        ('kind = "crisis"', 'kind = "crises"', "helplines[0].kind"),
        ('kind = "crisis"', 'kind = "emergency"\ncountry = "*"', ""),
        ('name = "Somebody"', 'name = " "', "helplines[0].name"),
        ('call = ["123 456"]', "call = [123456]", "helplines[0].call"),
        ('call = ["123 456"]', 'call = ["call 123"]', "helplines[0].call"),
        ('call = ["123 456"]', "", "helplines[0]"),
        ('languages = ["nl"]', 'languages = ["Dutch"]', "helplines[0].languages"),
        ("verified_at = 2026-06-01", 'verified_at = "2026-06-01"', "helplines[0].verified_at"),
        ("verified_at = 2026-06-01", "verified_at = 2026-06-01T10:00:00Z", "helplines[0].verified_at"),
        ("verified_at = 2026-06-01", "verified = 2026-06-01", "helplines[0].verified"),
        ('name = "Somebody"', 'name = "Some\\u202ebody"', "helplines[0].name"),
        ('name = "Somebody"', 'name = "Some\\u001b[2Jbody"', "helplines[0].name"),
        ('name = "Somebody"', 'name = "Somebody"\nhours = "24\\u200b/7"', "helplines[0].hours"),
        ('call = ["123 456"]', 'call = ["123\\u2066 456"]', "helplines[0].call"),
        ('call = ["123 456"]', 'call = ["\u0661\u0662\u0663"]', "helplines[0].call"),
        ('languages = ["nl"]', '"lang\\u0007uages" = ["nl"]', "helplines[0].lang\ufffduages"),
        ("[[helplines]]", "[helplines]", "helplines"),
        ("[[helplines]]", "[[helpline]]", "helpline"),
    ],
)
def test_a_wrong_record_is_told_with_its_field(old: str, new: str, key: str) -> None:
    """Whoever writes the file learns which record and which field, and what to write."""
    with pytest.raises(ConfigError) as error:
        read_helplines('version = "mine"' + RECORD.replace(old, new))
    assert error.value.key == key
    assert error.value.hint


def test_spaces_that_no_line_breaks_at_may_stand_in_a_record() -> None:
    """As French writes them."""
    _, records = read_helplines('version = "mine"' + RECORD.replace('"Somebody"', '"Somebody\u00a0: 24\u202fh"'))
    assert records[0].name == "Somebody\u00a0: 24\u202fh"


def test_an_emergency_number_belongs_to_one_country() -> None:
    """None holds everywhere."""
    text = RECORD.replace('kind = "crisis"', 'kind = "emergency"').replace('"NL"', '"*"')
    with pytest.raises(ConfigError, match="everywhere"):
        read_helplines('version = "mine"' + text)


def test_a_file_without_a_version_is_refused() -> None:
    """Reports say which data was shown."""
    with pytest.raises(ConfigError, match="version"):
        read_helplines(RECORD)

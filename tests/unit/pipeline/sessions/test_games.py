"""Which sessions are in a game."""

from segue.domain.therapy import Mode
from segue.pipeline.sessions.games import Games


def test_a_game_lasts_until_another_mode_is_said() -> None:
    """It is said once; a turn without a session is in one only where it says so itself."""
    games, said = Games(sessions=2), (None, Mode.GAME, None, Mode.SKILLS, None)
    assert [games.is_in_game("s", mode) for mode in said] == [False, True, True, False, False]
    assert [games.is_in_game(None, mode) for mode in said] == [False, True, False, False, False]


def test_only_so_many_games_are_remembered() -> None:
    """Those that began longest ago are forgotten first."""
    games = Games(sessions=1)
    assert [games.is_in_game(session, Mode.GAME) for session in "ab"] == [True, True]
    assert [games.is_in_game(session, None) for session in "ab"] == [False, True]

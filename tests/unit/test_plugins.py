"""Names in the configuration that become parts."""

import pytest

from segue.errors import ConfigError
from segue.plugins import Seam


@pytest.mark.parametrize(("name", "begins"), [("scriptd", "Did you mean 'scripted'? Known"), ("theirs", "Known")])
def test_an_unknown_name_says_when_a_plug_in_is_known(name: str, begins: str) -> None:
    """Whoever wrote a plug-in's name learns that its package has to be installed."""
    seam: Seam[object] = Seam("segue.nothing", "provider type", {"scripted": "segue.providers.scripted:Scripted"})
    with pytest.raises(ConfigError) as caught:
        seam.load(name)
    assert caught.value.hint.startswith(begins)
    assert caught.value.hint.endswith("A plug-in's name is known once its package is installed.")

"""Random hostile input to every command: no traceback, one line, a status of its family. Longer: `script/drill fuzz 50000`."""

from pathlib import Path

import pytest

from tests.helpers.drills import run
from tests.helpers.fuzz import standing


@pytest.mark.expects_log
def test_no_command_stumbles_over_hostile_input(tmp_path: Path) -> None:
    told: list[str] = []
    with standing(tmp_path, 20261129) as fuzz:
        assert (run(fuzz, 40, go_on=True, tell=told.append), told) == ((40, 0), [])

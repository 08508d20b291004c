"""Random hostile input to every command: no traceback, one line, a status of its family. Longer: `python -m tests.helpers.fuzz`."""

import pytest

from tests.helpers.fuzz import run


@pytest.mark.expects_log
def test_no_command_stumbles_over_hostile_input() -> None:
    assert run(120, 20261129) == {}

"""What a shell completes: commands without loading them, and values that the content has."""

import subprocess
import sys

import pytest
from click.shell_completion import ShellComplete

from kiosk.cli import cli, main


def offered(line: str, begun: str = "") -> list[str]:
    complete = ShellComplete(cli, {}, "kiosk", "_KIOSK_COMPLETE")
    return [item.value for item in complete.get_completions(line.split(), begun)]


@pytest.mark.parametrize(
    ("line", "begun", "some"),
    [
        ("", "se", ["search"]),
        ("content", "", ["build", "check"]),
        ("mode set", "", ["whole", "emergency"]),
        ("preview --mode", "em", ["emergency"]),
        ("preview --channel", "", ["draft", "canary", "stable"]),
        ("repo publish x --of", "c", ["canary"]),
        ("search x --lang", "", ["ar", "fr", "en"]),
        ("guide run", "cn", ["cnie"]),
        ("guide show cnie --situation", "", ["first"]),
        ("narration approve", "pavilion:k", ["pavilion:k9"]),
    ],
)
def test_what_begins_so_is_offered(line: str, begun: str, some: list[str]) -> None:
    found = offered(line, begun)
    assert set(some) <= set(found)
    assert [value for value in found if not value.startswith(begun)] == []


def test_content_that_cannot_be_read_offers_nothing() -> None:
    assert offered("guide run --content /nowhere.db") == []


def test_the_channels_are_those_that_are_published() -> None:
    from kiosk.cli.completion import CHANNELS
    from kiosk.publishing import manifest

    assert CHANNELS == manifest.CHANNELS


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_own_words(capsys: pytest.CaptureFixture[str], shell: str) -> None:
    assert main(["completion", shell]) == 0
    assert f"{shell}_complete" in capsys.readouterr().out


def test_bash_completes_an_identifier_with_a_colon_as_one_word() -> None:
    code = "import sys; from kiosk.cli import main; sys.exit(main())"
    script = f"""
        kiosk() {{ {sys.executable} -c '{code}' "$@"; }}
        eval "$(kiosk completion bash)"
        [[ $COMP_WORDBREAKS != *:* ]] && complete -p kiosk
    """
    answer = subprocess.run(["bash", "-ec", script], capture_output=True, text=True)
    assert (answer.returncode, answer.stdout.split()[-1]) == (0, "kiosk"), answer.stderr

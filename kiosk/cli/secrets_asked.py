"""What is typed and not shown: PINs and passphrases, at a terminal or from a pipe."""

import os
import sys

import click


def asked_secretly(question: str, *, twice: bool) -> str:
    """What somebody types, without an echo where there is a terminal; from standard input where there is none.

    Args:
        question: what is asked.
        twice: whether it must be typed twice alike.

    Raises:
        click.Abort: nothing was typed.
    """
    return str(click.prompt(question, hide_input=_terminal(), confirmation_prompt=twice, err=True, type=str))


def _terminal() -> bool:
    """Whether there is one to type at, even when standard input is none."""
    try:
        os.close(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return sys.stdin.isatty()
    return True

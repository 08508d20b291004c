"""Opens the kiosk: `python -m kiosk`, and the command `jusur` of an installed kiosk."""

import gc
import sys


def main() -> int:
    """Open the kiosk and stay until its window closes; returns its exit status."""
    gc.disable()  # nothing is garbage while the program loads; later the kiosk collects at its own times, in the GUI thread
    from kiosk.app import run

    return run()


if __name__ == "__main__":
    sys.exit(main())

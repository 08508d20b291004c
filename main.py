"""Opens the kiosk."""

import gc
import sys

if __name__ == "__main__":
    gc.disable()  # nothing is garbage while the program loads; later the kiosk collects at its own times, in the GUI thread
    from kiosk.app import run

    sys.exit(run())

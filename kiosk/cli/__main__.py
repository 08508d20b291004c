"""`python -m kiosk.cli` is the console command, for processes the kiosk starts itself."""

import sys

from kiosk.cli import main

sys.exit(main())

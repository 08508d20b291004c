"""Where the content stands in this folder of the program."""

from kiosk.config import ROOT

SOURCES = ROOT / "assets" / "content"
DATABASE = ROOT / "content.db"

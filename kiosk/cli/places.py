"""Where the content stands in this folder of the program."""

from kiosk.config import DATA

SOURCES = DATA / "assets" / "content"
DATABASE = DATA / "content.db"

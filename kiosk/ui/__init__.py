"""The kiosk's face: view models in Python, screens in QML. Importing this package registers nothing."""

import builtins

import PySide6.QtCore  # noqa: F401 - puts an import of its own in Python's place

# PySide's reads, and keeps, the source of every module imported, in search of features that this program does not use.
builtins.__import__ = vars(builtins).get("__orig_import__", builtins.__import__)

"""Content in the window: the open database, its replacement, and the processes that fetch and share it."""

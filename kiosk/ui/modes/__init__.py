"""Content modes: which one is on the screen, and the screens that belong to a mode."""

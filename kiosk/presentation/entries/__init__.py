"""What each screen says and offers: one source for the voice, the pad and whoever goes by ear."""

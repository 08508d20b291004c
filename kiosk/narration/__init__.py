"""Speech: engines in child processes, a chain of them for each language, a cache of what they said."""

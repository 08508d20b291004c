"""Files that survive a power cut: atomic writes, and the state file."""

"""What must be true of guides: every combination of answers is walked."""

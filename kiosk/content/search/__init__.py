"""Search: the index in content.db, and what is found with it."""

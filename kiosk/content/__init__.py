"""content.db: made from reviewable sources, checked, read through one hardened connection."""

"""Content databases of many items, for seeing whether size shows."""

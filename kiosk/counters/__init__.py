"""Counts of visits on the kiosk's own disk."""

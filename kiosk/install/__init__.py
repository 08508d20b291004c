"""A kiosk out of a machine: what is wished, what is written for it, and how that is carried out."""

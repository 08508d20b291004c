"""The place the exhibition is held in: its plan, the ways through it, and what is said of them."""

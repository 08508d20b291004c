"""The staff's side: the panel, its pages, and what staff choose for the machine."""

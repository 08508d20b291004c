"""Reading: rows of content.db turned into the values of the domain."""

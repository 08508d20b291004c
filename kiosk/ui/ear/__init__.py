"""Going by ear: the whole kiosk by keys, or by the corners of the panel, and by what is said."""

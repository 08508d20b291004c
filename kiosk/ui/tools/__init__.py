"""Programs that open the window for admins and tests: preview, screenshots, probe."""

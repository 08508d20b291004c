"""What people plug in and press, as the operating system tells it."""

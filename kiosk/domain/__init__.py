"""What the kiosk knows and decides: frozen values and pure functions, the same answer on every machine."""

"""Speed, always beside a rival in the same run; `kiosk bench` runs it."""

"""The machine under the window: clock, sound card, backlight, keys that lead out, memory, watchdog."""

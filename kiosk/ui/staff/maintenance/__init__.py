"""The pages of the panel that look after the machine: hall, light, check before opening, stick, content that was good before."""

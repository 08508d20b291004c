"""Narration: what is read aloud, sentence by sentence, and what is lit."""

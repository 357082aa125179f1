"""What goes wrong with encoders."""

from __future__ import annotations


class EncoderError(Exception):
    """An encoder that cannot be had; the message says why, and the mend."""

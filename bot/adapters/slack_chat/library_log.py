"""What Slack's libraries log."""

from __future__ import annotations

import logging


def open_library_log() -> logging.Logger:
    """A logger for errors alone: their warnings quote what people wrote.

    Without a level of its own they would put every request and answer into words that nobody reads.
    """
    log = logging.getLogger(__name__)
    log.setLevel(logging.ERROR)
    return log

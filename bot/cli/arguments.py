"""Reads what stands behind the command line's words; argparse puts what is wrong with it in one line."""

from __future__ import annotations

import argparse
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlsplit


def read_path(text: str) -> Path:
    """A path, in which the shell may have left a ``~`` as it was."""
    try:
        return Path(text).expanduser()
    except RuntimeError:
        raise argparse.ArgumentTypeError(f"there is no home folder for {text!r}; write the path out") from None


def read_url(text: str) -> str:
    """Where Slack reaches the bot: a host, since Slack takes no other than https and the paths are the bot's."""
    address = text.strip().rstrip("/")
    try:
        parts = urlsplit(address)
        one_word = len(address.split()) == 1
        fits = (
            one_word
            and parts.scheme == "https"
            and bool(parts.hostname)
            and parts.port != 0
            and parts[2:] == ("", "", "")
        )
    except ValueError:  # no port, or half of an IPv6 address
        fits = False
    if not fits:
        raise argparse.ArgumentTypeError(f"{text!r} is no address for Slack; write https:// and a host, without a path")
    return address


def read_day(text: str) -> date:
    """A day, written as in ISO 8601."""
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write it like 2026-01-31") from None

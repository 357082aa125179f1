"""The ``certwise`` command."""

from bot.cli.main import run

__all__ = ["run"]

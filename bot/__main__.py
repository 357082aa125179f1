"""Start the ``certwise`` command: ``python -m bot`` or ``certwise``."""

from __future__ import annotations

import io
import sys


def main() -> int:
    """Run the command line and give its exit status."""
    from bot.cli import run  # noqa: PLC0415 - nothing happens at import

    for stream in (sys.stdin, sys.stdout):
        # A sign that the terminal's encoding lacks must not end a chat.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())

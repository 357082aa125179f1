"""What a chat platform is to whoever starts it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Sequence


class PlatformError(Exception):
    """A platform cannot be used; the message says why and how to mend it."""


class Platform(Protocol):
    """A bot on one platform. It can be run again after it has failed."""

    @property
    def name(self) -> str:
        """As people call it."""
        ...

    @property
    def routes(self) -> Sequence[Any]:
        """What is to be served for it over HTTP, as the HTTP server's library has it."""
        ...

    @property
    def ready(self) -> bool:
        """Whether it takes questions."""
        ...

    async def run(self, stopped: asyncio.Event) -> None:
        """Answer until told to stop, finish what is in flight, and leave; raises PlatformError."""
        ...

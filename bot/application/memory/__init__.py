"""All that is kept, in this process's memory: enough for one process, and the fake for tests."""

from bot.application.memory.conversations import MemoryActions, MemoryFeedback, MemorySessions
from bot.application.memory.platforms import (
    MemoryCommunities,
    MemoryDeliveries,
    MemoryExchanges,
    MemoryInstallations,
    MemoryRegistrations,
)
from bot.application.ports import PlatformStores, Stores

__all__ = [
    "MemoryActions",
    "MemoryCommunities",
    "MemoryDeliveries",
    "MemoryExchanges",
    "MemoryFeedback",
    "MemoryInstallations",
    "MemoryRegistrations",
    "MemorySessions",
    "memory_platform_stores",
    "memory_stores",
]


def memory_stores() -> Stores:
    """Stores that are lost when the process ends."""
    return Stores(MemorySessions(), MemoryFeedback(), MemoryActions())


def memory_platform_stores() -> PlatformStores:
    """The same of a platform."""
    return PlatformStores(MemoryExchanges(), MemoryCommunities(), MemoryRegistrations())

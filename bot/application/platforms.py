"""What can be wrong with a chat platform."""


class PlatformError(Exception):
    """A platform cannot be used; the message says why and how to mend it."""
